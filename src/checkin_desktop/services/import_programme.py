"""A programme from a spreadsheet into the event: what is new, what changes; again and again without doubling."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.facts import CheckpointDefined
from checkin_desktop.domain.people import plain
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.programme import ProgrammeReading, SessionRow


class Change(StrEnum):
    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """What a row of the list makes of the programme."""

    row: int
    checkpoint: Checkpoint
    change: Change


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    sessions: tuple[PlannedSession, ...]

    def count(self, change: Change) -> int:
        return sum(s.change is change for s in self.sessions)


def plan_programme(desk: Desk, reading: ProgrammeReading) -> ProgrammePlan:
    """What importing the list would do; nothing is written."""
    with desk.store.read() as reads:
        return _plan(reads.event.checkpoints(), reading)


def import_programme(desk: Desk, reading: ProgrammeReading, operator: str = "") -> ProgrammePlan:
    """Nobody's session is removed: what the list does not name stays."""
    with desk.store.unit() as unit:
        plan = _plan(unit.event.checkpoints(), reading)
        for session in plan.sessions:
            if session.change is not Change.UNCHANGED:
                unit.append(CheckpointDefined(session.checkpoint), operator=operator)
    return plan


def _plan(known: Sequence[Checkpoint], reading: ProgrammeReading) -> ProgrammePlan:
    """A session is the same by day, start and room, or by name and day where only one is called so."""
    left = {c.id: c for c in known if c.kind is not CheckpointKind.DAY}
    matched: dict[int, Checkpoint] = {}
    for place_of_row, place_of_checkpoint in ((_whole, _whole_of), (_slot, _slot_of), (_name, _name_of)):
        free: dict[tuple[object, ...], list[Checkpoint]] = {}
        for checkpoint in left.values():
            free.setdefault(place_of_checkpoint(checkpoint), []).append(checkpoint)
        for at, row in enumerate(reading.rows):
            same = free.get(place_of_row(row), [])
            if at not in matched and len(same) == 1 and same[0].id in left:
                matched[at] = left.pop(same[0].id)
    return ProgrammePlan(tuple(_planned(row, matched.get(at)) for at, row in enumerate(reading.rows)))


def _planned(row: SessionRow, before: Checkpoint | None) -> PlannedSession:
    base = before or Checkpoint(_new_id(row), row.title, row.kind, row.day)
    said = replace(
        base,
        name=row.title,
        kind=row.kind,
        day=row.day,
        starts=row.starts or base.starts,
        ends=row.ends or base.ends,
        room=row.room or base.room,
        session_kind=row.session_kind,
        speakers=row.speakers or base.speakers,
        capacity=row.capacity or base.capacity,
        required=base.required if row.required is None else row.required,
    )
    change = Change.NEW if before is None else Change.UNCHANGED if said == before else Change.UPDATED
    return PlannedSession(row.row, said, change)


def _new_id(row: SessionRow) -> str:
    """The same at two desks that import the same list."""
    said = "|".join((str(row.day), str(row.starts), plain(row.room), plain(row.title)))
    return f"session-{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def _whole(row: SessionRow) -> tuple[object, ...]:
    return row.day, row.starts, plain(row.room), plain(row.title)


def _whole_of(c: Checkpoint) -> tuple[object, ...]:
    return c.day, c.starts, plain(c.room), plain(c.name)


def _slot(row: SessionRow) -> tuple[object, ...]:
    return row.day, row.starts, plain(row.room)


def _slot_of(c: Checkpoint) -> tuple[object, ...]:
    return c.day, c.starts, plain(c.room)


def _name(row: SessionRow) -> tuple[object, ...]:
    return row.day, plain(row.title)


def _name_of(c: Checkpoint) -> tuple[object, ...]:
    return c.day, plain(c.name)
