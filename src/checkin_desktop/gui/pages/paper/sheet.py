"""The list to print before the event: seen, printed, saved."""

from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.paper.listing import Listing, PaperList
from checkin_desktop.gui.pdf_preview import PdfPreview
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus

_PREVIEW_LINES = 14


class Sheet(QFrame):
    def __init__(self, context: Context, listing: Listing) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context, self._listing = context, listing
        self._list: PaperList | None = None
        self._people = 0
        self._done = self._all = 0
        self.flow = PrintFlow(context, self)
        self.title, self.about = label("strong", wrap=True), label("soft", wrap=True)
        self.count = label("small", wrap=True)
        self.print_button, self.save_button = button("", self._print), button("", self._save)
        self.look_button = button("", self._look)
        self.working = QWidget()
        self.told, self.bar = label("soft"), QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = button("quiet", self._stop)
        self.status = PrintStatus(context, self.flow)
        self.preview = PdfPreview(context)
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._lay_out()
        listing.seen.connect(self._show_list)
        listing.long.connect(self._show_long)
        listing.working.connect(self._show_working)
        listing.stopped.connect(lambda: context.notify(context.say("paper-list-stopped")))
        listing.failed.connect(self._failed)
        self._enable()

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.title.setText(say("paper-before"))
        self.about.setText(say("paper-list-about"))
        self.print_button.setText(say("paper-print"))
        put_icon(self.print_button, "printer", theme.text)
        self.save_button.setText(say("print-save"))
        put_icon(self.save_button, "save", theme.text)
        self.look_button.setText(say("paper-look"))
        put_icon(self.look_button, "eye", theme.text)
        self.stop_button.setText(say("paper-list-stop"))
        self.status.retranslate()
        self.preview.retranslate()
        self.preview.setMinimumHeight(self.fontMetrics().height() * _PREVIEW_LINES)
        self._show_unseen()
        self._tell()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        for part in (self.title, self.about, self.count):
            layout.addWidget(part)
        layout.addLayout(row(self.print_button, self.save_button, self.look_button, 0))
        beside = row(self.told, self.bar, self.stop_button)
        beside.setContentsMargins(0, 0, 0, 0)
        self.working.setLayout(beside)
        self.working.hide()
        self.look_button.hide()
        layout.addWidget(self.working)
        layout.addWidget(self.status)
        layout.addWidget(self.preview, 1)

    def _show_list(self, seen: PaperList) -> None:
        self._list = seen
        self.look_button.setEnabled(True)
        if seen.pdf:
            self.preview.show_pdf(seen.pdf)
        else:
            self.preview.clear(self._context.say("paper-nobody"))
        self._tell()
        self._enable()

    def _show_long(self, people: int) -> None:
        """What was looked at stays on screen until people came to the list."""
        if people != self._people:
            self._list, self._people = None, people
            self.look_button.setEnabled(True)
            self._show_unseen()
        self.look_button.show()
        self._tell()
        self._enable()

    def _show_unseen(self) -> None:
        if self._people and self._list is None:
            self.preview.clear(self._context.say("paper-list-long", people=self._people))

    def _show_working(self, done: int, total: int) -> None:
        self._done, self._all = done, total
        self.working.setVisible(total > 0)
        self.stop_button.setEnabled(True)
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self._tell()
        self._enable()

    def _tell(self) -> None:
        say = self._context.say
        drawing = say("paper-list-drawing", done=self._done, total=self._all)
        self.told.setText(drawing if self._all > 1 else say("paper-list-reading"))
        self.bar.setAccessibleName(self.told.text())
        if self._list is not None:
            self.count.setText(say("paper-list-count", people=self._list.people, pages=self._list.pages))
        else:
            self.count.setText("")

    def _enable(self) -> None:
        ready = self._people > 0 or (self._list is not None and self._list.people > 0)
        for verb in (self.print_button, self.save_button):
            verb.setEnabled(ready and not self._all)

    def _look(self) -> None:
        self.look_button.setEnabled(False)
        self.preview.clear(self._context.say("paper-list-reading"))
        self._listing.look(asked=True)

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._listing.stop()

    def _failed(self, error: PersonFacingError) -> None:
        self.look_button.setEnabled(True)
        self._context.notify(self._context.say(error.sentence, **error.arguments))

    def _print(self) -> None:
        self._listing.draw(lambda pdf: self.flow.print_pdf(pdf, self._context.say("paper-list-title")))

    def _save(self) -> None:
        self._listing.draw(lambda pdf: self.flow.save(pdf, f"{self._context.say('paper-file')}.pdf"))
