"""The event's passphrase: chosen twice and shown once, or entered."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QStackedWidget, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.services.exchange import MIN_PASSPHRASE


def passphrase_fault(first: str, again: str) -> str:
    """The sentence that says what is wrong with a passphrase chosen twice; empty if nothing is."""
    if len(first.strip()) < MIN_PASSPHRASE:
        return "exchange-passphrase-short"
    return "" if first == again else "exchange-passphrase-differs"


class _Dialog(QDialog):
    def __init__(self, parent: QWidget, title: str, about: str) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.column = dialog_column(self)
        self.heading, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.heading.setText(title)
        self.about.setText(about)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.about)
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()


class EnterPassphrase(_Dialog):
    """Asks for the event's passphrase once more."""

    def __init__(self, parent: QWidget, language: Language, entered: Callable[[str], None]) -> None:
        say = language.say
        super().__init__(parent, say("exchange-passphrase-title"), say("exchange-passphrase-why"))
        self._entered = entered
        self.field = _secret(say("exchange-passphrase-field"))
        self.go = button("primary", self._take)
        self.go.setText(say("exchange-passphrase-go"))
        self.go.setDefault(True)
        cancel = button("", self.reject)
        cancel.setText(say("exchange-cancel"))
        self.column.addWidget(self.field)
        self.column.addLayout(row(0, cancel, self.go))

    def _take(self) -> None:
        if self.field.text():
            self.accept()
            self._entered(self.field.text())


class ChoosePassphrase(_Dialog):
    """Chosen twice, then shown in the clear with the advice to write it down, then handed on."""

    def __init__(self, parent: QWidget, language: Language, chosen: Callable[[str], None]) -> None:
        say = self._say = language.say
        super().__init__(parent, say("exchange-choose-title"), say("exchange-choose-why"))
        self._chosen = chosen
        self.first = _secret(say("exchange-passphrase-field"))
        self.again = _secret(say("exchange-passphrase-again"))
        self.go = button("primary", self._go_on)
        self.go.setDefault(True)
        self.go.setText(say("exchange-choose-go"))
        cancel = button("", self.reject)
        cancel.setText(say("exchange-cancel"))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(say("exchange-passphrase-field"), self.first)
        form.addRow(say("exchange-passphrase-again"), self.again)
        asking = QWidget()
        asking.setLayout(form)
        self.shown = label("person", wrap=True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.steps = QStackedWidget()
        self.steps.addWidget(asking)
        self.steps.addWidget(self.shown)
        self.column.addWidget(self.steps)
        self.column.addWidget(self.wrong)
        self.column.addLayout(row(0, cancel, self.go))
        self.first.setFocus()

    def _go_on(self) -> None:
        if self.steps.currentIndex() == 1:
            self.accept()
            self._chosen(self.first.text())
            return
        fault = passphrase_fault(self.first.text(), self.again.text())
        self.wrong.setVisible(bool(fault))
        if fault:
            self.wrong.setText(self._say(fault, least=MIN_PASSPHRASE))
            self.adjustSize()
            return
        self.heading.setText(self._say("exchange-write-down-title"))
        self.about.setText(self._say("exchange-write-down-why"))
        self.shown.setText(self.first.text())
        self.go.setText(self._say("exchange-write-down-go"))
        self.steps.setCurrentIndex(1)
        self.adjustSize()
        self.go.setFocus()


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field
