"""Where each field of a table stands, so that a row is read by what its cells mean."""

from collections.abc import Callable, Sequence
from operator import itemgetter

from checkin_desktop.services.ports.rosters import ColumnMap, RosterField, Table

HALF_FIELDS = (RosterField.SURNAMES, RosterField.PATERNAL_SURNAME, RosterField.MATERNAL_SURNAME)
WHOLE_FIELDS = (RosterField.SURNAMES_NAMES, RosterField.FULL_NAME)
NAME_FIELDS = frozenset({RosterField.GIVEN_NAMES, *HALF_FIELDS, *WHOLE_FIELDS})
Row = tuple[str, ...]


class Positions:
    """The columns of every field, in the order in which they stand."""

    def __init__(self, table: Table, columns: ColumnMap) -> None:
        self._at: dict[RosterField, list[int]] = {}
        for i, heading in enumerate(table.headings):
            self._at.setdefault(columns.get(heading, RosterField.EXTRA), []).append(i)
        self.meant = [i for f, at in self._at.items() if f is not RosterField.IGNORE for i in at]

    def of(self, *fields: RosterField) -> list[int]:
        """The columns of these fields."""
        return [i for f in fields for i in self._at.get(f, ())]

    def first(self, field: RosterField, row: Row) -> str:
        """What the first filled column of a field says."""
        return first(row, self._at.get(field, ()))

    def reader(self, *fields: RosterField) -> Callable[[Row], Sequence[str]]:
        """Tells, of a row, what the first filled column of each of these fields says."""
        columns = [self.of(f) for f in fields]
        if any(len(at) > 1 for at in columns):
            return lambda row: [first(row, at) for at in columns]
        take = itemgetter(*(at[0] if at else -1 for at in columns))
        return lambda row: take((*row, ""))


def first(row: Row, columns: Sequence[int]) -> str:
    """What the first filled one of these columns says."""
    for i in columns:
        if row[i]:
            return row[i]
    return ""
