"""Who sits at a bilateral meeting attends the bilateral session of the programme (docs/decisions/0031)."""

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.facts import PassageRecorded, PassageUndone
from checkin_desktop.domain.meetings import Meeting, session_of
from checkin_desktop.services.parties import parties_of
from checkin_desktop.services.ports.store import Reads, Unit


def attended(unit: Unit, meeting: Meeting, attendee_id: str, at: int, operator: str) -> None:
    """Their admission at the session, once: who was let in there already is left as they are. No rule of the door is
    asked, since they are sitting there. `at` by this desk's clock, milliseconds UTC."""
    session = _session(unit, meeting)
    if session is None or unit.passages.presence(attendee_id, session.id).admissions:
        return
    passage = PassageRecorded(attendee_id, "", session.id, Outcome.ADMITTED, "", at, Source.MEETING)
    unit.append(passage, operator=operator)


def not_attended(unit: Unit, meeting: Meeting, operator: str) -> None:
    """Takes back what the arrivals at that meeting brought, unless another meeting in the same session did too."""
    session = _session(unit, meeting)
    if session is None:
        return
    others = [m for m in unit.meetings.all() if m.id != meeting.id and m.arrivals]
    same = [m for m in others if _session(unit, m) == session]
    elsewhere = {a.attendee_id for m in same for a in m.arrivals}
    for attendee_id in {a.attendee_id for a in meeting.arrivals} - elsewhere:
        for passage in unit.passages.of(attendee_id):
            if (passage.checkpoint_id, passage.source) == (session.id, Source.MEETING):
                unit.append(PassageUndone(passage.entry, ""), operator=operator)


def _session(reads: Reads, meeting: Meeting) -> Checkpoint | None:
    known = parties_of(reads)
    parties = known.label(meeting.party_a), known.label(meeting.party_b)
    return session_of(meeting, parties, reads.event.checkpoints())
