"""What a guest does at the kiosk: shows a code or types a document, and reads a verdict."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.page import Context
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.views import CheckInResult

_FREE_TRIES, _FIRST_WAIT_S, _LONGEST_WAIT_S = 3, 30, 900


@dataclass(frozen=True, slots=True)
class KioskVerdict:
    """`named`: it was a badge, which says the name anyway, so it may be greeted with; a number says nobody's."""

    result: CheckInResult
    named: bool


class LeavingPin:
    """The PIN chosen when the kiosk of an event without operators was started. `fits` may take its time."""

    def __init__(self, matches: Callable[[str], bool], clock: Callable[[], float] = time.monotonic) -> None:
        self._matches, self._clock = matches, clock
        self._wrong, self._until = 0, 0.0

    @property
    def wait_s(self) -> int:
        return max(0, -int(self._clock() - self._until))

    def fits(self, pin: str) -> bool:
        """Never while one has to wait."""
        if self.wait_s:
            return False
        if self._matches(pin):
            return True
        self._wrong += 1
        if self._wrong >= _FREE_TRIES:
            length = min(_FIRST_WAIT_S << min(self._wrong - _FREE_TRIES, 10), _LONGEST_WAIT_S)
            self._until = self._clock() + length
        return False


class KioskPresenter(QObject):
    """`failed`: nothing could be decided here, the desk helps. `tried`: whether the PIN leaves."""

    decided = Signal(object)
    tried = Signal(bool)
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
            result = check_in(
                desk, code, checkpoint.id, source=source, operator=operator, day_confirmed=confirmed
            )
            known = result.attendee
            named = (
                source is not Source.SEARCH and known is not None and code.strip() != known.person.document
            )
            return KioskVerdict(result, named)

        self._context.lanes.writer.run(decide, self._decided, self._failed)

    def try_pin(self, leaving: LeavingPin, pin: str) -> None:
        self._context.lanes.work.run(lambda: leaving.fits(pin), self.tried.emit)

    def _decided(self, verdict: KioskVerdict) -> None:
        self.decided.emit(verdict)
        self._context.session.changed.emit()

    def _failed(self, _: PersonFacingError) -> None:
        self.failed.emit()
