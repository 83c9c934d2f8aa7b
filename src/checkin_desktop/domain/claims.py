"""May a desk let somebody in, now that a hub knows what every other desk is about to do."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.presence import Presence

CONFIRMED_WITHIN_MS = 10_000
"""A claim whose entry has not come after this long is pending: its desk may be dead, a person may override it."""


class ClaimReason(StrEnum):
    """Why a claim is not granted; empty where it is. `used_up`: by a rule of the organiser's that counts how often
    somebody comes in, over several checkpoints perhaps."""

    GRANTED = ""
    INSIDE = "inside"
    FULL = "full"
    PENDING = "pending"
    USED_UP = "used_up"


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """An admission granted at a checkpoint whose entry has not come; `at` on the hub's clock, ms UTC."""

    entry: bytes
    station_id: bytes
    attendee_id: str
    at: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a desk wants to write."""

    entry: bytes
    station_id: bytes
    attendee_id: str
    outcome: Outcome
    override: bool = False


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """`station_id` and `since` (ms UTC): who has or wants the person inside; `limit`: the capacity."""

    reason: ClaimReason
    station_id: bytes = b""
    since: int | None = None
    limit: int | None = None

    @property
    def granted(self) -> bool:
        return self.reason is ClaimReason.GRANTED


_GRANTED = ClaimVerdict(ClaimReason.GRANTED)


def decide_claim(
    wanted: Wanted,
    presence: Presence,
    inside_now: int,
    open_claims: Collection[OpenClaim],
    reentry: bool,
    capacity: int | None,
    now: int,
) -> ClaimVerdict:
    """`presence`, `inside_now` and `open_claims` at the checkpoint, as the hub knows them.

    A desk's own earlier claims never stand in its way: it knows what it did about them.
    """
    if wanted.outcome not in (Outcome.ADMITTED, Outcome.WELCOME_BACK):
        return _GRANTED
    if any(c.entry == wanted.entry for c in open_claims):
        return _GRANTED
    known_return = (reentry or presence.moved_to) and wanted.outcome is Outcome.WELCOME_BACK
    if presence.admissions and not known_return and (presence.inside or not reentry):
        return ClaimVerdict(ClaimReason.INSIDE, presence.station_id, presence.last_in_at)
    others = [c for c in open_claims if c.station_id != wanted.station_id]
    same = max((c for c in others if c.attendee_id == wanted.attendee_id), key=lambda c: c.at, default=None)
    if same and not (wanted.override and _stale(same, now)):
        reason = ClaimReason.PENDING if _stale(same, now) else ClaimReason.INSIDE
        return ClaimVerdict(reason, same.station_id, same.at)
    if capacity is None or presence.inside:
        return _GRANTED
    return _room(wanted, inside_now, open_claims, capacity, now)


def _room(
    wanted: Wanted, inside_now: int, open_claims: Collection[OpenClaim], capacity: int, now: int
) -> ClaimVerdict:
    coming = [c for c in open_claims if c.attendee_id != wanted.attendee_id]
    sure = {c.attendee_id for c in coming if not _stale(c, now)}
    if inside_now + len(sure) >= capacity:
        return ClaimVerdict(ClaimReason.FULL, limit=capacity)
    doubtful = {c.attendee_id for c in coming} - sure
    if inside_now + len(sure) + len(doubtful) >= capacity and not wanted.override:
        oldest = min((c for c in coming if c.attendee_id in doubtful), key=lambda c: c.at)
        return ClaimVerdict(ClaimReason.PENDING, oldest.station_id, oldest.at, capacity)
    return _GRANTED


def _stale(claim: OpenClaim, now: int) -> bool:
    return now - claim.at >= CONFIRMED_WITHIN_MS
