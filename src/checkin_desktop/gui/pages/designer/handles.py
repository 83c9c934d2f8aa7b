"""The eight handles around an element, and what pulling one makes of its place."""

from enum import Enum

from PySide6.QtCore import Qt

from checkin_desktop.gui.pages.designer.editing import LEAST, LEAST_CODE, Rect


class Handle(Enum):
    """(across, down): which edges it pulls; -1 the left or upper one, 1 the right or lower one, 0 none."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)
    BOTTOM_LEFT = (-1, 1)
    BOTTOM = (0, 1)
    BOTTOM_RIGHT = (1, 1)

    @property
    def across(self) -> int:
        return int(self.value[0])

    @property
    def down(self) -> int:
        return int(self.value[1])


_SHAPES = {
    1: Qt.CursorShape.SizeFDiagCursor,
    -1: Qt.CursorShape.SizeBDiagCursor,
}
CURSORS = {
    handle: _SHAPES[handle.across * handle.down]
    if handle.across and handle.down
    else Qt.CursorShape.SizeHorCursor
    if handle.across
    else Qt.CursorShape.SizeVerCursor
    for handle in Handle
}


def handle_places(rect: Rect, *, corners: bool = False) -> dict[Handle, tuple[float, float]]:
    """Where each is; `corners`: what stays square has no others."""
    return {
        handle: (
            rect.x + rect.width * (1 + handle.across) / 2,
            rect.y + rect.height * (1 + handle.down) / 2,
        )
        for handle in Handle
        if not corners or (handle.across and handle.down)
    }


def resized(rect: Rect, handle: Handle, x: float, y: float, *, square: bool = False) -> Rect:
    """The place after the handle was pulled to (x, y); the edges opposite stay, and nothing is turned inside out."""
    least = LEAST_CODE if square else LEAST
    left, right, top, bottom = rect.x, rect.right, rect.y, rect.bottom
    if handle.across < 0:
        left = min(x, right - least)
    elif handle.across > 0:
        right = max(x, left + least)
    if handle.down < 0:
        top = min(y, bottom - least)
    elif handle.down > 0:
        bottom = max(y, top + least)
    if square:
        side = max(right - left, bottom - top)
        left = right - side if handle.across < 0 else left
        top = bottom - side if handle.down < 0 else top
        return Rect(left, top, side, side)
    return Rect(left, top, right - left, bottom - top)
