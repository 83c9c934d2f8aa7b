"""What can be undone on a tab of the organiser's page: its last changes, the newest first."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.page import Context
from checkin_desktop.services.taking_back import Reversal, reversal, stated, take_back

_MOST = 50


class History(QObject):
    """`changed`: what `newest` says may be another one. Kept while the event is open at this desk."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._steps: list[tuple[str, Reversal]] = []

    @property
    def newest(self) -> str:
        """What undoing takes back, in words; empty if nothing."""
        return self._steps[-1][0] if self._steps else ""

    def write(
        self,
        work: Callable[[], object],
        said: str,
        what: str,
        only: Collection[str] = (),
    ) -> None:
        """Does it beside the window and notes how to take it back. `said`: the sentence then shown, if any; `what`:
        the change in words; `only`: the ids that it is about, empty if any."""
        context, desk = self._context, self._context.desk

        def run() -> Reversal:
            before = stated(desk)
            work()
            return reversal(before, stated(desk), only)

        def done(found: Reversal) -> None:
            if found:
                self._steps = [*self._steps[1 - _MOST :], (what, found)]
                self.changed.emit()
            if said:
                context.notify(context.say(said))
            context.session.changed.emit()

        context.lanes.writer.run(run, done, self._refused)

    def take_back(self) -> None:
        if not self._steps:
            return
        what, newest = self._steps.pop()
        context, operator = self._context, self._context.operator_id
        desk = context.desk

        def done(_: object) -> None:
            context.notify(context.say("event-undone", what=what))
            context.session.changed.emit()

        def failed(error: PersonFacingError) -> None:
            """It can be tried again."""
            self._steps.append((what, newest))
            self.changed.emit()
            self._refused(error)

        self.changed.emit()
        context.lanes.writer.run(lambda: take_back(desk, newest, operator), done, failed)

    def _refused(self, error: PersonFacingError) -> None:
        self.failed.emit(self._context.say(error.sentence, **error.arguments))
