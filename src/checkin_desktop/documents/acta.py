"""The acta of a bilateral meeting: a form with lines to write on, or what was typed, and places to sign."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD, fit, printable, wrap
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell, centred, new_document
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.services.ports.meeting_papers import ActaFace, Signer
from checkin_desktop.words import Words
from checkin_desktop.words.dates import long_date

_LEFT, _RIGHT = 22 * mm, A4[0] - 22 * mm
_WIDTH = _RIGHT - _LEFT
_TOP, _BOTTOM = A4[1] - 20 * mm, 20 * mm
_SIZE, _LEADING = 10.5, 14.5
_LINE = 8 * mm
_EMPTY_LINES = (5, 7)
_SIGNATURES = 46 * mm


def draw_actas(faces: Sequence[ActaFace], event: EventSettings, words: Words) -> bytes:
    """One acta after another, each on a page of its own; what is long goes on overleaf."""
    canvas, out = new_document(A4, words.say("documents-acta-title"), words.language)
    for face in faces:
        _Sheet(canvas, event, words).draw(face)
    canvas.save()
    return out.getvalue()


class _Sheet:
    def __init__(self, canvas: Canvas, event: EventSettings, words: Words) -> None:
        self._canvas, self._event, self._words = canvas, event, words
        self._y = _TOP

    def draw(self, face: ActaFace) -> None:
        self._head()
        self._when(face)
        for side, name, people in (("a", face.a, face.people_a), ("b", face.b, face.people_b)):
            self._party(self._words.say(f"documents-acta-party-{side}"), name, people)
        if face.others:
            self._text(self._words.say("documents-acta-others"), face.others, 1)
        self._text(self._words.say("documents-acta-topics"), face.topics, _EMPTY_LINES[0], face.topic)
        self._text(self._words.say("documents-acta-agreements"), face.agreements, _EMPTY_LINES[1])
        self._sign(face)
        self._canvas.showPage()

    def _head(self) -> None:
        canvas = self._canvas
        canvas.setFillColor(SOFT)
        size, lines = fit(self._event.name, MEDIUM, _WIDTH, 11, 8, lines=2)
        canvas.setFont(MEDIUM, size)
        for line in lines:
            canvas.drawCentredString(A4[0] / 2, self._y, line)
            self._y -= size * 1.3
        canvas.setFillColor(INK)
        self._y -= 5 * mm
        centred(canvas, self._words.say("documents-acta-heading"), A4[0] / 2, self._y, BOLD, 17)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.2)
        canvas.line(A4[0] / 2 - 18 * mm, self._y - 4 * mm, A4[0] / 2 + 18 * mm, self._y - 4 * mm)
        self._y -= 15 * mm

    def _when(self, face: ActaFace) -> None:
        hours = f"{face.starts:%H:%M}" + (f" – {face.ends:%H:%M}" if face.ends else "")
        said = (
            ("day", long_date(face.day, self._words.language)),
            ("hours", hours),
            ("table", face.table),
        )
        x, widths = _LEFT, (_WIDTH * 0.42, _WIDTH * 0.26, _WIDTH * 0.32)
        for (key, text), width in zip(said, widths, strict=True):
            self._caption(self._words.say(f"documents-acta-{key}"), x)
            self._canvas.setFillColor(INK)
            cell(self._canvas, text, REGULAR, x, self._y - 5.5 * mm, width - 4 * mm, _SIZE, 8, lines=1)
            x += width
        self._y -= 15 * mm

    def _party(self, caption: str, name: str, people: Sequence[Signer]) -> None:
        self._room(24 * mm)
        self._caption(caption, _LEFT)
        self._y -= 6 * mm
        for line in wrap(printable(name, SEMIBOLD), SEMIBOLD, 11.5, _WIDTH):
            self._write(line, SEMIBOLD, 11.5)
        for one in people:
            said = f"{one.name}, {one.position}" if one.position else one.name
            for line in wrap(printable(said, REGULAR), REGULAR, _SIZE - 0.5, _WIDTH):
                self._write(line, REGULAR, _SIZE - 0.5)
        if not people:
            self._rule()
        self._y -= 3.5 * mm

    def _text(self, caption: str, text: str, empty: int, topic: str = "") -> None:
        """`topic`: known beforehand; it stands above what was written, or above the lines to write on."""
        self._room(30 * mm)
        self._caption(caption, _LEFT)
        self._y -= 6 * mm
        written = [
            line
            for part in (topic, *text.splitlines())
            if part or part is not topic
            for line in (wrap(printable(part, REGULAR), REGULAR, _SIZE, _WIDTH) or [""])
        ]
        for line in written:
            self._write(line, REGULAR, _SIZE)
        for _ in range(0 if text.strip() else empty):
            self._rule()
        self._y -= 5 * mm

    def _sign(self, face: ActaFace) -> None:
        """Two places a side: at most who was there, else lines without a name."""
        places = [
            (side, people[n].name if n < len(people) else "")
            for side, people in ((face.a, face.people_a), (face.b, face.people_b))
            for n in range(max(1, min(2, len(people))))
        ]
        rows = -(-len(places) // 2)
        self._room(_SIGNATURES * rows - 10 * mm)
        width = (_WIDTH - 16 * mm) / 2
        for number, (side, name) in enumerate(places):
            x = _LEFT + (number % 2) * (width + 16 * mm)
            y = self._y - 20 * mm - (number // 2) * 36 * mm
            self._canvas.setStrokeColor(INK)
            self._canvas.setLineWidth(0.6)
            self._canvas.line(x, y, x + width, y)
            self._canvas.setFillColor(INK)
            cell(self._canvas, name, MEDIUM, x, y - 4.5 * mm, width, 9.5, 7, lines=1)
            self._canvas.setFillColor(SOFT)
            cell(self._canvas, side, REGULAR, x, y - (9 if name else 4.5) * mm, width, 8.5, 6.5, lines=1)

    def _caption(self, text: str, x: float) -> None:
        self._canvas.setFont(SEMIBOLD, 8.5)
        self._canvas.setFillColor(ACCENT)
        self._canvas.drawString(x, self._y, printable(text, SEMIBOLD))

    def _write(self, line: str, font: str, size: float) -> None:
        self._room(_LEADING)
        self._canvas.setFont(font, size)
        self._canvas.setFillColor(INK)
        self._canvas.drawString(_LEFT, self._y, line)
        self._y -= _LEADING

    def _rule(self) -> None:
        self._room(_LINE)
        self._canvas.setStrokeColor(RULE)
        self._canvas.setLineWidth(0.6)
        self._canvas.line(_LEFT, self._y - 2 * mm, _RIGHT, self._y - 2 * mm)
        self._y -= _LINE

    def _room(self, height: float) -> None:
        if self._y - height < _BOTTOM:
            self._canvas.showPage()
            self._y = _TOP
