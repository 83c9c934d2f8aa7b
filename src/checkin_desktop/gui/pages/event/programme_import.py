"""A programme from a spreadsheet: what would change, which rows are wrong, then the import."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, fit, headed
from checkin_desktop.gui.design.rows import Rows, RowsView
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.import_programme import Change, PlannedSession, ProgrammePlan
from checkin_desktop.services.ports.programme import ProgrammeReading

_COLUMNS = ("change", "day", "time", "name", "kind", "room", "capacity")


class ProgrammeImportDialog(QDialog):
    """`confirmed` imports what is shown."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        reading: ProgrammeReading,
        plan: ProgrammePlan,
        confirmed: Callable[[], None],
    ) -> None:
        super().__init__(parent.window())
        self._say = context.say
        say = context.say
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading, told = headed(self, say("programme-import-title")), label(wrap=True)
        counted = {change.value: plan.count(change) for change in Change}
        told.setText(say("programme-import-about", **counted))
        self.rows: Rows[PlannedSession] = Rows(lambda s: str(s.row), self._cells)
        self.rows.set_headings(
            [say("programme-import-change"), *(say(f"event-programme-{name}") for name in _COLUMNS[1:])]
        )
        self.rows.show(plan.sessions)
        self.view = RowsView(self.rows, {3: 1})
        self.view.setAccessibleName(say("event-tab-programme"))
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        for problem in reading.problems:
            said = say(problem.sentence, value=problem.value)
            line = say("cli-import-problem", row=problem.row, column=problem.column, problem=said)
            self.problems.addItem(line)
        wrong = label("strong", wrap=True)
        wrong.setText(say("programme-import-problems", count=len(reading.problems)))
        self.problems.setAccessibleName(wrong.text())
        self.go, self.cancel = button("primary", self.accept), button("", self.reject)
        self.go.setText(say("programme-import-go"))
        self.cancel.setText(say("event-cancel"))
        self.go.setEnabled(any(s.change is not Change.UNCHANGED for s in plan.sessions))
        self.accepted.connect(confirmed)
        column = dialog_column(self)
        column.addWidget(heading)
        column.addWidget(told)
        column.addWidget(self.view, 3)
        if reading.problems:
            column.addWidget(wrong)
            column.addWidget(self.problems, 1)
        column.addLayout(row(0, self.cancel, self.go))
        fit(self, 120, 38)

    def _cells(self, planned: PlannedSession) -> tuple[str, ...]:
        c, say = planned.checkpoint, self._say
        times = [f"{t:%H:%M}" for t in (c.starts, c.ends) if t is not None]
        kind = f"session-{c.session_kind.value}" if c.session_kind else "event-kind-once"
        return (
            say(f"programme-import-{planned.change.value}"),
            f"{c.day:%d/%m/%Y}",
            "–".join(times),
            c.name,
            say(kind),
            c.room,
            str(c.capacity or ""),
        )
