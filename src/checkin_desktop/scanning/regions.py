"""Where in a frame a code may be: places full of edges. A few tenths of a millisecond at 720p."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from checkin_desktop.scanning.views import Box
from checkin_desktop.services.ports.scanning import Corners, Pixels

_STEP = 8
"""Pixels of the frame for one of the map."""
_APART, _ROWS = 2, 4
"""Edges are differences over two pixels, looked for in every fourth row."""
_OVER_NOISE, _FAINT = 1.1, 3.0
_SMALLEST = 4
"""Of the map: 32 pixels, in which no code is read."""
_FILLED = 0.35
_CHANGES = 6
_MARGIN = 0.25
_MOST = 2


def code_like(grey: Pixels) -> tuple[Box, ...]:
    """The largest places with the edges of a code, at most two; none in a frame without detail."""
    height, width = grey.shape
    if min(height, width) < _STEP * _SMALLEST:
        return ()
    size = (width // _STEP, height // _STEP)
    rows = grey[: height - height % _ROWS]
    edges = _edges(rows[::_ROWS, _APART:], rows[::_ROWS, :-_APART], size)
    edges += _edges(rows[_APART::_ROWS], rows[::_ROWS], size)
    return tuple(box for box in _boxes(cv2.blur(edges, (5, 5)), grey.shape) if _busy(grey, box))


def _busy(grey: Pixels, box: Box) -> bool:
    """Light and dark change often along some line through it, which they do not at the rim of a lamp."""
    left, top, right, bottom = box
    seen = grey[top:bottom, left:right]
    height, width = seen.shape
    lines = [seen[height * n // 8] for n in range(2, 7)] + [seen[:, width * n // 8] for n in range(2, 7)]
    return max(map(_changes, lines)) >= _CHANGES


def _changes(line: Pixels) -> int:
    """How often it goes from plainly light to plainly dark and back; grain does not count."""
    wide = line.astype(np.float32)
    around_middle = wide - (wide.max() + wide.min()) / 2
    plain = around_middle[np.abs(around_middle) > np.ptp(wide) / 8]
    return int(np.count_nonzero(np.diff(plain > 0)))


def _edges(one: Pixels, other: Pixels, size: tuple[int, int]) -> NDArray[Any]:
    return cv2.resize(cv2.absdiff(one, other), size, interpolation=cv2.INTER_AREA).astype(np.float32)


def _boxes(strength: NDArray[Any], shape: tuple[int, ...]) -> tuple[Box, ...]:
    mask = (strength > _OVER_NOISE * float(np.median(strength)) + _FAINT).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    boxes = []
    for number in range(1, count):
        left, top, width, height, area = (int(v) for v in stats[number])
        if min(width, height) >= _SMALLEST and area > width * height * _FILLED:
            box = (left * _STEP, top * _STEP, (left + width) * _STEP, (top + height) * _STEP)
            boxes.append((area, widened(box, shape, _MARGIN)))
    return tuple(box for _, box in sorted(boxes, reverse=True)[:_MOST])


def around(corners: Corners, shape: tuple[int, ...], margin: float) -> Box:
    """The upright box of a code, wider by that share of its side, within the frame."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return widened((min(xs), min(ys), max(xs), max(ys)), shape, margin)


def widened(box: Box, shape: tuple[int, ...], margin: float) -> Box:
    more = round(max(box[2] - box[0], box[3] - box[1]) * margin) + _STEP
    return (
        max(0, box[0] - more),
        max(0, box[1] - more),
        min(shape[1], box[2] + more),
        min(shape[0], box[3] + more),
    )


def worth(box: Box) -> bool:
    """Large enough to hold a code."""
    return box[2] - box[0] > _STEP * _SMALLEST and box[3] - box[1] > _STEP * _SMALLEST
