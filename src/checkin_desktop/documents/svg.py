"""An SVG that somebody chose becomes a one-page PDF: drawings stay drawings.

Nothing outside the file is ever read: it is taken apart first, only elements that drawing needs are kept, and what
would be drawn wrong (letters, filters, masks) or means harm is refused by its name. svglib draws what is left.
"""

import io
import logging
import math
import re

from lxml import etree
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from svglib.svglib import svg2rlg

from checkin_desktop.documents.refusals import BadPicture

MAX_SVG_BYTES = 1_000_000
_MOST_ELEMENTS, _DEEPEST = 20_000, 60
_LONGEST_PT = 280.0
"""A drawing's longer side as it is kept; vectors have no size of their own."""
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_DRAWN = frozenset(
    {"svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"clipPath", "linearGradient", "radialGradient", "stop", "style", "a", "switch"}
)
_SILENT = frozenset({"title", "desc", "metadata", "namedview", "view"})
_LETTERS = frozenset({"text", "tspan", "textPath", "flowRoot", "font"})
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)|javascript:|expression\(", re.IGNORECASE)


def is_svg(data: bytes) -> bool:
    return b"<svg" in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def svg_page(data: bytes) -> bytes:
    """Raises BadPicture: too large, not SVG, something that can't be kept as it looks, or reaches outside."""
    root = _checked(data)
    logging.getLogger("svglib").setLevel(
        logging.CRITICAL
    )  # it warns of what it leaves out; that is refused above
    try:
        drawing = svg2rlg(io.BytesIO(etree.tostring(root)))
    except (
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
        ArithmeticError,
        RecursionError,
        AssertionError,
    ) as error:
        raise BadPicture("documents-svg-unreadable") from error
    if drawing is None:
        raise BadPicture("documents-svg-unreadable")
    return _page(drawing)


def _page(drawing: Drawing) -> bytes:
    sides = float(drawing.width or 0), float(drawing.height or 0)
    if not all(math.isfinite(side) and 0 < side < 1e6 for side in sides):
        raise BadPicture("documents-svg-unreadable")
    scale = _LONGEST_PT / max(sides)
    drawing.scale(scale, scale)
    drawing.width, drawing.height = (side * scale for side in sides)
    if min(drawing.width, drawing.height) < 1:
        raise BadPicture("documents-svg-unreadable")
    out = io.BytesIO()
    renderPDF.drawToFile(drawing, out, showBoundary=False)
    return out.getvalue()


def _checked(data: bytes) -> etree._Element:
    if len(data) > MAX_SVG_BYTES:
        raise BadPicture("documents-picture-too-large")
    if b"\0" in data:
        raise BadPicture("documents-svg-unreadable")
    if b"<!ENTITY" in data:
        raise _unusual("ENTITY")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadPicture("documents-svg-unreadable") from error
    if root.tag != f"{_SVG}svg":
        raise BadPicture("documents-svg-unreadable")
    _check(root, 0, [0])
    known = {str(e.get("id")): e for e in root.iter() if e.get("id")}
    if _expanded(root, known, {}, ()) > _MOST_ELEMENTS:
        raise BadPicture("documents-pdf-too-complex")
    return root


def _expanded(
    element: etree._Element, known: dict[str, etree._Element], counted: dict[str, int], above: tuple[str, ...]
) -> int:
    """How many elements it is with each `use` written out."""
    cost = 1 + sum(_expanded(child, known, counted, above) for child in element)
    if _local(element) != "use":
        return cost
    name = next((str(element.get(key))[1:] for key in _HREFS if element.get(key)), "")
    if name in above:
        raise BadPicture("documents-pdf-too-complex")
    if name in known and name not in counted:
        counted[name] = _expanded(known[name], known, counted, (*above, name))
    return cost + counted.get(name, 0)


def _check(element: etree._Element, depth: int, counted: list[int]) -> None:
    """Drops what is not seen, refuses what is seen otherwise than it would be drawn."""
    counted[0] += 1
    name = _local(element)
    if counted[0] > _MOST_ELEMENTS or depth > _DEEPEST:
        raise BadPicture("documents-pdf-too-complex")
    if name == "style" and _OUTSIDE.search(element.text or ""):
        raise _unusual("style")
    for key, value in list(element.attrib.items()):
        if key in _HREFS:
            if not str(value).startswith("#"):
                raise _unusual("href")
        elif str(key).startswith("{") or str(key).startswith("on"):
            del element.attrib[key]
        elif _OUTSIDE.search(str(value)) or (key in ("filter", "mask") and value != "none"):
            raise _unusual(str(key))
    for child in list(element):
        told = _local(child)
        if not isinstance(child.tag, str) or not child.tag.startswith(_SVG) or told in _SILENT:
            element.remove(child)
        elif told in _LETTERS:
            raise BadPicture("documents-svg-letters")
        elif told not in _DRAWN:
            raise _unusual(told)
        else:
            _check(child, depth + 1, counted)


def _local(element: etree._Element) -> str:
    return str(element.tag).removeprefix(_SVG)[:40]


def _unusual(what: str) -> BadPicture:
    return BadPicture("documents-svg-unusual", what=what)
