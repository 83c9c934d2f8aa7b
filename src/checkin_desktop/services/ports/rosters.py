"""What a spreadsheet says, once read: columns, people, and what is wrong with which row."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.people import Category, Person

Progress = Callable[[int, int], bool]
"""Told rows done and rows in all; an answer of False cancels."""


class ReadingCancelled(Exception):
    """The progress callback said stop; nothing was kept."""


class RosterField(StrEnum):
    """What a column can hold. `surnames_names`: one column, surnames first, often with a comma."""

    FULL_NAME = "full_name"
    SURNAMES_NAMES = "surnames_names"
    GIVEN_NAMES = "given_names"
    SURNAMES = "surnames"
    PATERNAL_SURNAME = "paternal_surname"
    MATERNAL_SURNAME = "maternal_surname"
    DOCUMENT = "document"
    DOCUMENT_KIND = "document_kind"
    ORGANISATION = "organisation"
    REGION = "region"
    POSITION = "position"
    HONORIFIC = "honorific"
    CATEGORY = "category"
    EMAIL = "email"
    PHONE = "phone"
    OWN_CODE = "own_code"
    CONSENT = "consent"
    NOTE = "note"
    EXTRA = "extra"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. `header_row` counts from 1 as the spreadsheet does; `rows` are (row number, cells)."""

    sheet: str
    header_row: int
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


ColumnMap = dict[str, RosterField]
"""Heading → what it holds, for every heading of a table."""


class ProblemKind(StrEnum):
    NO_NAME = "no_name"
    HALF_NAME = "half_name"
    BAD_DOCUMENT = "bad_document"
    DOCUMENT_OF_ANOTHER = "document_of_another"
    BAD_EMAIL = "bad_email"
    BAD_PHONE = "bad_phone"
    CODE_OF_ANOTHER = "code_of_another"
    NOT_ONE_PERSON = "not_one_person"
    """A trial, a number, an address, or several people in one cell."""
    DAMAGED_NAME = "damaged_name"
    """Letters of it were lost before the list came here."""


_REFUSING = frozenset(
    {
        ProblemKind.NO_NAME,
        ProblemKind.HALF_NAME,
        ProblemKind.DOCUMENT_OF_ANOTHER,
        ProblemKind.NOT_ONE_PERSON,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell. The value is shown to whoever imports, and never logged."""

    sheet: str
    row: int
    column: str
    kind: ProblemKind
    value: str

    @property
    def sentence(self) -> str:
        """The id of what is said of it; arguments `row`, `column`, `value`."""
        return f"rosters-problem-{self.kind.value.replace('_', '-')}"

    @property
    def refuses_row(self) -> bool:
        """Otherwise only the value is left out and the row goes in."""
        return self.kind in _REFUSING


@dataclass(frozen=True, slots=True)
class RosterRow:
    sheet: str
    row: int
    person: Person


@dataclass(frozen=True, slots=True)
class RosterReading:
    """Everybody in the list once, and what was wrong; `repeated` counts rows that named somebody again."""

    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]
    repeated: int
    columns: dict[str, ColumnMap]
    categories: dict[str, Category]
