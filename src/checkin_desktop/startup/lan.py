"""This desk as the hub of the venue, and a laptop that joins the event over the network."""

import contextlib
import os
import socket
import ssl
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path

import uvicorn

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.keys.event_keys import StationKeys, new_station_keys
from checkin_desktop.keys.tls import HubCertificate, hub_certificate
from checkin_desktop.replication.addresses import PORT, own_addresses
from checkin_desktop.replication.claims import DoorClaims
from checkin_desktop.replication.discovery import Announced
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.joining import Fetched, fetch_event, fetch_more
from checkin_desktop.services.pairing import PIN_BYTES, Pairing, pairing_text, read_pairing
from checkin_desktop.services.ports.network import Road, Sharing
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.services.sync import Progress, exchange_with_hub
from checkin_desktop.services.views import ExchangeResult
from checkin_desktop.startup.events import OpenEvent, join_fetched
from checkin_desktop.startup.hub import EmbeddedHub, embedded_hub
from checkin_desktop.startup.hub_link import HubLink, keep_link, open_pinned_hub, pairing_urls
from checkin_desktop.storage.event_file import EventFile, wall_clock_ms

_PORTS = 20
_STOP_S = 3.0
_TERM_NOTE = "hub-term"


class LanHub:
    """The embedded hub of an open event: started and stopped, its term remembered. One call at a time.

    `addresses`: of this computer, to share at; all if empty.
    """

    def __init__(self, file: EventFile, door: DoorClaims, addresses: Sequence[IPv4Address] = ()) -> None:
        self._file, self._door, self._given = file, door, tuple(addresses)
        self._server: _Server | None = None
        self._hub: EmbeddedHub | None = None
        self._certificate: HubCertificate | None = None
        self.sharing: Sharing | None = None

    def start(self, highest_term: int) -> Sharing:
        """A hub above every term heard of. Raises PersonFacingError."""
        if self.sharing:
            return self.sharing
        if self._file.open_secrets is not None:
            raise PersonFacingError("hub-share-needs-passphrase")
        addresses = self._given or own_addresses()
        if not addresses:
            raise PersonFacingError("hub-no-network")
        own = self._term()
        term = own if own > highest_term else highest_term + 1
        with self._file.unit() as unit:
            unit.keep_note(_TERM_NOTE, str(term).encode())
        self._certificate = hub_certificate(self._file.secrets, self._file.station.station_id, addresses)
        self._hub = embedded_hub(self._file, term)
        listening = _free_port(str(self._given[0]) if self._given else "0.0.0.0")
        self._server = _Server(self._hub, listening, _context(self._certificate))
        self._server.start()
        self._door.use(Road.LAN, self._hub.claims)
        self.sharing = self._told(addresses, listening.getsockname()[1], term)
        return self.sharing

    def new_code(self) -> Sharing:
        """In place of the last one shown, which stays good until it is used or expires."""
        now = self.sharing
        if now is None:
            raise PersonFacingError("hub-not-sharing")
        addresses = tuple(IPv4Address(a.partition(":")[0]) for a in now.addresses)
        self.sharing = self._told(addresses, now.port, now.term)
        return self.sharing

    def announcement(self) -> Announced:
        now = self.sharing
        if now is None:
            raise PersonFacingError("hub-not-sharing")
        own = self._file.station.station_id
        with self._file.read() as reads:
            name = next((s.name for s in reads.event.stations() if s.id == own), "")
        addresses = tuple(IPv4Address(a.partition(":")[0]) for a in now.addresses)
        return Announced(self._file.secrets.tag, own, name, now.term, now.port, addresses)

    def stop(self) -> None:
        self._door.use(Road.LAN, None)
        if self._server:
            self._server.stop()
        self._server = None
        self.sharing = None

    def _told(self, addresses: Sequence[IPv4Address], port: int, term: int) -> Sharing:
        if self._certificate is None or self._hub is None:
            raise RuntimeError("not started")
        code, until = self._hub.new_code()
        event_id = self._file.secrets.event_id
        pin = self._certificate.fingerprint[:PIN_BYTES]
        pairing = pairing_text(Pairing(event_id, term, port, pin, code, tuple(addresses)))
        shown = tuple(f"{address}:{port}" for address in addresses)
        return Sharing(shown, port, term, pairing, code, until)

    def _term(self) -> int:
        noted = self._file.note(_TERM_NOTE)
        return int(noted) if noted.isdigit() else 0


