"""What goes with a batch of certificates: a sheet between piles, and the list that is signed on taking them."""

import zlib
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD, printable
from checkin_desktop.documents.ink import colour_ops, text_ops
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell, new_document
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.template import TemplateUse, Text, Weight
from checkin_desktop.services.ports.documents import FrozenPage, PilePaper
from checkin_desktop.words import Words

_SHEET = (297.0, 210.0)
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


def separator_page(pile: PilePaper, event: EventSettings, words: Words) -> FrozenPage:
    """The page before a pile: its name, how many lie in it, and from which number to which."""
    count = words.say("documents-pile-count", count=len(pile.lines))
    numbers = words.say("documents-pile-numbers", first=pile.first, last=pile.last) if pile.lines else ""
    said = (
        (_line_of(24, 10, 14, "#5B6478"), event.name),
        (_line_of(62, 84, 72, "#14213D", Weight.BOLD, lines=3), _name(pile, words)),
        (_line_of(154, 14, 26, "#1F4E79", Weight.SEMIBOLD), count),
        (_line_of(170, 10, 18, "#1F4E79"), numbers),
    )
    drawn = (
        text_ops(line, text, _SHEET[1], TemplateUse.BADGE, colour_ops(line.colour, None))
        for line, text in said
    )
    return FrozenPage(zlib.compress("".join(drawn).encode("latin-1"), 6), *_SHEET)


def _line_of(
    y: float, height: float, size: float, colour: str, weight: Weight = Weight.REGULAR, lines: int = 1
) -> Text:
    wide = _SHEET[0] - 50
    return Text(25, y, wide, height, "", weight=weight, size=size, smallest=8, lines=lines, colour=colour)


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
