"""A programme of meetings as a spreadsheet gives it, before anybody knows who the parties are."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class ScheduleProblem(StrEnum):
    NO_PARTY = "no_party"
    SAME_PARTY = "same_party"
    BAD_DAY = "bad_day"
    BAD_TIME = "bad_time"
    ENDS_EARLY = "ends_early"


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """`row` as the spreadsheet counts it."""

    row: int
    day: date
    starts: time
    ends: time
    table: str
    party_a: str
    party_b: str
    topic: str


@dataclass(frozen=True, slots=True)
class BadRow:
    row: int
    kind: ScheduleProblem
    value: str

    @property
    def sentence(self) -> str:
        return f"meetings-row-{self.kind.value.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class ScheduleReading:
    rows: tuple[ScheduleRow, ...]
    problems: tuple[BadRow, ...]
