"""What a dragged edge or middle snaps to: the page's middle and margins, the other elements. Millimetres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checkin_desktop.gui.pages.designer.editing import Rect

MARGIN = 10.0


@dataclass(frozen=True, slots=True)
class Guide:
    """A line over the page that shows what something snapped to."""

    upright: bool
    at: float


@dataclass(frozen=True, slots=True)
class Targets:
    """Where things may snap to, across and down the page."""

    across: tuple[float, ...]
    down: tuple[float, ...]


def targets(page: Rect, others: Iterable[Rect]) -> Targets:
    across, down = _lines(page.width), _lines(page.height)
    for rect in others:
        across += (rect.x, rect.middle[0], rect.right)
        down += (rect.y, rect.middle[1], rect.bottom)
    return Targets(across, down)


def snapped(
    across: Sequence[float], down: Sequence[float], to: Targets, reach: float
) -> tuple[float, float, tuple[Guide, ...]]:
    """How far to move so that one of these positions meets a target within `reach`, and the lines that show it."""
    dx, x = _nearest(across, to.across, reach)
    dy, y = _nearest(down, to.down, reach)
    guides = [Guide(True, x)] if x is not None else []
    if y is not None:
        guides.append(Guide(False, y))
    return dx, dy, tuple(guides)


def _lines(length: float) -> tuple[float, ...]:
    margins = (MARGIN, length - MARGIN) if length > 4 * MARGIN else ()
    return (0.0, *margins, length / 2, length)


def _nearest(positions: Sequence[float], where: Sequence[float], reach: float) -> tuple[float, float | None]:
    found = min(
        ((target - at, target) for at in positions for target in where),
        key=lambda hit: abs(hit[0]),
        default=None,
    )
    return found if found is not None and abs(found[0]) <= reach else (0.0, None)
