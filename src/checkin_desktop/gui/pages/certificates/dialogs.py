"""A written reason before what stays in the register, and the certificates on screen before they are printed."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pdf_preview import PdfPreview

_MOST = 200


class ReasonDialog(QDialog):
    """Nothing happens without a reason; `given` is told it. Escape leaves all as it was."""

    def __init__(
        self, parent: QWidget, context: Context, sentence: str, who: str, given: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        say = context.say
        self._given = given
        self.setWindowTitle(say(f"certificates-{sentence}-title"))
        self.setMinimumWidth(460)
        heading, told, about = label("heading", wrap=True), label(wrap=True), label("strong", wrap=True)
        heading.setText(self.windowTitle())
        told.setText(say(f"certificates-{sentence}-text"))
        about.setText(who)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.fontMetrics().height() * 5)
        self.reason.setAccessibleName(say("certificates-reason"))
        self.reason.setPlaceholderText(say(f"certificates-{sentence}-example"))
        self.reason.textChanged.connect(self._check)
        caption = label("group")
        caption.setText(say("certificates-reason"))
        caption.setBuddy(self.reason)
        self.yes = button("primary", self.accept)
        self.yes.setText(say(f"certificates-{sentence}-yes"))
        self.no = button("", self.reject)
        self.no.setText(say("certificates-leave"))
        self.no.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD)
        layout.setSpacing(GAP + 4)
        for part in (heading, about, told, caption, self.reason):
            layout.addWidget(part)
        layout.addLayout(row(0, self.no, self.yes))
        self.accepted.connect(lambda: self._given(self.written))
        self.finished.connect(self.deleteLater)
        self._check()
        self.reason.setFocus()

    @property
    def written(self) -> str:
        return " ".join(self.reason.toPlainText().split())[:_MOST]

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.written))


class PreviewDialog(QDialog):
    """The certificates as they will be printed. Without `print_` they are only looked at."""

    def __init__(
        self, parent: QWidget, context: Context, pdf: bytes, print_: Callable[[], object] | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(context.say("certificates-preview-title"))
        room = parent.window().size()
        self.resize(min(980, round(room.width() * 0.9)), min(760, round(room.height() * 0.95)))
        self.preview = PdfPreview(context, whole_page=True)
        self.print = button("primary", self.accept)
        self.print.setText(context.say("certificates-preview-print"))
        close = button("", self.reject)
        close.setText(context.say("certificates-preview-close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.addWidget(self.preview, 1)
        layout.addLayout(row(0, close, self.print))
        self.print.setVisible(print_ is not None)
        if print_ is not None:
            self.accepted.connect(lambda: print_())
        self.finished.connect(self.deleteLater)
        self.preview.show_pdf(pdf)
