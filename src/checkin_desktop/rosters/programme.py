"""A programme as sessions: columns guessed by heading, days and hours as people write them, bad rows named."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import CheckpointKind, SessionKind
from checkin_desktop.domain.people import plain
from checkin_desktop.rosters.files import read_tables
from checkin_desktop.rosters.programme_cells import day_of, people_in, session_kind, times_of
from checkin_desktop.rosters.read import chosen_tables
from checkin_desktop.services.ports.programme import (
    ProgrammeField as F,
)
from checkin_desktop.services.ports.programme import (
    ProgrammeProblem,
    ProgrammeProblemKind,
    ProgrammeReading,
    SessionRow,
)
from checkin_desktop.services.ports.rosters import Table

MOST_SESSIONS = 2_000
MOST_NAME = 200
_LOOKED_AT = 40
_MOST_PEOPLE = 50_000
_WORDS: dict[F, frozenset[str]] = {
    F.DAY: frozenset({"dia", "fecha", "day", "date", "jornada"}),
    F.HOURS: frozenset({"hora", "horario", "horas", "time", "hours", "schedule"}),
    F.STARTS: frozenset({"inicio", "empieza", "comienza", "desde", "start", "starts", "begin", "from"}),
    F.ENDS: frozenset({"fin", "final", "termino", "termina", "hasta", "end", "ends", "to"}),
    F.TITLE: frozenset(
        {"titulo", "sesion", "actividad", "tema", "nombre", "ponencia", "title", "session", "activity", "name",
         "descripcion", "evento"}
    ),
    F.ROOM: frozenset({"sala", "lugar", "ambiente", "salon", "auditorio", "room", "place", "venue", "espacio"}),
    F.KIND: frozenset({"tipo", "modalidad", "formato", "kind", "type", "format"}),
    F.SPEAKERS: frozenset(
        {"ponente", "ponentes", "expositor", "expositores", "panelistas", "participantes", "moderador",
         "responsable", "speaker", "speakers", "presenter", "expositora"}
    ),
    F.CAPACITY: frozenset({"aforo", "capacidad", "cupo", "cupos", "vacantes", "capacity", "seats"}),
    F.REQUIRED: frozenset({"obligatorio", "obligatoria", "requerido", "required", "mandatory"}),
}  # fmt: skip
_FIRST = (F.STARTS, F.ENDS, F.CAPACITY, F.SPEAKERS, F.KIND, F.ROOM, F.REQUIRED, F.DAY, F.HOURS, F.TITLE)
"""What a heading of several words is, by the word that tells most: "Hora de inicio", "Nombre del ponente"."""
_YES = frozenset({"si", "s", "x", "1", "yes", "y", "true", "verdadero", "obligatorio", "obligatoria"})
Row = Sequence[str]


def read_programme(path: Path, days: Sequence[date], sheets: str | None = None) -> ProgrammeReading:
    """The sessions of a spreadsheet, on the event's days.

    Raises PersonFacingError where the file cannot be read, lacks the sheet, or names no sessions.
    """
    rows: list[SessionRow] = []
    problems: list[ProgrammeProblem] = []
    columns: dict[str, F] = {}
    for table in chosen_tables(read_tables(path, hidden=sheets is not None), sheets):
        lines = ([(table.header_row, table.headings)] if table.header_row else []) + list(table.rows)
        found = _header(lines)
        if found is None:
            continue
        at, headings, fields = found
        columns |= {headings[i]: field for field, i in fields.items()}
        _read(lines[at + 1 :], headings, fields, days, _day_in(table, days), rows, problems)
    if not columns:
        raise PersonFacingError("programme-no-sessions", file=path.name)
    if len(rows) > MOST_SESSIONS:
        raise PersonFacingError("programme-too-many", file=path.name, most=MOST_SESSIONS)
    return ProgrammeReading(tuple(rows), tuple(problems), columns)


def _header(lines: Sequence[tuple[int, Row]]) -> tuple[int, Row, Mapping[F, int]] | None:
    """The first line that names a title and two other columns."""
    for at, (_, cells) in enumerate(lines[:_LOOKED_AT]):
        fields: dict[F, int] = {}
        for i, cell in enumerate(cells):
            field = _field_of(cell)
            if field is not None:
                fields.setdefault(field, i)
        if F.TITLE in fields and len(fields) > 2:
            return at, cells, fields
    return None


def _field_of(heading: str) -> F | None:
    words = set(plain(heading).split())
    if not words or len(words) > 6:
        return None
    return next((field for field in _FIRST if words & _WORDS[field]), None)


def _day_in(table: Table, days: Sequence[date]) -> date | None:
    """A sheet for each day says so in its name; an event of one day needs not say it."""
    return day_of(table.sheet, days) or (days[0] if len(days) == 1 else None)


def _read(
    lines: Sequence[tuple[int, Row]],
    headings: Row,
    fields: Mapping[F, int],
    days: Sequence[date],
    day: date | None,
    rows: list[SessionRow],
    problems: list[ProgrammeProblem],
) -> None:
    seen = {_same(r) for r in rows}
    for number, cells in lines:
        said = {field: cells[i] for field, i in fields.items() if i < len(cells)}
        if not any(said.values()):
            continue
        alone = [c for c in cells if c]
        if len(alone) == 1 and (group := day_of(alone[0], days)):
            day = group
            continue
        reader = _Reader(number, headings, fields, said)
        day = reader.day(days, day)
        row = reader.session(day)
        problems.extend(reader.problems)
        if row is None:
            continue
        if _same(row) in seen:
            problems.append(reader.problem(F.TITLE, ProgrammeProblemKind.TWICE))
            continue
        seen.add(_same(row))
        rows.append(row)


def _same(row: SessionRow) -> tuple[object, ...]:
    return row.day, row.starts, plain(row.room), plain(row.title)


class _Reader:
    """One row, and what is wrong with it."""

    def __init__(self, number: int, headings: Row, fields: Mapping[F, int], said: Mapping[F, str]) -> None:
        self._number, self._headings, self._fields, self._said = number, headings, fields, said
        self.problems: list[ProgrammeProblem] = []
        self._lost = False

    def problem(self, field: F, kind: ProgrammeProblemKind) -> ProgrammeProblem:
        column = self._headings[self._fields[field]] if field in self._fields else ""
        return ProgrammeProblem(self._number, column, kind, self._said.get(field, ""))

    def day(self, days: Sequence[date], before: date | None) -> date | None:
        """A cell left empty is the day of the row above."""
        written = self._said.get(F.DAY, "")
        found = day_of(written, days) if written else before
        self._lost = found is None
        return found if found is not None else before

    def session(self, day: date | None) -> SessionRow | None:
        title = self._said.get(F.TITLE, "")[:MOST_NAME]
        if not title:
            self.problems.append(self.problem(F.TITLE, ProgrammeProblemKind.NO_TITLE))
            return None
        if day is None or self._lost:
            self.problems.append(self.problem(F.DAY, ProgrammeProblemKind.BAD_DAY))
            return None
        starts, ends = self._times()
        written = self._said.get(F.KIND, "")
        kind, session = session_kind(written or title, certain=bool(written))
        return SessionRow(
            self._number,
            day,
            title,
            starts,
            ends,
            self._said.get(F.ROOM, "")[:MOST_NAME],
            kind,
            (session or SessionKind.OTHER) if kind is CheckpointKind.SESSION else None,
            people_in(self._said.get(F.SPEAKERS, "")),
            self._capacity(),
            plain(self._said[F.REQUIRED]) in _YES if self._said.get(F.REQUIRED) else None,
        )

    def _times(self) -> tuple[time | None, time | None]:
        found: list[time | None] = [None, None]
        for field, place in ((F.HOURS, 0), (F.STARTS, 0), (F.ENDS, 1)):
            written = self._said.get(field, "")
            if not written:
                continue
            times = times_of(written)
            if not times:
                self.problems.append(self.problem(field, ProgrammeProblemKind.BAD_TIME))
            for offset, at in enumerate(times[: 2 - place]):
                found[place + offset] = at
        starts, ends = found
        if starts and ends and ends <= starts:
            field = F.ENDS if F.ENDS in self._fields else F.HOURS
            self.problems.append(self.problem(field, ProgrammeProblemKind.ENDS_EARLY))
            ends = None
        return starts, ends

    def _capacity(self) -> int | None:
        written = self._said.get(F.CAPACITY, "")
        digits = "".join(c for c in written if c.isdigit())
        if not written or plain(written) in ("", "sin limite", "libre", "no limit"):
            return None
        if (
            not digits
            or len(digits) > 6
            or written.lstrip().startswith(("-", "−"))
            or not 0 < int(digits) <= _MOST_PEOPLE
        ):
            self.problems.append(self.problem(F.CAPACITY, ProgrammeProblemKind.BAD_CAPACITY))
            return None
        return int(digits)
