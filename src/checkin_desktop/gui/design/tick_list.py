"""Several of many: a list whose lines are ticked, by mouse or by the space bar."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

_LINES = 5


class TickList(QListWidget):
    """`lines`: (key, text); typing a letter goes to the next line that begins with it."""

    def __init__(self, lines: Sequence[tuple[str, str]], ticked: Iterable[str] = ()) -> None:
        super().__init__()
        chosen = set(ticked)
        for key, text in lines:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ensurePolished()
        self.setFixedHeight((self.fontMetrics().height() + 16) * _LINES)

    @property
    def ticked(self) -> tuple[str, ...]:
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            str(i.data(Qt.ItemDataRole.UserRole)) for i in items if i.checkState() is Qt.CheckState.Checked
        )
