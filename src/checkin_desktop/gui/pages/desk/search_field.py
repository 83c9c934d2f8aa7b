"""The field that always has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from checkin_desktop.gui.keys import Key


class SearchField(QLineEdit):
    """Arrows go to `step`, Enter to `entered`, Esc to `escaped`, a paste first to `pasted`.

    Ctrl+Z undoes typing only where there is some.
    """

    def __init__(
        self,
        step: Callable[[int], None],
        entered: Callable[[], None],
        escaped: Callable[[], None],
        pasted: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setClearButtonEnabled(True)
        self.setMaxLength(500)
        self.setAcceptDrops(False)
        self._step, self._entered, self._escaped, self._pasted = step, entered, escaped, pasted

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Key.DESK_UNDO.pressed(event)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = Key.DESK_STEP.which(event)
        if Key.DESK_PASTE.pressed(event) and self._pasted():
            return
        if step is not None:
            self._step(-1 if step else 1)
        elif Key.DESK_ADMIT.pressed(event):
            self._entered()
        elif Key.DESK_CLEAR.pressed(event):
            self._escaped()
        else:
            super().keyPressEvent(event)
