"""Work that a person starts with a button: one at a time, and the button comes back whatever happens."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.lanes import Lane

T = TypeVar("T")


class OneAtATime(QObject):
    """`working` says True when work begins and False when it has ended, before its answer is handed on."""

    working = Signal(bool)
    _ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._running = False
        self._ended.connect(self._end)

    @property
    def running(self) -> bool:
        return self._running

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[PersonFacingError], object] | None = None,
    ) -> None:
        """As `Lane.run`; does nothing while something is under way."""
        if self._running:
            return
        self._number += 1
        self._running, number, ended = True, self._number, self._ended
        self.working.emit(True)

        def guarded() -> T:
            try:
                return work()
            finally:
                ended.emit(number)

        def finished(answer: T) -> None:
            self._end(number)
            done(answer)

        def refused(error: PersonFacingError) -> None:
            self._end(number)
            if failed is not None:
                failed(error)

        lane.run(guarded, finished, refused if failed is not None else None)

    def _end(self, number: int) -> None:
        """Comes twice for work that ended well, once for work that crashed."""
        if self._running and number == self._number:
            self._running = False
            self.working.emit(False)
