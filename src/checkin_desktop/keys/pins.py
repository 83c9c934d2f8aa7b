"""Whether a PIN fits, without telling it: a short number, so what is stored is worth nothing without the event's
secrets.

A verifier is one byte naming its scheme, a salt and a digest. Scheme 1: Argon2id (RFC 9106), 64 MiB, 3 passes, one
lane, 32 bytes; its secret input is a pepper made of the event's identity key by HKDF-SHA256 (RFC 5869), its
associated data the operator's id.
"""

import hmac
import os

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from checkin_desktop.keys.event_keys import EventSecrets

_SCHEME = b"\x01"
_SALT, _DIGEST = 16, 32
_MEMORY_KIB, _PASSES = 64 * 1024, 3
_LENGTH = len(_SCHEME) + _SALT + _DIGEST


def make_verifier(pin: str, operator_id: str, secrets: EventSecrets) -> bytes:
    salt = os.urandom(_SALT)
    return _SCHEME + salt + _digest(pin, salt, operator_id, secrets)


def pin_fits(pin: str, verifier: bytes, operator_id: str, secrets: EventSecrets) -> bool:
    """False for a verifier of a scheme that this version does not know, too."""
    if len(verifier) != _LENGTH or verifier[:1] != _SCHEME:
        return False
    salt, digest = verifier[1 : 1 + _SALT], verifier[1 + _SALT :]
    return hmac.compare_digest(digest, _digest(pin, salt, operator_id, secrets))


def _digest(pin: str, salt: bytes, operator_id: str, secrets: EventSecrets) -> bytes:
    pepper = HKDF(SHA256(), _DIGEST, None, b"checkin-desktop operator pin").derive(secrets.identity_key)
    kdf = Argon2id(
        salt=salt,
        length=_DIGEST,
        iterations=_PASSES,
        lanes=1,
        memory_cost=_MEMORY_KIB,
        ad=operator_id.encode(),
        secret=pepper,
    )
    return kdf.derive(pin.encode())
