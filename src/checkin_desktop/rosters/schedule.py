"""A programme of bilateral meetings from a spreadsheet: day, start, table, party A, party B, topic."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import plain
from checkin_desktop.rosters.files import read_tables
from checkin_desktop.services.ports.rosters import Table
from checkin_desktop.services.ports.schedules import BadRow, ScheduleProblem, ScheduleReading, ScheduleRow

_USUAL = timedelta(minutes=25)
_LOOKED_AT = 60
_TIME = re.compile(
    r"(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?(?::\d{2})?\s*([ap])?\.?\s*(?:m\.?)?(?:\s*h(?:rs?)?\.?)?"
)
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")


class _Column(StrEnum):
    DAY = "day"
    STARTS = "starts"
    ENDS = "ends"
    TABLE = "table"
    PARTY_A = "party_a"
    PARTY_B = "party_b"
    TOPIC = "topic"


_WORDS: tuple[tuple[_Column, frozenset[str]], ...] = (
    (_Column.PARTY_A, frozenset({"a", "primera", "solicitante", "anfitrion", "1"})),
    (_Column.PARTY_B, frozenset({"b", "segunda", "contraparte", "invitado", "invitada", "2", "con"})),
    (_Column.DAY, frozenset({"dia", "fecha", "day", "date"})),
    (_Column.ENDS, frozenset({"fin", "termino", "termina", "hasta", "end", "ends", "final"})),
    (
        _Column.STARTS,
        frozenset({"inicio", "hora", "comienza", "desde", "start", "starts", "time", "horario"}),
    ),
    (_Column.TABLE, frozenset({"mesa", "table", "lugar"})),
    (_Column.TOPIC, frozenset({"tema", "asunto", "topic", "temas", "agenda", "motivo"})),
)
_NEEDED = {_Column.STARTS, _Column.PARTY_A, _Column.PARTY_B}


def read_schedule(path: Path, days: Sequence[date]) -> ScheduleReading:
    """The rows that are meetings, and what is wrong with the others. A day may be written as its number among the
    event's days. Raises PersonFacingError for a file that is no such list."""
    for table in read_tables(path):
        found = _columns(table)
        if found is not None:
            columns, after = found
            return _read(table, columns, after, days)
    raise PersonFacingError("meetings-no-schedule", file=path.name)


def _columns(table: Table) -> tuple[dict[_Column, int], int] | None:
    """Where what stands, and the row after which the meetings begin."""
    lines = [(table.header_row, table.headings), *table.rows[:_LOOKED_AT]]
    for number, cells in lines:
        at: dict[_Column, int] = {}
        for place, cell in enumerate(cells):
            words = set(plain(cell).split())
            column = next((c for c, known in _WORDS if words & known and len(words) <= 5), None)
            if column is not None:
                at.setdefault(column, place)
        if at.keys() >= _NEEDED:
            return at, number
    return None


def _read(table: Table, at: dict[_Column, int], after: int, days: Sequence[date]) -> ScheduleReading:
    rows: list[ScheduleRow] = []
    problems: list[BadRow] = []
    last_day = days[0] if len(days) == 1 else None
    for number, cells in table.rows:
        if number <= after:
            continue
        said = {column: cells[place] for column, place in at.items() if place < len(cells)}
        a, b = said.get(_Column.PARTY_A, ""), said.get(_Column.PARTY_B, "")
        written_day, written = said.get(_Column.DAY, ""), said.get(_Column.STARTS, "")
        if not (a or b or written):
            continue
        day = _day(written_day, days) if written_day else last_day
        starts = _time(written)
        if not a or not b:
            problems.append(BadRow(number, ScheduleProblem.NO_PARTY, a or b))
        elif plain(a) == plain(b):
            problems.append(BadRow(number, ScheduleProblem.SAME_PARTY, a))
        elif day is None:
            problems.append(BadRow(number, ScheduleProblem.BAD_DAY, written_day))
        elif starts is None:
            problems.append(BadRow(number, ScheduleProblem.BAD_TIME, written))
        else:
            ends = _time(said.get(_Column.ENDS, "")) or _later(starts)
            last_day = day
            if ends <= starts:
                problems.append(BadRow(number, ScheduleProblem.ENDS_EARLY, said.get(_Column.ENDS, "")))
                continue
            table_name, topic = said.get(_Column.TABLE, ""), said.get(_Column.TOPIC, "")
            rows.append(ScheduleRow(number, day, starts, ends, table_name, a, b, topic))
    return ScheduleReading(tuple(rows), tuple(problems))


def _day(written: str, days: Sequence[date]) -> date | None:
    """One of the event's days: ISO, day/month/year, or "Día 2"; None for anything else."""
    try:
        found: date | None = datetime.fromisoformat(written).date()
    except ValueError:
        found = None
    if found is None and (said := _DATE.search(written)):
        year = int(said[3]) + (2000 if len(said[3]) == 2 else 0)
        try:
            found = date(year, int(said[2]), int(said[1]))
        except ValueError:
            return None
    if found is None:
        number = next((int(w) for w in plain(written).split() if w.isascii() and w.isdecimal()), 0)
        by_date = [d for d in days if d.day == number]
        found = days[number - 1] if 0 < number <= len(days) else by_date[0] if by_date else None
    return found if found in days else None


def _time(written: str) -> time | None:
    """ "14:20", "14.20", "2:20 p. m.", "9"; of "14:20 - 14:45" the beginning; of a spreadsheet's moment the time."""
    try:
        return datetime.fromisoformat(written).time() if "-" in written and ":" in written else _said(written)
    except ValueError:
        return _said(written)


def _said(written: str) -> time | None:
    said = _TIME.match(written.strip().lower())
    if said is None:
        return None
    hour, minute = int(said[1]), int(said[2] or 0)
    if said[3] == "p" and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _later(starts: time) -> time:
    usual = datetime.combine(date(2000, 1, 1), starts) + _USUAL
    return usual.time() if usual.day == 1 else time(23, 59)