class Joining:
    """A laptop on its way into an event: everything was fetched, the passphrase is still to be said."""

    def __init__(self, fetched: Fetched, own: StationKeys, hub: HttpHub, term: int) -> None:
        self._fetched, self._own, self._hub, self._term = fetched, own, hub, term

    @property
    def name(self) -> str:
        """The event's."""
        return self._fetched.name

    def finish(
        self,
        passphrase: str | None,
        *,
        path: Path | None = None,
        station_name: str = "",
        as_last: bool = True,
    ) -> tuple[OpenEvent, ExchangeResult]:
        """Makes the event file, from the next free slot; the network takes over from there.

        Raises PassphraseNeeded, or PersonFacingError if it is wrong: it may be tried again.
        """
        secrets = self._fetched.open(passphrase)
        with contextlib.suppress(
            HubError
        ):  # another laptop may have taken a slot while the passphrase was typed
            self._fetched = fetch_more(self._hub, self._fetched)
        opened, result = join_fetched(
            self._fetched, secrets, self._own, path=path, station_name=station_name, as_last=as_last
        )
        link = HubLink((self._hub.url,), token=self._hub.token, term=self._term)
        keep_link(opened.desk.store, Road.LAN, link)
        with contextlib.suppress(HubError):  # the next laptop must not take this slot; else in the background
            result = replace(result, sent=exchange_with_hub(opened.desk, self._hub).sent)
        self.close()
        return opened, result

    def close(self) -> None:
        self._hub.close()


def begin_joining(pairing: str, progress: Progress | None = None) -> Joining:
    """Fetches the whole event from the hub whose pairing text was scanned. Raises PersonFacingError."""
    said = read_pairing(pairing)
    own = new_station_keys(0, bytes(32))
    failed: HubError | None = None
    for url in pairing_urls(said):
        try:
            hub = open_pinned_hub(url, said.event_id, said.pin)
        except HubError as error:
            failed = failed or error
            continue
        try:
            fetched = fetch_event(hub, said.event_id, own, said.code, wall_clock_ms(), progress)
        except BaseException:
            hub.close()
            raise
        return Joining(fetched, own, hub, said.term)
    raise failed or HubError(Trouble.UNREACHABLE, "")


def join_over_lan(
    pairing: str,
    passphrase: str | None,
    *,
    path: Path | None = None,
    station_name: str = "",
    progress: Progress | None = None,
    as_last: bool = True,
) -> tuple[OpenEvent, ExchangeResult]:
    """Both at once. A wrong passphrase costs the one-time code: where a person types it, use `begin_joining`."""
    joining = begin_joining(pairing, progress)
    with contextlib.closing(joining):
        return joining.finish(passphrase, path=path, station_name=station_name, as_last=as_last)


class _Server(uvicorn.Server):
    """The hub's server on a thread of its own."""

    def __init__(self, hub: EmbeddedHub, listening: socket.socket, context: ssl.SSLContext) -> None:
        super().__init__(
            uvicorn.Config(
                hub.app,
                ssl_context_factory=lambda *_: context,
                log_config=None,
                access_log=False,
                lifespan="on",
                timeout_keep_alive=75,
                timeout_graceful_shutdown=2,
                server_header=False,
            )
        )
        self._hub = hub
        self._listening = listening
        self._up = threading.Event()
        self._thread = threading.Thread(target=self.run, args=([listening],), name="lan-hub", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._up.wait(10)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._up.set()

    def stop(self) -> None:
        self._hub.drain()
        self.should_exit = True
        self._thread.join(_STOP_S)
        self.force_exit = True
        self._thread.join(_STOP_S)
        self._listening.close()


def _free_port(address: str) -> socket.socket:
    """Listening at the usual port or one of the next. Raises PersonFacingError."""
    for port in range(PORT, PORT + _PORTS):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere this would let two programs share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((address, port))
            listening.listen(128)
        except OSError:
            listening.close()
            continue
        return listening
    raise PersonFacingError("hub-no-port", first=PORT, last=PORT + _PORTS - 1)


def _context(certificate: HubCertificate) -> ssl.SSLContext:
    """Python loads keys from files alone: they lie in a folder of ours for that moment."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with tempfile.TemporaryDirectory() as folder:
        chain, key = Path(folder, "chain.pem"), Path(folder, "key.pem")
        chain.write_bytes(certificate.certificate)
        key.write_bytes(certificate.key)
        context.load_cert_chain(chain, key)
    return context
