"""One cell at a time: text, document number, e-mail, telephone, consent."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from checkin_desktop.domain.people import DocumentKind, plain

CELL_LENGTH = 500
"""Characters kept of a cell."""

_INVISIBLE = dict.fromkeys(
    [*range(0x20), 0x7F, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF], None
) | dict.fromkeys([9, 10, 11, 12, 13], " ")
_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#¡REF!", "#¿NOMBRE?", "#¡VALOR!"}
)
_EMAIL = re.compile(r"[^\s@,;<>()\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_LABEL = re.compile(
    r"^(?:D\.?N\.?I\.?|C\.?E\.?|CARN[EÉ]T?|PASAPORTE|PASSPORT|PAS|DOC)\b[\s.:°ºN#-]*(?=\w*\d)", re.IGNORECASE
)
_NONE = frozenset(
    {
        "",
        "no",
        "na",
        "n a",
        "sn",
        "s n",
        "no tiene",
        "ninguno",
        "none",
        "pendiente",
        "sin documento",
        "sin dni",
        "por confirmar",
        "x",
        "null",
        "nan",
    }
)
_YES = frozenset(
    {"si", "s", "yes", "y", "x", "true", "verdadero", "1", "acepto", "autorizo", "ok", "de acuerdo"}
)


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
    if value.isascii() and value.isprintable():
        kept = value if "  " not in value else " ".join(value.split())
        kept = kept.strip()[:CELL_LENGTH]
        return "" if kept in _ERRORS else kept
    return _cleaned(value)


@lru_cache(maxsize=100_000)
def _cleaned(value: str) -> str:
    visible = unicodedata.normalize("NFC", value.translate(_INVISIBLE))
    kept = " ".join("".join(c for c in visible if not "\ud800" <= c <= "\udfff").split())[
        :CELL_LENGTH
    ].strip()
    return "" if kept in _ERRORS else kept


def document_kind(value: str) -> DocumentKind | None:
    """The kind that a "Tipo doc." cell names; None where it says nothing."""
    words = set(plain(value).split())
    if not words:
        return None
    if words & {"dni", "nacional", "national"} or plain(value) == "d n i":
        return DocumentKind.DNI
    if words & {"ce", "cex", "extranjeria", "foreigner"} or plain(value) == "c e":
        return DocumentKind.CE
    if words & {"pasaporte", "passport", "pas", "pass"}:
        return DocumentKind.PASSPORT
    return DocumentKind.OTHER


def document(value: str, kind: DocumentKind | None = None) -> tuple[str, DocumentKind | None] | None:
    """The number and its kind; ("", None) where none is given, None where it cannot be one.

    A DNI has eight digits (a shorter number of six or seven has lost its zeros; a ninth after a hyphen is its
    check digit), a foreigner's card nine, and a number with letters is a passport's.
    """
    if not value.isdigit() and plain(value) in _NONE:
        return "", None
    if not value.isascii() or not value.isdigit():
        labelled = _LABEL.sub("", value).strip()
        if value.upper().startswith("PAS") and labelled != value:
            kind = kind or DocumentKind.PASSPORT
        value = labelled
        if re.fullmatch(r"\d+[.,]0+", value):
            value = re.split(r"[.,]", value)[0]
        elif re.fullmatch(r"\d{8}\s?-\s?[\dA-K]", value, re.IGNORECASE):
            value = value[:8]
        elif re.fullmatch(r"\d[.,]\d+[eE]\+?\d+", value):
            return None
        value = re.sub(r"[\s.,'’_/\-‐-―]", "", value).upper()
    if not value.isascii() or not value.isalnum() or len(set(value)) == 1:
        return None
    if value.isdigit():
        return _digits(value, kind)
    if not 5 <= len(value) <= 15 or sum(c.isdigit() for c in value) < 3:
        return None
    return value, kind if kind in (DocumentKind.CE, DocumentKind.OTHER) else DocumentKind.PASSPORT


def _digits(number: str, kind: DocumentKind | None) -> tuple[str, DocumentKind] | None:
    length = len(number)
    if kind in (DocumentKind.PASSPORT, DocumentKind.OTHER):
        return (number, kind) if 6 <= length <= 15 else None
    if kind is DocumentKind.CE and 6 <= length <= 12:
        return number.zfill(9), DocumentKind.CE
    if 6 <= length <= 8:
        return number.zfill(8), DocumentKind.DNI
    if length == 9:
        return number, DocumentKind.CE
    # Some sheets pad every number with zeros to one width.
    if 9 < length <= 12 and 6 <= len(number.lstrip("0")) <= 8:
        return number[-8:], DocumentKind.DNI
    return None


def email(value: str) -> str | None:
    """The address, lower case in its domain; None where it is malformed."""
    value = value.removeprefix("mailto:").strip(" .;,<>")
    if len(value) < 16 and not value.isdigit() and plain(value) in _NONE:
        return ""
    if len(value) > 254 or ".." in value or not _EMAIL.fullmatch(value):
        return None
    local, _, domain = value.rpartition("@")
    return f"{local}@{domain.lower()}"


def phone(value: str) -> str | None:
    """The number as typed; None where it holds too few or too many digits to be called."""
    if len(value) < 16 and not value.isdigit() and plain(value) in _NONE:
        return ""
    return value if 6 <= sum(c.isdigit() for c in value) <= 30 else None


def consent(value: str) -> bool | None:
    """Yes or no; None where nothing was answered."""
    said = plain(value)
    if not said:
        return None
    words = said.split()
    return words[0] != "no" and (said in _YES or words[0] in _YES)
