"""What an import would do, looked at before anything is written. Runs on a lane."""

from collections import Counter
from dataclasses import dataclass, field

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category
from checkin_desktop.gui.tools import Tools
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.import_roster import plan_import
from checkin_desktop.services.ports.rosters import ColumnMap, Progress, RosterField, RosterReading, Table
from checkin_desktop.services.views import ImportPlan


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person changed: sheets left out, what columns hold, what a value makes somebody."""

    without: frozenset[str] = frozenset()
    columns: ColumnMap = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """`tables` are all sheets; `columns` says what those chosen hold; `values` are (value, rows, category), the
    most frequent first. Without `reading` and `plan`, `refusal` says what is missing."""

    file: str
    tables: tuple[Table, ...]
    choice: Choice
    columns: dict[str, ColumnMap]
    values: tuple[tuple[str, int, Category], ...] = ()
    reading: RosterReading | None = None
    plan: ImportPlan | None = None
    refusal: PersonFacingError | None = None

    @property
    def chosen(self) -> tuple[Table, ...]:
        return tuple(t for t in self.tables if t.sheet not in self.choice.without)

    @property
    def changes(self) -> int:
        """People that the import would write."""
        return self.plan.new + self.plan.updated if self.plan else 0


def look_over(
    desk: Desk, tools: Tools, file: str, tables: tuple[Table, ...], choice: Choice, progress: Progress
) -> Review:
    """Raises ReadingCancelled where `progress` answers False."""
    chosen = tuple(t for t in tables if t.sheet not in choice.without)
    try:
        if not chosen:
            raise PersonFacingError("import-no-sheet")
        reading = tools.read_people(chosen, choice.columns, choice.categories, progress, file)
    except PersonFacingError as error:
        guessed = {t.sheet: tools.guess_columns(t) | _of(t, choice.columns) for t in chosen}
        return Review(file, tables, choice, guessed, refusal=error)
    counts = _counts(chosen, reading)
    values = sorted(reading.categories.items(), key=lambda said: (-counts[said[0]], said[0]))
    return Review(
        file,
        tables,
        choice,
        reading.columns,
        tuple((value, counts[value], category) for value, category in values),
        reading,
        plan_import(desk, reading),
    )


def _of(table: Table, columns: ColumnMap) -> ColumnMap:
    return {h: f for h, f in columns.items() if h in table.headings}


def _counts(tables: tuple[Table, ...], reading: RosterReading) -> Counter[str]:
    counts: Counter[str] = Counter()
    for table in tables:
        fields = reading.columns[table.sheet]
        said = RosterField.CATEGORY if RosterField.CATEGORY in fields.values() else RosterField.POSITION
        for at in [i for i, h in enumerate(table.headings) if fields.get(h) is said]:
            counts.update(cells[at] for _, cells in table.rows if cells[at])
    return counts
