"""Bilateral meetings: two parties at a table in a slot, what happened to each, and where two can't both be held.

Every fact stands for itself; what a meeting is now is told from all of them in the journal's order (hlc, then
entry), so that desks that heard of them in another order say the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from checkin_desktop.domain.event import Checkpoint, SessionKind
from checkin_desktop.domain.people import plain


class Side(StrEnum):
    A = "a"
    B = "b"

    @property
    def other(self) -> "Side":
        return Side.B if self is Side.A else Side.A


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation (or a delegation) by its name, or named people by their ids, or both: these of that one."""

    name: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when; the venue's wall clock. `table` empty: not decided yet."""

    table: str
    day: date
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class MeetingScheduled:
    """The whole meeting; a later entry replaces an earlier one. `ad_hoc`: agreed on the spot.

    `names`, `words`: commitments to what stands beside the entry, since it may name somebody: the parties' names
    that are no organisation's of the list, and the topic.
    """

    meeting_id: str
    party_a: Party
    party_b: Party
    place: Place
    topic: str = ""
    ad_hoc: bool = False
    replaces: tuple[bytes, ...] = ()
    names: bytes = b""
    words: bytes = b""


@dataclass(frozen=True, slots=True)
class MeetingsSwapped:
    """Two meetings take each other's place: what each has from here on."""

    first: str
    second: str
    first_place: Place
    second_place: Place
    replaces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingCancelled:
    meeting_id: str


@dataclass(frozen=True, slots=True)
class MeetingAttended:
    """Somebody of one side was scanned, or picked from the list, at the meetings' station."""

    meeting_id: str
    attendee_id: str
    side: Side
    occurred_at: int


@dataclass(frozen=True, slots=True)
class MeetingStarted:
    """`arrivals`: the entries by which the sides are known to be there; fewer than two if a person said so."""

    meeting_id: str
    arrivals: tuple[bytes, ...]
    occurred_at: int


@dataclass(frozen=True, slots=True)
class MeetingEnded:
    meeting_id: str
    occurred_at: int


@dataclass(frozen=True, slots=True)
class MeetingNoShow:
    """Which sides did not come."""

    meeting_id: str
    absent: tuple[Side, ...]
    occurred_at: int


@dataclass(frozen=True, slots=True)
class MeetingReopened:
    """What was said of it by mistake no longer stands. `takes_back`: only these entries; empty: all, so that it is
    back to being only scheduled."""

    meeting_id: str
    takes_back: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class ActaWritten:
    """Who took part; topics and agreements stand beside the entry, since they may name people."""

    meeting_id: str
    attendees: tuple[str, ...]
    commitment: bytes
    occurred_at: int


MeetingFact = (
    MeetingScheduled
    | MeetingsSwapped
    | MeetingCancelled
    | MeetingAttended
    | MeetingStarted
    | MeetingEnded
    | MeetingNoShow
    | MeetingReopened
    | ActaWritten
)


LONGEST_MS = 3 * 3_600_000
"""No meeting lasts longer."""


class MeetingState(StrEnum):
    SCHEDULED = "scheduled"
    UNDER_WAY = "under_way"
    HELD = "held"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Said:
    """One fact as the journal has it."""

    entry: bytes
    hlc: int
    fact: MeetingFact


