"""A QR code as text, for a terminal."""

import segno

_BLOCKS = {(0, 0): "█", (1, 0): "▄", (0, 1): "▀", (1, 1): " "}
_QUIET = 2


def text_qr(text: str) -> str:
    """Two rows of modules a line, dark as the terminal's background: read on dark terminals and light ones."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=_QUIET)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    lines = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(_BLOCKS[a, b] for a, b in zip(*pair, strict=True)) for pair in lines)
