"""Certificates: one A4 landscape page each, signed by hand, verified by the code (never called "firma digital")."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import (
    BOLD,
    MEDIUM,
    REGULAR,
    SEMIBOLD,
    SERIF,
    SERIF_BOLD,
    balanced,
    fit,
    printable,
    wrap,
)
from checkin_desktop.documents.images import Row, draw_logos
from checkin_desktop.documents.page import (
    ACCENT,
    GOLD,
    INK,
    RULE,
    SOFT,
    centred,
    lines_centred,
    new_document,
)
from checkin_desktop.documents.qr import draw_qr
from checkin_desktop.documents.texts import body_text
from checkin_desktop.domain.people import DocumentKind
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.words import Words
from checkin_desktop.words.dates import long_date

WIDTH, HEIGHT = landscape(A4)
_QR = 30 * mm
_QUIET = 3 * mm
_QR_X = WIDTH - 20 * mm - _QR
_QR_Y = 27 * mm
_TEXT_ROOM = 225 * mm
_TEXT_BOTTOM = _QR_Y + _QR + _QUIET + 5 * mm
"""The text ends above the verification code and the room for signatures."""
_LOGOS = Row(WIDTH / 2, HEIGHT - 35 * mm, 240 * mm, 18.5 * mm)
_RULE = 4.5 * mm
_CAPITAL = 0.72
"""Height of a capital letter over the font's size."""


def draw_certificates(faces: Sequence[CertificateFace], words: Words) -> bytes:
    """All certificates in one file, a page each; what they share (frame, logos, fonts) is in the file once.

    Raises PersonFacingError where the font lacks a character of a name.
    """
    title = words.say("documents-certificate-title")
    if len(faces) == 1:
        title = f"{title} {faces[0].number}"
    canvas, out = new_document((WIDTH, HEIGHT), title, words.language)
    frames: dict[tuple[bytes, ...], str] = {}
    for face in faces:
        if face.logos not in frames:
            frames[face.logos] = f"frame{len(frames)}"
            canvas.beginForm(frames[face.logos], 0, 0, WIDTH, HEIGHT)
            _frame(canvas)
            draw_logos(canvas, face.logos, _LOGOS)
            canvas.endForm()
        canvas.doForm(frames[face.logos])
        _text(canvas, face, words)
        _signatures(canvas, face)
        _verification(canvas, face, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _frame(canvas: Canvas) -> None:
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(2.2)
    canvas.rect(9 * mm, 9 * mm, WIDTH - 18 * mm, HEIGHT - 18 * mm)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.7)
    canvas.rect(11 * mm, 11 * mm, WIDTH - 22 * mm, HEIGHT - 22 * mm)


@dataclass(frozen=True, slots=True)
class _Block:
    """Centred lines of one font; `above` is the gap over them, `leading` the lines' distance over their size."""

    lines: Sequence[str]
    font: str
    size: float
    colour: Color
    above: float
    leading: float = 1.3
    spacing: float = 0.0
    ruled: bool = False

    @property
    def height(self) -> float:
        return (
            self.above + self.size * (1 + self.leading * (len(self.lines) - 1)) + (_RULE if self.ruled else 0)
        )


def _text(canvas: Canvas, face: CertificateFace, words: Words) -> None:
    """The lines, stacked between logos and signatures: smaller where there are many, apart where there are few."""
    top = _LOGOS.y - 4 * mm if face.logos else HEIGHT - 17 * mm
    room = top - _TEXT_BOTTOM
    scale = 1.0
    blocks = _blocks(face, words, scale)
    while sum(b.height for b in blocks) > room and scale > 0.6:
        scale -= 0.04
        blocks = _blocks(face, words, scale)
    slack = room - sum(b.height for b in blocks)
    gaps = sum(b.above for b in blocks)
    apart = 1 + max(0.0, min(slack / gaps, 0.9))
    y = top - max(0.0, slack - gaps * (apart - 1)) / 2
    for block in blocks:
        y -= block.above * apart + block.size * _CAPITAL
        canvas.setFillColor(block.colour)
        canvas.setFont(block.font, block.size)
        for line in block.lines:
            canvas.drawCentredString(WIDTH / 2, y, line, charSpace=block.spacing)
            y -= block.size * block.leading
        y += block.size * (block.leading - 1 + _CAPITAL)
        if block.ruled:
            canvas.setStrokeColor(GOLD)
            canvas.setLineWidth(1.2)
            y -= _RULE
            canvas.line(WIDTH / 2 - 30 * mm, y + _RULE / 3, WIDTH / 2 + 30 * mm, y + _RULE / 3)


