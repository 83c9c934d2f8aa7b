"""The event as it is just now, in figures: arrivals, rooms, who is represented, the desks; and how to open more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import plain
from checkin_desktop.domain.queues import (
    DesksNeeded,
    Letters,
    WithDesks,
    desks_needed,
    split_alphabet,
    with_desks,
)
from checkin_desktop.services.arrivals import QUARTER_MS, Quarter, quarters
from checkin_desktop.services.coverage import organisations_present
from checkin_desktop.services.desk import Desk, zone_of
from checkin_desktop.services.freshness import Freshness, freshness
from checkin_desktop.services.organisations import organisations
from checkin_desktop.services.ports.figures import Share

USUAL_SECONDS = 10.0
"""What a check-in takes until this desk has done enough of them to tell."""
_PAUSE_MS, _SCANS, _ENOUGH = 60_000, 400, 20


@dataclass(frozen=True, slots=True)
class SessionFill:
    checkpoint: Checkpoint
    admitted: int
    inside: int

    @property
    def left(self) -> int | None:
        """Places left, as far as is known here; None: no limit."""
        limit = self.checkpoint.capacity
        return None if limit is None else max(0, limit - self.inside)

    @property
    def tight(self) -> bool:
        """Full, or nine of ten places taken: what is known of the other desks decides."""
        limit = self.checkpoint.capacity
        return limit is not None and self.inside > 0 and self.inside * 10 >= limit * 9


@dataclass(frozen=True, slots=True)
class Dashboard:
    """`quarters` from the first to the last arrival; `sessions` in the order of the programme.

    `expected`, `arrived`, the shares and quarters are about the checkpoints asked for; `inside` is everywhere but
    in sessions, so that nobody counts twice. `organisations_present`: also those for whom somebody else's member came.
    """

    expected: int
    arrived: int
    inside: int
    quarters: tuple[Quarter, ...]
    sessions: tuple[SessionFill, ...]
    categories: tuple[Share, ...]
    regions: tuple[Share, ...]
    organisations: tuple[Share, ...]
    organisations_present: int
    desks: Freshness

    @property
    def peak(self) -> int:
        return max((q.arrivals for q in self.quarters), default=0)


def dashboard(desk: Desk, checkpoint_ids: Sequence[str] = ()) -> Dashboard:
    """About the checkpoints named, or the whole event. Raises NotAllowed."""
    desk.require(Action.SEE_REPORTS)
    with desk.store.read() as reads:
        zone, points = zone_of(reads.event.record().settings), reads.event.checkpoints()
        steps = reads.figures.arrivals(checkpoint_ids, QUARTER_MS)
        fills = reads.figures.fills()
        categories = tuple(reads.figures.by_category(checkpoint_ids))
        regions = _one_spelling(s for s in reads.figures.by_region(checkpoint_ids) if s.name)
        present = len(organisations_present(reads, reads.event.organisations()))
    entrances = [c.id for c in points if c.kind is CheckpointKind.DAY]
    return Dashboard(
        expected=sum(s.expected for s in categories),
        arrived=sum(s.arrived for s in categories),
        inside=sum(fills[c].inside for c in entrances if c in fills),
        quarters=quarters(steps, zone),
        sessions=tuple(
            SessionFill(
                c, fills[c.id].admitted if c.id in fills else 0, fills[c.id].inside if c.id in fills else 0
            )
            for c in points
        ),
        categories=categories,
        regions=regions,
        organisations_present=present,
        organisations=tuple(Share(o.name, o.expected, o.arrived) for o in organisations(desk)),
        desks=freshness(desk),
    )


def _one_spelling(shares: Iterable[Share]) -> tuple[Share, ...]:
    """A region is one however people wrote it: as most of them did."""
    held: dict[str, list[Share]] = {}
    for share in shares:
        held.setdefault(plain(share.name), []).append(share)
    return tuple(
        Share(
            max(those, key=lambda s: s.expected).name,
            sum(s.expected for s in those),
            sum(s.arrived for s in those),
        )
        for those in held.values()
    )


@dataclass(frozen=True, slots=True)
class QueuePlan:
    """How many desks, and which surnames go to which. `measured`: `seconds_each` is this desk's own pace.
    `there`: what the desks that there are do, if their number was said."""

    needed: DesksNeeded
    letters: tuple[Letters, ...]
    seconds_each: float
    measured: bool
    there: WithDesks | None = None


def queue_plan(
    desk: Desk, arrivals: int, minutes: float, longest_wait_s: float, desks: int | None = None
) -> QueuePlan:
    """For that many arrivals in so many minutes; `desks`: there are that many, whatever is needed."""
    with desk.store.read() as reads:
        gaps = reads.figures.between_scans(desk.store.station.station_id, _PAUSE_MS, _SCANS)
        initials = reads.figures.initials()
    measured = len(gaps) >= _ENOUGH
    each = median(gaps) / 1000 if measured else USUAL_SECONDS
    needed = desks_needed(arrivals, minutes, each, longest_wait_s)
    there = with_desks(desks, arrivals, minutes, each) if desks else None
    return QueuePlan(needed, split_alphabet(initials, desks or needed.desks), each, measured, there)
