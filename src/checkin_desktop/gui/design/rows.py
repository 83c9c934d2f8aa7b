"""Rows of a long list: texts are made only for what is on screen, so thousands cost nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST_LETTERS, _MOST_LETTERS = 11, 36
_MEASURED = 40


class Rows(QAbstractTableModel, Generic[T]):
    """`key` names a row, `cells` are its texts; `mark` is an icon for one of its columns, or None."""

    def __init__(
        self,
        key: Callable[[T], str],
        cells: Callable[[T], Sequence[str]],
        mark: Callable[[T, int], QIcon | None] | None = None,
    ) -> None:
        super().__init__()
        self._key, self._cells, self._mark = key, cells, mark
        self._rows: Sequence[T] = ()
        self._places: dict[str, int] | None = None
        self._texts: dict[int, Sequence[str]] = {}
        self._headings: Sequence[str] = ()

    @property
    def rows(self) -> Sequence[T]:
        return self._rows

    def set_headings(self, headings: Sequence[str]) -> None:
        self.beginResetModel()
        self._headings, self._texts = headings, {}
        self.endResetModel()

    def show(self, rows: Sequence[T]) -> None:
        self.beginResetModel()
        self._rows, self._texts, self._places = rows, {}, None
        self.endResetModel()

    def key_at(self, row: int) -> str:
        return self._key(self._rows[row])

    def place_of(self, key: str) -> int | None:
        if self._places is None:
            self._places = {self._key(row): place for place, row in enumerate(self._rows)}
        return self._places.get(key)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(index.row())[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and self._mark is not None:
            return self._mark(self._rows[index.row()], index.column())
        return None

    def _text(self, row: int) -> Sequence[str]:
        if row not in self._texts:
            self._texts[row] = self._cells(self._rows[row])
        return self._texts[row]


class RowsView(QTableView):
    """A table over `model` that selects whole rows, several at once.

    `lines`: of text in a row. `shares` gives some columns parts of the width that the others leave; a list too narrow
    scrolls sideways.
    """

    def __init__(self, model: Rows[Any], shares: Mapping[int, int], lines: int = 1) -> None:
        super().__init__()
        self._lines = lines
        self._shares = shares
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setResizeContentsPrecision(0)
        model.modelReset.connect(self._share_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Icons as high as the letters, rows with air around them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        self.verticalHeader().setDefaultSectionSize(side * self._lines + side * 3 // 4)

    def _share_width(self) -> None:
        count = self.model().columnCount()
        if not count:
            return
        taken = 0
        for column in range(count):
            if column not in self._shares:
                self.setColumnWidth(column, self._wanted_width(column))
                taken += self.columnWidth(column)
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        room, parts = self.viewport().width() - taken, sum(self._shares.values())
        for column, share in sorted(self._shares.items(), key=lambda one: one[1]):
            width = max(room * share // parts, least, self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, width)
            room, parts = room - width, parts - share

    def _wanted_width(self, column: int) -> int:
        """Of the heading, the first rows and some of the others, up to a bound. Qt's own measure looks at all rows of a
        list that is not on screen."""
        model = self.model()
        count = model.rowCount()
        looked = {*range(min(count, _MEASURED)), *range(0, count, max(1, count // _MEASURED))}
        widest = max((self.sizeHintForIndex(model.index(row, column)).width() for row in looked), default=0)
        most = _MOST_LETTERS * self.fontMetrics().averageCharWidth()
        return max(min(widest, most), self.horizontalHeader().sectionSizeHint(column))


def chosen_keys(view: QTableView, model: Rows[Any]) -> tuple[str, ...]:
    """The keys of the rows selected, from top to bottom."""
    return tuple(map(model.key_at, chosen_places(view)))


def chosen_places(view: QTableView) -> list[int]:
    """The rows selected, from top to bottom."""
    return sorted(index.row() for index in view.selectionModel().selectedRows())


def choose(view: QTableView, model: Rows[Any], keys: Iterable[str]) -> None:
    """Selects the rows of `keys` that are there, and no others."""
    places = sorted(place for place in map(model.place_of, keys) if place is not None)
    wanted, last = QItemSelection(), model.columnCount() - 1
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end] != places[end - 1] + 1:
            wanted.select(model.index(places[start], 0), model.index(places[end - 1], last))
            start = end
    view.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
