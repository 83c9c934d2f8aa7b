"""Large digits on screen, for a document where the kiosk has no keyboard."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, Theme
from checkin_desktop.gui.design.widgets import button

_ROWS = ("12345", "67890")
_HIGH = 76
"""Pixels: a thumb's width on a 15 inch screen, whatever the letters' size."""


class Digits(QWidget):
    """Each key goes into `field`; the last one takes a digit back."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        self.keys = {digit: button("pad", partial(field.insert, digit)) for digit in "".join(_ROWS)}
        self.back = button("pad", field.backspace)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        for line, digits in enumerate(_ROWS):
            for column, digit in enumerate(digits):
                grid.addWidget(self.keys[digit], line, column)
        grid.addWidget(self.back, 0, len(_ROWS[0]), len(_ROWS), 1)
        for digit, key in self.keys.items():
            key.setText(digit)
            key.setAccessibleName(digit)
        for key in (*self.keys.values(), self.back):
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.setMinimumHeight(_HIGH)

    def name(self, back: str, theme: Theme) -> None:
        self.back.setAccessibleName(back)
        self.back.setToolTip(back)
        put_icon(self.back, "delete", theme.text)
        self.back.setSizePolicy(self.back.sizePolicy().horizontalPolicy(), self.sizePolicy().Policy.Expanding)
