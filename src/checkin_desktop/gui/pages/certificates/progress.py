"""How far a batch has come, and a way to stop it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.delivering import Delivering
from checkin_desktop.gui.pages.certificates.presenter import CertificatesPresenter, Working


class ProgressLine(QFrame):
    """Hidden while there is nothing to tell. What stopped half way is told until somebody has read it."""

    def __init__(self, context: Context, presenter: CertificatesPresenter | Delivering) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._context, self._presenter = context, presenter
        self._working: Working | None = None
        self.text = label(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = button("quiet", self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        layout.setSpacing(PAD)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop_button)
        presenter.working.connect(self._show)
        presenter.stopped.connect(self._tell)
        self.hide()

    def retranslate(self) -> None:
        self.stop_button.setText(
            self._context.say(f"certificates-{'stop' if self._working else 'understood'}")
        )
        if self._working:
            self._show(self._working)

    def _show(self, working: Working | None) -> None:
        self._working = working
        self.setVisible(working is not None)
        if working is None:
            return
        say = self._context.say
        self.text.setText(say(f"certificates-{working.doing}", done=working.done, total=working.total))
        self.stop_button.setText(say("certificates-stop"))
        self.stop_button.setEnabled(True)
        self.bar.setAccessibleName(self.text.text())
        self.bar.setMaximum(working.total)
        self.bar.setValue(working.done)
        self.bar.show()

    def _tell(self, text: str) -> None:
        self._working = None
        self.text.setText(text)
        self.bar.hide()
        self.stop_button.setEnabled(True)
        self.stop_button.setText(self._context.say("certificates-understood"))
        self.show()

    def _stop(self) -> None:
        if self._working is None:
            self.hide()
            return
        self.stop_button.setEnabled(False)
        self._presenter.stop()
