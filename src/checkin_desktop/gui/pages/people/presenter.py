"""The roster: searched as one types, filtered, and what is done about one person of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.people import Attendee, AttendeeStatus, Category
from checkin_desktop.gui.badge_printing import badge_paper, badge_press
from checkin_desktop.gui.page import Context
from checkin_desktop.services.badge_drawing import one_badge
from checkin_desktop.services.badges import record_badges_printed, revoke_badge
from checkin_desktop.services.belongings import Belongings, belongings_of
from checkin_desktop.services.find_attendee import card, roster, search
from checkin_desktop.services.link_code import unlink_code
from checkin_desktop.services.photos import Attached, attach_photo, attach_portraits, photo
from checkin_desktop.services.ports.documents import Portraits
from checkin_desktop.services.questions import answer
from checkin_desktop.services.register_walk_in import reinstate, withdraw
from checkin_desktop.services.substitutes import no_longer_represents
from checkin_desktop.services.views import AttendeeCard, AttendeeLine

MOST_FOUND = 300


class Standing(StrEnum):
    """Which people of the roster are shown; arrivals are those of the checkpoint chosen at the top."""

    EVERYBODY = "everybody"
    NOT_ARRIVED = "not_arrived"
    ARRIVED = "arrived"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Question:
    typed: str = ""
    category: Category | None = None
    standing: Standing = Standing.EVERYBODY


@dataclass(frozen=True, slots=True)
class Roster:
    """The answer to a question. `more`: so many fit the search that only the best are here."""

    question: Question
    lines: tuple[AttendeeLine, ...]
    arrived: int
    more: bool


class PeoplePresenter(QObject):
    """Searches on the reader lane, reads everybody on that of the lists; what was typed last wins."""

    roster_changed = Signal(object)
    card_changed = Signal(object)
    belongings_found = Signal(object)
    badge_drawn = Signal(object, bytes)
    photo_found = Signal(str, bytes)
    photos_attached = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._question = Question()
        self._asked = 0
        self._chosen = ""

    @property
    def question(self) -> Question:
        return self._question

    @property
    def chosen(self) -> str:
        """The id of the person whose card is shown, "" if none."""
        return self._chosen

    def ask(self, question: Question) -> None:
        self._question = question
        self.reload()

    def reload(self) -> None:
        self._asked += 1
        asked, question, desk = self._asked, self._question, self._context.desk
        checkpoint = self._context.session.checkpoint
        checkpoint_id = checkpoint.id if checkpoint else None

        def work() -> Roster | None:
            if asked != self._asked:
                return None
            if question.typed:
                found = search(desk, question.typed, checkpoint_id, MOST_FOUND)
            else:
                found = roster(desk, checkpoint_id)
            lines = tuple(line for line in found if _fits(line, question))
            arrived = sum(line.admitted_at is not None for line in lines)
            return Roster(question, lines, arrived, bool(question.typed) and len(found) >= MOST_FOUND)

        def done(answer: Roster | None) -> None:
            if answer is not None and asked == self._asked:
                self.roster_changed.emit(answer)

        lanes = self._context.lanes
        (lanes.reader if question.typed else lanes.lists).run(work, done)

    def choose(self, attendee_id: str) -> None:
        """Whose card is shown; "" shows none."""
        self._chosen = attendee_id
        if not attendee_id:
            self.card_changed.emit(None)
            self.belongings_found.emit(None)
            return
        desk = self._context.desk

        def done(found: AttendeeCard | None) -> None:
            if self._chosen == attendee_id:
                self.card_changed.emit(found)

        def more(found: Belongings | None) -> None:
            if self._chosen == attendee_id:
                self.belongings_found.emit(found)

        self._context.lanes.reader.run(lambda: card(desk, attendee_id), done)
        self._context.lanes.reader.run(lambda: belongings_of(desk, attendee_id), more)

    def refresh(self) -> None:
        self.reload()
        if self._chosen:
            self.choose(self._chosen)

    def look_for_photo(self, attendee: Attendee) -> None:
        """`photo_found` brings (attendee id, picture)."""
        desk, name = self._context.desk, attendee.person.photo
        if name:
            self._context.lanes.reader.run(
                lambda: photo(desk, name), lambda content: self.photo_found.emit(attendee.id, content)
            )

    def attach_photo(self, attendee_id: str, path: Path | None) -> None:
        """The picture in that file, scaled; None takes it off."""
        context = self._context
        desk, tools, operator = context.desk, context.tools, context.operator_id

        def prepared(content: bytes) -> None:
            self._write(
                lambda: attach_photo(desk, attendee_id, content, operator),
                "people-photo-kept" if content else "people-photo-gone",
            )

        context.lanes.work.run(lambda: tools.prepare_portrait(path) if path else b"", prepared)

    def attach_many(self, path: Path) -> None:
        """A folder or zip of pictures named by document number or own code; `photos_attached` brings the outcome."""
        context = self._context
        desk, tools, operator = context.desk, context.tools, context.operator_id

        def done(attached: Attached) -> None:
            self.photos_attached.emit(attached)
            context.session.changed.emit()

        def read(portraits: Portraits) -> None:
            context.lanes.writer.run(lambda: attach_portraits(desk, portraits.found, operator), done)

        context.notify(context.say("people-photos-reading"))
        context.lanes.work.run(lambda: tools.read_portraits(path), read)

    def unlink_code(self, entry: str, reason: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._write(lambda: unlink_code(desk, entry, operator, reason), "people-code-gone")

    def part(self, substitute_id: str, represented_id: str) -> None:
        """Nobody came in anybody's place."""
        desk, operator = self._context.desk, self._context.operator_id
        self._write(
            lambda: no_longer_represents(desk, substitute_id, represented_id, operator),
            "people-representation-gone",
        )

    def answer(self, attendee_id: str, question_id: str, text: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._write(lambda: answer(desk, attendee_id, {question_id: text}, operator), "desk-answers-kept")

    def revoke_badge(self, attendee_id: str) -> None:
        """Lost or stolen."""
        self._write(lambda: revoke_badge(self._context.desk, attendee_id), "people-badge-revoked")

    def withdraw(self, attendee_id: str) -> None:
        self._write(lambda: withdraw(self._context.desk, attendee_id), "people-withdrawn-done")

    def reinstate(self, attendee_id: str) -> None:
        self._write(lambda: reinstate(self._context.desk, attendee_id), "people-reinstated-done")

    def draw_badge(self, shown: AttendeeCard) -> None:
        """`badge_drawn` brings the PDF of this one badge, alone on its sheet."""
        desk, press, paper = self._context.desk, badge_press(self._context), badge_paper(self._context)

        def work() -> bytes:
            return one_badge(desk, press, shown.attendee.id, paper)

        self._context.lanes.work.run(work, lambda pdf: self.badge_drawn.emit(shown, pdf))

    def badge_delivered(self, attendee_id: str, printer: str) -> None:
        """Printed, or saved to be printed elsewhere (`printer` empty)."""
        desk, operator = self._context.desk, self._context.operator_id
        self._write(lambda: record_badges_printed(desk, [attendee_id], operator, printer), "")

    def _write(self, work: Callable[[], object], said: str) -> None:
        def done(_: object) -> None:
            if said:
                self._context.notify(self._context.say(said))
            self._context.session.changed.emit()

        self._context.lanes.writer.run(work, done)


def _fits(line: AttendeeLine, question: Question) -> bool:
    if question.category is not None and line.attendee.person.category is not question.category:
        return False
    withdrawn = line.attendee.status is AttendeeStatus.WITHDRAWN
    match question.standing:
        case Standing.NOT_ARRIVED:
            return line.admitted_at is None and not withdrawn
        case Standing.ARRIVED:
            return line.admitted_at is not None
        case Standing.WITHDRAWN:
            return withdrawn
        case Standing.EVERYBODY:
            return True
