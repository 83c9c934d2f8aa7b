"""The badges page's verbs: people read, sheets drawn a slice at a time, prints noted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee, AttendeeStatus, Category, plain
from checkin_desktop.domain.sheets import grid_of
from checkin_desktop.domain.template import Template
from checkin_desktop.gui.badge_printing import badge_press
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.slices import Ended, Slices
from checkin_desktop.services.badge_drawing import BadgePaper, DrawnBadges, badge_designs, size_for
from checkin_desktop.services.badges import record_badges_printed, reserve_blank_badges
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.ports.documents import BadgeFace, FrozenPage

_Whom = TypeVar("_Whom")
_DRAWN_AT_ONCE = 40
_MARKED_AT_ONCE = 100
_SAMPLE = BadgeFace("0" * 32)
"""A blank one for the preview; the codes of real ones are reserved when they are made."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who gets a badge, and the words by which they are found."""

    attendee: Attendee
    words: str

    @property
    def printed(self) -> bool:
        return self.attendee.badge_prints > 0


@dataclass(frozen=True, slots=True)
class Designs:
    """(id, design) of all that there are, and how large the one chosen for each category is, None: blank ones. mm."""

    known: tuple[tuple[str, Template], ...] = ()
    sizes: tuple[tuple[Category | None, tuple[float, float]], ...] = ()

    def size(self, design: str, category: Category | None) -> tuple[float, float]:
        """Of the badge that is drawn: `design` empty or gone, the category's own."""
        drawn = dict(self.known).get(design)
        if drawn is not None:
            return drawn.width, drawn.height
        return dict(self.sizes).get(category, (95.0, 68.0))


class BadgesPresenter(QObject):
    """`designed` brings the Designs, `previewed` the first sheet as a PDF; `working` (done, all) while sheets are
    drawn, (0, 0) once they are; `marked` that the prints were noted."""

    listed = Signal(object)
    designed = Signal(object)
    previewed = Signal(bytes)
    failed = Signal(object)
    working = Signal(int, int)
    marked = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = self._asked_preview = 0
        self._slices, self._marking = Slices(self), Slices(self)
        self._slices.progressed.connect(self.working)
        self._making = False

    @property
    def busy(self) -> bool:
        """Sheets are being drawn."""
        return self._making

    def refresh(self) -> None:
        self._asked += 1
        asked, desk = self._asked, self._context.desk

        def done(found: tuple[Holder, ...]) -> None:
            if asked == self._asked:
                self.listed.emit(found)

        def work() -> tuple[Holder, ...]:
            people = (line.attendee for line in roster(desk))
            return tuple(
                Holder(a, plain(f"{a.name} {a.person.document} {a.person.organisation}"))
                for a in people
                if a.status is AttendeeStatus.ACTIVE and a.code_id
            )

        def designs() -> Designs:
            sizes = ((c, size_for(desk, BadgePaper(), c)) for c in (None, *Category))
            return Designs(badge_designs(desk), tuple(sizes))

        self._context.lanes.reader.run(designs, self.designed.emit, self.failed.emit)
        self._context.lanes.lists.run(work, done)

    def preview(self, people: Sequence[Attendee], paper: BadgePaper, blank: bool) -> None:
        """Draws the first sheet of these people, or of blank badges."""
        self._asked_preview += 1
        asked, desk, press = self._asked_preview, self._context.desk, badge_press(self._context)
        ids = [a.id for a in people]

        def work() -> bytes:
            size = size_for(desk, paper, None if blank else people[0].person.category)
            each = grid_of(paper.sheet, *size).each
            if blank:
                return press.bind(press.blank(desk, [_SAMPLE] * each, paper), paper)
            pages = press.people(desk, ids[:each], paper).pages
            return press.bind(pages, paper) if pages else b""

        def done(pdf: bytes) -> None:
            if asked == self._asked_preview:
                self.previewed.emit(pdf)

        def failed(error: PersonFacingError) -> None:
            if asked == self._asked_preview:
                self.failed.emit(error)

        self._context.lanes.work.run(work, done, failed)

    def forget_preview(self) -> None:
        self._asked_preview += 1

    def draw(
        self,
        attendee_ids: tuple[str, ...],
        paper: BadgePaper,
        drawn: Callable[[bytes, tuple[str, ...]], object],
    ) -> None:
        """`drawn` gets the PDF and the ids of those who are on it: somebody withdrawn meanwhile is not."""
        desk, press = self._context.desk, badge_press(self._context)
        self._begin(len(attendee_ids))
        self._draw(attendee_ids, paper, lambda part: press.people(desk, part, paper), drawn)

    def draw_blank(self, count: int, paper: BadgePaper, drawn: Callable[[bytes], object]) -> None:
        """Reserves so many codes, and draws badges for people still to be registered."""
        desk, press, operator = self._context.desk, badge_press(self._context), self._context.operator_id

        def reserve() -> tuple[BadgeFace, ...]:
            grid_of(paper.sheet, *size_for(desk, paper))
            return reserve_blank_badges(desk, count, operator)

        def reserved(faces: tuple[BadgeFace, ...]) -> None:
            self._draw(
                faces,
                paper,
                lambda part: DrawnBadges((), press.blank(desk, part, paper)),
                lambda pdf, _: drawn(pdf),
            )

        self._begin(count)
        self._context.lanes.writer.run(reserve, reserved, self._failed)

    def test_label(
        self, paper: BadgePaper, size: tuple[float, float], drawn: Callable[[bytes], object]
    ) -> None:
        """One label with a frame and its measures, to see whether the printer brings it out whole."""
        press = badge_press(self._context)
        self._context.lanes.work.run(
            lambda: press.bind([press.test_label(*size, paper)], paper), drawn, self.failed.emit
        )

    def cancel(self) -> None:
        """Draws no further sheet."""
        self._slices.stop()

    def mark_printed(self, attendee_ids: tuple[str, ...], printer: str) -> None:
        """A few at a time: check-ins on the same lane go in between."""
        desk, operator = self._context.desk, self._context.operator_id

        def ended(outcome: Ended[None]) -> None:
            self._context.session.changed.emit()
            if outcome.error:
                self.failed.emit(outcome.error)
            else:
                self.marked.emit(len(attendee_ids))

        self._marking.run(
            self._context.lanes.writer,
            attendee_ids,
            _MARKED_AT_ONCE,
            lambda part: record_badges_printed(desk, part, operator, printer),
            ended,
        )

    def _begin(self, count: int) -> None:
        self._making = True
        self.working.emit(0, count)

    def _draw(
        self,
        whom: Sequence[_Whom],
        paper: BadgePaper,
        draw: Callable[[Sequence[_Whom]], DrawnBadges],
        drawn: Callable[[bytes, tuple[str, ...]], object],
    ) -> None:
        lane, press = self._context.lanes.work, badge_press(self._context)

        def ended(outcome: Ended[DrawnBadges]) -> None:
            pages: list[FrozenPage] = [page for part in outcome.answers for page in part.pages]
            ids = tuple(i for part in outcome.answers for i in part.attendee_ids)

            def done(pdf: bytes) -> None:
                self._end()
                drawn(pdf, ids)

            if outcome.complete and pages:
                lane.run(lambda: press.bind(pages, paper), done, self._failed)
            elif outcome.error:
                self._failed(outcome.error)
            else:
                self._end()

        self._slices.run(lane, whom, _DRAWN_AT_ONCE, draw, ended)

    def _failed(self, error: PersonFacingError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._making = False
        self.working.emit(0, 0)
