"""What a person does, seen before any widget sees it: who uses the desk goes on being signed in, a scanner is heard."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputEvent

from checkin_desktop.gui.gate import Guard
from checkin_desktop.gui.shell.wedge_filter import WedgeFilter


class InputWatch(QObject):
    """The application's one filter: it is asked about every event of every widget, thousands where a page is built,
    and Python is slow at answering."""

    def __init__(self, guard: Guard, wedge: WedgeFilter) -> None:
        super().__init__()
        self._guard, self._wedge = guard, wedge

    def start(self) -> None:
        _application().installEventFilter(self)

    def stop(self) -> None:
        _application().removeEventFilter(self)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """While a page is built and laid out nobody's key is delivered."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputEvent):
            return False
        self._guard.saw(event)
        return self._wedge.eventFilter(watched, event)


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    assert found is not None
    return found
