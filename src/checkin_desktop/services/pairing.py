"""The pairing text in the QR of a hub: where it is, by which key it is known, and a one-time code.

Upper-case letters and digits only (QR's alphanumeric mode; a scanner types it on any keyboard layout): `CHKHUB1`,
then Crockford base32 of event id 16 · term 4 · port 2 · fingerprint 16 · code 7 · addresses (count 1, 4 bytes
each) · check 3. About 90 characters: a QR of version 5.
"""

import hashlib
from dataclasses import dataclass
from ipaddress import IPv4Address

from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.domain.errors import PersonFacingError

PREFIX = "CHKHUB1"
PIN_BYTES = 16
"""Of the SHA-256 of the hub's public key: nobody makes a second key that begins like it."""
CODE_LENGTH = 10
MOST_ADDRESSES = 6
_CODE_BYTES, _CHECK_BYTES = 7, 3
_FIXED = 16 + 4 + 2 + PIN_BYTES + _CODE_BYTES + 1
_MOST_CHARACTERS = 200
_MISREAD = str.maketrans("OIL", "011", " \r\n\t-")


@dataclass(frozen=True, slots=True)
class Pairing:
    """`pin`: the beginning of the fingerprint of the hub's key. `code`: 10 Crockford characters, single use."""

    event_id: bytes
    term: int
    port: int
    pin: bytes
    code: str
    addresses: tuple[IPv4Address, ...]


def pairing_text(pairing: Pairing) -> str:
    """Only the first addresses where there are many."""
    addresses = pairing.addresses[:MOST_ADDRESSES]
    packed = (
        pairing.event_id
        + pairing.term.to_bytes(4, "big")
        + pairing.port.to_bytes(2, "big")
        + pairing.pin[:PIN_BYTES]
        + _number(pairing.code).to_bytes(_CODE_BYTES, "big")
        + bytes([len(addresses)])
        + b"".join(a.packed for a in addresses)
    )
    return PREFIX + _base32(packed + _check(packed))


def is_pairing_text(text: str) -> bool:
    return text.strip().upper().startswith(PREFIX)


def read_pairing(text: str) -> Pairing:
    """Raises PersonFacingError for anything that `pairing_text` did not make."""
    tidy = text.strip().upper().translate(_MISREAD)
    digits = tidy.removeprefix(PREFIX)
    if digits == tidy or len(tidy) > _MOST_CHARACTERS or any(c not in ALPHABET for c in digits):
        raise PersonFacingError("hub-not-a-pairing")
    size = len(digits) * 5 // 8
    spare = len(digits) * 5 - size * 8
    number = _number(digits)
    if size < _FIXED + _CHECK_BYTES or number & ((1 << spare) - 1):
        raise PersonFacingError("hub-not-a-pairing")
    data = (number >> spare).to_bytes(size, "big")
    packed, check = data[:-_CHECK_BYTES], data[-_CHECK_BYTES:]
    count = packed[_FIXED - 1]
    code = int.from_bytes(packed[38 : 38 + _CODE_BYTES], "big")
    if check != _check(packed) or len(packed) != _FIXED + 4 * count or code >> (5 * CODE_LENGTH):
        raise PersonFacingError("hub-not-a-pairing")
    found = tuple(IPv4Address(packed[i : i + 4]) for i in range(_FIXED, len(packed), 4))
    return Pairing(
        event_id=packed[:16],
        term=int.from_bytes(packed[16:20], "big"),
        port=int.from_bytes(packed[20:22], "big"),
        pin=packed[22 : 22 + PIN_BYTES],
        code="".join(ALPHABET[(code >> (5 * i)) & 31] for i in reversed(range(CODE_LENGTH))),
        addresses=found,
    )


def _check(packed: bytes) -> bytes:
    return hashlib.sha256(b"checkin-desktop pairing" + packed).digest()[:_CHECK_BYTES]


def _number(digits: str) -> int:
    number = 0
    for c in digits:
        number = number << 5 | ALPHABET.index(c)
    return number


def _base32(data: bytes) -> str:
    characters = -(-len(data) * 8 // 5)
    bits = int.from_bytes(data, "big") << (characters * 5 - len(data) * 8)
    return "".join(ALPHABET[(bits >> (5 * i)) & 31] for i in reversed(range(characters)))
