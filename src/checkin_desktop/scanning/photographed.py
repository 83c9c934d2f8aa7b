"""A page as a phone's camera takes it: tilted, a little blurred, unevenly lit, and saved as JPEG."""

import math

import cv2
import numpy as np

from checkin_desktop.services.ports.scanning import Pixels

_TABLE = (96, 112, 128)
_ROOM = 0.06


def photographed(
    page: Pixels, tilt_degrees: float = 4.0, lean: float = 0.05, blur: float = 2.2, quality: int = 70
) -> bytes:
    """`page` as BGR pixels; `lean`: how much narrower its far edge is seen, as a share; answers a JPEG."""
    height, width = page.shape[:2]
    room = round(max(width, height) * _ROOM)
    seen = np.array(
        [
            [room + lean * width, room],
            [room + width * (1 - lean), room],
            [room + width, room + height],
            [room, room + height],
        ],
        np.float32,
    )
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    size = (width + 2 * room, height + 2 * room)
    leaning = cv2.getPerspectiveTransform(flat, seen)
    turn = np.vstack([cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), tilt_degrees, 0.94), [0, 0, 1]])
    taken = cv2.warpPerspective(
        page, turn @ leaning, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=_TABLE
    )
    taken = cv2.GaussianBlur(taken, (0, 0), blur)
    light = np.linspace(0.72, 1.0, size[0], dtype=np.float32)[None, :, None]
    lit = np.clip(taken.astype(np.float32) * light + 6 * math.sin(1), 0, 255).astype(np.uint8)
    done, jpeg = cv2.imencode(".jpg", lit, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError("jpeg")
    return jpeg.tobytes()
