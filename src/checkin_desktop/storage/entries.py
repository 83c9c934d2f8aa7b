"""Entries in and out of their table."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t

_PAGE = 500


def insert_entry(conn: Connection, entry: Entry) -> None:
    conn.execute(
        insert(t.entry),
        {
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
        },
    )
    grown = conn.execute(
        update(t.head).where(t.head.c.hash == entry.prev_hash).values(hash=entry.hash, seq=entry.seq)
    )
    if not grown.rowcount:
        conn.execute(insert(t.head), {"hash": entry.hash, "station_id": entry.station_id, "seq": entry.seq})
    if entry.personal:
        conn.execute(
            insert(t.personal),
            [{"entry": entry.hash, "place": i, "value": value} for i, value in enumerate(entry.personal)],
        )


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
