"""How many desks a rush needs, and how to share the alphabet among them."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.domain.queues import WithDesks
from checkin_desktop.gui.design.dialogs import least_letters
from checkin_desktop.gui.design.fields import CalmSpin, Field
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.widgets import card, clear, label
from checkin_desktop.gui.page import Context
from checkin_desktop.services.dashboard import QueuePlan


class QueueCard(QWidget):
    """`changed` is called with arrivals, minutes, longest wait in seconds, and desks (0: as many as needed)."""

    def __init__(self, context: Context, changed: Callable[[int, int, int, int], None]) -> None:
        super().__init__()
        self._context, self._changed = context, changed
        self._plan: QueuePlan | None = None
        self.arrivals, self.minutes = CalmSpin(1, 100_000), CalmSpin(1, 600)
        self.wait, self.desks = CalmSpin(5, 3_600), CalmSpin(0, 40)
        for spin, value in ((self.arrivals, 120), (self.minutes, 45), (self.wait, 60), (self.desks, 0)):
            spin.setValue(value)
            spin.valueChanged.connect(self._ask)
        self.fields = [Field(spin) for spin in (self.arrivals, self.minutes, self.wait, self.desks)]
        self.heading, self.about = label("strong"), label("soft", wrap=True)
        self.answer, self.pace = label("large", wrap=True), label("small", wrap=True)
        self.there = label("strong", wrap=True)
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        asked = Flow()
        for field in self.fields:
            least_letters(field, 18)
            asked.addWidget(field)
        column.addLayout(asked)
        column.addWidget(self.answer)
        column.addWidget(self.there)
        self._letters = Flow()
        column.addLayout(self._letters)
        column.addWidget(self.pace)
        self.signs: list[str] = []

    def retranslate(self) -> None:
        say = self._context.say
        self.heading.setText(say("dashboard-queue"))
        self.about.setText(say("dashboard-queue-about"))
        for field, name in zip(self.fields, ("arrivals", "minutes", "wait", "desks"), strict=True):
            field.name(say(f"dashboard-queue-{name}"))
        self.minutes.setSuffix(f" {say('dashboard-unit-minutes')}")
        self.wait.setSuffix(f" {say('dashboard-unit-seconds')}")
        self.desks.setSpecialValueText(say("dashboard-queue-as-needed"))
        if self._plan is not None:
            self.show_plan(self._plan)

    def show_plan(self, plan: QueuePlan) -> None:
        self._plan = plan
        say, needed = self._context.say, plan.needed
        if needed.reached:
            busy = round(needed.busy * 100)
            said = say("dashboard-queue-answer", desks=needed.desks, wait=round(needed.wait_s), busy=busy)
        else:
            said = say("dashboard-queue-too-many", desks=needed.desks)
        self.answer.setText(said)
        self.there.setText(self._with_those(plan.there) if plan.there else "")
        self.there.setVisible(plan.there is not None)
        clear(self._letters)
        self.signs = []
        for number, part in enumerate(plan.letters, 1):
            span = part.first if part.first == part.last else f"{part.first}–{part.last}"
            self.signs.append(say("dashboard-queue-letters", number=number, span=span, people=part.people))
            sign = label("tag")
            sign.setText(self.signs[-1])
            self._letters.addWidget(sign)
        pace = "dashboard-queue-measured" if plan.measured else "dashboard-queue-usual"
        self.pace.setText(say(pace, seconds=round(plan.seconds_each, 1)))

    def _with_those(self, there: WithDesks) -> str:
        say = self._context.say
        if there.wait_s is None:
            return say("dashboard-queue-there-short", desks=there.desks, people=there.left_waiting)
        return say("dashboard-queue-there", desks=there.desks, wait=round(there.wait_s))

    def ask(self) -> None:
        self._ask()

    def _ask(self) -> None:
        self._changed(self.arrivals.value(), self.minutes.value(), self.wait.value(), self.desks.value())
