"""Open and settled conflicts, computed from the facts about their subject alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select

from checkin_desktop.domain.facts import ConflictSettled
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind, Settlement, conflict_id, settled_as
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.rows import hashes, unhash, within

_drop_one = Prepared(
    delete(t.conflict).where(
        t.conflict.c.kind == bindparam("what"), t.conflict.c.subject == bindparam("about")
    )
)
_add = Prepared(insert(t.conflict), *t.conflict.columns.keys())


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
    return _settlements_of(conn, kind, [subject]).get(subject, [])


@dataclass(frozen=True, slots=True)
class Disputed:
    """What disagrees about a subject: groups of entries, the first one first in each."""

    subject: str
    groups: Sequence[Sequence[bytes]]
    attendee_id: str = ""
    checkpoint_id: str = ""


def replace_conflicts(
    conn: Connection,
    kind: ConflictKind,
    subject: str,
    groups: Sequence[Sequence[bytes]],
    attendee_id: str = "",
    checkpoint_id: str = "",
) -> list[str | None]:
    """Writes the subject's conflicts anew. Answers the choice that settles each group, None where it is open."""
    replace_all(conn, kind, [Disputed(subject, groups, attendee_id, checkpoint_id)])
    known = settlements(conn, kind, subject) if groups else []
    return [settled_as(group, known) for group in groups]


def drop_conflicts(conn: Connection, kind: ConflictKind, subjects: Sequence[str]) -> None:
    if len(subjects) == 1:
        _drop_one(conn, what=kind.value, about=subjects[0])
        return
    about = within(conn, t.conflict.c.subject, subjects)
    conn.execute(delete(t.conflict).where(t.conflict.c.kind == kind, about))


def replace_all(conn: Connection, kind: ConflictKind, disputed: Sequence[Disputed]) -> None:
    """Writes the conflicts about many subjects anew; at most as many as one statement takes."""
    drop_conflicts(conn, kind, [d.subject for d in disputed])
    open_ones = [d for d in disputed if d.groups]
    if not open_ones:
        return
    known = _settlements_of(conn, kind, [d.subject for d in open_ones])
    _add.many(
        conn,
        [
            {
                "id": conflict_id(kind, d.subject, group[0]),
                "kind": kind.value,
                "subject": d.subject,
                "attendee_id": d.attendee_id,
                "checkpoint_id": d.checkpoint_id,
                "members": hashes(group),
                "choice": settled_as(group, known.get(d.subject, [])),
            }
            for d in open_ones
            for group in d.groups
        ],
    )


def _settlements_of(
    conn: Connection, kind: ConflictKind, subjects: Sequence[str]
) -> dict[str, list[Settlement]]:
    found: dict[str, list[Settlement]] = {}
    settled = t.settlement.c
    rows = conn.execute(
        select(t.settlement).where(settled.kind == kind, within(conn, settled.subject, subjects))
    )
    for r in rows:
        one = Settlement(r.entry, unhash(r.members), r.choice, unhash(r.replaces))
        found.setdefault(r.subject, []).append(one)
    return found
