"""The event and the checkpoints at which people are checked in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from checkin_desktop.domain.people import Category, plain


class HourKind(StrEnum):
    """What an hour on the certificate is: 45 or 50 minutes of class, or sixty of the clock."""

    ACADEMIC = "academic"
    TEACHING = "teaching"
    CLOCK = "clock"


class CheckpointKind(StrEnum):
    """`once`: something is handed over there, a kit or a lunch, once to each person; nobody enters by it."""

    DAY = "day"
    SESSION = "session"
    ONCE = "once"


class SessionKind(StrEnum):
    TALK = "talk"
    PANEL = "panel"
    WORKING_TABLE = "working_table"
    NETWORKING = "networking"
    BILATERAL = "bilateral"
    CEREMONY = "ceremony"
    OTHER = "other"


class Direction(StrEnum):
    """What a scan at the checkpoint means."""

    ENTRY = "entry"
    EXIT = "exit"
    BOTH = "both"


class MissingExit(StrEnum):
    """How long somebody counts as present who was seen to come and not to leave."""

    UNTIL_END = "until_end"
    NOT_COUNTED = "not_counted"
    UNTIL_NEXT = "until_next"


MOST_TOLERANCE = 240
"""Minutes; more than that is another opening hour."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where and when people are checked in: a day of the event, one of its sessions, or a handing over.

    Times are the venue's wall clock. `categories` empty means everybody; `capacity` None means no limit.
    `required`: a certificate of attendance needs one admission here. `starts`/`ends` are the programme;
    `opens`/`closes`, where set, are when people are let in, `tolerance` minutes earlier and later too.
    `name` is the session's title; `last_day`: until when something is handed over, None for one day.
    """

    id: str
    name: str
    kind: CheckpointKind
    day: date
    starts: time | None = None
    ends: time | None = None
    room: str = ""
    session_kind: SessionKind | None = None
    capacity: int | None = None
    direction: Direction = Direction.ENTRY
    reentry: bool = False
    categories: frozenset[Category] = frozenset()
    required: bool = False
    opens: time | None = None
    closes: time | None = None
    tolerance: int = 0
    speakers: tuple[str, ...] = ()
    last_day: date | None = None

    @property
    def once(self) -> bool:
        return self.kind is CheckpointKind.ONCE

    @property
    def minutes_spared(self) -> int:
        return min(max(self.tolerance, 0), MOST_TOLERANCE)

    def is_on(self, day: date) -> bool:
        return self.day <= day <= max(self.day, self.last_day or self.day)


def double_booked(programme: Iterable[Checkpoint]) -> tuple[tuple[Checkpoint, Checkpoint], ...]:
    """Sessions that begin in a room before another one has ended there, and that other one. Bilateral meetings
    share theirs: each has its table."""
    sessions = (
        c
        for c in programme
        if c.kind is CheckpointKind.SESSION and c.room and c.session_kind is not SessionKind.BILATERAL
    )
    timed = [(c.starts, c.ends, c) for c in sessions if c.starts and c.ends]
    longest: dict[tuple[str, date], tuple[time, Checkpoint]] = {}
    found = []
    for starts, ends, c in sorted(timed, key=lambda one: (one[2].day, one[0], one[2].id)):
        place = plain(c.room), c.day
        until, before = longest.get(place, (starts, c))
        if starts < until:
            found.append((before, c))
        if before is c or ends > until:
            longest[place] = ends, c
    return tuple(found)


@dataclass(frozen=True, slots=True)
class EventSettings:
    """What the organiser states about the event; printed on badges and certificates.

    `hours` is the duration that the organiser states for the certificate, None if none is printed.
    `issuers` are the entities that grant it, `signatories` (name, position) who sign on paper. `logos` name
    images of the journal by their SHA-256, as hex, in the order in which they stand. `hours_from_scans`: hours
    present are computed from scans, with `missing_exit` for those who were not seen to leave.
    """

    name: str
    days: tuple[date, ...]
    timezone: str = "America/Lima"
    place: str = ""
    city: str = ""
    issuers: tuple[str, ...] = ()
    signatories: tuple[tuple[str, str], ...] = ()
    hours: int | None = None
    hour_kind: HourKind = HourKind.ACADEMIC
    year_slogan: str = ""
    domain: str = ""
    contact: str = ""
    logos: tuple[str, ...] = ()
    missing_exit: MissingExit = MissingExit.UNTIL_END
    hours_from_scans: bool = False
