"""Badge sheets: A4, eight or ten up, with cut marks."""

from collections.abc import Sequence

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD, fit, printable
from checkin_desktop.documents.images import Row, draw_logos
from checkin_desktop.documents.page import (
    CATEGORY_COLOURS,
    INK,
    RULE,
    SOFT,
    centred,
    new_document,
    shortened,
)
from checkin_desktop.documents.qr import draw_qr
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.services.ports.documents import BadgeFace
from checkin_desktop.words import Words
from checkin_desktop.words.dates import days_phrase

LAYOUTS = {8: (2, 4, 95 * mm, 68 * mm), 10: (2, 5, 95 * mm, 55 * mm)}
"""Badges a page → columns, rows, width, height."""
_MARGIN = 4.5 * mm
_BAND = 7.5 * mm
_QR = 27 * mm
_QR_Y = _BAND + 4 * mm
"""Four modules of quiet zone over the dark band."""
_LOGO = Row(10 * mm, 0, 20 * mm, 9 * mm)
_LEADING = 1.16
_MARK = 4 * mm


def draw_badges(faces: Sequence[BadgeFace], event: EventSettings, words: Words, per_page: int = 8) -> bytes:
    """The badges as a PDF. Raises PersonFacingError where the font lacks a character of somebody's name."""
    columns, rows, width, height = LAYOUTS[per_page]
    canvas, out = new_document(A4, words.say("documents-badges-title", event=event.name), words.language)
    left = (A4[0] - columns * width) / 2
    top = (A4[1] + rows * height) / 2
    logos: dict[bytes, tuple[str, float]] = {}
    for start in range(0, len(faces), per_page):
        for place, face in enumerate(faces[start : start + per_page]):
            if face.logo and face.logo not in logos:
                logos[face.logo] = _logo_form(canvas, face.logo, f"logo{len(logos)}")
            canvas.saveState()
            canvas.translate(*corner(place, per_page))
            below = _header(canvas, event, words, width, height, logos.get(face.logo))
            _band(canvas, face, words, width)
            draw_qr(canvas, face.code, width - _MARGIN - _QR, _QR_Y, _QR, "H")
            _typed_code(canvas, face.code)
            if face.name:
                _person(canvas, face, width, below)
            else:
                _blank_lines(canvas, words, _beside_code(width), below)
            canvas.restoreState()
        _cut_marks(canvas, left, top, columns, rows, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def corner(place: int, per_page: int = 8) -> tuple[float, float]:
    """The lower left corner of a page's badge 0, 1, 2 …, in points from the page's own."""
    columns, rows, width, height = LAYOUTS[per_page]
    x = (A4[0] - columns * width) / 2 + (place % columns) * width
    return x, (A4[1] + rows * height) / 2 - (place // columns + 1) * height


def _logo_form(canvas: Canvas, logo: bytes, name: str) -> tuple[str, float]:
    """The logo in the file once; answers the form and how wide the logo is."""
    canvas.beginForm(name, 0, 0, _LOGO.width, _LOGO.height)
    drawn = draw_logos(canvas, [logo], _LOGO)
    canvas.endForm()
    return name, drawn


def _header(
    canvas: Canvas,
    event: EventSettings,
    words: Words,
    width: float,
    height: float,
    logo: tuple[str, float] | None,
) -> float:
    """The event's logo, name and days; answers where they end."""
    left, y = _MARGIN, height - 6.2 * mm
    lowest = y
    if logo:
        form, drawn = logo
        lowest = height - 3 * mm - _LOGO.height
        canvas.saveState()
        canvas.translate(left - (_LOGO.width - drawn) / 2, lowest)
        canvas.doForm(form)
        canvas.restoreState()
        left += drawn + 2.5 * mm
    room = width - _MARGIN - left
    canvas.setFillColor(SOFT)
    size, lines = fit(event.name, MEDIUM, room, 8.5, 6, lines=2)
    canvas.setFont(MEDIUM, size)
    for line in lines:
        canvas.drawString(left, y, line)
        y -= size * 1.2
    canvas.setFont(REGULAR, 6.5)
    canvas.drawString(left, y, shortened(days_phrase(event.days, words.language), REGULAR, 6.5, room))
    return float(min(y, lowest) - 2 * mm)


def _band(canvas: Canvas, face: BadgeFace, words: Words, width: float) -> None:
    """What somebody takes part as, in the category's colour."""
    canvas.setFillColor(CATEGORY_COLOURS[face.category] if face.category else SOFT)
    canvas.rect(0, 0, width, _BAND, stroke=0, fill=1)
    canvas.setFillColor(white)
    said = words.say(f"category-{face.category}" if face.category else "documents-badge-blank")
    centred(canvas, said.upper(), width / 2, 2.4 * mm, BOLD, 11)


def _typed_code(canvas: Canvas, code: str) -> None:
    """What is typed where no scanner reads the code."""
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 5.5)
    grouped = " ".join(code[i : i + 8] for i in range(0, len(code), 8))
    canvas.drawString(_MARGIN, _BAND + 1.6 * mm, printable(grouped, REGULAR))


def _beside_code(width: float) -> float:
    return float(width - 2 * _MARGIN - _QR - 4 * mm)


def _person(canvas: Canvas, face: BadgeFace, width: float, y: float) -> None:
    """Name, organisation and position from `y` down to the band."""
    room = _beside_code(width)
    canvas.setFillColor(INK)
    for size, lines, font in _name(face, room, width - 2 * _MARGIN, y - (_QR_Y + _QR + 3 * mm)):
        canvas.setFont(font, size)
        for line in lines:
            y -= size * _LEADING
            canvas.drawString(_MARGIN, y + size * (_LEADING - 0.9), line)
    y -= 2.5 * mm
    canvas.setFillColor(SOFT)
    for text, font, largest, most in ((face.organisation, MEDIUM, 9.5, 4), (face.position, REGULAR, 8.5, 2)):
        size, lines = _fit_height(text, font, room, y - _BAND - 4.5 * mm, largest, most)
        canvas.setFont(font, size)
        for line in lines:
            y -= size * 1.2
            canvas.drawString(_MARGIN, y, line)


def _name(face: BadgeFace, room: float, whole: float, above: float) -> list[tuple[float, list[str], str]]:
    """(size, lines, font) of given names and surnames, as large as they can stand.

    Beside the code, or over it, `whole` wide and `above` high, each on one line.
    """
    parts = [(p, font) for p, font in ((face.given_names, BOLD), (face.surnames, SEMIBOLD)) if p]
    parts = parts or [(face.name, BOLD)]
    beside = [(*fit(p, font, room, 19, 8, lines=2), font) for p, font in parts]
    tallest = min(24.0, above / _LEADING / len(parts))
    smallest = min(size for size, _, _ in beside)
    if tallest <= smallest:
        return beside
    over = [(*fit(p, font, whole, tallest, smallest), font) for p, font in parts]
    if any(lines[-1].endswith("…") for _, lines, _ in over):
        return beside
    size = min(size for size, _, _ in over)
    return [(size, lines, font) for _, lines, font in over]


def _fit_height(
    text: str, font: str, room: float, height: float, largest: float, most: int
) -> tuple[float, list[str]]:
    """Text fitted into a width and a height; nothing where not even one small line has room."""
    smallest = 6.0
    lines = min(most, int(height // (smallest * 1.2)))
    if not text or lines < 1:
        return smallest, []
    size, wrapped = fit(text, font, room, largest, smallest, lines)
    while size > smallest and size * 1.2 * len(wrapped) > height:
        largest -= 0.5
        size, wrapped = fit(text, font, room, largest, smallest, lines)
    return size, wrapped


def _blank_lines(canvas: Canvas, words: Words, room: float, y: float) -> None:
    """Lines to write on by hand."""
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 6.5)
    apart = (y - _BAND - 9 * mm) / 2
    for label in ("documents-blank-name", "documents-blank-organisation"):
        y -= apart
        canvas.line(_MARGIN, y, _MARGIN + room, y)
        canvas.drawString(_MARGIN, y - 3 * mm, printable(words.say(label), REGULAR))


def _cut_marks(
    canvas: Canvas, left: float, top: float, columns: int, rows: int, width: float, height: float
) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    bottom, right = top - rows * height, left + columns * width
    for column in range(columns + 1):
        x = left + column * width
        canvas.line(x, top + 1, x, top + _MARK)
        canvas.line(x, bottom - 1, x, bottom - _MARK)
        for row in range(1, rows):
            y = top - row * height
            canvas.line(x - 3, y, x + 3, y)
            canvas.line(x, y - 3, x, y + 3)
    for row in range(rows + 1):
        y = top - row * height
        canvas.line(left - 1, y, left - _MARK, y)
        canvas.line(right + 1, y, right + _MARK, y)
