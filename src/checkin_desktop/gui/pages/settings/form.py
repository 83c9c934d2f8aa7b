"""Choices one under the other, each with its name beside it, or above it where letters are large."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import label
from checkin_desktop.gui.page import Context

_NAME, _FIELD, _LETTERS = 160, 300, 25
_LARGE = 150


class Form(QWidget):
    """Each field with the sentence that names it."""

    def __init__(self, context: Context, *fields: tuple[str, QWidget]) -> None:
        super().__init__()
        self._context = context
        self._labels: list[tuple[str, QLabel, QWidget]] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setHorizontalSpacing(PAD * 2)
        self._form.setVerticalSpacing(GAP + 4)
        for sentence, field in fields:
            caption = label("")
            caption.setMinimumWidth(_NAME)
            caption.setBuddy(field)
            if isinstance(field, QComboBox):
                field.setMinimumContentsLength(_LETTERS)
            if isinstance(field, (QComboBox, QLineEdit, QSpinBox)):
                field.setMinimumWidth(_FIELD)
            self._labels.append((sentence, caption, field))
            self._form.addRow(caption, field)

    def retranslate(self) -> None:
        large = self._context.preferences().scale >= _LARGE
        policies = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policies.WrapAllRows if large else policies.WrapLongRows)
        for sentence, caption, field in self._labels:
            caption.setText(self._context.say(sentence))
            field.setAccessibleName(self._context.say(sentence))

    def show_row(self, field: QWidget, shown: bool) -> None:
        self._form.setRowVisible(field, shown)


class SideBySide(QWidget):
    """Two parts beside each other; one above the other, the second first, where there is no room."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(PAD * 2)
        for part in (first, second):
            self._layout.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """The wider of the two is all that is needed."""
        least = super().minimumSizeHint()
        widest = max(self._first.minimumSizeHint().width(), self._second.minimumSizeHint().width())
        return QSize(widest, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = self._first.sizeHint().width() + self._second.minimumSizeHint().width() + PAD * 2
        wide = event.size().width() >= needed
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop
        if direction != self._layout.direction():
            self._layout.setDirection(direction)


def fill(combo: QComboBox, choices: list[tuple[str, Any]], chosen: Any) -> None:
    combo.clear()
    for text, value in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
