"""The field that always has the keyboard."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from checkin_desktop.gui.keys import Key

_A_PERSONS_MS = 250
"""What a scanner typed is taken out again sooner."""
_STALE_S = 8.0


class SearchField(QLineEdit):
    """Arrows go to `step`, Enter to `entered`, Esc to `escaped`, a paste first to `pasted`.

    Ctrl+Z undoes typing only where there is some. `being_typed`: a person is at it just now.
    """

    def __init__(
        self,
        step: Callable[[int], None],
        entered: Callable[[], None],
        escaped: Callable[[], None],
        pasted: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._clock, self._typed, self._typed_at = clock, "", 0.0
        self._settling = QTimer(self, singleShot=True, interval=_A_PERSONS_MS)
        self._settling.timeout.connect(self._settle)
        self.textEdited.connect(lambda _: self._settling.start())
        self.setObjectName("search")
        self.setClearButtonEnabled(True)
        self.setMaxLength(500)
        self.setAcceptDrops(False)
        self._step, self._entered, self._escaped, self._pasted = step, entered, escaped, pasted

    @property
    def being_typed(self) -> bool:
        text = self.text()
        return bool(text.strip()) and (text != self._typed or self._clock() - self._typed_at < _STALE_S)

    def _settle(self) -> None:
        if self.text() != self._typed:
            self._typed, self._typed_at = self.text(), self._clock()

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
