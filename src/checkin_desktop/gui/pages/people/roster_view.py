"""How the roster is drawn: a person's name over the organisation, figures beside, as much as there is room for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from checkin_desktop.gui.design.tokens import BODY, GAP, SMALL
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people.roster_model import COLUMNS, ORGANISATION_ROLE

_Index = QModelIndex | QPersistentModelIndex
_SAMPLES = {
    "document": "0000000000",
    "region": "Huancavelica",
    "category": "Organizador",
    "arrived": "Withdrawn",
}
_NAME_LETTERS = 22
_LEFT_OUT_FIRST = ("region", "category", "document")


class _Person(QStyledItemDelegate):
    """Two lines: the name, and under it the organisation in small letters."""

    def __init__(self, context: Context, view: QTableView) -> None:
        super().__init__(view)
        self._context, self._view = context, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        upper, lower = _fonts(self._view)
        room = option.rect.adjusted(GAP, 0, -GAP, 0)
        high, low = QFontMetrics(upper).height(), QFontMetrics(lower).height()
        top = room.top() + (room.height() - high - low) // 2
        theme, organisation = self._context.theme(), index.data(ORGANISATION_ROLE)
        colour = index.data(Qt.ItemDataRole.ForegroundRole) or theme.text
        for font, text, ink, at, height in (
            (upper, name, colour, top, high),
            (lower, organisation, theme.soft, top + high, low),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(
                QRect(room.left(), at, room.width(), height), int(option.displayAlignment), shown
            )

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _row_height(self._view))


class RosterView(QTableView):
    """Leaves out the columns that there is no room for: they are on the card."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegateForColumn(0, _Person(context, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Rows and columns for the letter size and the width that there is."""
        self.verticalHeader().setDefaultSectionSize(_row_height(self))
        self.setMinimumHeight(_row_height(self) * 5)
        letters = self.fontMetrics()
        widths = {name: letters.horizontalAdvance(text) + 3 * GAP for name, text in _SAMPLES.items()}
        room = self.viewport().width() - _NAME_LETTERS * letters.averageCharWidth()
        for name in _LEFT_OUT_FIRST:
            if sum(widths.values()) > room:
                del widths[name]
        for number, name in enumerate(COLUMNS[1:], 1):
            self.setColumnHidden(number, name not in widths)
            self.setColumnWidth(number, widths.get(name, 0))
        self.setColumnWidth(0, self.viewport().width() - sum(widths.values()))


def _fonts(view: QTableView) -> tuple[QFont, QFont]:
    upper = QFont(view.font())
    upper.setWeight(QFont.Weight.Medium)
    lower = QFont(view.font())
    lower.setPixelSize(max(1, round(view.fontInfo().pixelSize() * SMALL / BODY)))
    return upper, lower


def _row_height(view: QTableView) -> int:
    return sum(QFontMetrics(font).height() for font in _fonts(view)) + GAP
