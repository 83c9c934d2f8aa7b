"""How a station shows a hub who it is, and how the hub keeps the token that it gives."""

import hashlib
import hmac
import secrets

_PURPOSE = b"checkin-desktop lan"


def enrol_message(event_id: bytes, station_id: bytes, code: str, at: int) -> bytes:
    """What the station's key signs. `at`: milliseconds UTC, at least 0."""
    code_digest = hashlib.sha256(code.encode()).digest()
    return b"checkin-desktop enrol" + event_id + station_id + code_digest + at.to_bytes(8, "big")


def event_proof(bundle_key: bytes, message: bytes) -> bytes:
    """Shows that the station holds the event's secrets, to a hub that holds them too."""
    return hmac.digest(_derived(bundle_key), message, "sha256")


def proves_event(bundle_key: bytes, message: bytes, proof: bytes) -> bool:
    return hmac.compare_digest(event_proof(bundle_key, message), proof)


def new_token() -> str:
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> bytes:
    """What a hub stores: whoever reads its tables gets no token."""
    return hashlib.sha256(token.encode()).digest()


def _derived(key: bytes) -> bytes:
    """HKDF-SHA256 (RFC 5869), one block, no salt."""
    extracted = hmac.digest(bytes(32), key, "sha256")
    return hmac.digest(extracted, _PURPOSE + b"\x01", "sha256")
