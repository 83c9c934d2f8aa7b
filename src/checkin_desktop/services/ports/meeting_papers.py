"""What is printed of meetings and delegations: frozen facts, no layout."""

from dataclasses import dataclass
from datetime import date, time

from checkin_desktop.domain.meetings import MeetingState
from checkin_desktop.services.arrivals import Quarter


@dataclass(frozen=True, slots=True)
class Signer:
    name: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class ActaFace:
    """One acta. Empty texts are printed as lines to write on; `ends` None: not known yet."""

    a: str
    b: str
    people_a: tuple[Signer, ...]
    people_b: tuple[Signer, ...]
    day: date
    starts: time
    ends: time | None
    table: str
    topic: str
    topics: str = ""
    agreements: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    day: date
    starts: time
    ends: time
    table: str
    a: str
    b: str
    topic: str
    state: MeetingState


@dataclass(frozen=True, slots=True)
class Agenda:
    """`party` empty: the whole programme; else of each line only the other side is told, in `b`."""

    party: str
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class DelegationFace:
    name: str
    region: str
    here: tuple[str, ...]
    missing: tuple[str, ...]
    escorts: int


@dataclass(frozen=True, slots=True)
class RegionFace:
    """`region` empty: who is of none."""

    region: str
    organisations: int
    organisations_present: int
    people_present: int
    present: bool


@dataclass(frozen=True, slots=True)
class SessionFace:
    """How many were admitted at a session; `capacity` None: no limit."""

    name: str
    day: date
    starts: time | None
    room: str
    came: int
    capacity: int | None


@dataclass(frozen=True, slots=True)
class SummaryFace:
    """What the organiser reports. `present`: the organisations that came, by name."""

    organisations: int
    regions: tuple[RegionFace, ...]
    present: tuple[str, ...]
    people: int
    people_present: int
    escorts: int
    meetings: tuple[tuple[MeetingState, int], ...]
    actas: int
    arrivals: tuple[Quarter, ...] = ()
    sessions: tuple[SessionFace, ...] = ()
