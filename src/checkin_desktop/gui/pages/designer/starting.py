"""What a new design, and each new element, begins as."""

from dataclasses import replace
from enum import StrEnum

from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Element,
    Family,
    Picture,
    PictureSource,
    Template,
    TemplateUse,
    Text,
    Vertical,
    Weight,
)
from checkin_desktop.gui.design.tokens import DOCUMENT_INKS
from checkin_desktop.gui.pages.designer.editing import Rect

CODE_SIDE = 30.0
"""CERTIFICATES.md: read from paper by every phone."""
_TYPED_HEIGHT = 5.0


class PageSize(StrEnum):
    A4_LANDSCAPE = "a4_landscape"
    A4_PORTRAIT = "a4_portrait"
    LETTER_LANDSCAPE = "letter_landscape"
    LETTER_PORTRAIT = "letter_portrait"
    A5_LANDSCAPE = "a5_landscape"
    A6_PORTRAIT = "a6_portrait"
    A6_LANDSCAPE = "a6_landscape"
    FOLD_OVER = "fold_over"
    LANYARD = "lanyard"
    LABEL_62 = "label_62"
    OWN = "own"


SIZES: dict[PageSize, tuple[float, float]] = {
    PageSize.A4_LANDSCAPE: (297.0, 210.0),
    PageSize.A4_PORTRAIT: (210.0, 297.0),
    PageSize.LETTER_LANDSCAPE: (279.4, 215.9),
    PageSize.LETTER_PORTRAIT: (215.9, 279.4),
    PageSize.A5_LANDSCAPE: (210.0, 148.0),
    PageSize.A6_PORTRAIT: (105.0, 148.0),
    PageSize.A6_LANDSCAPE: (148.0, 105.0),
    PageSize.FOLD_OVER: (90.0, 240.0),
    PageSize.LANYARD: (90.0, 120.0),
    PageSize.LABEL_62: (100.0, 62.0),
}


class New(StrEnum):
    """What can be inserted."""

    TEXT = "text"
    CODE = "code"
    PICTURE = "picture"
    LOGOS = "logos"
    PHOTO = "photo"
    BOX = "box"
    LINE = "line"


def size_of(template: Template) -> PageSize:
    wanted = (template.width, template.height)
    return next((name for name, size in SIZES.items() if size == wanted), PageSize.OWN)


def blank(name: str, use: TemplateUse) -> Template:
    size = PageSize.A4_LANDSCAPE if use is TemplateUse.CERTIFICATE else PageSize.LANYARD
    return Template(name, use, *SIZES[size], ())


def new_element(kind: New, page: Template, text: str = "") -> Element:
    """In the page's middle, as large as it usually is; `NEW.PICTURE` needs its image set."""
    width, height = page.width, page.height
    side = min(CODE_SIDE, width / 3, height / 3)
    middle = (width / 2, height / 2)
    wide = min(width * 0.6, 180.0)
    match kind:
        case New.TEXT:
            return Text(middle[0] - wide / 2, middle[1] - 5, wide, 10, text, smallest=6)
        case New.CODE:
            return Code(middle[0] - side / 2, middle[1] - side / 2, side)
        case New.BOX:
            return Box(middle[0] - wide / 4, middle[1] - 10, wide / 2, 20, stroke=DOCUMENT_INKS[1])
        case New.LINE:
            return Box(middle[0] - wide / 4, middle[1], wide / 2, 0, stroke=DOCUMENT_INKS[0])
        case New.LOGOS:
            return Picture(middle[0] - wide / 2, 12, wide, 18, PictureSource.LOGOS)
        case New.PHOTO:
            return Picture(
                middle[0] - side / 2, middle[1] - side / 2, side, side * 4 / 3, PictureSource.PHOTO
            )
        case New.PICTURE:
            return Picture(middle[0] - side / 2, middle[1] - side / 2, side, side)


def name_box(rect: Rect) -> Text:
    """The holder's name in a box that a person drew: as large as it is high, smaller or on two lines if long."""
    two = rect.height > 14
    points = rect.height / (2.6 if two else 1.35) * 72 / 25.4
    size = round(min(max(points, 10.0), 36.0), 1)
    return Text(
        rect.x,
        rect.y,
        rect.width,
        rect.height,
        "{name}",
        family=Family.SERIF,
        weight=Weight.BOLD,
        size=size,
        smallest=min(10.0, size),
        lines=2 if two else 1,
    )


def badge_name_box(rect: Rect) -> Text:
    return replace(name_box(rect), family=Family.SANS)


def code_boxes(rect: Rect, use: TemplateUse) -> tuple[Element, ...]:
    """The QR where a person drew it; beneath it, on a certificate, the code that can be typed."""
    side = round(max(min(rect.width, rect.height), 15.0), 2)
    code = Code(rect.x, rect.y, side)
    if use is TemplateUse.BADGE:
        return (code,)
    around = code.quiet
    typed = Text(
        rect.x - around,
        rect.y + side + around + 0.5,
        side + 2 * around,
        _TYPED_HEIGHT,
        "{typed_code}",
        weight=Weight.SEMIBOLD,
        size=7.5,
        smallest=5.0,
        align=Align.CENTRE,
        vertical=Vertical.TOP,
    )
    return code, typed
