"""A meeting on the spot: one click on each party, and it begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from checkin_desktop.domain.meetings import Party
from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.combos import NameCombo
from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.hit_list import about
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.meeting_station import party_of
from checkin_desktop.services.parties import Parties
from checkin_desktop.services.views import AttendeeLine

_MOST = 20


@dataclass(frozen=True, slots=True)
class _Choice:
    """`text` as it stands in the list, `name` as it is said once chosen."""

    party: Party
    name: str
    text: str


class OnTheSpotDialog(QDialog):
    """Who is clicked first is party A, the second begins the meeting: `start` gets both and the table, and whoever
    opened the dialog closes it or says `refuse`. The search keeps the keyboard: arrows mark, Enter picks."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        parties: Parties,
        tables: Sequence[str],
        proposed_table: str,
        start: Callable[[Party, Party, str], object],
    ) -> None:
        super().__init__(parent.window())
        self._context, self._parties, self._start = context, parties, start
        self._choices: list[_Choice] = []
        self._first: _Choice | None = None
        self._wanted = ""
        say = context.say
        self.ensurePolished()
        self.resize(self.fontMetrics().averageCharWidth() * 74, self.fontMetrics().height() * 30)
        heading = headed(self, say("meetings-now-title"))
        self.asked, self.wrong = label("large", wrap=True), label("wrong", wrap=True)
        self.wrong.hide()
        self.field, self.hits = QLineEdit(), QListWidget()
        self.field.setObjectName("search")
        self.field.setPlaceholderText(say("meetings-now-search"))
        self.field.setAccessibleName(say("meetings-now-search"))
        self.hits.setAccessibleName(say("meetings-now-hits"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setWordWrap(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table = NameCombo(tables)
        self.table.setCurrentText(proposed_table)
        at = Field(self.table)
        at.name(say("meetings-table"))
        self.again, self.cancel = button("", self._begin_again), button("", self.reject)
        self.again.setText(say("meetings-now-other"))
        self.cancel.setText(say("event-cancel"))
        for made in (self.again, self.cancel):
            made.setAutoDefault(False)
        column = dialog_column(self)
        for part in (heading, at, self.asked, self.field):
            column.addWidget(part)
        column.addWidget(self.hits, 1)
        column.addWidget(self.wrong)
        column.addLayout(row(self.again, 0, self.cancel))
        self.field.textChanged.connect(self._type)
        self.field.installEventFilter(self)
        self.hits.itemClicked.connect(lambda item: self._pick(self.hits.row(item)))
        self.finished.connect(self.deleteLater)
        self._begin_again()

    def refuse(self, text: str) -> None:
        """It can't begin: the second party is asked for again."""
        self.wrong.setText(text)
        self.wrong.show()
        self.hits.setEnabled(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = Key.CHOOSE_STEP.which(event)
            if step is not None:
                last, by = self.hits.count() - 1, -1 if step else 1
                self.hits.setCurrentRow(max(0, min(last, self.hits.currentRow() + by)))
                return True
            if Key.CHOOSE_TAKE.pressed(event):
                self._pick(self.hits.currentRow())
                return True
        return super().eventFilter(watched, event)

    def _begin_again(self) -> None:
        self._first = None
        self._ask()

    def _ask(self) -> None:
        say = self._context.say
        first = self._first
        self.asked.setText(say("meetings-now-with", name=first.name) if first else say("meetings-now-who"))
        self.again.setVisible(first is not None)
        self.wrong.hide()
        self.field.clear()
        self._type("")
        self.field.setFocus()

    def _type(self, text: str) -> None:
        """Organisations at once, people as soon as they are found."""
        self._wanted = text.strip()
        words = plain(self._wanted).split()
        names = [name for name in self._parties.names if all(word in plain(name) for word in words)]
        self._choices = [_Choice(Party(name), name, name) for name in names]
        self._show()
        if words:
            wanted, desk = self._wanted, self._context.desk
            self._context.lanes.reader.run(
                lambda: search(desk, wanted, None, _MOST), lambda found: self._found(wanted, found)
            )

    def _found(self, wanted: str, found: Sequence[AttendeeLine]) -> None:
        if wanted == self._wanted:
            people = [line.attendee for line in found]
            self._choices += [
                _Choice(party_of(one), one.name, f"{one.name}\n{about(one, self._context)}") for one in people
            ]
            self._show()

    def _show(self) -> None:
        self.hits.clear()
        for choice in self._choices:
            item = QListWidgetItem(choice.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, choice.text.replace("\n", ", "))
            self.hits.addItem(item)
        self.hits.setCurrentRow(0)

    def _pick(self, place: int) -> None:
        if not 0 <= place < len(self._choices) or not self.hits.isEnabled():
            return
        chosen = self._choices[place]
        if self._first is None:
            self._first = chosen
            self._ask()
            return
        self.hits.setEnabled(False)
        self._start(self._first.party, chosen.party, " ".join(self.table.currentText().split()))
