"""Picking one person of the list, keyboard first: whom somebody represents, whose code this is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from checkin_desktop.gui.design.announcing import announce
from checkin_desktop.gui.design.dialogs import dialog_column, fit, headed
from checkin_desktop.gui.design.empty_note import EmptyNote
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.hit_list import HitList
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.views import AttendeeLine

_MOST = 20


class PersonDialog(QDialog):
    """The arrows mark, Enter picks whom is marked, Escape leaves all as it was. `picked` is told once."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, text: str, picked: Callable[[AttendeeLine], None]
    ) -> None:
        super().__init__(parent)
        self._context, self._picked = context, picked
        self._wanted, self._found_for, self._enter = "", "", False
        fit(self, 70, 25)
        heading, told = headed(self, title), label(wrap=True)
        told.setText(text)
        self.field = QLineEdit()
        self.field.setObjectName("search")
        self.field.setPlaceholderText(context.say("desk-search"))
        self.field.setAccessibleName(context.say("desk-search"))
        self.hits = HitList(context, self._choose)
        self.hits.setAccessibleName(context.say("desk-hits"))
        EmptyNote(self.hits).setText(context.say("search-first"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cancel = button("", self.reject)
        cancel.setText(context.say("shell-cancel"))
        cancel.setAutoDefault(False)
        body = dialog_column(self)
        for part in (heading, told, self.field):
            body.addWidget(part)
        body.addWidget(self.hits, 1)
        body.addLayout(row(0, cancel))
        self.field.textChanged.connect(self._type)
        self.field.installEventFilter(self)
        self.finished.connect(self.deleteLater)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the keyboard: arrows and Enter act on the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = Key.CHOOSE_STEP.which(event)
            if step is not None:
                self.hits.step(-1 if step else 1)
                announce(self.hits, self.hits.said)
                return True
            if Key.CHOOSE_TAKE.pressed(event):
                self._entered()
                return True
        return super().eventFilter(watched, event)

    def _entered(self) -> None:
        """Enter before the answer is not lost."""
        if self._found_for != self._wanted:
            self._enter = True
        elif self.hits.marked is not None:
            self._choose(self.hits.marked)

    def _type(self, text: str) -> None:
        self._wanted, self._enter = text.strip(), False
        wanted, desk, checkpoint = self._wanted, self._context.desk, self._context.session.checkpoint
        if not wanted:
            self._show("", ())
            return
        self._context.lanes.reader.run(
            lambda: search(desk, wanted, checkpoint.id if checkpoint else None, _MOST),
            lambda found: self._show(wanted, found),
        )

    def _show(self, wanted: str, found: tuple[AttendeeLine, ...]) -> None:
        if wanted != self._wanted:
            return
        self._found_for = wanted
        self.hits.show_lines(found)
        announce(self.hits, self.hits.said)
        if self._enter:
            self._enter = False
            self._entered()

    def _choose(self, line: AttendeeLine) -> None:
        if self.result() != QDialog.DialogCode.Accepted:
            self.accept()
            self._picked(line)


def scanned_for_picking(code: str) -> bool:
    """Somebody is being picked just now: a badge shown, perhaps of who stayed away, means them and lets nobody in."""
    asking = QApplication.activeModalWidget()
    if not isinstance(asking, PersonDialog):
        return False
    asking.field.setText(code)
    return True
