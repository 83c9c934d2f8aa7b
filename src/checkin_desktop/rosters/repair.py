"""Text that programs spoilt on its way, made whole where there is no doubt what it was."""

import html
import re

_WINDOWS = "".join(bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xC0))
_TAIL = f"[{re.escape(_WINDOWS)}\x80-\xbf]"
# What UTF-8 looks like when it was read as Windows text: Latin letters, quotes and dashes, pictures.
_MISREAD = re.compile(f"[ÃÂ]{_TAIL}|â€{_TAIL}|Å{_TAIL}|ðŸ{_TAIL}{{2}}")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")
_PICTURES = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]+"
)
_LOST = re.compile(r"\w\?\w|\w\?\B|\ufffd|[a-záéíóúñ]Ã|Ã[a-z]")
_TIMES = 3
"""How often a text may have been misread, one program after the other."""


def whole(value: str) -> str:
    """UTF-8 read as Windows text ("MarÃ­a") and web entities ("Mar&iacute;a") as they were meant."""
    if "&" in value and ";" in value:
        value = _ENTITY.sub(lambda m: html.unescape(m[0]), value)
    for _ in range(_TIMES):
        again = _MISREAD.sub(_reread, value)
        if again == value:
            break
        value = again
    return value


def without_pictures(value: str) -> str:
    """No emoji, arrows or ticks: a badge has no letters for them."""
    return value if value.isascii() else " ".join(_PICTURES.sub(" ", value).split())


def lost_letters(value: str) -> bool:
    """Whether letters were replaced on the way by something that does not tell which they were."""
    return ("?" in value or not value.isascii()) and bool(_LOST.search(value))


def _reread(found: re.Match[str]) -> str:
    content = b"".join(c.encode("latin-1") if ord(c) < 0x100 else c.encode("cp1252") for c in found[0])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
