"""One row of a table as a person, or what is wrong with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checkin_desktop.domain.people import Category, DocumentKind, Person, plain
from checkin_desktop.rosters import cells, names
from checkin_desktop.rosters.categories import category, category_of_position
from checkin_desktop.rosters.columns import NAME_FIELDS
from checkin_desktop.rosters.regions import region
from checkin_desktop.services.ports.rosters import ColumnMap, Problem, ProblemKind, RosterField, Table

_FOOTERS = frozenset(
    [
        "total",
        "totales",
        "subtotal",
        "elaborado",
        "fuente",
        "nota",
        "notas",
        "observacion",
        "observaciones",
        "firma",
        "firmado",
        "responsable",
        "leyenda",
        "source",
        "prepared",
        "notes",
        "generado",
        "exportado",
    ]
)
_SECTIONS = frozenset(
    [
        "delegacion",
        "mesa",
        "dia",
        "day",
        "grupo",
        "group",
        "seccion",
        "section",
        "region",
        "departamento",
        "lista",
    ]
)
_FEW = 2
_GIVEN, _SURNAMES = RosterField.GIVEN_NAMES, RosterField.SURNAMES
_HALF_FIELDS = (RosterField.SURNAMES, RosterField.PATERNAL_SURNAME, RosterField.MATERNAL_SURNAME)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """`person` is None for a row that stays out: with no problems it was nobody's (blank, a footer)."""

    person: Person | None
    problems: tuple[Problem, ...] = ()


