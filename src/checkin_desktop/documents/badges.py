"""Badge sheets: A4, eight or ten up, with cut marks."""

from collections.abc import Sequence

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD, fit, printable
from checkin_desktop.documents.page import (
    CATEGORY_COLOURS,
    INK,
    RULE,
    SOFT,
    centred,
    lines_centred,
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
_QR = 27 * mm
_BAND = 7.5 * mm
_MARK = 4 * mm


def draw_badges(faces: Sequence[BadgeFace], event: EventSettings, words: Words, per_page: int = 8) -> bytes:
    """The badges as a PDF. Raises PersonFacingError where the font lacks a character of somebody's name."""
    columns, rows, width, height = LAYOUTS[per_page]
    canvas, out = new_document(A4, words.say("documents-badges-title", event=event.name), words.language)
    left = (A4[0] - columns * width) / 2
    top = (A4[1] + rows * height) / 2
    for start in range(0, len(faces), per_page):
        for place, face in enumerate(faces[start : start + per_page]):
            x = left + (place % columns) * width
            y = top - (place // columns + 1) * height
            canvas.saveState()
            canvas.translate(x, y)
            _badge(canvas, face, event, words, width, height)
            canvas.restoreState()
        _cut_marks(canvas, left, top, columns, rows, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _badge(
    canvas: Canvas, face: BadgeFace, event: EventSettings, words: Words, width: float, height: float
) -> None:
    colour = CATEGORY_COLOURS[face.category] if face.category else SOFT
    margin = 4.5 * mm
    canvas.setFillColor(SOFT)
    size, lines = fit(event.name, MEDIUM, width - 2 * margin, 8, 6, lines=2)
    lines_centred(canvas, lines, width / 2, height - 6 * mm, MEDIUM, size, size * 1.2)
    canvas.setFont(REGULAR, 6)
    dates = days_phrase(event.days, words.language)
    canvas.drawCentredString(
        width / 2, height - 6 * mm - len(lines) * size * 1.2, shortened(dates, REGULAR, 6, width - 2 * margin)
    )
    canvas.setFillColor(colour)
    canvas.rect(0, 0, width, _BAND, stroke=0, fill=1)
    canvas.setFillColor(white)
    role = (
        words.say(f"category-{face.category}").upper()
        if face.category
        else words.say("documents-badge-blank")
    )
    centred(canvas, role, width / 2, 2.4 * mm, BOLD, 11)
    qr_x, qr_y = width - margin - _QR, _BAND + 5.2 * mm
    draw_qr(canvas, face.code, qr_x, qr_y, _QR, "H")
    canvas.setFillColor(SOFT)
    grouped = " ".join(face.code[i : i + 8] for i in range(0, len(face.code), 8))
    centred(canvas, grouped[:17], qr_x + _QR / 2, qr_y - 2.4 * mm, REGULAR, 5)
    centred(canvas, grouped[18:], qr_x + _QR / 2, qr_y - 4.3 * mm, REGULAR, 5)
    room = qr_x - margin - 4 * mm
    if not face.name:
        _blank_lines(canvas, words, margin, room, height)
        return
    y = height - 18.5 * mm
    canvas.setFillColor(INK)
    largest = 19.0 if height > 60 * mm else 16.5
    for part, font in ((face.given_names, BOLD), (face.surnames, SEMIBOLD)):
        if part:
            size, lines = fit(part, font, room, largest, 8, lines=2)
            canvas.setFont(font, size)
            for line in lines:
                canvas.drawString(margin, y, line)
                y -= size * 1.16
    y -= 2
    canvas.setFillColor(SOFT)
    for text, font, biggest, most in ((face.organisation, MEDIUM, 9.0, 3), (face.position, REGULAR, 8.0, 1)):
        if text and y > _BAND + 3 * mm:
            size, lines = fit(text, font, room, biggest, 6, lines=most)
            canvas.setFont(font, size)
            for line in lines:
                if y > _BAND + 2 * mm:
                    canvas.drawString(margin, y, line)
                    y -= size * 1.2


def _blank_lines(canvas: Canvas, words: Words, margin: float, room: float, height: float) -> None:
    canvas.setStrokeColor(RULE)
    y = height - 24 * mm
    for label in ("documents-blank-name", "documents-blank-organisation"):
        canvas.line(margin, y, margin + room, y)
        canvas.setFillColor(SOFT)
        canvas.setFont(REGULAR, 6.5)
        canvas.drawString(margin, y - 3 * mm, printable(words.say(label), REGULAR))
        y -= 14 * mm


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
