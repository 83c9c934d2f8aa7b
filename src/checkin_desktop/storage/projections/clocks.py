"""How far each station's clock is off, from the measurements in the journal."""

from sqlalchemy import Connection, insert, select

from checkin_desktop.domain.clocks import Measurement, correction
from checkin_desktop.domain.facts import ClockMeasured
from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared

_all = Prepared(select(t.clock).order_by(t.clock.c.entry))


def record(conn: Connection, entry: Entry, fact: ClockMeasured) -> None:
    conn.execute(
        insert(t.clock),
        {
            "entry": entry.hash,
            "station_id": entry.station_id,
            "peer": fact.peer,
            "measured_at": entry.recorded_at,
            "offset_ms": fact.offset_ms,
            "round_trip_ms": fact.round_trip_ms,
            "bound": int(fact.bound),
        },
    )


def measurements(conn: Connection) -> list[Measurement]:
    rows = _all(conn)
    return [
        Measurement(r.station_id, r.peer, r.measured_at, r.offset_ms, r.round_trip_ms, bool(r.bound))
        for r in rows
    ]


def corrected(conn: Connection, station_id: bytes, at: int) -> int:
    """A station's wall-clock milliseconds as the reference station would have read them."""
    known = [m for m in measurements(conn) if not m.bound]
    if not known:
        return at
    reference = conn.execute(select(t.event.c.founder)).scalar() or b""
    return at + correction(known, reference, station_id, at)
