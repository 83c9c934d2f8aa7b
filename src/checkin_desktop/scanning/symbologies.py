"""Which codes are looked for, and a code that zxing-cpp found as a Reading."""

from collections.abc import Iterable
from typing import Any

import zxingcpp

from checkin_desktop.services.ports.scanning import Corners, Reading, Symbologies, Symbology

_F = zxingcpp.BarcodeFormat
# "QRCode" would include Micro QR, of which the smallest has no real error correction.
QR = (_F.QRCodeModel2,)
RETAIL = (_F.EAN13, _F.EAN8, _F.UPCA, _F.UPCE)
DATA_MATRIX = (_F.DataMatrix,)
BESIDE_QR = (
    _F.Aztec, _F.DataMatrix, _F.PDF417, _F.Code39, _F.Code128, _F.Code93, _F.ITF, _F.Codabar, *RETAIL,
)  # fmt: skip

_FORMATS = {
    Symbology.CODE39: _F.Code39,
    Symbology.CODE128: _F.Code128,
    Symbology.AZTEC: _F.Aztec,
    Symbology.DATA_MATRIX: _F.DataMatrix,
    Symbology.PDF417: _F.PDF417,
}
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
_UNCHECKED = frozenset({Symbology.CODE39, Symbology.ITF, Symbology.CODABAR, Symbology.CODE93})
_MIN_UNCHECKED = 4
RETAIL_CODES = frozenset({Symbology.EAN13, Symbology.EAN8, Symbology.UPC_A, Symbology.UPC_E})
_TEXT_BY_BYTES = frozenset(
    {Symbology.QR, Symbology.OTHER, Symbology.AZTEC, Symbology.DATA_MATRIX, Symbology.PDF417}
)


def beside_qr(symbologies: Symbologies) -> tuple[Any, ...]:
    """zxing-cpp's formats for what is wanted besides QR, which is always read."""
    return tuple(_FORMATS[s] for s in sorted(symbologies) if s in _FORMATS)


def readings(codes: Iterable[Any]) -> tuple[Reading, ...]:
    """Those of the found codes that hold a text to be believed."""
    return tuple(r for r in map(_reading, codes) if r is not None)


def corners_of(code: Any) -> Corners:
    p = code.position
    return (
        (p.top_left.x, p.top_left.y),
        (p.top_right.x, p.top_right.y),
        (p.bottom_right.x, p.bottom_right.y),
        (p.bottom_left.x, p.bottom_left.y),
    )


def text_of(data: bytes, declared: str) -> str:
    """Text as UTF-8; else as the code itself declares it (ECI); else Latin-1."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return declared or data.decode("latin-1")


def _reading(code: Any) -> Reading | None:
    if not code.valid:
        return None
    data = bytes(code.bytes)
    symbology = _SYMBOLOGIES.get(code.format, Symbology.OTHER)
    text = text_of(data, code.text) if symbology in _TEXT_BY_BYTES else code.text
    if not text or (symbology in _UNCHECKED and len(text) < _MIN_UNCHECKED):
        return None
    return Reading(text, data, symbology, corners_of(code))
