"""Reads, reviews and imports a list beside the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.importing.looking import Choice, Review, look_over
from checkin_desktop.services.import_roster import ImportCancelled, import_roster
from checkin_desktop.services.ports.rosters import Progress, ReadingCancelled, RosterField, Table
from checkin_desktop.services.views import ImportPlan

_EVERYTHING = Choice()


class ImportPresenter(QObject):
    """Everything runs on the work lane: the import writes in short units of its own, so that check-ins, which
    have the writer lane to themselves, go in between. `progressed` brings (done, all), (0, 0) while unknown."""

    reading = Signal(str)
    reviewing = Signal()
    reviewed = Signal(object)
    unreadable = Signal(object)
    importing = Signal()
    progressed = Signal(int, int)
    imported = Signal(object, object)
    stopped = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = 0
        self._review: Review | None = None
        self._choice = _EVERYTHING
        self._stop: Event | None = None

    @property
    def busy(self) -> bool:
        """An import is being written."""
        return self._stop is not None

    def open_file(self, path: Path) -> None:
        """Reads another file; what was open before is forgotten."""
        if self.busy:
            return
        self._review, self._choice = None, _EVERYTHING
        tools = self._context.tools
        self.reading.emit(path.name)
        self._look(path.name, lambda: tools.read_tables(path))

    def forget(self) -> None:
        """Drops the file, or stops reading it."""
        self._asked += 1
        self._review, self._choice = None, _EVERYTHING

    def take_sheet(self, sheet: str, taken: bool) -> None:
        without = self._choice.without
        self._change(replace(self._choice, without=without - {sheet} if taken else without | {sheet}))

    def take_column(self, heading: str, field: RosterField) -> None:
        self._change(replace(self._choice, columns={**self._choice.columns, heading: field}))

    def take_value(self, value: str, category: Category) -> None:
        self._change(replace(self._choice, categories={**self._choice.categories, value: category}))

    def start(self) -> None:
        """Imports what was reviewed last; nothing while a review is under way."""
        review = self._review
        if self.busy or review is None or review.reading is None or review.choice != self._choice:
            return
        reading, desk = review.reading, self._context.desk
        stop = self._stop = Event()

        def progress(done: int, total: int) -> bool:
            self.progressed.emit(done, total)
            return not stop.is_set()

        def done(plan: ImportPlan) -> None:
            self._stop = None
            self._review = None
            self.imported.emit(review, plan)
            self._context.session.changed.emit()

        def failed(error: PersonFacingError) -> None:
            self._stop = None
            self.stopped.emit(error)

        self.importing.emit()
        self._context.lanes.work.run(lambda: import_roster(desk, reading, progress), done, failed)

    def cancel(self) -> None:
        """Stops the import: nobody comes in."""
        if self._stop:
            self._stop.set()

    def save_problems(self, path: Path, headings: list[str], rows: list[list[str]]) -> None:
        context = self._context
        context.lanes.work.run(
            lambda: context.tools.write_table(path, headings, rows),
            lambda _: context.notify(context.say("import-problems-saved", file=path.name)),
        )

    def _change(self, choice: Choice) -> None:
        if self.busy or self._review is None:
            return
        self._choice = choice
        tables = self._review.tables
        self.reviewing.emit()
        self._look(self._review.file, lambda: tables)

    def _look(self, file: str, tables: Callable[[], tuple[Table, ...]]) -> None:
        self._asked += 1
        asked, choice, desk, tools = self._asked, self._choice, self._context.desk, self._context.tools

        def work() -> Review | None:
            try:
                return look_over(desk, tools, file, tables(), choice, self._progress(asked))
            except ReadingCancelled:
                return None

        def done(review: Review | None) -> None:
            if review is not None and asked == self._asked:
                self._review = review
                self.reviewed.emit(review)

        def failed(error: PersonFacingError) -> None:
            if asked == self._asked:
                self.unreadable.emit(error)

        self._context.lanes.work.run(work, done, failed)

    def _progress(self, asked: int) -> Progress:
        def told(done: int, total: int) -> bool:
            if asked != self._asked:
                return False
            self.progressed.emit(done, total)
            return True

        return told


def was_cancelled(error: PersonFacingError) -> bool:
    return isinstance(error, ImportCancelled)
