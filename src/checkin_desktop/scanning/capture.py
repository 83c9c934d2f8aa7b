"""OpenCV's capture: opened with limits of time, asked for motion JPEG at 720p, its lens set."""

import sys
from collections.abc import Callable
from typing import Any, Protocol

import cv2

from checkin_desktop.services.ports.scanning import CameraSettings, Control, Granted

_WIDTH, _HEIGHT, _RATE = 1280, 720, 30
_SLOW = 15
_SMALL = (640, 480)
_OPEN_MS, _READ_MS = 5_000, 5_000
_LINUX = sys.platform.startswith("linux")
_PROPERTY = {
    Control.FOCUS: cv2.CAP_PROP_FOCUS,
    Control.EXPOSURE: cv2.CAP_PROP_EXPOSURE,
    Control.BRIGHTNESS: cv2.CAP_PROP_BRIGHTNESS,
}
# Which number means "by itself" depends on the system's driver: V4L2 has its own, the others a flag.
_AUTOMATIC = {
    Control.FOCUS: (cv2.CAP_PROP_AUTOFOCUS, 1.0, 0.0),
    Control.EXPOSURE: (cv2.CAP_PROP_AUTO_EXPOSURE, *((3.0, 1.0) if _LINUX else (0.75, 0.25))),
}


class Capture(Protocol):
    """What we use of cv2.VideoCapture."""

    def isOpened(self) -> bool: ...
    def read(self) -> tuple[bool, Any]: ...
    def get(self, propId: int, /) -> float: ...
    def set(self, propId: int, value: float, /) -> bool: ...
    def release(self) -> None: ...


OpenCapture = Callable[[int | str], Capture]


def open_capture(where: int | str) -> Capture:
    """A webcam by OpenCV's index, or an address. May take seconds; says nothing about whether it worked."""
    if isinstance(where, int):
        return cv2.VideoCapture(where)
    limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _READ_MS]
    return cv2.VideoCapture(where, cv2.CAP_FFMPEG, limits)


def negotiate(capture: Capture) -> Granted:
    """Asks a webcam for 720p as motion JPEG, for raw frames of old webcams come at five a second.

    One that gives neither motion JPEG nor speed is asked for 640×480, which is fast enough to hold a badge still.
    """
    _ask(capture, _WIDTH, _HEIGHT)
    granted = granted_by(capture)
    if granted.format != "MJPG" and 0 < granted.rate < _SLOW:
        _ask(capture, *_SMALL)
        granted = granted_by(capture)
    return granted


def granted_by(capture: Capture) -> Granted:
    """What a capture says it delivers, and which of its controls answer."""
    code = int(capture.get(cv2.CAP_PROP_FOURCC))
    letters = "".join(chr(code >> shift & 0xFF) for shift in (0, 8, 16, 24)) if code > 0 else ""
    controls = (c for c, number in _PROPERTY.items() if _answers(capture, c, number))
    return Granted(
        round(capture.get(cv2.CAP_PROP_FRAME_WIDTH)),
        round(capture.get(cv2.CAP_PROP_FRAME_HEIGHT)),
        max(0.0, capture.get(cv2.CAP_PROP_FPS)),
        letters.strip().upper() if letters.isprintable() else "",
        frozenset(controls),
    )


def apply_settings(capture: Capture, granted: Granted, settings: CameraSettings) -> None:
    """Sets what the camera lets one set; None goes back to what it does by itself."""
    wanted = {
        Control.FOCUS: settings.focus,
        Control.EXPOSURE: settings.exposure,
        Control.BRIGHTNESS: settings.brightness,
    }
    for control in sorted(granted.controls):
        value = wanted[control]
        if control in _AUTOMATIC:
            number, automatic, by_hand = _AUTOMATIC[control]
            capture.set(number, automatic if value is None else by_hand)
        if value is not None:
            capture.set(_PROPERTY[control], value)


def _ask(capture: Capture, width: int, height: int) -> None:
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
    capture.set(cv2.CAP_PROP_FPS, _RATE)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)


def _answers(capture: Capture, control: Control, number: int) -> bool:
    """A driver without a control refuses to set it, even to what it says it is."""
    if control in _AUTOMATIC:
        return capture.set(_AUTOMATIC[control][0], _AUTOMATIC[control][1])
    return capture.set(number, capture.get(number))
