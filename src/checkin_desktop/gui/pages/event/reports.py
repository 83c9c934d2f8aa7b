"""The lists for a spreadsheet."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.page import Context

REPORTS = (
    ("summary", "chart-column"),
    ("attendance", "clipboard-list"),
    ("roster", "users"),
    ("delegations", "flag"),
    ("meetings", "handshake"),
    ("certificates", "award"),
    ("badges", "id-card"),
    ("journal", "badge-check"),
)
FORMATS = {"pdf": "PDF", "xlsx": "Excel", "csv": "CSV", "json": "JSON"}
ON_PAPER = frozenset({"summary"})
"""Those that are drawn as pages too."""


class ReportsTab(QWidget):
    """`export(kind, suffix)` is called when a person asks for a report; `below` stands under them."""

    def __init__(self, context: Context, export: Callable[[str, str], None], below: QWidget) -> None:
        super().__init__()
        self._context = context
        self.about, self.progress = label("soft", wrap=True), QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self._texts: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PAD, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(self.about)
        column.addWidget(self.progress)
        for kind, _ in REPORTS:
            column.addWidget(self._line(kind, export))
        column.addWidget(below)
        column.addStretch()

    def retranslate(self) -> None:
        say = self._context.say
        self.about.setText(say("event-reports-about"))
        for kind, mark in REPORTS:
            sign, name, about = self._texts[kind]
            name.setText(say(f"event-report-{kind}"))
            about.setText(say(f"event-report-{kind}-about"))
            sign.setPixmap(pixmap(mark, self._context.theme().accent, name.fontMetrics().height() + PAD // 2))
            for suffix in _formats(kind):
                self.buttons[kind, suffix].setAccessibleName(f"{name.text()}: {FORMATS[suffix]}")

    def set_working(self, working: bool) -> None:
        self.progress.setVisible(working)
        for verb in self.buttons.values():
            verb.setEnabled(not working)

    def _line(self, kind: str, export: Callable[[str, str], None]) -> QWidget:
        frame, line = card(horizontal=True)
        line.setSpacing(PAD)
        sign, name, about = QLabel(), label("strong"), label("soft", wrap=True)
        self._texts[kind] = (sign, name, about)
        texts = QVBoxLayout()
        texts.setSpacing(TIGHT)
        texts.addWidget(name)
        texts.addWidget(about)
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        for suffix in _formats(kind):
            verb = button("", lambda suffix=suffix: export(kind, suffix))  # type: ignore[misc]
            verb.setText(FORMATS[suffix])
            self.buttons[kind, suffix] = verb
            verbs.addWidget(verb)
        verbs.addStretch()
        verbs.setContentsMargins(0, 0, 0, 0)
        described, offered = QWidget(), QWidget()
        beside = QHBoxLayout(described)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(PAD)
        beside.addWidget(sign)
        beside.addLayout(texts, 1)
        offered.setLayout(verbs)
        line.addWidget(Columns([described, offered], letters=26, stretches=(1, 0)))
        return frame


def _formats(kind: str) -> tuple[str, ...]:
    return tuple(suffix for suffix in FORMATS if suffix != "pdf" or kind in ON_PAPER)
