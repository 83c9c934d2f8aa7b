"""What a frame shows before any decoding: nothing at all, the same as ever, or something that moves."""

import zlib

import cv2
import numpy as np

from checkin_desktop.services.ports.scanning import CameraState, Pixels

_SMALL = (64, 36)
_LINES = 180
"""Of so many of a frame's lines a small picture is made; the rest is not looked at."""
_BLACK_MEAN, _BLACK_SPREAD = 12.0, 5.0
_MOVED = 14
"""Grey levels that one of the 64×36 spots changes by when something moves; a webcam's noise, averaged, stays at 3."""


def small_grey(pixels: Pixels) -> Pixels:
    """64×36 spots of grey: enough to see a hand, and 0.1 ms of a 720p frame."""
    few = _few(pixels, _LINES)
    small = cv2.resize(few, _SMALL, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY) if small.ndim == 3 else small, np.uint8)


class Health:
    """Whether the picture is one: black or frozen for `black_s` and `frozen_s` seconds is a trouble."""

    def __init__(self, black_s: float, frozen_s: float) -> None:
        self._black_s, self._frozen_s = black_s, frozen_s
        self._print = -1
        self._same_since = self._lit_at = float("-inf")
        self._begun = False

    def judge(self, pixels: Pixels, at: float) -> CameraState:
        """`live`, `black` or `frozen`; a real lens never gives the same bytes twice."""
        few = _few(pixels, _LINES // 2)
        print_ = zlib.crc32(few.tobytes())
        if not self._begun or print_ != self._print:
            self._print, self._same_since = print_, at
        if not self._begun or _lit(few):
            self._lit_at = at
        self._begun = True
        if at - self._lit_at >= self._black_s:
            return CameraState.BLACK
        return CameraState.FROZEN if at - self._same_since >= self._frozen_s else CameraState.LIVE


def _few(pixels: Pixels, lines: int) -> Pixels:
    step = max(1, pixels.shape[0] // lines)
    return np.ascontiguousarray(pixels[::step, ::step])


def _lit(few: Pixels) -> bool:
    return float(few.mean()) > _BLACK_MEAN or float(few.std()) > _BLACK_SPREAD


class Attention:
    """Which frames of a live camera are worth decoding: all while something moves, else a few a second.

    Every frame is compared with the last one that was looked at, so that the first frame with a hand in it is
    decoded, and slow changes (daylight, drifting exposure) don't add up to a start.
    """

    def __init__(self, calm_after_s: float = 3.0, sample_s: float = 0.25, straining_s: float = 10.0) -> None:
        self._calm_after_s, self._sample_s, self._straining_s = calm_after_s, sample_s, straining_s
        self._before: Pixels | None = None
        self._moved_at = self._sampled_at = float("-inf")

    def worth(self, pixels: Pixels, at: float, straining: bool = False) -> bool:
        """Asked once for each frame; `at` in seconds. `straining`: a code is seen, and not read yet: it gets
        more time, though not for ever, for it may be a poster on the wall."""
        small = small_grey(pixels)
        moved = self._before is None or _differ(small, self._before)
        due = at - self._sampled_at >= self._sample_s
        if moved:
            self._moved_at = at
        if moved or due:
            self._before = small
        calm_after = self._straining_s if straining else self._calm_after_s
        if moved or due or at - self._moved_at < calm_after:
            self._sampled_at = at
            return True
        return False


def _differ(small: Pixels, before: Pixels) -> bool:
    return int(cv2.absdiff(small, before).max()) >= _MOVED
