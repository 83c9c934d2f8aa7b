"""A written reason before what stays in the register, and the certificates on screen before they are printed."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.design.widgets import button, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pdf_preview import PdfPreview


def ask_reason(
    parent: QWidget,
    context: Context,
    sentence: str,
    who: str,
    given: Callable[[str], object],
    proposed: str = "",
) -> ReasonDialog:
    """For what stays in the register: `certificates-{sentence}-…` says what."""
    say = context.say
    return ReasonDialog(
        parent,
        title=say(f"certificates-{sentence}-title"),
        about=who,
        text=say(f"certificates-{sentence}-text"),
        example=say(f"certificates-{sentence}-example"),
        caption=say("certificates-reason"),
        yes=say(f"certificates-{sentence}-yes"),
        no=say("certificates-leave"),
        given=given,
        proposed=proposed,
    )


class PreviewDialog(QDialog):
    """The certificates as they will be printed. Without `print_` they are only looked at."""

    def __init__(
        self, parent: QWidget, context: Context, pdf: bytes, print_: Callable[[], object] | None
    ) -> None:
        super().__init__(parent)
        room = parent.window().size()
        self.resize(min(980, round(room.width() * 0.9)), min(760, round(room.height() * 0.95)))
        self.preview = PdfPreview(context, whole_page=True)
        self.print = button("primary", self.accept)
        self.print.setText(context.say("certificates-preview-print"))
        close = button("", self.reject)
        close.setText(context.say("certificates-preview-close"))
        layout = dialog_column(self)
        layout.addWidget(headed(self, context.say("certificates-preview-title")))
        layout.addWidget(self.preview, 1)
        layout.addLayout(row(0, close, self.print))
        self.print.setVisible(print_ is not None)
        if print_ is not None:
            self.accepted.connect(lambda: print_())
        self.finished.connect(self.deleteLater)
        self.preview.show_pdf(pdf)
