"""A session, or a day's entrance, in a dialog."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint, CheckpointKind, SessionKind
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo, EnumCombo
from checkin_desktop.gui.design.fields import CalmSpin, Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.words.dates import long_date

_MOST_PEOPLE = 50_000


class TimeField(QWidget):
    """A time of day that may be left out."""

    def __init__(self, given: time | None, proposed: time) -> None:
        super().__init__()
        self.known, self.editor = QCheckBox(), QTimeEdit()
        self.editor.setDisplayFormat("HH:mm")
        self.editor.lineEdit().setTextMargins(GAP, 0, 0, 0)
        shown = given or proposed
        self.editor.setTime(QTime(shown.hour, shown.minute))
        self.known.setChecked(given is not None)
        self.editor.setEnabled(given is not None)
        self.known.toggled.connect(self.editor.setEnabled)
        line = row(self.known, self.editor)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(1, 1)
        self.setLayout(line)

    def name(self, caption: str) -> None:
        self.known.setAccessibleName(caption)
        self.editor.setAccessibleName(caption)

    @property
    def value(self) -> time | None:
        at = self.editor.time()
        return time(at.hour(), at.minute()) if self.known.isChecked() else None


class CheckpointDialog(QDialog):
    """`given` None: a new session under `new_id`. What the form does not show stays as it was."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        days: Sequence[date],
        given: Checkpoint | None,
        new_id: str,
        define: Callable[[Checkpoint], None],
    ) -> None:
        super().__init__(parent.window())
        self._say, self._days, self._define = context.say, days, define
        self._base = given or Checkpoint(
            new_id, "", CheckpointKind.SESSION, days[0], session_kind=SessionKind.TALK
        )
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say, base = context.say, self._base
        session = base.kind is CheckpointKind.SESSION
        sentence = (
            "event-session-add" if given is None else "event-session-edit" if session else "event-day-edit"
        )
        self.setWindowTitle(say(sentence))
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 54)
        self.name, self.room = QLineEdit(base.name), QLineEdit(base.room)
        self.day, self.kind = CalmCombo(), EnumCombo(tuple(SessionKind))
        language = context.language.words.language
        self.day.addItems([long_date(day, language) for day in days])
        self.day.setCurrentIndex(days.index(base.day) if base.day in days else 0)
        self.day.setEnabled(session)
        self.kind.show_texts([say(f"session-{kind.value}") for kind in SessionKind])
        self.kind.show_value(base.session_kind or SessionKind.OTHER)
        self.starts, self.ends = TimeField(base.starts, time(9)), TimeField(base.ends, time(10))
        self.capacity = CalmSpin(0, _MOST_PEOPLE)
        self.capacity.setSpecialValueText(say("event-no-limit"))
        self.capacity.setValue(base.capacity or 0)
        self.required, self.reentry = QCheckBox(say("event-required")), QCheckBox(say("event-reentry"))
        self.required.setChecked(base.required)
        self.reentry.setChecked(base.reentry)
        self.go, self.cancel = button("primary", self._save), button("", self.reject)
        self.go.setText(say("event-save"))
        self.go.setDefault(True)
        self.cancel.setText(say("event-cancel"))
        self._lay_out(session)

    def _lay_out(self, session: bool) -> None:
        say = self._say
        heading = label("heading", wrap=True)
        heading.setText(self.windowTitle())
        self.name_field, self.ends_field = Field(self.name), Field(self.ends)
        fields = {
            "name": self.name_field,
            "day": Field(self.day),
            "kind": Field(self.kind),
            "starts": Field(self.starts),
            "ends": self.ends_field,
            "room": Field(self.room),
            "capacity": Field(self.capacity),
        }
        for name, field in fields.items():
            field.name(say(f"event-session-{name}"))
        for timed, name in ((self.starts, "starts"), (self.ends, "ends")):
            timed.name(say(f"event-session-{name}"))
        fields["kind"].setVisible(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD + GAP, PAD + GAP, PAD + GAP, PAD + GAP)
        column.setSpacing(GAP + 4)
        column.addWidget(heading)
        column.addWidget(fields["name"])
        for pair in (("day", "kind"), ("starts", "ends"), ("room", "capacity")):
            column.addWidget(Columns([fields[name] for name in pair], letters=18))
        column.addWidget(Columns([self.required, self.reentry], letters=24))
        column.addSpacing(GAP)
        column.addLayout(row(0, self.cancel, self.go))
        self.name.setFocus()

    def _save(self) -> None:
        say, starts, ends = self._say, self.starts.value, self.ends.value
        nameless = self.name_field.fault("" if self.name.text().strip() else say("event-session-no-name"))
        backwards = starts is not None and ends is not None and ends <= starts
        self.ends_field.fault(say("event-session-ends-early") if backwards else "")
        if nameless or backwards:
            self.adjustSize()
            return
        session = self._base.kind is CheckpointKind.SESSION
        self._define(
            replace(
                self._base,
                name=self.name.text().strip(),
                day=self._days[self.day.currentIndex()] if session else self._base.day,
                session_kind=self.kind.value if session else None,
                starts=starts,
                ends=ends,
                room=self.room.text().strip(),
                capacity=self.capacity.value() or None,
                required=self.required.isChecked(),
                reentry=self.reentry.isChecked(),
            )
        )
        self.accept()
