"""Ed25519 keys (RFC 8032) of events, desk slots and stations, as raw 32-byte strings.

Signed and checked by libsodium, in half the time that OpenSSL takes: a hub checks one for every entry. It is also
the stricter of the two, and every station must judge a signature alike.
"""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nacl.bindings import crypto_sign, crypto_sign_BYTES, crypto_sign_open, crypto_sign_PUBLICKEYBYTES
from nacl.exceptions import BadSignatureError


class SigningKey:
    """A private key held ready."""

    def __init__(self, raw: bytes) -> None:
        private = Ed25519PrivateKey.from_private_bytes(raw)
        self.raw = raw
        self.public = private.public_key().public_bytes_raw()
        self._pair = raw + self.public

    def sign(self, message: bytes) -> bytes:
        return crypto_sign(message, self._pair)[:crypto_sign_BYTES]


def new_signing_key() -> SigningKey:
    return SigningKey(Ed25519PrivateKey.generate().private_bytes_raw())


def signed_by(public: bytes, signature: bytes, message: bytes) -> bool:
    if len(public) != crypto_sign_PUBLICKEYBYTES or len(signature) != crypto_sign_BYTES:
        return False
    try:
        crypto_sign_open(signature + message, public)
    except BadSignatureError:
        return False
    return True


def slot_endorsement(event_id: bytes, number: int, slot_key: bytes) -> bytes:
    """The message by which the event's key vouches for a slot's key."""
    return b"checkin-desktop slot" + event_id + number.to_bytes(2, "big") + slot_key


def slot_proof(event_id: bytes, number: int, station_id: bytes, station_key: bytes) -> bytes:
    """The message by which a slot's key vouches for the station that works from it."""
    return b"checkin-desktop station" + event_id + number.to_bytes(2, "big") + station_id + station_key
