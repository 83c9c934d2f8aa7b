"""Choices one under the other, each with its name beside it, or above it where letters are large."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import label
from checkin_desktop.gui.page import Context

_NAME, _FIELD = 160, 300


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
            if isinstance(field, (QComboBox, QLineEdit, QSpinBox)):
                field.setMinimumWidth(_FIELD)
            self._labels.append((sentence, caption, field))
            self._form.addRow(caption, field)

    def retranslate(self) -> None:
        for sentence, caption, field in self._labels:
            caption.setText(self._context.say(sentence))
            field.setAccessibleName(self._context.say(sentence))

    def show_row(self, field: QWidget, shown: bool) -> None:
        self._form.setRowVisible(field, shown)


def fill(combo: QComboBox, choices: list[tuple[str, Any]], chosen: Any) -> None:
    combo.clear()
    for text, value in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
