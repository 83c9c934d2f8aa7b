"""A USB scanner types into whatever page is shown: its bursts are taken out, a person's typing is left alone."""

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from checkin_desktop.domain.identity_document import is_rest_of_document
from checkin_desktop.gui.tools import Wedge

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_SILENCE_MS = 200
_REPEATS = 12


class WedgeFilter(QObject):
    """Watches every key of the application. `scanned` is called with a whole code; what the scanner typed into
    a field is put back as it was, and its Enter presses no button. A key that is stuck is nobody's: of a letter
    held down the first dozen count, of a held Enter the first; `stuck` is called with it once."""

    def __init__(
        self,
        wedge: Wedge,
        scanned: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
        stuck: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._wedge, self._scanned, self._clock, self._stuck = wedge, scanned, clock, stuck
        self._repeats = 0
        self._field: QWidget | None = None
        self._before: tuple[str, int] | None = None
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE_MS)
        self._silence.timeout.connect(self._paused)

    def use(self, wedge: Wedge) -> None:
        """Another recogniser: the scanner's settings were changed."""
        self._wedge = wedge

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched is not (QApplication.focusWidget() or watched):
            return False
        held = event.modifiers() & _HELD
        character = "\r" if event.key() in _ENTER else "\t" if event.key() == Qt.Key.Key_Tab else event.text()
        if not character or (held and not (held == _ALTGR and character.isprintable())):
            return False
        if event.isAutoRepeat():
            return self._repeated(character)
        self._repeats = 0
        now = self._clock()
        if not self._wedge.goes_on(now):
            self._remember(watched)
        code = self._wedge.feed(character, now)
        if code is None:
            self._silence.start()
            return False
        self._take(code)
        return True

    def _paused(self) -> None:
        """A scanner that ends with nothing."""
        code = self._wedge.pause(self._clock())
        if code is not None:
            self._take(code)

    def _take(self, code: str) -> None:
        self._silence.stop()
        if code:
            self._restore()
            if not is_rest_of_document(code):
                self._scanned(code)

    def _repeated(self, character: str) -> bool:
        """Never a scanner's; editing keys (Backspace, arrows) may be held."""
        if character == "\r":
            return True
        if not character.isprintable():
            return False
        self._repeats += 1
        if self._repeats == _REPEATS:
            self._stuck(character)
        return self._repeats >= _REPEATS

    def _remember(self, field: QWidget) -> None:
        self._field = field
        if isinstance(field, QLineEdit):
            self._before = field.text(), field.cursorPosition()
        elif isinstance(field, QPlainTextEdit):
            self._before = field.toPlainText(), field.textCursor().position()
        else:
            self._before = None

    def _restore(self) -> None:
        if self._before is None or not shiboken6.isValid(self._field):
            return
        text, position = self._before
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
            self._field.setCursorPosition(position)
        elif isinstance(self._field, QPlainTextEdit):
            self._field.setPlainText(text)
