"""Help: what to do at the desk, when something goes wrong, and the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.dialogs import least_letters
from checkin_desktop.gui.design.icons import pixmap, verdict_mark
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP, PAD, scaled
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.keys import Key, Scope
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.tour import Tour
from checkin_desktop.words.verdicts import Tone

_STEPS: dict[str, Tone | str] = {
    "scan": "scan-line",
    "green": Tone.ADMITTED,
    "amber": Tone.ATTENTION,
    "red": Tone.REFUSED,
    "hint": "camera",
    "search": "search",
    "walk-in": "user-plus",
    "picture": "image-plus",
    "certificate": "award",
    "power": "clipboard-list",
    "stick": "usb",
    "phone": "monitor-smartphone",
}
"""What is told, each with its verdict's mark or an icon."""
_SIDE = 28


class HelpPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tour = button("", lambda: Tour(context, self).open())
        self.head = PageHead(self.tour)
        self._texts: list[tuple[str, QLabel]] = []
        self._marks: list[tuple[Tone | str, QLabel]] = []
        self._beside: list[QLabel] = []
        self.keys: dict[Key, QLabel] = {}
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(0, 0, GAP, 0)
        sections.setSpacing(PAD)
        sections.addWidget(self._steps())
        sections.addWidget(self._keys())
        sections.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(self.head)
        self.body.addWidget(area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.name(self.context.say("nav-help"), self.context.say("head-help"))
        self.tour.setText(self.context.say("help-tour"))
        side = scaled(_SIDE, self.context.preferences().scale)
        accent = self.context.theme().accent
        for shape, mark in self._marks:
            mark.setFixedWidth(side)
            drawn = (
                verdict_mark(shape, side) if isinstance(shape, Tone) else pixmap(shape, accent, side * 5 // 6)
            )
            mark.setPixmap(drawn)
        for text in self._beside:
            text.setContentsMargins(0, max(0, side - text.fontMetrics().height()) // 2, 0, 0)
        for sentence, text in self._texts:
            text.setText(self.context.say(sentence))
        for key, keys in self.keys.items():
            keys.setText(key.shown(self.context.say))

    def _steps(self) -> QFrame:
        frame, layout = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP + 2)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(2, 1)
        for line, (step, shape) in enumerate(_STEPS.items()):
            mark = QLabel()
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._marks.append((shape, mark))
            what, how = label("strong", wrap=True), label(wrap=True)
            least_letters(what, 18)
            self._beside += [what, how]
            self._texts += [(f"help-{step}", what), (f"help-{step}-how", how)]
            for column, part in enumerate((mark, what, how)):
                grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(grid)
        return frame

    def _keys(self) -> QFrame:
        """All that are declared in gui/keys.py, by where they work."""
        frame, layout = card()
        title = label("large")
        self._texts.append(("help-keys", title))
        layout.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD * 2)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        for scope in Scope:
            heading = label("strong")
            heading.setContentsMargins(0, GAP, 0, 0)
            self._texts.append((f"keys-in-{scope.value}", heading))
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for key in (k for k in Key if k.scope is scope):
                keys, does = label(), label(wrap=True)
                self.keys[key] = keys
                self._texts.append((key.sentence, does))
                line = grid.rowCount()
                grid.addWidget(keys, line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(does, line, 1)
        return frame
