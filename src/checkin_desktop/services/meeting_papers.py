"""What is printed of meetings and delegations, gathered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from checkin_desktop.domain.meetings import MeetingState, Side
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.services.arrivals import QUARTER_MS, quarters
from checkin_desktop.services.coverage import coverage_of, organisations_present
from checkin_desktop.services.delegations import Delegation
from checkin_desktop.services.desk import Desk, zone_of
from checkin_desktop.services.meetings import MeetingLine, lines_of
from checkin_desktop.services.ports.meeting_papers import (
    ActaFace,
    Agenda,
    AgendaLine,
    DelegationFace,
    RegionFace,
    SessionFace,
    Signer,
    SummaryFace,
)
from checkin_desktop.services.ports.store import Reads

_BRIEF, _LONG = timedelta(minutes=1), timedelta(hours=12)
"""A meeting that was noted only afterwards has no times of its own: those of the programme are printed."""


def acta_face(line: MeetingLine) -> ActaFace:
    """As it was held, else as it was planned; empty texts are lines to write on."""
    place, acta = line.meeting.place, line.acta
    began = line.started_at
    took = line.ended_at - began if began and line.ended_at else timedelta()
    whole = _BRIEF <= took < _LONG
    return ActaFace(
        line.a,
        line.b,
        _signers(line.people_a),
        _signers(line.people_b),
        began.date() if began else place.day,
        began.time() if began and whole else place.starts,
        line.ended_at.time() if line.ended_at and whole else place.ends,
        place.table,
        line.meeting.topic,
        acta.topics if acta else "",
        acta.agreements if acta else "",
        acta.others if acta else "",
    )


def agenda(lines: Iterable[MeetingLine]) -> Agenda:
    """The whole programme; cancelled meetings left out."""
    return Agenda("", tuple(_agenda_line(one, Side.A) for one in _live(lines)))


def agendas_by_party(lines: Iterable[MeetingLine]) -> tuple[Agenda, ...]:
    """What each party takes along: with whom, when and where."""
    held: dict[str, list[AgendaLine]] = {}
    for one in _live(lines):
        for side in Side:
            held.setdefault(one.name(side), []).append(_agenda_line(one, side))
    return tuple(Agenda(party, tuple(held[party])) for party in sorted(held, key=plain))


def delegation_faces(lines: Iterable[Delegation]) -> tuple[DelegationFace, ...]:
    return tuple(
        DelegationFace(
            d.name,
            d.region,
            tuple(m.attendee.person.sort_name for m in d.members if m.came_at is not None),
            tuple(m.attendee.person.sort_name for m in d.missing),
            d.escorts,
        )
        for d in lines
    )


def summary_face(desk: Desk) -> SummaryFace:
    """Raises NotAllowed."""
    desk.require(Action.SEE_REPORTS)
    with desk.store.read() as reads:
        covered, lines = coverage_of(reads), lines_of(reads)
        known = reads.event.organisations()
        present = organisations_present(known)
        came = [o.name for o in known if o.id in present]
        arrived = quarters(reads.figures.arrivals((), QUARTER_MS), zone_of(reads.event.record().settings))
        sessions = _sessions(reads)
    counts = Counter(one.meeting.state for one in lines)
    return SummaryFace(
        covered.organisations,
        tuple(
            RegionFace(r.region, r.organisations, r.organisations_present, r.people_present, r.present)
            for r in (*covered.regions, *((covered.nowhere,) if covered.nowhere else ()))
        ),
        tuple(sorted(came, key=plain)),
        covered.people,
        covered.people_present,
        covered.escorts,
        tuple((state, counts[state]) for state in MeetingState),
        sum(bool(one.meeting.acta) for one in lines),
        arrived,
        sessions,
    )


def _sessions(reads: Reads) -> tuple[SessionFace, ...]:
    """In the order of the programme; those that ask for nobody to be scanned are left out where nobody was."""
    fills = reads.figures.fills()
    faces = (
        SessionFace(c.name, c.day, c.starts, c.room, fills[c.id].admitted if c.id in fills else 0, c.capacity)
        for c in reads.event.checkpoints()
    )
    return tuple(face for face in faces if face.came or face.capacity is not None)


def _live(lines: Iterable[MeetingLine]) -> list[MeetingLine]:
    return [one for one in lines if one.meeting.state is not MeetingState.CANCELLED]


def _agenda_line(line: MeetingLine, side: Side) -> AgendaLine:
    place = line.meeting.place
    return AgendaLine(
        place.day,
        place.starts,
        place.ends,
        place.table,
        line.name(side),
        line.name(side.other),
        line.meeting.topic,
        line.meeting.state,
    )


def _signers(people: Sequence[Attendee]) -> tuple[Signer, ...]:
    return tuple(Signer(a.name, a.person.position) for a in people)
