"""Sheets that badges are printed on: paper to be cut, label sheets as shops sell them, labels one by one.

All in millimetres. Where the label sheets' measures come from stands in docs/sheets.md.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.errors import PersonFacingError

LEAST_SCALE = 0.8
"""A badge is made smaller than this nowhere: its QR would have to be held too near to the camera."""


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


PAPER_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """`paper` None: a page for each badge, as large as it is. `columns` 0: as many as there is room for, to be cut.

    `product`: what the shops call it. `left`, `top`: the first label's corner; `gap` between columns and rows.
    """

    id: str
    paper: Paper | None
    product: str = ""
    columns: int = 0
    rows: int = 0
    label: tuple[float, float] = (0.0, 0.0)
    left: float = 0.0
    top: float = 0.0
    gap: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where badges of one size stand on a sheet."""

    columns: int
    rows: int

    @property
    def each(self) -> int:
        return self.columns * self.rows


SINGLE = SheetLayout("single", None)
CUT_A4 = SheetLayout("a4", Paper.A4)
SHEETS = (
    CUT_A4,
    SheetLayout("letter", Paper.LETTER),
    SINGLE,
    SheetLayout(
        "l4785", Paper.A4, "Avery L4784 … L4787, HERMA 4412", 2, 5, (80.0, 50.0), 17.5, 13.5, (15.0, 5.0)
    ),
    SheetLayout("l4727", Paper.A4, "Avery L4727, DURABLE 1445", 2, 5, (90.0, 54.0), 15.0, 13.5),
    SheetLayout("l4728", Paper.A4, "Avery L4728, DURABLE 1456", 2, 4, (90.0, 60.0), 15.0, 28.5),
    SheetLayout("l7414", Paper.A4, "Avery L7414", 2, 5, (90.0, 52.0), 15.0, 18.5),
    SheetLayout("apli-02793", Paper.A4, "APLI 02793", 2, 5, (90.0, 50.8), 15.0, 22.0),
    SheetLayout("l7165", Paper.A4, "Avery L7165", 2, 4, (99.1, 67.7), 4.67, 13.04, (2.54, 0.0)),
    SheetLayout("l7163", Paper.A4, "Avery L7163", 2, 7, (99.1, 38.1), 4.65, 15.15, (2.5, 0.0)),
    SheetLayout("5395", Paper.LETTER, "Avery 5395, 8395", 2, 4, (85.73, 59.27), 17.46, 14.82, (9.52, 4.23)),
    SheetLayout("5392", Paper.LETTER, "Avery 5392, 74459", 2, 3, (101.6, 76.2), 6.35, 25.4),
    SheetLayout("5371", Paper.LETTER, "Avery 5371, 8371", 2, 5, (88.9, 50.8), 19.05, 12.7),
    SheetLayout("5163", Paper.LETTER, "Avery 5163", 2, 5, (101.6, 50.8), 4.13, 12.7, (4.76, 0.0)),
)


def sheet_named(name: str) -> SheetLayout:
    """Raises PersonFacingError."""
    found = next((s for s in SHEETS if s.id == name.casefold()), None)
    if found is None:
        raise PersonFacingError("badges-no-such-sheet", name=name, known=", ".join(s.id for s in SHEETS))
    return found


def grid_of(layout: SheetLayout, width: float, height: float) -> Grid:
    """How many badges of that size stand on a sheet. Raises PersonFacingError where it is too large for it."""
    if layout.paper is None:
        return Grid(1, 1)
    if layout.columns:
        scale = min(layout.label[0] / width, layout.label[1] / height)
        grid = Grid(layout.columns, layout.rows) if scale >= LEAST_SCALE else Grid(0, 0)
    else:
        paper = PAPER_MM[layout.paper]
        grid = Grid(math.floor(paper[0] / width + 1e-6), math.floor(paper[1] / height + 1e-6))
    if not grid.each:
        room = layout.label if layout.columns else PAPER_MM[layout.paper]
        raise PersonFacingError(
            "badges-too-large-for-sheet",
            width=f"{width:g}",
            height=f"{height:g}",
            room=f"{room[0]:g} × {room[1]:g}",
        )
    return grid
