"""When to try a hub again, and when an entry that it refuses is set aside. Pure: the clock and chance are handed in."""

from dataclasses import dataclass
from enum import StrEnum

FIRST_WAIT_MS = 2_000
LONGEST_WAIT_MS = 5 * 60_000
LONGEST_ASKED_MS = 60 * 60_000
PATIENCE = 5
"""How often an entry that only waits for its predecessor is offered before it is set aside."""


class Fate(StrEnum):
    """What becomes of an entry that was refused."""

    OFFER_AGAIN = "offer_again"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Refusals:
    """How often an entry was refused, and why the last time."""

    times: int
    fault: str


def next_attempt(failures: int, now_ms: int, chance: float, asked_ms: int = 0) -> int:
    """When to try again after `failures` in a row (1 or more), in milliseconds on the clock of `now_ms`.

    The wait doubles up to five minutes. `chance` in 0…1 takes off up to half of it, so that desks cut off at
    the same moment do not all come back at the same moment. `asked_ms`: how long the hub asked to be left
    alone (Retry-After), kept up to an hour.
    """
    doublings = min(max(failures, 1) - 1, 16)
    wait = min(FIRST_WAIT_MS << doublings, LONGEST_WAIT_MS)
    jittered = wait - int(wait * min(max(chance, 0.0), 1.0) / 2)
    return now_ms + max(jittered, min(max(asked_ms, 0), LONGEST_ASKED_MS))


def fate_of(refusals: Refusals, waiting_fault: str) -> Fate:
    """An entry that is not sound is set aside at once; one that came too early (`waiting_fault`) later."""
    if refusals.fault == waiting_fault and refusals.times < PATIENCE:
        return Fate.OFFER_AGAIN
    return Fate.SET_ASIDE
