"""Certificates: serial numbers from disjoint ranges, how a number is shown, and the short typed code."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.badge import ALPHABET, crockford
from checkin_desktop.domain.people import Category

SLOTS = 32
SERIALS_PER_SLOT = 20_000
_SERIAL_CHARACTERS = 5
_HASH_CHARACTERS = 13
_CHECK_MODULUS = 1021
TYPED_LENGTH = 20
_CONFUSED = str.maketrans("OIL", "011")


class CertificateKind(StrEnum):
    """As what somebody took part, on paper; `SESSION` is about one session, `SPEAKER` names the talk."""

    ATTENDANCE = "attendance"
    SPEAKER = "speaker"
    PANELLIST = "panellist"
    MODERATOR = "moderator"
    ORGANISER = "organiser"
    SESSION = "session"


_OF_CATEGORY = {
    Category.SPEAKER: CertificateKind.SPEAKER,
    Category.PANELLIST: CertificateKind.PANELLIST,
    Category.MODERATOR: CertificateKind.MODERATOR,
    Category.ORGANISER: CertificateKind.ORGANISER,
}


def kind_of_category(category: Category) -> CertificateKind:
    """The kind that somebody of that category is given, unless they were assigned others."""
    return _OF_CATEGORY.get(category, CertificateKind.ATTENDANCE)


def kind_said(role: str) -> CertificateKind | None:
    """The kind that a code names; earlier codes name the holder's category. None: neither."""
    if role in set(CertificateKind):
        return CertificateKind(role)
    return kind_of_category(Category(role)) if role in set(Category) else None


def subject_of(attendee_id: str, kind: str, title: str = "", session_id: str = "") -> str:
    """What two certificates have in common that may not both stand: whose, of which kind, for which talk."""
    about = session_id or title
    named = f"|{hashlib.sha256(about.encode()).hexdigest()[:16]}" if about else ""
    return f"{attendee_id}|{kind}{named}"


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One certificate that somebody may hold: of a kind, for a talk or a session where it is about one."""

    attendee_id: str
    kind: CertificateKind
    title: str = ""
    session_id: str = ""

    @property
    def key(self) -> str:
        return subject_of(self.attendee_id, self.kind, self.title, self.session_id)


def about_the_same(one: Entitlement, other: Entitlement) -> bool:
    """Whether the two may not both stand: the same, or of one kind and one of them leaves open for which talk it is."""
    if one.key == other.key:
        return True
    alike = (one.attendee_id, one.kind) == (other.attendee_id, other.kind)
    return alike and not one.session_id + other.session_id and not (one.title and other.title)


class CertificateVerdict(StrEnum):
    """The `verdict` of `verify` (DESIGN section 6, fixed)."""

    VALID = "valid"
    REVOKED = "revoked"
    BAD_SIGNATURE = "bad_signature"
    UNKNOWN_KEY = "unknown_key"
    CANNOT_CHECK = "cannot_check"


@dataclass(frozen=True, slots=True)
class TypedCode:
    """What a typed code says: which serial, and the first bits of its token's hash."""

    serial: int
    token_hash: str


def serial_range(slot: int) -> tuple[int, int]:
    """The serials (first, last) of a desk slot 1…32: no network is needed to number without clashes."""
    return (slot - 1) * SERIALS_PER_SLOT + 1, slot * SERIALS_PER_SLOT


_NUMBER = re.compile(r"\{number(?::0(\d))?\}")
MAX_PATTERN = 40


def register_number(serial: int, year: int, pattern: str = "{number:04}-{year}") -> str:
    """As the certificate and the register show it: `0001-2025`."""
    shown = _NUMBER.sub(lambda found: f"{serial:0{found.group(1) or 1}d}", pattern)
    return shown.replace("{year}", f"{year}")


def good_pattern(pattern: str) -> bool:
    """Whether numbers shown so can be told apart: the number once, nothing unknown in braces."""
    rest, times = _NUMBER.subn("", pattern)
    rest = rest.replace("{year}", "", 1)
    return times == 1 and not set("{}\n\t") & set(rest) and len(pattern) <= MAX_PATTERN


def typed_code(serial: int, token: bytes) -> str:
    """Twenty Crockford characters: serial 5, hash of the token 13, check 2. Answered from the register."""
    if not 0 < serial < 32**_SERIAL_CHARACTERS:
        raise ValueError(serial)
    head = "".join(ALPHABET[(serial >> (5 * i)) & 31] for i in reversed(range(_SERIAL_CHARACTERS)))
    head += crockford(hashlib.sha256(token).digest(), _HASH_CHARACTERS)
    return head + _check(head)


def read_typed_code(text: str) -> TypedCode | None:
    """None if it is not a code of ours, or was mistyped."""
    code = "".join(c for c in text.upper() if c.isalnum()).translate(_CONFUSED)
    if len(code) != TYPED_LENGTH or any(c not in ALPHABET for c in code):
        return None
    head, check = code[:-2], code[-2:]
    if check != _check(head):
        return None
    serial = 0
    for c in head[:_SERIAL_CHARACTERS]:
        serial = serial * 32 + ALPHABET.index(c)
    return TypedCode(serial, head[_SERIAL_CHARACTERS:])


def _check(head: str) -> str:
    value = 0
    for c in head:
        value = (value * 32 + ALPHABET.index(c)) % _CHECK_MODULUS
    return ALPHABET[value // 32] + ALPHABET[value % 32]
