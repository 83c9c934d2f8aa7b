"""Reads codes in a picture: zxing-cpp first, pyzbar as a second opinion (shared measurements: docs/decisions)."""

from typing import Any

import cv2
import numpy as np
import zxingcpp

from checkin_desktop.scanning.second_opinion import second_opinion
from checkin_desktop.services.ports.scanning import Corners, Pixels, Reading, Symbology

_QR = zxingcpp.BarcodeFormat.QRCodeModel2
_DOOR_1D = (zxingcpp.BarcodeFormat.Code39, zxingcpp.BarcodeFormat.Code128)
_LINEAR_EVERY = 3
_HARD_EVERY = 3
_SECOND_EVERY = 12
_MIN_LINEAR = 4

_SYMBOLOGIES = {
    "QRCode": Symbology.QR,
    "QRCodeModel1": Symbology.QR,
    "QRCodeModel2": Symbology.QR,
    "MicroQRCode": Symbology.MICRO_QR,
    "Code39": Symbology.CODE39,
    "Code39Std": Symbology.CODE39,
    "Code39Ext": Symbology.CODE39,
    "Code128": Symbology.CODE128,
    "Code93": Symbology.CODE93,
    "Aztec": Symbology.AZTEC,
    "DataMatrix": Symbology.DATA_MATRIX,
    "PDF417": Symbology.PDF417,
    "EAN13": Symbology.EAN13,
    "EAN8": Symbology.EAN8,
    "UPCA": Symbology.UPC_A,
    "UPCE": Symbology.UPC_E,
    "ITF": Symbology.ITF,
    "Codabar": Symbology.CODABAR,
}


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
        found = _zxing(grey, _still_formats())
        if not any(r.symbology is Symbology.QR for r in found):
            found += _zxing(grey, _QR, zxingcpp.Binarizer.GlobalHistogram)
            if not found and max(grey.shape) <= 2_600:
                found += _scaled(_zxing(_enhanced(grey), _QR), 0.5)
        if not found and max(grey.shape) > 1_600:
            factor = 1_280 / max(grey.shape)
            small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
            found = _scaled(_zxing(np.asarray(small, np.uint8), _still_formats()), 1 / factor)
        if not found:
            found = second_opinion(grey)
        return _distinct(found)


def to_grey(pixels: Pixels) -> Pixels:
    """8-bit grey, contiguous, as zxing-cpp wants it."""
    if pixels.ndim == 3:
        pixels = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
    return np.ascontiguousarray(pixels)


def _still_formats() -> Any:
    f = zxingcpp.BarcodeFormat
    names = (
        "QRCodeModel2",
        "Aztec",
        "DataMatrix",
        "PDF417",
        "Code39",
        "Code128",
        "Code93",
        "EAN13",
        "EAN8",
        "UPCA",
        "UPCE",
        "ITF",
        "Codabar",
    )
    return tuple(getattr(f, name) for name in names if hasattr(f, name))


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
    symbology = _SYMBOLOGIES.get(str(code.format).rpartition(".")[2].replace(" ", ""), Symbology.OTHER)
    if symbology is Symbology.QR or symbology is Symbology.OTHER:
        text = text_of(data, code.text)
    else:
        text = code.text
    linear = symbology in (Symbology.CODE39, Symbology.ITF, Symbology.CODABAR, Symbology.CODE93)
    if not text or (linear and len(text) < _MIN_LINEAR):
        return None
    p = code.position
    corners: Corners = (
        (p.top_left.x, p.top_left.y),
        (p.top_right.x, p.top_right.y),
        (p.bottom_right.x, p.bottom_right.y),
        (p.bottom_left.x, p.bottom_left.y),
    )
    return Reading(text, data, symbology, corners)


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
