"""What a scanned identity document gives away that we may use: its number, and nothing else.

Machine-readable zones are those of ICAO Doc 9303 (TD1 cards such as the electronic DNI, TD2, TD3 passports), typed by
a scanner line by line or all at once.
"""

import re
from dataclasses import dataclass

_WEIGHTS = (7, 3, 1)
_BREAKS = re.compile(r"[\r\n\t ]+")
_TD1 = re.compile(r"[ACI][A-Z<][A-Z<]{3}[A-Z0-9<]{25}")
_TD1_SECOND = re.compile(r"\d{7}[MFX<]\d{7}[A-Z<]{3}[A-Z0-9<]{11}\d")
_NAMES = re.compile(r"[A-Z]+(<[A-Z]+)*<<[A-Z<]*")
_TITLED_NAMES = re.compile(r"(P[A-Z<]|[ACI][A-Z<])[A-Z<]{3}[A-Z]+(<[A-Z]+)*<<[A-Z<]*")
_NUMBERED = re.compile(r"[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]+")
_TD1_WIDTH, _TD2_WIDTH, _TD3_WIDTH = 30, 36, 44
_FOREIGN = (
    re.compile(r"@\s*[\x1c-\x1e]?\s*(ANSI|AAMVA) ?\d"),
    re.compile(r"\d{11}@[^@]+@[^@]+@[MFX]@[MF]?\d{7,8}@"),
    re.compile(r"@[MF]?\d{7,8} *@[A-Z]@\d@"),
    re.compile(r".{0,40}PubDSK_", re.DOTALL),
)


@dataclass(frozen=True, slots=True)
class ScannedDocument:
    """`number` is "" where the document holds none that we can use, or a check digit does not hold."""

    number: str


def read_document(text: str) -> ScannedDocument | None:
    """The document that a scanned text is; None if it is none (a plain number is none: it may be anything)."""
    if any(pattern.match(text) for pattern in _FOREIGN):
        return ScannedDocument("")
    zone = _zone(text)
    for read in (_td1, _td2_or_td3):
        number = read(zone)
        if number is not None:
            return ScannedDocument(number)
    return ScannedDocument("") if is_rest_of_document(text) else None


def is_rest_of_document(text: str) -> bool:
    """A line of a machine-readable zone that comes before or after the one with the number: names and dates."""
    zone = _zone(text)
    if len(zone) == _TD1_WIDTH:
        return bool(_TD1_SECOND.fullmatch(zone) or _NAMES.fullmatch(zone))
    return len(zone) in (_TD2_WIDTH, _TD3_WIDTH) and bool(_TITLED_NAMES.fullmatch(zone))


def check_digit(text: str) -> str:
    """ICAO's: letters count from ten, fillers nothing, weighted 7, 3, 1."""
    total = sum((0 if c == "<" else int(c, 36)) * _WEIGHTS[n % 3] for n, c in enumerate(text))
    return str(total % 10)


def _zone(text: str) -> str:
    """Without line breaks; a scanner set to an English keyboard types `<` as `;` on a Spanish one."""
    return _BREAKS.sub("", text).upper().replace(";", "<")


def _td1(zone: str) -> str | None:
    if len(zone) not in (_TD1_WIDTH, 3 * _TD1_WIDTH) or not _TD1.match(zone):
        return None
    number, check, more = zone[5:14], zone[14], zone[15:_TD1_WIDTH]
    if len(zone) > _TD1_WIDTH:
        second = zone[_TD1_WIDTH : 2 * _TD1_WIDTH]
        if not _TD1_SECOND.fullmatch(second):
            return None
        whole = zone[5:_TD1_WIDTH] + second[:7] + second[8:15] + second[18:29]
        if check_digit(whole) != second[29]:
            return ""
    elif _NAMES.fullmatch(zone):
        return None
    if check == "<":
        longer = more.split("<", 1)[0]
        number, check = number + longer[:-1], longer[-1:]
    return _checked(number, check)


def _td2_or_td3(zone: str) -> str | None:
    for width in (_TD2_WIDTH, _TD3_WIDTH):
        if len(zone) == 2 * width and not _TITLED_NAMES.match(zone[:width]):
            continue
        if len(zone) in (width, 2 * width) and _NUMBERED.fullmatch(line := zone[-width:]):
            whole = line[:10] + line[13:20] + line[21 : width - 1]
            return _checked(line[:9], line[9]) if check_digit(whole) == line[-1] else ""
    return None


def _checked(number: str, check: str) -> str:
    return number.rstrip("<") if check.isdecimal() and check_digit(number) == check else ""
