"""Scans, and from them who is inside where."""

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.facts import PassageRecorded, PassageUndone
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.domain.presence import Passage, double_admissions, in_order, presence_of
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections.badges import owner_of
from checkin_desktop.storage.projections.clocks import corrected
from checkin_desktop.storage.projections.conflicts import replace_conflicts

_MOVES = (Outcome.ADMITTED.value, Outcome.WELCOME_BACK.value, Outcome.LEFT.value)


_add = Prepared(insert(t.passage), *t.passage.columns.keys())
_moves_at = Prepared(
    select(
        t.passage.c.entry,
        t.passage.c.at,
        t.passage.c.hlc,
        t.passage.c.station_id,
        t.passage.c.outcome,
        t.passage.c.override,
    ).where(
        t.passage.c.attendee_id == bindparam("attendee"),
        t.passage.c.checkpoint_id == bindparam("checkpoint"),
        t.passage.c.undone == 0,
        or_(*(t.passage.c.outcome == move for move in _MOVES)),
    )
)
_drop_presence = Prepared(
    delete(t.presence).where(
        t.presence.c.attendee_id == bindparam("attendee"),
        t.presence.c.checkpoint_id == bindparam("checkpoint"),
    )
)
_add_presence = Prepared(insert(t.presence), *t.presence.columns.keys())


def record(conn: Connection, entry: Entry, fact: PassageRecorded, fresh: bool) -> None:
    """`fresh`: written here just now, by somebody who looked up whose it is; nothing can have undone it yet."""
    attendee_id = fact.attendee_id if fresh else owner_of(conn, fact.code_id, fact.attendee_id)
    paper = fact.occurred_at != entry.recorded_at
    at = fact.occurred_at if paper else corrected(conn, entry.station_id, fact.occurred_at)
    undone = (
        not fresh
        and conn.execute(select(t.undo.c.entry).where(t.undo.c.target == entry.hash).limit(1)).first()
    )
    _add(
        conn,
        entry=entry.hash,
        attendee_id=attendee_id,
        said_attendee_id=fact.attendee_id,
        code_id=fact.code_id,
        checkpoint_id=fact.checkpoint_id,
        outcome=fact.outcome.value,
        reason=fact.reason,
        at=at,
        hlc=entry.hlc,
        station_id=entry.station_id,
        source=fact.source.value,
        override=fact.override,
        undone=1 if undone else 0,
    )
    if attendee_id and fact.outcome in _MOVES:
        reduce_presence(conn, attendee_id, fact.checkpoint_id, fresh)


def record_undo(conn: Connection, entry: Entry, fact: PassageUndone) -> None:
    conn.execute(insert(t.undo), {"entry": entry.hash, "target": fact.entry})
    conn.execute(update(t.passage).where(t.passage.c.entry == fact.entry).values(undone=1))
    row = conn.execute(
        select(t.passage.c.attendee_id, t.passage.c.checkpoint_id).where(t.passage.c.entry == fact.entry)
    ).first()
    if row and row.attendee_id:
        reduce_presence(conn, row.attendee_id, row.checkpoint_id)


def passages_at(conn: Connection, attendee_id: str, checkpoint_id: str) -> list[Passage]:
    """Admissions and exits that were not undone, in order."""
    rows = _moves_at(conn, attendee=attendee_id, checkpoint=checkpoint_id)
    return in_order(
        [Passage(r.entry, r.at, r.hlc, r.station_id, Outcome(r.outcome), bool(r.override)) for r in rows]
    )


def reduce_presence(conn: Connection, attendee_id: str, checkpoint_id: str, fresh: bool = False) -> None:
    """`fresh`: after one more passage, so a single one can't end a conflict."""
    moves = passages_at(conn, attendee_id, checkpoint_id)
    _drop_presence(conn, attendee=attendee_id, checkpoint=checkpoint_id)
    if moves:
        now = presence_of(moves)
        _add_presence(
            conn,
            attendee_id=attendee_id,
            checkpoint_id=checkpoint_id,
            inside=int(now.inside),
            admissions=now.admissions,
            first_at=now.first_at,
            last_in_at=now.last_in_at,
            last_out_at=now.last_out_at,
            station_id=now.station_id,
        )
    if fresh and len(moves) < 2:
        return
    reentry = bool(
        conn.execute(select(t.checkpoint.c.reentry).where(t.checkpoint.c.id == checkpoint_id)).scalar()
    )
    groups = double_admissions(moves, reentry)
    replace_conflicts(
        conn,
        ConflictKind.ADMITTED_TWICE,
        f"{attendee_id}|{checkpoint_id}",
        [[p.entry for p in group] for group in groups],
        attendee_id,
        checkpoint_id,
    )


def reduce_checkpoint(conn: Connection, checkpoint_id: str) -> None:
    """After a checkpoint's rules changed: what was a conflict may be a welcome back, or the reverse."""
    people = conn.execute(
        select(t.presence.c.attendee_id).where(
            t.presence.c.checkpoint_id == checkpoint_id, t.presence.c.admissions > 1
        )
    ).scalars()
    for attendee_id in list(people):
        reduce_presence(conn, attendee_id, checkpoint_id)


def reassign(conn: Connection, *attendee_or_code_ids: str) -> None:
    """Whose scans these are was learned anew: a code assigned, two records found to be one person."""
    ids = list(attendee_or_code_ids)
    rows = conn.execute(
        select(t.passage).where(
            t.passage.c.attendee_id.in_(ids)
            | t.passage.c.said_attendee_id.in_(ids)
            | t.passage.c.code_id.in_(ids)
        )
    ).all()
    touched: set[tuple[str, str]] = set()
    for row in rows:
        owner = owner_of(conn, row.code_id, row.said_attendee_id)
        if owner != row.attendee_id:
            conn.execute(update(t.passage).where(t.passage.c.entry == row.entry).values(attendee_id=owner))
            touched |= {(row.attendee_id, row.checkpoint_id), (owner, row.checkpoint_id)}
    for attendee_id, checkpoint_id in sorted(touched):
        if attendee_id:
            reduce_presence(conn, attendee_id, checkpoint_id)
