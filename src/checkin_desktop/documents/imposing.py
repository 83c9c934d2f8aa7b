"""Pages side by side on sheets, with marks to cut along; pages turned on their side."""

import zlib
from collections.abc import Sequence

from checkin_desktop.documents.ink import MM, colour_ops, number
from checkin_desktop.services.ports.documents import FrozenPage, Sheet

_MARK, _APART = 4.0, 0.4


def sheet_corner(sheet: Sheet, width: float, height: float, place: int) -> tuple[float, float]:
    """The upper left corner of a sheet's place 0, 1, 2 … of this size, mm from the sheet's own."""
    down_gap = sheet.gap if sheet.gap_down is None else sheet.gap_down
    across = sheet.columns * width + (sheet.columns - 1) * sheet.gap
    down = sheet.rows * height + (sheet.rows - 1) * down_gap
    left = (sheet.width - across) / 2 if sheet.left is None else sheet.left
    top = (sheet.height - down) / 2 if sheet.top is None else sheet.top
    row, column = divmod(place, sheet.columns)
    return left + column * (width + sheet.gap), top + row * (height + down_gap)


def impose(pages: Sequence[FrozenPage], sheet: Sheet) -> list[FrozenPage]:
    """Names of fonts and pictures mean the same everywhere. Without `cell` the pages are all of one size."""
    if not pages:
        return []
    cell = sheet.cell or (pages[0].width, pages[0].height)
    each = sheet.columns * sheet.rows
    placed: list[list[tuple[int, FrozenPage]]] = []
    for at, page in enumerate(pages, sheet.skipped % each):
        if not placed or at % each == 0:
            placed.append([])
        placed[-1].append((at % each, page))
    return [_sheet(sheet, cell, some) for some in placed]


def turned(page: FrozenPage) -> FrozenPage:
    """A quarter to the right: what was on top is on the right."""
    matrix = f"q 0 -1 1 0 0 {number(page.width * MM)} cm\n".encode()
    content = zlib.compress(matrix + zlib.decompress(page.content) + b"Q\n", 6)
    return FrozenPage(content, page.height, page.width, page.images)


def _sheet(sheet: Sheet, cell: tuple[float, float], placed: Sequence[tuple[int, FrozenPage]]) -> FrozenPage:
    parts: list[bytes] = []
    images: dict[str, bytes] = {}
    for place, page in placed:
        x, y = sheet_corner(sheet, *cell, place)
        scale = min(1.0, cell[0] / page.width, cell[1] / page.height)
        x += (cell[0] - page.width * scale) / 2
        y += (cell[1] - page.height * scale) / 2
        base = sheet.height - y - page.height * scale
        matrix = f"{_exact(scale)} 0 0 {_exact(scale)} {number(x * MM)} {number(base * MM)} cm"
        size = f"{number(page.width * MM)} {number(page.height * MM)}"
        parts.append(f"q {matrix} 0 0 {size} re W n\n".encode())
        parts += [zlib.decompress(page.content), b"Q\n"]
        images |= page.images
    if sheet.marks:
        parts.append(_cut_marks(sheet, *cell).encode())
    return FrozenPage(zlib.compress(b"".join(parts), 6), sheet.width, sheet.height, images)


def _exact(scale: float) -> str:
    return "1" if scale == 1 else f"{scale:.5f}"


def _cut_marks(sheet: Sheet, width: float, height: float) -> str:
    """Along the edges of what is cut, outside it, and small crosses where four meet."""
    left, upper = sheet_corner(sheet, width, height, 0)
    xs = sorted(_edges(left, width, sheet.columns, sheet.gap))
    down_gap = sheet.gap if sheet.gap_down is None else sheet.gap_down
    ys = sorted(_edges(upper, height, sheet.rows, down_gap))
    lines = []
    for x in xs:
        lines += [(x, ys[0] - _MARK, x, ys[0] - _APART), (x, ys[-1] + _APART, x, ys[-1] + _MARK)]
    for y in ys:
        lines += [(xs[0] - _MARK, y, xs[0] - _APART, y), (xs[-1] + _APART, y, xs[-1] + _MARK, y)]
    for x in xs[1:-1]:
        lines += [(x - 1, y, x + 1, y) for y in ys[1:-1]] + [(x, y - 1, x, y + 1) for y in ys[1:-1]]
    drawn = [
        f"{number(a * MM)} {number((sheet.height - b) * MM)} m {number(c * MM)} {number((sheet.height - d) * MM)} l"
        for a, b, c, d in lines
    ]
    return f"/Artifact BMC q 0.4 w {colour_ops('#C9CFDA', None)} RG " + " ".join(drawn) + " S Q EMC\n"


def _edges(first: float, size: float, count: int, gap: float) -> set[float]:
    return {round(first + i * (size + gap) + side * size, 4) for i in range(count) for side in (0, 1)}
