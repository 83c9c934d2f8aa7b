"""What the services need to read of meetings and delegations."""

from dataclasses import dataclass
from typing import Protocol

from checkin_desktop.domain.delegations import DelegationArranged
from checkin_desktop.domain.meetings import Meeting


@dataclass(frozen=True, slots=True)
class ActaTexts:
    """`others`: who took part besides those on the list."""

    topics: str
    agreements: str
    others: str = ""


class Meetings(Protocol):
    def all(self) -> list[Meeting]:
        """Every meeting as it is now, by day, time and table."""
        ...

    def acta(self, entry: bytes) -> ActaTexts | None:
        """The texts beside an acta's entry; None where they were erased."""
        ...

    def arranged(self) -> dict[str, DelegationArranged]: ...
    def escorts(self) -> dict[tuple[str, str, bytes], int]:
        """(delegation, checkpoint, station) → how many that desk counted."""
        ...
