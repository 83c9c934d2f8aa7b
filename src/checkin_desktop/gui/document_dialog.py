"""A finished PDF in a dialog: seen first, then printed or saved."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pdf_preview import PdfPreview
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus


class DocumentDialog(QDialog):
    """`heading` may name a person; `print_title`, which the print system shows to everybody, must not.

    `delivered` is told the printer's name once the job is taken, or "" once the file is saved.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        pdf: bytes,
        *,
        heading: str,
        file_name: str,
        print_title: str,
        delivered: Callable[[str], object],
        whole_page: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(760, screen.width() - 40), min(660, screen.height() - 60))
        self.flow = PrintFlow(context, self)
        self.preview = PdfPreview(context, whole_page=whole_page)
        title = label("heading", wrap=True)
        title.setText(heading)
        self.print_button = button("primary", lambda: self.flow.print_pdf(pdf, print_title, delivered))
        self.print_button.setText(context.say("print-print"))
        self.print_button.setIcon(icon("printer", context.theme().on_accent))
        self.print_button.setDefault(True)
        self.other_button = button(
            "quiet", lambda: self.flow.print_pdf(pdf, print_title, delivered, ask=True)
        )
        self.other_button.setText(context.say("print-other"))
        self.save_button = button("", lambda: self.flow.save(pdf, file_name, lambda _: delivered("")))
        self.save_button.setText(context.say("print-save"))
        self.save_button.setIcon(icon("save", context.theme().text))
        close = button("", self.accept)
        close.setText(context.say("print-close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD)
        layout.setSpacing(GAP + 4)
        layout.addWidget(title)
        layout.addWidget(self.preview, 1)
        layout.addWidget(PrintStatus(context, self.flow))
        layout.addLayout(row(close, 0, self.other_button, self.save_button, self.print_button))
        self.print_button.setFocus()
        self.preview.show_pdf(pdf)
