"""The journal's entry and its hybrid logical clock (DESIGN section 2)."""

from collections.abc import Iterable
from dataclasses import dataclass

NO_HASH = bytes(32)
_COUNTER_BITS = 16
ABSURD_AHEAD_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One immutable fact.

    `hash` identifies it; `station_id` (16 bytes), `seq` (1, 2, 3 …) and `prev_hash` chain it to what its station
    wrote before; `hlc` orders it; `recorded_at` is the station's wall clock in milliseconds UTC; `body` is
    deterministic CBOR; `personal` holds the erasable values beside it, None where erased.
    """

    hash: bytes
    station_id: bytes
    seq: int
    prev_hash: bytes
    hlc: int
    recorded_at: int
    operator_id: str
    kind: str
    version: int
    body: bytes
    sig: bytes
    personal: tuple[bytes | None, ...] = ()

    @property
    def order(self) -> tuple[int, bytes]:
        """Orders facts the same way everywhere."""
        return (self.hlc, self.hash)


Heads = dict[bytes, tuple[tuple[int, bytes], ...]]
"""What a station holds: for each station the (seq, hash) of the ends of its chain, two or more where it forked."""


def hlc_at(wall_ms: int) -> int:
    """The lowest clock value of a wall-clock millisecond."""
    return max(wall_ms, 0) << _COUNTER_BITS


def hlc_wall(hlc: int) -> int:
    """The wall-clock milliseconds inside a clock value."""
    return hlc >> _COUNTER_BITS


def next_hlc(latest: int, wall_ms: int) -> int:
    """The clock value of a new entry, above `latest`, the highest value that is followed (Kulkarni et al. 2014)."""
    return max(latest + 1, hlc_at(wall_ms))


def followed(highest: Iterable[int], wall_ms: int) -> int:
    """The highest of the stations' clocks, one `hlc` each, that is worth following.

    A clock more than a day ahead of everyone else's, this station's wall clock included, is not followed:
    a laptop that woke up in 2099 must not drag every other desk there.
    """
    clocks = sorted([hlc_at(wall_ms), *highest])
    while len(clocks) > 1 and hlc_wall(clocks[-1]) - hlc_wall(clocks[-2]) > ABSURD_AHEAD_MS:
        clocks.pop()
    return clocks[-1]


def absurdly_ahead(hlc: int, others: Iterable[int], wall_ms: int) -> bool:
    """Is this clock so far ahead of everyone that a person should be told?"""
    return hlc > followed([hlc, *others], wall_ms)
