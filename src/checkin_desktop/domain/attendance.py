"""Which days and sessions somebody attended, and how long, as far as scans tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from checkin_desktop.domain.event import Checkpoint, MissingExit


def attended(checkpoints: Iterable[Checkpoint], admitted_at: Iterable[str]) -> tuple[Checkpoint, ...]:
    """The checkpoints, in their order, at which the attendee was admitted at least once; a lunch is none."""
    ids = frozenset(admitted_at)
    return tuple(c for c in checkpoints if c.id in ids and not c.once)


@dataclass(frozen=True, slots=True)
class Stay:
    """From one admission at a checkpoint to the exit; `left` None: nobody saw it."""

    checkpoint_id: str
    entered: datetime
    left: datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when somebody was present at a checkpoint, or is asked to be; the venue's wall clock."""

    checkpoint_id: str
    start: datetime
    end: datetime


def hours_present(
    checkpoints: Iterable[Checkpoint], stays: Sequence[Stay], missing_exit: MissingExit, zone: tzinfo
) -> float:
    """Hours of the clock within the programme's times; two sessions at once count once.

    A checkpoint without times in the programme counts nothing. Stays of one person, in any order.
    """
    return hours_of_spans(spans_present(checkpoints, stays, missing_exit, zone))


def spans_present(
    checkpoints: Iterable[Checkpoint], stays: Sequence[Stay], missing_exit: MissingExit, zone: tzinfo
) -> tuple[Span, ...]:
    """The part of one person's stays that lies within the programme's times, by checkpoint."""
    timed = {c.id: c for c in checkpoints}
    spans = []
    for stay in stays:
        planned = programme_of(timed[stay.checkpoint_id]) if stay.checkpoint_id in timed else None
        if planned is None:
            continue
        left = _left(stay, stays, planned.end.replace(tzinfo=zone), missing_exit)
        if left is not None:
            start, end = max(_wall(stay.entered), planned.start), min(_wall(left), planned.end)
            if start < end:
                spans.append(Span(stay.checkpoint_id, start, end))
    return tuple(spans)


def programme_of(checkpoint: Checkpoint) -> Span | None:
    """When it takes place; None: nothing by which hours could be counted, a lunch or without times."""
    if checkpoint.once or checkpoint.starts is None or checkpoint.ends is None:
        return None
    start = datetime.combine(checkpoint.day, checkpoint.starts)
    return Span(checkpoint.id, start, max(start, datetime.combine(checkpoint.day, checkpoint.ends)))


def hours_of_spans(spans: Iterable[Span]) -> float:
    """How long at least one of them lasts."""
    return _together((s.start, s.end) for s in spans) / timedelta(hours=1)


def _left(stay: Stay, stays: Sequence[Stay], ends: datetime, missing_exit: MissingExit) -> datetime | None:
    """When somebody counts as gone; None: the stay is not counted."""
    if stay.left is not None:
        return stay.left
    match missing_exit:
        case MissingExit.UNTIL_END:
            return ends
        case MissingExit.NOT_COUNTED:
            return None
        case MissingExit.UNTIL_NEXT:
            later = (
                s.entered for s in stays if s.checkpoint_id != stay.checkpoint_id and s.entered > stay.entered
            )
            return min(later, default=ends)


def _together(spans: Iterable[tuple[datetime, datetime]]) -> timedelta:
    """How long at least one of the spans lasts."""
    total, reached = timedelta(), None
    for start, end in sorted(spans):
        start = max(start, reached) if reached else start
        if end > start:
            total += end - start
            reached = end
    return total


def _wall(at: datetime) -> datetime:
    return at.replace(tzinfo=None)
