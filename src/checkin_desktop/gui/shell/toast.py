"""A short message over the window that goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from checkin_desktop.gui.design.announcing import announce
from checkin_desktop.gui.design.tokens import TIGHT

_BASE_MS, _PER_CHARACTER_MS = 2_500, 45
_WIDEST = 0.72
"""Of the window: few messages have more than two lines then."""


class Toast(QLabel):
    """One at a time, over the window's top bar, where nobody waits for anything; long ones stay longer.

    A click sends it away. Held, it shows nothing: before the guests' kiosk or the screen where operators sign in it
    waits, the last one.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._held, self._waiting = False, ""
        window.installEventFilter(self)

    def hold(self, held: bool) -> None:
        if held and self.isVisible():
            self._waiting = self.text()
            self.hide()
        self._held = held
        if not held and self._waiting:
            waiting, self._waiting = self._waiting, ""
            self.say(waiting)

    def say(self, text: str) -> None:
        if self._held:
            self._waiting = text
            return
        self.setText(text)
        self.setAccessibleName(text)
        announce(self, text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_BASE_MS + _PER_CHARACTER_MS * len(text))

    def mousePressEvent(self, event: object) -> None:
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        window = self._window
        self.ensurePolished()
        fonts = self.fontMetrics()
        in_one_line = fonts.horizontalAdvance(self.text()) + fonts.height() * 4
        width = min(round(window.width() * _WIDEST), in_one_line)
        self.setFixedWidth(width)
        self.setFixedHeight(self.heightForWidth(width))
        self.move((window.width() - width) // 2, TIGHT * 2)
