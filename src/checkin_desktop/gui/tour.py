"""One screen that says what the desk does: shown once on a computer, and from «Ayuda» again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.dialogs import headed
from checkin_desktop.gui.design.icons import pixmap, verdict_mark
from checkin_desktop.gui.design.tokens import GAP, PAD, VERDICT_SHAPES, scaled
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.words.verdicts import Tone

_STEPS = (
    ("scan-line", "tour-scan", None),
    (VERDICT_SHAPES[Tone.ADMITTED], "tour-green", Tone.ADMITTED),
    (VERDICT_SHAPES[Tone.REFUSED], "tour-red", Tone.REFUSED),
    ("search", "tour-search", None),
    ("undo-2", "tour-undo", None),
    ("settings", "tour-organise", None),
)
_SIDE, _LETTERS, _HIGHEST = 28, 62, 0.85


class Tour(QDialog):
    """Escape and its button close it; nothing behind it was changed."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        say, theme = context.say, context.theme()
        side = scaled(_SIDE, context.preferences().scale)
        title = headed(self, say("tour-title"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(PAD)
        grid.setVerticalSpacing(PAD)
        grid.setColumnStretch(1, 1)
        for line, (shape, sentence, tone) in enumerate(_STEPS):
            mark, text = QLabel(), label(wrap=True)
            mark.setPixmap(verdict_mark(tone, side) if tone else pixmap(shape, theme.accent, side))
            text.setText(say(sentence))
            grid.addWidget(mark, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, line, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.go = button("primary", self.accept)
        self.go.setText(say("tour-go"))
        self.go.setDefault(True)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAD * 2, PAD * 2, PAD * 2, PAD)
        body.setSpacing(PAD)
        body.addWidget(title)
        body.addWidget(area, 1)
        body.addLayout(row(0, self.go))
        self.ensurePolished()
        window = parent.window()
        wide = min(self.fontMetrics().averageCharWidth() * _LETTERS, round(window.width() * _HIGHEST))
        needed = (
            inside.heightForWidth(wide - PAD * 5)
            if inside.hasHeightForWidth()
            else inside.sizeHint().height()
        )
        high = needed + title.sizeHint().height() + self.go.sizeHint().height() + PAD * 7
        self.resize(wide, min(high, round(window.height() * _HIGHEST)))
        self.finished.connect(self.deleteLater)
