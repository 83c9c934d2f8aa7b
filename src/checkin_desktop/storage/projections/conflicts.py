"""Open and settled conflicts, computed from the facts about their subject alone."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from checkin_desktop.domain.facts import ConflictSettled
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind, Settlement, conflict_id, settled_as
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.rows import hashes, unhash


def record_settlement(conn: Connection, entry: Entry, fact: ConflictSettled) -> None:
    conn.execute(
        insert(t.settlement),
        {
            "entry": entry.hash,
            "kind": fact.conflict_kind,
            "subject": fact.subject,
            "members": hashes(fact.members),
            "choice": fact.choice,
            "replaces": hashes(fact.replaces),
        },
    )


def settlements(conn: Connection, kind: ConflictKind, subject: str) -> list[Settlement]:
    rows = conn.execute(
        select(t.settlement).where(t.settlement.c.kind == kind, t.settlement.c.subject == subject)
    )
    return [Settlement(r.entry, unhash(r.members), r.choice, unhash(r.replaces)) for r in rows]


def drop_conflicts(conn: Connection, kind: ConflictKind, subjects: Sequence[str]) -> None:
    conn.execute(delete(t.conflict).where(t.conflict.c.kind == kind, t.conflict.c.subject.in_(subjects)))


def replace_conflicts(
    conn: Connection,
    kind: ConflictKind,
    subject: str,
    groups: Sequence[Sequence[bytes]],
    attendee_id: str = "",
    checkpoint_id: str = "",
) -> list[str | None]:
    """Writes the subject's conflicts anew, one for each group of entries that disagree (first one first).

    Answers the choice that settles each group, None where it is open.
    """
    drop_conflicts(conn, kind, [subject])
    if not groups:
        return []
    known = settlements(conn, kind, subject)
    choices = [settled_as(group, known) for group in groups]
    conn.execute(
        insert(t.conflict),
        [
            {
                "id": conflict_id(kind, subject, group[0]),
                "kind": kind,
                "subject": subject,
                "attendee_id": attendee_id,
                "checkpoint_id": checkpoint_id,
                "members": hashes(group),
                "choice": choice,
            }
            for group, choice in zip(groups, choices, strict=True)
        ],
    )
    return choices
