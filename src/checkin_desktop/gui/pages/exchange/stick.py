"""The card of the stick: which file, the exchange, what came of it; and how another computer joins."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, Theme
from checkin_desktop.gui.design.widgets import button, card, clear, label, row
from checkin_desktop.gui.drives import Drive
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.language import Language
from checkin_desktop.services.views import ExchangeResult


class StickCard(QWidget):
    """`go` carries the file chosen."""

    go = Signal(str)

    def __init__(self, language: Language, choose: Callable[[], None]) -> None:
        super().__init__()
        self._language = language
        self._result: ExchangeResult | None = None
        frame, column = card()
        column.setSpacing(GAP + 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.heading, self.about = label("heading"), label("soft", wrap=True)
        self.path = QLineEdit()
        self.choose = button("", choose)
        self.start = button("primary", self._start)
        self.start.setEnabled(False)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.outcome = label("strong", wrap=True)
        self.advice = label("soft", wrap=True)
        self.told = QFrame()
        self.told.setObjectName("notice")
        inside = QVBoxLayout(self.told)
        inside.setContentsMargins(PAD, GAP + 4, PAD, GAP + 4)
        inside.addWidget(self.outcome)
        inside.addWidget(self.advice)
        self.told.hide()
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.shared = label("", wrap=True)
        self.shared.hide()
        self._drives = QHBoxLayout()
        self._drives.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addLayout(row(self.path, self.choose))
        column.addLayout(self._drives)
        column.addWidget(self.shared)
        column.addLayout(row(self.start, 0))
        column.addWidget(self.progress)
        column.addWidget(self.wrong)
        column.addWidget(self.told)
        column.addStretch()
        self.path.textChanged.connect(self._typed)
        self.path.returnPressed.connect(self._start)
        bind(Key.EXCHANGE_START, self, self._start, focused=False)

    def retranslate(self) -> None:
        say = self._language.say
        self.heading.setText(say("exchange-stick-title"))
        self.about.setText(say("exchange-stick-about"))
        self.path.setPlaceholderText(say("exchange-path-empty"))
        self.path.setAccessibleName(say("exchange-path"))
        self.choose.setText(say("exchange-choose-file"))
        self.start.setText(say("exchange-now"))
        self.start.setToolTip(Key.EXCHANGE_START.shown(say))
        self.shared.setText(say("exchange-slot-shared"))
        self.wrong.hide()
        if self._result is not None:
            self.tell(self._result)

    def offer(self, drives: Sequence[Drive], file_name: str) -> None:
        """One button for each stick plugged in; with one alone and no file yet, it is taken."""
        clear(self._drives)
        for drive in drives:
            target = str(drive.path / file_name)
            offered = button("quiet", lambda target=target: self.path.setText(target))  # type: ignore[misc]
            offered.setText(self._language.say("exchange-use-drive", drive=drive.name))
            self._drives.addWidget(offered)
        self._drives.addStretch()
        if len(drives) == 1 and not self.path.text():
            self.path.setText(str(drives[0].path / file_name))

    def set_working(self, working: bool) -> None:
        self.progress.setVisible(working)
        for part in (self.path, self.choose):
            part.setEnabled(not working)
        self.start.setEnabled(not working and bool(self.path.text().strip()))
        if working:
            self._result = None
            self.told.hide()
            self.wrong.hide()

    def tell(self, result: ExchangeResult) -> None:
        say, self._result = self._language.say, result
        self.outcome.setText(say("exchange-done", sent=result.sent, received=result.received))
        more = []
        if result.held:
            more.append(say("exchange-held", count=result.held))
        if result.new_conflicts:
            more.append(say("exchange-new-conflicts", count=result.new_conflicts))
        self.advice.setText("\n".join([*more, say("exchange-eject")]))
        self.told.show()

    def tell_failure(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()

    def _typed(self) -> None:
        self.start.setEnabled(bool(self.path.text().strip()) and not self.progress.isVisible())
        self.path.setToolTip(self.path.text())

    def _start(self) -> None:
        if self.start.isEnabled():
            self.go.emit(self.path.text().strip())


class StepsCard(QWidget):
    """How another computer joins with this stick, in three steps; `prepare` asks for both ways at length."""

    prepare = Signal()

    def __init__(self, language: Language, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self.start = button("", self.prepare.emit)
        frame, column = card()
        column.setSpacing(GAP + 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.heading, self._icon = label("heading", wrap=True), QLabel()
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._icon)
        head.addWidget(self.heading, 1)
        column.addLayout(head)
        self._steps = []
        for number in (1, 2, 3):
            figure, text = label("brand"), label("", wrap=True)
            figure.setText(str(number))
            figure.setMinimumWidth(PAD)
            line = QHBoxLayout()
            line.setSpacing(GAP + 4)
            line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            column.addLayout(line)
            self._steps.append(text)
        column.addLayout(row(self.start, 0))
        column.addStretch()

    def retranslate(self) -> None:
        self.heading.setText(self._language.say("exchange-other-title"))
        self.start.setText(self._language.say("prepare-open"))
        side = self.heading.fontMetrics().height()
        self._icon.setPixmap(pixmap("laptop", self._theme().accent, side))
        for number, text in enumerate(self._steps, 1):
            text.setText(self._language.say(f"exchange-other-step-{number}"))


def typed_path(text: str, file_name: str) -> Path:
    """The file that a person means: a folder stands for the event's file in it."""
    path = Path(text).expanduser()
    return path / file_name if text.endswith(("/", "\\")) else path
