"""Certificates: one A4 landscape page each, signed by hand, verified by the code (never called "firma digital")."""

from collections.abc import Sequence

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
    fit,
    printable,
    wrap,
)
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
from checkin_desktop.domain.people import Category, DocumentKind
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.words import Words
from checkin_desktop.words.dates import days_phrase, long_date

WIDTH, HEIGHT = landscape(A4)
_QR = 30 * mm
_QUIET = 3 * mm
_QR_X = WIDTH - 20 * mm - _QR
_QR_Y = 27 * mm
_TEXT_ROOM = 225 * mm
_AS = {
    Category.SPEAKER: "speaker",
    Category.PANELLIST: "panellist",
    Category.MODERATOR: "moderator",
    Category.ORGANISER: "organiser",
}


def draw_certificates(faces: Sequence[CertificateFace], words: Words) -> bytes:
    """All certificates in one file, a page each; what they share is in the file once.

    Raises PersonFacingError where the font lacks a character of a name.
    """
    title = words.say("documents-certificate-title")
    if len(faces) == 1:
        title = f"{title} {faces[0].number}"
    canvas, out = new_document((WIDTH, HEIGHT), title, words.language)
    canvas.beginForm("frame", 0, 0, WIDTH, HEIGHT)
    _frame(canvas)
    canvas.endForm()
    for face in faces:
        canvas.doForm("frame")
        _certificate(canvas, face, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def body_text(face: CertificateFace, words: Words) -> str:
    """The sentence that the certificate says, composed from the facts (CERTIFICATES.md, Wording in Peru)."""
    s = face.settings
    hours = words.say(f"hours-{s.hour_kind.value}", hours=s.hours) if s.hours else ""
    role = words.say(f"documents-as-{_AS.get(face.role, 'attendee')}")
    parts = [words.say("documents-certificate-body", role=role, event=s.name)]
    days = days_phrase(s.days, words.language)
    if s.city and days:
        key = "documents-certificate-held-one" if len(s.days) == 1 else "documents-certificate-held"
        parts.append(words.say(key, city=s.city, days=days))
    elif days:
        key = "documents-certificate-days-one" if len(s.days) == 1 else "documents-certificate-days"
        parts.append(words.say(key, days=days))
    if hours:
        parts.append(words.say("documents-certificate-hours", hours=hours))
    return ", ".join(parts) + "."


def _frame(canvas: Canvas) -> None:
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(2.2)
    canvas.rect(9 * mm, 9 * mm, WIDTH - 18 * mm, HEIGHT - 18 * mm)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.7)
    canvas.rect(11 * mm, 11 * mm, WIDTH - 22 * mm, HEIGHT - 22 * mm)


def _certificate(canvas: Canvas, face: CertificateFace, words: Words) -> None:
    s, centre = face.settings, WIDTH / 2
    y = HEIGHT - 21 * mm
    canvas.setFillColor(SOFT)
    if s.year_slogan:
        size, lines = fit(f"«{s.year_slogan}»", REGULAR, _TEXT_ROOM, 9, 7)
        y = lines_centred(canvas, lines, centre, y, REGULAR, size, size * 1.3) - 3
    if s.issuers:
        canvas.setFillColor(INK)
        size, lines = fit(" · ".join(s.issuers), SEMIBOLD, _TEXT_ROOM, 13, 8, lines=2)
        y = lines_centred(canvas, lines, centre, y - 4, SEMIBOLD, size, size * 1.3)
        canvas.setFillColor(SOFT)
        key = "documents-certificate-grant" if len(s.issuers) > 1 else "documents-certificate-grants"
        centred(canvas, words.say(key), centre, y - 3, SERIF, 12)
    y = HEIGHT - 62 * mm
    canvas.setFillColor(ACCENT)
    canvas.setFont(SERIF_BOLD, 40)
    heading = words.say("documents-certificate-heading")
    canvas.drawCentredString(centre, y, heading, charSpace=6)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(1.2)
    canvas.line(centre - 30 * mm, y - 5 * mm, centre + 30 * mm, y - 5 * mm)
    canvas.setFillColor(SOFT)
    centred(canvas, words.say("documents-certificate-to"), centre, y - 13 * mm, SERIF, 13)
    canvas.setFillColor(INK)
    size, lines = fit(face.name, SERIF_BOLD, _TEXT_ROOM, 31, 15, lines=2)
    y = lines_centred(canvas, lines, centre, y - 26 * mm, SERIF_BOLD, size, size * 1.15)
    if face.document:
        kind = words.say(f"document-{(face.document_kind or DocumentKind.OTHER).value}")
        canvas.setFillColor(SOFT)
        identified = words.say("documents-certificate-identified", kind=kind, number=face.document)
        centred(canvas, identified, centre, y + 2, SERIF, 12.5)
        y -= 6 * mm
    canvas.setFillColor(INK)
    text = printable(body_text(face, words), SERIF)
    size = 14.0
    while len(wrap(text, SERIF, size, _TEXT_ROOM)) > 4 and size > 9:
        size -= 0.5
    y = lines_centred(
        canvas, wrap(text, SERIF, size, _TEXT_ROOM), centre, y - 2 * mm, SERIF, size, size * 1.5
    )
    place = s.city or s.place
    day = long_date(face.issued_on, words.language)
    dated = words.say("documents-certificate-dated", place=place, day=day) if place else day
    canvas.setFillColor(SOFT)
    centred(canvas, dated, centre, y - 3 * mm, SERIF, 12)
    _signatures(canvas, face)
    _verification(canvas, face, words)


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
