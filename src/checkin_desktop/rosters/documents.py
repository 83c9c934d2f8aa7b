"""Numbers of identity documents as lists have them: zeros lost, kinds glued on, typed with dots."""

import re
from functools import lru_cache

from checkin_desktop.domain.people import DocumentKind, plain
from checkin_desktop.rosters.cells import says_none

_LABEL = re.compile(
    r"""^(?:(?P<dni>D\.?\s?N\.?\s?I\.?)|(?P<ce>C\.?\s?E\.?|CARN[EÉ]T?(?:\s+(?:DE\s+)?EXT\w*\.?)?)
        |(?P<passport>PASAPORTE|PASSPORT|PAS(?:AP|S)?\.?)|DOC(?:UMENTO)?\.?)(?![^\W\d_])
        \s*[:\-–]?\s*(?:N\s?[°º.]+|NRO\.?|N[UÚ]M(?:ERO)?\.?|\#)?\s*[:\-–]?\s*(?=\w*\d)""",
    re.VERBOSE,
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}.*|\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d{2}")
_WITH_CHECK = re.compile(r"\d{8}\s?-\s?[\dA-K]")
_PASSPORT = re.compile(r"[A-Z]{1,3}\d{5,9}")
_LOOK_LIKE_DIGITS = frozenset("OQDILSBZ")
_DNI, _FOREIGN = 8, 9
_A_DNI = (None, DocumentKind.DNI)


@lru_cache(maxsize=1_000)
def document_kind(value: str) -> DocumentKind | None:
    """The kind that a "Tipo doc." cell names; None where it says nothing."""
    said = plain(value)
    words = set(said.split())
    if not words:
        return None
    if words & {"dni", "nacional", "national"} or said == "d n i":
        return DocumentKind.DNI
    if words & {"ce", "cex", "extranjeria", "foreigner"} or said == "c e":
        return DocumentKind.CE
    if words & {"pasaporte", "passport", "pas", "pass", "psp"}:
        return DocumentKind.PASSPORT
    return DocumentKind.OTHER


def document(
    value: str, kind: DocumentKind | None = None, usual: DocumentKind | None = None
) -> tuple[str, DocumentKind | None] | None:
    """The number and its kind; ("", None) where none is given, None where it cannot be one.

    `kind` is what the row says it is, `usual` what the heading says most are. A DNI has eight digits (a
    shorter number of six or seven has lost its zeros; a ninth after a hyphen is its check digit), a
    foreigner's card nine, and a number with letters is a passport's.
    """
    if 6 <= len(value) <= _DNI and value.isascii() and value.isdigit() and kind in _A_DNI:
        return None if value.count(value[0]) == len(value) else (value.zfill(_DNI), DocumentKind.DNI)
    if not value.isdigit() and says_none(value):
        return "", None
    if not value.isascii() or not value.isdigit():
        bare = _bare(value.upper())
        if bare is None:
            return None
        value, told = bare
        kind = told or kind
    if not value.isascii() or not value.isalnum() or len(set(value)) == 1:
        return None
    if value.isdigit():
        return _digits(value, kind, usual)
    if not 5 <= len(value) <= 15 or sum(c.isdigit() for c in value) < 3:
        return None
    if kind is None and (_mistyped(value) or (usual is DocumentKind.DNI and not _PASSPORT.fullmatch(value))):
        return None
    return None if kind is DocumentKind.DNI else (value, kind or DocumentKind.PASSPORT)


def _bare(value: str) -> tuple[str, DocumentKind | None] | None:
    """The number without what stands around it, and the kind that this names."""
    value = value.removeprefix("=").strip("\"'’ ").removesuffix("(DNI)").strip()
    label = _LABEL.match(value)
    kind = None
    if label:
        kind = next((k for k in DocumentKind if k in label.groupdict() and label[k.value]), None)
        value = value[label.end() :].strip()
    if re.fullmatch(r"\d+[.,]0{1,2}", value):
        value = re.split(r"[.,]", value)[0]
    elif _WITH_CHECK.fullmatch(value):
        value = value[:_DNI]
    elif _DATE.fullmatch(value) or re.fullmatch(r"\d[.,]\d+E\+?\d+", value):
        return None
    return re.sub(r"[\s.,'’_\-‐-―]", "", value), kind


def _mistyped(value: str) -> bool:
    """Eight characters, one of them a letter that looks like a digit: a DNI with a slip, not a passport."""
    letters = [c for c in value if not c.isdigit()]
    return len(value) == _DNI and len(letters) == 1 and letters[0] in _LOOK_LIKE_DIGITS


def _digits(
    number: str, kind: DocumentKind | None, usual: DocumentKind | None
) -> tuple[str, DocumentKind] | None:
    length = len(number)
    if kind in (DocumentKind.PASSPORT, DocumentKind.OTHER):
        return (number, kind) if 6 <= length <= 15 else None
    if kind is DocumentKind.CE and 6 <= length <= 12:
        return number.zfill(_FOREIGN), DocumentKind.CE
    if 6 <= length <= _DNI:
        return number.zfill(_DNI), DocumentKind.DNI
    if length == _FOREIGN:
        # Under DNI a foreigner's card is told by its zeros; anything else has a digit too many.
        meant = DocumentKind.DNI not in (kind, usual) or number.startswith("00")
        return (number, DocumentKind.CE) if meant else None
    # Some sheets pad every number with zeros to one width.
    if _FOREIGN < length <= 12 and 6 <= len(number.lstrip("0")) <= _DNI:
        return number[-_DNI:], DocumentKind.DNI
    return None
