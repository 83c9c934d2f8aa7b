"""Combo boxes that stand in scrolled places."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

Chosen = TypeVar("Chosen", bound=StrEnum)


class ElidedCombo(QComboBox):
    """A choice that ends in … where there is no room; `wanted_width` is what it is read whole in."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    @property
    def wanted_width(self) -> int:
        return self.width() - self._room() + self.fontMetrics().horizontalAdvance(self.currentText()) + 1

    def _room(self) -> int:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part, kind = QStyle.SubControl.SC_ComboBoxEditField, QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(kind, option, part, self).width()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
            return
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        said = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, self._room())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class CalmCombo(ElidedCombo):
    """The wheel scrolls what is around it instead of changing the choice in passing."""

    reached = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class EnumCombo(CalmCombo, Generic[Chosen]):
    """One of an enumeration's values; `chosen` is emitted when a person picks another one."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[Chosen]) -> None:
        super().__init__()
        self._values = tuple(values)
        self.addItems([""] * len(self._values))
        self.setMaxVisibleItems(len(self._values))
        self.activated.connect(lambda at: self.chosen.emit(self._values[at]))

    @property
    def value(self) -> Chosen:
        return self._values[self.currentIndex()]

    def show_value(self, value: Chosen) -> None:
        self.setCurrentIndex(self._values.index(value))

    def show_texts(self, texts: Sequence[str]) -> None:
        """One text for each value, in their order."""
        for at, text in enumerate(texts):
            self.setItemText(at, text)


def put_under(field: QWidget, completer: QCompleter) -> None:
    """What is offered looks like the window that the field is in; Qt makes it nobody's."""
    offered = completer.popup()
    assert offered is not None
    offered.setParent(field, offered.windowFlags())


class NameCombo(CalmCombo):
    """Known names to choose from, and any other that is written."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(names))
        self.setCurrentIndex(-1)
        completer = QCompleter(list(names), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        put_under(self, completer)
