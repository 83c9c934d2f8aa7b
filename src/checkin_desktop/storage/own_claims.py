"""The desk that is the hub itself: what others claimed counts at its own door too, in the same unit of work."""

from checkin_desktop.services.ports.store import Unit
from checkin_desktop.storage import hub_exchange
from checkin_desktop.storage.event_file import EventFile
from checkin_desktop.storage.unit import UnitOfWork
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest


class OwnClaims:
    """services/ports/claims.py without a network: always answered, nothing to keep or to give back."""

    ready = True

    def __init__(self, file: EventFile) -> None:
        self._file = file

    def ask(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer | None:
        if not isinstance(unit, UnitOfWork):
            raise TypeError(type(unit))
        own = self._file.station.station_id
        return hub_exchange.claim(unit.connection, own, request, self._file.now_ms(), keep=False)

    def give_back(self) -> None:
        """The entry is in the same unit as the claim, or neither is."""
