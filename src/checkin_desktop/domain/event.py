"""The event and the checkpoints at which people are checked in."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from checkin_desktop.domain.people import Category


class HourKind(StrEnum):
    """What an hour on the certificate is: 45 or 50 minutes of class, or sixty of the clock."""

    ACADEMIC = "academic"
    TEACHING = "teaching"
    CLOCK = "clock"


class CheckpointKind(StrEnum):
    DAY = "day"
    SESSION = "session"


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


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where and when people are checked in: a day of the event, or one of its sessions.

    Times are the venue's wall clock. `categories` empty means everybody; `capacity` None means no limit.
    `required`: a certificate of attendance needs one admission here. `starts`/`ends` are the programme;
    `opens`/`closes`, where set, are when people are let in.
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


@dataclass(frozen=True, slots=True)
class EventSettings:
    """What the organiser states about the event; printed on badges and certificates.

    `hours` is the duration that the organiser states for the certificate, None if none is printed.
    `issuers` are the entities that grant it, `signatories` (name, position) who sign on paper. `logos` name
    images of the journal by their SHA-256, as hex, in the order in which they stand.
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
