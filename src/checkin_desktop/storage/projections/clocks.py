"""How far each station's clock is off, from the measurements in the journal."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, or_, select

from checkin_desktop.domain.clocks import EVER, Measurement, Offsets, offset_at, offsets, reach
from checkin_desktop.domain.facts import ClockMeasured
from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Standing

_all = Standing(select(t.clock).order_by(t.clock.c.entry))
_founder = Standing(select(t.event.c.founder))
_between = Standing(
    select(t.clock).where(
        or_(
            (t.clock.c.station_id == bindparam("one")) & (t.clock.c.peer == bindparam("other")),
            (t.clock.c.station_id == bindparam("other")) & (t.clock.c.peer == bindparam("one")),
        ),
        t.clock.c.bound == 0,
    )
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The times on a station's clock, both included, whose correction may have changed."""

    station_id: bytes
    first: int
    last: int

    @staticmethod
    def whole(station_id: bytes) -> "Stretch":
        return Stretch(station_id, -EVER, EVER)


def record(conn: Connection, entry: Entry, fact: ClockMeasured) -> Stretch | None:
    """Answers what has to be corrected anew; None where only the reference station's own clock was said to run,
    or another's that does not count."""
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
    reference = _reference(conn)
    pair = {entry.station_id, fact.peer}
    if fact.bound or reference not in pair or len(pair) == 1:
        return None
    if fact.peer == reference:
        station, at = entry.station_id, entry.recorded_at
    else:
        station, at = fact.peer, entry.recorded_at + fact.offset_ms
    return Stretch(station, *reach(known_offsets(conn, station), at))


def measurements(conn: Connection) -> list[Measurement]:
    return [_measurement(r) for r in _all(conn)]


def known_offsets(conn: Connection, station_id: bytes) -> Offsets:
    """A station's clock against the reference's, as far as it was measured."""
    reference = _reference(conn)
    rows = _between(conn, one=station_id, other=reference)
    return offsets([_measurement(r) for r in rows], reference, station_id)


def corrected(conn: Connection, station_id: bytes, at: int) -> int:
    """A station's wall-clock milliseconds as the reference station would have read them."""
    return at + offset_at(known_offsets(conn, station_id), at)


def measured_stations(conn: Connection) -> list[bytes]:
    rows = conn.execute(select(t.clock.c.station_id, t.clock.c.peer).where(t.clock.c.bound == 0).distinct())
    return sorted({station for row in rows for station in row})


def _reference(conn: Connection) -> bytes:
    return _founder(conn).scalar() or b""


def _measurement(r: Any) -> Measurement:
    return Measurement(r.station_id, r.peer, r.measured_at, r.offset_ms, r.round_trip_ms, bool(r.bound))
