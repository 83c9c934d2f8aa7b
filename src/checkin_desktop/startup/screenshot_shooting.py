"""Takes a picture of the window as it stands, or with what is open over it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from checkin_desktop.gui.camera import FeedState, FeedStatus
from checkin_desktop.gui.design.tokens import SHADE
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.shell import MainWindow
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.startup.desk import EventHolder, build_window
from checkin_desktop.words import load_words

Size = tuple[int, int]
USUAL: Size = (1366, 768)
_CALM_MS, _STEP_MS, _LONGEST_MS = 80, 10, 30_000


class Shooting:
    """One window that looks as `look` says. `film`: a folder for what its camera sees."""

    def __init__(self, out: Path, look: Preferences, film: Path, size: Size = USUAL) -> None:
        self._out, self._look, self.film, self.size = out, look, film, size
        self.words = load_words(look.language)
        self.window: MainWindow = build_window(EventHolder(), look, lambda _: None)
        self.window.show_welcome()
        self.window.resize(*size)
        self.window.show()
        self.taken = 0

    @property
    def view(self) -> EventView:
        view = self.window.event_view
        if view is None:
            raise RuntimeError("no event is open")
        return view

    def open(self, event: Path) -> None:
        self.window.open_path(event)
        self.settle()

    def look_at(self, picture: Path) -> None:
        """The camera sees this, as if it were one."""
        feed = self.view.context.camera
        feed.start(str(picture))
        self._wait(lambda: feed.current.state is FeedState.ENDED)
        feed.current = FeedStatus(FeedState.LIVE, self.words.say("demo-camera"))
        feed.status.emit(feed.current)

    def take(self, name: str) -> None:
        """The window as it stands."""
        self.settle()
        self.window.toast.hide()
        self._save(name, self.window.grab())

    def take_over(self, name: str) -> None:
        """The window with the dialogs or the menu open over it; closes them."""
        self.settle()
        self.window.toast.hide()
        opened = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QDialog | QMenu) and one.isVisible()
        ]
        if not opened:
            raise RuntimeError(f"nothing is open over the window: {name}")
        picture = self.window.grab()
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor(SHADE))
        for one in opened:
            painter.drawPixmap(self._place(one), one.grab())
        painter.end()
        self._save(name, picture)
        for one in reversed(opened):
            one.close()
        self.settle()

    def settle(self) -> None:
        """Until the lanes have been idle for a while."""
        idle, waited = 0, 0
        while idle < _CALM_MS and waited < _LONGEST_MS:
            _turn(_STEP_MS)
            waited += _STEP_MS
            idle = 0 if self.window.lanes.busy else idle + _STEP_MS

    def _wait(self, reached: Callable[[], bool]) -> None:
        waited = 0
        while not reached() and waited < _LONGEST_MS:
            _turn(_STEP_MS)
            waited += _STEP_MS

    def _place(self, over: QWidget) -> QPoint:
        """A dialog in the middle, as a window manager puts it; a menu where it was opened."""
        if isinstance(over, QMenu):
            return over.pos() - self.window.pos()
        return self.window.rect().center() - over.rect().center()

    def _save(self, name: str, picture: QPixmap) -> None:
        parts = [name, self._look.language]
        if self._look.theme != "light":
            parts.append(self._look.theme)
        if self._look.scale != 100:
            parts.append(str(self._look.scale))
        if self.size != USUAL:
            parts.append("x".join(map(str, self.size)))
        picture.save(str(self._out / f"{'-'.join(parts)}.png"))
        self.taken += 1


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
