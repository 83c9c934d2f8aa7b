"""The field that always has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


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
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._pasted():
            return
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._entered()
            case Qt.Key.Key_Escape:
                self._escaped()
            case _:
                super().keyPressEvent(event)
