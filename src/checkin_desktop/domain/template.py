"""Templates of certificates and badges: what stands where on the page. Drawn by `documents`, edited in the window.

All places are millimetres from the page's upper left corner to the element's own, sizes of letters points. Elements are
drawn in their order over the background. Images are named by the SHA-256 of their bytes, as hex, as the journal
keeps them. What is `locked` stays in its place in the designer until it is unlocked; it is drawn as any other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

MAX_ELEMENTS = 200
MAX_TEXT = 4_000
PAGE_MM = (10.0, 1200.0)
"""The shortest and the longest side that a page may have."""
LETTERS_PT = (3.0, 300.0)


class TemplateUse(StrEnum):
    CERTIFICATE = "certificate"
    BADGE = "badge"


class Family(StrEnum):
    """The fonts that the program ships."""

    SANS = "sans"
    SERIF = "serif"


class Weight(StrEnum):
    REGULAR = "regular"
    MEDIUM = "medium"
    SEMIBOLD = "semibold"
    BOLD = "bold"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Vertical(StrEnum):
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Fit(StrEnum):
    """How a picture fills its place: whole inside it, or covering it and cut."""

    CONTAIN = "contain"
    COVER = "cover"


class Placeholder(StrEnum):
    """What `{name}` in a text stands for. The first ones are the holder's, then the document's, the event's."""

    NAME = "name"
    GIVEN_NAMES = "given_names"
    SURNAMES = "surnames"
    HONORIFIC = "honorific"
    DOCUMENT = "document"
    IDENTIFIED = "identified"
    ORGANISATION = "organisation"
    POSITION = "position"
    REGION = "region"
    CATEGORY = "category"
    ROLE = "role"
    BODY = "body"
    TALK = "talk"
    SESSIONS = "sessions"
    HOURS = "hours"
    NUMBER = "number"
    REGISTERED = "registered"
    TYPED_CODE = "typed_code"
    REPLACES = "replaces"
    SIGNED_FOOTER = "signed_footer"
    REPRINT = "reprint"
    DO_NOT_SEAL = "do_not_seal"
    VERIFICATION = "verification"
    EVENT = "event"
    DAYS = "days"
    PLACE = "place"
    CITY = "city"
    ISSUERS = "issuers"
    GRANTS = "grants"
    HEADING = "heading"
    TO = "to"
    DATED = "dated"
    YEAR_SLOGAN = "year_slogan"
    CONTACT = "contact"
    SIGNATURES = "signatures"
    BLANK_NAME = "blank_name"
    BLANK_ORGANISATION = "blank_organisation"
    SIGNATORY_1 = "signatory_1"
    SIGNATORY_1_POSITION = "signatory_1_position"
    SIGNATORY_2 = "signatory_2"
    SIGNATORY_2_POSITION = "signatory_2_position"
    SIGNATORY_3 = "signatory_3"
    SIGNATORY_3_POSITION = "signatory_3_position"


class PictureSource(StrEnum):
    """A picture of the template itself, or one that the event or the person brings."""

    IMAGE = "image"
    LOGOS = "logos"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Text:
    """Lines in a box. They shrink to `smallest`, then wrap up to `lines`, and never leave the box.

    An element whose placeholders are all empty is not drawn. `colour` is #RRGGBB, or "category" for its colour.
    `spacing` in points between letters; `leading` as a multiple of the size. `{signatures}` alone is a block: a line
    to sign on, name and position for each signatory, side by side; so are the lines that a blank badge is filled on.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    family: Family = Family.SANS
    weight: Weight = Weight.REGULAR
    size: float = 12.0
    smallest: float = 6.0
    lines: int = 1
    colour: str = "#14213D"
    align: Align = Align.CENTRE
    vertical: Vertical = Vertical.MIDDLE
    spacing: float = 0.0
    leading: float = 1.25
    upper: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """`image` only with `PictureSource.IMAGE`. `align`: where it stands in a place that is wider."""

    x: float
    y: float
    width: float
    height: float
    source: PictureSource = PictureSource.IMAGE
    image: str = ""
    fit: Fit = Fit.CONTAIN
    align: Align = Align.CENTRE
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """The QR in a square of `side`, with `quiet` white around it: a certificate's token, a badge's code."""

    x: float
    y: float
    side: float = 30.0
    quiet: float = 3.0
    framed: bool = True
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, or a line where width or height is 0. Colours as in `Text`; an empty one is not drawn."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    line: float = 0.5
    radius: float = 0.0
    locked: bool = False


Element = Text | Picture | Code | Box


@dataclass(frozen=True, slots=True)
class Template:
    """`background`: an image (PNG, JPEG, one-page PDF) over the whole page. `language` of its fixed words, "" any."""

    name: str
    use: TemplateUse
    width: float
    height: float
    elements: tuple[Element, ...]
    background: str = ""
    language: str = ""

    @property
    def images(self) -> tuple[str, ...]:
        """Every image that it needs, each once."""
        named = (e.image for e in self.elements if isinstance(e, Picture) and e.image)
        return tuple(dict.fromkeys((*((self.background,) if self.background else ()), *named)))


class FaultKind(StrEnum):
    """Why a template can't be used."""

    NO_NAME = "no_name"
    BAD_SIZE = "bad_size"
    TOO_MANY_ELEMENTS = "too_many_elements"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    BAD_COLOUR = "bad_colour"
    BAD_LETTERS = "bad_letters"
    OUTSIDE = "outside"
    BAD_NUMBER = "bad_number"
    NO_IMAGE = "no_image"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """`element`: its place in the order, None for the page itself; `what`: the placeholder or value at fault."""

    kind: FaultKind
    element: int | None = None
    what: str = ""