class RowReader:
    """Reads the rows of one table; holds where each field stands."""

    def __init__(self, table: Table, columns: ColumnMap, categories: dict[str, Category]) -> None:
        self._table = table
        self._at: dict[RosterField, list[int]] = {}
        for i, heading in enumerate(table.headings):
            self._at.setdefault(columns.get(heading, RosterField.EXTRA), []).append(i)
        self._categories = categories
        self._sheet_category = _category_of_sheet(table.sheet)
        self._meant = [i for f, at in self._at.items() if f is not RosterField.IGNORE for i in at]
        self._has_halves = _GIVEN in self._at and any(f in self._at for f in _HALF_FIELDS)

    def read(self, number: int, row: tuple[str, ...]) -> ReadRow:
        """`number` as the spreadsheet counts it, for the problems."""
        if not any(row[i] for i in self._meant) or self._is_no_row(row):
            return ReadRow(None)
        problems: list[Problem] = []

        def wrong(column: int, kind: ProblemKind) -> None:
            problems.append(
                Problem(self._table.sheet, number, self._table.headings[column], kind, row[column])
            )

        given, surnames = self._name(row, wrong)
        number_and_kind = self._document(row, wrong)
        email = self._checked(
            RosterField.EMAIL, row, cells.email, lambda at: wrong(at, ProblemKind.BAD_EMAIL)
        )
        phone = self._checked(
            RosterField.PHONE, row, cells.phone, lambda at: wrong(at, ProblemKind.BAD_PHONE)
        )
        if any(p.refuses_row for p in problems):
            return ReadRow(None, tuple(problems))
        position = self._first(RosterField.POSITION, row)
        where = self._first(RosterField.REGION, row)
        person = Person(
            given_names=given,
            surnames=surnames,
            document_kind=number_and_kind[1],
            document=number_and_kind[0],
            organisation=names.tidy_organisation(self._first(RosterField.ORGANISATION, row)),
            region=region(where) or names.tidy(where),
            position=names.tidy_organisation(position) if " " in position else names.tidy(position),
            honorific=names.tidy(self._first(RosterField.HONORIFIC, row)),
            category=self._category(self._first(RosterField.CATEGORY, row), position),
            email=email,
            phone=phone,
            own_code=self._first(RosterField.OWN_CODE, row),
            consent=cells.consent(self._first(RosterField.CONSENT, row)),
            extra=tuple(
                (self._table.headings[i], row[i]) for i in self._at.get(RosterField.EXTRA, ()) if row[i]
            ),
        )
        return ReadRow(person, tuple(problems))

    def _is_no_row(self, row: tuple[str, ...]) -> bool:
        """Headings repeated further down, and footers and section lines: few cells, none of them personal."""
        filled = [c for c in row if c]
        same = sum(a.casefold() == b.casefold() for a, b in zip(row, self._table.headings, strict=True) if a)
        if self._table.header_row and same == len(filled) and same > 1:
            return True
        if len(filled) > _FEW or self._first(RosterField.EMAIL, row):
            return False
        starts = {plain(c).partition(" ")[0] for c in filled}
        if starts & _FOOTERS and not self._plausible_document(row):
            return True
        return len(filled) == 1 and len(self._meant) > _FEW and bool(starts & _SECTIONS)

    def _plausible_document(self, row: tuple[str, ...]) -> bool:
        given = self._first(RosterField.DOCUMENT, row)
        return bool(given) and sum(c.isdigit() for c in given) >= 6

    def _first(self, field: RosterField, row: tuple[str, ...]) -> str:
        return next((row[i] for i in self._at.get(field, ()) if row[i]), "")

    def _joined(self, fields: Iterable[RosterField], row: tuple[str, ...]) -> str:
        return " ".join(row[i] for f in fields for i in self._at.get(f, ()) if row[i])

    def _name(self, row: tuple[str, ...], wrong: Callable[[int, ProblemKind], None]) -> tuple[str, str]:
        given, surnames = self._joined((_GIVEN,), row), self._joined(_HALF_FIELDS, row)
        whole = self._first(RosterField.FULL_NAME, row)
        surnames_first = self._first(RosterField.SURNAMES_NAMES, row)
        if surnames_first or whole.count(",") == 1:
            given, surnames = names.split_surnames_first(names.tidy(surnames_first or whole))
        elif whole:
            given, surnames = names.split_full_name(names.tidy(whole))
        given = given if names.has_letters(given) else ""
        surnames = surnames if names.has_letters(surnames) else ""
        if not given and not surnames:
            at = [i for f in RosterField if f in NAME_FIELDS for i in self._at.get(f, ())]
            wrong(at[0], ProblemKind.NO_NAME)
        elif self._has_halves and not (given and surnames):
            fields = _HALF_FIELDS if given else (_GIVEN,)
            wrong(next(i for f in fields for i in self._at.get(f, ())), ProblemKind.HALF_NAME)
        return names.tidy(given), names.tidy(surnames)

    def _document(
        self, row: tuple[str, ...], wrong: Callable[[int, ProblemKind], None]
    ) -> tuple[str, DocumentKind | None]:
        told = cells.document_kind(self._first(RosterField.DOCUMENT_KIND, row))
        for at in self._at.get(RosterField.DOCUMENT, ()):
            found = cells.document(row[at], told or self._kind_of_column(at))
            if found is None:
                wrong(at, ProblemKind.BAD_DOCUMENT)
            elif found[0]:
                return found
        return "", None

    def _kind_of_column(self, at: int) -> DocumentKind | None:
        """What the heading says where each kind of document has a column of its own."""
        words = set(plain(self._table.headings[at]).split())
        if words & {"dni", "documento"} and len(self._at[RosterField.DOCUMENT]) < 2:
            return None
        kinds = ("pasaporte", "passport"), ("ce", "extranjeria")
        if words & set(kinds[0]):
            return None if words & set(kinds[1]) or "dni" in words else DocumentKind.PASSPORT
        return DocumentKind.CE if words & set(kinds[1]) and "dni" not in words else None

    def _checked(
        self,
        field: RosterField,
        row: tuple[str, ...],
        check: Callable[[str], str | None],
        wrong: Callable[[int], None],
    ) -> str:
        at = next((i for i in self._at.get(field, ()) if row[i]), None)
        if at is None:
            return ""
        kept = check(row[at])
        if kept is None:
            wrong(at)
        return kept or ""

    def _category(self, said: str, position: str) -> Category:
        for value in (said, position):
            chosen = self._categories.get(plain(value)) if value else None
            if chosen is not None and (chosen is not Category.ATTENDEE or value is said):
                return chosen
        if said and (told := category(said)):
            return told
        return category_of_position(position) or self._sheet_category or Category.ATTENDEE


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


def _category_of_sheet(sheet: str) -> Category | None:
    """ "Ponentes" says it; "Organización 2025" or "Participantes y ponentes" do not."""
    words = plain(sheet).split()
    found = category(words[0]) if words and len(words) <= 3 else None
    return None if found is Category.ATTENDEE or "y" in words or words[:1] == ["organizacion"] else found
