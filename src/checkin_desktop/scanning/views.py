"""A frame seen differently: cut, enlarged, turned, its contrast changed. What is found there is mapped back."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from checkin_desktop.scanning.symbologies import QR, corners_of, readings
from checkin_desktop.services.ports.scanning import Corners, Pixels, Reading

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the frame."""
_Affine = NDArray[np.float64]
_AS_IS: _Affine = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
_MAX_SIDE = 2_600
LOCAL = zxingcpp.Binarizer.LocalAverage
GLOBAL = zxingcpp.Binarizer.GlobalHistogram
_DEFOCUS, _GRAIN = 2.7, 0.01
_FIXED = zxingcpp.Binarizer.FixedThreshold


@dataclass(frozen=True, slots=True)
class View:
    """Grey pixels, and the affine map from their coordinates to the frame's."""

    pixels: Pixels
    back: _Affine


@dataclass(frozen=True, slots=True)
class Found:
    """What one look gave: codes read, and where there are codes that could not be read."""

    readings: tuple[Reading, ...] = ()
    unread: tuple[Corners, ...] = ()


def to_grey(pixels: Pixels) -> Pixels:
    """8-bit grey, contiguous, as zxing-cpp wants it."""
    if pixels.ndim == 3:
        pixels = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
    return np.ascontiguousarray(pixels)


def whole(grey: Pixels) -> View:
    return View(grey, _AS_IS)


def cut(grey: Pixels, box: Box) -> View:
    left, top, right, bottom = box
    back = np.array([[1.0, 0.0, left], [0.0, 1.0, top]])
    return View(np.ascontiguousarray(grey[top:bottom, left:right]), back)


def scaled(view: View, factor: float) -> View:
    """Not beyond what takes a frame's time."""
    factor = min(factor, _MAX_SIDE / max(view.pixels.shape))
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    resized = cv2.resize(view.pixels, None, fx=factor, fy=factor, interpolation=how)
    back = view.back.copy()
    back[:, :2] /= factor
    return View(np.asarray(resized, np.uint8), back)


def look(view: View, formats: tuple[Any, ...] = QR, binarizer: Any = LOCAL, unread: bool = False) -> Found:
    """zxing-cpp's reading of a view; with `unread` also where it saw a code and could not read it."""
    codes = zxingcpp.read_barcodes(
        view.pixels,
        formats=formats,  # type: ignore[arg-type]
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=binarizer,
        return_errors=unread,
    )
    found = tuple(replace(r, corners=mapped(r.corners, view.back)) for r in readings(codes))
    lost = tuple(mapped(corners_of(c), view.back) for c in codes if not c.valid) if unread else ()
    return Found(found, lost)


def mapped(corners: Corners, back: _Affine) -> Corners:
    if back is _AS_IS:
        return corners
    (a, b, c, d) = np.rint(np.array(corners) @ back[:, :2].T + back[:, 2]).astype(int).tolist()
    return ((a[0], a[1]), (b[0], b[1]), (c[0], c[1]), (d[0], d[1]))


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to look at a frame that was not read at a glance."""

    name: str
    treat: Callable[[View], View]
    binarizer: Any = LOCAL

    def __call__(self, view: View, formats: tuple[Any, ...] = QR) -> tuple[Reading, ...]:
        return look(self.treat(view), formats, self.binarizer).readings


def _bolder(view: View) -> View:
    """Thin or bleached dark parts made whole: overexposed prints, screens, dotted modules."""
    eroded = cv2.erode(view.pixels, _three_by_three())
    return replace(view, pixels=np.asarray(cv2.LUT(eroded, _gamma(2.5)), np.uint8))


def _brighter(view: View) -> View:
    return replace(view, pixels=np.asarray(cv2.LUT(view.pixels, _gamma(0.4)), np.uint8))


def _darker(view: View) -> View:
    return replace(view, pixels=np.asarray(cv2.LUT(view.pixels, _gamma(4.0)), np.uint8))


def _local(view: View) -> View:
    """Each pixel against its neighbourhood, of about ten modules: shadows, glare and small codes."""
    larger = scaled(view, 1.5)
    split = cv2.adaptiveThreshold(larger.pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 31, 5)
    return replace(larger, pixels=np.asarray(split, np.uint8))


def _equalised(view: View) -> View:
    larger = scaled(view, 1.5)
    even = cv2.createCLAHE(clipLimit=4.0, tileGridSize=(8, 8)).apply(larger.pixels)
    return replace(larger, pixels=np.asarray(even, np.uint8))


def _sharper(view: View) -> View:
    return _unsharp(view, 3, 2)


def _crisper(view: View) -> View:
    """Fine detail alone: codes far away."""
    return _unsharp(view, 2, 3)


def _calmed(view: View) -> View:
    """Grain out, then edges back: dim light."""
    calm = cv2.GaussianBlur(view.pixels, (0, 0), 1.5)
    return _unsharp(replace(view, pixels=np.asarray(calm, np.uint8)), 5, 3)


def _unsharp(view: View, sigma: float, more: float) -> View:
    soft = cv2.GaussianBlur(view.pixels, (0, 0), sigma)
    return replace(view, pixels=np.asarray(cv2.addWeighted(view.pixels, 1 + more, soft, -more, 0), np.uint8))


def _focused(view: View) -> View:
    """A lens out of focus undone (Wiener's filter for a Gaussian of _DEFOCUS pixels)."""
    height, width = view.pixels.shape
    size = cv2.getOptimalDFTSize(height), cv2.getOptimalDFTSize(width)
    spectrum = np.fft.rfft2(view.pixels.astype(np.float32) / 255, size)
    down, across = np.fft.fftfreq(size[0])[:, None], np.fft.rfftfreq(size[1])[None, :]
    lens = np.exp(-2 * (math.pi * _DEFOCUS) ** 2 * (down**2 + across**2))
    sharp = np.fft.irfft2(spectrum * lens / (lens**2 + _GRAIN), size)[:height, :width]
    return replace(view, pixels=np.ascontiguousarray(np.clip(sharp * 255, 0, 255).astype(np.uint8)))


def _turned(view: View) -> View:
    """By 20 degrees: other rows cross the finder patterns."""
    height, width = view.pixels.shape
    angle = math.radians(20)
    cos, sin = math.cos(angle), math.sin(angle)
    new_width, new_height = int(width * cos + height * sin), int(width * sin + height * cos)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 20, 1)
    turn[0, 2] += (new_width - width) / 2
    turn[1, 2] += (new_height - height) / 2
    pixels = cv2.warpAffine(view.pixels, turn, (new_width, new_height), borderValue=(255,))
    undone = np.vstack((cv2.invertAffineTransform(turn), (0, 0, 1)))
    return View(np.asarray(pixels, np.uint8), view.back @ undone)


@cache
def _gamma(power: float) -> Pixels:
    return np.asarray(np.linspace(0, 1, 256) ** power * 255, np.uint8)


@cache
def _three_by_three() -> Pixels:
    return np.ones((3, 3), np.uint8)


BOLDER = Attempt("bolder", _bolder)
BRIGHTER = Attempt("brighter", _brighter)
DARKER = Attempt("darker", _darker)
LOCALLY = Attempt("locally", _local, _FIXED)
EQUALISED = Attempt("equalised", _equalised)
SHARPER = Attempt("sharper", _sharper)
CRISPER = Attempt("crisper", _crisper)
CALMED = Attempt("calmed", _calmed, GLOBAL)
FOCUSED = Attempt("focused", _focused)
TURNED = Attempt("turned", _turned)
