"""The badges page's verbs: people read, sheets drawn a slice at a time, prints noted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee, AttendeeStatus, plain
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.slices import Ended, Slices
from checkin_desktop.services.badges import (
    badge_faces,
    face_of,
    record_badges_printed,
    reserve_blank_badges,
)
from checkin_desktop.services.desk import settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.ports.documents import BadgeFace

LAYOUTS = (8, 10)
"""Badges a sheet."""
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


class BadgesPresenter(QObject):
    """`previewed` brings the first sheet as a PDF; `working` (done, all) while sheets are drawn, (0, 0) once
    they are; `marked` that the prints were noted."""

    listed = Signal(object)
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

        self._context.lanes.reader.run(work, done)

    def preview(self, people: Sequence[Attendee], per_page: int, blank: bool) -> None:
        """Draws the first sheet of these people, or of blank badges."""
        self._asked_preview += 1
        asked, desk, tools = self._asked_preview, self._context.desk, self._context.tools
        words, first = self._context.language.words, tuple(people[:per_page])

        def work() -> bytes:
            secrets = desk.store.secrets
            faces = [_SAMPLE] * per_page if blank else [face_of(a, secrets) for a in first]
            return tools.draw_badges(faces, settings(desk), words, per_page)

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
        self, attendee_ids: tuple[str, ...], per_page: int, drawn: Callable[[bytes, tuple[str, ...]], object]
    ) -> None:
        """`drawn` gets the PDF and the ids of those who are on it: somebody withdrawn meanwhile is not."""
        desk = self._context.desk

        def faced(faces: tuple[tuple[str, BadgeFace], ...]) -> None:
            ids = tuple(i for i, _ in faces)
            self._draw([f for _, f in faces], per_page, lambda pdf: drawn(pdf, ids))

        self._begin(len(attendee_ids))
        self._context.lanes.reader.run(lambda: badge_faces(desk, attendee_ids), faced, self._failed)

    def draw_blank(self, count: int, per_page: int, drawn: Callable[[bytes], object]) -> None:
        """Reserves so many codes, and draws badges for people still to be registered."""
        desk = self._context.desk
        self._begin(count)
        self._context.lanes.writer.run(
            lambda: reserve_blank_badges(desk, count),
            lambda faces: self._draw(faces, per_page, drawn),
            self._failed,
        )

    def cancel(self) -> None:
        """Draws no further sheet."""
        self._slices.stop()

    def mark_printed(self, attendee_ids: tuple[str, ...]) -> None:
        """A few at a time: check-ins on the same lane go in between."""
        desk = self._context.desk

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
            lambda part: record_badges_printed(desk, part),
            ended,
        )

    def _begin(self, count: int) -> None:
        self._making = True
        self.working.emit(0, count)

    def _draw(self, faces: Sequence[BadgeFace], per_page: int, drawn: Callable[[bytes], object]) -> None:
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        lane = self._context.lanes.work

        def done(pdf: bytes) -> None:
            self._end()
            drawn(pdf)

        def ended(outcome: Ended[bytes]) -> None:
            if outcome.complete and outcome.answers:
                lane.run(lambda: tools.join_pdfs(outcome.answers), done, self._failed)
            elif outcome.error:
                self._failed(outcome.error)
            else:
                self._end()

        self._slices.run(
            lane,
            faces,
            _DRAWN_AT_ONCE,
            lambda part: tools.draw_badges(list(part), settings(desk), words, per_page),
            ended,
        )

    def _failed(self, error: PersonFacingError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._making = False
        self.working.emit(0, 0)
