"""The meetings' station: who shows a badge is told table and time, two sides begin a meeting, planned or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin_desktop.domain.admission import Guest
from checkin_desktop.domain.meetings import Meeting, MeetingAttended, MeetingState, Party, Place, Side
from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.services.desk import Desk, by_reference, local_time, to_ms, venue_now, zone_of
from checkin_desktop.services.meeting_attendance import attended
from checkin_desktop.services.meetings import OPEN, MeetingLine, begin, line_of, of_id, schedule
from checkin_desktop.services.parties import parties_of
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.services.recognise import recognise

EARLY = timedelta(minutes=30)
"""A scan that long before its meeting tells when it is; nearer to it, it says that the side is here."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody scanned at the meetings' station. `attendee` None: nobody of this list. `line` None: no meeting is
    still to come. `early`: it is not noted yet, since it is long before. `started`: this scan began the meeting."""

    attendee: Attendee | None
    line: MeetingLine | None = None
    side: Side | None = None
    early: bool = False
    started: bool = False


def scan(desk: Desk, code: str, *, at: datetime | None = None, operator: str = "") -> Seen:
    """Somebody at the meetings' station: which meeting is theirs, and that their side is here."""
    with desk.store.unit() as unit:
        found = recognise(unit, desk.store.secrets, code.strip()[:500])
        return _seen(desk, unit, found.attendee if isinstance(found.who, Guest) else None, at, operator)


def arrive(desk: Desk, attendee_id: str, *, at: datetime | None = None, operator: str = "") -> Seen:
    """As `scan`, of somebody picked from the list."""
    with desk.store.unit() as unit:
        return _seen(desk, unit, unit.people.attendee(attendee_id), at, operator)


def start_ad_hoc(
    desk: Desk, party_a: Party, party_b: Party, *, table: str = "", minutes: int = 25, operator: str = ""
) -> str:
    """Two parties met and want to sit down now; answers the meeting's id. The people named are there."""
    now = venue_now(desk)
    late = min(now + timedelta(minutes=minutes), now.replace(hour=23, minute=59))
    place = Place(table.strip(), now.date(), now.time().replace(second=0, microsecond=0), late.time())
    key = schedule(desk, party_a, party_b, place, ad_hoc=True, anyway=True, operator=operator)
    with desk.store.unit() as unit:
        meeting = of_id(unit.meetings.all(), key)
        seated = [(side, person) for side in Side for person in meeting.party(side).people]
        _sit_down(unit, meeting, seated, unit.now, operator)
    return key


def sit_down(
    desk: Desk, meeting_id: str, seated: Sequence[tuple[Side, str]], at: datetime, operator: str = ""
) -> None:
    """Those people (by id) are there and the planned meeting begins at `at`, whatever its hour says."""
    with desk.store.unit() as unit:
        _sit_down(unit, of_id(unit.meetings.all(), meeting_id), seated, to_ms(at), operator)


def party_of(attendee: Attendee) -> Party:
    """Somebody on behalf of their organisation."""
    return Party(attendee.person.organisation, (attendee.id,))


def free_table(meetings: Sequence[Meeting], now: datetime) -> str:
    """The first of the tables known that nobody sits at, or is about to; empty if there is none."""
    soon = now + timedelta(minutes=25)
    taken = {
        m.place.table
        for m in meetings
        if m.state is MeetingState.UNDER_WAY
        or (m.state is MeetingState.SCHEDULED and m.place.day == now.date() and _during(m.place, now, soon))
    }
    known = {m.place.table for m in meetings} - taken - {""}
    return min(known, key=_by_number, default="")


def _during(place: Place, start: datetime, end: datetime) -> bool:
    return place.starts < end.time() and start.time() < place.ends


def _by_number(table: str) -> tuple[int, str]:
    """Mesa 2 before Mesa 10."""
    return len(table), plain(table)


def _seen(desk: Desk, unit: Unit, attendee: Attendee | None, at: datetime | None, operator: str) -> Seen:
    if attendee is None:
        return Seen(None)
    zone = zone_of(unit.event.record().settings)
    now = at.astimezone(zone) if at else local_time(by_reference(desk, unit, unit.now), zone)
    known = parties_of(unit)
    found = [known.canonically(m) for m in unit.meetings.all()]
    theirs = [(m, side) for m in found if m.state in OPEN and (side := known.side_of(attendee, m))]
    chosen = next_of(theirs, now)
    if chosen is None:
        return Seen(attendee)
    meeting, side = chosen
    opens = datetime.combine(meeting.place.day, meeting.place.starts, zone) - EARLY
    if now < opens:
        return Seen(attendee, line_of(unit, known, meeting, found), side, early=True)
    stated = to_ms(at) if at else unit.now
    if not any(a.attendee_id == attendee.id for a in meeting.arrivals):
        _arrived(unit, meeting, attendee.id, side, stated, operator)
    meeting = of_id([known.canonically(m) for m in unit.meetings.all()], meeting.id)
    begins = meeting.state is MeetingState.SCHEDULED and meeting.here(Side.A) and meeting.here(Side.B)
    if begins:
        begin(unit, meeting, operator, stated)
        meeting = of_id([known.canonically(m) for m in unit.meetings.all()], meeting.id)
    return Seen(attendee, line_of(unit, known, meeting, found), side, started=begins)


def _sit_down(
    unit: Unit, meeting: Meeting, seated: Sequence[tuple[Side, str]], at: int, operator: str
) -> None:
    for side, attendee_id in seated:
        _arrived(unit, meeting, attendee_id, side, at, operator)
    begin(unit, of_id(unit.meetings.all(), meeting.id), operator, at)


def _arrived(unit: Unit, meeting: Meeting, attendee_id: str, side: Side, at: int, operator: str) -> None:
    unit.append(MeetingAttended(meeting.id, attendee_id, side, at), operator=operator)
    attended(unit, meeting, attendee_id, at, operator)


def next_of(theirs: Sequence[tuple[Meeting, Side]], now: datetime) -> tuple[Meeting, Side] | None:
    """Under way, else the first that is not over yet, else the last of today that never began."""
    under_way = [m for m in theirs if m[0].state is MeetingState.UNDER_WAY and m[0].place.day == now.date()]
    if under_way:
        return under_way[0]
    when = (now.date(), now.time())
    coming = [
        m
        for m in theirs
        if m[0].state is MeetingState.SCHEDULED and (m[0].place.day, m[0].place.ends) >= when
    ]
    missed = [m for m in theirs if m[0].state is MeetingState.SCHEDULED and m[0].place.day == now.date()]
    soonest = min(coming, key=lambda m: (m[0].place.day, m[0].place.starts), default=None)
    if soonest and (soonest[0].place.day == now.date() or not missed):
        return soonest
    return missed[-1] if missed else None
