"""A written reason before something that can't be taken back."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.widgets import button, label, row

_MOST = 200


class ReasonDialog(QDialog):
    """Nothing happens without a reason; `given` is told it. Escape leaves all as it was.

    `about`: who or what it is; `caption` names the field, `example` stands in it while it is empty. A reason that is
    `proposed` is there already: Enter takes it, typing goes on behind it.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        about: str,
        text: str,
        example: str,
        caption: str,
        yes: str,
        no: str,
        given: Callable[[str], object],
        proposed: str = "",
    ) -> None:
        super().__init__(parent)
        self._given = given
        self.ensurePolished()
        self.setMinimumWidth(min(max(460, self.fontMetrics().averageCharWidth() * 52), 900))
        heading, told, who = headed(self, title), label(wrap=True), label("strong", wrap=True)
        told.setText(text)
        who.setText(about)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.fontMetrics().height() * 5)
        self.reason.setAccessibleName(caption)
        self.reason.setPlaceholderText(example)
        self.reason.textChanged.connect(self._check)
        named = label("group")
        named.setText(caption)
        named.setBuddy(self.reason)
        self.yes = button("primary", self.accept)
        self.yes.setText(yes)
        self.no = button("", self.reject)
        self.no.setText(no)
        self.no.setAutoDefault(False)
        layout = self._layout = dialog_column(self)
        for part in (heading, who, told, named, self.reason):
            layout.addWidget(part)
        layout.addLayout(row(0, self.no, self.yes))
        self.accepted.connect(lambda: self._given(self.written))
        self.finished.connect(self.deleteLater)
        self._check()
        self.reason.setFocus()
        if proposed:
            self.reason.setPlainText(proposed)
            self.yes.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its wrapped text needs."""
        super().showEvent(event)
        self.resize(self.width(), max(self.height(), self._layout.heightForWidth(self.width())))

    @property
    def written(self) -> str:
        return " ".join(self.reason.toPlainText().split())[:_MOST]

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.written))
