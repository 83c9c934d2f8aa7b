"""Joining an event: the file on the stick and the event's passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.language import Language


class JoinForm(QWidget):
    """`sent` carries the file and the passphrase."""

    sent = Signal(object, str)

    def __init__(self, language: Language, choose: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._language = language
        self.heading, self.about = label("person", wrap=True), label("soft", wrap=True)
        self.path, self.passphrase = QLineEdit(), QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.choose = button("", choose)
        picker = QWidget()
        line = row(self.path, self.choose)
        line.setContentsMargins(0, 0, 0, 0)
        picker.setLayout(line)
        picker.setFocusProxy(self.path)
        self._file, self._secret = Field(picker), Field(self.passphrase)
        self.back, self.go = button("", back), button("primary", self._send)
        frame, inside = card()
        inside.setSpacing(PAD)
        for part in (self._file, self._secret):
            inside.addWidget(part)
        inside.addLayout(row(0, self.back, self.go))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addSpacing(GAP)
        column.addWidget(frame)
        column.addStretch()
        for field in (self.path, self.passphrase):
            field.returnPressed.connect(self._send)
            field.textChanged.connect(self._clear)

    def retranslate(self) -> None:
        say = self._language.say
        self.heading.setText(say("welcome-join"))
        self.about.setText(say("welcome-join-how"))
        self._file.name(say("welcome-join-file"))
        self.path.setAccessibleName(say("welcome-join-file"))
        self._secret.name(say("welcome-passphrase"), say("welcome-join-passphrase-hint"))
        self.choose.setText(say("welcome-choose"))
        self.back.setText(say("welcome-back"))
        self.go.setText(say("welcome-join-go"))

    def _send(self) -> None:
        say, path, passphrase = self._language.say, self.path.text().strip(), self.passphrase.text()
        lacking_file = self._file.fault("" if path else say("welcome-join-no-file"))
        lacking_secret = self._secret.fault("" if passphrase else say("welcome-join-no-passphrase"))
        if not (lacking_file or lacking_secret):
            self.sent.emit(Path(path), passphrase)

    def _clear(self) -> None:
        self._file.fault("")
        self._secret.fault("")
