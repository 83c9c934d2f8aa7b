"""A frame as the window shows it."""

import cv2
import numpy as np

from checkin_desktop.services.ports.scanning import Pixels


def thumbnail(pixels: Pixels, width: int) -> tuple[int, int, bytes]:
    """A BGR or grey frame scaled to `width`: width, height, and RGB bytes without padding."""
    height = max(1, round(pixels.shape[0] * width / pixels.shape[1]))
    small = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    colour = cv2.COLOR_GRAY2RGB if small.ndim == 2 else cv2.COLOR_BGR2RGB
    return width, height, np.ascontiguousarray(cv2.cvtColor(small, colour)).tobytes()


def pixels_of(width: int, height: int, rgb: bytes) -> Pixels:
    """The other way round: RGB bytes without padding as a BGR frame."""
    return np.ascontiguousarray(np.frombuffer(rgb, np.uint8).reshape(height, width, 3)[:, :, ::-1])
