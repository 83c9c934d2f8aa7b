"""Records with one document number: one person registered twice, or two people and a slip."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections import certificates, passages
from checkin_desktop.storage.projections.conflicts import drop_conflicts, replace_conflicts
from checkin_desktop.storage.rows import chunks


def settle_documents(conn: Connection, documents: Iterable[str]) -> None:
    """Two records with one document number: a conflict, unless a person said that they are one or two people."""
    for part in chunks(d for d in documents if d):
        holders: dict[str, dict[str, str]] = defaultdict(dict)
        asked = select(t.attendee.c.same_document, t.attendee.c.id, t.attendee.c.merged_into)
        for row in conn.execute(asked.where(t.attendee.c.same_document.in_(part), t.attendee.c.pending == 0)):
            holders[row.same_document][row.id] = row.merged_into
        disputed = {d for d, rows in holders.items() if len(rows) > 1 or any(rows.values())}
        settled = [_subject(d) for d in part if d not in disputed]
        if settled:
            drop_conflicts(conn, ConflictKind.SAME_DOCUMENT, settled)
        for document in sorted(disputed):
            _settle(conn, document, holders[document])


def _settle(conn: Connection, document: str, merged_before: dict[str, str]) -> None:
    """`merged_before`: the records with the number, and into which each is merged."""
    group = first_accounts(conn, list(merged_before)) if len(merged_before) > 1 else []
    members = [g[2] for g in group]
    choices = replace_conflicts(
        conn,
        ConflictKind.SAME_DOCUMENT,
        _subject(document),
        [members] if group else [],
        group[0][3] if group else "",
    )
    kept = group[0][3] if choices == [Choice.SAME_PERSON] else ""
    merged = {g[3]: kept if g[3] != kept else "" for g in group}
    changed = [i for i, into in merged_before.items() if into != merged.get(i, "")]
    for attendee_id in changed:
        conn.execute(
            update(t.attendee)
            .where(t.attendee.c.id == attendee_id)
            .values(merged_into=merged.get(attendee_id, ""))
        )
    if changed:
        reassign(conn, *merged_before)


def _subject(document: str) -> str:
    return hashlib.sha256(b"document" + document.encode()).hexdigest()[:32]


def reassign(conn: Connection, *attendee_ids: str) -> None:
    """What records did, given to whoever stands for them now."""
    passages.reassign(conn, *attendee_ids)
    certificates.reassign(conn, *attendee_ids)


def first_accounts(conn: Connection, ids: list[str]) -> list[tuple[int, bytes, bytes, str]]:
    """(hlc, entry, anchor, attendee id) of each record's first account, earliest record first."""
    first: dict[str, tuple[int, bytes]] = {}
    rows = conn.execute(
        select(t.profile.c.attendee_id, t.profile.c.hlc, t.profile.c.entry)
        .outerjoin(t.import_run, t.import_run.c.import_id == t.profile.c.import_id)
        .where(
            t.profile.c.attendee_id.in_(ids),
            t.profile.c.import_id.is_(None) | t.import_run.c.entry.is_not(None),
        )
    )
    for r in rows:
        first[r.attendee_id] = min(first.get(r.attendee_id, (r.hlc, r.entry)), (r.hlc, r.entry))
    anchors = {i: hashlib.sha256(i.encode()).digest() for i in first}
    return sorted((hlc, entry, anchors[i], i) for i, (hlc, entry) in first.items())


def settle_document_of(conn: Connection, subject: str) -> None:
    """Settles the number that a conflict is about, where it still is one."""
    conflict = select(t.conflict.c.attendee_id).where(
        t.conflict.c.kind == ConflictKind.SAME_DOCUMENT, t.conflict.c.subject == subject
    )
    document = conn.execute(select(t.attendee.c.same_document).where(t.attendee.c.id.in_(conflict))).scalar()
    if document:
        settle_documents(conn, [document])
