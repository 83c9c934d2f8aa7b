"""Registering a walk-in and correcting somebody: what is looked up while one types, and the saving."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee, Person
from checkin_desktop.gui.page import Context
from checkin_desktop.services.badges import assign_badge, check_blank_badge
from checkin_desktop.services.find_attendee import with_document
from checkin_desktop.services.organisations import organisations
from checkin_desktop.services.register_walk_in import correct, register
from checkin_desktop.services.substitutes import represent
from checkin_desktop.services.views import OrganisationLine


@dataclass(frozen=True, slots=True)
class Saved:
    """`badge_problem`: the person is saved, but the blank badge could not be given."""

    attendee: Attendee
    new: bool
    badge_problem: PersonFacingError | None


class FormPresenter(QObject):
    """`owner_found` brings whose the typed document number is already (Attendee or None)."""

    organisations_found = Signal(object)
    owner_found = Signal(object)
    badge_checked = Signal(str, object)
    saved = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._documents = 0
        self._badges = 0

    def look_up_organisations(self) -> None:
        desk = self._context.desk

        def found(answer: tuple[OrganisationLine, ...]) -> None:
            self.organisations_found.emit(answer)

        self._context.lanes.reader.run(lambda: organisations(desk), found)

    def look_up_document(self, document: str, own_id: str = "") -> None:
        """Is the number somebody else's? The last one typed is answered."""
        self._documents += 1
        asked, desk = self._documents, self._context.desk

        def done(people: tuple[Attendee, ...]) -> None:
            if asked == self._documents:
                self.owner_found.emit(next((a for a in people if a.id != own_id), None))

        self._context.lanes.reader.run(lambda: with_document(desk, document), done)

    def check_badge(self, code: str, attendee_id: str = "") -> None:
        """`badge_checked` brings the code and what is wrong with it, None if it can be given."""
        self._badges += 1
        asked, desk = self._badges, self._context.desk

        def work() -> PersonFacingError | None:
            try:
                check_blank_badge(desk, code, attendee_id)
            except PersonFacingError as error:
                return error
            return None

        def done(problem: PersonFacingError | None) -> None:
            if asked == self._badges:
                self.badge_checked.emit(code, problem)

        self._context.lanes.reader.run(work, done)

    def save(
        self, person: Person, badge_code: str, attendee_id: str = "", instead_of: Attendee | None = None
    ) -> None:
        """Registers, or corrects whoever `attendee_id` is; then gives the blank badge, if one was scanned, and
        notes in whose place the person came."""
        desk, operator = self._context.desk, self._context.operator_id

        def work() -> Saved:
            if attendee_id:
                found = correct(desk, attendee_id, person, operator)
            else:
                found = register(desk, person, operator)
            if instead_of is not None:
                represent(desk, found.id, instead_of.id, operator)
            problem = None
            if badge_code:
                try:
                    assign_badge(desk, badge_code, found.id, operator)
                except PersonFacingError as error:
                    problem = error
            return Saved(found, not attendee_id, problem)

        def done(answer: Saved) -> None:
            self.saved.emit(answer)
            self._context.session.changed.emit()

        self._context.lanes.writer.run(work, done, self.refused.emit)
