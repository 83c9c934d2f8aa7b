"""The last scans of this desk, newest first, each admission with its undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import pixmap, put_icon
from checkin_desktop.gui.design.tokens import GAP, LARGE, VERDICT_SHAPES, scaled
from checkin_desktop.gui.design.widgets import ElidedLabel, button, clear, label
from checkin_desktop.gui.moving_dialog import MovingDialog
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk.presenter import can_undo
from checkin_desktop.services.views import PassageLine
from checkin_desktop.words.dates import clock_time
from checkin_desktop.words.verdicts import Tone

_TONES = {
    Outcome.ADMITTED: Tone.ADMITTED,
    Outcome.WELCOME_BACK: Tone.ADMITTED,
    Outcome.LEFT: Tone.ADMITTED,
    Outcome.ALREADY_INSIDE: Tone.ATTENTION,
    Outcome.AMBIGUOUS: Tone.ATTENTION,
    Outcome.REFUSED: Tone.REFUSED,
}
_LETTERS_FOR_VERB = 34
"""In a list narrower than so many letters undoing is a picture: the name needs the room."""


class Recents(QWidget):
    """`undo(entry)` takes an admission back."""

    def __init__(self, context: Context, undo: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._undo = context, undo
        self._lines: tuple[PassageLine, ...] = ()
        self._narrow = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP // 2)
        self.heading = label("group")
        self.moving = button("status", self._move)
        head = Flow()
        head.addWidget(self.heading)
        head.addWidget(self.moving)
        outer.addLayout(head)
        area, inside = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setMinimumHeight(1)  # gives way to the camera and its button
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, GAP // 2, 0)
        self._rows.setSpacing(GAP // 2)
        outer.addWidget(area, 1)

    def show_lines(self, lines: Sequence[PassageLine]) -> None:
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._draw()

    def retranslate(self) -> None:
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_FOR_VERB
        if narrow != self._narrow:
            self._narrow = narrow
            self._draw()

    def _draw(self) -> None:
        self.heading.setText(self._context.say("desk-recent"))
        self.moving.setText(self._context.say("moving-verb"))
        self.moving.setToolTip(self._context.say("moving-title"))
        self.moving.setVisible(self._context.may(Action.MOVE_PASSAGES))
        clear(self._rows)
        for line in self._lines:
            self._rows.addWidget(self._row(line))
        if not self._lines:
            empty = label("soft", wrap=True)
            empty.setText(self._context.say("desk-recent-empty"))
            self._rows.addWidget(empty)
        self._rows.addStretch()

    def _move(self) -> None:
        MovingDialog(self, self._context).open()

    def _where_from(self, line: PassageLine) -> str:
        """Where the desk stood, if the scan was moved since."""
        if not line.moved_from:
            return ""
        names = {c.id: c.name for c in self._context.session.checkpoints}
        return self._context.say("desk-moved-from", name=names.get(line.moved_from, "-"))

    def _from_paper(self, line: PassageLine) -> str:
        if line.source is not Source.PAPER:
            return ""
        say = self._context.say
        return say("desk-from-paper-of", desk=line.ticked_at) if line.ticked_at else say("desk-from-paper")

    def _row(self, line: PassageLine) -> QFrame:
        frame = QFrame()
        frame.setObjectName("line")
        grid = QGridLayout(frame)
        grid.setContentsMargins(GAP, GAP // 2, GAP // 2, GAP // 2)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        theme = self._context.theme()
        shape = QLabel()
        percent = self._context.preferences().scale
        shape.setPixmap(pixmap(VERDICT_SHAPES[_TONES[line.outcome]], theme.text, scaled(LARGE, percent)))
        name, about = ElidedLabel("strong"), ElidedLabel("small")
        name.setText(line.name or line.code or "-")
        outcome = self._context.say(f"outcome-{line.outcome.value}")
        if line.undone:
            font = name.font()
            font.setStrikeOut(True)
            name.setFont(font)
            outcome = self._context.say("desk-was-undone")
        elif line.override:
            outcome = self._context.say("desk-was-passed", reason=line.override)
        about.setText(
            " · ".join(
                x
                for x in (
                    clock_time(line.at),
                    outcome,
                    self._from_paper(line),
                    self._where_from(line),
                    line.organisation,
                )
                if x
            )
        )
        grid.addWidget(shape, 0, 0, 2, 1)
        grid.addWidget(name, 0, 1)
        grid.addWidget(about, 1, 1)
        if can_undo(line):
            back = button("quiet", lambda: self._undo(line.entry))
            if self._narrow:
                put_icon(back, "undo-2", theme.accent)
                back.setToolTip(self._context.say("desk-undo"))
            else:
                back.setText(self._context.say("desk-undo"))
            back.setAccessibleName(self._context.say("desk-undo-of", name=line.name))
            grid.addWidget(back, 0, 2, 2, 1)
        frame.setAccessibleName(f"{name.text()}. {about.text()}")
        return frame
