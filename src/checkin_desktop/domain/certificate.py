"""Certificates: serial numbers from disjoint ranges, how a number is shown, and the short typed code."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.badge import ALPHABET, crockford

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


def register_number(serial: int, year: int) -> str:
    """As the certificate and the register show it: `0001-2025`."""
    return f"{serial:04d}-{year}"


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
