"""A delegation put together beforehand: a name, and people ticked in the list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from checkin_desktop.domain.people import Attendee, AttendeeStatus, plain
from checkin_desktop.gui.design.dialogs import dialog_column, fit, headed
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.rows import RowsView
from checkin_desktop.gui.design.ticked_rows import TickedRows
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context


class ArrangeDialog(QDialog):
    """`arrange` is told the name and the members' ids."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        people: Sequence[Attendee],
        arrange: Callable[[str, tuple[str, ...]], object],
        name: str = "",
        members: Sequence[str] = (),
    ) -> None:
        super().__init__(parent.window())
        self._say, self._arrange = context.say, arrange
        self._people = [a for a in people if a.status is AttendeeStatus.ACTIVE]
        self._found = {
            a.id: plain(f"{a.name} {a.person.organisation} {a.person.region}") for a in self._people
        }
        say = context.say
        fit(self, 84, 32)
        heading = headed(self, say("delegations-edit" if name else "delegations-new"))
        self.name, self.search = QLineEdit(name), QLineEdit()
        self.name_field, self.search_field = Field(self.name), Field(self.search)
        self.name_field.name(say("delegations-name"))
        self.search_field.name(say("delegations-find-people"))
        self.model = TickedRows[Attendee](lambda a: a.id, _cells)
        self.model.set_headings([say(f"delegations-{part}") for part in ("member", "organisation", "region")])
        self.model.ticks = set(members)
        self.model.ticked_by_hand.connect(self._tell)
        self.view = RowsView(self.model, {0: 3, 1: 3, 2: 1})
        self.view.setAccessibleName(say("delegations-members"))
        self.view.clicked.connect(self._clicked)
        self.view.activated.connect(lambda index: self.model.flip(index.row()))
        self.counted = label("soft")
        self.tick_all = button("quiet", self._tick_shown)
        self.tick_all.setText(say("delegations-tick-shown"))
        self.go, self.cancel = button("primary", self._save), button("", self.reject)
        self.go.setText(say("delegations-save"))
        self.cancel.setText(say("event-cancel"))
        self.cancel.setAutoDefault(False)
        layout = dialog_column(self)
        for part in (heading, self.name_field, self.search_field):
            layout.addWidget(part)
        layout.addWidget(self.view, 1)
        layout.addLayout(row(self.counted, 0, self.tick_all))
        layout.addLayout(row(0, self.cancel, self.go))
        self.search.textChanged.connect(lambda _: self._filter())
        self.finished.connect(self.deleteLater)
        self._filter()
        self._tell()
        self.name.setFocus()

    def _filter(self) -> None:
        words = plain(self.search.text()).split()
        self.model.show([a for a in self._people if all(word in self._found[a.id] for word in words)])

    def _tick_shown(self) -> None:
        self.model.tick(self.model.ticks | {a.id for a in self.model.rows})
        self._tell()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() > 0:
            self.model.flip(index.row())

    def _tell(self) -> None:
        count = len(self.model.ticks)
        self.counted.setText(self._say("delegations-ticked", count=count))
        self.go.setEnabled(bool(count))

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if self.name_field.fault("" if name else self._say("delegations-no-name")):
            self.name.setFocus()
            return
        self._arrange(name, tuple(a.id for a in self._people if a.id in self.model.ticks))
        self.accept()


def _cells(attendee: Attendee) -> Sequence[str]:
    p = attendee.person
    return p.sort_name, p.organisation, p.region
