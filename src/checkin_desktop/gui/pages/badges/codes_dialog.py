"""Before the event: a picture of each one's QR, in a folder or a ZIP, and the list that a mail merge takes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.dialogs import dialog_column, fit
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.slices import Ended, Slices
from checkin_desktop.gui.tools import ZipOut
from checkin_desktop.services.badge_codes import CodeLine, FileNames, code_lines, merge_table

_AT_ONCE = 40


class CodesDialog(QDialog):
    """Made once by its page; what is being written goes on when it is closed."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._ids: frozenset[str] | None = None
        self._slices = Slices(self)
        self._slices.progressed.connect(self._progressed)
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.heading, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.names_label, self.names = label(), EnumCombo(tuple(FileNames))
        self.names_label.setBuddy(self.names)
        self.names.setMinimumContentsLength(20)
        self.zip = button("primary", lambda: self._save("zip", self._zip))
        self.folder = button("", self._choose_folder)
        self.merge = button("", lambda: self._save("xlsx", self._merge))
        self.told, self.wrong = label("soft", wrap=True), label("wrong", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop, self.shut = button("quiet", self._slices.stop), button("", self.accept)
        verbs = Flow()
        for verb in (self.zip, self.folder, self.merge):
            verbs.addWidget(verb)
        layout = dialog_column(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.about)
        layout.addLayout(row(self.names_label, self.names, 0))
        layout.addLayout(verbs)
        for part in (self.progress, self.told, self.wrong):
            layout.addWidget(part)
        layout.addStretch()
        layout.addLayout(row(self.stop, 0, self.shut))
        self._working(False)

    def present(self, attendee_ids: frozenset[str]) -> None:
        """Of these people; of everybody where there are none."""
        self._ids = attendee_ids or None
        self._retranslate()
        if not self._slices.running:
            self._tell("")
        fit(self, 70, 20)
        self.open()

    def ask_path(self, suffix: str, chosen: Callable[[Path], object]) -> None:
        """Where to save. Tests put their own answer here."""
        dialog = QFileDialog(self, self._context.say("print-save-title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = ["Excel (*.xlsx)", "CSV (*.csv)"] if suffix == "xlsx" else ["ZIP (*.zip)"]
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix(suffix)
        dialog.filterSelected.connect(
            lambda text: dialog.setDefaultSuffix("csv" if "csv" in text else suffix)
        )
        dialog.setDirectory(self._folder)
        dialog.selectFile(self._context.say(f"badges-codes-file-{suffix}") + f".{suffix}")
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_folder(self, chosen: Callable[[Path], object]) -> None:
        """Which folder. Tests put their own answer here."""
        dialog = QFileDialog(self, self._context.say("badges-codes-folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(self._folder)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _retranslate(self) -> None:
        say = self._context.say
        self.setWindowTitle(say("badges-before"))
        self.heading.setText(say("badges-before"))
        self.about.setText(say("badges-codes-about"))
        self.names_label.setText(say("badges-codes-names"))
        self.names.setAccessibleName(say("badges-codes-names"))
        self.names.show_texts([say(f"badges-codes-names-{name.value}") for name in FileNames])
        for verb, sentence in (
            (self.zip, "badges-codes-zip"),
            (self.folder, "badges-codes-folder"),
            (self.merge, "badges-codes-merge"),
            (self.stop, "badges-cancel"),
            (self.shut, "print-close"),
        ):
            verb.setText(say(sentence))
        self.progress.setAccessibleName(say("badges-before"))

    def _save(self, suffix: str, write: Callable[[Path, tuple[CodeLine, ...]], None]) -> None:
        self.ask_path(suffix, lambda path: self._with_lines(lambda lines: write(path, lines)))

    def _choose_folder(self) -> None:
        self.ask_folder(lambda path: self._with_lines(lambda lines: self._into(path, lines)))

    def _with_lines(self, then: Callable[[tuple[CodeLine, ...]], object]) -> None:
        desk, names, ids = self._context.desk, self.names.value, self._ids
        self._working(True)
        self._context.lanes.lists.run(lambda: code_lines(desk, names, ids), then, self._failed)

    def _zip(self, path: Path, lines: tuple[CodeLine, ...]) -> None:
        tools, lane = self._context.tools, self._context.lanes.work

        def opened(out: ZipOut) -> None:
            def write(part: Sequence[CodeLine]) -> None:
                for line in part:
                    out.add(line.file, tools.draw_code(line.code))

            def ended(outcome: Ended[None]) -> None:
                if outcome.complete:
                    lane.run(out.finish, lambda _: self._saved(path, lines), self._failed)
                else:
                    lane.run(out.abandon, lambda _: self._ended(outcome.error))

            self._slices.run(lane, lines, _AT_ONCE, write, ended)

        lane.run(lambda: tools.open_zip(path), opened, self._failed)

    def _into(self, folder: Path, lines: tuple[CodeLine, ...]) -> None:
        tools = self._context.tools

        def write(part: Sequence[CodeLine]) -> None:
            for line in part:
                tools.write_file(folder / line.file, tools.draw_code(line.code))

        def ended(outcome: Ended[None]) -> None:
            if outcome.complete:
                self._saved(folder, lines)
            else:
                self._ended(outcome.error)

        self._slices.run(self._context.lanes.work, lines, _AT_ONCE, write, ended)

    def _merge(self, path: Path, lines: tuple[CodeLine, ...]) -> None:
        tools, words = self._context.tools, self._context.language.words
        self._context.lanes.work.run(
            lambda: tools.write_table(path, *merge_table(lines, words)),
            lambda _: self._saved(path, lines),
            self._failed,
        )

    def _saved(self, path: Path, lines: tuple[CodeLine, ...]) -> None:
        self._folder = str(path.parent)
        self._working(False)
        self._tell(self._context.say("badges-codes-saved", count=len(lines), file=path.name))

    def _ended(self, error: PersonFacingError | None) -> None:
        self._working(False)
        if error:
            self._failed(error)
        else:
            self._tell(self._context.say("badges-codes-stopped"))

    def _failed(self, error: PersonFacingError) -> None:
        self._working(False)
        self._tell("", self._context.say(error.sentence, **error.arguments))

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _working(self, working: bool) -> None:
        self.progress.setVisible(working)
        self.stop.setVisible(working)
        for verb in (self.zip, self.folder, self.merge):
            verb.setEnabled(not working)

    def _tell(self, told: str, wrong: str = "") -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
