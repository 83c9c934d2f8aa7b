"""Asking the hub, before an admission is written, whether another desk lets the same person in right now."""

from typing import Protocol

from checkin_desktop.services.ports.store import Unit
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest

BUDGET_S = 0.150
"""How long a person at the door may wait for the hub; then the desk decides alone."""


class Claims(Protocol):
    @property
    def ready(self) -> bool:
        """Is there a hub that answered a moment ago? Costs nothing to ask."""
        ...

    def ask(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer | None:
        """Within the budget, whatever the network does. None: no answer, the desk decides alone."""
        ...

    def give_back(self) -> None:
        """What was asked for last was not written after all. Returns at once."""
        ...
