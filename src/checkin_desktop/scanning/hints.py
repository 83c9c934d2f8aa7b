"""Why a code that is seen is not read: too far, glare, too dark, moving."""

import math

import cv2
import numpy as np

from checkin_desktop.scanning.regions import around
from checkin_desktop.services.ports.scanning import Corners, Hint, Pixels

_READABLE_PX = 64
"""Side of a badge's code (29 modules) below which half the frames are lost; see `make bench-video`."""
_WHITE, _GLARED = 250, 0.2
_DIM, _FLAT = 70, 40
_STREAKED, _SOFT = 2.2, 6.0


def hint_for(grey: Pixels, corners: Corners) -> Hint | None:
    """What whoever holds the badge can do; None where nothing is plainly wrong."""
    box = around(corners, grey.shape, 0.0)
    seen = grey[box[1] : box[3], box[0] : box[2]]
    if not seen.size:
        return None
    dark, light = (float(v) for v in np.percentile(seen, (5, 95)))
    if float((seen >= _WHITE).mean()) > _GLARED and light - dark > _FLAT and _burnt(seen):
        return Hint.GLARE
    if light < _DIM or (light - dark < _FLAT and light < 2 * _DIM):
        return Hint.LIGHT
    if _side(corners) < _READABLE_PX:
        return Hint.CLOSER
    return Hint.STEADY if _smeared(seen, light - dark) else None


def _side(corners: Corners) -> float:
    return sum(math.dist(corners[n], corners[(n + 1) % 4]) for n in range(4)) / 4


def _burnt(seen: Pixels) -> bool:
    """A white patch larger than the quiet modules of a code: light, not paper."""
    side = max(3, round(min(seen.shape) * 0.3) | 1)
    patch = cv2.erode((seen >= _WHITE).astype(np.uint8), np.ones((side, side), np.uint8))
    return bool(patch.any())


def _smeared(seen: Pixels, contrast: float) -> bool:
    """Edges one way are gone while those across it are there, or all are soft."""
    gradients = [float(np.abs(cv2.Sobel(seen, cv2.CV_32F, dx, 1 - dx)).mean()) for dx in (1, 0)]
    slopes = [max(g, 0.1) for g in (*gradients, *_diagonal(seen))]
    uneven = max(slopes[0] / slopes[1], slopes[1] / slopes[0], slopes[2] / slopes[3], slopes[3] / slopes[2])
    return uneven > _STREAKED or 100 * max(slopes) / max(contrast, 1) < 100 / _SOFT


def _diagonal(seen: Pixels) -> tuple[float, float]:
    wide = seen.astype(np.float32)
    return (
        float(np.abs(wide[1:, 1:] - wide[:-1, :-1]).mean()) if min(seen.shape) > 1 else 0.0,
        float(np.abs(wide[1:, :-1] - wide[:-1, 1:]).mean()) if min(seen.shape) > 1 else 0.0,
    )
