"""Signs in on the writer's lane; a PIN is stretched there, not on the main thread."""

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Operator
from checkin_desktop.gui.page import Context
from checkin_desktop.services.operators import recover, sign_in


class GatePresenter(QObject):
    """`failed` brings the sentence that says why not."""

    signed_in = Signal(object)
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def enter(self, operator: Operator, pin: str) -> None:
        desk = self._context.desk
        self._context.lanes.writer.run(
            lambda: sign_in(desk, operator.id, pin), self.signed_in.emit, self._failed
        )

    def recover(self, operator: Operator, passphrase: str, pin: str) -> None:
        desk = self._context.desk
        self._context.lanes.writer.run(
            lambda: recover(desk, operator.id, passphrase, pin), self.signed_in.emit, self._failed
        )

    def _failed(self, error: PersonFacingError) -> None:
        self.failed.emit(self._context.say(error.sentence, **error.arguments))
