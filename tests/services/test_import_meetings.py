"""A programme imported twice doubles nothing; clashes and unknown parties are named."""

from dataclasses import replace
from datetime import time

from checkin_desktop.services.import_meetings import import_meetings, plan_meetings
from checkin_desktop.services.meetings import meetings
from checkin_desktop.services.ports.schedules import ScheduleReading, ScheduleRow
from support.desks import DAYS, Station

ROW = ScheduleRow(2, DAYS[0], time(9), time(9, 25), "Mesa 1", "amsat", "REMURPE", "Agua")


def test_again_and_changed(one: Station) -> None:
    second = replace(ROW, row=3, starts=time(11), ends=time(11, 25))
    reading = ScheduleReading((ROW, second), ())
    first = import_meetings(one.desk, reading)
    assert (first.new, first.updated, first.unchanged, first.warnings) == (2, 0, 0, ())
    again = import_meetings(one.desk, reading)
    assert (again.new, again.updated, again.unchanged) == (0, 0, 2)
    moved = import_meetings(one.desk, ScheduleReading((ROW, replace(second, table="Mesa 4")), ()))
    assert (moved.new, moved.updated, moved.unchanged) == (0, 1, 1)
    assert [(line.a, line.meeting.place.table) for line in meetings(one.desk)] == [
        ("AMSAT", "Mesa 1"),
        ("AMSAT", "Mesa 4"),
    ]


def test_what_to_look_at_is_named_by_row(one: Station) -> None:
    clash = replace(ROW, row=3, party_b="Nadie Conoce", table="Mesa 1")
    done = import_meetings(one.desk, ScheduleReading((ROW, clash), ()))
    assert [(w.row, w.sentence) for w in done.warnings] == [
        (3, "meetings-row-unknown-party"),
        (3, "meetings-clash-table"),
    ]
    assert done.new == 2


def test_a_name_with_a_slip_says_who_was_probably_meant_and_planning_writes_nothing(one: Station) -> None:
    slip = replace(ROW, party_a="AMSATT", party_b="Carla Huaman Q")
    planned = plan_meetings(one.desk, ScheduleReading((slip,), ()))
    assert [(w.sentence, dict(w.arguments).get("near")) for w in planned.warnings] == [
        ("meetings-row-misspelt-party", "AMSAT"),
        ("meetings-row-misspelt-party", "Carla Huamán"),
    ]
    assert (planned.new, meetings(one.desk)) == (1, ())
