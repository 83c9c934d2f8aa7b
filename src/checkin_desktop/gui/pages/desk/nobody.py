"""Nobody found for what was typed: said, with the way on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.tokens import PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context


class Nobody(QWidget):
    """A name: Enter registers it. Something with digits may be a code: Enter has it decided, and its key registers."""

    def __init__(self, context: Context, register: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._typed = ""
        self.told, self.register = label("large", wrap=True), button("primary", register)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.register.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QVBoxLayout(self)
        body.setSpacing(PAD)
        body.addStretch()
        body.addWidget(self.told)
        body.addLayout(row(0, self.register, 0))
        body.addStretch()

    @property
    def is_name(self) -> bool:
        return bool(self._typed) and not any(c.isdigit() for c in self._typed)

    def show_typed(self, typed: str) -> None:
        self._typed = typed
        self.retranslate()

    def retranslate(self) -> None:
        say, may = self._context.say, self._context.may(Action.REGISTER)
        self.told.setText(say("desk-nobody" if self.is_name else "desk-nobody-code", typed=self._typed))
        key = "Enter" if self.is_name else Key.DESK_REGISTER.shown(say)
        self.register.setText(f"{say('desk-register')} ({key})")
        self.register.setVisible(may)

    def text(self) -> str:
        return self.told.text()
