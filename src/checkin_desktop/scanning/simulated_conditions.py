"""What can be wrong before a simulated lens: distance, unsteady hands, dim light, glare, a finger on the code."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from checkin_desktop.services.ports.scanning import Pixels

_SKIN = (118, 146, 190)


@dataclass(frozen=True, slots=True)
class Conditions:
    """As at a well lit door. Angles in radians; lengths of motion and defocus in pixels; light 1 is full.

    `glare`: how bright a lamp's reflection is on the badge, 0 to 255; `covered`: the share of the badge's side that a
    finger hides from its bottom right corner inwards.
    """

    near_mm: float = 300.0
    far_mm: float = 420.0
    tilt: float = math.radians(22)
    motion: float = 1.7
    defocus: float = 0.5
    light: float = 0.92
    swing: float = 0.26
    swing_per_s: float = 1.1
    noise: float = 3.2
    glare: float = 0.0
    covered: float = 0.0


def glared(badge: Pixels, brightness: float, random: np.random.Generator) -> Pixels:
    """With a lamp's reflection somewhere on its middle."""
    if not brightness:
        return badge
    height, width = badge.shape[:2]
    x, y = random.uniform(0.25, 0.75) * width, random.uniform(0.25, 0.75) * height
    spread = random.uniform(0.1, 0.22) * min(width, height)
    ys, xs = np.mgrid[:height, :width]
    lamp = brightness * np.exp(-((xs - x) ** 2 + (ys - y) ** 2) / (2 * spread**2))
    return np.asarray(np.clip(badge + lamp[..., None], 0, 255), np.uint8)


def with_finger(badge: Pixels, share: float) -> Pixels:
    """A fingertip reaching in from the bottom right corner."""
    if not share:
        return badge
    height, width = badge.shape[:2]
    reach = share * min(height, width)
    axes = (round(reach * 0.7), round(reach * 1.3))
    touched = badge.copy()
    cv2.ellipse(touched, (width, height), axes, 45, 0, 360, _SKIN, -1, cv2.LINE_AA)
    return touched


def phone_in_dark_mode(code: Pixels) -> Pixels:
    """A grey code as a phone shows it at night: light modules on a dark, slightly bluish screen in a black frame."""
    screen = 24 + (255 - code.astype(np.float32)) * (0.78 * 0.9)
    lit = np.dstack([screen * 1.04, screen, screen * 0.97])
    edge = max(8, code.shape[0] // 6)
    lit = np.pad(lit, ((edge * 3, edge * 3), (edge, edge), (0, 0)), constant_values=24)
    return np.asarray(np.clip(np.pad(lit, ((8, 8), (8, 8), (0, 0)), constant_values=8), 0, 255), np.uint8)
