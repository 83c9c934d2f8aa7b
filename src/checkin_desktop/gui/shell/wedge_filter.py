"""A USB scanner types into whatever page is shown: its bursts are taken out, a person's typing is left alone."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from checkin_desktop.gui.tools import Wedge

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class WedgeFilter(QObject):
    """Watches every key of the application. `scanned` is called with a whole code; what the scanner typed into
    a field is put back as it was, and its Enter presses no button."""

    def __init__(
        self, wedge: Wedge, scanned: Callable[[str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._wedge, self._scanned, self._clock = wedge, scanned, clock
        self._last_at = 0.0
        self._field: QWidget | None = None
        self._before: tuple[str, int] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched is not (QApplication.focusWidget() or watched):
            return False
        if event.modifiers() & _HELD:
            return False
        character = "\r" if event.key() in _ENTER else "\t" if event.key() == Qt.Key.Key_Tab else event.text()
        if not character:
            return False
        now = self._clock()
        if now - self._last_at > 0.05:
            self._remember(watched)
        self._last_at = now
        code = self._wedge.feed(character, now)
        if code is None:
            return False
        self._restore()
        self._scanned(code)
        return True

    def _remember(self, field: QWidget) -> None:
        self._field = field
        if isinstance(field, QLineEdit):
            self._before = field.text(), field.cursorPosition()
        elif isinstance(field, QPlainTextEdit):
            self._before = field.toPlainText(), field.textCursor().position()
        else:
            self._before = None

    def _restore(self) -> None:
        if self._before is None:
            return
        text, position = self._before
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
            self._field.setCursorPosition(position)
        elif isinstance(self._field, QPlainTextEdit):
            self._field.setPlainText(text)
