"""The page where a list comes in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.importing.choosing import ChoosePanel, ProgressPanel
from checkin_desktop.gui.pages.importing.looking import Review
from checkin_desktop.gui.pages.importing.presenter import ImportPresenter, was_cancelled
from checkin_desktop.gui.pages.importing.problems import Problems
from checkin_desktop.gui.pages.importing.result import ResultPanel
from checkin_desktop.gui.pages.importing.review import ReviewPanel
from checkin_desktop.services.views import ImportPlan

_LISTS = "*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv *.tsv *.tab *.txt"


class ImportPage(Page):
    """One thing at a time: choose, read, look over, write, done. A file dropped anywhere on it is opened."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = ImportPresenter(context)
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._file = ""
        self.head = PageHead()
        self.choose, self.progress = ChoosePanel(context), ProgressPanel(context)
        self.review, self.result = ReviewPanel(context.language), ResultPanel(context)
        self.stack = QStackedWidget()
        for panel in (self.choose, self.progress, self.review, self.result):
            self.stack.addWidget(panel)
        self.body.addWidget(self.head)
        self.body.addWidget(self.stack, 1)
        self.setAcceptDrops(True)
        self._connect()
        self.retranslate()

    def open_file(self, path: Path) -> None:
        """Reads a list and shows what it holds; nothing is written before a person says so."""
        if not self.presenter.busy:
            self._folder = str(path.parent)
            self.presenter.open_file(path)

    def ask_file(self, chosen: Callable[[Path], object]) -> None:
        """Which list. Tests put their own answer here."""
        dialog = QFileDialog(self, self.context.say("import-choose"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        say = self.context.say
        dialog.setNameFilters([f"{say('import-lists')} ({_LISTS})", f"{say('import-all-files')} (*)"])
        dialog.setDirectory(self._folder)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_save(self, suggested: str, chosen: Callable[[Path], object]) -> None:
        """Where the problems are saved. Tests put their own answer here."""
        dialog = QFileDialog(self, self.context.say("import-problems-save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.setDirectory(self._folder)
        dialog.selectFile(suggested)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def retranslate(self) -> None:
        self.head.name(self.context.say("import-title"), self.context.say("head-import"))
        for panel in (self.choose, self.progress, self.review, self.result):
            panel.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.presenter.busy and self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path:
            event.acceptProposedAction()
            self.open_file(path)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.reading.connect(self._show_reading)
        presenter.reviewing.connect(self.review.show_looking)
        presenter.reviewed.connect(self._show_review)
        presenter.unreadable.connect(self._show_unreadable)
        presenter.importing.connect(self._show_importing)
        presenter.progressed.connect(self.progress.show_progress)
        presenter.imported.connect(self._show_imported)
        presenter.stopped.connect(self._show_stopped)
        self.choose.file_wanted.connect(lambda: self.ask_file(self.open_file))
        self.review.other_wanted.connect(lambda: self.ask_file(self.open_file))
        self.result.other_wanted.connect(lambda: self.ask_file(self.open_file))
        self.review.start_wanted.connect(presenter.start)
        self.review.preview.column_changed.connect(presenter.take_column)
        self.review.preview.sheet_changed.connect(presenter.take_sheet)
        self.review.values.changed.connect(presenter.take_value)
        self.progress.cancel_wanted.connect(self._cancel)
        self.result.page_wanted.connect(self.context.session.page_wanted)
        for problems in (self.review.problems, self.result.problems):
            problems.save_wanted.connect(lambda problems=problems: self._save(problems))

    def _show_reading(self, file: str) -> None:
        self._file = file
        self.choose.show_wrong(None)
        self.progress.begin("import-reading", file)
        self._show(self.progress)

    def _show(self, panel: QWidget) -> None:
        """A list under review has its own name for a title."""
        self.head.setVisible(panel is not self.review)
        self.stack.setCurrentWidget(panel)

    def _show_review(self, review: Review) -> None:
        self.review.show_review(review)
        if self.stack.currentWidget() is not self.review:
            self._show(self.review)
            self.review.start.setFocus()

    def _show_unreadable(self, error: PersonFacingError) -> None:
        self.choose.show_wrong(error)
        self._show(self.choose)

    def _show_importing(self) -> None:
        self.progress.begin("import-writing", self._file)
        self._show(self.progress)

    def _show_imported(self, review: Review, plan: ImportPlan) -> None:
        self.result.show_result(review, plan)
        self._show(self.result)
        if not self.isVisible():
            self.context.notify(self.context.say("import-done", people=plan.new + plan.updated))

    def _show_stopped(self, error: PersonFacingError) -> None:
        said = self.context.say(error.sentence, **error.arguments)
        self._show(self.review)
        if was_cancelled(error):
            self.context.notify(said)
        else:
            self.review.show_failure(said)

    def _cancel(self) -> None:
        if self.presenter.busy:
            self.progress.show_cancelling()
            self.presenter.cancel()
        else:
            self.presenter.forget()
            self._show(self.choose)

    def _save(self, problems: Problems) -> None:
        suggested = self.context.say("import-problems-file", file=Path(self._file).stem) + ".xlsx"
        headings, lines = problems.headings(), problems.lines()
        self.ask_save(suggested, lambda path: self.presenter.save_problems(path, headings, lines))

    @staticmethod
    def _dropped(event: QDropEvent) -> Path | None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        return Path(files[0]) if len(files) == 1 else None
