"""The message as it is written, and as the first person will get it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.outbox import MailSettings
from checkin_desktop.services.ports.mailing import Message
from checkin_desktop.words import LANGUAGES

_CALM_MS = 300
_LINES = 12


class MessageTab(QScrollArea):
    """`changed`: the text is another one, a moment ago; `kept`: it is to be kept."""

    changed = Signal()
    kept = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.language: QComboBox = CalmCombo()
        for code in LANGUAGES:
            self.language.addItem("", code)
        self.subject, self.body = QLineEdit(), QPlainTextEdit()
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(self.body.fontMetrics().lineSpacing() * _LINES)
        self.fields = {
            "language": Field(self.language),
            "subject": Field(self.subject),
            "body": Field(self.body),
        }
        self.keep = button("primary", self.kept.emit)
        self.heading = label("strong")
        self.to, self.shown_subject = label("soft", wrap=True), label("strong", wrap=True)
        self.shown = label(wrap=True)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.changed)
        self.subject.textEdited.connect(lambda _: self._calm.start())
        self.body.textChanged.connect(self._calm.start)
        self.language.currentIndexChanged.connect(lambda _: self._calm.start())
        self._lay_out()

    def retranslate(self) -> None:
        say = self._context.say
        for at in range(self.language.count()):
            self.language.setItemText(at, say(f"outbox-language-{self.language.itemData(at)}"))
        for name, field in self.fields.items():
            field.name(say(f"outbox-{name}"), say("outbox-body-hint") if name == "body" else "")
        self.keep.setText(say("outbox-keep"))
        self.heading.setText(say("outbox-preview"))

    def show_settings(self, settings: MailSettings) -> None:
        self.language.setCurrentIndex(max(self.language.findData(settings.language), 0))
        self.subject.setText(settings.subject)
        self.body.setPlainText(settings.body)

    def show_message(self, message: Message) -> None:
        """Where nothing of one's own is written, the program's own text stands as a proposal in the field."""
        self.to.setText(f"{message.to_name} <{message.to}>" if message.to else message.to_name)
        self.shown_subject.setText(message.subject)
        self.shown.setText(message.body)

    def show_wrong(self, text: str) -> None:
        self.fields["body"].fault(text)
        self.keep.setEnabled(not text)

    def _lay_out(self) -> None:
        written, shown = QFrame(), QFrame()
        for frame, parts in (
            (written, [*self.fields.values()]),
            (shown, [self.heading, self.to, self.shown_subject, self.shown]),
        ):
            frame.setObjectName("card")
            column = QVBoxLayout(frame)
            column.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD + 4)
            column.setSpacing(GAP + 2)
            for part in parts:
                column.addWidget(part)
            if frame is written:
                column.addLayout(row(self.keep, 0))
            column.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(Columns([written, shown], letters=42, stretches=[1, 1]))
        column.addStretch()
        self.setWidget(inside)
