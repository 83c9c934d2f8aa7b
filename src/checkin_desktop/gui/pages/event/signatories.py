"""Who signs the certificates: rows of name and position."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import icon, put_icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context

_MOST = 4


class _Row(QWidget):
    def __init__(
        self, context: Context, changed: Callable[[], None], remove: Callable[["_Row"], None]
    ) -> None:
        super().__init__()
        self._context = context
        self.name, self.position = QLineEdit(), QLineEdit()
        self.drop = button("quiet", lambda: remove(self))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.name, 1)
        line.addWidget(self.position, 1)
        line.addWidget(self.drop)
        for editor in (self.name, self.position):
            editor.textEdited.connect(changed)

    def retranslate(self) -> None:
        say = self._context.say
        for editor, caption in (
            (self.name, "event-signatory-name"),
            (self.position, "event-signatory-position"),
        ):
            editor.setPlaceholderText(say(caption))
            editor.setAccessibleName(say(caption))
        self.drop.setIcon(icon("trash-2", self._context.theme().soft))
        self.drop.setToolTip(say("event-remove"))
        self.drop.setAccessibleName(say("event-remove"))


class Signatories(QWidget):
    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._changed = context, changed
        self.rows: list[_Row] = []
        self.caption = label("strong")
        self.add = button("quiet", self._add)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.caption)
        column.addLayout(self._list)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch()
        column.addLayout(below)

    @property
    def value(self) -> tuple[tuple[str, str], ...]:
        found = ((r.name.text().strip(), r.position.text().strip()) for r in self.rows)
        return tuple((name, position) for name, position in found if name)

    def show_value(self, value: Sequence[tuple[str, str]]) -> None:
        for old in tuple(self.rows):
            self._drop(old)
        for name, position in value:
            made = self._append()
            for field, text in ((made.name, name), (made.position, position)):
                field.setText(text)
                field.setCursorPosition(0)

    def retranslate(self) -> None:
        self.caption.setText(self._context.say("event-signatories"))
        self.add.setText(self._context.say("event-signatory-add"))
        put_icon(self.add, "plus", self._context.theme().accent)
        for made in self.rows:
            made.retranslate()

    def _append(self) -> _Row:
        made = _Row(self._context, self._changed, self._remove)
        made.retranslate()
        self.rows.append(made)
        self._list.addWidget(made)
        self.add.setEnabled(len(self.rows) < _MOST)
        return made

    def _add(self) -> None:
        self._append().name.setFocus()
        self._changed()

    def _remove(self, old: _Row) -> None:
        self._drop(old)
        self._changed()

    def _drop(self, old: _Row) -> None:
        self.rows.remove(old)
        self._list.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.add.setEnabled(len(self.rows) < _MOST)
