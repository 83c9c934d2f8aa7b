"""What a list says while nothing is in it: why, and what to do next."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel

from checkin_desktop.gui.design.tokens import GAP, PAD


class EmptyNote(QLabel):
    """Where the first rows of `view` will stand, as long as there are none."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setObjectName("soft")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        model = view.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._look)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def setText(self, text: str) -> None:
        super().setText(text)
        self._place()

    def _place(self) -> None:
        """Air around the text gives way before the text does."""
        room = self._view.viewport().rect()
        self.setMargin(PAD * 2)
        if self.heightForWidth(room.width()) > room.height():
            self.setMargin(GAP)
        self.setGeometry(room)

    def _look(self) -> None:
        self._place()
        self.setVisible(not self._view.model().rowCount())
