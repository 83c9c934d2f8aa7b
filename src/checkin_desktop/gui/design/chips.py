"""Several of a few: small buttons that stay pressed, as many lines of them as are needed."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from checkin_desktop.gui.design.flow import Flow

Value = TypeVar("Value")


class Chips(QWidget, Generic[Value]):
    """`values` with the text of each; none pressed means all."""

    def __init__(self, values: Sequence[tuple[Value, str]], chosen: Iterable[Value] = ()) -> None:
        super().__init__()
        self.buttons: list[tuple[Value, QPushButton]] = []
        flow, pressed = Flow(), set(chosen)
        for value, text in values:
            made = QPushButton(text)
            made.setObjectName("chip")
            made.setCheckable(True)
            made.setChecked(value in pressed)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.setAccessibleName(text)
            flow.addWidget(made)
            self.buttons.append((value, made))
        self.setLayout(flow)

    @property
    def chosen(self) -> tuple[Value, ...]:
        """In the order of the values."""
        return tuple(value for value, made in self.buttons if made.isChecked())
