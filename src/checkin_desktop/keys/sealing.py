"""Secrets under a passphrase (Argon2id, RFC 9106) and data under a key (ChaCha20-Poly1305, RFC 8439)."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_SALT = 16
_NONCE = 12
_MEMORY_KIB = 64 * 1024
_PASSES = 3


class WrongKey(ValueError):
    """The passphrase or key does not open this, or it was altered."""


def seal_under_passphrase(passphrase: str, secret: bytes) -> bytes:
    salt = os.urandom(_SALT)
    return salt + encrypt(_stretch(passphrase, salt), secret, b"sealed")


def open_with_passphrase(passphrase: str, sealed: bytes) -> bytes:
    """Raises WrongKey."""
    if len(sealed) < _SALT + _NONCE:
        raise WrongKey
    return decrypt(_stretch(passphrase, sealed[:_SALT]), sealed[_SALT:], b"sealed")


def encrypt(key: bytes, data: bytes, bound_to: bytes) -> bytes:
    """`bound_to` is authenticated too: the same bytes elsewhere do not open."""
    nonce = os.urandom(_NONCE)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, data, bound_to)


def decrypt(key: bytes, data: bytes, bound_to: bytes) -> bytes:
    """Raises WrongKey."""
    try:
        return ChaCha20Poly1305(key).decrypt(data[:_NONCE], data[_NONCE:], bound_to)
    except (InvalidTag, ValueError) as error:
        raise WrongKey from error


def _stretch(passphrase: str, salt: bytes) -> bytes:
    kdf = Argon2id(salt=salt, length=32, iterations=_PASSES, lanes=1, memory_cost=_MEMORY_KIB)
    return kdf.derive(passphrase.strip().encode())
