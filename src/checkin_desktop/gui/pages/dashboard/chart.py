"""Arrivals by the quarter of an hour, drawn by pyqtgraph in the colours of the theme."""

from collections.abc import Callable, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import SMALL, Theme, scaled
from checkin_desktop.gui.design.widgets import card, label
from checkin_desktop.services.dashboard import Quarter
from checkin_desktop.words.dates import clock_time

_MOST_LABELS = 8
_HEIGHT = 220
_FEWEST = 8
"""Quarters for which there is room at least: a single bar does not fill the card."""
_FULL = 0.82
"""How much of its quarter a bar fills."""


class ArrivalsChart(QWidget):
    """`told` is called with what stands under the pointer: a quarter, or None."""

    def __init__(self, theme: Callable[[], Theme], told: Callable[[Quarter | None], None]) -> None:
        super().__init__()
        self._theme, self._told = theme, told
        self._quarters: tuple[Quarter, ...] = ()
        self.heading, self.detail = label("strong"), label("soft", wrap=True)
        self.plot = pg.PlotWidget()
        self.plot.setMouseEnabled(False, False)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=_FULL)
        self.plot.addItem(self._bars)
        self.plot.scene().sigMouseMoved.connect(self._moved)
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        for part in (self.heading, self.detail, self.plot):
            column.addWidget(part)

    @property
    def heights(self) -> tuple[int, ...]:
        return tuple(q.arrivals for q in self._quarters)

    def show_quarters(self, quarters: Sequence[Quarter], percent: int) -> None:
        self._quarters = tuple(quarters)
        theme = self._theme()
        self.plot.setVisible(bool(quarters))
        self.plot.setFixedHeight(scaled(_HEIGHT, 100 + (percent - 100) // 3))
        self.plot.setBackground(QColor(theme.surface))
        self._bars.setOpts(
            x=list(range(len(quarters))),
            height=[q.arrivals for q in quarters],
            width=_FULL,
            brush=QColor(theme.accent),
            pen=QColor(theme.accent),
        )
        font = QFont("Inter")
        font.setPixelSize(scaled(SMALL, percent))
        step = max(1, -(-len(quarters) // _MOST_LABELS))
        bottom, left = self.plot.getAxis("bottom"), self.plot.getAxis("left")
        bottom.setTicks(
            [[(n - _FULL / 2, clock_time(q.at)) for n, q in enumerate(quarters) if n % step == 0]]
        )
        for axis in (bottom, left):
            axis.setPen(QColor(theme.line))
            axis.setTextPen(QColor(theme.soft))
            axis.setStyle(tickFont=font, tickLength=0)
        most = max((q.arrivals for q in quarters), default=1)
        left.setTicks([[(n, str(n)) for n in _round_steps(most)]])
        left.setWidth(scaled(44, percent))
        bottom.setHeight(scaled(26, percent))
        self.plot.setXRange(-0.6, max(len(quarters), _FEWEST) - 0.4, padding=0)
        self.plot.setYRange(0, max(most, 1) * 1.08, padding=0)

    def _moved(self, where: QPointF) -> None:
        place = round(self.plot.plotItem.vb.mapSceneToView(where).x())
        self._told(self._quarters[place] if 0 <= place < len(self._quarters) else None)


def _round_steps(most: int) -> list[int]:
    """About four whole numbers from 0 to the top of the scale."""
    step = 1
    while most / step > 4:
        step = step * 2 if str(step)[0] == "1" else step * 5 // 2 if str(step)[0] == "2" else step * 2
    return list(range(0, most + 1, step))
