"""A programme of meetings from a spreadsheet, bad rows named."""

from datetime import date, time
from pathlib import Path

import pytest

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.rosters.schedule import read_schedule
from checkin_desktop.rosters.write import write_table
from checkin_desktop.services.ports.schedules import ScheduleProblem as P

DAYS = (date(2025, 10, 9), date(2025, 10, 10))
HEADINGS = ("Día", "Hora de inicio", "Fin", "Mesa", "Parte A", "Parte B", "Tema")


def test_days_and_times_as_people_write_them(tmp_path: Path) -> None:
    rows = [
        ("2025-10-09", "14:20", "14:45", "Mesa 3", "Alto Andes", "Río Claro", "Riego"),
        ("10/10/2025", "2:20 p. m.", "", "", "Alto Andes", "Otra", ""),
        ("Día 2", "9", "", "Mesa 1", "Río Claro", "Otra", ""),
        ("", "9.30", "", "Mesa 1", "Río Claro", "Alto Andes", ""),
    ]
    for name in ("programa.xlsx", "programa.csv"):
        write_table(tmp_path / name, HEADINGS, rows)
        reading = read_schedule(tmp_path / name, DAYS)
        assert reading.problems == ()
        assert [(r.day, r.starts, r.ends) for r in reading.rows] == [
            (DAYS[0], time(14, 20), time(14, 45)),
            (DAYS[1], time(14, 20), time(14, 45)),
            (DAYS[1], time(9), time(9, 25)),
            (DAYS[1], time(9, 30), time(9, 55)),
        ]
        assert (reading.rows[0].table, reading.rows[0].topic) == ("Mesa 3", "Riego")


def test_rows_that_are_no_meeting_are_named(tmp_path: Path) -> None:
    rows = [
        ("9/10/2025", "9:00", "", "1", "Alto", "", ""),
        ("9/10/2025", "9:00", "", "1", "Alto", "ALTO", ""),
        ("1/1/2024", "9:00", "", "1", "Alto", "Bajo", ""),
        ("9/10/2025", "temprano", "", "1", "Alto", "Bajo", ""),
        ("9/10/2025", "9:00", "8:00", "1", "Alto", "Bajo", ""),
        ("", "", "", "", "", "", ""),
    ]
    write_table(tmp_path / "x.xlsx", HEADINGS, rows)
    reading = read_schedule(tmp_path / "x.xlsx", DAYS)
    assert reading.rows == ()
    assert [(p.row, p.kind) for p in reading.problems] == [
        (2, P.NO_PARTY),
        (3, P.SAME_PARTY),
        (4, P.BAD_DAY),
        (5, P.BAD_TIME),
        (6, P.ENDS_EARLY),
    ]


def test_a_list_of_people_is_no_programme(tmp_path: Path) -> None:
    write_table(tmp_path / "x.csv", ("Apellidos", "Nombres"), [("Quispe", "Ana")])
    with pytest.raises(PersonFacingError) as told:
        read_schedule(tmp_path / "x.csv", DAYS)
    assert told.value.sentence == "meetings-no-schedule"
