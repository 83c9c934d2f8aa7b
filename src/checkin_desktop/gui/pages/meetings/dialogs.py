"""Small dialogs of the meetings' page: the acta, who did not come, with which meeting to change places."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from checkin_desktop.domain.meetings import Side
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.dialogs import dialog_column, fit, headed, least_letters
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.meetings import MeetingLine
from checkin_desktop.services.ports.meetings import ActaTexts


class _Form(QDialog):
    """A heading, whose meeting it is, the parts, and one way on."""

    def __init__(
        self, parent: QWidget, context: Context, title: str, line: MeetingLine, letters: int
    ) -> None:
        super().__init__(parent.window())
        self._say = context.say
        least_letters(self, letters)
        heading, about = headed(self, title), label("soft", wrap=True)
        about.setText(context.say("meetings-name", a=line.a, b=line.b))
        self.column = dialog_column(self)
        self.column.addWidget(heading)
        self.column.addWidget(about)
        self.go, self.cancel = button("primary", lambda: None), button("", self.reject)
        self.cancel.setText(context.say("event-cancel"))
        self.cancel.setAutoDefault(False)
        self.finished.connect(self.deleteLater)


class ActaDialog(_Form):
    """`save` gets the texts, and whether the acta is to be printed too."""

    def __init__(
        self, parent: QWidget, context: Context, line: MeetingLine, save: Callable[[ActaTexts, bool], object]
    ) -> None:
        super().__init__(parent, context, context.say("meetings-acta-title"), line, 70)
        self._save = save
        written = line.acta or ActaTexts("", "")
        self.topics, self.agreements = QPlainTextEdit(written.topics), QPlainTextEdit(written.agreements)
        self.others = QLineEdit(written.others)
        for edit, name, lines in (
            (self.topics, "topics", 2),
            (self.agreements, "agreements", 3),
            (self.others, "others", 0),
        ):
            if isinstance(edit, QPlainTextEdit):
                edit.setTabChangesFocus(True)
                edit.setMinimumHeight(self.fontMetrics().height() * lines + GAP * 2)
            field = Field(edit)
            field.name(context.say(f"meetings-acta-{name}"))
            self.column.addWidget(field, lines)
        self.go.setText(context.say("meetings-acta-save"))
        self.go.clicked.connect(lambda: self._given(False))
        self.and_print = button("", lambda: self._given(True))
        self.and_print.setText(context.say("meetings-acta-save-print"))
        self.column.addLayout(row(0, self.cancel, self.and_print, self.go))
        fit(self, 70, 26)
        self.topics.setFocus()

    def _given(self, printed: bool) -> None:
        said = (self.topics.toPlainText().strip(), self.agreements.toPlainText().strip())
        self._save(ActaTexts(*said, self.others.text().strip()), printed)
        self.accept()


class NoShowDialog(_Form):
    """Which side did not come; whose scan is known is not ticked."""

    def __init__(
        self, parent: QWidget, context: Context, line: MeetingLine, note: Callable[[tuple[Side, ...]], object]
    ) -> None:
        super().__init__(parent, context, context.say("meetings-no-show-title"), line, 48)
        self._note = note
        self.sides = {side: QCheckBox(line.name(side)) for side in Side}
        for side, box in self.sides.items():
            box.setChecked(not line.meeting.here(side) and line.meeting.here(side.other))
            box.toggled.connect(lambda _: self._check())
            self.column.addWidget(box)
        self.go.setText(context.say("meetings-no-show-yes"))
        self.go.clicked.connect(self._given)
        self.column.addLayout(row(0, self.cancel, self.go))
        self._check()

    def _check(self) -> None:
        self.go.setEnabled(any(box.isChecked() for box in self.sides.values()))

    def _given(self) -> None:
        self._note(tuple(side for side, box in self.sides.items() if box.isChecked()))
        self.accept()


class SwapDialog(_Form):
    """The other meeting, with whose table and time this one changes. `swap` is told its id, and whether to do so
    whatever is in the way."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        line: MeetingLine,
        others: Sequence[MeetingLine],
        swap: Callable[[str, bool], object],
    ) -> None:
        super().__init__(parent, context, context.say("meetings-swap-title"), line, 62)
        self._others, self._swap = others, swap
        self._own = line
        self.which, self.wrong = CalmCombo(), label("wrong", wrap=True)
        self.effect = label(wrap=True)
        for other in others:
            self.which.addItem(f"{_where(other)} · {context.say('meetings-name', a=other.a, b=other.b)}")
        field = Field(self.which)
        field.name(context.say("meetings-swap-with"))
        self.column.addWidget(field)
        self.column.addWidget(self.effect)
        self.column.addWidget(self.wrong)
        self.which.currentIndexChanged.connect(self._tell)
        self.wrong.hide()
        self.go.setText(context.say("meetings-swap-yes"))
        self.go.clicked.connect(lambda: self._swap(self._others[self.which.currentIndex()].id, False))
        self.anyway = button("", lambda: self._swap(self._others[self.which.currentIndex()].id, True))
        self.anyway.setText(context.say("meetings-save-anyway"))
        self.anyway.hide()
        self.column.addLayout(row(0, self.cancel, self.anyway, self.go))

        self._tell()

    def _tell(self) -> None:
        """What comes of it; what was in the way of another choice is no longer said."""
        other = self._others[self.which.currentIndex()]
        self.effect.setText(
            self._say(
                "meetings-swap-effect",
                name=self._say("meetings-name", a=other.a, b=other.b),
                here=_where(self._own),
                there=_where(other),
            )
        )
        self.wrong.hide()
        self.anyway.hide()

    def clash(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()
        self.anyway.show()
        self.adjustSize()


class MeetingsImportDialog(QDialog):
    """What a spreadsheet would do, and the rows that stay out or are to be looked at; `wanted` None: nothing to do."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        counted: str,
        problems: Sequence[str],
        wanted: Callable[[], None] | None,
    ) -> None:
        super().__init__(parent.window())
        say = context.say
        self.setModal(True)
        fit(self, 76, 20)
        heading = headed(self, say("meetings-import-title"))
        told, about = label("strong", wrap=True), label("soft", wrap=True)
        told.setText(counted)
        about.setText(say("meetings-import-about" if problems else "meetings-import-whole"))
        self.rows = QPlainTextEdit("\n".join(problems))
        self.rows.setReadOnly(True)
        self.rows.setTabChangesFocus(True)
        self.rows.setAccessibleName(say("meetings-import-problems"))
        self.rows.setVisible(bool(problems))
        self.go, self.cancel = button("primary", self.accept), button("", self.reject)
        self.go.setText(say("meetings-import-go"))
        self.go.setEnabled(wanted is not None)
        self.cancel.setText(say("event-cancel"))
        if wanted is not None:
            self.accepted.connect(wanted)
        column = dialog_column(self)
        for part in (heading, told, about):
            column.addWidget(part)
        column.addWidget(self.rows, 1)
        column.addStretch()
        column.addLayout(row(0, self.cancel, self.go))
        self.finished.connect(self.deleteLater)


def _where(line: MeetingLine) -> str:
    place = line.meeting.place
    return f"{place.day:%d/%m} {place.starts:%H:%M}" + (f" · {place.table}" if place.table else "")
