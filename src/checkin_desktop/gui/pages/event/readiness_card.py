"""What is to be done before the event: each step leads to where it is done."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.readiness import Step


class ReadinessCard(QWidget):
    """`wanted` is told which step a person wants to do."""

    def __init__(self, context: Context, wanted: Callable[[Step], None]) -> None:
        super().__init__()
        self._context = context
        self._done: frozenset[Step] = frozenset()
        self.heading, self.about = label("strong"), label("soft", wrap=True)
        self.verbs = {step: button("quiet", partial(wanted, step)) for step in Step}
        frame, column = card()
        column.setSpacing(GAP // 2)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        for verb in self.verbs.values():
            column.addLayout(row(verb, 0))
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_done(self, done: Collection[Step]) -> None:
        self._done = frozenset(done)
        say, theme = self._context.say, self._context.theme()
        self.heading.setText(say("ready-heading"))
        self.about.setText(say("ready-about", done=len(self._done), all=len(self.verbs)))
        for step, verb in self.verbs.items():
            so = step in self._done
            text = say(f"ready-{step.value}")
            verb.setText(say("ready-done", step=text) if so else text)
            put_icon(verb, "circle-check" if so else "arrow-right", theme.soft if so else theme.accent)
