"""A short message over the window that goes away by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from checkin_desktop.gui.design.announcing import announce

_BASE_MS, _PER_CHARACTER_MS = 2_500, 45
_BOTTOM = 28
_SHARE, _NARROW = 0.6, 600


class Toast(QLabel):
    """One at a time, at the bottom of its window, or of what is `spare` there; long ones stay longer. A click sends
    it away.

    Held, it shows nothing: before the guests' kiosk or the screen where operators sign in it waits, the last one.
    """

    def __init__(self, window: QWidget, spare: Callable[[], QWidget | None] = lambda: None) -> None:
        super().__init__(window)
        self._window, self._spare = window, spare
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
        window, spare = self._window, self._spare()
        below = window.rect()
        if spare is not None and spare.isVisible():
            below = QRect(spare.mapTo(window, QPoint(0, 0)), spare.size())
        widest = round(below.width() * (_SHARE if spare is None or below.width() > _NARROW else 1))
        width = min(widest, self.fontMetrics().horizontalAdvance(self.text()) + 60)
        self.setFixedWidth(max(width, min(240, below.width())))
        self.setFixedHeight(self.heightForWidth(self.width()) + 8)
        self.move(
            below.center().x() - self.width() // 2,
            min(below.bottom(), window.height() - _BOTTOM) - self.height(),
        )
