"""A person's decision about a conflict, into the projections that it concerns."""

from typing import assert_never

from sqlalchemy import Connection

from checkin_desktop.domain.facts import ConflictSettled
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.storage.projections import certificates, passages, people, same_document, stations
from checkin_desktop.storage.projections.conflicts import record_settlement


def settle(conn: Connection, entry: Entry, fact: ConflictSettled) -> None:
    record_settlement(conn, entry, fact)
    match fact.conflict_kind:
        case ConflictKind.ADMITTED_TWICE:
            attendee_id, _, checkpoint_id = fact.subject.partition("|")
            passages.reduce_presence(conn, attendee_id, checkpoint_id)
        case ConflictKind.CORRECTED_TWICE:
            people.reduce_attendee(conn, fact.subject)
        case ConflictKind.SAME_DOCUMENT:
            same_document.settle_document_of(conn, fact.subject)
        case ConflictKind.CERTIFIED_TWICE:
            attendee_id, _, about = fact.subject.partition("|")
            certificates.reduce_holder(conn, attendee_id, about.partition("|")[0], fact.subject)
        case ConflictKind.SLOT_TAKEN_TWICE:
            if fact.subject.isdecimal():
                stations.reduce_slot(conn, int(fact.subject))
        case unreachable:
            assert_never(unreachable)
