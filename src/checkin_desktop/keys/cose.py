"""COSE_Sign1 (RFC 9052) with Ed25519: the frame of certificate codes, event manifests and revocation lists.

The key id in the protected header is the first four bytes of the signing key's SHA-256. What kind of content it is
(header 3) is signed too, so that one is never taken for another; a certificate's code bears none, to be short.
"""

import hashlib
from dataclasses import dataclass

import cbor2

from checkin_desktop.keys.signing import SigningKey, signed_by

_ALG, _TYPE, _KID, _EDDSA = 1, 3, 4, -8
_COSE_SIGN1_TAG = 18


@dataclass(frozen=True, slots=True)
class Signed:
    """A parsed frame whose signature was not checked yet."""

    kid: bytes
    payload: bytes
    _signed: bytes
    _signature: bytes

    def signed_with(self, public: bytes) -> bool:
        return signed_by(public, self._signature, self._signed)


def key_id(public: bytes) -> bytes:
    return hashlib.sha256(public).digest()[:4]


def sign1(payload: bytes, key: SigningKey, content: str = "") -> bytes:
    header: dict[int, object] = {_ALG: _EDDSA, _KID: key_id(key.public)}
    if content:
        header[_TYPE] = content
    protected = cbor2.dumps(header, canonical=True)
    signature = key.sign(_to_be_signed(protected, payload))
    return cbor2.dumps(cbor2.CBORTag(_COSE_SIGN1_TAG, [protected, {}, payload, signature]))


def read_sign1(raw: bytes, content: str = "") -> Signed | None:
    """None for anything that is not such a frame with that kind of content."""
    try:
        tagged = cbor2.loads(raw)
        protected, _, payload, signature = tagged.value if isinstance(tagged, cbor2.CBORTag) else tagged
        header = cbor2.loads(protected)
        kid = bytes(header[_KID])
    except (cbor2.CBORDecodeError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if header.get(_ALG) != _EDDSA or header.get(_TYPE, "") != content:
        return None
    if not isinstance(signature, bytes) or not isinstance(payload, bytes):
        return None
    return Signed(kid, payload, _to_be_signed(protected, payload), signature)


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", protected, b"", payload], canonical=True)
