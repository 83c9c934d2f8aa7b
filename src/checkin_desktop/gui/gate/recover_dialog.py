"""An organiser who forgot their PIN: the event's passphrase, and a new one twice."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.services.operators import MAX_PIN, MIN_PIN, pin_fault


def secret(letters: int = 0) -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    if letters:
        made.setMaxLength(letters)
    return made


class PinFields:
    """A new PIN, twice."""

    def __init__(self, language: Language) -> None:
        say = language.say
        self._say = say
        self.first, self.again = Field(secret(MAX_PIN)), Field(secret(MAX_PIN))
        self.first.name(say("team-pin-new"), say("team-pin-hint", least=MIN_PIN, most=MAX_PIN))
        self.again.name(say("team-pin-again"))

    @property
    def pin(self) -> str:
        return self._text(self.first)

    def sound(self) -> bool:
        """Says below the fields what is wrong with them."""
        fault = pin_fault(self.pin)
        wrong = self.first.fault(self._say(fault, least=MIN_PIN, most=MAX_PIN) if fault else "")
        differs = not wrong and self._text(self.again) != self.pin
        return not (wrong | self.again.fault(self._say("team-pin-differs") if differs else ""))

    @staticmethod
    def _text(field: Field) -> str:
        assert isinstance(field.editor, QLineEdit)
        return field.editor.text()


class RecoverDialog(QDialog):
    """`given` is called with the passphrase and the new PIN."""

    def __init__(
        self, parent: QWidget, language: Language, name: str, given: Callable[[str, str], object]
    ) -> None:
        super().__init__(parent)
        say = language.say
        self._given = given
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)
        heading, about = headed(self, say("gate-forgot-title")), label(wrap=True)
        about.setText(say("gate-forgot-text", name=name))
        self.passphrase = secret()
        field = Field(self.passphrase)
        field.name(say("exchange-passphrase-field"))
        self.pins = PinFields(language)
        self.go, cancel = button("primary", self._take), button("", self.reject)
        self.go.setText(say("gate-forgot-go"))
        self.go.setDefault(True)
        cancel.setText(say("shell-cancel"))
        body = dialog_column(self)
        for part in (heading, about, field, self.pins.first, self.pins.again):
            body.addWidget(part)
        body.addLayout(row(0, cancel, self.go))
        self.finished.connect(self.deleteLater)

    def _take(self) -> None:
        if self.pins.sound() and self.passphrase.text():
            self.accept()
            self._given(self.passphrase.text(), self.pins.pin)
