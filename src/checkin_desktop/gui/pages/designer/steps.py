"""The first path, over the canvas: the page is there, draw where the name goes, draw where the QR goes."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer.editing import Rect


class Step(IntEnum):
    NAME = 2
    CODE = 3
    DONE = 4


class Steps(QFrame):
    """`placed` is for who draws with no mouse: the usual place. `left`: no more steps; `went`: to another one."""

    placed = Signal()
    finished = Signal()
    left = Signal()
    went = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._context, self.step = context, Step.DONE
        self.where, self.told = label("group"), label("large", wrap=True)
        self.usual = button("", self.placed.emit)
        self.done = button("primary", self.finished.emit)
        self.skip = button("quiet", self.end)
        said, offered = QWidget(), QWidget()
        texts, layout = QVBoxLayout(said), QVBoxLayout(self)
        layout.setContentsMargins(PAD, GAP, PAD, GAP)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(TIGHT)
        texts.addWidget(self.where)
        texts.addWidget(self.told)
        choices = row(self.usual, self.done, self.skip, 0)
        choices.setContentsMargins(0, 0, 0, 0)
        offered.setLayout(choices)
        layout.addWidget(Columns([said, offered], stretches=(1, 0)))
        self.hide()

    def begin(self) -> None:
        self._go(Step.NAME)

    def go_on(self) -> None:
        self._go(Step(min(self.step + 1, Step.DONE)))

    def end(self) -> None:
        self.step = Step.DONE
        self.hide()
        self.left.emit()

    def retranslate(self) -> None:
        say = self._context.say
        self.usual.setText(say("designer-step-usual"))
        self.done.setText(say("designer-step-finish"))
        self.skip.setText(say("designer-step-skip"))
        self._tell()

    def usual_place(self, width: float, height: float) -> Rect:
        """Of what this step asks for, on a page of that size."""
        if self.step is Step.NAME:
            return Rect(width * 0.15, height * 0.42, width * 0.7, min(24.0, height * 0.14))
        side = min(30.0, width * 0.35)
        return Rect(
            width - side - min(20.0, width * 0.08), height - side - min(25.0, height * 0.12), side, side
        )

    def _go(self, step: Step) -> None:
        self.step = step
        self._tell()
        self.show()
        self.went.emit()

    def _tell(self) -> None:
        say, drawing = self._context.say, self.step is not Step.DONE
        self.where.setText(say("designer-step-of", step=min(int(self.step), 3)))
        self.told.setText(say(f"designer-step-{self.step.name.lower()}"))
        self.usual.setVisible(drawing)
        self.done.setVisible(not drawing)
