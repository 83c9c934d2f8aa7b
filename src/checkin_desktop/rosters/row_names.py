"""Who a row is about: the name from however many cells it stands in, its honorific and its office."""

from functools import lru_cache
from typing import NamedTuple

from checkin_desktop.rosters.names import split_full_name, split_surnames_first, tidy
from checkin_desktop.rosters.positions import HALF_FIELDS, NAME_FIELDS, Positions, Row
from checkin_desktop.rosters.titles import NameCell, name_cell, untitled
from checkin_desktop.services.ports.rosters import ProblemKind, RosterField


class RowName(NamedTuple):
    """`problem` is the column and what is wrong there."""

    given_names: str
    surnames: str
    honorific: str
    office: str
    problem: tuple[int, ProblemKind] | None = None


class NameReader:
    """Reads the names of one table; holds where they stand."""

    def __init__(self, at: Positions) -> None:
        self._surnames_first = at.of(RosterField.SURNAMES_NAMES)
        self._full = at.of(RosterField.FULL_NAME)
        self._given, self._halves = at.of(RosterField.GIVEN_NAMES), at.of(*HALF_FIELDS)
        self._all = sorted(at.of(*NAME_FIELDS))

    def read(self, row: Row) -> RowName:
        """The name in a row, or why there is none."""
        name = self._whole(row) or self._joined(row)
        problem = self._problem(row, name)
        return name if problem is None else name._replace(problem=problem)

    def _whole(self, row: Row) -> RowName | None:
        for columns, surnames_first in ((self._surnames_first, True), (self._full, False)):
            for i in columns:
                if row[i] and name_cell(row[i]).name:
                    return _split(row[i], surnames_first)
        return None

    def _joined(self, row: Row) -> RowName:
        given, halves = _together(row, self._given), _together(row, self._halves)
        surnames = tidy(halves.name, bool(given.name))
        return RowName(tidy(given.name), surnames, given.honorific or halves.honorific, given.office)

    def _problem(self, row: Row, name: RowName) -> tuple[int, ProblemKind] | None:
        if not name.given_names and not name.surnames:
            return self._all[0], ProblemKind.NO_NAME
        if self._given and self._halves and not (name.given_names and name.surnames):
            return (self._halves if name.given_names else self._given)[0], ProblemKind.HALF_NAME
        filled, damaged, real = -1, -1, False
        for i in self._all:
            if not row[i]:
                continue
            _, _, _, one_person, trial, lost = name_cell(row[i])
            if not one_person:
                return i, ProblemKind.NOT_ONE_PERSON
            real = real or not trial
            filled = i if filled < 0 else filled
            damaged = i if damaged < 0 and lost else damaged
        if not real:
            return filled, ProblemKind.NOT_ONE_PERSON
        return (damaged, ProblemKind.DAMAGED_NAME) if damaged >= 0 else None


def _together(row: Row, columns: list[int]) -> NameCell:
    if len(columns) == 1:
        return name_cell(row[columns[0]])
    cells = [name_cell(row[i]) for i in columns if row[i]]
    if len(cells) == 1:
        return cells[0]
    name = " ".join([c.name for c in cells if c.name])
    honorific = next((c.honorific for c in cells if c.honorific), "")
    return NameCell(name, honorific, next((c.office for c in cells if c.office), ""))


@lru_cache(maxsize=50_000)
def _split(whole: str, surnames_first: bool) -> RowName:
    name, honorific, office = name_cell(whole)[:3]
    halves = split_surnames_first if surnames_first or name.count(",") == 1 else split_full_name
    given, surnames = halves(name)
    given, more, _ = untitled(given)
    return RowName(tidy(given), tidy(surnames, bool(given)), honorific or more, office)
