"""A list over several pages: title, columns, groups, rows as high as their text."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, REGULAR, SEMIBOLD, printable, wrap
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell, new_document, shortened
from checkin_desktop.words import Words

LEFT, RIGHT = 14 * mm, A4[0] - 14 * mm
_TOP, _BOTTOM = A4[1] - 30 * mm, 16 * mm
_SIZE, _LEADING, _GAP = 8.5, 10.6, 2.4 * mm


@dataclass(frozen=True, slots=True)
class ListColumn:
    """`width` in millimetres; 0 takes what is left. `bold`: the row's own name."""

    heading: str
    width: float
    bold: bool = False


class Listing:
    """Draws downwards and begins a page where there is no room; `pages` are numbered when it is finished."""

    def __init__(self, title: str, about: str, words: Words, columns: Sequence[ListColumn]) -> None:
        self._canvas, self._out = new_document(A4, title, words.language)
        self._title, self._about, self._words = title, about, words
        self._columns = columns
        left = (RIGHT - LEFT) - sum(c.width for c in columns) * mm
        self._widths = [c.width * mm or left for c in columns]
        self._page = 0
        self._y = 0.0
        self._begin()

    def group(self, text: str, about: str = "") -> None:
        """A heading inside the list; it never stands alone at a page's end."""
        if self._y - 22 * mm < _BOTTOM:
            self._turn()
        self._y -= 2.5 * mm
        self._canvas.setFillColor(INK)
        cell(self._canvas, text, BOLD, LEFT, self._y, (RIGHT - LEFT) * (0.7 if about else 1), 10, 7, lines=1)
        if about:
            self._canvas.setFont(REGULAR, 8.5)
            self._canvas.setFillColor(SOFT)
            self._canvas.drawRightString(RIGHT, self._y, printable(about, REGULAR))
        self._y -= 5.5 * mm

    def row(self, texts: Sequence[str]) -> None:
        wrapped = []
        for text, column, width in zip(texts, self._columns, self._widths, strict=True):
            font = SEMIBOLD if column.bold else REGULAR
            lines = [
                line
                for part in text.split("\n")
                for line in wrap(printable(part, font), font, _SIZE, width - 2 * mm)
            ]
            wrapped.append((font, lines))
        height = max(len(lines) for _, lines in wrapped) * _LEADING
        if self._y - height < _BOTTOM and height < _TOP - _BOTTOM - 10 * mm:
            self._turn()
        while any(lines for _, lines in wrapped):
            room = max(1, int((self._y - _BOTTOM) // _LEADING))
            if self._y - _LEADING < _BOTTOM:
                self._turn()
                continue
            shown = [(font, lines[:room]) for font, lines in wrapped]
            self._draw(shown)
            wrapped = [(font, lines[room:]) for font, lines in wrapped]

    def finish(self) -> bytes:
        self._foot()
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def _draw(self, wrapped: Sequence[tuple[str, Sequence[str]]]) -> None:
        canvas, x = self._canvas, LEFT
        for (font, lines), width in zip(wrapped, self._widths, strict=True):
            canvas.setFont(font, _SIZE)
            canvas.setFillColor(INK)
            for n, line in enumerate(lines):
                canvas.drawString(x, self._y - n * _LEADING, line)
            x += width
        self._y -= (max(len(lines) for _, lines in wrapped) - 1) * _LEADING + _GAP
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.3)
        canvas.line(LEFT, self._y, RIGHT, self._y)
        self._y -= _GAP + 1.6 * mm

    def _turn(self) -> None:
        self._foot()
        self._canvas.showPage()
        self._begin()

    def _begin(self) -> None:
        canvas = self._canvas
        self._page += 1
        y = A4[1] - 16 * mm
        canvas.setFillColor(INK)
        cell(canvas, self._title, BOLD, LEFT, y, RIGHT - LEFT, 13, 8, lines=1)
        canvas.setFont(REGULAR, 8.5)
        canvas.setFillColor(SOFT)
        canvas.drawString(LEFT, y - 5 * mm, shortened(self._about, REGULAR, 8.5, RIGHT - LEFT))
        x, y = LEFT, _TOP + 3 * mm
        canvas.setFont(SEMIBOLD, 7.5)
        canvas.setFillColor(ACCENT)
        for column, width in zip(self._columns, self._widths, strict=True):
            canvas.drawString(x, y, shortened(column.heading, SEMIBOLD, 7.5, width - 1 * mm))
            x += width
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(0.8)
        canvas.line(LEFT, y - 1.8 * mm, RIGHT, y - 1.8 * mm)
        self._y = _TOP - 4 * mm

    def _foot(self) -> None:
        self._canvas.setFont(REGULAR, 8)
        self._canvas.setFillColor(SOFT)
        self._canvas.drawRightString(RIGHT, 9 * mm, self._words.say("documents-page", page=self._page))


def figure(canvas: Canvas, x: float, y: float, number: str, about: str, room: float) -> None:
    """A large number and what it counts, below it."""
    canvas.setFillColor(ACCENT)
    canvas.setFont(BOLD, 24)
    canvas.drawString(x, y, printable(number, BOLD))
    canvas.setFillColor(SOFT)
    cell(canvas, about, REGULAR, x, y - 6 * mm, room, 8.5, 6.5, lines=1)
