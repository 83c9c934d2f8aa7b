"""Small modal dialogs in the house's look; opened, never nested in an event loop of their own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row


def headed(dialog: QDialog, name: str) -> QLabel:
    """Names the dialog, in its frame and above what is in it; the … of the verb that opened it is left out."""
    title = name.rstrip("…")
    dialog.setWindowTitle(title)
    heading = label("heading", wrap=True)
    heading.setText(title)
    return heading


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """What stands in a dialog, from top to bottom, with the same air around it in all of them."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(PAD + GAP, PAD + GAP, PAD + GAP, PAD)
    column.setSpacing(GAP + 4)
    return column


class Question(QDialog):
    """Asks before something that can't simply be undone. Escape and the quiet button leave all as it was."""

    def __init__(self, parent: QWidget, title: str, text: str, yes: str, no: str) -> None:
        super().__init__(parent)
        least_letters(self, 54)
        layout = self._layout = dialog_column(self)
        heading, told = headed(self, title), label(wrap=True)
        told.setText(text)
        self.yes: QPushButton = button("primary", self.accept)
        self.no: QPushButton = button("", self.reject)
        self.yes.setText(yes)
        self.no.setText(no)
        self.no.setDefault(True)
        layout.addWidget(heading)
        layout.addWidget(told)
        layout.addSpacing(GAP)
        layout.addLayout(row(0, self.no, self.yes))
        self.no.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its wrapped text needs."""
        super().showEvent(event)
        self.resize(max(self.width(), self._layout.minimumSize().width()), self.height())
        self.resize(self.width(), max(self.height(), self._layout.heightForWidth(self.width())))


def ask(
    parent: QWidget, title: str, text: str, yes: str, no: str, confirmed: Callable[[], object]
) -> Question:
    """Opens the question over `parent`'s window; `confirmed` is called if the answer is yes."""
    question = Question(parent, title, text, yes, no)
    question.accepted.connect(lambda: confirmed())
    question.finished.connect(question.deleteLater)
    question.open()
    return question


def scrolled(inside: QWidget) -> QScrollArea:
    """A form that may be higher than the screen, without a frame of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area


def least_letters(widget: QWidget, letters: int) -> None:
    """At least so many letters wide, as far as the screen goes."""
    widget.ensurePolished()
    wide = widget.fontMetrics().averageCharWidth() * letters
    widget.setMinimumWidth(min(wide, widget.screen().availableGeometry().width() - 40))


def least_lines(widget: QWidget, lines: int) -> None:
    """At least so many lines high."""
    widget.ensurePolished()
    widget.setMinimumHeight(widget.fontMetrics().height() * lines)


def fit(dialog: QDialog, letters: int, lines: int) -> None:
    """So many letters wide and lines high, as far as the screen goes."""
    dialog.ensurePolished()
    space = dialog.screen().availableGeometry()
    wide = dialog.fontMetrics().averageCharWidth() * letters
    high = dialog.fontMetrics().height() * lines
    dialog.resize(min(wide, space.width() - 40), min(high, space.height() - 80))
