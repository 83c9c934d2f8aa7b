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
_STREAKED = 1.55


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
    return Hint.STEADY if _smeared(seen) else None


def _side(corners: Corners) -> float:
    return sum(math.dist(corners[n], corners[(n + 1) % 4]) for n in range(4)) / 4


def _burnt(seen: Pixels) -> bool:
    """A white patch larger than the quiet modules of a code: light, not paper."""
    side = max(3, round(min(seen.shape) * 0.3) | 1)
    patch = cv2.erode((seen >= _WHITE).astype(np.uint8), np.ones((side, side), np.uint8))
    return bool(patch.any())


def _smeared(seen: Pixels) -> bool:
    """A code has edges both ways alike; motion wipes out those across it (eigenvalues of the structure tensor)."""
    calm = cv2.GaussianBlur(seen, (0, 0), 0.7)
    across, down = (cv2.Sobel(calm, cv2.CV_32F, dx, 1 - dx) for dx in (1, 0))
    mixed = float((across * down).mean())
    tensor = np.array([[float((across**2).mean()), mixed], [mixed, float((down**2).mean())]])
    least, most = np.linalg.eigvalsh(tensor)
    return bool(most > _STREAKED**2 * max(least, 1.0))
