"""A PDF that is the same bytes for the same input, and colours that mean a category."""

import io

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import fit, printable, register_fonts, width
from checkin_desktop.domain.people import Category

rl_config.useA85 = 0
"""Binary streams: a quarter smaller than text."""

INK = HexColor("#14213D")
SOFT = HexColor("#5B6478")
RULE = HexColor("#C9CFDA")
ACCENT = HexColor("#1F4E79")
CATEGORY_COLOURS = {
    Category.ATTENDEE: HexColor("#1F4E79"),
    Category.SPEAKER: HexColor("#7A1F5C"),
    Category.PANELLIST: HexColor("#5B3A8C"),
    Category.MODERATOR: HexColor("#0F6B6B"),
    Category.ORGANISER: HexColor("#14213D"),
    Category.AUTHORITY: HexColor("#8C2F1B"),
    Category.GUEST: HexColor("#7A5A12"),
    Category.PRESS: HexColor("#2F6B2F"),
    Category.STAFF: HexColor("#4A4F5C"),
}


def new_document(size: tuple[float, float], title: str, language: str) -> tuple[Canvas, io.BytesIO]:
    """A canvas without clock or randomness in it, and where its bytes come out."""
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(
        out, pagesize=size, invariant=1, pageCompression=1, lang="es-PE" if language == "es" else "en"
    )
    canvas.setTitle(title)
    canvas.setAuthor("checkin-desktop")
    canvas.setCreator("checkin-desktop")
    return canvas, out


def centred(canvas: Canvas, text: str, x: float, y: float, font: str, size: float) -> None:
    canvas.setFont(font, size)
    canvas.drawCentredString(x, y, printable(text, font))


def cell(
    canvas: Canvas,
    text: str,
    font: str,
    x: float,
    y: float,
    room: float,
    largest: float,
    smallest: float = 6.0,
    lines: int = 2,
) -> None:
    """A table's cell: one line on the baseline `y` if it fits, else smaller, else two lines about it."""
    if not text:
        return
    size, wrapped = fit(text, font, room, largest, smallest, lines)
    canvas.setFont(font, size)
    y += (len(wrapped) - 1) * size * 0.55
    for line in wrapped:
        canvas.drawString(x, y, line)
        y -= size * 1.1


def shortened(text: str, font: str, size: float, room: float) -> str:
    """The text on one line, its end left out where there is no room."""
    text = printable(text, font)
    if width(text, font, size) <= room:
        return text
    while text and width(text + "…", font, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
