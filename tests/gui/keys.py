"""Counts the keys and clicks that a task takes: letters of what is typed apart from the others."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier


class CountedKeys:
    """Presses real keys on whatever has the keyboard. `text` are the letters typed, `others` all other keys,
    `clicks` those of the mouse.

    A key with Ctrl or Shift held is one key.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.text = 0
        self.others = 0
        self.clicks = 0

    @property
    def all(self) -> int:
        """What a task may take so many of, beside the letters."""
        return self.others + self.clicks

    def type(self, letters: str) -> None:
        self.text += len(letters)
        for letter in letters:
            QTest.keyClicks(self._target(), letter)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        for key in keys:
            self.others += 1
            QTest.keyClick(self._target(), key, held)

    def click(self, widget: QWidget) -> None:
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def _target(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        inside = modal if modal is not None and modal.isVisible() else self._window
        return inside.focusWidget() or inside
