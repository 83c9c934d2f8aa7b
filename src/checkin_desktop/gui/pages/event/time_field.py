"""A time of day that may be left out."""

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QTimeEdit, QWidget

from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import row


class TimeField(QWidget):
    """A time of day that may be left out."""

    def __init__(self, given: time | None, proposed: time) -> None:
        super().__init__()
        self.known, self.editor = QCheckBox(), QTimeEdit()
        self.editor.setDisplayFormat("HH:mm")
        self.editor.lineEdit().setTextMargins(GAP, 0, 0, 0)
        shown = given or proposed
        self.editor.setTime(QTime(shown.hour, shown.minute))
        self.known.setChecked(given is not None)
        self.editor.setEnabled(given is not None)
        self.known.toggled.connect(self.editor.setEnabled)
        line = row(self.known, self.editor)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(1, 1)
        self.setLayout(line)

    def name(self, caption: str) -> None:
        self.known.setAccessibleName(caption)
        self.editor.setAccessibleName(caption)

    @property
    def value(self) -> time | None:
        at = self.editor.time()
        return time(at.hour(), at.minute()) if self.known.isChecked() else None
