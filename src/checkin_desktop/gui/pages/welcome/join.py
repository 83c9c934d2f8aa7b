"""Joining an event: by the file on a stick, or over the network by another desk's QR; and the passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QTabBar, QVBoxLayout, QWidget

from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.services.pairing import is_pairing_text


class JoinForm(QWidget):
    """`sent` carries the file and the passphrase, `sent_near` the text of the QR and the passphrase.

    `scan` opens the camera; None: there is none here.
    """

    sent = Signal(object, str)
    sent_near = Signal(str, str)

    def __init__(
        self,
        language: Language,
        choose: Callable[[], None],
        back: Callable[[], None],
        scan: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self._language = language
        self.heading, self.about = label("person", wrap=True), label("soft", wrap=True)
        self.path, self.pairing, self.passphrase = QLineEdit(), QLineEdit(), QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.choose, self.scan = button("", choose), button("", scan or (lambda: None))
        self.scan.setVisible(scan is not None)
        self._file, self._near = (
            Field(_beside(self.path, self.choose)),
            Field(_beside(self.pairing, self.scan)),
        )
        self._secret = Field(self.passphrase)
        self.roads = QTabBar()
        self.roads.setDrawBase(False)
        self.roads.setExpanding(False)
        for _ in (self._file, self._near):
            self.roads.addTab("")
        self.back, self.go = button("", back), button("primary", self._send)
        frame, inside_card = card()
        inside_card.setSpacing(PAD)
        for part in (self.roads, self._file, self._near):
            inside_card.addWidget(part)
        inside_card.addWidget(self._secret)
        inside_card.addLayout(row(0, self.back, self.go))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addSpacing(GAP)
        column.addWidget(frame)
        column.addStretch()
        for text in (self.path, self.pairing, self.passphrase):
            text.returnPressed.connect(self._send)
            text.textChanged.connect(self._clear)
        self.roads.currentChanged.connect(self._tell_road)

    @property
    def by_network(self) -> bool:
        return self.roads.currentIndex() == 1

    def start(self, bundle: Path | None) -> None:
        self.roads.setCurrentIndex(0)
        self.path.setText(str(bundle or ""))
        self.pairing.clear()
        self.passphrase.clear()
        (self.passphrase if bundle else self.choose).setFocus()

    def take_pairing(self, text: str) -> None:
        """The QR was read."""
        self.roads.setCurrentIndex(1)
        self.pairing.setText(text.strip())
        self.passphrase.setFocus()

    def retranslate(self) -> None:
        say = self._language.say
        self.heading.setText(say("welcome-join"))
        self.roads.setTabText(0, say("prepare-by-stick"))
        self.roads.setTabText(1, say("prepare-by-network"))
        self._file.name(say("welcome-join-file"))
        self.path.setAccessibleName(say("welcome-join-file"))
        self._near.name(say("welcome-join-pairing"), say("welcome-join-pairing-hint"))
        self.pairing.setAccessibleName(say("welcome-join-pairing"))
        self._secret.name(say("welcome-passphrase"), say("welcome-join-passphrase-hint"))
        self.choose.setText(say("welcome-choose"))
        self.scan.setText(say("roads-scan"))
        self.back.setText(say("welcome-back"))
        self.go.setText(say("welcome-join-go"))
        self._tell_road()

    def _tell_road(self) -> None:
        self._file.setVisible(not self.by_network)
        self._near.setVisible(self.by_network)
        self.about.setText(
            self._language.say("welcome-join-near-how" if self.by_network else "welcome-join-how")
        )

    def _send(self) -> None:
        say, passphrase = self._language.say, self.passphrase.text()
        path, pairing = self.path.text().strip(), self.pairing.text().strip()
        if self.by_network:
            wrong = "" if is_pairing_text(pairing) else say("welcome-join-no-pairing")
            lacking = self._near.fault(wrong)
        else:
            lacking = self._file.fault("" if path else say("welcome-join-no-file"))
        lacking_secret = self._secret.fault("" if passphrase else say("welcome-join-no-passphrase"))
        if lacking or lacking_secret:
            return
        if self.by_network:
            self.sent_near.emit(pairing, passphrase)
        else:
            self.sent.emit(Path(path), passphrase)

    def _clear(self) -> None:
        for field in (self._file, self._near, self._secret):
            field.fault("")


def _beside(field: QLineEdit, verb: QWidget) -> QWidget:
    made = QWidget()
    line = row(field, verb)
    line.setContentsMargins(0, 0, 0, 0)
    made.setLayout(line)
    made.setFocusProxy(field)
    return made
