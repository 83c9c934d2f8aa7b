"""What a guest does at the kiosk: shows a code or types a document, and reads a verdict."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.gui.page import Context
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import Desk, clock_says
from checkin_desktop.services.kiosk import leave_kiosk, leave_kiosk_by_passphrase
from checkin_desktop.services.views import CheckInResult


@dataclass(frozen=True, slots=True)
class KioskVerdict:
    """`named`: it was a badge, which says the name anyway, so it may be greeted with; a number says nobody's."""

    result: CheckInResult
    named: bool


class KioskPresenter(QObject):
    """`failed`: nothing could be decided here, the desk helps. `left`: the PIN or the event's
    passphrase fitted; `refused` says why it didn't."""

    decided = Signal(object)
    left = Signal()
    refused = Signal(object)
    failed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def scan(self, code: str, source: Source) -> None:
        session, desk = self._context.session, self._context.desk
        checkpoint, confirmed, operator = session.checkpoint, session.day_confirmed, self._context.operator_id
        if checkpoint is None or not code.strip():
            self.failed.emit()
            return

        def decide() -> KioskVerdict:
            here = checkpoint.id if confirmed else _of_today(desk, checkpoint)
            result = check_in(desk, code, here, source=source, operator=operator, day_confirmed=confirmed)
            known = result.attendee
            named = (
                source is not Source.SEARCH and known is not None and code.strip() != known.person.document
            )
            return KioskVerdict(result, named)

        self._context.lanes.writer.run(decide, self._decided, self._failed)

    def try_pin(self, pin: str) -> None:
        desk = self._context.desk
        self._context.lanes.writer.run(
            lambda: leave_kiosk(desk, pin), lambda _: self.left.emit(), self.refused.emit
        )

    def try_passphrase(self, passphrase: str) -> None:
        desk = self._context.desk
        self._context.lanes.writer.run(
            lambda: leave_kiosk_by_passphrase(desk, passphrase), lambda _: self.left.emit(), self.refused.emit
        )

    def _decided(self, verdict: KioskVerdict) -> None:
        session, used = self._context.session, verdict.result.checkpoint
        if session.checkpoint is not None and used.id != session.checkpoint.id:
            session.choose(used, day_confirmed=False)
        self.decided.emit(verdict)
        self._context.session.changed.emit()

    def _failed(self, _: PersonFacingError) -> None:
        self.failed.emit()


def _of_today(desk: Desk, checkpoint: Checkpoint) -> str:
    """Left on overnight it serves the new day's entrance: no guest can say which day it is."""
    says = clock_says(desk, checkpoint.id) if checkpoint.kind is CheckpointKind.DAY else None
    return says.proposed.id if says and says.proposed and not says.on_its_day else checkpoint.id
