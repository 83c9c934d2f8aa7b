"""Between the start of the program and the kiosk that this computer was when it ended: nothing to press."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.tokens import PAD
from checkin_desktop.gui.design.widgets import label
from checkin_desktop.gui.language import Language

_AGAIN_MS = 3_000


class Reopening(QWidget):
    """`again` is called every few seconds after `failed`: the program that ended may still hold the file."""

    def __init__(self, language: Language, again: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._say = language.say
        self.told, self.why = label("kioskline", wrap=True), label("large", wrap=True)
        self.told.setText(self._say("kiosk-reopening"))
        body = QVBoxLayout(self)
        body.setContentsMargins(PAD * 2, PAD, PAD * 2, PAD)
        body.setSpacing(PAD)
        body.addStretch()
        for part in (self.told, self.why):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            body.addWidget(part)
        body.addStretch()
        self._timer = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._timer.timeout.connect(again)

    def failed(self, error: PersonFacingError) -> None:
        self.why.setText(self._say(error.sentence, **error.arguments))
        self._timer.start()
