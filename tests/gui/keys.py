"""Counts the keys and clicks that a task takes: letters of what is typed apart from the others.

What a person needs for them follows by the keystroke-level model (Card, Moran and Newell 1980, CACM 23(7)).
"""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier
_ENDS_A_TEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
SKILLED_S, AVERAGE_S = 0.20, 0.28
"""A keystroke of somebody who types 55 words a minute, and 40."""
_POINT_S, _HOME_S, _THINK_S = 1.10, 0.40, 1.35
"""To point with the mouse, to move the hand between mouse and keys, to prepare mentally."""


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
        self._thoughts = self._homings = 0
        self._at_mouse = False

    @property
    def all(self) -> int:
        """What a task may take so many of, beside the letters."""
        return self.others + self.clicks

    def seconds(self, keystroke_s: float) -> float:
        """Of a person who knows what to do: a thought before each text, each command and each click; the Enter that
        ends a text is none."""
        strokes = self.text + self.others + self.clicks
        return (
            strokes * keystroke_s
            + self.clicks * _POINT_S
            + self._homings * _HOME_S
            + self._thoughts * _THINK_S
        )

    def think(self) -> None:
        self._thoughts += 1

    def type(self, letters: str) -> None:
        self._hand(at_mouse=False)
        self.text += len(letters)
        for letter in letters:
            QTest.keyClicks(self._target(), letter)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        self._hand(at_mouse=False)
        for key in keys:
            self.others += 1
            self._thoughts += key not in _ENDS_A_TEXT
            QTest.keyClick(self._target(), key, held)

    def click(self, widget: QWidget) -> None:
        self._hand(at_mouse=True)
        self.clicks += 1
        self._thoughts += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def _hand(self, *, at_mouse: bool) -> None:
        self._homings += at_mouse is not self._at_mouse
        self._at_mouse = at_mouse

    def _target(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        inside = modal if modal is not None and modal.isVisible() else self._window
        return inside.focusWidget() or inside
