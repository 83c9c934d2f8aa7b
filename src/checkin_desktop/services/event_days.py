"""The event's days as they change: one more, one put off to another date, one that is not held after all."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.facts import CheckpointDefined, EventConfigured
from checkin_desktop.domain.meetings import MeetingCancelled, MeetingScheduled, MeetingState
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.rules import RuleStated
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.found_event import entrances
from checkin_desktop.services.meetings import beside
from checkin_desktop.services.parties import parties_of
from checkin_desktop.services.ports.store import Reads, Unit
from checkin_desktop.words import LANGUAGES
from checkin_desktop.words.dates import long_date

_ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day and what is planned on it. `used`: somebody was let in, or a meeting held; its date stays."""

    day: date
    sessions: int = 0
    meetings: int = 0
    used: bool = False


def day_lines(desk: Desk) -> tuple[DayLine, ...]:
    with desk.store.read() as reads:
        used = _used(reads)
        meetings = Counter(m.place.day for m in reads.meetings.all() if m.state is MeetingState.SCHEDULED)
        points = reads.event.checkpoints()
        days = reads.event.record().settings.days
    planned = Counter(c.day for c in points if c.kind is not CheckpointKind.DAY)
    return tuple(DayLine(day, planned[day], meetings[day], day in used) for day in days)


def change_days(
    desk: Desk,
    moved: Mapping[date, date | None],
    added: Collection[date] = (),
    language: str = "es",
    operator: str = "",
) -> tuple[date, ...]:
    """Days to other dates (None: not held), with their sessions, meetings and rules; new ones with their entrance.

    What is planned on a day that is not held leaves the programme, its meetings are cancelled. Answers the event's
    days. Raises PersonFacingError where none is left, two are the same, or a day was used already.
    """
    desk.require(Action.CONFIGURE)
    with desk.store.unit() as unit:
        settings, used = unit.event.record().settings, _used(unit)
        moved = {day: to for day, to in moved.items() if day in settings.days and day != to}
        for day in sorted(moved.keys() & used):
            raise PersonFacingError("event-days-used", day=long_date(day, language))
        kept = [to for day in settings.days if (to := moved.get(day, day)) is not None]
        days = tuple(sorted([*kept, *added]))
        if not days:
            raise PersonFacingError("event-no-days")
        for day, times in Counter(days).items():
            if times > 1:
                raise PersonFacingError("event-days-twice", day=long_date(day, language))
        if days != settings.days:
            unit.append(EventConfigured(replace(settings, days=days)), operator=operator)
        points = unit.event.checkpoints()
        for fact in _redated(points, moved, days):
            unit.append(fact, operator=operator)
        for point in _entrances_of(desk, points, added, language):
            unit.append(CheckpointDefined(point), operator=operator)
        for rule in unit.event.rules():
            told = frozenset(moved.get(day) or day for day in rule.days)
            if told != rule.days:
                unit.append(RuleStated(replace(rule, days=told)), operator=operator)
        _take_meetings_along(desk, unit, moved, operator)
    return days


def _used(reads: Reads) -> frozenset[date]:
    came = {point for point, fill in reads.figures.fills().items() if fill.admitted}
    held = (
        m.place.day for m in reads.meetings.all() if m.state in (MeetingState.UNDER_WAY, MeetingState.HELD)
    )
    return frozenset([*(c.day for c in reads.event.checkpoints() if c.id in came), *held])


def _redated(
    points: Sequence[Checkpoint], moved: Mapping[date, date | None], days: Sequence[date]
) -> list[CheckpointDefined]:
    told = []
    for c in points:
        day, last = moved.get(c.day, c.day), c.last_day and moved.get(c.last_day, c.last_day)
        if day is None:
            told.append(CheckpointDefined(c, removed=True))
            continue
        if c.last_day and last is None:
            last = max((d for d in days if day < d <= c.last_day), default=None)
        changed = replace(c, day=day, last_day=last if last and last > day else None, name=_named(c, day))
        if changed != c:
            told.append(CheckpointDefined(changed))
    return told


def _named(c: Checkpoint, day: date) -> str:
    """An entrance that is called by its date, by the new one."""
    by_date = {long_date(c.day, language): long_date(day, language) for language in LANGUAGES}
    return by_date.get(c.name, c.name) if c.kind is CheckpointKind.DAY else c.name


def _entrances_of(
    desk: Desk, points: Sequence[Checkpoint], added: Collection[date], language: str
) -> list[Checkpoint]:
    """A day that took another date keeps its id: a new one on the old date gets one of its own."""
    taken, days = {c.id for c in points}, tuple(sorted(added))
    made = entrances(days, tuple(long_date(day, language) for day in days))
    return [replace(c, id=f"{c.id}-{desk.random(_ID_BYTES).hex()}") if c.id in taken else c for c in made]


def _take_meetings_along(desk: Desk, unit: Unit, moved: Mapping[date, date | None], operator: str) -> None:
    known = parties_of(unit)
    for m in unit.meetings.all():
        if m.place.day not in moved or m.state is not MeetingState.SCHEDULED:
            continue
        day = moved[m.place.day]
        if day is None:
            unit.append(MeetingCancelled(m.id), operator=operator)
            continue
        place = replace(m.place, day=day)
        fact = MeetingScheduled(m.id, m.party_a, m.party_b, place, m.topic, m.ad_hoc, m.edits)
        unit.append(*beside(desk, known, fact), operator=operator)
