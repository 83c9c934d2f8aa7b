"""Scans, and from them who is inside where."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.clocks import Offsets, offset_at
from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.domain.facts import PassageRecorded, PassageUndone
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.domain.presence import (
    Passage,
    PassagesMoved,
    double_admissions,
    presence_of,
    with_rooms_left,
)
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections.badges import owner_of, owners_of
from checkin_desktop.storage.projections.clocks import Stretch, known_offsets
from checkin_desktop.storage.projections.conflicts import Disputed, replace_all
from checkin_desktop.storage.rows import chunks, within
from checkin_desktop.storage.rule_tables import passage_move

_DAY = CheckpointKind.DAY.value
_MOVES = (Outcome.ADMITTED.value, Outcome.WELCOME_BACK.value, Outcome.LEFT.value)


_add = Prepared(insert(t.passage), *t.passage.columns.keys())
_MOVE = (
    t.passage.c.attendee_id,
    t.passage.c.checkpoint_id,
    t.passage.c.entry,
    t.passage.c.at,
    t.passage.c.hlc,
    t.passage.c.station_id,
    t.passage.c.outcome,
    t.passage.c.override,
    t.passage.c.source,
    t.checkpoint.c.room,
    t.checkpoint.c.kind,
    t.checkpoint.c.reentry,
)
_moves = (
    select(*_MOVE)
    .select_from(t.passage.outerjoin(t.checkpoint, t.checkpoint.c.id == t.passage.c.checkpoint_id))
    .where(t.passage.c.undone == 0, or_(*(t.passage.c.outcome == move for move in _MOVES)))
)
_moves_of = Prepared(_moves.where(t.passage.c.attendee_id == bindparam("attendee")))
_set_time = Prepared(
    update(t.passage).where(t.passage.c.entry == bindparam("which")).values(at=bindparam("corrected"))
)
_set_place = Prepared(
    update(t.passage).where(t.passage.c.entry == bindparam("which")).values(checkpoint_id=bindparam("place"))
)
_drop_presence = Prepared(
    delete(t.presence).where(
        t.presence.c.attendee_id == bindparam("attendee"),
        t.presence.c.checkpoint_id == bindparam("checkpoint"),
    )
)
_add_presence = Prepared(insert(t.presence), *t.presence.columns.keys())


def record_fresh(conn: Connection, entry: Entry, fact: PassageRecorded) -> None:
    """Written here just now, by somebody who looked up whose it is; nothing can have undone it yet."""
    known = known_offsets(conn, entry.station_id)
    _add(conn, **_row(entry, fact, fact.attendee_id, fact.checkpoint_id, known, undone=False))
    if fact.attendee_id and fact.outcome in _MOVES:
        _reduce_after_one_more(conn, entry.hash, fact)


def record_all(conn: Connection, recorded: Sequence[tuple[Entry, PassageRecorded]]) -> None:
    """Many at once, from anywhere: what each needs is looked up for all together."""
    owners = owners_of(conn, [(fact.code_id, fact.attendee_id) for _, fact in recorded])
    undone: set[bytes] = set()
    for part in chunks(entry.hash for entry, _ in recorded):
        undone |= set(
            conn.execute(select(t.undo.c.target).where(within(conn, t.undo.c.target, part))).scalars()
        )
    known = {station: known_offsets(conn, station) for station in {e.station_id for e, _ in recorded}}
    moved = _moved_to(conn, [entry.hash for entry, _ in recorded])
    rows = [
        _row(
            e,
            fact,
            owners[fact.code_id, fact.attendee_id],
            moved.get(e.hash, fact.checkpoint_id),
            known[e.station_id],
            e.hash in undone,
        )
        for e, fact in recorded
    ]
    _add.many(conn, rows)
    reduce_presences(conn, [(r["attendee_id"], r["checkpoint_id"]) for r in rows if r["outcome"] in _MOVES])


def _row(
    entry: Entry, fact: PassageRecorded, attendee_id: str, checkpoint_id: str, known: Offsets, undone: bool
) -> dict[str, Any]:
    by_hand = fact.occurred_at != entry.recorded_at
    return {
        "entry": entry.hash,
        "attendee_id": attendee_id,
        "said_attendee_id": fact.attendee_id,
        "code_id": fact.code_id,
        "checkpoint_id": checkpoint_id,
        "said_checkpoint_id": fact.checkpoint_id,
        "outcome": fact.outcome.value,
        "reason": fact.reason,
        "at": fact.occurred_at + (0 if by_hand else offset_at(known, fact.occurred_at)),
        "said_at": fact.occurred_at,
        "by_hand": int(by_hand),
        "hlc": entry.hlc,
        "station_id": entry.station_id,
        "source": fact.source.value,
        "override": fact.override,
        "ticked_at": fact.ticked_at,
        "undone": int(undone),
    }


def correct_again(conn: Connection, stretch: Stretch) -> None:
    """More is known of a station's clock: what it scanned then happened at another time, perhaps."""
    known = known_offsets(conn, stretch.station_id)
    rows = conn.execute(
        select(t.passage).where(
            t.passage.c.station_id == stretch.station_id,
            t.passage.c.said_at.between(stretch.first, stretch.last),
            t.passage.c.by_hand == 0,
        )
    ).all()
    moved = [(r, at) for r in rows if (at := r.said_at + offset_at(known, r.said_at)) != r.at]
    _set_time.many(conn, [{"which": r.entry, "corrected": at} for r, at in moved])
    reduce_presences(conn, [(r.attendee_id, r.checkpoint_id) for r, _ in moved if r.outcome in _MOVES])


