"""Help: what to do at the desk, when something goes wrong, and the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, VERDICT_COLOURS, VERDICT_SHAPES
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.tour import Tour
from checkin_desktop.words.verdicts import Tone

_STEPS = (
    "scan", "green", "amber", "red", "hint", "search", "walk-in", "picture", "certificate", "power", "stick", "phone",
)  # fmt: skip
_COLOURS = {"green": Tone.ADMITTED, "amber": Tone.ATTENTION, "red": Tone.REFUSED}
_KEYS = (
    "Enter", "Esc", "Ctrl+Z", "Ctrl+V", "F2", "F3", "F4", "F5", "F6", "Shift+F6", "F7", "F8", "F9", "F10",
    "F11", "F12",
    "Ctrl+G", "Ctrl+L", "Ctrl+K", "Ctrl+1…9", "Ctrl+0", "F1",
)  # fmt: skip
_SIDE = 28


class HelpPage(Page):
    name = "help"
    icon = "circle-help"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = label("heading", wrap=True)
        self.tour = button("quiet", lambda: Tour(context, self).open())
        self._texts: list[tuple[str, QLabel]] = []
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
        head = row(self.title, self.tour)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.context.say("help-title"))
        self.tour.setText(self.context.say("help-tour"))
        for sentence, text in self._texts:
            text.setText(self.context.say(sentence))

    def _steps(self) -> QFrame:
        frame, layout = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP + 2)
        grid.setVerticalSpacing(GAP + 6)
        grid.setColumnStretch(2, 1)
        for line, step in enumerate(_STEPS):
            mark = QLabel()
            tone = _COLOURS.get(step)
            if tone is not None:
                mark.setPixmap(pixmap(VERDICT_SHAPES[tone], VERDICT_COLOURS[tone][0], _SIDE))
            else:
                mark.setText("•")
                mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            what, how = label("strong", wrap=True), label(wrap=True)
            what.setMinimumWidth(150)
            self._texts += [(f"help-{step}", what), (f"help-{step}-how", how)]
            for column, part in enumerate((mark, what, how)):
                grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(grid)
        return frame

    def _keys(self) -> QFrame:
        frame, layout = card()
        title = label("strong")
        self._texts.append(("help-keys", title))
        layout.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD * 2)
        grid.setColumnStretch(1, 1)
        for line, keys in enumerate(_KEYS):
            name, does = label("strong"), label(wrap=True)
            name.setText(keys)
            identity = keys.lower().replace("+", "-").replace("1…9", "number")
            self._texts.append((f"help-key-{identity}", does))
            grid.addWidget(name, line, 0)
            grid.addWidget(does, line, 1)
        layout.addLayout(grid)
        return frame