def _blocks(face: CertificateFace, words: Words, scale: float) -> list[_Block]:
    s = face.settings
    blocks: list[_Block] = []

    def add(
        text: str, font: str, largest: float, smallest: float, most: int, colour: Color, above: float
    ) -> None:
        size, lines = fit(text, font, _TEXT_ROOM, largest * scale, smallest, lines=most)
        blocks.append(_Block(lines, font, size, colour, above * scale))

    if s.year_slogan:
        add(f"«{s.year_slogan}»", REGULAR, 9, 7, 1, SOFT, 4)
    if s.issuers:
        add(" · ".join(s.issuers), SEMIBOLD, 13.5, 8, 2, INK, 8)
        grants = "documents-certificate-grant" if len(s.issuers) > 1 else "documents-certificate-grants"
        add(words.say(grants), SERIF, 12.5, 9, 1, SOFT, 7)
    heading = printable(words.say("documents-certificate-heading"), SERIF_BOLD)
    blocks.append(
        _Block([heading], SERIF_BOLD, 40 * scale, ACCENT, 13 * scale, spacing=6 * scale, ruled=True)
    )
    add(words.say("documents-certificate-to"), SERIF, 13, 9, 1, SOFT, 7)
    add(face.name, SERIF_BOLD, 31, 15, 2, INK, 9)
    if face.document:
        kind = words.say(f"document-{(face.document_kind or DocumentKind.OTHER).value}")
        identified = words.say("documents-certificate-identified", kind=kind, number=face.document)
        add(identified, SERIF, 12.5, 9, 1, SOFT, 9)
    text = printable(body_text(face, words), SERIF)
    size = 14.5 * scale
    while len(wrap(text, SERIF, size, _TEXT_ROOM)) > 4 and size > 8:
        size -= 0.5
    blocks.append(_Block(balanced(text, SERIF, size, _TEXT_ROOM), SERIF, size, INK, 11 * scale, leading=1.5))
    place, day = s.city or s.place, long_date(face.issued_on, words.language)
    dated = words.say("documents-certificate-dated", place=place, day=day) if place else day
    add(dated, SERIF, 12, 9, 1, SOFT, 11)
    return blocks


def _signatures(canvas: Canvas, face: CertificateFace) -> None:
    """Room for ink and seal over a line each."""
    people = face.settings.signatories[:3]
    left, right, y = 20 * mm, _QR_X - 12 * mm, 33 * mm
    room = (right - left) / max(len(people), 1)
    for place, (name, position) in enumerate(people):
        middle = left + room * (place + 0.5)
        half = min(room / 2 - 4 * mm, 33 * mm)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.6)
        canvas.line(middle - half, y, middle + half, y)
        canvas.setFillColor(INK)
        size, lines = fit(name, SEMIBOLD, half * 2, 10, 7)
        lines_centred(canvas, lines, middle, y - 4.5 * mm, SEMIBOLD, size, size)
        canvas.setFillColor(SOFT)
        size, lines = fit(position, REGULAR, half * 2, 8.5, 6, lines=2)
        lines_centred(canvas, lines, middle, y - 8.5 * mm, REGULAR, size, size * 1.25)


def _verification(canvas: Canvas, face: CertificateFace, words: Words) -> None:
    """The code in a white box that no seal should cover, the typed code beneath, and the register number."""
    x, y = _QR_X - _QUIET, _QR_Y - _QUIET
    side = _QR + 2 * _QUIET
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.rect(x, y, side, side, stroke=1, fill=1)
    draw_qr(canvas, face.token, _QR_X, _QR_Y, _QR, "M")
    middle = x + side / 2
    canvas.setFillColor(SOFT)
    centred(canvas, words.say("documents-do-not-seal"), middle, y + side + 1.2 * mm, MEDIUM, 6)
    centred(canvas, words.say("documents-verification-code"), middle, y - 3.2 * mm, REGULAR, 6.5)
    canvas.setFillColor(INK)
    grouped = " ".join(face.typed_code[i : i + 5] for i in range(0, len(face.typed_code), 5))
    centred(canvas, grouped, middle, y - 6.6 * mm, BOLD, 7.5)
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 9)
    number = words.say("documents-register-number", number=face.number)
    canvas.drawString(20 * mm, 15.5 * mm, printable(number, REGULAR))
