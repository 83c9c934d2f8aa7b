"""Adds, changes and removes operators on the writer's lane."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Operator, Role
from checkin_desktop.gui.page import Context
from checkin_desktop.services.exchange import PassphraseNeeded
from checkin_desktop.services.operators import add, change, guarded, operators, remove


class TeamPresenter(QObject):
    """`team` brings who there is and whether anybody has to sign in. `passphrase_needed`: the first operator waits
    for the event's passphrase, `added` is told it."""

    team = Signal(object, bool)
    passphrase_needed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def load(self) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(
            lambda: (operators(desk), guarded(desk)), lambda found: self.team.emit(*found)
        )

    def add(self, name: str, role: Role, pin: str, passphrase: str = "") -> None:
        desk, by = self._context.desk, self._context.operator_id

        def failed(error: PersonFacingError) -> None:
            if isinstance(error, PassphraseNeeded):
                self.passphrase_needed.emit(lambda chosen: self.add(name, role, pin, chosen))
            else:
                self._tell(error)

        self._context.lanes.writer.run(
            lambda: add(desk, name, role, pin, passphrase, by), lambda _: self._changed(), failed
        )

    def change_role(self, operator: Operator, role: Role) -> None:
        desk, by = self._context.desk, self._context.operator_id
        self._run(lambda: change(desk, operator.id, role=role, operator=by))

    def remove(self, operator: Operator) -> None:
        desk, by = self._context.desk, self._context.operator_id
        self._run(lambda: remove(desk, operator.id, by))

    def _run(self, work: Callable[[], object]) -> None:
        self._context.lanes.writer.run(work, lambda _: self._changed(), self._tell)

    def _changed(self) -> None:
        self.load()
        self._context.session.changed.emit()

    def _tell(self, error: PersonFacingError) -> None:
        self._context.notify(self._context.say(error.sentence, **error.arguments))
        self.load()
