"""Rows that a person ticks."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from checkin_desktop.gui.design.rows import Rows

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.ItemDataRole.CheckStateRole


class TickedRows(Rows[T]):
    """Who is ticked stays so while the list shows others. `tickable`: rows without it have no box."""

    ticked_by_hand = Signal()

    def __init__(
        self,
        key: Callable[[T], str],
        cells: Callable[[T], Sequence[str]],
        tickable: Callable[[T], bool] = lambda _: True,
    ) -> None:
        super().__init__(key, cells)
        self._tickable = tickable
        self.ticks: set[str] = set()

    def tick(self, ids: set[str]) -> None:
        self.ticks = ids
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0), [_TICK])

    def flip(self, at: int) -> None:
        if self._tickable(self.rows[at]):
            self.tick(self.ticks ^ {self.key_at(at)})
            self.ticked_by_hand.emit()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        box = index.column() == 0 and self._tickable(self.rows[index.row()])
        ticking = Qt.ItemFlag.ItemIsUserCheckable if box else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | ticking

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == _TICK and index.column() == 0 and self._tickable(self.rows[index.row()]):
            on = self.key_at(index.row()) in self.ticks
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _TICK:
            return False
        self.flip(index.row())
        return True
