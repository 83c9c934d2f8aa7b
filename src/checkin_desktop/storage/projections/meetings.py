"""What was said of meetings and delegations: which entries, and whose erasing takes the texts beside them."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert

from checkin_desktop.domain.delegations import DelegationFact
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.meetings import ActaWritten, MeetingFact, MeetingScheduled, ids_of
from checkin_desktop.storage import meeting_tables as m


def record_delegation(conn: Connection, entry: Entry, fact: DelegationFact) -> None:
    conn.execute(insert(m.delegation_mark), {"entry": entry.hash, "delegation_id": fact.delegation_id})


def record_meeting(conn: Connection, entry: Entry, fact: MeetingFact) -> None:
    conn.execute(insert(m.meeting_mark), [{"entry": entry.hash, "meeting_id": one} for one in ids_of(fact)])
    match fact:
        case ActaWritten(attendees=people):
            _said_of(conn, entry, 0, people or ("",))
        case MeetingScheduled(names=names, words=words) if words:
            _said_of(conn, entry, 1 if names else 0, (*fact.party_a.people, *fact.party_b.people))
        case _:
            pass


def _said_of(conn: Connection, entry: Entry, place: int, people: Iterable[str]) -> None:
    rows = [{"entry": entry.hash, "place": place, "attendee_id": one} for one in dict.fromkeys(people)]
    if rows:
        conn.execute(insert(m.said_of), rows)
