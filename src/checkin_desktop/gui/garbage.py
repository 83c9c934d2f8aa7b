"""Python's cyclic garbage collector, kept on Qt's thread: a widget freed on a lane's thread aborts the program."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_LONGEST_WAIT = 60
"""So often it may be waited for a lane: half a minute."""


def spare() -> None:
    """What was made until now is left out of collections: a list of everybody would hold up the window each time.

    It is freed as ever when nothing refers to it; only cycles that were garbage already stay.
    """
    gc.freeze()


class MainThreadGarbage(QObject):
    """Collects when Python would have, but from a timer of the main thread. One for an application.

    `listing`: a list of everybody is being made, which is left out once it is there; to look through it before would
    hold up the window for nothing.
    """

    def __init__(self, parent: QObject | None = None, listing: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._listing, self._waited = listing, 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collects the oldest generation whose threshold is passed."""
        self._waited = self._waited + 1 if self._listing() else 0
        if 0 < self._waited < _LONGEST_WAIT:
            return
        self._waited = 0
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Back to Python's own way."""
        self._timer.stop()
        gc.enable()
