"""What a desk does over a network, as the window sees it: hubs it goes to, and whether it is one itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from checkin_desktop.domain.errors import PersonFacingError


class Road(StrEnum):
    """A desk may go to one hub on each: another desk of the venue, and the office's server."""

    LAN = "lan"
    INTERNET = "internet"


@dataclass(frozen=True, slots=True)
class HubOff:
    """No hub was ever given for this road."""

    road: Road


@dataclass(frozen=True, slots=True)
class HubLooking:
    """On the way to it; nothing was heard of it yet since the event was opened. `hub`: its name or address."""

    road: Road
    hub: str


@dataclass(frozen=True, slots=True)
class HubConnected:
    """`heard_at`: the last exchange (ms UTC). `to_send`: entries here that the hub lacks, 0 right after an exchange.
    `set_aside`: entries that it refuses. `held`: entries there that do not count yet."""

    road: Road
    hub: str
    heard_at: int
    to_send: int = 0
    set_aside: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class HubWaiting:
    """Not reached, or refused: `why` in words; tried again at `until` (ms UTC). `heard_at` 0: never."""

    road: Road
    hub: str
    until: int
    why: PersonFacingError
    heard_at: int = 0
    to_send: int = 0


HubState = HubOff | HubLooking | HubConnected | HubWaiting


@dataclass(frozen=True, slots=True)
class HubSeen:
    """A hub of this event that announces itself on this network (mDNS). `own`: this desk's."""

    name: str
    address: str
    term: int
    station_id: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Sharing:
    """This desk is a hub. `pairing`: the text of the QR that other desks scan or paste, with a one-time `code`
    good until `code_until` (ms UTC). `addresses` as people type them, with the port: `192.168.0.12:8765`."""

    addresses: tuple[str, ...]
    port: int
    term: int
    pairing: str
    code: str
    code_until: int


class Network(Protocol):
    """Of one open event. What says "on a lane" may take seconds; the rest answers at once, on any thread."""

    def states(self) -> tuple[HubState, HubState]:
        """Of both roads, the LAN's first."""
        ...

    def watch(self, changed: Callable[[], None]) -> None:
        """`changed` is called, on some thread, whenever anything that is said here becomes something else."""
        ...

    def connect(self, where: str, code: str = "") -> None:
        """On a lane. `where`: a pairing text or an address; the first exchange is made, later ones by themselves.

        Raises PersonFacingError (nothing is remembered then)."""
        ...

    def disconnect(self, road: Road) -> None:
        """Forgets the hub."""
        ...

    def exchange_now(self) -> None:
        """Does not wait for the next attempt."""
        ...

    def found(self) -> tuple[HubSeen, ...]:
        """The hubs of this event seen on this network since `look` (or `share`, or `connect`)."""
        ...

    def look(self) -> None:
        """On a lane. Begins to listen for hubs that announce themselves."""
        ...

    def sharing(self) -> Sharing | None: ...
    def share(self) -> Sharing:
        """On a lane. Makes this desk the hub, above every term it has heard of: other hubs step back.

        Raises PersonFacingError (no network, the port can't be had, the event has no passphrase)."""
        ...

    def new_code(self) -> Sharing:
        """On a lane. A fresh one-time code: each lets one laptop in."""
        ...

    def stop_sharing(self) -> None:
        """On a lane."""
        ...

    def close(self) -> None:
        """Stops everything within a second or two; before the event file is closed."""
        ...