_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_COLOUR_OF_CATEGORY = "category"


def placeholders_in(text: str) -> tuple[str, ...]:
    """The names in braces, in their order, known or not."""
    return tuple(_PLACEHOLDER.findall(text))


def template_faults(template: Template) -> tuple[TemplateFault, ...]:
    """Everything wrong with it; empty: it can be drawn (but for missing glyphs and images, which drawing refuses)."""
    return tuple(_faults(template))


def _faults(template: Template) -> Iterator[TemplateFault]:
    if not template.name.strip():
        yield TemplateFault(FaultKind.NO_NAME)
    for side in (template.width, template.height):
        if not PAGE_MM[0] <= side <= PAGE_MM[1]:  # false for a NaN too
            yield TemplateFault(FaultKind.BAD_SIZE, what=f"{side}")
    if len(template.elements) > MAX_ELEMENTS:
        yield TemplateFault(FaultKind.TOO_MANY_ELEMENTS)
    for place, element in enumerate(template.elements[:MAX_ELEMENTS]):
        for kind, what in _element_faults(element, template):
            yield TemplateFault(kind, place, what)


def _element_faults(element: Element, template: Template) -> Iterator[tuple[FaultKind, str]]:
    longest = 2 * PAGE_MM[1]
    for field in fields(element):
        value = getattr(element, field.name)
        if isinstance(value, float) and not -longest <= value <= longest:
            yield FaultKind.BAD_NUMBER, field.name
    width = element.side if isinstance(element, Code) else element.width
    height = element.side if isinstance(element, Code) else element.height
    gone = element.x >= template.width or element.y >= template.height
    if gone or (element.x + width <= 0 and width > 0) or (element.y + height <= 0 and height > 0):
        yield FaultKind.OUTSIDE, ""
    match element:
        case Text():
            for name in placeholders_in(element.text):
                if name not in set(Placeholder):
                    yield FaultKind.UNKNOWN_PLACEHOLDER, name
            if len(element.text) > MAX_TEXT:
                yield FaultKind.TOO_LONG, ""
            letters = LETTERS_PT[0] <= element.smallest <= element.size <= LETTERS_PT[1]
            if not letters or not 1 <= element.lines <= 40 or not 0.5 <= element.leading <= 5:
                yield FaultKind.BAD_LETTERS, ""
            if not is_colour(element.colour):
                yield FaultKind.BAD_COLOUR, element.colour
        case Picture():
            if (element.source is PictureSource.IMAGE) != bool(element.image):
                yield FaultKind.NO_IMAGE, ""
        case Code():
            if element.side < 5:
                yield FaultKind.BAD_NUMBER, "side"
        case Box():
            for colour in (element.fill, element.stroke):
                if colour and not is_colour(colour):
                    yield FaultKind.BAD_COLOUR, colour


def is_colour(text: str) -> bool:
    """`#RRGGBB`, or the colour of the holder's category."""
    return text == _COLOUR_OF_CATEGORY or _COLOUR.fullmatch(text) is not None
