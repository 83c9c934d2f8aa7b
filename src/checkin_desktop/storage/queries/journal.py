"""The journal itself."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, or_, select

from checkin_desktop.domain.journal import Entry, Heads
from checkin_desktop.storage import chain
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.digest import journal_digest
from checkin_desktop.storage.entries import read_entries


class JournalQueries:
    def __init__(self, conn: Connection, event_id: bytes) -> None:
        self._conn = conn
        self._event_id = event_id

    def heads(self) -> Heads:
        return chain.heads(self._conn)

    def missing(self, theirs: Heads) -> Iterator[Entry]:
        return chain.missing(self._conn, theirs)

    def newest(self) -> int:
        return self._conn.execute(select(func.max(t.entry.c.arrival))).scalar() or 0

    def entries(self) -> Iterator[Entry]:
        return read_entries(self._conn)

    def entry(self, entry: bytes) -> Entry | None:
        return next(read_entries(self._conn, t.entry.c.hash == entry), None)

    def introduction(self, station_id: bytes) -> list[Entry]:
        first = (t.entry.c.station_id == station_id) & (t.entry.c.seq == 1)
        return list(read_entries(self._conn, or_(t.entry.c.kind == "event_created", first)))

    def held(self) -> list[tuple[bytes, str]]:
        return [(r.entry, r.reason) for r in self._conn.execute(select(t.held).order_by(t.held.c.entry))]

    def digest(self) -> str:
        return journal_digest(self._conn)

    def faults(self) -> list[tuple[str, int, str]]:
        return [
            (e.station_id.hex(), e.seq, fault.value) for e, fault in chain.faults(self._conn, self._event_id)
        ]
