"""Small things handed over by a QR on screen: what this desk holds, and which certificates are revoked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.qr_view import QrView
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.tools import Picture
from checkin_desktop.services.comparing import Comparison, Lacking

_SIDE = 330


def comparison_text(language: Language, found: Comparison) -> str:
    say = language.say
    if not found.here and not found.there:
        return say("compare-same", desk=found.other)
    told = []
    if found.here:
        told.append(say("compare-here", what=_listed(language, found.here)))
    if found.there:
        told.append(say("compare-there", desk=found.other, what=_listed(language, found.there)))
    return "\n".join(told)


class CompareDialog(QDialog):
    """`scan` opens the camera over this window. `topic`: "compare", or "revocations"."""

    def __init__(
        self, parent: QWidget, language: Language, scan: Callable[[QWidget], None], topic: str = "compare"
    ) -> None:
        super().__init__(parent)
        say = language.say
        self.setModal(True)
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 46)
        about, self.qr, self.told = label("soft", wrap=True), QrView(_SIDE), label("strong", wrap=True)
        about.setText(say(f"{topic}-about"))
        self.qr.setAccessibleName(say(f"{topic}-qr"))
        self.scan, close = button("primary", lambda: scan(self)), button("", self.reject)
        self.scan.setText(say("compare-scan"))
        close.setText(say("prepare-close"))
        column = dialog_column(self)
        for part in (headed(self, say(f"{topic}-title")), about, self.qr, self.told):
            column.addWidget(part)
        column.addLayout(row(0, close, self.scan))
        self.told.hide()
        self.finished.connect(self.deleteLater)

    def show_picture(self, picture: Picture) -> None:
        self.qr.show_picture(picture)

    def tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()


def _listed(language: Language, lacking: Sequence[Lacking]) -> str:
    return "; ".join(
        language.say("compare-lacking", desk=one.station, count=one.count)
        if one.count
        else language.say("compare-forked", desk=one.station)
        for one in lacking
    )
