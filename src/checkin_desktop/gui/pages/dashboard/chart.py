"""Arrivals by the quarter of an hour, as bars in the colours of the theme."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import SMALL, Theme, scaled
from checkin_desktop.gui.design.widgets import card, label
from checkin_desktop.services.arrivals import Quarter, round_steps, time_marks

_MOST_LABELS = 8
_HEIGHT = 220
_FEWEST = 4
"""Quarters for which there is room at least: a single bar does not fill the card."""
_FULL = 0.82
"""How much of its quarter a bar fills."""
_LEFT, _BOTTOM, _APART = 44, 26, 6
"""Room for the numbers, room for the times, and their distance from the bars."""


class ArrivalsChart(QWidget):
    """`told` is called with what stands under the pointer: a quarter, or None."""

    def __init__(self, theme: Callable[[], Theme], told: Callable[[Quarter | None], None]) -> None:
        super().__init__()
        self.heading, self.detail = label("strong"), label("soft", wrap=True)
        self.plot = _Plot(theme, told)
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        for part in (self.heading, self.detail, self.plot):
            column.addWidget(part)

    @property
    def heights(self) -> tuple[int, ...]:
        return tuple(q.arrivals for q in self.plot.quarters)

    def show_quarters(self, quarters: Sequence[Quarter], percent: int) -> None:
        self.plot.show_quarters(tuple(quarters), percent)
        self.plot.setVisible(bool(quarters))


class _Plot(QWidget):
    """Bars from left to right, four or five numbers beside them, a few times below."""

    def __init__(self, theme: Callable[[], Theme], told: Callable[[Quarter | None], None]) -> None:
        super().__init__()
        self._theme, self._told = theme, told
        self._percent = 100
        self.quarters: tuple[Quarter, ...] = ()
        self.setMouseTracking(True)

    def show_quarters(self, quarters: tuple[Quarter, ...], percent: int) -> None:
        self.quarters, self._percent = quarters, percent
        self.setFixedHeight(scaled(_HEIGHT, 100 + (percent - 100) // 3))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area = self._area()
        place = int((event.position().x() - area.left()) // self._each(area))
        self._told(self.quarters[place] if 0 <= place < len(self.quarters) else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._told(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = self._theme(), self._area()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(scaled(SMALL, self._percent))
        painter.setFont(font)
        most = max((q.arrivals for q in self.quarters), default=1)
        unit = area.height() / (max(most, 1) * 1.08)
        self._numbers(painter, area, unit, most, theme)
        each = self._each(area)
        bar = each * _FULL
        line = painter.fontMetrics().height()
        for n, quarter in enumerate(self.quarters):
            left = area.left() + n * each
            height = quarter.arrivals * unit
            painter.fillRect(QRectF(left, area.bottom() - height, bar, height), QColor(theme.accent))
            if quarter.after_lull:
                painter.setPen(QPen(QColor(theme.soft), 1, Qt.PenStyle.DashLine))
                at = round(left - each * (1 - _FULL) / 2)
                painter.drawLine(at, round(area.top()), at, round(area.bottom()))
        painter.setPen(QColor(theme.soft))
        for n, text in time_marks(self.quarters, _MOST_LABELS):
            below = QRectF(area.left() + n * each, area.bottom() + _APART, 0, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, text)
        painter.setPen(QColor(theme.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _numbers(self, painter: QPainter, area: QRectF, unit: float, most: int, theme: Theme) -> None:
        """Each with its line behind the bars."""
        line = painter.fontMetrics().height()
        for n in round_steps(most):
            at = area.bottom() - n * unit
            painter.setPen(QColor(theme.line))
            painter.drawLine(round(area.left()), round(at), round(area.right()), round(at))
            painter.setPen(QColor(theme.soft))
            beside = QRectF(0, at - line / 2, area.left() - _APART, line)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(n))

    def _area(self) -> QRectF:
        """Of the bars alone."""
        left, bottom = scaled(_LEFT, self._percent), scaled(_BOTTOM, self._percent)
        top = scaled(SMALL, self._percent) / 2 + 2
        return QRectF(left, top, max(1, self.width() - left), max(1, self.height() - bottom - top))

    def _each(self, area: QRectF) -> float:
        """The width of a quarter."""
        return area.width() / max(len(self.quarters), _FEWEST)
