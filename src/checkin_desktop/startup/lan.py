"""This desk as the hub of the venue. What serves is loaded when a person starts to share."""

from collections.abc import Sequence
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.addresses import own_addresses
from checkin_desktop.replication.claims import DoorClaims
from checkin_desktop.services.pairing import PIN_BYTES, Pairing, pairing_text
from checkin_desktop.services.ports.network import Road, Sharing
from checkin_desktop.startup.later import later
from checkin_desktop.storage.event_file import EventFile

if TYPE_CHECKING:
    from checkin_desktop.keys import tls
    from checkin_desktop.keys.tls import HubCertificate
    from checkin_desktop.replication import discovery
    from checkin_desktop.replication.discovery import Announced
    from checkin_desktop.startup import hub, lan_server
    from checkin_desktop.startup.hub import EmbeddedHub
    from checkin_desktop.startup.lan_server import LanServer
else:
    (tls,) = later("checkin_desktop.keys", "tls")
    (discovery,) = later("checkin_desktop.replication", "discovery")
    hub, lan_server = later("checkin_desktop.startup", "hub lan_server")

_TERM_NOTE = "hub-term"


class LanHub:
    """The embedded hub of an open event: started and stopped, its term remembered. One call at a time.

    `addresses`: of this computer, to share at; all if empty.
    """

    def __init__(self, file: EventFile, door: DoorClaims, addresses: Sequence[IPv4Address] = ()) -> None:
        self._file, self._door, self._given = file, door, tuple(addresses)
        self._server: LanServer | None = None
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
        self._certificate = tls.hub_certificate(self._file.secrets, self._file.station.station_id, addresses)
        self._hub = hub.embedded_hub(self._file, term)
        address = str(self._given[0]) if self._given else "0.0.0.0"
        self._server = lan_server.LanServer(self._hub, address, self._certificate)
        self._server.start()
        self._door.use(Road.LAN, self._hub.claims)
        self.sharing = self._told(addresses, self._server.port, term)
        return self.sharing

    def new_code(self) -> Sharing:
        """In place of the last one shown, which stays good until it is used or expires."""
        now = self.sharing
        if now is None:
            raise PersonFacingError("hub-not-sharing")
        addresses = tuple(IPv4Address(a.partition(":")[0]) for a in now.addresses)
        self.sharing = self._told(addresses, now.port, now.term)
        return self.sharing

    def announcement(self) -> "Announced":
        now = self.sharing
        if now is None:
            raise PersonFacingError("hub-not-sharing")
        own = self._file.station.station_id
        with self._file.read() as reads:
            name = next((s.name for s in reads.event.stations() if s.id == own), "")
        addresses = tuple(IPv4Address(a.partition(":")[0]) for a in now.addresses)
        return discovery.Announced(self._file.secrets.tag, own, name, now.term, now.port, addresses)

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
