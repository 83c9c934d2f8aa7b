"""A finished PDF leaves the window: saved as a file, or printed and followed until it lies in the tray."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.printer_dialog import PrinterDialog
from checkin_desktop.services.ports.printing import JobFate, JobState, Printer, PrinterInfo

_EVERY_MS = 1_500


@dataclass(frozen=True, slots=True)
class _Order:
    """`title` is what the print system shows; it names nobody."""

    pdf: bytes
    title: str
    copies: int
    handed_over: Callable[[str], object] | None


class PrintFlow(QObject):
    """One a page. `state_changed` says in words how the last job fares ("" if there is nothing to say);
    `finished` brings its `JobFate`. The callbacks run on the main thread, only if it went well."""

    state_changed = Signal(str)
    finished = Signal(object)

    def __init__(self, context: Context, window: QWidget, *, badges: bool = False) -> None:
        """`badges`: on the printer that this computer has for them."""
        super().__init__(window)
        self._context, self._window, self._badges = context, window, badges
        self._printer: Printer | None = None
        self._job = ""
        self._fate: JobFate | None = None
        self._chosen = ""
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """A job is being followed."""
        return bool(self._job)

    def save(self, pdf: bytes, suggested_name: str, saved: Callable[[Path], object] | None = None) -> None:
        """Asks where and writes the file whole; says so in a toast. `saved` is told the path."""
        self.ask_path(suggested_name, lambda path: self._write(path, pdf, saved))

    def ask_path(self, suggested_name: str, chosen: Callable[[Path], object]) -> None:
        """Where to save. Tests put their own answer here."""
        dialog = QFileDialog(self._window, self._context.say("print-save-title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(self._folder)
        dialog.selectFile(suggested_name)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_pdf(
        self,
        pdf: bytes,
        title: str,
        handed_over: Callable[[str], object] | None = None,
        *,
        copies: int = 1,
        ask: bool = False,
    ) -> None:
        """Prints on the printer remembered, or asks which (`ask`: always).

        `handed_over` is told the printer's name once the print system has taken the job.
        """
        order = _Order(pdf, title, copies, handed_over)
        self._say(self._context.say("print-looking"))

        def look() -> tuple[Printer, tuple[PrinterInfo, ...]]:
            printer = self._context.tools.printer()
            return printer, printer.printers()

        self._context.lanes.work.run(look, lambda found: self._choose(order, ask, *found), self._failed)

    def cancel(self) -> None:
        """Takes the job followed back; what is printed already stays printed."""
        printer, job = self._printer, self._job
        if printer is None or not job:
            return
        self._job = ""
        self._timer.stop()
        self._context.lanes.work.run(
            lambda: printer.cancel(job), lambda _: self._end(JobFate(JobState.CANCELLED)), self._failed
        )

    def retranslate(self) -> None:
        self._say(self._words(self._fate) if self._fate else "")

    def _write(self, path: Path, pdf: bytes, saved: Callable[[Path], object] | None) -> None:
        self._folder = str(path.parent)

        def done(_: None) -> None:
            self._context.notify(self._context.say("print-saved", file=path.name))
            if saved is not None:
                saved(path)

        self._context.lanes.work.run(lambda: self._context.tools.write_file(path, pdf), done)

    def _choose(self, order: _Order, ask: bool, printer: Printer, found: tuple[PrinterInfo, ...]) -> None:
        if not found:
            self._failed(PersonFacingError("print-no-printers"))
            return
        known = self._context.preferences()
        preferred = self._chosen or (self._badges and known.badge_printer) or known.printer
        if not ask and any(p.name == preferred for p in found):
            self._submit(order, printer, preferred)
            return
        self._say("")
        dialog = PrinterDialog(self._window, self._context.language, found, preferred)

        def chosen() -> None:
            self._chosen = dialog.chosen
            if dialog.remember:
                known, name = self._context.preferences(), dialog.chosen
                self._context.change_preferences(
                    replace(known, badge_printer=name) if self._badges else replace(known, printer=name)
                )
            self._submit(order, printer, dialog.chosen)

        dialog.accepted.connect(chosen)
        dialog.rejected.connect(lambda: self.finished.emit(JobFate(JobState.CANCELLED)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _submit(self, order: _Order, printer: Printer, name: str) -> None:
        self._say(self._context.say("print-sending", printer=name))

        def done(job: str) -> None:
            self._printer, self._job = printer, job
            if order.handed_over is not None:
                order.handed_over(name)
            self._look()

        self._context.lanes.work.run(
            lambda: printer.submit(order.pdf, name, order.title, order.copies), done, self._failed
        )

    def _look(self) -> None:
        printer, job = self._printer, self._job
        if printer is not None and job:
            self._context.lanes.work.run(
                lambda: printer.fate(job), lambda fate: self._told(job, fate), self._failed
            )

    def _told(self, job: str, fate: JobFate) -> None:
        if job != self._job:
            return
        if fate.final:
            self._job = ""
            self._end(fate)
            return
        self._fate = fate
        self._say(self._words(fate))
        self._timer.start()

    def _end(self, fate: JobFate) -> None:
        self._fate = fate
        self._say(self._words(fate))
        self.finished.emit(fate)

    def _failed(self, error: PersonFacingError) -> None:
        """Nothing was printed: the sentence says what to do."""
        self._job = ""
        self._fate = JobFate(JobState.FAILED)
        self._say(self._context.say(error.sentence, **error.arguments))
        self.finished.emit(self._fate)

    def _words(self, fate: JobFate) -> str:
        said = [self._context.say(f"printing-state-{fate.state.value}")]
        said += [self._context.say(f"printing-trouble-{t.value}") for t in fate.troubles]
        return ". ".join(said)

    def _say(self, text: str) -> None:
        self.state_changed.emit(text)


class PrintStatus(QFrame):
    """A quiet line that shows how the flow's job fares, and lets it be cancelled; hidden while silent."""

    def __init__(self, context: Context, flow: PrintFlow) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._context, self._flow = context, flow
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        self.state = label(wrap=True)
        self.cancel_button = button("quiet", flow.cancel)
        layout.addWidget(self.state, 1)
        layout.addWidget(self.cancel_button)
        flow.state_changed.connect(self._show)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.cancel_button.setText(self._context.say("print-cancel-job"))

    def _show(self, text: str) -> None:
        self.state.setText(text)
        self.cancel_button.setVisible(self._flow.running)
        self.setVisible(bool(text))
