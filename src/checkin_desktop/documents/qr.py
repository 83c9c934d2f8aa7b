"""QR codes as vectors: crisp at any size, one path, runs of modules merged."""

import io
import math
from functools import lru_cache

import numpy as np
from PIL import Image

from checkin_desktop.domain.errors import PersonFacingError

_QUIET = 4
_PIXELS = 12
_LONGEST = 1_200
"""More characters would print modules too small to be read."""


@lru_cache(maxsize=512)
def _rows(text: str, error: str) -> tuple[bytes, ...]:
    """A module a byte, dark ones 0, no border."""
    if not 0 < len(text) <= _LONGEST:
        raise PersonFacingError("documents-qr-too-long")
    import zxingcpp  # here alone: a hub's server has the program, and no library that reads pictures

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=error)
    data = memoryview(code.to_image(scale=1, add_quiet_zones=False)).tobytes()  # type: ignore[arg-type]
    side = math.isqrt(len(data))
    return tuple(data[i : i + side] for i in range(0, side * side, side))


def matrix(text: str, error: str) -> tuple[tuple[int, ...], ...]:
    """Dark modules as 1, no border. `error`: L, M, Q or H; never a Micro QR."""
    return tuple(tuple(0 if module else 1 for module in row) for row in _rows(text, error))


def qr_path(text: str, error: str) -> tuple[int, str]:
    """(modules a side, rectangles of the dark ones in units of a module from the lower left corner), as PDF says it.

    Runs that repeat in the next row are one rectangle, alike ones stand together: a fifth less once deflated.
    """
    rows = _rows(text, error)
    side = len(rows)
    dark = np.zeros((side, side + 2), np.int8)
    dark[:, 1:-1] = np.frombuffer(b"".join(rows), np.uint8).reshape(side, side) == 0
    turns = np.diff(dark, axis=1)
    row, start = np.nonzero(turns == 1)
    end = np.nonzero(turns == -1)[1]
    order = np.lexsort((row, end, start))
    row, start, end = row[order], start[order], end[order]
    alike = (np.diff(start) == 0) & (np.diff(end) == 0) & (np.diff(row) == 1)
    first = np.concatenate(([0], np.nonzero(~alike)[0] + 1))
    high = np.diff(np.append(first, len(row)))
    x, wide = start[first], end[first] - start[first]
    y = side - row[first] - high
    order = np.lexsort((y, x, wide, high))
    found = zip(x[order].tolist(), y[order].tolist(), wide[order].tolist(), high[order].tolist(), strict=True)
    return side, "\n".join([f"{a} {b} {c} {d} re" for a, b, c, d in found])


def qr_pixels(text: str) -> tuple[int, int, bytes]:
    """One pixel a module with the quiet zone of four around it: width, height, RGB bytes."""
    rows = _rows(text, "M")
    side = len(rows) + 2 * _QUIET
    blank, edge = b"\xff\xff\xff" * side, b"\xff\xff\xff" * _QUIET
    lines = [edge + b"".join(bytes([module]) * 3 for module in row) + edge for row in rows]
    return side, side, b"".join([blank] * _QUIET + lines + [blank] * _QUIET)


def badge_image(code: str) -> bytes:
    """A badge's QR as a PNG of two colours, 12 pixels a module: sharp on a telephone and in a letter."""
    rows = np.array([list(row) for row in _rows(code, "H")], np.uint8)
    dark = np.pad(rows, _QUIET, constant_values=255).repeat(_PIXELS, 0).repeat(_PIXELS, 1)
    out = io.BytesIO()
    Image.fromarray(dark).convert("1").save(out, "PNG", optimize=True)
    return out.getvalue()
