"""QR codes as vectors: crisp at any size, one path, runs of modules merged."""

from functools import lru_cache

import segno
from reportlab.pdfgen.canvas import Canvas

_QUIET = 4


@lru_cache(maxsize=512)
def matrix(text: str, error: str) -> tuple[tuple[int, ...], ...]:
    """Dark modules as 1, no border. `error`: L, M, Q or H; never a Micro QR."""
    code = segno.make(text, error=error, micro=False, boost_error=False)
    return tuple(tuple(row) for row in code.matrix)


def qr_pixels(text: str) -> tuple[int, int, bytes]:
    """One pixel a module with the quiet zone of four around it: width, height, RGB bytes."""
    rows = matrix(text, "M")
    side = len(rows) + 2 * _QUIET
    blank, edge = b"\xff\xff\xff" * side, b"\xff\xff\xff" * _QUIET
    lines = [edge + b"".join(b"\0\0\0" if dark else b"\xff\xff\xff" for dark in row) + edge for row in rows]
    return side, side, b"".join([blank] * _QUIET + lines + [blank] * _QUIET)


def draw_qr(canvas: Canvas, text: str, x: float, y: float, side: float, error: str) -> None:
    """The code in a square of `side` points from its lower left corner; the quiet zone is the caller's."""
    rows = matrix(text, error)
    path = canvas.beginPath()
    for line, row in enumerate(rows):
        start = None
        for column, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(start, len(rows) - line - 1, column - start, 1)
                start = None
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(side / len(rows), side / len(rows))
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
