"""Badge sheets with the designs that are shipped: A4, eight or ten up, with cut marks."""

from collections.abc import Sequence

from checkin_desktop.documents.imposing import sheet_corner
from checkin_desktop.documents.ink import MM
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import badge_texts
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.services.ports.documents import BadgeFace, Sheet
from checkin_desktop.services.shipped_templates import ShippedTemplate, shipped_templates
from checkin_desktop.words import Words

_DESIGNS = {8: ("shipped-credencial", 4), 10: ("shipped-credencial-10", 5)}
"""Badges a page → design, rows."""
LAYOUTS = {8: (2, 4, 95 * MM, 68 * MM), 10: (2, 5, 95 * MM, 55 * MM)}
"""Badges a page → columns, rows, width, height in points."""


def draw_badges(faces: Sequence[BadgeFace], event: EventSettings, words: Words, per_page: int = 8) -> bytes:
    """The badges as a PDF. Raises PersonFacingError where the font lacks a character of somebody's name."""
    design, press = _design(per_page), PdfPress()
    drawn = [press.draw(design.template, badge_texts(face, event, words), design.images) for face in faces]
    return press.bind(
        drawn, words.say("documents-badges-title", event=event.name), words.language, _sheet(per_page)
    )


def corner(place: int, per_page: int = 8) -> tuple[float, float]:
    """The lower left corner of a page's badge 0, 1, 2 …, in points from the page's own."""
    template, sheet = _design(per_page).template, _sheet(per_page)
    x, y = sheet_corner(sheet, template.width, template.height, place)
    return x * MM, (sheet.height - y - template.height) * MM


def _design(per_page: int) -> ShippedTemplate:
    return shipped_templates()[_DESIGNS[per_page][0]]


def _sheet(per_page: int) -> Sheet:
    return Sheet(210, 297, 2, _DESIGNS[per_page][1])
