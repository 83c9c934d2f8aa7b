"""A desk that uses no network: what the window is given in tests, and where nothing else was opened."""

from collections.abc import Callable

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.ports.network import HubOff, HubSeen, HubState, Road, Sharing


class NoNetwork:
    """services/ports/network.py, always off."""

    def states(self) -> tuple[HubState, HubState]:
        return HubOff(Road.LAN), HubOff(Road.INTERNET)

    def watch(self, changed: Callable[[], None]) -> None:
        pass

    def connect(self, where: str, code: str = "") -> None:
        raise PersonFacingError("hub-no-network")

    def disconnect(self, road: Road) -> None:
        pass

    def exchange_now(self) -> None:
        pass

    def found(self) -> tuple[HubSeen, ...]:
        return ()

    def look(self) -> None:
        pass

    def sharing(self) -> Sharing | None:
        return None

    def share(self) -> Sharing:
        raise PersonFacingError("hub-no-network")

    def new_code(self) -> Sharing:
        raise PersonFacingError("hub-no-network")

    def stop_sharing(self) -> None:
        pass

    def close(self) -> None:
        pass
