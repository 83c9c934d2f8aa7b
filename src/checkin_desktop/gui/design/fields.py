"""One field of a form: its name above it, help and what is wrong with it below."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import BODY, GAP, scaled
from checkin_desktop.gui.design.widgets import label


def begin_like_text(field: QAbstractSpinBox, event: QEvent) -> None:
    """What is in it begins where a line of text in a field does, at every letter size."""
    if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
        percent = field.fontInfo().pixelSize() * 100 // BODY
        field.lineEdit().setTextMargins(scaled(GAP, percent), 0, 0, 0)


class CalmTime(QTimeEdit):
    """Hours and minutes; the wheel scrolls what is around it instead of changing them in passing."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        begin_like_text(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmSpin(QSpinBox):
    """A number; the wheel scrolls what is around it instead of changing it in passing."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        begin_like_text(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Field(QWidget):
    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self.caption, self.hint = label("strong"), label("small", wrap=True)
        self.wrong = label("wrong", wrap=True)
        self.caption.setBuddy(editor)
        self.setFocusProxy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (self.caption, editor, self.hint, self.wrong):
            column.addWidget(part)
        column.addStretch()
        self.hint.hide()
        self.wrong.hide()

    def name(self, caption: str, hint: str = "") -> None:
        self.caption.setText(caption)
        self.editor.setAccessibleName(caption)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.editor.setAccessibleDescription(hint)

    def fault(self, text: str) -> bool:
        """Shows what is wrong, nothing if empty; answers whether something is."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        return bool(text)
