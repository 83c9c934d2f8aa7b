"""The way out of a kiosk whose PIN was forgotten: the event's passphrase."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import PAD, scaled
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language

_WIDTH = 420


class ForgottenPin(QWidget):
    """`given` is called with the passphrase, `back` when somebody would rather not."""

    def __init__(self, given: Callable[[str], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._given = given
        self.title, self.about = label("heading"), label(wrap=True)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.returnPressed.connect(self._take)
        self.field = Field(self.passphrase)
        self.go, self.stay = button("primary", self._take), button("", back)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setSpacing(PAD)
        for part in (self.title, self.about):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(part)
        inside.addWidget(self.field)
        inside.addLayout(row(0, self.stay, self.go, 0))
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(row(0, self._inside, 0))
        column.addStretch()
        self.setFocusProxy(self.passphrase)

    def name(self, language: Language, percent: int) -> None:
        say = language.say
        self.title.setText(say("kiosk-forgot-title"))
        self.about.setText(say("kiosk-forgot-text"))
        self.field.name(say("exchange-passphrase-field"))
        self.go.setText(say("exchange-passphrase-go"))
        self.stay.setText(say("kiosk-stay"))
        self._inside.setFixedWidth(scaled(_WIDTH, percent))

    def clear(self) -> None:
        self.tell("")

    def tell(self, text: str) -> None:
        """What is wrong, nothing if empty; what was typed is gone."""
        self.passphrase.clear()
        self.field.fault(text)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)
        self.passphrase.setReadOnly(busy)

    def _take(self) -> None:
        if self.passphrase.text() and not self.passphrase.isReadOnly():
            self.set_busy(True)
            self._given(self.passphrase.text())
