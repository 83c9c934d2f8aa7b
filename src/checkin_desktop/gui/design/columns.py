"""Parts side by side while there is room for them, else one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP


class Columns(QWidget):
    """`letters`: how many letters wide each part wants to be at least before they are stacked."""

    def __init__(self, parts: Sequence[QWidget], letters: int = 34, stretches: Sequence[int] = ()) -> None:
        super().__init__()
        self._letters, self._count, self._parts = letters, len(parts), tuple(parts)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP + 4)
        for part, stretch in zip(parts, stretches or [1] * len(parts), strict=True):
            self._box.addWidget(part, stretch)

    @property
    def stacked(self) -> bool:
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest part: side by side is what there may be room for, and no condition."""
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        least = super().minimumSizeHint().height()
        if self._box.hasHeightForWidth():
            least = max(least, self._box.totalMinimumHeightForWidth(max(self.width(), widest)))
        return QSize(widest, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = self.fontMetrics().averageCharWidth() * self._letters * self._count
        narrow = event.size().width() < wanted
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction is not self._box.direction():
            self._box.setDirection(direction)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        super().resizeEvent(event)
