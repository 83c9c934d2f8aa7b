"""Python's cyclic garbage collector, kept on Qt's thread: a widget freed on a lane's thread aborts the program."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


def spare() -> None:
    """What was made until now is left out of collections: a list of everybody would hold up the window each time.

    It is freed as ever when nothing refers to it; only cycles that were garbage already stay.
    """
    gc.freeze()


class MainThreadGarbage(QObject):
    """Collects when Python would have, but from a timer of the main thread. One for an application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collects the oldest generation whose threshold is passed."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Back to Python's own way."""
        self._timer.stop()
        gc.enable()
