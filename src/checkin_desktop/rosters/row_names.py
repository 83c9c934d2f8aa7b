"""Who a row is about: the name from however many cells it stands in, its honorific and its office."""

from dataclasses import dataclass
from functools import lru_cache

from checkin_desktop.rosters.names import split_full_name, split_surnames_first, tidy
from checkin_desktop.rosters.positions import HALF_FIELDS, NAME_FIELDS, Positions, Row
from checkin_desktop.rosters.repair import lost_letters, without_pictures
from checkin_desktop.rosters.titles import named, not_one_person, untitled
from checkin_desktop.services.ports.rosters import ProblemKind, RosterField


@dataclass(frozen=True, slots=True)
class RowName:
    """`problem` is the column and what is wrong there."""

    given_names: str = ""
    surnames: str = ""
    honorific: str = ""
    office: str = ""
    problem: tuple[int, ProblemKind] | None = None


@dataclass(frozen=True, slots=True)
class _Split:
    given_names: str
    surnames: str
    honorific: str
    office: str


def name_of(at: Positions, row: Row) -> RowName:
    """The name in a row, or why there is none."""
    columns = at.of(*NAME_FIELDS)
    found = _from_whole(at, row) or _from_halves(at, row)
    problem: tuple[int, ProblemKind] | None
    if not found.given_names and not found.surnames:
        problem = min(columns), ProblemKind.NO_NAME
    elif (
        at.of(RosterField.GIVEN_NAMES) and at.of(*HALF_FIELDS) and not (found.given_names and found.surnames)
    ):
        missing = HALF_FIELDS if found.given_names else (RosterField.GIVEN_NAMES,)
        problem = at.of(*missing)[0], ProblemKind.HALF_NAME
    elif (strange := next((i for i in columns if row[i] and not_one_person(row[i])), None)) is not None:
        problem = strange, ProblemKind.NOT_ONE_PERSON
    else:
        lost = next((i for i in columns if lost_letters(row[i])), None)
        problem = None if lost is None else (lost, ProblemKind.DAMAGED_NAME)
    return RowName(found.given_names, found.surnames, found.honorific, found.office, problem)


def _from_whole(at: Positions, row: Row) -> _Split | None:
    surnames_first = named(at.first(RosterField.SURNAMES_NAMES, row))
    whole = surnames_first or named(at.first(RosterField.FULL_NAME, row))
    return _split(whole, bool(surnames_first)) if whole else None


@lru_cache(maxsize=100_000)
def _split(whole: str, surnames_first: bool) -> _Split:
    name, honorific, office = untitled(without_pictures(whole))
    halves = split_surnames_first if surnames_first or name.count(",") == 1 else split_full_name
    given, surnames = halves(name)
    given, more, _ = untitled(given)
    return _Split(tidy(given), tidy(surnames, led=bool(given)), honorific or more, office)


def _from_halves(at: Positions, row: Row) -> _Split:
    given, honorific, office = _joined(row, at.of(RosterField.GIVEN_NAMES))
    surnames, more, _ = _joined(row, at.of(*HALF_FIELDS))
    return _Split(tidy(given), tidy(surnames, led=bool(given)), honorific or more, office)


def _joined(row: Row, columns: list[int]) -> tuple[str, str, str]:
    return untitled(without_pictures(" ".join(named(row[i]) for i in columns if row[i]).strip()))
