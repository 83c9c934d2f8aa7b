"""Every badge printed: when, whose, at which desk, by whom and on which printer; as a spreadsheet too."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.dialogs import dialog_column, fit
from checkin_desktop.gui.design.rows import Rows, RowsView
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.print_log import print_log
from checkin_desktop.services.reports import report
from checkin_desktop.services.views import PrintLine
from checkin_desktop.words.dates import clock_time, short_date


class LogDialog(QDialog):
    """The newest first."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self.heading, self.count = label("heading", wrap=True), label("soft", wrap=True)
        self.model: Rows[PrintLine] = Rows(_key, self._cells)
        self.view = RowsView(self.model, {1: 2, 4: 1})
        self.save, self.shut = button("", self._save), button("primary", self.accept)
        layout = dialog_column(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.count)
        layout.addWidget(self.view, 1)
        layout.addLayout(row(self.save, 0, self.shut))

    def present(self) -> None:
        say, desk = self._context.say, self._context.desk
        self.setWindowTitle(say("badges-history"))
        self.heading.setText(say("badges-history"))
        self.view.setAccessibleName(say("badges-history"))
        columns = ("recorded", "name", "station", "operator", "printer")
        self.model.set_headings([say(f"report-{name}") for name in columns])
        self.save.setText(say("badges-history-save"))
        self.save.setEnabled(self._context.may(Action.SEE_REPORTS))
        self.save.setToolTip("" if self.save.isEnabled() else say("badges-history-not-you"))
        self.shut.setText(say("print-close"))
        fit(self, 110, 32)
        self.open()
        self._context.lanes.reader.run(lambda: print_log(desk), self._show)

    def ask_path(self, name: str, chosen: Callable[[Path], object]) -> None:
        """Where to save. Tests put their own answer here."""
        dialog = QFileDialog(self, self._context.say("print-save-title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.setDirectory(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, lines: tuple[PrintLine, ...]) -> None:
        self.model.show(list(reversed(lines)))
        self.count.setText(self._context.say("badges-history-count", count=len(lines)))

    def _cells(self, line: PrintLine) -> Sequence[str]:
        day = short_date(line.at.date(), self._context.language.words.language)
        when = f"{day} {clock_time(line.at)}"
        return when, line.name, line.station, line.operator or "–", line.printer or "–"

    def _save(self) -> None:
        name = self._context.say("event-report-badges-file") + ".xlsx"
        self.ask_path(name, self._write)

    def _write(self, path: Path) -> None:
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words

        def failed(error: PersonFacingError) -> None:
            self.count.setText(self._context.say(error.sentence, **error.arguments))

        self._context.lanes.work.run(
            lambda: tools.write_table(path, *report(desk, "badges", words)),
            lambda _: self._context.notify(self._context.say("print-saved", file=path.name)),
            failed,
        )


def _key(line: PrintLine) -> str:
    return f"{line.at.isoformat()} {line.code_id}"