def record_undo(conn: Connection, entry: Entry, fact: PassageUndone) -> None:
    conn.execute(insert(t.undo), {"entry": entry.hash, "target": fact.entry})
    conn.execute(update(t.passage).where(t.passage.c.entry == fact.entry).values(undone=1))
    row = conn.execute(
        select(t.passage.c.attendee_id, t.passage.c.checkpoint_id).where(t.passage.c.entry == fact.entry)
    ).first()
    if row and row.attendee_id:
        reduce_presence(conn, row.attendee_id, row.checkpoint_id)


def record_move(conn: Connection, entry: Entry, fact: PassagesMoved) -> None:
    """Some of the scans may not be known yet: `record_all` looks the move up when they come."""
    targets = list(dict.fromkeys(fact.entries))
    row = {"entry": entry.hash, "checkpoint_id": fact.checkpoint_id, "hlc": entry.hlc}
    if targets:
        conn.execute(insert(passage_move), [row | {"target": target} for target in targets])
    touched: set[tuple[str, str]] = set()
    for part in chunks(targets):
        where = _moved_to(conn, part)
        found = conn.execute(select(t.passage).where(within(conn, t.passage.c.entry, part))).all()
        moving = [r for r in found if r.checkpoint_id != where[r.entry]]
        _set_place.many(conn, [{"which": r.entry, "place": where[r.entry]} for r in moving])
        for r in moving:
            touched |= {(r.attendee_id, r.checkpoint_id), (r.attendee_id, where[r.entry])}
    reduce_presences(conn, touched)


def _moved_to(conn: Connection, entries: Sequence[bytes]) -> dict[bytes, str]:
    """Where scans were moved to, by the last move of each."""
    found: dict[bytes, str] = {}
    move = passage_move.c
    for part in chunks(entries):
        rows = conn.execute(select(passage_move).where(within(conn, move.target, part))).all()
        for r in sorted(rows, key=lambda r: (r.hlc, r.entry)):
            found[r.target] = r.checkpoint_id
    return found


def _reduce_after_one_more(conn: Connection, entry: bytes, fact: PassageRecorded) -> None:
    """The hot path of a desk: where nobody was admitted twice, there is no conflict to begin or to end."""
    attendee_id = fact.attendee_id
    rows = list(_moves_of(conn, attendee=attendee_id))
    if len(rows) == 1:
        told = {fact.checkpoint_id: [_passage(rows[0])]}
    else:
        told = _told(rows, _bearing_on(rows, {fact.checkpoint_id}))
    changed = {place: moves for place, moves in told.items() if any(p.entry == entry for p in moves)}
    if any(len(moves) > 1 and sum(p.admits for p in moves) != 1 for moves in changed.values()):
        reduce_presences(conn, [(attendee_id, fact.checkpoint_id)])
        return
    for place, moves in changed.items():
        _drop_presence(conn, attendee=attendee_id, checkpoint=place)
        _add_presence.many(conn, [_presence(attendee_id, place, moves)])


def _bearing_on(rows: Sequence[Any], checkpoint_ids: set[str]) -> set[str]:
    """Those checkpoints, and those of an attendee's rooms that a scan at one of them may have emptied."""
    rooms = {r.checkpoint_id for r in rows if r.room}
    if rooms <= checkpoint_ids:
        return checkpoint_ids
    emptying = any(r.checkpoint_id in checkpoint_ids and (r.room or r.kind == _DAY) for r in rows)
    gone = checkpoint_ids - {r.checkpoint_id for r in rows}
    return checkpoint_ids | rooms if emptying or gone else checkpoint_ids


