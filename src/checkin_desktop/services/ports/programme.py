"""What a spreadsheet says of an event's programme, once read."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from checkin_desktop.domain.event import CheckpointKind, SessionKind


class ProgrammeField(StrEnum):
    """What a column can hold. `hours`: start and end in one cell."""

    DAY = "day"
    HOURS = "hours"
    STARTS = "starts"
    ENDS = "ends"
    TITLE = "title"
    ROOM = "room"
    KIND = "kind"
    SPEAKERS = "speakers"
    CAPACITY = "capacity"
    REQUIRED = "required"


class ProgrammeProblemKind(StrEnum):
    NO_TITLE = "no_title"
    BAD_DAY = "bad_day"
    BAD_TIME = "bad_time"
    ENDS_EARLY = "ends_early"
    BAD_CAPACITY = "bad_capacity"
    TWICE = "twice"


_REFUSING = frozenset(
    {ProgrammeProblemKind.NO_TITLE, ProgrammeProblemKind.BAD_DAY, ProgrammeProblemKind.TWICE}
)


@dataclass(frozen=True, slots=True)
class ProgrammeProblem:
    """What is wrong with one cell; `row` counts from 1 as the spreadsheet does."""

    row: int
    column: str
    kind: ProgrammeProblemKind
    value: str

    @property
    def sentence(self) -> str:
        """The id of what is said of it; arguments `row`, `column`, `value`."""
        return f"programme-problem-{self.kind.value.replace('_', '-')}"

    @property
    def refuses_row(self) -> bool:
        """Otherwise only the value is left out and the session goes in."""
        return self.kind in _REFUSING


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session of the list; what its row leaves open is empty or None."""

    row: int
    day: date
    title: str
    starts: time | None = None
    ends: time | None = None
    room: str = ""
    kind: CheckpointKind = CheckpointKind.SESSION
    session_kind: SessionKind | None = None
    speakers: tuple[str, ...] = ()
    capacity: int | None = None
    required: bool | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeReading:
    rows: tuple[SessionRow, ...]
    problems: tuple[ProgrammeProblem, ...]
    columns: dict[str, ProgrammeField]
