"""An event's days changed after it was made: put off, one more, one less; what was planned goes along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Admitted, Refused
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.meetings import MeetingState, Party, Place
from checkin_desktop.domain.rules import AdmissionRule
from checkin_desktop.services.check_in import admit_attendee, undo
from checkin_desktop.services.desk import checkpoints, settings
from checkin_desktop.services.event_days import change_days, day_lines
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.meetings import meetings, schedule
from checkin_desktop.services.rules import rules, state_rule
from support.desks import DAYS, Station, exchange_all, found, joined, person

FIRST, SECOND = DAYS
LATER, THIRD = date(2025, 10, 16), date(2025, 10, 17)
TALK = Checkpoint("talk", "Agua", CheckpointKind.SESSION, FIRST, starts=time(9), room="Sala A")
KIT = Checkpoint("kit", "Kit", CheckpointKind.ONCE, FIRST, last_day=SECOND)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    people = (person("Ana Quispe", "40000001"), person("Beto Mamani", "40000002", organisation="REMURPE"))
    station = found(tmp_path / "one.checkin", people=people)
    for point in (TALK, KIT):
        define_checkpoint(station.desk, point)
    yield station
    station.close()


def days_of(station: Station) -> dict[str, date]:
    return {c.id: c.day for c in checkpoints(station.desk)}


def test_an_event_put_off_takes_programme_meetings_and_rules_along(one: Station, tmp_path: Path) -> None:
    other = joined(tmp_path / "other.checkin", one)
    place = Place("1", SECOND, time(10), time(10, 30))
    schedule(one.desk, Party("AMSAT"), Party("REMURPE"), place, "Agua")
    state_rule(one.desk, AdmissionRule("press", days=frozenset({FIRST})))
    entrance = next(c for c in checkpoints(one.desk) if c.day == FIRST and c.kind is CheckpointKind.DAY)
    define_checkpoint(one.desk, replace(entrance, name="9 de octubre de 2025"))

    assert change_days(one.desk, {FIRST: LATER, SECOND: THIRD}) == (LATER, THIRD)
    exchange_all([one, other])
    for station in (one, other):
        assert settings(station.desk).days == (LATER, THIRD)
        assert days_of(station) == {
            "day-2025-10-09": LATER, "day-2025-10-10": THIRD, "talk": LATER, "kit": LATER
        }  # fmt: skip
        points = {c.id: c for c in checkpoints(station.desk)}
        assert points["kit"].last_day == THIRD
        assert points["day-2025-10-09"].name == "16 de octubre de 2025", "called by its date"
        assert points["day-2025-10-10"].name == "Day 2", "as the organiser called it"
        [meeting] = meetings(station.desk)
        assert (meeting.meeting.place.day, meeting.meeting.topic) == (THIRD, "Agua")
        assert [r.days for r in rules(station.desk)] == [frozenset({LATER})]
    assert one.digest() == other.digest() == one.rebuilt_digest()
    other.close()


def test_a_day_more_has_its_entrance_also_on_the_date_that_another_had(one: Station) -> None:
    change_days(one.desk, {FIRST: LATER}, [FIRST])
    assert settings(one.desk).days == (FIRST, SECOND, LATER)
    entrances = [c for c in checkpoints(one.desk) if c.kind is CheckpointKind.DAY]
    assert [(c.day, c.required) for c in entrances] == [(FIRST, True), (SECOND, True), (LATER, True)]
    assert days_of(one)["talk"] == LATER
    assert isinstance(admit_attendee(one.desk, one.person("Ana").id, entrances[0].id).verdict, Admitted)


def test_a_day_that_is_not_held_leaves_the_programme_and_its_meetings_are_cancelled(one: Station) -> None:
    schedule(one.desk, Party("AMSAT"), Party("REMURPE"), Place("1", SECOND, time(10), time(10, 30)))
    assert [(d.sessions, d.meetings) for d in day_lines(one.desk)] == [(2, 0), (0, 1)]
    change_days(one.desk, {SECOND: None})
    assert settings(one.desk).days == (FIRST,)
    assert days_of(one) == {"day-2025-10-09": FIRST, "talk": FIRST, "kit": FIRST}
    assert next(c for c in checkpoints(one.desk) if c.id == "kit").last_day is None
    assert [m.meeting.state for m in meetings(one.desk)] == [MeetingState.CANCELLED]


def test_a_day_on_which_somebody_came_keeps_its_date(one: Station) -> None:
    scanned = admit_attendee(one.desk, one.person("Ana").id, "day-2025-10-09")
    assert [d.used for d in day_lines(one.desk)] == [True, False]
    for to in (LATER, None):
        with pytest.raises(PersonFacingError) as told:
            change_days(one.desk, {FIRST: to})
        assert told.value.sentence == "event-days-used"
    assert change_days(one.desk, {SECOND: THIRD}) == (FIRST, THIRD)
    undo(one.desk, scanned.entry, "prueba")
    assert change_days(one.desk, {FIRST: LATER}) == (LATER, THIRD)
    refused = admit_attendee(one.desk, one.person("Ana").id, "day-2025-10-09").verdict
    assert isinstance(refused, Refused)


@pytest.mark.parametrize(
    ("moved", "added", "sentence"),
    [
        ({FIRST: None, SECOND: None}, [], "event-no-days"),
        ({FIRST: SECOND}, [], "event-days-twice"),
        ({}, [FIRST], "event-days-twice"),
    ],
)
def test_what_can_not_be_is_said(
    one: Station, moved: dict[date, date | None], added: list[date], sentence: str
) -> None:
    before = days_of(one)
    with pytest.raises(PersonFacingError) as told:
        change_days(one.desk, moved, added)
    assert told.value.sentence == sentence
    assert (settings(one.desk).days, days_of(one)) == (DAYS, before)


def test_nothing_changed_writes_nothing(one: Station) -> None:
    entries = len(one.entries())
    assert change_days(one.desk, {FIRST: FIRST}) == DAYS
    assert len(one.entries()) == entries
