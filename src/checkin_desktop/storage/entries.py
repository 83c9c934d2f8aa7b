"""Entries in and out of their table."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, insert, select, update

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared

_PAGE = 500


_add_entry = Prepared(insert(t.entry), *(c.name for c in t.entry.columns if c.name != "arrival"))
_grow_head = Prepared(
    update(t.head)
    .where(t.head.c.hash == bindparam("before"))
    .values(hash=bindparam("after"), seq=bindparam("reached"))
)
_add_head = Prepared(insert(t.head), "hash", "station_id", "seq")
_add_personal = Prepared(insert(t.personal), "entry", "place", "value")


def insert_entry(conn: Connection, entry: Entry) -> None:
    _add_entry(
        conn,
        hash=entry.hash,
        station_id=entry.station_id,
        seq=entry.seq,
        prev_hash=entry.prev_hash,
        hlc=entry.hlc,
        recorded_at=entry.recorded_at,
        operator_id=entry.operator_id,
        kind=entry.kind,
        version=entry.version,
        body=entry.body,
        sig=entry.sig,
    )
    if not _grow_head(conn, before=entry.prev_hash, after=entry.hash, reached=entry.seq).rowcount:
        _add_head(conn, hash=entry.hash, station_id=entry.station_id, seq=entry.seq)
    for place, value in enumerate(entry.personal):
        _add_personal(conn, entry=entry.hash, place=place, value=value)


def read_entries(conn: Connection, *where: ColumnElement[bool]) -> Iterator[Entry]:
    """Entries in the order of their arrival here, a page at a time."""
    after = 0
    while True:
        rows = conn.execute(
            select(t.entry).where(t.entry.c.arrival > after, *where).order_by(t.entry.c.arrival).limit(_PAGE)
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
    for start in range(0, len(arrivals), _PAGE):
        page = arrivals[start : start + _PAGE]
        rows = conn.execute(select(t.entry).where(t.entry.c.arrival.in_(page))).all()
        yield from sorted(_with_personal(conn, rows), key=lambda e: e.order)


def _with_personal(conn: Connection, rows: Sequence[Row[Any]]) -> Iterator[Entry]:
    values: dict[bytes, list[bytes | None]] = {}
    found = conn.execute(
        select(t.personal)
        .where(t.personal.c.entry.in_([r.hash for r in rows]))
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
