"""Small widgets of the design system."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.gui.design.tokens import GAP, PAD


def label(kind: str = "", *, wrap: bool = False) -> QLabel:
    """`kind`: heading, soft, small, strong, large, group … of the style sheet."""
    made = QLabel()
    made.setObjectName(kind)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; the whole text is its tooltip."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.setObjectName(kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), shown)
        painter.end()


def button(kind: str, clicked: Callable[[], object]) -> QPushButton:
    """`kind`: primary, quiet, nav, tile, or empty for an ordinary one."""
    made = QPushButton()
    made.setObjectName(kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: clicked())
    return made


def card(*, horizontal: bool = False) -> tuple[QFrame, QHBoxLayout | QVBoxLayout]:
    frame = QFrame()
    frame.setObjectName("card")
    layout: QHBoxLayout | QVBoxLayout = QHBoxLayout(frame) if horizontal else QVBoxLayout(frame)
    layout.setContentsMargins(PAD, PAD, PAD, PAD)
    layout.setSpacing(GAP)
    return frame, layout


def row(*parts: QWidget | int) -> QHBoxLayout:
    """Widgets side by side; 0 is a stretch."""
    layout = QHBoxLayout()
    layout.setSpacing(GAP)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part or 1)
        else:
            layout.addWidget(part)
    return layout


def at_the_left(part: QWidget) -> QHBoxLayout:
    """As wide as it may be where there is room; its height is reckoned at the width that it gets."""
    line = QHBoxLayout()
    line.addWidget(part, 1_000)
    line.addStretch(1)
    return line


class _Table(QTableWidget):
    """Wants no more height than it must have: what there is beyond that, the layout gives it."""

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint().expandedTo(self.minimumSize())
        return QSize(super().sizeHint().width(), least.height())


def table(columns: int) -> QTableWidget:
    made = _Table(0, columns)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setAlternatingRowColors(True)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made


def fill(made: QTableWidget, rows: Sequence[Sequence[str]], keys: Sequence[str] = ()) -> None:
    """Text into a table; `keys[i]` comes back from `selected_keys` for row i."""
    made.setUpdatesEnabled(False)
    made.setRowCount(len(rows))
    for r, cells in enumerate(rows):
        for c, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if c == 0 and keys:
                item.setData(Qt.ItemDataRole.UserRole, keys[r])
            made.setItem(r, c, item)
    made.setUpdatesEnabled(True)


def selected_keys(made: QTableWidget) -> tuple[str, ...]:
    found = []
    for index in made.selectionModel().selectedRows(0):
        item = made.item(index.row(), 0)
        if item is not None:
            found.append(str(item.data(Qt.ItemDataRole.UserRole)))
    return tuple(found)


def clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
