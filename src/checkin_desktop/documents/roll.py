"""The alphabetical paper list, for when there is no power: boxes to tick, document, signature line."""

import itertools
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD, printable
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell, new_document, shortened
from checkin_desktop.documents.qr import matrix
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.services.ports.documents import RollLine
from checkin_desktop.words import Words
from checkin_desktop.words.dates import days_phrase

_ROW = 8.4 * mm
_LEFT, _RIGHT = 12 * mm, A4[0] - 12 * mm
_TOP = A4[1] - 34 * mm
_BOTTOM = 16 * mm
_QR = 6.3 * mm
"""0.3 mm a module: what scanners read from paper, with four modules' quiet before the next row's."""
_PER_PAGE = int((_TOP - _BOTTOM) // _ROW)


class Roll:
    """The list by surname as Spanish sorts it (Ñ after N, accents ignored), drawn a page at a time into one PDF."""

    def __init__(self, lines: Sequence[RollLine], event: EventSettings, words: Words) -> None:
        self._lines = sorted(lines, key=lambda line: _spanish(line.sort_name))
        self._event, self._words = event, words
        title = words.say("documents-roll-title", event=event.name)
        self._canvas, self._out = new_document(A4, title, words.language)
        self.pages = max(1, -(-len(lines) // _PER_PAGE))

    def draw(self, page: int) -> None:
        """The next page of the PDF is the list's `page`, from 0."""
        first = page * _PER_PAGE
        _header(self._canvas, self._event, self._words, page + 1, self.pages, len(self._lines))
        for place, line in enumerate(self._lines[first : first + _PER_PAGE]):
            _line(self._canvas, line, first + place + 1, _TOP - place * _ROW, len(self._event.days))
        self._canvas.showPage()

    def finish(self) -> bytes:
        self._canvas.save()
        return self._out.getvalue()


def draw_roll(lines: Sequence[RollLine], event: EventSettings, words: Words) -> bytes:
    """The whole list as a PDF."""
    roll = Roll(lines, event, words)
    for page in range(roll.pages):
        roll.draw(page)
    return roll.finish()


def _spanish(name: str) -> tuple[int, ...]:
    """Ñ is a letter of its own after N; accents and case do not count."""
    order: list[int] = []
    for c in name.casefold():
        plain = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u"}.get(c, c)
        order.append(ord("n") * 2 + 1 if plain == "ñ" else ord(plain) * 2)
    return tuple(order)


def _boxes(days: int) -> list[float]:
    return [_LEFT + 10 * mm + i * 7 * mm for i in range(min(days, 4))]


def _header(canvas: Canvas, event: EventSettings, words: Words, page: int, pages: int, people: int) -> None:
    y = A4[1] - 16 * mm
    canvas.setFillColor(INK)
    cell(canvas, event.name, BOLD, _LEFT, y, _RIGHT - _LEFT - 30 * mm, 13, 8, lines=1)
    canvas.setFont(REGULAR, 8.5)
    canvas.setFillColor(SOFT)
    about = words.say("documents-roll-about", days=days_phrase(event.days, words.language), people=people)
    canvas.drawString(_LEFT, y - 5 * mm, shortened(about, REGULAR, 8.5, _RIGHT - _LEFT))
    canvas.drawRightString(_RIGHT, y, words.say("documents-page-of", page=page, pages=pages))
    y = _TOP + 6.5 * mm
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.setFillColor(ACCENT)
    for i, x in enumerate(_boxes(len(event.days))):
        canvas.drawCentredString(x + 2.2 * mm, y, words.say("documents-roll-day", number=i + 1))
    name_x, document_x, organisation_x, sign_x = _columns(len(event.days))
    for x, key in (
        (name_x, "documents-roll-name"),
        (document_x, "documents-roll-document"),
        (organisation_x, "documents-roll-organisation"),
        (sign_x, "documents-roll-signature"),
    ):
        canvas.drawString(x, y, printable(words.say(key), SEMIBOLD))
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(0.8)
    canvas.line(_LEFT, _TOP + 4.8 * mm, _RIGHT - _QR - 2.5 * mm, _TOP + 4.8 * mm)


def _columns(days: int) -> tuple[float, float, float, float]:
    name = _LEFT + 10 * mm + min(days, 4) * 7 * mm + 1 * mm
    return name, name + 57 * mm, name + 76 * mm, _RIGHT - 46 * mm


def _line(canvas: Canvas, line: RollLine, number: int, y: float, days: int) -> None:
    name_x, document_x, organisation_x, sign_x = _columns(days)
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 7)
    canvas.drawRightString(_LEFT + 7 * mm, y, str(number))
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.7)
    for x in _boxes(days):
        canvas.rect(x, y - 1 * mm, 4.4 * mm, 4.4 * mm)
    canvas.setFillColor(INK)
    cell(canvas, line.sort_name, MEDIUM, name_x, y, document_x - name_x - 2 * mm, 9)
    cell(canvas, line.document, REGULAR, document_x, y, organisation_x - document_x - 2 * mm, 8)
    canvas.setFillColor(SOFT)
    cell(canvas, line.organisation, REGULAR, organisation_x, y, sign_x - organisation_x - 3 * mm, 7)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.line(sign_x, y - 1 * mm, _RIGHT - _QR - 2.5 * mm, y - 1 * mm)
    canvas.setLineWidth(0.2)
    canvas.line(_LEFT, y - 2.6 * mm, _RIGHT - _QR - 2.5 * mm, y - 2.6 * mm)
    if line.code:
        _code(canvas, line.code, _RIGHT - _QR, y - 1.6 * mm)


def _code(canvas: Canvas, text: str, x: float, y: float) -> None:
    modules = matrix(text, "M")
    side = _QR / len(modules)
    canvas.setFillColor(INK)
    path = canvas.beginPath()
    for row, line in enumerate(reversed(modules)):
        start = 0
        for dark, run in itertools.groupby(line):
            wide = len(tuple(run))
            if dark:
                path.rect(x + start * side, y + row * side, wide * side, side)
            start += wide
    canvas.drawPath(path, stroke=0, fill=1)
