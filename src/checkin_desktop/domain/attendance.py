"""Which days and sessions somebody attended."""

from collections.abc import Iterable

from checkin_desktop.domain.event import Checkpoint


def attended(checkpoints: Iterable[Checkpoint], admitted_at: Iterable[str]) -> tuple[Checkpoint, ...]:
    """The checkpoints, in their order, at which the attendee was admitted at least once."""
    ids = frozenset(admitted_at)
    return tuple(c for c in checkpoints if c.id in ids)
