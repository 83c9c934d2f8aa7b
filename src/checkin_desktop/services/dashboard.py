"""The event as it is just now, in figures: arrivals, rooms, who is represented, the desks; and how to open more."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.presence import open_now
from checkin_desktop.domain.queues import (
    DesksNeeded,
    Letters,
    WithDesks,
    desks_needed,
    split_alphabet,
    with_desks,
)
from checkin_desktop.services.arrivals import QUARTER_MS, Quarter, quarters
from checkin_desktop.services.coverage import RegionLine, organisations_present, region_lines
from checkin_desktop.services.desk import Desk, by_reference, local_time, zone_of
from checkin_desktop.services.freshness import Freshness, freshness
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

    All but `sessions` and `desks` is about the checkpoints asked for; `inside`, where none was, about the last day.
    Regions are those of the report; `nowhere`: who is of none. `organisations_present`: also those for whom somebody
    else's member came.
    """

    expected: int
    arrived: int
    inside: int
    quarters: tuple[Quarter, ...]
    sessions: tuple[SessionFill, ...]
    categories: tuple[Share, ...]
    regions: tuple[RegionLine, ...]
    nowhere: RegionLine | None
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
        now = local_time(by_reference(desk, reads, desk.store.now_ms()), zone)
        steps = reads.figures.arrivals(checkpoint_ids, QUARTER_MS)
        fills = reads.figures.fills()
        categories = tuple(reads.figures.by_category(checkpoint_ids))
        organisations = reads.event.organisations(checkpoint_ids)
        present = organisations_present(organisations)
        regions = region_lines(organisations, present, reads.figures.by_belonging(checkpoint_ids))
        here = checkpoint_ids or open_now(
            points, {c for c, fill in fills.items() if fill.admitted}, now.date()
        )
        inside = reads.figures.inside(here)
    return Dashboard(
        expected=sum(s.expected for s in categories),
        arrived=sum(s.arrived for s in categories),
        inside=inside,
        quarters=quarters(steps, zone),
        sessions=tuple(
            SessionFill(
                c, fills[c.id].admitted if c.id in fills else 0, fills[c.id].inside if c.id in fills else 0
            )
            for c in points
        ),
        categories=categories,
        regions=tuple(line for line in regions if line.region),
        nowhere=next((line for line in regions if not line.region and line.people), None),
        organisations_present=len(present),
        organisations=tuple(Share(o.name, o.expected, o.arrived) for o in organisations),
        desks=freshness(desk),
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
