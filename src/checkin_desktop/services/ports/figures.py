"""Counts for the dashboard, which the event file makes by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fill:
    """How many were ever let in at a checkpoint, and how many are inside."""

    admitted: int
    inside: int


@dataclass(frozen=True, slots=True)
class Share:
    """Of the people of one region, category … how many are expected and how many came. `name` may be empty."""

    name: str
    expected: int
    arrived: int


@dataclass(frozen=True, slots=True)
class Belonging:
    """Of the people of one organisation (into which theirs was merged) who wrote one region. Both may be empty."""

    organisation_id: str
    region: str
    expected: int
    arrived: int


class Figures(Protocol):
    """Expected is who was not withdrawn, or came all the same."""

    def arrivals(self, checkpoint_ids: Sequence[str], step_ms: int) -> dict[int, int]:
        """First arrivals at any of these checkpoints (empty: of all), by the start of each step, ms UTC."""
        ...

    def fills(self) -> dict[str, Fill]: ...
    def by_category(self, checkpoint_ids: Sequence[str]) -> list[Share]: ...
    def by_belonging(self, checkpoint_ids: Sequence[str]) -> list[Belonging]: ...
    def inside(self, checkpoint_ids: Sequence[str]) -> int:
        """People inside at any of them, once each."""
        ...

    def initials(self) -> dict[str, int]:
        """How many expected people have a surname with which initial."""
        ...

    def between_scans(self, station_id: bytes, longest_ms: int, most: int) -> list[int]:
        """Milliseconds between a station's last scans, pauses left out."""
        ...
