"""Somebody new in the team, and a new PIN."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Operator, Role
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.gate.recover_dialog import PinFields
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.page import Context
from checkin_desktop.services.operators import MAX_NAME, change


class _Dialog(QDialog):
    def __init__(self, parent: QWidget, language: Language, title: str, go: str) -> None:
        super().__init__(parent)
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        heading = headed(self, title)
        self.pins = PinFields(language)
        self.go, cancel = button("primary", self._take), button("", self.reject)
        self.go.setText(go)
        self.go.setDefault(True)
        cancel.setText(language.say("shell-cancel"))
        self.column = QVBoxLayout()
        self.column.setSpacing(GAP + 4)
        body = dialog_column(self)
        body.addWidget(heading)
        body.addLayout(self.column)
        body.addWidget(Columns([self.pins.first, self.pins.again], letters=20))
        body.addLayout(row(0, cancel, self.go))
        self.finished.connect(self.deleteLater)

    def _take(self) -> None:
        if self.pins.sound():
            self.accept()


class AddOperator(_Dialog):
    """`given` is called with name, role and PIN. `first`: it must be an organiser."""

    def __init__(
        self, context: Context, parent: QWidget, first: bool, given: Callable[[str, Role, str], object]
    ) -> None:
        say = context.say
        super().__init__(parent, context.language, say("team-add"), say("team-add-go"))
        self._say = say
        self.called = QLineEdit()
        self.called.setMaxLength(MAX_NAME)
        self.name_field = Field(self.called)
        self.name_field.name(say("team-name"))
        self.role = EnumCombo((Role.ORGANISER,) if first else tuple(Role))
        self.role.show_texts([say(f"role-{r.value}") for r in ((Role.ORGANISER,) if first else Role)])
        role_field = Field(self.role)
        role_field.name(say("team-role"), say("team-first-hint") if first else "")
        self.column.addWidget(Columns([self.name_field, role_field], letters=20))
        self.accepted.connect(lambda: given(self.called.text(), self.role.value, self.pins.pin))
        self.called.setFocus()

    def _take(self) -> None:
        nameless = self.name_field.fault("" if self.called.text().strip() else self._say("operators-no-name"))
        if not nameless:
            super()._take()


class NewPin(_Dialog):
    """`given` is called with the PIN."""

    def __init__(self, context: Context, parent: QWidget, name: str, given: Callable[[str], object]) -> None:
        super().__init__(
            parent, context.language, context.say("team-pin-of", name=name), context.say("team-pin-go")
        )
        self.accepted.connect(lambda: given(self.pins.pin))


class KioskPin(_Dialog):
    """Where nobody signs in: the PIN that leaves the kiosk; `given` is called with it."""

    def __init__(self, context: Context, parent: QWidget, given: Callable[[str], object]) -> None:
        say = context.say
        super().__init__(parent, context.language, say("kiosk-start-title"), say("kiosk-start-go"))
        told = label(wrap=True)
        told.setText(say("kiosk-start-text"))
        self.column.addWidget(told)
        self.accepted.connect(lambda: given(self.pins.pin))


def ask_new_pin(context: Context, parent: QWidget, operator: Operator) -> NewPin:
    """Asks for it and puts it in place of the old one."""
    desk, by = context.desk, context.operator_id

    def given(pin: str) -> None:
        context.lanes.writer.run(
            lambda: change(desk, operator.id, pin=pin, operator=by),
            lambda _: context.notify(context.say("team-pin-changed")),
        )

    dialog = NewPin(context, parent, operator.name or context.say("team-nameless"), given)
    dialog.open()
    return dialog
