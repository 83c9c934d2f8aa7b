"""What is printed on badges, certificates and lists: frozen facts, no layout; and the press that prints them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.event import EventSettings, HourKind
from checkin_desktop.domain.people import Category, DocumentKind
from checkin_desktop.domain.register import RangeAudit
from checkin_desktop.domain.template import Placeholder, Template

MAX_IMAGE_BYTES = 300_000
"""A picture that travels in the journal is at most this large."""


@dataclass(frozen=True, slots=True)
class Portraits:
    """`found`: by the file's name without its ending; `unusable`: names of files that are no pictures."""

    found: dict[str, bytes]
    unusable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """One badge. A blank one has a code and the event's logo, and nothing else.

    `role` is said instead of the category's name; that one is said in each of `languages`, none: the words' own.
    """

    code: str
    name: str = ""
    given_names: str = ""
    surnames: str = ""
    organisation: str = ""
    position: str = ""
    region: str = ""
    category: Category | None = None
    logo: bytes = b""
    photo: bytes = b""
    role: str = ""
    languages: tuple[str, ...] = ()
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class CertificateFace:
    """One certificate as it was issued. `token` is the QR's text; `logos` are pictures, PNG or JPEG.

    `kind` None: by the role. `talk` is a speaker's title, `sessions` are names. `hours` None: as the settings say;
    0: none printed. `replaces` is the number of the one revoked for it. `signed`: the file is signed digitally.
    `page`: as it was drawn when it was issued; `reprint`: this copy says that it is a later one. `language`: what it is
    written in ("es", "en", "es-en"), empty: in the words that are at hand.
    """

    name: str
    document_kind: DocumentKind | None
    document: str
    role: Category
    settings: EventSettings
    number: str
    issued_on: date
    token: str
    typed_code: str
    reprint: bool = False
    logos: tuple[bytes, ...] = ()
    kind: CertificateKind | None = None
    talk: str = ""
    sessions: tuple[str, ...] = ()
    hours: int | None = None
    hour_kind: HourKind | None = None
    replaces: str = ""
    honorific: str = ""
    organisation: str = ""
    position: str = ""
    region: str = ""
    signed: bool = False
    page: "FrozenPage | None" = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a template is filled with. `texts` lacks what is empty; `code` is the QR's text.

    `alternative` is what a reader aloud says of the QR, `signatories` are (name, position). `translated`: the same
    texts in a second language, which an element says too where it differs.
    """

    texts: Mapping[Placeholder, str]
    code: str = ""
    category: Category | None = None
    logos: tuple[bytes, ...] = ()
    photo: bytes = b""
    alternative: str = ""
    signatories: tuple[tuple[str, str], ...] = ()
    translated: tuple[Mapping[Placeholder, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenPage:
    """A page as it was drawn, for ever: stored at issue, wrapped into a file whenever it is printed.

    `content` is the deflated content stream with all that stands on the page, fixed words and lines too: a
    template or a program that changes later changes nothing of it. Fonts are named in it by the hash of the font file
    shipped and their glyphs by their numbers there; pictures by the SHA-256 of their bytes, in `images` by hex.
    So to keep a page is to keep `content`, `width`, `height` (mm) and the images of `images`.
    """

    content: bytes
    width: float
    height: float
    images: Mapping[str, bytes] = field(default_factory=dict)


class Place(StrEnum):
    """Where a stamp stands: at the head of the page, or at its foot."""

    HEAD = "head"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper for several pages, in mm: `columns` and `rows` of places, the first at `left` and `top`, None: centred.

    A place is as large as `cell` says, None: as the pages; a page stands in the middle of its place, made smaller where
    it is larger. `gap` is between columns, `gap_down` between rows, None: the same. The first `skipped` places stay
    empty: they are used already. `marks`: where to cut.
    """

    width: float
    height: float
    columns: int
    rows: int
    gap: float = 0.0
    marks: bool = True
    gap_down: float | None = None
    left: float | None = None
    top: float | None = None
    cell: tuple[float, float] | None = None
    skipped: int = 0


class Press(Protocol):
    """Draws pages and binds them into PDFs. Same input, same bytes; every refusal is a PersonFacingError."""

    def draw(self, template: Template, filled: Filled, images: Mapping[str, bytes]) -> FrozenPage:
        """One page. `images` holds those of the template, by name. Refuses a template at fault, a missing image, a
        character that the font lacks.
        """

    def stamp(self, page: FrozenPage, text: str, place: Place) -> FrozenPage:
        """The page with a small line over it ("reimpresión", the footer of a signed copy); what is stored stays."""

    def turn(self, page: FrozenPage) -> FrozenPage:
        """The page lying on its right side: labels that come out of their printer across."""

    def single(self, page: FrozenPage, title: str, language: str) -> bytes:
        """One file, tagged."""

    def archive(self, page: FrozenPage, title: str, language: str) -> bytes:
        """One file to be kept: PDF/A-2b, tagged."""

    def bind(
        self, pages: Sequence[FrozenPage], title: str, language: str, sheet: Sheet | None = None
    ) -> bytes:
        """One file to be printed: a page each, or as many on a sheet as stand on it. What they share is in it once."""


@dataclass(frozen=True, slots=True)
class PilePaper:
    """What is printed of a pile of certificates; `lines`: number, holder, document, who took it."""

    name: str
    lines: tuple[tuple[str, str, str, str], ...]
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class RollLine:
    """One line of the alphabetical paper list. `code`: what its QR says, which ticks the row when it is scanned."""

    sort_name: str
    document: str
    organisation: str
    category: Category
    code: str = ""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One number of the register of certificates; without a kind where no certificate stands behind it.

    `void`: why it came to nothing. `desk`: whose number it is.
    """

    number: str
    name: str
    document: str
    kind: CertificateKind | None
    issued_on: date | None
    revoked: bool
    reason: str
    title: str = ""
    void: str = ""
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """The whole libro: `lines` for the numbers used, `ranges` for those of each desk, the unused ones too."""

    lines: tuple[RegisterLine, ...]
    ranges: tuple[tuple[str, RangeAudit], ...]
