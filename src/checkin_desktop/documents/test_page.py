"""A page that shows whether a printer prints: letters with accents, lines to the edge, a QR."""

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from checkin_desktop.documents.fonts import BOLD, REGULAR
from checkin_desktop.documents.page import INK, RULE, SOFT, new_document
from checkin_desktop.documents.qr import qr_pixels
from checkin_desktop.words import Words

_EDGE, _SIDE = 10 * mm, 40 * mm


def draw_test_page(words: Words) -> bytes:
    """Names nobody, and nothing of an event."""
    say = words.say
    canvas, out = new_document(A4, say("documents-test-title"), words.language)
    canvas.setStrokeColor(RULE)
    canvas.rect(_EDGE, _EDGE, A4[0] - 2 * _EDGE, A4[1] - 2 * _EDGE)
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 24)
    canvas.drawString(20 * mm, A4[1] - 35 * mm, say("documents-test-title"))
    canvas.setFont(REGULAR, 12)
    canvas.drawString(20 * mm, A4[1] - 46 * mm, "ÁÉÍÓÚÜÑ áéíóúüñ ¿? ¡! 0123456789")
    canvas.setFillColor(SOFT)
    canvas.drawString(20 * mm, A4[1] - 56 * mm, say("documents-test-frame"))
    side, _, rgb = qr_pixels("CHECKIN-DESKTOP")
    dot = _SIDE / side
    canvas.setFillColor(INK)
    for y in range(side):
        for x in range(side):
            if rgb[(y * side + x) * 3] < 128:
                canvas.rect(20 * mm + x * dot, A4[1] - 70 * mm - (y + 1) * dot, dot, dot, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
