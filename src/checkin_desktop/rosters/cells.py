"""One cell at a time: text, e-mail, telephone, consent."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from checkin_desktop.domain.people import plain
from checkin_desktop.rosters.repair import whole

CELL_LENGTH = 500
"""Characters kept of a cell."""

_INVISIBLE = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF],
    None,
) | dict.fromkeys([9, 10, 11, 12, 13, 0x85], " ")
_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#¡REF!", "#¿NOMBRE?", "#¡VALOR!"}
)
_EMAIL = re.compile(r"[^\s@,;<>()\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_NONE = frozenset(
    ["", "no", "na", "n a", "sn", "s n", "no tiene", "ninguno", "ninguna", "none", "pendiente", "sin documento",
     "sin dni",
     "por confirmar", "x", "null", "nan", "no aplica", "no registra", "sin correo"]
)  # fmt: skip
_YES = frozenset(
    ["si", "s", "yes", "y", "x", "true", "verdadero", "1", "acepto", "autorizo", "ok", "de acuerdo", "conforme"]
)  # fmt: skip
_TICKS = frozenset("✓✔☑✅🗸")


def cell_text(value: object) -> str:
    """A spreadsheet's cell as text: whole floats as integers, dates ISO, blanks collapsed, NFC, no errors."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool):
        return "Sí" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta | int):
        return str(value)
    return ""


def text(value: str) -> str:
    """Text as it is kept: blanks of every kind trimmed and collapsed, nothing invisible, NFC."""
    if not value:
        return ""
    if value.isascii() and value.isprintable() and "&" not in value:
        kept = value if "  " not in value else " ".join(value.split())
        kept = kept.strip()[:CELL_LENGTH]
        return "" if kept in _ERRORS else kept
    return _cleaned(value)


@lru_cache(maxsize=100_000)
def _cleaned(value: str) -> str:
    visible = unicodedata.normalize("NFC", whole(value).translate(_INVISIBLE))
    kept = " ".join("".join(c for c in visible if not "\ud800" <= c <= "\udfff").split())[
        :CELL_LENGTH
    ].strip()
    return "" if kept in _ERRORS else kept


def says_none(value: str) -> bool:
    """Whether a cell says that there is nothing: "no tiene", "-", "N/A"."""
    return plain(value) in _NONE


def email(value: str) -> str | None:
    """The address in small letters, without blanks; None where it is malformed."""
    if len(value) < 20 and says_none(value):
        return ""
    value = "".join(value.lower().removeprefix("mailto:").split()).strip(".;,<>")
    if len(value) > 254 or ".." in value or not _EMAIL.fullmatch(value):
        return None
    return value


def phone(value: str) -> str | None:
    """The number as typed; None where it holds too few or too many digits to be called."""
    if len(value) < 16 and not value.isdigit() and says_none(value):
        return ""
    digits = len(value) if value.isdigit() else sum(c.isdigit() for c in value)
    return value if 6 <= digits <= 30 else None


@lru_cache(maxsize=1_000)
def consent(value: str) -> bool | None:
    """Yes or no; None where nothing was answered."""
    said = plain(value)
    if not said:
        return True if _TICKS & set(value) else None
    words = said.split()
    return words[0] != "no" and (said in _YES or words[0] in _YES)
