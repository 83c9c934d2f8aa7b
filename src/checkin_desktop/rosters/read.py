"""A list as distinct people: every sheet read, repeated rows worked into the first, refusals listed."""

from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

from rapidfuzz import fuzz

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category, Person, plain, same_document
from checkin_desktop.rosters.columns import guess_columns, overridden
from checkin_desktop.rosters.files import read_tables
from checkin_desktop.rosters.positions import NAME_FIELDS
from checkin_desktop.rosters.rows import RowReader, category_values
from checkin_desktop.services.ports.rosters import (
    ColumnMap,
    Problem,
    ProblemKind,
    Progress,
    ReadingCancelled,
    RosterField,
    RosterReading,
    RosterRow,
    Table,
)

_STEP = 500
_SAME_NAME = 80


def read_roster(
    path: Path,
    sheets: Iterable[str] | str | None = None,
    mapping: ColumnMap | None = None,
    categories: dict[str, Category] | None = None,
    progress: Progress | None = None,
) -> RosterReading:
    """Everybody in the list once.

    `sheets` names those to read (default: all that are shown and hold people), `mapping` overrides the guess
    by heading, `categories` says what a value of the category or position column makes somebody. Raises
    PersonFacingError where the file cannot be read, names no people or lacks the sheet, and
    ReadingCancelled where `progress` answers False.
    """
    tables = read_tables(path, hidden=sheets is not None)
    return read_people(chosen_tables(tables, sheets), mapping, categories, progress, path.name)


def chosen_tables(tables: tuple[Table, ...], sheets: Iterable[str] | str | None) -> tuple[Table, ...]:
    """The sheets named, in their order in the file. Raises PersonFacingError for one that is not there."""
    if sheets is None:
        return tables
    wanted = [sheets] if isinstance(sheets, str) else list(sheets)
    known = {plain(t.sheet) or t.sheet for t in tables}
    for name in wanted:
        if (plain(name) or name) not in known:
            names = ", ".join(t.sheet for t in tables)
            raise PersonFacingError("rosters-unknown-sheet", sheet=name, sheets=names)
    keys = {plain(name) or name for name in wanted}
    return tuple(t for t in tables if (plain(t.sheet) or t.sheet) in keys)


def read_people(
    tables: tuple[Table, ...],
    mapping: ColumnMap | None = None,
    categories: dict[str, Category] | None = None,
    progress: Progress | None = None,
    file: str = "",
) -> RosterReading:
    """As `read_roster`, of tables read before (a preview reads the file once)."""
    columns = {t.sheet: overridden(guess_columns(t), mapping) for t in tables}
    named = [t for t in tables if NAME_FIELDS & set(columns[t.sheet].values())]
    if not named:
        raise PersonFacingError("rosters-no-names", file=file)
    said: dict[str, Category] = {}
    chosen = {plain(value): category for value, category in (categories or {}).items()}
    people = _People()
    total, done = sum(len(t.rows) for t in named), 0
    for table in named:
        for value, category in category_values(table, columns[table.sheet]).items():
            said[value] = chosen.get(plain(value), category)
        reader = RowReader(table, columns[table.sheet], chosen)
        document = _heading_of(columns[table.sheet], RosterField.DOCUMENT)
        code = _heading_of(columns[table.sheet], RosterField.OWN_CODE)
        for number, cells in table.rows:
            if progress and done % _STEP == 0 and not progress(done, total):
                raise ReadingCancelled
            done += 1
            row = reader.read(number, cells)
            people.problems.extend(row.problems)
            if row.person is not None:
                people.add(RosterRow(table.sheet, number, row.person), document, code)
    if progress and not progress(total, total):
        raise ReadingCancelled
    return RosterReading(tuple(people.rows), tuple(people.problems), people.repeated, columns, said)


def _heading_of(columns: ColumnMap, field: RosterField) -> str:
    return next((h for h, f in columns.items() if f is field), "")


class _People:
    """Distinct people so far, found by document, else by name and organisation."""

    def __init__(self) -> None:
        self.rows: list[RosterRow] = []
        self.problems: list[Problem] = []
        self.repeated = 0
        self._by_document: dict[str, int] = {}
        self._by_name: dict[tuple[str, str], int] = {}
        self._by_code: dict[str, int] = {}
        self._organisations: dict[str, str] = {}

    def add(self, row: RosterRow, document_heading: str, code_heading: str) -> None:
        person = row.person
        document = same_document(person.document)
        named = (plain(person.name), self._organisation(person.organisation))
        at = self._by_document.get(document) if document else None
        if at is not None and not _same_name(self.rows[at].person, person):
            kind = ProblemKind.DOCUMENT_OF_ANOTHER
            self.problems.append(Problem(row.sheet, row.row, document_heading, kind, person.document))
            return
        if at is None:
            at = self._by_name.get(named)
            if at is not None and document and self.rows[at].person.document:
                at = None
        if at is None:
            at = len(self.rows)
            self.rows.append(row)
            self._by_name.setdefault(named, at)
        else:
            self.repeated += 1
            self.rows[at] = replace(self.rows[at], person=_filled(self.rows[at].person, person))
        if document:
            self._by_document[document] = at
        if person.own_code and self._by_code.setdefault(person.own_code, at) != at:
            kind = ProblemKind.CODE_OF_ANOTHER
            self.problems.append(Problem(row.sheet, row.row, code_heading, kind, person.own_code))
            kept = self.rows[at].person
            if kept.own_code == person.own_code:
                self.rows[at] = replace(self.rows[at], person=replace(kept, own_code=""))

    def _organisation(self, written: str) -> str:
        """As it is compared; a list names few."""
        if written not in self._organisations:
            self._organisations[written] = plain(written)
        return self._organisations[written]


def _same_name(one: Person, other: Person) -> bool:
    """Whether two names under one document are one person's: the order, a second name or a slip may differ."""
    first, second = plain(one.name), plain(other.name)
    return first == second or fuzz.token_set_ratio(first, second) >= _SAME_NAME


def _filled(first: Person, later: Person) -> Person:
    """The first row, with what only a later one says."""
    empty = {
        f.name: getattr(later, f.name)
        for f in fields(Person)
        if f.name != "extra" and getattr(first, f.name) in ("", None, Category.ATTENDEE)
    }
    return replace(first, **empty, extra=tuple({**dict(later.extra), **dict(first.extra)}.items()))
