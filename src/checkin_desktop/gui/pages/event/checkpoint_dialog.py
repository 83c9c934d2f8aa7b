"""A session, a handing over, or a day's entrance, in a dialog."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.event import MOST_TOLERANCE, Checkpoint, CheckpointKind, SessionKind
from checkin_desktop.domain.people import Category
from checkin_desktop.gui.design.chips import Chips
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo, EnumCombo
from checkin_desktop.gui.design.dialogs import dialog_column, fit, headed, scrolled
from checkin_desktop.gui.design.fields import CalmSpin, Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.time_field import TimeField
from checkin_desktop.words.dates import long_date

_MOST_PEOPLE = 50_000
_MOST_SPEAKERS = 20


class CheckpointDialog(QDialog):
    """`given` None: a new session under `new_id`, on the day `proposed`; of another id: one like it. What the form does
    not show stays."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        days: Sequence[date],
        given: Checkpoint | None,
        new_id: str,
        define: Callable[[Checkpoint], None],
        proposed: date | None = None,
    ) -> None:
        super().__init__(parent.window())
        self._say, self._days, self._define = context.say, days, define
        session, day = CheckpointKind.SESSION, proposed or days[0]
        blank = Checkpoint(new_id, "", session, day, session_kind=SessionKind.TALK)
        self._base = replace(given or blank, id=new_id)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say, base = context.say, self._base
        self._entrance = base.kind is CheckpointKind.DAY
        self._title = say(_title(given, new_id))
        self.name, self.room = QLineEdit(base.name), QLineEdit(base.room)
        self.day, self.kind, self.last = CalmCombo(), EnumCombo(tuple(SessionKind)), CalmCombo()
        language = context.language.words.language
        for combo, chosen in ((self.day, base.day), (self.last, base.last_day or base.day)):
            combo.addItems([long_date(day, language) for day in days])
            combo.setCurrentIndex(days.index(chosen) if chosen in days else 0)
        self.day.setEnabled(not self._entrance)
        self.kind.show_texts([say(f"session-{kind.value}") for kind in SessionKind])
        self.kind.show_value(base.session_kind or SessionKind.OTHER)
        self.starts, self.ends = TimeField(base.starts, time(9)), TimeField(base.ends, time(10))
        self.opens, self.closes = TimeField(base.opens, time(8, 30)), TimeField(base.closes, time(10))
        self.capacity, self.tolerance = CalmSpin(0, _MOST_PEOPLE), CalmSpin(0, MOST_TOLERANCE)
        self.capacity.setSpecialValueText(say("event-no-limit"))
        self.capacity.setValue(base.capacity or 0)
        self.tolerance.setSpecialValueText(say("event-no-tolerance"))
        self.tolerance.setSuffix(f" {say('event-minutes')}")
        self.tolerance.setValue(base.minutes_spared)
        self.speakers = QPlainTextEdit("\n".join(base.speakers))
        self.speakers.setTabChangesFocus(True)
        self.categories = Chips([(c, say(f"category-{c.value}")) for c in Category], base.categories)
        self.once = QCheckBox(say("event-once"))
        self.once.setChecked(base.once)
        self.required, self.reentry = QCheckBox(say("event-required")), QCheckBox(say("event-reentry"))
        self.required.setChecked(base.required)
        self.reentry.setChecked(base.reentry)
        self.go, self.cancel = button("primary", self._save), button("", self.reject)
        self.go.setText(say("event-save"))
        self.go.setDefault(True)
        self.cancel.setText(say("event-cancel"))
        self._lay_out()
        self.once.toggled.connect(self._consequences)
        self._consequences()

    def _consequences(self) -> None:
        """What is handed over is no session: nobody speaks, nobody comes back, no certificate needs it."""
        once = self.once.isChecked()
        self.once.setVisible(not self._entrance)
        for name in ("kind", "speakers"):
            self.fields[name].setVisible(not once and not self._entrance)
        self.fields["last"].setVisible(once)
        self.required.setVisible(not once)
        self.reentry.setVisible(not once)

    def _lay_out(self) -> None:
        say = self._say
        heading = headed(self, self._title)
        parts: dict[str, QWidget] = {
            "name": self.name,
            "day": self.day,
            "last": self.last,
            "kind": self.kind,
            "starts": self.starts,
            "ends": self.ends,
            "room": self.room,
            "capacity": self.capacity,
            "speakers": self.speakers,
            "opens": self.opens,
            "closes": self.closes,
            "tolerance": self.tolerance,
            "categories": self.categories,
        }
        hinted = ("speakers", "tolerance", "categories")
        self.fields = {name: Field(part) for name, part in parts.items()}
        for name, field in self.fields.items():
            field.name(
                say(f"event-session-{name}"), say(f"event-session-{name}-hint") if name in hinted else ""
            )
        for timed, name in (
            (self.starts, "starts"),
            (self.ends, "ends"),
            (self.opens, "opens"),
            (self.closes, "closes"),
        ):
            timed.name(say(f"event-session-{name}"))
        self.name_field, self.ends_field = self.fields["name"], self.fields["ends"]
        self.ensurePolished()
        self.speakers.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + PAD)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(self.fields["name"])
        column.addWidget(self.once)
        for pair in (("day", "kind"), ("last",), ("starts", "ends"), ("room", "capacity"), ("speakers",)):
            column.addWidget(Columns([self.fields[name] for name in pair], letters=18))
        column.addWidget(Columns([self.required, self.reentry], letters=24))
        column.addWidget(
            Columns([self.fields[name] for name in ("opens", "closes", "tolerance")], letters=16)
        )
        column.addWidget(self.fields["categories"])
        column.addStretch()
        outer = dialog_column(self)
        outer.addWidget(heading)
        outer.addWidget(scrolled(inside), 1)
        outer.addLayout(row(0, self.cancel, self.go))
        fit(self, 72, 40)
        self.name.setFocus()

    def _save(self) -> None:
        say, starts, ends = self._say, self.starts.value, self.ends.value
        opens, closes = self.opens.value, self.closes.value
        nameless = self.name_field.fault("" if self.name.text().strip() else say("event-session-no-name"))
        backwards = starts is not None and ends is not None and ends <= starts
        self.ends_field.fault(say("event-session-ends-early") if backwards else "")
        shut = opens is not None and closes is not None and closes <= opens
        self.fields["closes"].fault(say("event-session-closes-early") if shut else "")
        if not (nameless or backwards or shut):
            self._define(self._wanted())
            self.accept()

    def _wanted(self) -> Checkpoint:
        once = self.once.isChecked()
        kind = self._base.kind if self._entrance else CheckpointKind.ONCE if once else CheckpointKind.SESSION
        day = self._base.day if self._entrance else self._days[self.day.currentIndex()]
        last = self._days[self.last.currentIndex()] if once else day
        lines = (line.strip() for line in self.speakers.toPlainText().splitlines())
        session = kind is CheckpointKind.SESSION
        return replace(
            self._base,
            name=self.name.text().strip(),
            kind=kind,
            day=day,
            last_day=last if once and last > day else None,
            session_kind=self.kind.value if session else None,
            starts=self.starts.value,
            ends=self.ends.value,
            room=self.room.text().strip(),
            capacity=self.capacity.value() or None,
            speakers=tuple(line for line in lines if line)[:_MOST_SPEAKERS] if session else (),
            opens=self.opens.value,
            closes=self.closes.value,
            tolerance=self.tolerance.value(),
            categories=frozenset(self.categories.chosen),
            required=self.required.isChecked() and not once,
            reentry=self.reentry.isChecked() and not once,
        )


def _title(given: Checkpoint | None, new_id: str) -> str:
    if given is None:
        return "event-session-add"
    if given.kind is CheckpointKind.DAY:
        return "event-day-edit"
    return "event-session-edit" if given.id == new_id else "event-session-duplicate"
