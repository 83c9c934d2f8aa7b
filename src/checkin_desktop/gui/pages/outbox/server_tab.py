"""The outgoing server and who sends. The password is asked for when sending, and kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.fields import CalmSpin, Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.outbox import MailSettings
from checkin_desktop.services.ports.mailing import Security

_PORTS = {Security.STARTTLS: 587, Security.TLS: 465}


class ServerTab(QScrollArea):
    kept = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.about = label("soft", wrap=True)
        self.host, self.username, self.address, self.sender_name = (QLineEdit() for _ in range(4))
        self.port, self.pace = CalmSpin(1, 65_535), CalmSpin(1, 120)
        self.security = EnumCombo(tuple(Security))
        self.security.chosen.connect(lambda kind: self.port.setValue(_PORTS[kind]))
        self.fields = {
            "host": Field(self.host),
            "security": Field(self.security),
            "port": Field(self.port),
            "username": Field(self.username),
            "sender": Field(self.address),
            "sender-name": Field(self.sender_name),
            "pace": Field(self.pace),
        }
        self.keep = button("primary", self.kept.emit)
        self._lay_out()

    def retranslate(self) -> None:
        say = self._context.say
        self.about.setText(say("outbox-server-about"))
        self.security.show_texts([say(f"outbox-security-{kind.value}") for kind in Security])
        for name, field in self.fields.items():
            field.name(say(f"outbox-{name}"), say(f"outbox-{name}-hint"))
        self.keep.setText(say("outbox-keep"))

    def show_settings(self, settings: MailSettings) -> None:
        self.host.setText(settings.host)
        self.security.show_value(settings.security)
        self.port.setValue(settings.port)
        self.username.setText(settings.username)
        self.address.setText(settings.sender)
        self.sender_name.setText(settings.sender_name)
        self.pace.setValue(settings.per_minute)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(PAD)
        frame = QFrame()
        frame.setObjectName("card")
        form = QVBoxLayout(frame)
        form.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD + 4)
        form.setSpacing(GAP + 4)
        form.addWidget(self.about)
        names = (("host", "security", "port"), ("username", "sender", "sender-name"), ("pace",))
        for group in names:
            form.addWidget(Columns([self.fields[name] for name in group], letters=24))
        form.addLayout(row(self.keep, 0))
        column.addWidget(frame)
        column.addStretch()
        self.setWidget(inside)
