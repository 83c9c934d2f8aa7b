"""Codes as pictures."""

from pathlib import Path

import cv2
import numpy as np
import segno

from checkin_desktop.domain.badge import crockford, make_code
from checkin_desktop.domain.people import Category
from checkin_desktop.scanning.stills import PDF_DPI
from checkin_desktop.services.ports.scanning import Pixels

PX_PER_MM = PDF_DPI / 25.4
"""Of badges cut from sheets that `scanning.stills` rendered."""


def qr(text: str, scale: int = 6, border: int = 4, error: str = "M", encoding: str | None = None) -> Pixels:
    """A clean QR code in grey, `scale` pixels a module."""
    code = segno.make(text, error=error, micro=False, boost_error=False, encoding=encoding)
    modules = np.array([list(row) for row in code.matrix], np.uint8)
    modules = np.pad(modules, border)
    return np.asarray(255 - 255 * np.kron(modules, np.ones((scale, scale), np.uint8)), np.uint8)


def in_frame(code: Pixels, width: int = 1280, height: int = 720, paper: int = 200) -> Pixels:
    """The picture in the middle of a plain 720p frame."""
    frame = np.full((height, width), paper, np.uint8)
    top, left = (height - code.shape[0]) // 2, (width - code.shape[1]) // 2
    frame[top : top + code.shape[0], left : left + code.shape[1]] = code
    return frame


def badge_codes(count: int) -> list[str]:
    key = bytes(range(32))
    return [
        make_code("7Q3MX", Category.ATTENDEE, crockford(bytes([n]) * 16, 15), key)
        for n in range(1, count + 1)
    ]


def write_image(path: Path, pixels: Pixels) -> Path:
    assert cv2.imwrite(str(path), pixels)
    return path
