"""A time of day that may be left out."""

from datetime import time

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from checkin_desktop.gui.design.fields import CalmTime
from checkin_desktop.gui.design.widgets import row

_LEFT_OUT = "--:--"


class TimeField(QWidget):
    """A time of day that may be left out: no time is shown then, and a click on it proposes one."""

    def __init__(self, given: time | None, proposed: time) -> None:
        super().__init__()
        self.known, self.editor = QCheckBox(), CalmTime()
        shown = given or proposed
        self._time = QTime(shown.hour, shown.minute)
        self.editor.setTime(self._time)
        self.known.setChecked(given is not None)
        self._show(given is not None)
        self.known.toggled.connect(self._show)
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is disabled hands its clicks on to here."""
        if not self.known.isChecked() and self.editor.geometry().contains(event.position().toPoint()):
            self.known.setChecked(True)
            self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _show(self, said: bool) -> None:
        if said:
            self.editor.setSpecialValueText("")
            self.editor.setTime(self._time)
        else:
            self._time = self.editor.time()
            self.editor.setSpecialValueText(_LEFT_OUT)
            self.editor.setTime(self.editor.minimumTime())
        self.editor.setEnabled(said)
