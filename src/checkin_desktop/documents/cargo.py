"""What goes with a batch of certificates: a sheet between piles, and the list that is signed on taking them."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD, fit, printable
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell, centred, new_document
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.services.ports.documents import PilePaper
from checkin_desktop.words import Words

_ROW = 10 * mm
_LEFT, _RIGHT = 14 * mm, A4[0] - 14 * mm
_TOP = A4[1] - 46 * mm
_PER_PAGE = int((_TOP - 18 * mm) // _ROW)
_COLUMNS = (
    ("documents-cargo-number", 0.0),
    ("documents-cargo-name", 24 * mm),
    ("documents-cargo-document", 88 * mm),
    ("documents-cargo-signature", 114 * mm),
)


def draw_separator(pile: PilePaper, event: EventSettings, words: Words) -> bytes:
    """One page before a pile: its name, how many lie in it, and from which number to which."""
    size = landscape(A4)
    canvas, out = new_document(size, _name(pile, words), words.language)
    middle = size[0] / 2
    canvas.setFillColor(SOFT)
    centred(canvas, event.name, middle, size[1] - 30 * mm, REGULAR, 14)
    canvas.setFillColor(INK)
    letters, lines = fit(_name(pile, words), BOLD, size[0] - 50 * mm, 72, 20, lines=3)
    y = size[1] / 2 + letters * (len(lines) - 1) / 2
    for line in lines:
        centred(canvas, line, middle, y, BOLD, letters)
        y -= letters * 1.1
    canvas.setFillColor(ACCENT)
    count = words.say("documents-pile-count", count=len(pile.lines))
    centred(canvas, count, middle, 48 * mm, SEMIBOLD, 26)
    if pile.lines:
        numbers = words.say("documents-pile-numbers", first=pile.first, last=pile.last)
        centred(canvas, numbers, middle, 34 * mm, REGULAR, 18)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_cargo(piles: Sequence[PilePaper], event: EventSettings, words: Words) -> bytes:
    """The list to be signed, each pile on pages of its own; document numbers by their last three characters."""
    canvas, out = new_document(A4, words.say("documents-cargo-title", event=event.name), words.language)
    for pile in piles:
        pages = max(1, -(-len(pile.lines) // _PER_PAGE))
        for page in range(pages):
            _header(canvas, pile, event, words, page + 1, pages)
            for place, line in enumerate(pile.lines[page * _PER_PAGE : (page + 1) * _PER_PAGE]):
                _line(canvas, line, _TOP - place * _ROW)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _header(
    canvas: Canvas, pile: PilePaper, event: EventSettings, words: Words, page: int, pages: int
) -> None:
    y = A4[1] - 16 * mm
    canvas.setFillColor(INK)
    title = words.say("documents-cargo-title", event=event.name)
    cell(canvas, title, BOLD, _LEFT, y, _RIGHT - _LEFT - 26 * mm, 12, 8, lines=1)
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(SOFT)
    canvas.drawRightString(_RIGHT, y, words.say("documents-page-of", page=page, pages=pages))
    canvas.setFillColor(INK)
    cell(canvas, _name(pile, words), SEMIBOLD, _LEFT, y - 9 * mm, _RIGHT - _LEFT, 14, 8, lines=1)
    canvas.setFillColor(SOFT)
    cell(
        canvas, words.say("documents-cargo-about"), REGULAR, _LEFT, y - 15 * mm, _RIGHT - _LEFT, 8.5, lines=1
    )
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.setFillColor(ACCENT)
    for key, x in _COLUMNS:
        canvas.drawString(_LEFT + x, _TOP + 8 * mm, printable(words.say(key), SEMIBOLD))
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(0.8)
    canvas.line(_LEFT, _TOP + 6.4 * mm, _RIGHT, _TOP + 6.4 * mm)


def _line(canvas: Canvas, line: tuple[str, str, str, str], y: float) -> None:
    number, name, document, collector = line
    masked = "•" * max(0, len(document) - 3) + document[-3:] if document else ""
    canvas.setFillColor(INK)
    edges = [x for _, x in _COLUMNS]
    cell(canvas, number, REGULAR, _LEFT, y, edges[1] - 2 * mm, 8)
    cell(canvas, name, MEDIUM, _LEFT + edges[1], y, edges[2] - edges[1] - 2 * mm, 9)
    cell(canvas, masked, REGULAR, _LEFT + edges[2], y, edges[3] - edges[2] - 2 * mm, 8)
    canvas.setFillColor(SOFT)
    cell(canvas, collector, REGULAR, _LEFT + edges[3], y + 2.4 * mm, _RIGHT - _LEFT - edges[3], 7, lines=1)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.line(_LEFT + edges[3], y - 1 * mm, _RIGHT, y - 1 * mm)
    canvas.setLineWidth(0.2)
    canvas.line(_LEFT, y - 3.4 * mm, _RIGHT, y - 3.4 * mm)


def _name(pile: PilePaper, words: Words) -> str:
    return pile.name or words.say("documents-pile-none")
