"""The fonts of lists and registers, and text fitted into its place. What a font lacks is refused, never "?"."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.places import resource

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
_FILES = {
    REGULAR: "Inter_400Regular.ttf",
    MEDIUM: "Inter_500Medium.ttf",
    SEMIBOLD: "Inter_600SemiBold.ttf",
    BOLD: "Inter_700Bold.ttf",
}
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"


_TOLD = 8
"""Characters that a refusal names; one letter of a script is as good as all."""


class MissingGlyph(PersonFacingError):
    """The font can't print characters of the text."""


def missing_glyphs(text: str, missing: Iterable[str], other: str = "") -> MissingGlyph:
    """Names the characters, by their number where they can't be seen. `other`: the family that has all of them."""
    named = []
    for c in dict.fromkeys(missing):
        seen = c.isprintable() and not unicodedata.category(c).startswith("M")
        named.append(c if seen else f"U+{ord(c):04X}")
    more = " …" if len(named) > _TOLD else ""
    return MissingGlyph(
        "documents-missing-glyph-other" if other else "documents-missing-glyph",
        character=" ".join(named[:_TOLD]) + more,
        count=len(named),
        text=text[:60].encode("utf-8", "replace").decode("utf-8"),
        family=other,
    )


@cache
def register_fonts() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))


def printable(text: str, font: str) -> str:
    """The text composed (ñ as one character), without invisible characters. Raises MissingGlyph."""
    register_fonts()
    composed = unicodedata.normalize("NFC", text)
    kept = " ".join("".join(c for c in composed if c not in _INVISIBLE).split())
    glyphs = pdfmetrics.getFont(font).face.charToGlyph
    if missing := [c for c in kept if ord(c) not in glyphs]:
        raise missing_glyphs(kept, missing)
    return kept


def width(text: str, font: str, size: float) -> float:
    register_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def wrap(text: str, font: str, size: float, room: float) -> list[str]:
    """Lines no wider than `room` points; a word that is too long alone is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer, font, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word, font, size) > room and len(word) > 1:
            cut = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], font, size) <= room)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line else lines


def fit(
    text: str, font: str, room: float, largest: float, smallest: float, lines: int = 1
) -> tuple[float, list[str]]:
    """The largest size at which the text stands in `lines` lines of `room` points; it shrinks, then wraps.

    No word is broken unless it is too wide at the smallest size. Where even that needs more lines, the last
    one ends in an ellipsis.
    """
    text = printable(text, font)
    widest = max((width(word, font, 1) for word in text.split()), default=0.0)
    for allowed in range(1, lines + 1):
        size = largest
        floor = smallest if allowed == lines else max(smallest, largest * 0.72)
        while size >= floor:
            wrapped = wrap(text, font, size, room)
            if len(wrapped) <= allowed and widest * size <= room:
                return size, wrapped
            size -= 0.5
    wrapped = wrap(text, font, smallest, room)
    if len(wrapped) <= lines:
        return smallest, wrapped
    wrapped = wrapped[:lines]
    last = wrapped[-1]
    while last and width(last + "…", font, smallest) > room:
        last = last[:-1]
    return smallest, [*wrapped[:-1], last + "…"]
