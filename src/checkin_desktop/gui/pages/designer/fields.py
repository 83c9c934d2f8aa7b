"""The editors of one field each, as the properties panel needs them; each tells of changes made by a person alone."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from checkin_desktop.domain.template import is_colour
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.fields import CalmSpin, begin_like_text
from checkin_desktop.gui.design.tokens import DOCUMENT_INKS, GAP
from checkin_desktop.gui.design.widgets import button
from checkin_desktop.gui.page import Context

PALETTE = DOCUMENT_INKS
_CATEGORY = "category"
Told = Callable[[Any], object]


class CalmDouble(QDoubleSpinBox):
    """A measure; the wheel scrolls what is around it instead of changing it in passing."""

    def __init__(self, least: float, most: float, step: float, told: Told) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setDecimals(2)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(told)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        begin_like_text(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def textFromValue(self, value: float) -> str:
        point = self.locale().decimalPoint()
        return super().textFromValue(value).rstrip("0").removesuffix(point) if value else "0"


class TextEditor(QPlainTextEdit):
    """A few lines; Tab goes on to the next field."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 2 * GAP)
        self.textChanged.connect(lambda: told(self.toPlainText()))


class ColourEditor(QWidget):
    """A colour by its digits, or from a palette: the design's own, the category's, any other."""

    def __init__(self, context: Context, told: Told, *, none: bool) -> None:
        super().__init__()
        self._context, self._told, self._none = context, told, none
        self.digits = QLineEdit()
        self.digits.setMaxLength(8)
        self.pick = button("", self._offer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.digits, 1)
        layout.addWidget(self.pick)
        self.setFocusProxy(self.digits)
        self.digits.editingFinished.connect(self._typed)

    def show_value(self, value: str) -> None:
        self.digits.setText(value)
        self.pick.setIcon(_swatch(value))

    def name(self, caption: str) -> None:
        self.digits.setAccessibleName(caption)
        self.pick.setAccessibleName(self._context.say("designer-colour-pick", field=caption))
        self.pick.setToolTip(self.pick.accessibleName())

    def menu(self) -> QMenu:
        menu = QMenu(self)
        for colour in PALETTE:
            menu.addAction(_swatch(colour), colour, lambda colour=colour: self._take(colour))
        menu.addAction(self._context.say("designer-colour-category"), lambda: self._take(_CATEGORY))
        if self._none:
            menu.addAction(self._context.say("designer-colour-none"), lambda: self._take(""))
        menu.addAction(self._context.say("designer-colour-other"), self._any)
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.pick.mapToGlobal(self.pick.rect().bottomLeft()))

    def _any(self) -> None:
        dialog = QColorDialog(QColor(self.digits.text()), self)
        dialog.setWindowTitle(self._context.say("designer-colour-other"))
        dialog.colorSelected.connect(lambda colour: self._take(colour.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _typed(self) -> None:
        text = self.digits.text().strip()
        said = text if text == _CATEGORY else text.upper() if text.startswith("#") else text
        self._take(f"#{said.upper()}" if is_colour(f"#{said}") else said)

    def _take(self, colour: str) -> None:
        self.show_value(colour)
        self._told(colour)


def flag(told: Told) -> QCheckBox:
    made = QCheckBox()
    made.toggled.connect(told)
    return made


def number(least: int, most: int, told: Told) -> CalmSpin:
    made = CalmSpin(least, most)
    made.valueChanged.connect(told)
    return made


def choice(values: type[StrEnum], told: Told) -> EnumCombo[StrEnum]:
    made: EnumCombo[StrEnum] = EnumCombo(tuple(values))
    made.chosen.connect(told)
    return made


def show_value(editor: QWidget, value: Any) -> None:
    """The value, without telling of it, and without moving a cursor where it stands there already."""
    editor.blockSignals(True)
    match editor:
        case CalmDouble():
            editor.setValue(float(value))
        case CalmSpin():
            editor.setValue(int(value))
        case QCheckBox():
            editor.setChecked(bool(value))
        case QPlainTextEdit() if editor.toPlainText() != value:
            editor.setPlainText(value)
        case EnumCombo():
            cast(EnumCombo[StrEnum], editor).show_value(value)
        case ColourEditor():
            editor.show_value(value)
        case _:
            pass
    editor.blockSignals(False)


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(20, 20)
    picture.fill(QColor(colour) if colour.startswith("#") and is_colour(colour) else QColor(0, 0, 0, 0))
    return QIcon(picture)
