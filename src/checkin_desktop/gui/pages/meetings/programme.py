"""The programme as a list for the keyboard, and as tables against times."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from checkin_desktop.domain.meetings import MeetingState
from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.rows import Rows, RowsView
from checkin_desktop.gui.page import Context
from checkin_desktop.services.meetings import MeetingLine

MARKS = {
    MeetingState.SCHEDULED: "○",
    MeetingState.UNDER_WAY: "▶",
    MeetingState.HELD: "✓",
    MeetingState.NO_SHOW: "✗",
    MeetingState.CANCELLED: "—",
}
"""Beside the state's word: nothing is told by colour alone."""


class ProgrammeList(RowsView):
    def __init__(self, context: Context) -> None:
        self._context = context
        self.lines = Rows[MeetingLine](lambda line: line.id, self._cells)
        super().__init__(self.lines, {2: 1}, lines=2)
        self.setSelectionMode(self.SelectionMode.SingleSelection)

    def retranslate(self) -> None:
        say = self._context.say
        self.lines.set_headings([say(f"meetings-{part}") for part in ("when", "table", "parties", "state")])
        self.setAccessibleName(say("meetings-list"))
        letters = self.fontMetrics().height()
        self.setMinimumHeight(letters * 9)

    def _cells(self, line: MeetingLine) -> Sequence[str]:
        place = line.meeting.place
        return (
            f"{place.day:%d/%m} {place.starts:%H:%M}",
            place.table,
            f"{line.a}\n{line.b}",
            f"{MARKS[line.meeting.state]} {self._context.say(f'meeting-state-{line.meeting.state.value}')}",
        )


class ProgrammeGrid(QTableWidget):
    """Times downwards, tables across; a cell holds what is there then. `chosen` carries a meeting's id."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.currentItemChanged.connect(self._changed)

    def show_lines(self, lines: Sequence[MeetingLine]) -> None:
        live = [one for one in lines if one.meeting.state is not MeetingState.CANCELLED]
        tables = sorted({one.meeting.place.table for one in live}, key=lambda name: (not name, plain(name)))
        slots = sorted({(one.meeting.place.day, one.meeting.place.starts) for one in live})
        days = {day for day, _ in slots}
        self.blockSignals(True)
        self.clear()
        self.setRowCount(len(slots))
        self.setColumnCount(len(tables))
        self.setHorizontalHeaderLabels([name or self._context.say("meetings-no-table") for name in tables])
        self.setVerticalHeaderLabels(
            [f"{day:%d/%m} {starts:%H:%M}" if len(days) > 1 else f"{starts:%H:%M}" for day, starts in slots]
        )
        held: dict[tuple[int, int], list[MeetingLine]] = {}
        for one in live:
            place = one.meeting.place
            held.setdefault((slots.index((place.day, place.starts)), tables.index(place.table)), []).append(
                one
            )
        for (at_row, at_column), those in held.items():
            self.setItem(at_row, at_column, self._item(those))
        letter = self.fontMetrics().averageCharWidth()
        for column in range(len(tables)):
            self.setColumnWidth(column, letter * 34)
        self.resizeRowsToContents()
        self.blockSignals(False)

    def retranslate(self) -> None:
        self.setAccessibleName(self._context.say("meetings-grid"))
        self.setMinimumHeight(self.fontMetrics().height() * 9)

    def _item(self, those: Sequence[MeetingLine]) -> QTableWidgetItem:
        say, theme = self._context.say, self._context.theme()
        texts = [
            f"{MARKS[one.meeting.state]} {say(f'meeting-state-{one.meeting.state.value}')}\n{one.a}\n{one.b}"
            for one in those
        ]
        item = QTableWidgetItem("\n\n".join(texts))
        item.setToolTip(item.text())
        item.setData(Qt.ItemDataRole.UserRole, those[0].id)
        colours = {
            MeetingState.UNDER_WAY: theme.accent_soft,
            MeetingState.HELD: theme.raised,
            MeetingState.NO_SHOW: theme.warning_soft,
        }
        if (colour := colours.get(those[0].meeting.state)) is not None:
            item.setBackground(QColor(colour))
        return item

    def _changed(self, item: QTableWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
