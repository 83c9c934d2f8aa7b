"""The first sheet as it will be, its layout, and the ways out: printer or file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QProgressBar, QRadioButton, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.badges.presenter import LAYOUTS
from checkin_desktop.gui.pdf_preview import PdfPreview


class Sheet(QFrame):
    """`layout_changed`: another number of badges a sheet."""

    layout_changed = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._count = 0
        self._blank = False
        self.title = label("strong")
        self.layouts = {n: QRadioButton() for n in LAYOUTS}
        group = QButtonGroup(self)
        for radio in self.layouts.values():
            group.addButton(radio)
            radio.toggled.connect(lambda on: self.layout_changed.emit() if on else None)
        self.layouts[LAYOUTS[0]].blockSignals(True)
        self.layouts[LAYOUTS[0]].setChecked(True)
        self.layouts[LAYOUTS[0]].blockSignals(False)
        self.preview = PdfPreview(context, whole_page=True)
        self.summary, self.hint = label("large", wrap=True), label("small", wrap=True)
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.print = button("primary", self.print_wanted.emit)
        self.save = button("", self.save_wanted.emit)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_told = label("soft")
        self.cancel = button("quiet", self._cancel)
        self.working = QWidget()
        told = row(self.progress_told, self.progress, self.cancel)
        told.setContentsMargins(0, 0, 0, 0)
        told.setStretch(1, 1)
        self.working.setLayout(told)
        self.working.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addLayout(row(*self.layouts.values(), 0))
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.summary)
        layout.addWidget(self.hint)
        layout.addWidget(self.wrong)
        layout.addWidget(self.working)
        layout.addLayout(row(self.print, self.save, 0))

    @property
    def per_page(self) -> int:
        return next(n for n, radio in self.layouts.items() if radio.isChecked())

    def show_count(self, count: int, blank: bool) -> None:
        """How many badges would be made."""
        self._count, self._blank = count, blank
        self._tell()

    def show_working(self, done: int, total: int) -> None:
        self.working.setVisible(bool(total))
        self.wrong.hide()
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        self.progress_told.setText(self._context.say("badges-drawing", done=done, total=total))
        self.cancel.setEnabled(True)
        self._enable()

    def show_wrong(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.title.setText(say("badges-sheet"))
        for n, radio in self.layouts.items():
            radio.setText(say("badges-per-sheet", count=n))
        self.hint.setText(say("badges-paper"))
        self.print.setText(say("badges-print"))
        put_icon(self.print, "printer", theme.on_accent)
        self.print.setShortcut("Ctrl+P")
        self.save.setText(say("badges-save"))
        put_icon(self.save, "save", theme.text)
        self.save.setShortcut("Ctrl+S")
        self.cancel.setText(say("badges-cancel"))
        self.progress.setAccessibleName(say("badges-sheet"))
        self.preview.retranslate()
        self.preview.setMinimumHeight(self.fontMetrics().height() * 14)
        self._tell()

    def _tell(self) -> None:
        sheets = -(-self._count // self.per_page)
        sentence = "badges-count-blank" if self._blank else "badges-count"
        self.summary.setText(self._context.say(sentence, count=self._count, sheets=sheets))
        self._enable()

    def _enable(self) -> None:
        able = bool(self._count) and self.working.isHidden()
        self.print.setEnabled(able)
        self.save.setEnabled(able)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_wanted.emit()