@dataclass(frozen=True, slots=True)
class Arrival:
    entry: bytes
    attendee_id: str
    side: Side
    at: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """`edits`: the entries that a change made now replaces; more than one: desks changed it unknown to each other
    and the latest is shown. `acta`: the entry beside which topics and agreements stand, empty if none was written.
    `called_off`: the entries by which it was missed or cancelled, as long as it is."""

    id: str
    party_a: Party
    party_b: Party
    place: Place
    topic: str = ""
    ad_hoc: bool = False
    state: MeetingState = MeetingState.SCHEDULED
    absent: tuple[Side, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    started_at: int | None = None
    ended_at: int | None = None
    acta: bytes = b""
    attendees: tuple[str, ...] = ()
    edits: tuple[bytes, ...] = ()
    called_off: tuple[bytes, ...] = ()

    @property
    def disputed(self) -> bool:
        return len(self.edits) > 1

    def party(self, side: Side) -> Party:
        return self.party_a if side is Side.A else self.party_b

    def here(self, side: Side) -> bool:
        return any(a.side is side for a in self.arrivals)


def ids_of(fact: MeetingFact) -> tuple[str, ...]:
    """The meetings that a fact is about, each once."""
    if isinstance(fact, MeetingsSwapped):
        return tuple(dict.fromkeys((fact.first, fact.second)))
    return (fact.meeting_id,)


def meeting_of(meeting_id: str, said: Iterable[Said]) -> Meeting | None:
    """What a meeting is now; None before it was scheduled."""
    ordered = sorted(said, key=lambda s: (s.hlc, s.entry))
    gone = {entry for s in ordered if isinstance(s.fact, MeetingReopened) for entry in s.fact.takes_back}
    ordered = [s for s in ordered if s.entry not in gone]
    plans = [s for s in ordered if isinstance(s.fact, MeetingScheduled)]
    if not plans:
        return None
    plan = plans[-1].fact
    assert isinstance(plan, MeetingScheduled)
    meeting = Meeting(meeting_id, plan.party_a, plan.party_b, plan.place, plan.topic, plan.ad_hoc)
    for one in ordered:
        meeting = _after(meeting, one)
    return replace(meeting, edits=_edits(ordered))


def _edits(ordered: Sequence[Said]) -> tuple[bytes, ...]:
    changes = [s for s in ordered if isinstance(s.fact, MeetingScheduled | MeetingsSwapped)]
    replaced = {
        entry
        for s in changes
        if isinstance(s.fact, MeetingScheduled | MeetingsSwapped)
        for entry in s.fact.replaces
    }
    return tuple(s.entry for s in changes if s.entry not in replaced) or (changes[-1].entry,)


def _after(meeting: Meeting, said: Said) -> Meeting:
    match said.fact:
        case MeetingScheduled(place=place):
            return replace(meeting, place=place)
        case MeetingsSwapped(first=first, first_place=one, second_place=other):
            return replace(meeting, place=one if first == meeting.id else other)
        case MeetingCancelled():
            return _called_off(meeting, said.entry, MeetingState.CANCELLED)
        case MeetingAttended(attendee_id=attendee_id, side=side, occurred_at=at):
            return replace(meeting, arrivals=(*meeting.arrivals, Arrival(said.entry, attendee_id, side, at)))
        case MeetingStarted(occurred_at=at):
            return replace(meeting, state=MeetingState.UNDER_WAY, started_at=at, ended_at=None, absent=())
        case MeetingEnded(occurred_at=at):
            return replace(meeting, state=MeetingState.HELD, ended_at=at, absent=())
        case MeetingNoShow(absent=absent):
            return replace(_called_off(meeting, said.entry, MeetingState.NO_SHOW), absent=absent)
        case MeetingReopened(takes_back=entries) if entries:
            return meeting
        case MeetingReopened():
            fresh = replace(meeting, state=MeetingState.SCHEDULED, absent=(), arrivals=())
            return replace(fresh, started_at=None, ended_at=None)
        case ActaWritten(attendees=attendees, occurred_at=at):
            ended = meeting.ended_at if meeting.ended_at is not None else _ended_by_acta(meeting, at)
            written = replace(meeting, acta=said.entry, attendees=attendees)
            return replace(written, state=MeetingState.HELD, ended_at=ended, absent=())


def _ended_by_acta(meeting: Meeting, written: int) -> int | None:
    """Written at the table it ends the meeting; typed in the evening it says nothing of when that was."""
    if meeting.started_at is None or not 0 <= written - meeting.started_at <= LONGEST_MS:
        return None
    return written


def _called_off(meeting: Meeting, entry: bytes, state: MeetingState) -> Meeting:
    before = meeting.called_off if meeting.state is state else ()
    return replace(meeting, state=state, called_off=(*before, entry))


def session_of(
    meeting: Meeting, parties: tuple[str, str], programme: Iterable[Checkpoint]
) -> Checkpoint | None:
    """The bilateral session at which somebody who attends the meeting is present; None: the programme has none.

    Of that day's: the one whose title names both `parties`, else among those at the meeting's time the one whose
    room is its table, else the only one. A session without times takes the whole day.
    """
    place = meeting.place
    day = [c for c in programme if c.session_kind is SessionKind.BILATERAL and c.is_on(place.day)]
    named = [c for c in day if all(_says(c.name, party) for party in parties)]
    now = [c for c in day if _at_its_time(c, place)]
    here = [c for c in now if _says(c.room, place.table)]
    for found in (named, here, now):
        if len(found) == 1:
            return found[0]
    return None


def _at_its_time(session: Checkpoint, place: Place) -> bool:
    if session.starts is None or session.ends is None:
        return True
    return session.starts < place.ends and place.starts < session.ends


def _says(text: str, words: str) -> bool:
    return bool(plain(words)) and f" {plain(words)} " in f" {plain(text)} "


class ClashKind(StrEnum):
    TABLE = "table"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Clash:
    """`meeting` is in the way; `what` is the table or the party that both need."""

    kind: ClashKind
    meeting: Meeting
    what: str


def overlap(one: Place, other: Place) -> bool:
    return one.day == other.day and one.starts < other.ends and other.starts < one.ends


def clashes(wanted: Meeting, others: Iterable[Meeting]) -> tuple[Clash, ...]:
    """What can't be held at once with `wanted`: the same table, or a party that can't be at two tables."""
    found = []
    for other in others:
        if other.id == wanted.id or other.state in (MeetingState.CANCELLED, MeetingState.NO_SHOW):
            continue
        if not overlap(wanted.place, other.place):
            continue
        if wanted.place.table and plain(wanted.place.table) == plain(other.place.table):
            found.append(Clash(ClashKind.TABLE, other, wanted.place.table))
        found += [
            Clash(ClashKind.PARTY, other, mine.name)
            for mine in (wanted.party_a, wanted.party_b)
            if any(_meets_itself(mine, theirs) for theirs in (other.party_a, other.party_b))
        ]
    return tuple(found)


def _meets_itself(one: Party, other: Party) -> bool:
    """Named people are told apart; an organisation without names sends whom it has."""
    if one.people and other.people:
        return bool(set(one.people) & set(other.people))
    return bool(one.name) and plain(one.name) == plain(other.name)
