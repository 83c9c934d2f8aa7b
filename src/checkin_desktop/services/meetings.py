"""Bilateral meetings: planned, changed, recorded in an acta, missed, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin_desktop.domain.badge import ID_LENGTH, crockford
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.meetings import (
    ActaWritten,
    Clash,
    Meeting,
    MeetingCancelled,
    MeetingEnded,
    MeetingNoShow,
    MeetingReopened,
    MeetingScheduled,
    MeetingsSwapped,
    MeetingStarted,
    MeetingState,
    Party,
    Place,
    Side,
    clashes,
)
from checkin_desktop.domain.people import Attendee
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.meeting_attendance import not_attended
from checkin_desktop.services.parties import Parties, parties_of
from checkin_desktop.services.ports.meetings import ActaTexts
from checkin_desktop.services.ports.store import Reads, Unit
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, ActaValues, TextValues, pack_personal

MAX_TEXT = 8_000
OPEN = (MeetingState.SCHEDULED, MeetingState.UNDER_WAY)


class Clashing(PersonFacingError):
    """A table or a party is needed twice at once; a person may still want it so."""


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as it is shown; `a` and `b` are the parties' names, times the venue's."""

    meeting: Meeting
    a: str
    b: str
    started_at: datetime | None
    ended_at: datetime | None
    acta: ActaTexts | None
    people_a: tuple[Attendee, ...]
    people_b: tuple[Attendee, ...]
    clashing: bool = False

    @property
    def id(self) -> str:
        return self.meeting.id

    def name(self, side: Side) -> str:
        return self.a if side is Side.A else self.b

    def people(self, side: Side) -> tuple[Attendee, ...]:
        return self.people_a if side is Side.A else self.people_b


def meetings(desk: Desk) -> tuple[MeetingLine, ...]:
    """All of them, by day, time and table; cancelled ones too."""
    with desk.store.read() as reads:
        return lines_of(reads)


def known_parties(desk: Desk) -> Parties:
    with desk.store.read() as reads:
        return parties_of(reads)


def meetings_and_parties(desk: Desk) -> tuple[tuple[MeetingLine, ...], Parties]:
    """Both, everybody read once."""
    with desk.store.read() as reads:
        known = parties_of(reads)
        return _lines(reads, known), known


def lines_of(reads: Reads) -> tuple[MeetingLine, ...]:
    return _lines(reads, parties_of(reads))


def _lines(reads: Reads, known: Parties) -> tuple[MeetingLine, ...]:
    found = [known.canonically(m) for m in reads.meetings.all()]
    return tuple(line_of(reads, known, m, found) for m in found)


def schedule(
    desk: Desk,
    party_a: Party,
    party_b: Party,
    place: Place,
    topic: str = "",
    *,
    meeting_id: str = "",
    ad_hoc: bool = False,
    anyway: bool = False,
    operator: str = "",
) -> str:
    """A meeting, new or changed; answers its id. Raises Clashing where it can't be held then, unless `anyway`, and
    PersonFacingError where a party lacks, meets itself, or the time runs backwards."""
    if not (party_a.name or party_a.people) or not (party_b.name or party_b.people):
        raise PersonFacingError("meetings-two-parties")
    if party_a == party_b:
        raise PersonFacingError("meetings-with-itself")
    if place.starts >= place.ends:
        raise PersonFacingError("meetings-backwards")
    key = meeting_id or crockford(desk.random(16), ID_LENGTH)
    with desk.store.unit() as unit:
        known = parties_of(unit)
        existing = [known.canonically(m) for m in unit.meetings.all()]
        wanted = known.canonically(Meeting(key, party_a, party_b, place))
        if not anyway:
            refuse(clashes(wanted, existing), known)
        edits = next((m.edits for m in existing if m.id == key), ())
        fact = MeetingScheduled(key, party_a, party_b, place, topic.strip()[:300], ad_hoc, edits)
        unit.append(*beside(desk, known, fact), operator=operator)
    return key


def beside(desk: Desk, known: Parties, fact: MeetingScheduled) -> tuple[MeetingScheduled, list[bytes]]:
    """The fact without what may name somebody, and those texts as they stand beside its entry."""
    personal = []
    a, b = ("" if known.is_organisation(p) else p.name for p in (fact.party_a, fact.party_b))
    if a or b:
        personal.append(pack_personal(TextValues((a, b)), desk.random(SALT_BYTES)))
        fact = replace(
            fact,
            party_a=replace(fact.party_a, name="" if a else fact.party_a.name),
            party_b=replace(fact.party_b, name="" if b else fact.party_b.name),
            names=commitment_to(personal[0]),
        )
    if fact.topic:
        personal.append(pack_personal(TextValues((fact.topic,)), desk.random(SALT_BYTES)))
        fact = replace(fact, topic="", words=commitment_to(personal[-1]))
    return fact, personal


def refuse(found: Sequence[Clash], known: Parties) -> None:
    """Raises Clashing for the first clash, in words."""
    for clash in found:
        other = clash.meeting
        raise Clashing(
            f"meetings-clash-{clash.kind.value}",
            what=clash.what or known.label(other.party_a),
            starts=f"{other.place.starts:%H:%M}",
            ends=f"{other.place.ends:%H:%M}",
            a=known.label(other.party_a),
            b=known.label(other.party_b),
        )


