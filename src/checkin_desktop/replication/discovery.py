"""Hubs that announce themselves on the venue's network (multicast DNS, RFC 6762 and 6763).

Hotspots often block multicast: this only saves typing, the pairing QR does without.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address

from zeroconf import (
    BadTypeInNameException,
    InterfaceChoice,
    IPVersion,
    NonUniqueNameException,
    ServiceInfo,
    ServiceStateChange,
    Zeroconf,
)
from zeroconf import ServiceBrowser as Browser

from checkin_desktop.domain.errors import PersonFacingError

SERVICE = "_checkin-hub._tcp.local."
_MOST_SEEN = 64
_ASK_MS = 1_500
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Announced:
    """A hub as it announces itself; nothing of it is believed before its certificate was checked."""

    event_tag: str
    station_id: bytes
    name: str
    term: int
    port: int
    addresses: tuple[IPv4Address, ...]


class Neighbourhood:
    """Announces this desk's hub, and listens for those of the same event. `changed` is called on its thread.

    Raises PersonFacingError where this computer is on no network. `interfaces`: addresses to speak on, all if empty.
    """

    def __init__(self, event_tag: str, changed: Callable[[], object], interfaces: Sequence[str] = ()) -> None:
        self._tag = event_tag
        self._changed = changed
        self._lock = threading.Lock()
        self._seen: dict[str, Announced] = {}
        self._own: ServiceInfo | None = None
        try:
            self._zeroconf = Zeroconf(
                interfaces=list(interfaces) or InterfaceChoice.All, ip_version=IPVersion.V4Only
            )
        except (OSError, RuntimeError) as error:
            raise PersonFacingError("hub-no-network") from error
        self._browser = Browser(self._zeroconf, SERVICE, handlers=[self._noticed])

    def seen(self) -> tuple[Announced, ...]:
        """The hubs of this event, the highest term first."""
        with self._lock:
            return tuple(sorted(self._seen.values(), key=lambda a: (-a.term, a.station_id)))

    def announce(self, hub: Announced) -> None:
        """In place of what was announced before."""
        self.withdraw()
        label = f"{self._tag}-{hub.station_id.hex()[:12]}"
        info = ServiceInfo(
            SERVICE,
            f"{label}.{SERVICE}",
            port=hub.port,
            addresses=[a.packed for a in hub.addresses],
            properties={
                "event": hub.event_tag,
                "station": hub.station_id.hex(),
                "name": hub.name[:60],
                "term": str(hub.term),
            },
            server=f"checkin-{hub.station_id.hex()[:12]}.local.",
        )
        try:
            self._zeroconf.register_service(info, allow_name_change=True)
        except (NonUniqueNameException, BadTypeInNameException, OSError) as error:
            _log.info("not announced: %s", type(error).__name__)
            return
        self._own = info

    def withdraw(self) -> None:
        if self._own is not None:
            self._zeroconf.unregister_service(self._own)
            self._own = None

    def close(self) -> None:
        self.withdraw()
        self._browser.cancel()
        self._zeroconf.close()

    def _noticed(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        found = None
        if state_change is not ServiceStateChange.Removed:
            info = zeroconf.get_service_info(service_type, name, _ASK_MS)
            found = announced(info) if info else None
        with self._lock:
            if found is not None and found.event_tag == self._tag and len(self._seen) < _MOST_SEEN:
                self._seen[name] = found
            elif self._seen.pop(name, None) is None:
                return
        self._changed()


def announced(info: ServiceInfo) -> Announced | None:
    """None for anything that does not announce itself as our hubs do."""
    said = {
        key.decode("ascii", "replace"): (value or b"").decode("utf-8", "replace")
        for key, value in info.properties.items()
    }
    try:
        station = bytes.fromhex(said.get("station", ""))
        term = int(said.get("term", ""))
    except ValueError:
        return None
    addresses = tuple(IPv4Address(a) for a in info.addresses_by_version(IPVersion.V4Only)[:8])
    port = info.port or 0
    if len(station) != 16 or not 0 < term < 2**31 or not addresses or not 0 < port < 65536:
        return None
    return Announced(said.get("event", "")[:5], station, said.get("name", "")[:60], term, port, addresses)