def _told(rows: Sequence[Any], checkpoint_ids: set[str]) -> dict[str, list[Passage]]:
    """What happened to one attendee at each of these checkpoints."""
    scanned: dict[str, list[Passage]] = defaultdict(list)
    rooms = {r.checkpoint_id: r.room for r in rows if r.room}
    for r in rows:
        if rooms or r.checkpoint_id in checkpoint_ids:
            scanned[r.checkpoint_id].append(_passage(r))
    entrances = {r.checkpoint_id for r in rows if r.kind == _DAY}
    return with_rooms_left(scanned, rooms, entrances, checkpoint_ids)


def reduce_presence(conn: Connection, attendee_id: str, checkpoint_id: str) -> None:
    reduce_presences(conn, [(attendee_id, checkpoint_id)])


def reduce_presences(conn: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Who is inside, and who was admitted twice, for (attendee, checkpoint), from all their passages."""
    places: dict[str, set[str]] = defaultdict(set)
    for attendee_id, checkpoint_id in pairs:
        if attendee_id:
            places[attendee_id].add(checkpoint_id)
    for part in chunks(places):
        _reduce_people(conn, {attendee_id: places[attendee_id] for attendee_id in part})


def _reduce_people(conn: Connection, places: dict[str, set[str]]) -> None:
    rows: dict[str, list[Any]] = defaultdict(list)
    for r in conn.execute(_moves.where(within(conn, t.passage.c.attendee_id, list(places)))).all():
        rows[r.attendee_id].append(r)
    told: dict[str, dict[str, list[Passage]]] = defaultdict(dict)
    for attendee_id, checkpoint_ids in places.items():
        wanted = _bearing_on(rows[attendee_id], checkpoint_ids)
        known = _told(rows[attendee_id], wanted)
        for place in wanted:
            told[place][attendee_id] = known.get(place, [])
    for place in sorted(told):
        _write_presences(conn, place, told[place])


def _write_presences(conn: Connection, checkpoint_id: str, moves: dict[str, list[Passage]]) -> None:
    presence, people = t.presence.c, sorted(moves)
    conn.execute(
        delete(t.presence).where(
            within(conn, presence.attendee_id, people), presence.checkpoint_id == checkpoint_id
        )
    )
    _add_presence.many(conn, [_presence(a, checkpoint_id, moves[a]) for a in people if moves[a]])
    reentry = bool(
        conn.execute(select(t.checkpoint.c.reentry).where(t.checkpoint.c.id == checkpoint_id)).scalar()
    )
    disputed = []
    for attendee_id in people:
        groups = double_admissions(moves[attendee_id], reentry)
        entries = [[p.entry for p in group] for group in groups]
        disputed.append(Disputed(f"{attendee_id}|{checkpoint_id}", entries, attendee_id, checkpoint_id))
    replace_all(conn, ConflictKind.ADMITTED_TWICE, disputed)


def _passage(r: Any) -> Passage:
    undisputed = bool(r.override) or r.source == Source.MEETING.value
    return Passage(r.entry, r.at, r.hlc, r.station_id, Outcome(r.outcome), undisputed)


def _presence(attendee_id: str, checkpoint_id: str, moves: Sequence[Passage]) -> dict[str, Any]:
    now = presence_of(moves)
    return {
        "attendee_id": attendee_id,
        "checkpoint_id": checkpoint_id,
        "inside": int(now.inside),
        "admissions": now.admissions,
        "first_at": now.first_at,
        "last_in_at": now.last_in_at,
        "last_out_at": now.last_out_at,
        "station_id": now.station_id,
        "moved_to": now.moved_to,
    }


def reduce_checkpoint(conn: Connection, checkpoint_id: str) -> None:
    """After a checkpoint's rules changed: what was a conflict may be a welcome back, and somebody's room left, or
    not left after all: wherever those were who came here."""
    presence = t.presence.c
    came = select(presence.attendee_id).where(presence.checkpoint_id == checkpoint_id)
    rows = conn.execute(
        select(presence.attendee_id, presence.checkpoint_id).where(presence.attendee_id.in_(came))
    )
    reduce_presences(conn, [(r.attendee_id, r.checkpoint_id) for r in rows.all()])


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
    reduce_presences(conn, touched)
