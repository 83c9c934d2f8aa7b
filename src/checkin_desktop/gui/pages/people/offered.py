"""Names that complete a field by a few letters, so that an institution is written as everybody else wrote it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSignalBlocker, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.combos import put_under
from checkin_desktop.gui.design.tokens import PAD

_MOST = 12
_MARKED = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Offered(QCompleter):
    """The best one is marked and Enter takes it; Escape, Tab or another letter leaves what was typed.

    `names` are the names by how they are compared (an alias means its institution); `taken` is called afterwards.
    """

    def __init__(
        self, field: QLineEdit, names: Callable[[], Mapping[str, str]], taken: Callable[[], object]
    ) -> None:
        super().__init__(field)
        self._field, self._names, self._taken = field, names, taken
        self._offered = QStringListModel(self)
        self.setModel(self._offered)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST)
        self._listed.setObjectName("offered")
        self._listed.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.activated.connect(lambda _: taken())
        field.setCompleter(self)
        put_under(field, self)
        field.textEdited.connect(self._narrow)

    def take(self) -> bool:
        """On Enter: whether one of them was taken, which whoever types wants to see before going on."""
        listed = self._listed
        marked = listed.currentIndex().data() if listed.isVisible() else None
        first = next(iter(self._offered.stringList()), "") if listed.isVisible() else ""
        whole = self._names().get(plain(self._field.text()), "")
        listed.hide()
        chosen = whole or marked or first
        if not chosen:
            return False
        self._field.setText(chosen)
        self._taken()
        return not whole

    @property
    def _listed(self) -> QAbstractItemView:
        listed = self.popup()
        assert listed is not None
        return listed

    def _narrow(self, typed: str) -> None:
        words = plain(typed).split()
        found = [(key, n) for key, n in self._names().items() if words and all(w in key for w in words)]
        found.sort(key=lambda one: not any(word.startswith(words[0]) for word in one[0].split()))
        names = list(dict.fromkeys(n for _, n in found))[:_MOST]
        self._offered.setStringList(names)
        self._widen(names)
        QTimer.singleShot(0, self, self._mark)

    def _widen(self, names: Sequence[str]) -> None:
        """Long names begin alike: as wide as they are, as far as the window goes."""
        listed, window = self._listed, self._field.window()
        listed.ensurePolished()
        wanted = max((listed.fontMetrics().horizontalAdvance(name) for name in names), default=0) + 4 * PAD
        room = window.width() - self._field.mapTo(window, QPoint(0, 0)).x() - PAD
        listed.setMinimumWidth(min(wanted, max(room, self._field.width())))

    def _mark(self) -> None:
        """Without a word to the completer, which would write it into the field at once."""
        listed = self._listed
        if listed.isVisible() and not listed.currentIndex().isValid() and self._offered.rowCount():
            with QSignalBlocker(listed.selectionModel()):
                listed.selectionModel().setCurrentIndex(listed.model().index(0, 0), _MARKED)
            listed.viewport().update()
