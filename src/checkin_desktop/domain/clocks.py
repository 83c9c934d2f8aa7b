"""Clocks that are off: what to add to a station's times (DESIGN section 2, Clocks)."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NEGLIGIBLE_MS = 2_000
SHOWN_MS = 120_000
EVER = 2**62


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
    return offset_at(offsets(measured, reference, station_id), at)


Offsets = Sequence[tuple[int, int]]
"""(when on the station's clock, what to add to it then), in order."""


def offsets(measured: Iterable[Measurement], reference: bytes, station_id: bytes) -> Offsets:
    """What is known of a station's clock against the reference's; nothing of the reference's own."""
    if station_id == reference:
        return ()
    return sorted(
        (m.measured_at, m.offset_ms)
        if m.station_id == station_id
        else (m.measured_at + m.offset_ms, -m.offset_ms)
        for m in measured
        if _between(m, station_id, reference) or _between(m, reference, station_id)
    )


def offset_at(known: Offsets, at: int) -> int:
    """The offset nearest in time; of two as near, the earlier one."""
    if not known:
        return 0
    after = bisect_left(known, (at,))
    near = [known[after]] if after < len(known) else []
    if after:
        near.append(known[bisect_left(known, (known[after - 1][0],))])
    _, offset = min(near, key=lambda point: (abs(point[0] - at), point))
    return offset if abs(offset) >= NEGLIGIBLE_MS else 0


def reach(known: Offsets, at: int) -> tuple[int, int]:
    """The times that a measurement made at `at` may concern: up to halfway to its neighbours."""
    before, after = bisect_left(known, (at,)), bisect_left(known, (at + 1,))
    first = (known[before - 1][0] + at) // 2 if before else -EVER
    last = (known[after][0] + at) // 2 + 1 if after < len(known) else EVER
    return first, last


def _between(m: Measurement, station_id: bytes, peer: bytes) -> bool:
    return m.station_id == station_id and m.peer == peer and not m.bound
