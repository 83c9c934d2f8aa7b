"""Planning a meeting, or changing one: two parties, a table, a time; what is in the way is said when saving."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from checkin_desktop.domain.meetings import Meeting, Party, Place
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo, NameCombo
from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.fields import CalmTime, Field
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.parties import Parties
from checkin_desktop.words.dates import long_date

Save = Callable[[Party, Party, Place, str, bool], object]
_USUAL = timedelta(minutes=25)


class MeetingDialog(QDialog):
    """`save` gets both parties, the place, the topic and whether to save whatever is in the way; whoever opened it
    says `clash` or closes it."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        parties: Parties,
        days: Sequence[date],
        tables: Sequence[str],
        save: Save,
        given: Meeting | None = None,
        proposed: time = time(9),
    ) -> None:
        super().__init__(parent.window())
        self._say, self._parties, self._save = context.say, parties, save
        self._days, self._given = list(days), given
        if given is not None and given.place.day not in self._days:
            self._days.append(given.place.day)
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 58)
        self.a, self.b = (NameCombo(parties.names) for _ in range(2))
        self.day, self.table = CalmCombo(), NameCombo(tables)
        self.day.addItems([long_date(day, context.language.words.language) for day in self._days])
        self.starts, self.ends = CalmTime(), CalmTime()
        self.topic = QLineEdit()
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.go, self.cancel = button("primary", lambda: self._try(False)), button("", self.reject)
        self.anyway = button("", lambda: self._try(True))
        self._fill(given, proposed)
        self._lay_out()
        self.starts.timeChanged.connect(self._follow)
        self.finished.connect(self.deleteLater)

    def clash(self, text: str) -> None:
        """Something is in the way; a person may still want it so."""
        self.anyway.show()
        self._tell(text)

    def refuse(self, text: str) -> None:
        self.anyway.hide()
        self._tell(text)

    def _tell(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()
        self.adjustSize()

    def _fill(self, given: Meeting | None, proposed: time) -> None:
        first = given.place.starts if given else proposed
        self.starts.setTime(QTime(first.hour, first.minute))
        if given is None:
            self._follow()
            return
        self.a.setCurrentText(self._parties.label(given.party_a))
        self.b.setCurrentText(self._parties.label(given.party_b))
        self.day.setCurrentIndex(self._days.index(given.place.day))
        self.ends.setTime(QTime(given.place.ends.hour, given.place.ends.minute))
        self.table.setCurrentText(given.place.table)
        self.topic.setText(given.topic)

    def _lay_out(self) -> None:
        say = self._say
        heading = headed(self, say("meetings-new" if self._given is None else "meetings-edit-title"))
        self.go.setText(say("meetings-save"))
        self.go.setDefault(True)
        self.cancel.setText(say("event-cancel"))
        self.anyway.setText(say("meetings-save-anyway"))
        self.anyway.hide()
        fields = {
            name: Field(editor)
            for name, editor in (
                ("a", self.a),
                ("b", self.b),
                ("day", self.day),
                ("table", self.table),
                ("starts", self.starts),
                ("ends", self.ends),
                ("topic", self.topic),
            )
        }
        for name, field in fields.items():
            field.name(say(f"meetings-{name}"))
        column = dialog_column(self)
        column.addWidget(heading)
        column.addWidget(fields["a"])
        column.addWidget(fields["b"])
        for pair in (("day", "table"), ("starts", "ends")):
            column.addWidget(Columns([fields[name] for name in pair], letters=16))
        column.addWidget(fields["topic"])
        column.addWidget(self.wrong)
        column.addLayout(row(0, self.cancel, self.anyway, self.go))
        self.a.setFocus()

    def _follow(self) -> None:
        """The end follows the start, as long as meetings usually are."""
        self.ends.setTime(self.starts.time().addSecs(round(_USUAL.total_seconds())))

    def _try(self, anyway: bool) -> None:
        starts, ends = self.starts.time(), self.ends.time()
        day = self._days[self.day.currentIndex()]
        table = " ".join(self.table.currentText().split())
        place = Place(table, day, time(starts.hour(), starts.minute()), time(ends.hour(), ends.minute()))
        self._save(self._party(self.a, "a"), self._party(self.b, "b"), place, self.topic.text(), anyway)

    def _party(self, combo: QComboBox, side: str) -> Party:
        """Left as it was it is the same party, people and all."""
        given = (self._given.party_a if side == "a" else self._given.party_b) if self._given else None
        if given is not None and combo.currentText() == self._parties.label(given):
            return given
        return self._parties.party(combo.currentText())
