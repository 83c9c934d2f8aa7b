"""The event's own certificate authority, by real TLS connections."""

import socket
import ssl
import threading
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from checkin_desktop.keys.event_keys import EventSecrets, new_event_secrets
from checkin_desktop.keys.tls import HUB_NAME, authority, fingerprint_of, hub_certificate

SECRETS = new_event_secrets().event
STATION = b"s" * 16
HERE = IPv4Address("127.0.0.1")


def shaken_hands(tmp_path: Path, served: EventSecrets, trusted: bytes, name: str) -> bytes:
    """One TLS handshake over a real socket; answers the certificate that the client saw (DER)."""
    hub = hub_certificate(served, STATION, [HERE])
    chain, key = tmp_path / "chain.pem", tmp_path / "key.pem"
    chain.write_bytes(hub.certificate)
    key.write_bytes(hub.key)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(chain, key)
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.verify_flags |= ssl.VERIFY_X509_STRICT
    client.load_verify_locations(cadata=trusted.decode())
    here, there = socket.socketpair()

    def serve() -> None:
        try:
            server.wrap_socket(there, server_side=True).close()
        except OSError:
            there.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        with here, client.wrap_socket(here, server_hostname=name) as wrapped:
            return wrapped.getpeercert(binary_form=True) or b""
    finally:
        here.close()
        thread.join()


@pytest.mark.parametrize("name", [HUB_NAME, "127.0.0.1"])
def test_a_desk_knows_its_events_hub_by_name_and_by_address(tmp_path: Path, name: str) -> None:
    seen = shaken_hands(tmp_path, SECRETS, authority(SECRETS), name)
    assert fingerprint_of(seen) == hub_certificate(SECRETS, STATION).fingerprint


def test_another_events_hub_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        shaken_hands(tmp_path, new_event_secrets().event, authority(SECRETS), HUB_NAME)


def test_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        shaken_hands(tmp_path, SECRETS, authority(SECRETS), "example.org")


def test_every_desk_derives_the_same_authority_and_a_station_keeps_its_fingerprint() -> None:
    assert authority(SECRETS) == authority(SECRETS)
    assert authority(SECRETS) != authority(new_event_secrets().event)
    one, again = hub_certificate(SECRETS, STATION), hub_certificate(SECRETS, STATION, [HERE])
    assert one.fingerprint == again.fingerprint
    assert one.fingerprint != hub_certificate(SECRETS, b"t" * 16).fingerprint
