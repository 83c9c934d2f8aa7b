"""Letters, boxes and colours as a content stream says them, in points from the lower left corner."""

from functools import lru_cache

from checkin_desktop.documents.glyphs import Face, face_of
from checkin_desktop.documents.layout import ABOVE, BELOW, Room, fit_box
from checkin_desktop.documents.page import CATEGORY_COLOURS, SOFT
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.template import Align, Box, TemplateUse, Text, Vertical

MM = 72 / 25.4
BLANK_LINE = "\u00a0"
"""A line of a no-break space alone stays blank; other lines without letters are left out."""
_CAPITAL = 0.7
"""Height of a capital over the size: what is centred to the eye."""
_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


@lru_cache(maxsize=4096)
def text_ops(element: Text, text: str, page_height: float, use: TemplateUse, colour: str) -> str:
    """The lines of one element. Cached: what all certificates of a batch say is laid out once."""
    face = face_of(element.family, element.weight)
    said = text.upper() if element.upper else text
    lines = [(face.printable(line), line) for line in said.split("\n")]
    paragraphs = [printed for printed, line in lines if printed or line == BLANK_LINE]
    if not any(paragraphs):
        return ""
    width, height = element.width * MM, element.height * MM
    room = Room(
        width, height, element.size, element.smallest, element.lines, element.leading, element.spacing
    )
    size, drawn = fit_box(paragraphs, face, room, whole=use is TemplateUse.CERTIFICATE)
    step = size * element.leading
    below = (len(drawn) - 1) * step
    top = (page_height - element.y) * MM
    match element.vertical:
        case Vertical.TOP:
            y = top - ABOVE * size
        case Vertical.MIDDLE:
            y = top - height / 2 + below / 2 - _CAPITAL / 2 * size
            y = min(y, top - ABOVE * size)
        case Vertical.BOTTOM:
            y = top - height + BELOW * size + below
    ops = [f"BT {colour} rg"]
    before = (0.0, 0.0)
    if element.spacing:
        ops.append(f"{number(element.spacing)} Tc")
    font = ""
    for line in drawn:
        if not line:
            y -= step
            continue
        named = f"/{face.resource(line)} {number(size)} Tf"
        if named != font:
            ops.append(named)
            font = named
        x = element.x * MM + indent(element.align, width, _line_width(face, line, size, element.spacing))
        at = (round(x, 2), round(y, 2))
        ops.append(f"{number(at[0] - before[0])} {number(at[1] - before[1])} Td <{face.encoded(line)}> Tj")
        before = at
        y -= step
    if element.spacing:
        ops.append("0 Tc")
    return "\n".join(ops) + " ET\n"


def _line_width(face: Face, line: str, size: float, spacing: float) -> float:
    return face.width(line) * size + max(0, len(line) - 1) * spacing


def indent(align: Align, width: float, drawn: float) -> float:
    match align:
        case Align.LEFT:
            return 0.0
        case Align.CENTRE:
            return (width - drawn) / 2
        case Align.RIGHT:
            return width - drawn


def box_ops(element: Box, page_height: float, category: Category | None) -> str:
    x, y = element.x * MM, (page_height - element.y - element.height) * MM
    width, height = element.width * MM, element.height * MM
    flat = not width or not height
    fill = "" if flat else element.fill
    stroke = element.stroke or (element.fill if flat else "")
    if not fill and not stroke:
        return ""
    ops = ["q"]
    if fill:
        ops.append(f"{colour_ops(fill, category)} rg")
    if stroke:
        ops.append(f"{colour_ops(stroke, category)} RG {number(element.line)} w")
    if flat:
        ops.append(f"{number(x)} {number(y + height)} m {number(x + width)} {number(y)} l")
    else:
        ops.append(_rectangle(x, y, width, height, min(element.radius * MM, width / 2, height / 2)))
    ops.append("B" if fill and stroke else "f" if fill else "S")
    return " ".join(ops) + " Q\n"


def _rectangle(x: float, y: float, width: float, height: float, radius: float) -> str:
    if radius <= 0:
        return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
    r, k, right, top = radius, radius * (1 - _ROUND), x + width, y + height
    points = (
        (x + r, y, "m"),
        (right - r, y, "l"),
        (right - k, y, right, y + k, right, y + r, "c"),
        (right, top - r, "l"),
        (right, top - k, right - k, top, right - r, top, "c"),
        (x + r, top, "l"),
        (x + k, top, x, top - k, x, top - r, "c"),
        (x, y + r, "l"),
        (x, y + k, x + k, y, x + r, y, "c"),
    )
    return " ".join(" ".join(v if isinstance(v, str) else number(v) for v in p) for p in points) + " h"


@lru_cache(maxsize=256)
def colour_ops(colour: str, category: Category | None) -> str:
    if colour == "category":
        colour = (CATEGORY_COLOURS[category] if category else SOFT).hexval().replace("0x", "#")
    return " ".join(number(int(colour[i : i + 2], 16) / 255, 3) for i in (1, 3, 5))


def number(value: float, digits: int = 2) -> str:
    """As PDF writes it: no exponent, no noughts at the end."""
    said = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said
