"""pyzbar as the last opinion, where the system's zbar can be trusted.

Its accented text is distrusted: of 120 Spanish names it returned one right. Before 0.23.93 a hostile code reaches
memory through zbar (CVE-2023-40889 and -40890); distributions of Linux mended 0.23.92, pyzbar's Windows wheel of
2021 is older than both.
"""

import ctypes
import sys
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from checkin_desktop.scanning.views import View, mapped, scaled
from checkin_desktop.services.ports.scanning import Reading, Symbology

_SYMBOLOGIES = {"QRCODE": Symbology.QR, "CODE39": Symbology.CODE39, "CODE128": Symbology.CODE128}
_MENDED = (0, 23, 93)
_MENDED_BY_LINUX = (0, 23, 92)
_SMALLEST, _LARGEST = 320, 1_000


@dataclass(frozen=True, slots=True)
class Zbar:
    """The zbar of this computer. `version` is empty where there is none; `trusted`: it is asked."""

    version: tuple[int, ...] = ()
    trusted: bool = False

    def __str__(self) -> str:
        return ".".join(map(str, self.version)) or "-"


@cache
def zbar() -> Zbar:
    """Which zbar there is, and whether it is asked (`doctor` says so)."""
    if _pyzbar() is None:
        return Zbar()
    from pyzbar.wrapper import zbar_version

    numbers = [ctypes.c_uint() for _ in range(3)]
    zbar_version(*map(ctypes.byref, numbers))
    version = tuple(n.value for n in numbers)
    return Zbar(version, trusted(version, sys.platform))


def trusted(version: tuple[int, ...], platform: str) -> bool:
    """Whether this version on this system has the fixes."""
    return version >= (_MENDED_BY_LINUX if platform.startswith("linux") else _MENDED)


def available() -> bool:
    return zbar().trusted


@cache
def _pyzbar() -> Any:
    try:
        from pyzbar import pyzbar
    except (ImportError, OSError):
        return None
    return pyzbar


def second_opinion(view: View, factor: float = 0.5) -> tuple[Reading, ...]:
    """QR, Code 39 and Code 128 that zbar sees in a smaller picture (it is better there, and faster)."""
    if not available():
        return ()
    side = max(view.pixels.shape)
    factor = min(1.0, max(factor, _SMALLEST / side), _LARGEST / side)
    small = scaled(view, factor) if factor < 1 else view
    reader = _pyzbar()
    symbols = [getattr(reader.ZBarSymbol, name) for name in _SYMBOLOGIES]
    found = []
    for code in reader.decode(small.pixels, symbols=symbols):
        if code.data and code.data.isascii():
            x, y, w, h = code.rect
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            reading = Reading(code.data.decode("ascii"), code.data, _SYMBOLOGIES[code.type], corners)
            found.append(replace(reading, corners=mapped(corners, small.back)))
    return tuple(found)
