"""What an open event does over a network (services/ports/network.py), put together once and stopped in order."""

import threading
from collections.abc import Callable
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.claims import DoorClaims
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.network import HubOff, HubSeen, HubState, Road, Sharing
from checkin_desktop.startup.events import OpenEvent
from checkin_desktop.startup.hub_link import HubLink, announced_urls, link_to
from checkin_desktop.startup.lan import LanHub
from checkin_desktop.startup.later import later
from checkin_desktop.startup.sync import DeskSync
from checkin_desktop.storage.event_file import EventFile

if TYPE_CHECKING:
    from checkin_desktop.replication import discovery
    from checkin_desktop.replication.discovery import Announced, Neighbourhood
else:
    (discovery,) = later("checkin_desktop.replication", "discovery")


def open_network(
    opened: OpenEvent, interfaces: tuple[str, ...] = (), *, listening: bool = True
) -> "DeskNetwork":
    """Of an event that was opened for writing; stopped by itself before the file is closed.

    `interfaces`: addresses of this computer to speak on; all if empty. Not `listening` it neither announces nor
    hears by mDNS: on one computer desks would find each other beside a cable that is pulled.
    """
    network = DeskNetwork(opened.file, opened.desk, opened.door, interfaces, listening)
    opened.before_closing(network.close)
    return network


class DeskNetwork:
    """Both roads, this desk's own hub, and the ears on the network."""

    def __init__(
        self,
        file: EventFile,
        desk: Desk,
        door: DoorClaims,
        interfaces: tuple[str, ...] = (),
        listening: bool = True,
    ) -> None:
        self._listening = listening
        self._file, self._desk, self._interfaces = file, desk, interfaces
        self._watchers: tuple[Callable[[], None], ...] = ()
        self._one_at_a_time = threading.RLock()
        self._neighbourhood: Neighbourhood | None = None
        self._hub = LanHub(file, door, tuple(map(IPv4Address, interfaces)))
        self._lan = DeskSync(desk, Road.LAN, door, self._tell, self._nearby)
        self._internet = DeskSync(desk, Road.INTERNET, door, self._tell)
        self._end_listening = file.when_written(self._written)
        if self._lan.link is not None:
            threading.Thread(target=self._look_quietly, name="mdns", daemon=True).start()

    def states(self) -> tuple[HubState, HubState]:
        return self._lan.state, self._internet.state

    def watch(self, changed: Callable[[], None]) -> None:
        self._watchers += (changed,)

    def connect(self, where: str, code: str = "") -> None:
        road, link, code = link_to(where, self._desk.store.secrets.event_id, code)
        if road is Road.LAN:
            self.stop_sharing()
            self._look_quietly()
        self._sync(road).connect(link, code)

    def disconnect(self, road: Road) -> None:
        self._sync(road).disconnect()

    def exchange_now(self) -> None:
        self._lan.ring()
        self._internet.ring()

    def found(self) -> tuple[HubSeen, ...]:
        ears = self._neighbourhood
        own = self._desk.store.station.station_id
        return tuple(
            HubSeen(a.name, f"{a.addresses[0]}:{a.port}", a.term, a.station_id.hex(), a.station_id == own)
            for a in (ears.seen() if ears else ())
        )

    def look(self) -> None:
        with self._one_at_a_time:
            if self._neighbourhood is None and self._listening:
                self._neighbourhood = discovery.Neighbourhood(
                    self._desk.store.secrets.tag, self._noticed, self._interfaces
                )

    def sharing(self) -> Sharing | None:
        return self._hub.sharing

    def share(self) -> Sharing:
        with self._one_at_a_time:
            link = self._lan.link
            heard = [link.term if link else 0, *(a.term for a in self._seen())]
            shared = self._hub.start(max(heard))
            self._lan.disconnect()
            self._look_quietly()
            if self._neighbourhood:
                self._neighbourhood.announce(self._hub.announcement())
        self._tell()
        return shared

    def new_code(self) -> Sharing:
        shared = self._hub.new_code()
        self._tell()
        return shared

    def stop_sharing(self) -> None:
        with self._one_at_a_time:
            if self._hub.sharing is None:
                return
            if self._neighbourhood:
                self._neighbourhood.withdraw()
            self._hub.stop()
        self._tell()

    def close(self) -> None:
        self._watchers = ()
        self._end_listening()
        for sync in (self._lan, self._internet):
            sync.stop()
        self.stop_sharing()
        with self._one_at_a_time:
            if self._neighbourhood:
                self._neighbourhood.close()
                self._neighbourhood = None

    def _sync(self, road: Road) -> DeskSync:
        return self._lan if road is Road.LAN else self._internet

    def _written(self) -> None:
        self._lan.written()
        self._internet.written()
        self._tell()

    def _seen(self) -> "tuple[Announced, ...]":
        ears = self._neighbourhood
        own = self._desk.store.station.station_id
        return tuple(a for a in (ears.seen() if ears else ()) if a.station_id != own)

    def _nearby(self) -> tuple[HubLink, ...]:
        return tuple(HubLink(announced_urls(a), term=a.term) for a in self._seen())

    def _noticed(self) -> None:
        """On the ears' thread. A hub with a higher term took over: this one steps back and goes to it."""
        shared, seen = self._hub.sharing, self._seen()
        newer = next((a for a in seen if shared and a.term > shared.term), None)
        if newer is not None:
            stepping = threading.Thread(target=self._step_back, args=(newer,), name="step-back", daemon=True)
            stepping.start()
        elif not isinstance(self._lan.state, HubOff):
            self._lan.ring()
        self._tell()

    def _step_back(self, newer: "Announced") -> None:
        self.stop_sharing()
        self._lan.go_to(HubLink(announced_urls(newer), term=newer.term))

    def _look_quietly(self) -> None:
        """Without multicast the remembered addresses have to do."""
        try:
            self.look()
        except PersonFacingError:
            return

    def _tell(self) -> None:
        for changed in self._watchers:
            changed()
