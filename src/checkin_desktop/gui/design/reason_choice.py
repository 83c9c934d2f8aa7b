"""A reason from a short list, by its number or a click, or in one's own words."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.keys import Key

MOST_LETTERS = 200


class ReasonChoice(QDialog):
    """One key or click: `given` is told the reason. Escape leaves all as it was.

    `about`: who or what it is; `own` stands in the field for a reason that is not listed.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        about: str,
        reasons: Sequence[str],
        own: str,
        yes: str,
        no: str,
        given: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._given = given
        self.ensurePolished()
        self.setMinimumWidth(min(max(440, self.fontMetrics().averageCharWidth() * 48), 900))
        heading, who = headed(self, title), label("strong", wrap=True)
        who.setText(about)
        self.reasons: list[QPushButton] = []
        layout = self._layout = dialog_column(self)
        layout.addWidget(heading)
        layout.addWidget(who)
        for number, reason in enumerate(reasons, start=1):
            choice = button("choice", partial(self._choose, reason))
            choice.setText(f"{number}   {reason}")
            choice.setAccessibleName(reason)
            choice.setAutoDefault(False)
            self.reasons.append(choice)
            layout.addWidget(choice)
        self.own = QLineEdit()
        self.own.setMaxLength(MOST_LETTERS)
        self.own.setPlaceholderText(own)
        self.own.setAccessibleName(own)
        self.yes = button("primary", self._own_words)
        self.yes.setText(yes)
        self.yes.setEnabled(False)
        self.no = button("", self.reject)
        self.no.setText(no)
        self.no.setAutoDefault(False)
        self.own.textChanged.connect(lambda text: self.yes.setEnabled(bool(text.strip())))
        layout.addWidget(self.own)
        layout.addSpacing(GAP)
        layout.addLayout(row(0, self.no, self.yes))
        self.finished.connect(self.deleteLater)
        self._listed = tuple(reasons)
        self.setFocus()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its wrapped text needs; the numbers work at once."""
        super().showEvent(event)
        self.resize(self.width(), max(self.height(), self._layout.heightForWidth(self.width())))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses; any other letter begins a reason in one's own words."""
        text, number = event.text(), Key.REASON.which(event)
        if number is not None and number < len(self._listed):
            self._choose(self._listed[number])
        elif text.isprintable() and text.strip() and not self.own.hasFocus():
            self.own.setFocus()
            self.own.insert(text)
        else:
            super().keyPressEvent(event)

    def _own_words(self) -> None:
        written = " ".join(self.own.text().split())
        if written:
            self._choose(written)

    def _choose(self, reason: str) -> None:
        if self.result() != QDialog.DialogCode.Accepted:
            self.accept()
            self._given(reason)
