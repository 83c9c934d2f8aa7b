"""Which hubs are believed: by the event's own authority, by a pinned key, or as the whole internet does it."""

import contextlib
import socket
import ssl

from checkin_desktop.keys.tls import HUB_NAME, fingerprint_of
from checkin_desktop.services.ports.remote_hub import HubError, Trouble


def event_trust(authority: bytes) -> ssl.SSLContext:
    """Only hubs of the event, whatever their address. `authority`: the event's own, as PEM."""
    return _trusting(authority.decode("ascii"))


def public_trust() -> ssl.SSLContext:
    """A server of the office: what this computer trusts anyway."""
    return ssl.create_default_context()


def pinned_trust(host: str, port: int, pin: bytes, timeout_s: float = 5.0) -> ssl.SSLContext:
    """Only the hub whose public key's SHA-256 begins with `pin`, for a laptop that holds no secrets yet.

    Nothing is said to the hub before its key was seen. Raises HubError.
    """
    address = f"{host}:{port}"
    anyone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anyone.minimum_version = ssl.TLSVersion.TLSv1_3
    anyone.check_hostname = False
    anyone.verify_mode = ssl.CERT_NONE
    try:
        with contextlib.ExitStack() as open_now:
            plain = open_now.enter_context(socket.create_connection((host, port), timeout_s))
            wrapped = open_now.enter_context(anyone.wrap_socket(plain, server_hostname=HUB_NAME))
            seen = wrapped.getpeercert(binary_form=True) or b""
    except OSError as error:
        raise HubError(Trouble.UNREACHABLE, address) from error
    try:
        good = len(pin) >= 16 and fingerprint_of(seen).startswith(pin)
    except ValueError:
        good = False
    if not good:
        raise HubError(Trouble.WRONG_CERTIFICATE, address)
    context = _trusting(seen)
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def _trusting(certificate: str | bytes) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_verify_locations(cadata=certificate)
    return context
