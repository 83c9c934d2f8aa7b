"""The roster as a table model: twenty thousand rows cost nothing until they are looked at."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from checkin_desktop.domain.people import AttendeeStatus, plain
from checkin_desktop.gui.page import Context
from checkin_desktop.services.views import AttendeeLine
from checkin_desktop.words.dates import clock_time

COLUMNS = ("name", "document", "region", "category", "arrived")
ORGANISATION_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RosterModel(QAbstractTableModel):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lines: tuple[AttendeeLine, ...] = ()
        self._given: tuple[AttendeeLine, ...] = ()
        self._sorted_by: tuple[int, bool] | None = None

    def show(self, lines: tuple[AttendeeLine, ...]) -> None:
        self.beginResetModel()
        self._given = lines
        self._arrange()
        self.endResetModel()

    def line(self, row: int) -> AttendeeLine:
        return self._lines[row]

    def row_of(self, attendee_id: str) -> int:
        """-1 if the person is not among those shown."""
        return next((r for r, line in enumerate(self._lines) if line.attendee.id == attendee_id), -1)

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.say(f"people-column-{COLUMNS[section]}")
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        if role == ORGANISATION_ROLE:
            return line.attendee.person.organisation
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = self._text(line, index.column())
            return f"{told}\n{line.attendee.person.organisation}" if index.column() == 0 else told
        if role == Qt.ItemDataRole.ForegroundRole and line.attendee.status is AttendeeStatus.WITHDRAWN:
            return QColor(self._context.theme().soft)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Column -1: the order in which the lines came (by surname, or best hits first)."""
        self.beginResetModel()
        self._sorted_by = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        if self._sorted_by is None or self._sorted_by[0] == 0:
            down = self._sorted_by is not None and self._sorted_by[1]
            self._lines = self._given[::-1] if down else self._given
            return
        column, down = self._sorted_by
        self._lines = tuple(
            sorted(self._given, key=lambda line: plain(self._text(line, column)) or "~", reverse=down)
        )

    def _text(self, line: AttendeeLine, column: int) -> str:
        person = line.attendee.person
        match COLUMNS[column]:
            case "name":
                return person.sort_name
            case "document":
                return person.document
            case "region":
                return person.region
            case "category":
                return self._context.say(f"category-{person.category.value}")
        if line.attendee.status is AttendeeStatus.WITHDRAWN:
            return self._context.say("people-withdrawn")
        return clock_time(line.admitted_at) if line.admitted_at else ""
