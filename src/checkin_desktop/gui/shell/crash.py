"""A programming error reaches a person as one dialog and the log; the desk goes on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed, least_letters
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language

_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """What happened in plain words, and the kind of error for whoever helps. Nothing of anybody's data."""

    def __init__(self, language: Language, kind: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        least_letters(self, 58)
        body = dialog_column(self)
        heading, text, detail = (
            headed(self, language.say("shell-crash-title")),
            label(wrap=True),
            label("small", wrap=True),
        )
        text.setText(language.say("shell-crash-text"))
        detail.setText(language.say("shell-crash-detail", kind=kind))
        for part in (heading, text, detail):
            body.addWidget(part)
        ok = button("primary", self.accept)
        ok.setText(language.say("shell-continue"))
        body.addLayout(row(0, ok))
        self.text: QLabel = text


class CrashReporter(QObject):
    """Shows one dialog at a time, whichever thread the error came from."""

    _crashed = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: CrashDialog | None = None
        self.window: QWidget | None = None
        self._crashed.connect(self._show)

    def install(self) -> None:
        """Errors of slots and threads that nobody caught end here."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.tell(args.exc_value or RuntimeError(args.exc_type.__name__))

    def tell(self, error: BaseException) -> None:
        _log.error("crash", exc_info=error)
        self._crashed.emit(type(error).__name__)

    def _hook(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        self.tell(error)

    def _show(self, kind: str) -> None:
        if self._shown is not None:
            return
        self._shown = CrashDialog(self._language, kind, self.window)
        self._shown.finished.connect(self._gone)
        self._shown.open()

    def _gone(self) -> None:
        if self._shown:
            self._shown.deleteLater()
        self._shown = None
