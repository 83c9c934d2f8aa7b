"""Entries in and out of their table."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, insert, select, update

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.rows import chunks, within

PAGE = 500


_add_entry = Prepared(insert(t.entry).inline(), *(c.name for c in t.entry.columns if c.name != "arrival"))
_chain = Prepared(
    select(t.entry)
    .where(t.entry.c.station_id == bindparam("station"), t.entry.c.seq > bindparam("reached"))
    .order_by(t.entry.c.seq)
    .limit(bindparam("most"))
)
_grow_head = Prepared(
    update(t.head)
    .where(t.head.c.hash == bindparam("before"))
    .values(hash=bindparam("after"), seq=bindparam("reached"))
)
_add_head = Prepared(insert(t.head), "hash", "station_id", "seq")
_add_personal = Prepared(insert(t.personal), "entry", "place", "value")


def insert_entry(conn: Connection, entry: Entry) -> None:
    _add_entry(conn, **_row(entry))
    if not _grow_head(conn, before=entry.prev_hash, after=entry.hash, reached=entry.seq).rowcount:
        _add_head(conn, hash=entry.hash, station_id=entry.station_id, seq=entry.seq)
    for place, value in enumerate(entry.personal):
        _add_personal(conn, entry=entry.hash, place=place, value=value)


def insert_entries(conn: Connection, entries: Sequence[Entry]) -> None:
    """Many at once, each after its predecessor."""
    _add_entry.many(conn, map(_row, entries))
    predecessors = {e.prev_hash for e in entries}
    for part in chunks(predecessors):
        conn.execute(delete(t.head).where(within(conn, t.head.c.hash, part)))
    ends = [e for e in entries if e.hash not in predecessors]
    _add_head.many(conn, [{"hash": e.hash, "station_id": e.station_id, "seq": e.seq} for e in ends])
    values = [(e.hash, place, value) for e in entries for place, value in enumerate(e.personal)]
    _add_personal.many(conn, [{"entry": h, "place": place, "value": value} for h, place, value in values])


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "hash": entry.hash,
        "station_id": entry.station_id,
        "seq": entry.seq,
        "prev_hash": entry.prev_hash,
        "hlc": entry.hlc,
        "recorded_at": entry.recorded_at,
        "operator_id": entry.operator_id,
        "kind": entry.kind,
        "version": entry.version,
        "body": entry.body,
        "sig": entry.sig,
    }


def read_chain(conn: Connection, station_id: bytes, after_seq: int, page: int = PAGE) -> Iterator[Entry]:
    """What a station whose chain did not fork wrote after that number, in its order, a page at a time."""
    while True:
        rows = _chain(conn, station=station_id, reached=after_seq, most=page).all()
        if not rows:
            return
        yield from _with_personal(conn, rows)
        after_seq = rows[-1].seq


def read_kinds(conn: Connection, *kinds: str) -> Iterator[Entry]:
    """Entries of kinds of which there are few, found by their kind alone, in the order of their arrival."""
    rows = conn.execute(select(t.entry).where(t.entry.c.kind.in_(kinds))).all()
    yield from _with_personal(conn, sorted(rows, key=lambda r: r.arrival))


def read_entries(conn: Connection, *where: ColumnElement[bool]) -> Iterator[Entry]:
    """Entries in the order of their arrival here, a page at a time."""
    after = 0
    while True:
        rows = conn.execute(
            select(t.entry).where(t.entry.c.arrival > after, *where).order_by(t.entry.c.arrival).limit(PAGE)
        ).all()
        if not rows:
            return
        yield from _with_personal(conn, rows)
        after = rows[-1].arrival


def in_order(conn: Connection, *where: ColumnElement[bool]) -> Iterator[Entry]:
    """Entries in the order that is the same on every desk, a page at a time."""
    arrivals = list(
        conn.execute(
            select(t.entry.c.arrival).where(*where).order_by(t.entry.c.hlc, t.entry.c.hash)
        ).scalars()
    )
    for start in range(0, len(arrivals), PAGE):
        page = arrivals[start : start + PAGE]
        rows = conn.execute(select(t.entry).where(t.entry.c.arrival.in_(page))).all()
        yield from sorted(_with_personal(conn, rows), key=lambda e: e.order)


def _with_personal(conn: Connection, rows: Sequence[Row[Any]]) -> Iterator[Entry]:
    values: dict[bytes, list[bytes | None]] = {}
    found = conn.execute(
        select(t.personal)
        .where(within(conn, t.personal.c.entry, [r.hash for r in rows]))
        .order_by(t.personal.c.entry, t.personal.c.place)
    )
    for p in found:
        values.setdefault(p.entry, []).append(p.value)
    for r in rows:
        yield Entry(
            r.hash,
            r.station_id,
            r.seq,
            r.prev_hash,
            r.hlc,
            r.recorded_at,
            r.operator_id,
            r.kind,
            r.version,
            r.body,
            r.sig,
            tuple(values.get(r.hash, ())),
        )
