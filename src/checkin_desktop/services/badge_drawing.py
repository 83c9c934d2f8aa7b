"""Badges drawn from the design chosen for each category, and laid on the sheets or labels that are at hand."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Attendee, AttendeeStatus, Category
from checkin_desktop.domain.sheets import CUT_A4, PAPER_MM, SINGLE, SheetLayout, grid_of
from checkin_desktop.domain.template import Box, Code, Picture, PictureSource, Template, TemplateUse, Text
from checkin_desktop.services.badges import badge_logo, face_of
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.documents import BadgeFace, Filled, FrozenPage, Press, Sheet
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.templates import WholeTemplate, template_for, templates, whole_template
from checkin_desktop.words import Words

Fill = Callable[[BadgeFace, EventSettings, Words], Filled]
Join = Callable[[Sequence[bytes]], bytes]
TEST_CODE = "PRUEBA"


@dataclass(frozen=True, slots=True)
class BadgePaper:
    """How badges are printed. `template_id` empty: the design chosen for each category.

    `start`: the first place of a sheet that is free, from 0. `turned`: lying on the side, for labels alone.
    `languages` in which the category is said; none: the words' own.
    """

    template_id: str = ""
    sheet: SheetLayout = CUT_A4
    start: int = 0
    turned: bool = False
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnBadges:
    """Whose they are, one page each; somebody withdrawn meanwhile is not among them."""

    attendee_ids: tuple[str, ...]
    pages: tuple[FrozenPage, ...]


@dataclass(frozen=True, slots=True)
class BadgePress:
    """What drawing needs of `documents`; `title` of the file names nobody."""

    press: Press
    fill: Fill
    join: Join
    words: Words
    title: str = ""

    def people(self, desk: Desk, attendee_ids: Sequence[str], paper: BadgePaper) -> DrawnBadges:
        """In the order asked. Raises PersonFacingError: a letter or a picture that is missing."""
        with desk.store.read() as reads:
            event = reads.event.record().settings
            logo, found = badge_logo(reads), reads.people.attendees(attendee_ids)
            designs = _Designs(reads, paper.template_id)
            faces = [
                (a.id, _face(reads, desk, a, logo, designs.of(a.person.category)))
                for a in (found[i] for i in dict.fromkeys(attendee_ids) if i in found)
                if a.code_id and a.status is AttendeeStatus.ACTIVE
            ]
        pages = tuple(self._page(face, event, designs.of(face.category), paper) for _, face in faces)
        return DrawnBadges(tuple(i for i, _ in faces), pages)

    def blank(self, desk: Desk, faces: Sequence[BadgeFace], paper: BadgePaper) -> tuple[FrozenPage, ...]:
        """For people still to be registered."""
        with desk.store.read() as reads:
            event, design = reads.event.record().settings, _Designs(reads, paper.template_id).of(None)
        return tuple(self._page(face, event, design, paper) for face in faces)

    def test_label(self, width: float, height: float, paper: BadgePaper) -> FrozenPage:
        """A frame a millimetre inside the edge, the measures and a QR: what the label printer must bring out whole."""
        side = max(5.0, min(width, height) * 0.5)
        said = f"{width:g} × {height:g} mm"
        room = max(10.0, width - side - 12)
        template = Template(
            said,
            TemplateUse.BADGE,
            width,
            height,
            (
                Box(1, 1, width - 2, height - 2, stroke="#14213D", line=0.8),
                Text(width - room - 4, 4, room, height - 8, said, size=16, smallest=5, lines=2),
                Code(4, (height - side) / 2, side, quiet=2, framed=False),
            ),
        )
        page = self.press.draw(template, Filled({}, TEST_CODE), {})
        return self.press.turn(page) if paper.turned else page

    def bind(self, pages: Sequence[FrozenPage], paper: BadgePaper) -> bytes:
        """One file. Badges of several sizes that are cut from sheets get sheets of their own."""
        layout, language = paper.sheet, self.words.language
        if layout.paper is None or layout.columns:
            return self.press.bind(pages, self.title, language, sheet_of(layout, pages, paper.start))
        bound, start = [], paper.start
        for _, same in groupby(sorted(pages, key=_size), _size):
            some = list(same)
            bound.append(self.press.bind(some, self.title, language, sheet_of(layout, some, start)))
            start = 0
        return bound[0] if len(bound) == 1 else self.join(bound)

    def _page(
        self, face: BadgeFace, event: EventSettings, design: WholeTemplate, paper: BadgePaper
    ) -> FrozenPage:
        if design.missing:
            raise PersonFacingError("template-image-missing", name=design.stored.template.name)
        spoken = replace(face, languages=paper.languages)
        page = self.press.draw(design.stored.template, self.fill(spoken, event, self.words), design.images)
        return self.press.turn(page) if paper.turned and paper.sheet.paper is None else page


class _Designs:
    """Which design is drawn for whom, each read once."""

    def __init__(self, reads: Reads, template_id: str) -> None:
        self._reads, self._fixed = reads, _known(reads, template_id)
        self._of: dict[Category | None, WholeTemplate] = {}

    def of(self, category: Category | None) -> WholeTemplate:
        if self._fixed is not None:
            return self._fixed
        if category not in self._of:
            found = template_for(self._reads, TemplateUse.BADGE, category.value if category else "")
            if found is None:
                raise PersonFacingError("template-gone")
            self._of[category] = found
        return self._of[category]


def badge_designs(desk: Desk) -> tuple[tuple[str, Template], ...]:
    """(id, design) of all that badges can be drawn from."""
    return tuple((s.id, s.template) for s in templates(desk) if s.template.use is TemplateUse.BADGE)


def one_badge(desk: Desk, press: BadgePress, attendee_id: str, paper: BadgePaper) -> bytes:
    """A file with that one badge; empty where there is none to print."""
    drawn = press.people(desk, [attendee_id], paper)
    return press.bind(drawn.pages, paper) if drawn.pages else b""


def sheets_needed(layout: SheetLayout, sizes: Sequence[tuple[float, float]], start: int) -> int:
    """For badges of these sizes. Raises PersonFacingError where one is too large for the sheet."""
    if layout.paper is None:
        return len(sizes)
    each = {size: grid_of(layout, *size).each for size in set(sizes)}
    if layout.columns:
        places = layout.columns * layout.rows
        return -(-(start % places + len(sizes)) // places) if sizes else 0
    needed = 0
    for size, count in sorted(Counter(sizes).items()):
        needed += -(-(start % each[size] + count) // each[size])
        start = 0
    return needed


def size_for(desk: Desk, paper: BadgePaper, category: Category | None = None) -> tuple[float, float]:
    """Width and height in mm of the badge that would be drawn."""
    with desk.store.read() as reads:
        drawn = _Designs(reads, paper.template_id).of(category).stored.template
    return drawn.width, drawn.height


def sheet_of(layout: SheetLayout, pages: Sequence[FrozenPage], start: int = 0) -> Sheet | None:
    """None: a page each. Raises PersonFacingError where a badge is too large for the sheet."""
    if layout is SINGLE or layout.paper is None or not pages:
        return None
    largest = max(p.width for p in pages), max(p.height for p in pages)
    grid, paper = grid_of(layout, *largest), PAPER_MM[layout.paper]
    if not layout.columns:
        return Sheet(*paper, grid.columns, grid.rows, skipped=start)
    return Sheet(
        *paper,
        grid.columns,
        grid.rows,
        layout.gap[0],
        marks=False,
        gap_down=layout.gap[1],
        left=layout.left,
        top=layout.top,
        cell=layout.label,
        skipped=start,
    )


def _face(reads: Reads, desk: Desk, attendee: Attendee, logo: bytes, design: WholeTemplate) -> BadgeFace:
    face = face_of(attendee, desk.store.secrets, logo)
    if not attendee.person.photo or not _shows_photo(design.stored.template):
        return face
    return replace(face, photo=reads.door.photo(attendee.person.photo))


def _shows_photo(template: Template) -> bool:
    return any(isinstance(e, Picture) and e.source is PictureSource.PHOTO for e in template.elements)


def _known(reads: Reads, template_id: str) -> WholeTemplate | None:
    """None where it was removed since it was chosen on this computer, or belongs to another event."""
    if not template_id:
        return None
    try:
        return whole_template(reads, template_id)
    except PersonFacingError:
        return None


def _size(page: FrozenPage) -> tuple[float, float]:
    return page.width, page.height
