"""The head of every page: what it is, what for, and its verbs on the right, the main one last."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import label

_LINES_FOR_ALL = 32


def has_room(text: QWidget) -> bool:
    """Whether its window is so many lines high that what only explains may stand in it."""
    return text.window().height() >= text.fontMetrics().height() * _LINES_FOR_ALL


class PageHead(QWidget):
    """Where there is no room beside the title, the verbs stand below it; in a low window the purpose gives way.

    `figure`: how far it has come, in numbers.
    """

    def __init__(self, *verbs: QWidget, figure: QLabel | None = None) -> None:
        super().__init__()
        self.title, self.about = label("title", wrap=True), label("soft", wrap=True)
        self._verbs, self._flow = verbs, Flow()
        self._holder = QWidget()
        self._holder.setLayout(self._flow)
        for verb in verbs:
            self._flow.addWidget(verb)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(GAP)
        self._line.addWidget(self.title, 1)
        self._line.addWidget(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(self._line)
        below = QHBoxLayout()
        below.setSpacing(PAD)
        below.addWidget(self.about, 1)
        if figure is not None:
            below.addWidget(figure)
        column.addLayout(below)
        if not verbs:
            self._holder.hide()

    def name(self, title: str, about: str) -> None:
        self.title.setText(title)
        self.about.setText(about)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """No wider than its widest part: beside the title is where verbs stand if there is room."""
        widest = max((verb.minimumSizeHint().width() for verb in self._shown), default=0)
        width = max(widest, self.title.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @property
    def _shown(self) -> list[QWidget]:
        return [verb for verb in self._verbs if not verb.isHidden()]

    def _arrange(self) -> None:
        shown = self._shown
        needed = sum(verb.sizeHint().width() for verb in shown) + GAP * max(0, len(shown) - 1)
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        beside = title + PAD + needed <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._line.direction():
            self._line.setDirection(direction)
        if self._holder.minimumWidth() != (needed if beside else 0):
            self._holder.setMinimumWidth(needed if beside else 0)
        self.about.setVisible(has_room(self.about) and bool(self.about.text()))
