"""The list to print before the event: seen, printed, saved."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.paper.presenter import PaperList
from checkin_desktop.gui.pdf_preview import PdfPreview
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus

_PREVIEW_LINES = 14


class Sheet(QFrame):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._list: PaperList | None = None
        self.flow = PrintFlow(context, self)
        self.title, self.about = label("strong", wrap=True), label("soft", wrap=True)
        self.count = label("small", wrap=True)
        self.print_button, self.save_button = button("", self._print), button("", self._save)
        self.status = PrintStatus(context, self.flow)
        self.preview = PdfPreview(context)
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        for part in (self.title, self.about, self.count):
            layout.addWidget(part)
        layout.addLayout(row(self.print_button, self.save_button, 0))
        layout.addWidget(self.status)
        layout.addWidget(self.preview, 1)
        self._enable()

    def show_list(self, drawn: PaperList) -> None:
        self._list = drawn
        self._tell()
        self._enable()
        if drawn.people:
            self.preview.show_pdf(drawn.pdf)
        else:
            self.preview.clear(self._context.say("paper-nobody"))

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.title.setText(say("paper-before"))
        self.about.setText(say("paper-list-about"))
        self.print_button.setText(say("paper-print"))
        put_icon(self.print_button, "printer", theme.text)
        self.save_button.setText(say("print-save"))
        put_icon(self.save_button, "save", theme.text)
        self.status.retranslate()
        self.preview.retranslate()
        self.preview.setMinimumHeight(self.fontMetrics().height() * _PREVIEW_LINES)
        self._tell()

    def _tell(self) -> None:
        if self._list is not None:
            people, pages = self._list.people, self._list.pages
            self.count.setText(self._context.say("paper-list-count", people=people, pages=pages))

    def _enable(self) -> None:
        ready = self._list is not None and self._list.people > 0
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def _print(self) -> None:
        if self._list is not None:
            self.flow.print_pdf(self._list.pdf, self._context.say("paper-list-title"))

    def _save(self) -> None:
        if self._list is not None:
            self.flow.save(self._list.pdf, f"{self._context.say('paper-file')}.pdf")
