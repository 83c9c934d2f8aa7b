"""What was said of meetings and delegations: which entries, and whose erasing takes an acta's texts."""

from sqlalchemy import Connection, insert

from checkin_desktop.domain.delegations import DelegationFact
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.meetings import ActaWritten, MeetingFact, ids_of
from checkin_desktop.storage import meeting_tables as m


def record_delegation(conn: Connection, entry: Entry, fact: DelegationFact) -> None:
    conn.execute(insert(m.delegation_mark), {"entry": entry.hash, "delegation_id": fact.delegation_id})


def record_meeting(conn: Connection, entry: Entry, fact: MeetingFact) -> None:
    conn.execute(insert(m.meeting_mark), [{"entry": entry.hash, "meeting_id": one} for one in ids_of(fact)])
    if isinstance(fact, ActaWritten):
        people = dict.fromkeys(fact.attendees) or {"": None}
        conn.execute(insert(m.acta_person), [{"entry": entry.hash, "attendee_id": a} for a in people])
