"""One field of a form: its name above it, help and what is wrong with it below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import label


class CalmSpin(QSpinBox):
    """A number; the wheel scrolls what is around it instead of changing it in passing."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(GAP, 0, 0, 0)

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
