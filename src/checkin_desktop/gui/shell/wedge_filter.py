"""A USB scanner types into whatever page is shown: its bursts are taken out, a person's typing is left alone."""

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from checkin_desktop.domain.identity_document import is_rest_of_document
from checkin_desktop.gui.tools import Wedge

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_SILENCE_MS = 200
_HELD_BACK_MS = 90
"""Longer than between two letters of a scanner, and too short for a person to notice."""
_FEW = 6
"""So many letters in one go may be a scanner's that ends with nothing."""
_REPEATS = 12
_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)


class WedgeFilter(QObject):
    """Watches every key of the application. `scanned` is called with a whole code; what the scanner typed into
    a field is put back as it was, and its Enter presses no button. Where a letter would act at once (a number that
    chooses a reason, an open menu) it is held back until it is sure that no scanner goes on with it. A key that is
    stuck is nobody's: of a letter held down the first dozen count, of a held Enter the first; `stuck` is called with
    it once."""

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
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._delivering = False
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE_MS)
        self._silence.timeout.connect(self._paused)

    def use(self, wedge: Wedge) -> None:
        """Another recogniser: the scanner's settings were changed."""
        self._wedge = wedge

    @property
    def holding(self) -> bool:
        """A key was pressed that has not reached its widget yet."""
        return bool(self._held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._delivering or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if watched is not _with_keyboard(watched):
            return False
        if event.type() is QEvent.Type.KeyRelease and self._held:
            self._held.append((watched, event.clone()))
            return True
        return event.type() is QEvent.Type.KeyPress and self._pressed(watched, event)

    def _pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        held = event.modifiers() & _HELD
        character = "\r" if event.key() in _ENTER else "\t" if event.key() == Qt.Key.Key_Tab else event.text()
        if not character or (held and not (held == _ALTGR and character.isprintable())):
            self._deliver()
            return False
        if event.isAutoRepeat():
            self._deliver()
            return self._repeated(character)
        self._repeats = 0
        now, field = self._clock(), watched.focusProxy() or watched
        if not self._wedge.goes_on(now):
            self._deliver()
            self._remember(field)
        code = self._wedge.feed(character, now)
        if code is not None:
            self._take(code)
            return True
        if not character.isprintable() or isinstance(field, _TEXTS):
            self._deliver()
            self._silence.start(_SILENCE_MS)
            return False
        self._held.append((watched, event.clone()))
        self._silence.start(_HELD_BACK_MS if len(self._held) < _FEW else _SILENCE_MS)
        return True

    def _paused(self) -> None:
        """A scanner that ends with nothing, or a person's own letters."""
        code = self._wedge.pause(self._clock())
        if code is not None:
            self._take(code)
        else:
            self._deliver()

    def _deliver(self) -> None:
        """They were a person's: as if they had not been held back, so that what one opens gets the next."""
        held, self._held = self._held, []
        self._delivering = True
        for widget, event in held:
            if shiboken6.isValid(widget):
                QApplication.sendEvent(_with_keyboard(widget), event)
        self._delivering = False

    def _take(self, code: str) -> None:
        self._silence.stop()
        self._held.clear()
        if code:
            self._restore()
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
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


def _with_keyboard(watched: QWidget) -> QWidget:
    """Who gets the keys now: an open list or menu before the field below it."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    return QApplication.focusWidget() or watched
