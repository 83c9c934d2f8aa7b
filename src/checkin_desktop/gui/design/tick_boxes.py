"""Some of several, one below the other, however long their names are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP

_NARROWEST = 80


class ElidedBox(QCheckBox):
    """Its name ends in … where there is no room; the whole of it is its tooltip and accessible name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        shown = self.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class TickBoxes(QWidget):
    """`changed` is called whenever one is ticked or not."""

    def __init__(self, changed: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self._changed = changed
        self.boxes: dict[str, ElidedBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def offer(self, offered: Sequence[tuple[str, str]]) -> None:
        """(id, name) of what may be chosen."""
        for key, name in offered:
            box = self.boxes[key] = ElidedBox(name)
            box.toggled.connect(lambda _: self._changed())
            self._column.addWidget(box)

    def choose(self, keys: Sequence[str]) -> None:
        for key, box in self.boxes.items():
            box.setChecked(key in keys)

    def chosen(self, before: Sequence[str]) -> tuple[str, ...]:
        """Those ticked, and of `before` what is not offered here."""
        kept = [key for key in before if key not in self.boxes]
        return (*kept, *(key for key, box in self.boxes.items() if box.isChecked()))
