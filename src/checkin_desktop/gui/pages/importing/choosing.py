"""Where a list is chosen or dropped; while it is read or written, how far that is; and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context

_ICON = 48


def _centred(layout: QVBoxLayout, *parts: QLabel) -> None:
    for part in parts:
        part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(part)


class ChoosePanel(QFrame):
    file_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("drop")
        self._context = context
        self._error: PersonFacingError | None = None
        self.picture = label()
        self.title, self.hint = label("heading", wrap=True), label("soft", wrap=True)
        self.promise = label("small", wrap=True)
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.choose = button("primary", self.file_wanted.emit)
        inside, area = QWidget(), QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        QVBoxLayout(self).addWidget(area)
        outer, layout = QHBoxLayout(inside), QVBoxLayout()
        outer.addStretch(1)
        outer.addLayout(layout, 8)
        outer.addStretch(1)
        layout.setSpacing(GAP + 4)
        layout.addStretch()
        _centred(layout, self.picture, self.title, self.hint)
        layout.addSpacing(GAP)
        layout.addLayout(row(0, self.choose, 0))
        layout.addSpacing(GAP)
        _centred(layout, self.wrong, self.promise)
        layout.addStretch()

    def show_wrong(self, error: PersonFacingError | None) -> None:
        """Why the last file could not be read; None: nothing is wrong."""
        self._error = error
        self.wrong.setText(self._context.say(error.sentence, **error.arguments) if error else "")
        self.wrong.setVisible(error is not None)

    def retranslate(self) -> None:
        say = self._context.say
        self.picture.setPixmap(pixmap("file-up", self._context.theme().accent, _ICON))
        self.title.setText(say("import-drop"))
        self.hint.setText(say("import-drop-hint"))
        self.promise.setText(say("import-promise"))
        self.choose.setText(say("import-choose"))
        self.show_wrong(self._error)


class ProgressPanel(QWidget):
    cancel_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sentence, self._file = "import-reading", ""
        self.told, self.count = label("large", wrap=True), label("soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = button("", self.cancel_wanted.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD * 4, PAD, PAD * 4, PAD)
        layout.setSpacing(GAP + 4)
        layout.addStretch()
        layout.addWidget(self.told)
        layout.addWidget(self.bar)
        layout.addLayout(row(self.count, 0, self.cancel))
        layout.addStretch()

    def begin(self, sentence: str, file: str) -> None:
        self._sentence, self._file = sentence, file
        self.bar.setRange(0, 0)
        self.count.setText("")
        self.cancel.setEnabled(True)
        self.retranslate()

    def show_progress(self, done: int, total: int) -> None:
        if total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.count.setText(self._context.say("import-progress", done=done, total=total))

    def show_cancelling(self) -> None:
        self.cancel.setEnabled(False)
        self.count.setText(self._context.say("import-cancelling"))

    def retranslate(self) -> None:
        say = self._context.say
        self.told.setText(say(self._sentence, file=self._file))
        self.bar.setAccessibleName(self.told.text())
        self.cancel.setText(say("import-cancel"))
