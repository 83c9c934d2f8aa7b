"""Clocks that are off: what to add to a station's times (DESIGN section 2, Clocks)."""

from collections.abc import Iterable
from dataclasses import dataclass

NEGLIGIBLE_MS = 2_000
SHOWN_MS = 120_000


@dataclass(frozen=True, slots=True)
class Measurement:
    """At `measured_at` on `station_id`'s clock, `peer`'s clock minus its own was `offset_ms`, give or take half the
    round trip. `bound`: only that the peer was at least so far ahead."""

    station_id: bytes
    peer: bytes
    measured_at: int
    offset_ms: int
    round_trip_ms: int
    bound: bool = False


def correction(measured: Iterable[Measurement], reference: bytes, station_id: bytes, at: int) -> int:
    """Milliseconds to add to a time `at` of the station's clock to get the reference station's.

    Piecewise constant: the measurement against the reference nearest in time counts. Offsets below two seconds
    are noise and count as none; a station never measured is believed.
    """
    if station_id == reference:
        return 0
    direct = [(m.measured_at, m.offset_ms) for m in measured if _between(m, station_id, reference)]
    reverse = [
        (m.measured_at + m.offset_ms, -m.offset_ms) for m in measured if _between(m, reference, station_id)
    ]
    points = sorted(direct + reverse)
    if not points:
        return 0
    _, offset = min(points, key=lambda point: (abs(point[0] - at), point))
    return offset if abs(offset) >= NEGLIGIBLE_MS else 0


def _between(m: Measurement, station_id: bytes, peer: bytes) -> bool:
    return m.station_id == station_id and m.peer == peer and not m.bound
