"""Figures on a card: one large number with its name, and bars with theirs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import ElidedLabel, card, clear, label


class Figure(QWidget):
    """One number with its name; `value` is large."""

    def __init__(self) -> None:
        super().__init__()
        frame, column = card()
        column.setSpacing(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.value, self.caption = label("person"), label("soft", wrap=True)
        column.addWidget(self.value)
        column.addWidget(self.caption)
        column.addStretch()

    def minimumSizeHint(self) -> QSize:
        """Never lower than its lines at this width."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        super().resizeEvent(event)


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` of `whole` (0: an empty bar); `text` says it in words or numbers."""

    name: str
    value: int
    whole: int
    text: str


class Bars(QWidget):
    """A card with a heading and a bar a line; `empty` is said where there is none."""

    def __init__(self, names: int = 3) -> None:
        """`names`: the share of their names in the width, the bars' being four."""
        super().__init__()
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.heading, self.where = label("strong"), label("soft", wrap=True)
        self.empty = label("soft", wrap=True)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(GAP + 2)
        self._grid.setHorizontalSpacing(GAP + 4)
        self._grid.setColumnStretch(0, names)
        self._grid.setColumnStretch(1, 4)
        for part in (self.heading, self.where):
            column.addWidget(part)
        column.addSpacing(GAP // 2)
        column.addLayout(self._grid)
        column.addWidget(self.empty)
        column.addStretch()
        self.where.hide()
        self.shown: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self.shown = tuple(bars)
        self.empty.setVisible(not bars)
        clear(self._grid)
        for line, one in enumerate(bars):
            name, figure, bar = ElidedLabel(), label("strong"), QProgressBar()
            name.setText(one.name)
            figure.setText(one.text)
            bar.setRange(0, max(one.whole, 1))
            bar.setValue(min(one.value, max(one.whole, 1)))
            bar.setTextVisible(False)
            bar.setMinimumWidth(60)
            bar.setAccessibleName(f"{one.name}: {one.text}")
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(bar, line, 1)
            self._grid.addWidget(figure, line, 2, Qt.AlignmentFlag.AlignRight)
