"""A PIN by keyboard or with large keys on screen; what is typed is never shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, Theme
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.services.operators import MAX_PIN, MIN_PIN

_ROWS = ("123", "456", "789")


class PinPad(QWidget):
    """`entered` is called with the PIN on Enter, or as soon as it has its longest length."""

    def __init__(self, entered: Callable[[str], None]) -> None:
        super().__init__()
        self._entered = entered
        self.field = QLineEdit()
        self.field.setObjectName("pin")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setValidator(
            QRegularExpressionValidator(QRegularExpression(f"[0-9]{{0,{MAX_PIN}}}"), self)
        )
        self.field.setMaxLength(MAX_PIN)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._typed)
        self.wrong = label("wrong", wrap=True)
        self.wrong.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.wrong.hide()
        self.digits = {digit: button("pad", partial(self._press, digit)) for digit in "1234567890"}
        self.back = button("pad", self._back)
        self.go = button("primary", self._enter)
        for part in (*self.digits.values(), self.back):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        keys = QGridLayout()
        keys.setSpacing(GAP)
        for line, row in enumerate(_ROWS):
            for column, digit in enumerate(row):
                keys.addWidget(self.digits[digit], line, column)
        keys.addWidget(self.back, 3, 0)
        keys.addWidget(self.digits["0"], 3, 1)
        keys.addWidget(self.go, 3, 2)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.setSpacing(GAP + 4)
        column_of.addWidget(self.field)
        column_of.addWidget(self.wrong)
        column_of.addLayout(keys)
        for digit, key in self.digits.items():
            key.setText(digit)
            key.setAccessibleName(digit)

    def name(self, field: str, back: str, go: str, theme: Theme) -> None:
        self.field.setAccessibleName(field)
        self.field.setPlaceholderText(field)
        self.back.setAccessibleName(back)
        self.back.setToolTip(back)
        put_icon(self.back, "delete", theme.text)
        self.go.setText(go)
        self.go.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)

    def clear(self) -> None:
        self.field.clear()
        self.tell("")
        self.set_busy(False)

    def tell(self, text: str) -> None:
        """What is wrong, nothing if empty; what was typed is gone."""
        if text:
            self.field.clear()
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def set_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)
        self.field.setReadOnly(busy)

    @property
    def keys(self) -> tuple[QPushButton, ...]:
        return (*self.digits.values(), self.back, self.go)

    def _press(self, digit: str) -> None:
        if not self.field.isReadOnly():
            self.field.insert(digit)
            self._typed(self.field.text())

    def _back(self) -> None:
        if not self.field.isReadOnly():
            self.field.backspace()

    def _typed(self, text: str) -> None:
        self.wrong.hide()
        if len(text) == MAX_PIN:
            self._enter()

    def _enter(self) -> None:
        if len(self.field.text()) >= MIN_PIN and not self.field.isReadOnly():
            self._entered(self.field.text())
