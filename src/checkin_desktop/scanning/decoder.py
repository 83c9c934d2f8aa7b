"""Reads codes in a picture: zxing-cpp first, pyzbar as a second opinion (shared measurements: docs/decisions)."""

import math
from typing import Any

import cv2
import numpy as np
import zxingcpp

from checkin_desktop.scanning.second_opinion import second_opinion
from checkin_desktop.services.ports.scanning import Corners, Pixels, Reading, Symbology

_F = zxingcpp.BarcodeFormat
_QR = _F.QRCodeModel2
_DOOR_1D = (_F.Code39, _F.Code128)
_RETAIL = (_F.EAN13, _F.EAN8, _F.UPCA, _F.UPCE)
_STILL = (
    _F.QRCodeModel2, _F.Aztec, _F.DataMatrix, _F.PDF417, _F.Code39, _F.Code128, _F.Code93, _F.ITF, _F.Codabar, *_RETAIL,
)  # fmt: skip
_LINEAR_EVERY = 3
_HARD_EVERY = 3
_SECOND_EVERY = 12
_MIN_LINEAR = 4
_THIN = 6
_LARGER = (1.5, 2.0)

_SYMBOLOGIES = {
    _F.QRCode: Symbology.QR,
    _F.QRCodeModel1: Symbology.QR,
    _F.QRCodeModel2: Symbology.QR,
    _F.MicroQRCode: Symbology.MICRO_QR,
    _F.Code39: Symbology.CODE39,
    _F.Code39Std: Symbology.CODE39,
    _F.Code39Ext: Symbology.CODE39,
    _F.Code32: Symbology.CODE39,
    _F.PZN: Symbology.CODE39,
    _F.Code128: Symbology.CODE128,
    _F.Code93: Symbology.CODE93,
    _F.Aztec: Symbology.AZTEC,
    _F.AztecCode: Symbology.AZTEC,
    _F.DataMatrix: Symbology.DATA_MATRIX,
    _F.PDF417: Symbology.PDF417,
    _F.CompactPDF417: Symbology.PDF417,
    _F.EAN13: Symbology.EAN13,
    _F.ISBN: Symbology.EAN13,
    _F.EAN8: Symbology.EAN8,
    _F.UPCA: Symbology.UPC_A,
    _F.UPCE: Symbology.UPC_E,
    _F.ITF: Symbology.ITF,
    _F.ITF14: Symbology.ITF,
    _F.Codabar: Symbology.CODABAR,
}
_LINEAR = frozenset({Symbology.CODE39, Symbology.ITF, Symbology.CODABAR, Symbology.CODE93})
_RETAIL_CODES = frozenset({Symbology.EAN13, Symbology.EAN8, Symbology.UPC_A, Symbology.UPC_E})


class DoorDecoder:
    """The decoder of the live picture: quick on every frame, harder attempts spread over successive misses."""

    def __init__(self) -> None:
        self._misses = 0

    def decode(self, pixels: Pixels) -> tuple[Reading, ...]:
        grey = to_grey(pixels)
        found = _zxing(grey, _QR) or _zxing(grey, _QR, zxingcpp.Binarizer.GlobalHistogram)
        if not found and self._misses % _LINEAR_EVERY == 1:
            found = _zxing(grey, _DOOR_1D)
        if not found and self._misses % _HARD_EVERY == 2:
            found = _scaled(_zxing(_enhanced(grey), _QR), 0.5)
        if not found and self._misses % _SECOND_EVERY == _SECOND_EVERY - 1:
            found = second_opinion(grey)
        self._misses = 0 if found else self._misses + 1
        return found


class StillDecoder:
    """The decoder of a photograph, a PDF page or a screenshot: every symbology, every attempt."""

    def decode(self, pixels: Pixels) -> tuple[Reading, ...]:
        grey = to_grey(pixels)
        found = _confirmed(grey, _zxing(grey, _STILL))
        if not any(r.symbology is Symbology.QR for r in found):
            found += _zxing(grey, _QR, zxingcpp.Binarizer.GlobalHistogram)
            if not found and max(grey.shape) <= 2_600:
                found += _scaled(_zxing(_enhanced(grey), _QR), 0.5)
        if not found and max(grey.shape) > 1_600:
            factor = 1_280 / max(grey.shape)
            small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
            found = _scaled(_zxing(np.asarray(small, np.uint8), _STILL), 1 / factor)
        if not found:
            found = second_opinion(grey)
        return _distinct(found)


def to_grey(pixels: Pixels) -> Pixels:
    """8-bit grey, contiguous, as zxing-cpp wants it."""
    if pixels.ndim == 3:
        pixels = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
    return np.ascontiguousarray(pixels)


def _zxing(
    grey: Pixels, formats: Any, binarizer: Any = zxingcpp.Binarizer.LocalAverage
) -> tuple[Reading, ...]:
    found = zxingcpp.read_barcodes(
        grey, formats=formats, text_mode=zxingcpp.TextMode.Plain, binarizer=binarizer
    )
    return tuple(r for r in map(_reading, found) if r is not None)


def _reading(code: Any) -> Reading | None:
    if not code.valid:
        return None
    data = bytes(code.bytes)
    symbology = _SYMBOLOGIES.get(code.format, Symbology.OTHER)
    if symbology is Symbology.QR or symbology is Symbology.OTHER:
        text = text_of(data, code.text)
    else:
        text = code.text
    if not text or (symbology in _LINEAR and len(text) < _MIN_LINEAR):
        return None
    p = code.position
    corners: Corners = (
        (p.top_left.x, p.top_left.y),
        (p.top_right.x, p.top_right.y),
        (p.bottom_right.x, p.bottom_right.y),
        (p.bottom_left.x, p.bottom_left.y),
    )
    return Reading(text, data, symbology, corners)


def _confirmed(grey: Pixels, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Retail codes read from a line or two are believed if they read the same in a larger picture.

    Their only check is one digit: of the shared photographs those misread were all read so, and not again.
    """
    thin = {r.text for r in found if r.symbology in _RETAIL_CODES and _thickness(r) < _THIN}
    if not thin:
        return found
    again: set[str] = set()
    for factor in _LARGER:
        larger = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        again |= {r.text for r in _zxing(np.asarray(larger, np.uint8), _RETAIL)}
    return tuple(r for r in found if r.text not in thin or r.text in again)


def _thickness(reading: Reading) -> float:
    """Pixels across the bars between the first line that was read and the last."""
    top_left, top_right, bottom_right, bottom_left = reading.corners
    return min(math.dist(top_left, bottom_left), math.dist(top_right, bottom_right))


def text_of(data: bytes, declared: str) -> str:
    """Text as UTF-8; else as the code itself declares it (ECI); else Latin-1."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return declared or data.decode("latin-1")


def _enhanced(grey: Pixels) -> Pixels:
    doubled = cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.createCLAHE(clipLimit=2.0, tileGridSize=(8, 8)).apply(doubled), np.uint8)


def _scaled(readings: tuple[Reading, ...], factor: float) -> tuple[Reading, ...]:
    def at(point: tuple[int, int]) -> tuple[int, int]:
        return round(point[0] * factor), round(point[1] * factor)

    return tuple(
        Reading(
            r.text,
            r.data,
            r.symbology,
            (at(r.corners[0]), at(r.corners[1]), at(r.corners[2]), at(r.corners[3])),
        )
        for r in readings
    )


def _distinct(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple({(r.symbology, r.text): r for r in readings}.values())
