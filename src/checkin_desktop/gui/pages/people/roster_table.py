"""The list of people, and what stands there while it is empty."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people.presenter import Roster, Standing
from checkin_desktop.gui.pages.people.roster_model import RosterModel
from checkin_desktop.gui.pages.people.roster_view import RosterView


class RosterTable(QStackedWidget):
    """`chosen` brings the id of the person selected; `walk_in_wanted` what was searched for in vain."""

    chosen = Signal(str)
    walk_in_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.roster: Roster | None = None
        self._marked = ""
        self.model = RosterModel(context)
        self.view = RosterView(context)
        self.view.setModel(self.model)
        self.view.setSortingEnabled(True)
        self.model.modelReset.connect(self._mark_again)
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.empty_text = label("soft", wrap=True)
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.walk_in_button = button("", self._walk_in)
        self.import_button = button("", lambda: context.session.page_wanted.emit("import"))
        nothing, column = card()
        column.setSpacing(GAP * 2)
        column.addStretch()
        column.addWidget(self.empty_text)
        column.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.walk_in_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        self.addWidget(self.view)
        self.addWidget(nothing)

    @property
    def has_focus(self) -> bool:
        return self.view.hasFocus()

    def show_roster(self, roster: Roster) -> None:
        self.roster = roster
        self.model.show(roster.lines)
        self._tell_empty()
        self.setCurrentIndex(0 if roster.lines else 1)

    def mark(self, attendee_id: str) -> None:
        """Selects the person's row, if it is here."""
        self._marked = attendee_id
        self._mark_again()

    def enter(self) -> None:
        """From the search field: to the list, its first row chosen if none is."""
        if self.model.rowCount():
            row = max(0, self.view.currentIndex().row())
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(row, 0))
        elif self.roster and self.roster.question.typed:
            self._walk_in()

    def retranslate(self) -> None:
        self.view.setAccessibleName(self._context.say("people-list"))
        self.model.retranslate()
        self.view.arrange()
        self._tell_empty()

    def _tell_empty(self) -> None:
        say, theme = self._context.say, self._context.theme()
        question = self.roster.question if self.roster else None
        typed = question.typed if question else ""
        narrowed = question is not None and (
            question.category is not None or question.standing is not Standing.EVERYBODY
        )
        if typed:
            self.empty_text.setText(say("people-none-found", typed=typed))
            self.walk_in_button.setText(say("people-register-typed", typed=typed))
        else:
            self.empty_text.setText(say("people-none-so" if narrowed else "people-nobody"))
            self.walk_in_button.setText(say("people-new"))
        put_icon(self.walk_in_button, "user-plus", theme.text)
        self.import_button.setText(say("people-import"))
        put_icon(self.import_button, "file-up", theme.text)
        self.import_button.setVisible(not typed and not narrowed)
        self.walk_in_button.setVisible(bool(typed) or not narrowed)

    def _walk_in(self) -> None:
        self.walk_in_wanted.emit(self.roster.question.typed if self.roster else "")

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self._marked = self.model.line(current.row()).attendee.id
            self.chosen.emit(self._marked)

    def _mark_again(self) -> None:
        """After new rows or another order the same person stays selected; nobody is asked for again."""
        row = self.model.row_of(self._marked) if self._marked else -1
        selection = self.view.selectionModel()
        blocker = QSignalBlocker(selection)
        if row < 0:
            selection.clear()
        else:
            mode = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            selection.setCurrentIndex(self.model.index(row, 0), mode)
            self.view.scrollTo(self.model.index(row, 0))
        blocker.unblock()
        self.view.viewport().update()