def swap(desk: Desk, first_id: str, second_id: str, *, anyway: bool = False, operator: str = "") -> None:
    """Table and time of two meetings change places, in one entry. Raises Clashing as `schedule` does."""
    with desk.store.unit() as unit:
        known = parties_of(unit)
        existing = [known.canonically(m) for m in unit.meetings.all()]
        first, second = of_id(existing, first_id), of_id(existing, second_id)
        rest = [m for m in existing if m.id not in (first_id, second_id)]
        if not anyway:
            for moved, place in ((first, second.place), (second, first.place)):
                refuse(clashes(Meeting(moved.id, moved.party_a, moved.party_b, place), rest), known)
        edits = tuple(dict.fromkeys((*first.edits, *second.edits)))
        unit.append(MeetingsSwapped(first_id, second_id, second.place, first.place, edits), operator=operator)


def cancel(desk: Desk, meeting_id: str, operator: str = "") -> None:
    with desk.store.unit() as unit:
        unit.append(MeetingCancelled(of_id(unit.meetings.all(), meeting_id).id), operator=operator)


def reopen(desk: Desk, meeting_id: str, operator: str = "") -> None:
    """Takes back that it was missed or cancelled, or that it was begun and ended, with the attendance that came of
    it; one begun on the spot never was. What was said stays in the journal."""
    with desk.store.unit() as unit:
        found = of_id(unit.meetings.all(), meeting_id)
        if not found.called_off:
            not_attended(unit, found, operator)
        never = found.ad_hoc and found.state is MeetingState.UNDER_WAY
        unit.append(MeetingReopened(found.id, found.edits if never else found.called_off), operator=operator)


def start(desk: Desk, meeting_id: str, operator: str = "") -> None:
    """A person says that both sides are at the table."""
    with desk.store.unit() as unit:
        begin(unit, of_id(unit.meetings.all(), meeting_id), operator)


def end(desk: Desk, meeting_id: str, operator: str = "") -> None:
    with desk.store.unit() as unit:
        unit.append(MeetingEnded(of_id(unit.meetings.all(), meeting_id).id, unit.now), operator=operator)


def no_show(desk: Desk, meeting_id: str, absent: Sequence[Side], operator: str = "") -> None:
    if not absent:
        raise PersonFacingError("meetings-nobody-absent")
    with desk.store.unit() as unit:
        found = of_id(unit.meetings.all(), meeting_id)
        unit.append(MeetingNoShow(found.id, tuple(dict.fromkeys(absent)), unit.now), operator=operator)


def write_acta(
    desk: Desk, meeting_id: str, texts: ActaTexts, attendees: Sequence[str] | None = None, operator: str = ""
) -> None:
    """What was spoken of and agreed. `attendees` None: those who were scanned. A later one replaces it."""
    values = ActaValues(texts.topics[:MAX_TEXT], texts.agreements[:MAX_TEXT], texts.others[:1000])
    with desk.store.unit() as unit:
        found = of_id(unit.meetings.all(), meeting_id)
        scanned = [a.attendee_id for a in found.arrivals]
        people = tuple(dict.fromkeys(scanned if attendees is None else attendees))
        packed = pack_personal(values, desk.random(SALT_BYTES))
        unit.append(ActaWritten(found.id, people, commitment_to(packed), unit.now), [packed], operator)


def begin(unit: Unit, meeting: Meeting, operator: str, at: int | None = None) -> None:
    """`at`: when it began, as this desk's clock has it; None: now."""
    arrivals = tuple(a.entry for a in meeting.arrivals)
    stated = unit.now if at is None else at
    unit.append(MeetingStarted(meeting.id, arrivals, stated), operator=operator)


def of_id(found: Sequence[Meeting], meeting_id: str) -> Meeting:
    """Raises PersonFacingError where it is not among them."""
    for meeting in found:
        if meeting.id == meeting_id:
            return meeting
    raise PersonFacingError("meetings-unknown")


def line_of(reads: Reads, known: Parties, meeting: Meeting, others: Sequence[Meeting]) -> MeetingLine:
    """`others`: with which it may clash."""
    zone = zone_of(reads.event.record().settings)
    by_side: dict[Side, list[Attendee]] = {side: [] for side in Side}
    arrived = {a.attendee_id: a.side for a in meeting.arrivals}
    for one in meeting.attendees or tuple(arrived):
        attendee = known.people.get(one)
        if attendee is not None:
            side = arrived.get(one) or known.side_of(attendee, meeting) or Side.A
            by_side[side].append(attendee)
    live = meeting.state in OPEN
    return MeetingLine(
        meeting,
        known.label(meeting.party_a),
        known.label(meeting.party_b),
        local_time(meeting.started_at, zone) if meeting.started_at is not None else None,
        local_time(meeting.ended_at, zone) if meeting.ended_at is not None else None,
        reads.meetings.acta(meeting.acta) if meeting.acta else None,
        tuple(dict.fromkeys(by_side[Side.A])),
        tuple(dict.fromkeys(by_side[Side.B])),
        live and bool(clashes(meeting, others)),
    )
