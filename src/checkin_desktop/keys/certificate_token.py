"""The verification code of a certificate: COSE_Sign1 (RFC 9052) with Ed25519, and its texts.

Payload: CBOR map 1 serial, 2 name, 3 document number, 4 role, 5 hours, 6 issue hour (hours since 1970). The key id
is the first four bytes of the slot key's SHA-256, in the protected header.
"""

import hashlib
from dataclasses import dataclass

import cbor2

from checkin_desktop.keys.signing import SigningKey, signed_by

_ALG, _KID, _EDDSA = 1, 4, -8
_COSE_SIGN1_TAG = 18
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BASE43 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-./:"
_PREFIX = "ME1:"
_MAX_TEXT = 2_000


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
    kid: bytes
    facts: TokenFacts
    _signed: bytes
    _signature: bytes

    def signed_with(self, public: bytes) -> bool:
        return signed_by(public, self._signature, self._signed)


def key_id(public: bytes) -> bytes:
    return hashlib.sha256(public).digest()[:4]


def make_token(facts: TokenFacts, key: SigningKey) -> bytes:
    protected = cbor2.dumps({_ALG: _EDDSA, _KID: key_id(key.public)}, canonical=True)
    payload = {1: facts.serial, 2: facts.name, 4: facts.role, 6: facts.issue_hour}
    if facts.document:
        payload[3] = facts.document
    if facts.hours is not None:
        payload[5] = facts.hours
    body = cbor2.dumps(payload, canonical=True)
    signature = key.sign(_to_be_signed(protected, body))
    return cbor2.dumps(cbor2.CBORTag(_COSE_SIGN1_TAG, [protected, {}, body, signature]))


def parse_token(raw: bytes) -> Token | None:
    """None for anything that is not such a token."""
    try:
        tagged = cbor2.loads(raw)
        protected, _, payload, signature = tagged.value if isinstance(tagged, cbor2.CBORTag) else tagged
        header, said = cbor2.loads(protected), cbor2.loads(payload)
        facts = TokenFacts(
            int(said[1]), str(said[2]), str(said.get(3, "")), str(said[4]), said.get(5), int(said[6])
        )
        kid = bytes(header[_KID])
    except (cbor2.CBORDecodeError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if header.get(_ALG) != _EDDSA or not isinstance(signature, bytes):
        return None
    return Token(raw, kid, facts, _to_be_signed(protected, payload), signature)


def token_text(raw: bytes, domain: str) -> str:
    """What the QR holds: a link whose fragment never reaches a server, or `ME1:` where there is no domain."""
    if domain:
        return f"https://{domain}/#{_encode(raw, _BASE43)}"
    return _PREFIX + _encode(raw, _BASE45)


def read_token_text(text: str) -> Token | None:
    """A scanned text as a token; None if it is something else."""
    text = text.strip()
    if len(text) > _MAX_TEXT:
        return None
    if text.startswith(_PREFIX):
        raw = _decode(text[len(_PREFIX) :], _BASE45)
    elif text.startswith("https://") and "/#" in text:
        raw = _decode(text.partition("/#")[2], _BASE43)
    else:
        return None
    return parse_token(raw) if raw else None


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", protected, b"", payload], canonical=True)


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
