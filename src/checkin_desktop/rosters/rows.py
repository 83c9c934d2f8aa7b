"""One row of a table as a person, or what is wrong with it."""

from collections.abc import Callable
from typing import NamedTuple

from checkin_desktop.domain.people import Category, DocumentKind, Person, plain
from checkin_desktop.rosters import cells, names
from checkin_desktop.rosters.categories import category, category_of_position
from checkin_desktop.rosters.documents import document, document_kind
from checkin_desktop.rosters.lines import is_no_person
from checkin_desktop.rosters.positions import Positions, Row
from checkin_desktop.rosters.regions import region
from checkin_desktop.rosters.repair import without_pictures
from checkin_desktop.rosters.row_names import NameReader
from checkin_desktop.services.ports.rosters import ColumnMap, Problem, ProblemKind, RosterField, Table

_OTHER_KINDS = frozenset(["ce", "carnet", "carne", "extranjeria", "pasaporte", "passport", "otro", "otros"])

MOST_NOTE = 300


class ReadRow(NamedTuple):
    """`person` is None for a row that stays out: with no problems it was nobody's (blank, a footer)."""

    person: Person | None
    problems: tuple[Problem, ...] = ()


class RowReader:
    """Reads the rows of one table; holds where each field stands."""

    def __init__(self, table: Table, columns: ColumnMap, categories: dict[str, Category]) -> None:
        self._table = table
        self._at = Positions(table, columns)
        self._names = NameReader(self._at)
        self._categories = categories
        self._sheet_category = _category_of_sheet(table.sheet)
        self._sheet_region = region(table.sheet) or ""
        numbers = self._at.of(RosterField.DOCUMENT)
        self._documents = [(i, *_kind_of_column(table.headings[i], len(numbers))) for i in numbers]
        self._emails, self._phones = self._at.of(RosterField.EMAIL), self._at.of(RosterField.PHONE)
        self._extra = [(i, table.headings[i]) for i in self._at.of(RosterField.EXTRA)]
        self._said = self._at.reader(
            RosterField.CATEGORY, RosterField.CONSENT, RosterField.DOCUMENT_KIND, RosterField.HONORIFIC,
            RosterField.NOTE, RosterField.ORGANISATION, RosterField.OWN_CODE, RosterField.POSITION,
            RosterField.REGION,
        )  # fmt: skip

    def read(self, number: int, row: Row) -> ReadRow:
        """`number` as the spreadsheet counts it, for the problems."""
        if is_no_person(self._table, self._at, row):
            return ReadRow(None)
        problems: list[Problem] = []

        def wrong(column: int, kind: ProblemKind) -> None:
            problems.append(
                Problem(self._table.sheet, number, self._table.headings[column], kind, row[column])
            )

        name = self._names.read(row)
        if name.problem:
            wrong(*name.problem)
        role, consent, kind, honorific, note, organisation, own_code, position, where = self._said(row)
        document_number, its_kind = self._document(row, kind, wrong)
        email = _checked(row, self._emails, cells.email, ProblemKind.BAD_EMAIL, wrong)
        phone = _checked(row, self._phones, cells.phone, ProblemKind.BAD_PHONE, wrong)
        if problems and any(p.refuses_row for p in problems):
            return ReadRow(None, tuple(problems))
        position = position or name.office
        person = Person(
            given_names=name.given_names,
            surnames=name.surnames,
            document_kind=its_kind,
            document=document_number,
            organisation=names.tidy_organisation(without_pictures(organisation)),
            region=(region(where) or names.tidy(where)) if where else self._sheet_region,
            position=names.tidy_organisation(position) if " " in position else names.tidy(position),
            honorific=names.tidy(honorific) or name.honorific,
            category=self._category(role, position),
            email=email,
            phone=phone,
            own_code=own_code,
            consent=cells.consent(consent),
            note=note[:MOST_NOTE],
            extra=tuple([(heading, row[i]) for i, heading in self._extra if row[i]]),
        )
        return ReadRow(person, tuple(problems))

    def _document(
        self, row: Row, kind_said: str, wrong: Callable[[int, ProblemKind], None]
    ) -> tuple[str, DocumentKind | None]:
        told = document_kind(kind_said)
        for at, kind, usual in self._documents:
            if not row[at]:
                continue
            found = document(row[at], told or kind, usual)
            if found is None:
                wrong(at, ProblemKind.BAD_DOCUMENT)
            elif found[0]:
                return found
        return "", None

    def _category(self, said: str, position: str) -> Category:
        for value in (said, position) if self._categories else ():
            chosen = self._categories.get(plain(value)) if value else None
            if chosen is not None and (chosen is not Category.ATTENDEE or value is said):
                return chosen
        if said and (told := category(said)):
            return told
        return category_of_position(position) or self._sheet_category or Category.ATTENDEE


def _checked(
    row: Row,
    columns: list[int],
    check: Callable[[str], str | None],
    kind: ProblemKind,
    wrong: Callable[[int, ProblemKind], None],
) -> str:
    for at in columns:
        if row[at]:
            kept = check(row[at])
            if kept is None:
                wrong(at, kind)
            return kept or ""
    return ""


def category_values(table: Table, columns: ColumnMap) -> dict[str, Category]:
    """Every value of the category column (of the position column where there is none) and what it makes
    somebody, for a person to look over and change."""
    field = RosterField.CATEGORY if RosterField.CATEGORY in columns.values() else RosterField.POSITION
    told = category if field is RosterField.CATEGORY else category_of_position
    values: dict[str, Category] = {}
    for at in [i for i, h in enumerate(table.headings) if columns.get(h) is field]:
        for _, row in table.rows:
            if row[at] and row[at] not in values:
                values[row[at]] = told(row[at]) or Category.ATTENDEE
    return values


def _kind_of_column(heading: str, columns: int) -> tuple[DocumentKind | None, DocumentKind | None]:
    """(the kind where the heading names one other than a DNI, the kind that most will be)."""
    words = set(plain(heading.replace(".", "")).split())
    if "dni" in words:
        return None, None if words & _OTHER_KINDS else DocumentKind.DNI
    passport, card = words & {"pasaporte", "passport"}, words & {"ce", "extranjeria"}
    if "documento" in words and columns < 2:
        return None, None
    if passport:
        return None if card else DocumentKind.PASSPORT, None
    return DocumentKind.CE if card else None, None


def _category_of_sheet(sheet: str) -> Category | None:
    """ "Ponentes" says it; "Organización 2025" or "Participantes y ponentes" do not."""
    words = plain(sheet).split()
    found = category(words[0]) if words and len(words) <= 3 else None
    return None if found is Category.ATTENDEE or "y" in words or words[:1] == ["organizacion"] else found
