"""A finished PDF in a dialog: seen first, then printed or saved."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pdf_preview import PdfPreview
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus


@dataclass(frozen=True, slots=True)
class Document:
    """`heading` may name a person; `print_title`, which the print system shows to everybody, must not.

    `delivered` is told the printer's name once the job is taken, or "" once the file is saved.
    """

    pdf: bytes
    heading: str
    file_name: str
    print_title: str
    delivered: Callable[[str], object]


class DocumentDialog(QDialog):
    """Made once by its page and opened with one document after another: a job outlives its being closed."""

    def __init__(self, context: Context, page: QWidget, *, whole_page: bool = False) -> None:
        super().__init__(page)
        self._context = context
        self._document: Document | None = None
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(760, screen.width() - 40), min(660, screen.height() - 60))
        self.flow = PrintFlow(context, self)
        self.preview = PdfPreview(context, whole_page=whole_page)
        self.heading = label("heading", wrap=True)
        self.print_button = button("primary", self._print)
        self.print_button.setDefault(True)
        self.other_button = button("quiet", lambda: self._print(ask=True))
        self.save_button = button("", self._save)
        self.close_button = button("", self.accept)
        self._status = PrintStatus(context, self.flow)
        layout = dialog_column(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self._status)
        layout.addLayout(row(self.close_button, 0, self.other_button, self.save_button, self.print_button))

    def present(self, document: Document) -> None:
        self._document = document
        say, theme = self._context.say, self._context.theme()
        self.setWindowTitle(document.heading)
        self.heading.setText(document.heading)
        self.print_button.setText(say("print-print"))
        put_icon(self.print_button, "printer", theme.on_accent)
        self.other_button.setText(say("print-other"))
        self.save_button.setText(say("print-save"))
        put_icon(self.save_button, "save", theme.text)
        self.close_button.setText(say("print-close"))
        self._status.retranslate()
        self._status.hide()
        self.preview.retranslate()
        self.preview.show_pdf(document.pdf)
        self.open()
        self.print_button.setFocus()

    def _print(self, ask: bool = False) -> None:
        if self._document:
            d = self._document
            self.flow.print_pdf(d.pdf, d.print_title, d.delivered, ask=ask)

    def _save(self) -> None:
        if self._document:
            delivered = self._document.delivered
            self.flow.save(self._document.pdf, self._document.file_name, lambda _: delivered(""))
