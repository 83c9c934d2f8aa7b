"""The verification code of a certificate: what it says, signed, and its texts.

Payload: CBOR map 1 serial, 2 name, 3 document number, 4 role, 5 hours, 6 issue hour (hours since 1970). The frame is
`keys/cose.py`'s, by the key of a desk slot.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cbor2

from checkin_desktop.domain.people import plain
from checkin_desktop.keys.cose import Signed, key_id, read_sign1, sign1
from checkin_desktop.keys.signing import SigningKey

__all__ = ["Token", "TokenFacts", "key_id", "make_token", "parse_token", "read_token_text", "token_text"]

_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BASE43 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-./:"
_PREFIX = "ME1:"
_MAX_TEXT = 2_000
_MAX_EVENT, _MAX_CONTACT = 40, 40


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """What the code itself says of the certificate."""

    serial: int
    name: str
    document: str
    role: str
    hours: int | None
    issue_hour: int


@dataclass(frozen=True, slots=True)
class Token:
    """A parsed code whose signature was not checked yet."""

    raw: bytes
    facts: TokenFacts
    _frame: Signed

    @property
    def kid(self) -> bytes:
        return self._frame.kid

    def signed_with(self, public: bytes) -> bool:
        return self._frame.signed_with(public)


def make_token(facts: TokenFacts, key: SigningKey) -> bytes:
    payload = {1: facts.serial, 2: facts.name, 4: facts.role, 6: facts.issue_hour}
    if facts.document:
        payload[3] = facts.document
    if facts.hours is not None:
        payload[5] = facts.hours
    return sign1(cbor2.dumps(payload, canonical=True), key)


def parse_token(raw: bytes) -> Token | None:
    """None for anything that is not such a token."""
    frame = read_sign1(raw)
    if frame is None:
        return None
    try:
        said = cbor2.loads(frame.payload)
        facts = TokenFacts(
            int(said[1]), str(said[2]), str(said.get(3, "")), str(said[4]), said.get(5), int(said[6])
        )
    except (cbor2.CBORDecodeError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Token(raw, facts, frame)


def token_text(raw: bytes, domain: str, headline: str = "") -> str:
    """What the QR holds: a link whose fragment never reaches a server; without a domain a line that a phone's
    owner can read (what this is, whom to ask), then `ME1:` and the code."""
    if domain:
        return f"https://{domain}/#{_encode(raw, _BASE43)}"
    line = f"{headline} " if headline else ""
    return line + _PREFIX + _encode(raw, _BASE45)


def headline(event: str, contact: str, words: str) -> str:
    """The readable line, for the most part in the QR's own letters (no accents, no small ones), which cost least; a
    contact stands as it is, if it is of printable ASCII: an address has to be copied."""
    told = [_plain_line(event)[:_MAX_EVENT].rstrip(), _plain_line(words)]
    if contact.isascii() and contact.isprintable() and len(contact) <= _MAX_CONTACT:
        told.append(contact.strip())
    return ". ".join(part for part in told if part)


def read_token_text(text: str) -> Token | None:
    """A scanned text as a token; None if it is something else."""
    text = text.strip()
    if len(text) > _MAX_TEXT:
        return None
    for raw in _encoded_in(text):
        token = parse_token(raw) if raw else None
        if token is not None:
            return token
    return None


def _encoded_in(text: str) -> Iterator[bytes | None]:
    if text.startswith("https://") and "#" in text:
        yield _decode(text.partition("#")[2], _BASE43)
    start = text.find(_PREFIX)
    while start >= 0:
        yield _decode(text[start + len(_PREFIX) :], _BASE45)
        start = text.find(_PREFIX, start + 1)


def _plain_line(text: str) -> str:
    return " ".join(plain(text).upper().split())


def _encode(data: bytes, alphabet: str) -> str:
    """Two bytes become three characters, a last single byte two (RFC 9285's scheme with any base >= 41)."""
    base, out = len(alphabet), []
    for i in range(0, len(data) - 1, 2):
        n = data[i] * 256 + data[i + 1]
        out += [alphabet[n % base], alphabet[n // base % base], alphabet[n // base // base]]
    if len(data) % 2:
        out += [alphabet[data[-1] % base], alphabet[data[-1] // base]]
    return "".join(out)


def _decode(text: str, alphabet: str) -> bytes | None:
    base, out = len(alphabet), bytearray()
    values = [alphabet.find(c) for c in text]
    if -1 in values or len(values) % 3 == 1:
        return None
    for i in range(0, len(values) - 2, 3):
        n = values[i] + values[i + 1] * base + values[i + 2] * base * base
        if n > 0xFFFF:
            return None
        out += n.to_bytes(2, "big")
    if len(values) % 3:
        n = values[-2] + values[-1] * base
        if n > 0xFF:
            return None
        out.append(n)
    return bytes(out)
