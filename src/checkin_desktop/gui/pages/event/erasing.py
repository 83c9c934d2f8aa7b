"""After the event: personal data erased for good, once somebody has typed the event's name."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.dialogs import Question
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.presenter import EventState


class EraseQuestion(Question):
    """It can't be undone, so the event's name has to be typed; accents and capitals do not count."""

    def __init__(self, parent: QWidget, context: Context, name: str, people: int) -> None:
        say = context.say
        about = say("event-erase-about", count=people)
        super().__init__(parent, say("event-erase-title"), about, say("event-erase-yes"), say("event-cancel"))
        self._name = plain(name)
        self.typed = QLineEdit()
        field = Field(self.typed)
        field.name(say("event-erase-type"), name)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, field)
        self.yes.setEnabled(False)
        self.typed.textChanged.connect(lambda text: self.yes.setEnabled(plain(text) == self._name))
        self.typed.setFocus()


class ErasingCard(QWidget):
    """`erase` is called when a person has confirmed it."""

    def __init__(self, context: Context, erase: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._erase = context, erase
        self._state: EventState | None = None
        self.name, self.about = label("strong"), label("soft", wrap=True)
        self.verb, self.progress = button("", self._ask), QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, PAD, 0, 0)
        outer.addWidget(frame)
        column.setSpacing(GAP)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addWidget(self.progress)
        column.addLayout(row(self.verb, 0))
        self._enable()

    def retranslate(self) -> None:
        say = self._context.say
        self.name.setText(say("event-erase"))
        self.about.setText(say("event-erase-card"))
        self.verb.setText(say("event-erase-verb"))
        put_icon(self.verb, "trash-2", self._context.theme().text)

    def show_state(self, state: EventState) -> None:
        self._state = state
        self._enable()

    def set_working(self, working: bool) -> None:
        self.progress.setVisible(working)
        self._enable()

    def _enable(self) -> None:
        some = self._state is not None and self._state.info.attendees > 0
        self.verb.setEnabled(some and self.progress.isHidden())

    def _ask(self) -> None:
        if self._state is None:
            return
        info = self._state.info
        question = EraseQuestion(self, self._context, info.settings.name, info.attendees)
        question.accepted.connect(lambda: self._erase())
        question.finished.connect(question.deleteLater)
        question.open()
