"""The desk stood on the wrong checkpoint: its scans of a while are moved to the right one, and back."""

from dataclasses import dataclass
from datetime import datetime

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.presence import PassagesMoved
from checkin_desktop.services.desk import Desk, to_ms
from checkin_desktop.services.ports.store import PassageRecord, Reads

_AT_ONCE = 2_000
_MOVED = (Outcome.ADMITTED, Outcome.WELCOME_BACK, Outcome.LEFT)
_MOST_REASON = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, so that it can be moved back."""

    entries: tuple[bytes, ...]
    from_id: str
    to_id: str


def movable(desk: Desk, from_id: str, first: datetime, last: datetime) -> int:
    """How many admissions and exits of this desk at a checkpoint lie in that time, both minutes included."""
    with desk.store.read() as reads:
        return len(_own(desk, reads, from_id, first, last))


def move_passages(
    desk: Desk,
    from_id: str,
    to_id: str,
    first: datetime,
    last: datetime,
    reason: str = "",
    operator: str = "",
) -> Moved:
    """Raises PersonFacingError where there is nothing to move, or nowhere to."""
    with desk.store.unit() as unit:
        if from_id == to_id or to_id not in {c.id for c in unit.event.checkpoints()}:
            raise PersonFacingError("moving-where")
        entries = tuple(p.entry for p in _own(desk, unit, from_id, first, last))
        if not entries:
            raise PersonFacingError("moving-nothing")
        for start in range(0, len(entries), _AT_ONCE):
            part = entries[start : start + _AT_ONCE]
            unit.append(PassagesMoved(part, to_id, reason[:_MOST_REASON]), operator=operator)
    return Moved(entries, from_id, to_id)


def move_back(desk: Desk, moved: Moved, operator: str = "") -> None:
    with desk.store.unit() as unit:
        for start in range(0, len(moved.entries), _AT_ONCE):
            part = moved.entries[start : start + _AT_ONCE]
            unit.append(PassagesMoved(part, moved.from_id), operator=operator)


def _own(desk: Desk, reads: Reads, from_id: str, first: datetime, last: datetime) -> list[PassageRecord]:
    own = desk.store.station.station_id
    found = reads.passages.between(own, from_id, to_ms(first), to_ms(last) + 59_999)
    return [p for p in found if not p.undone and p.outcome in _MOVED]
