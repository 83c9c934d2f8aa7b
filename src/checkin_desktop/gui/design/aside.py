"""What stands beside a list and may be higher than it: it scrolls by itself, and below the list it is all there."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from checkin_desktop.gui.design.columns import Columns


class Aside(QScrollArea):
    """A part of `Columns`: so high that nothing of it has to be scrolled to where the columns are stacked."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(self._inside.sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        inside, beside = self._inside, self.parentWidget()
        least = inside.minimumSizeHint()
        if not (isinstance(beside, Columns) and beside.stacked):
            return QSize(least.width(), 0)
        wanted = inside.heightForWidth(self.width()) if inside.hasHeightForWidth() else 0
        return QSize(least.width(), max(least.height(), wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
