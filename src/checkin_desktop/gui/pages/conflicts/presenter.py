"""Settles cases and takes decisions back, beside the window."""

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.merge import Choice
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.conflicts.cases import Corrected, side_text
from checkin_desktop.services.register_walk_in import correct
from checkin_desktop.services.settle_conflict import OtherAccount, conflicts, reopen, settle
from checkin_desktop.services.views import ConflictLine

Cases = tuple[ConflictLine, ...]


class ConflictsPresenter(QObject):
    """`loaded` carries all cases, open and settled; `corrected` what was chosen here between two corrections."""

    loaded = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.corrected: list[Corrected] = []

    def load(self) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: conflicts(desk, open_only=False), self.loaded.emit)

    def settle(self, case: ConflictLine, choice: Choice) -> None:
        context, operator = self._context, self._context.operator_id

        def done(other: OtherAccount | None) -> None:
            if other is not None and case.attendee is not None:
                kept = case.sides[0 if choice is Choice.KEEP_FIRST else 1]
                said = side_text(context.language, case, kept)
                self.corrected.insert(0, Corrected(case.attendee.name, said, other))
            self._tell("conflicts-settled-now")

        context.lanes.writer.run(lambda: settle(context.desk, case.id, choice, operator), done, self._failed)

    def reopen(self, conflict_id: str) -> None:
        context, operator = self._context, self._context.operator_id
        context.lanes.writer.run(
            lambda: reopen(context.desk, conflict_id, operator),
            lambda _: self._tell("conflicts-reopened"),
            self._failed,
        )

    def take_other(self, one: Corrected) -> None:
        """The other of two corrections after all."""
        context, operator, other = self._context, self._context.operator_id, one.other

        def done(_: object) -> None:
            self.corrected.remove(one)
            self._tell("conflicts-other-now")

        context.lanes.writer.run(
            lambda: correct(context.desk, other.attendee_id, other.person, operator=operator),
            done,
            self._failed,
        )

    def _tell(self, sentence: str) -> None:
        self._context.notify(self._context.say(sentence))
        self._context.session.changed.emit()

    def _failed(self, error: PersonFacingError) -> None:
        self._context.notify(self._context.say(error.sentence, **error.arguments))
        self.load()
