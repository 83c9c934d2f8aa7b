"""Where a sheet's headings are: below logos, titles and merged groups, or nowhere."""

from collections.abc import Sequence

from checkin_desktop.domain.people import plain
from checkin_desktop.rosters.headings import field_of
from checkin_desktop.services.ports.rosters import RosterField, Table

_LOOKED_AT = 60
_QUESTION = 300
"""Characters of the longest heading: forms ask in whole sentences."""
_TITLES = frozenset(
    [
        "relacion",
        "lista",
        "listado",
        "registro",
        "nomina",
        "padron",
        "programa",
        "list",
        "roster",
        "encuentro",
        "congreso",
    ]
)
Row = Sequence[str]


def table_of(name: str, grid: Sequence[Row]) -> Table | None:
    """A grid whose first row is the spreadsheet's first, as a table; None where nothing is filled in."""
    width = 0
    for row in grid:
        if any(row[width:]):
            width = _width(row)
    if not width:
        return None
    found = _header(grid)
    if found is None:
        headings, top = [""] * width, 0
    else:
        top, cells = found
        headings = [*cells, *[""] * (width - len(cells))][:width]
    named = _distinct(headings)
    rows = tuple((n, _fitted(row, width)) for n, row in enumerate(grid[top:], top + 1) if any(row))
    return Table(name, top, named, rows)


def _header(grid: Sequence[Row]) -> tuple[int, list[str]] | None:
    """1-based row of the headings and the headings, a second heading row or a group row above worked in."""
    scores = [_score(row) for row in grid[:_LOOKED_AT]]
    best = max(range(len(scores)), key=lambda i: (scores[i], -i), default=0)
    if not scores or scores[best] <= 0:
        return None
    upper, lower = list(grid[best]), list(grid[best + 1]) if best + 1 < len(grid) else []
    filled = [c for c in lower if c]
    if filled and _score(lower) > 0 and all(_known(c) for c in filled) and not _same(upper, lower):
        return best + 2, _worked_in(lower, upper)
    if best and scores[best - 1] > 0:
        return best + 1, _worked_in(upper, grid[best - 1])
    return best + 1, upper


def _worked_in(lower: Row, upper: Row) -> list[str]:
    width = max(len(lower), len(upper))
    low, up = _fitted(lower, width), _fitted(upper, width)
    return [a or (b if _known(b) else "") for a, b in zip(low, up, strict=True)]


def _score(row: Row) -> float:
    """How much a row looks like headings; a row that holds data is none."""
    filled = [c for c in row if c]
    if not filled or any(_is_data(c) for c in filled):
        return 0
    short = [c for c in filled if len(c) <= _QUESTION and not _TITLES & set(plain(c).split()[:1])]
    fields = {f for c in short if (f := field_of(c)) and f is not RosterField.IGNORE}
    if not fields or (len(filled) == 1 and len(filled[0]) > 40):
        return 0
    return len(fields) + min(len(filled), 10) / 100 - (0.5 if len(filled) > 2 * len(fields) + 4 else 0)


def _is_data(cell: str) -> bool:
    """An address or a number; a law's or a year's number inside a question is none."""
    digits = sum(c.isdigit() for c in cell)
    return ("@" in cell and " " not in cell) or (digits >= 5 and sum(c.isalpha() for c in cell) <= 2 * digits)


def _known(cell: str) -> bool:
    return field_of(cell) is not None


def _same(first: Row, second: Row) -> bool:
    return [plain(c) for c in first] == [plain(c) for c in second]


def _distinct(headings: Sequence[str]) -> tuple[str, ...]:
    """Every column under a heading of its own: blank ones by their letter, repeated ones numbered."""
    named: list[str] = []
    for position, heading in enumerate(headings):
        base = heading or _letter(position)
        name, again = base, 2
        while name in named:
            name, again = f"{base} ({again})", again + 1
        named.append(name)
    return tuple(named)


def _letter(position: int) -> str:
    """A column as spreadsheets letter it: A, B, … Z, AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _width(row: Row) -> int:
    return max((i for i, c in enumerate(row, 1) if c), default=0)


def _fitted(row: Row, width: int) -> tuple[str, ...]:
    return tuple(row) if len(row) == width else (*row[:width], *[""] * (width - len(row)))
