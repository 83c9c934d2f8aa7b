"""Counts beside the window; at most one count at a time, and once more if something changed meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.gui.page import Context
from checkin_desktop.services.dashboard import Dashboard, QueuePlan, dashboard, queue_plan
from checkin_desktop.services.desk import checkpoints, settings
from checkin_desktop.services.meeting_papers import summary_face

Found = tuple[tuple[Checkpoint, ...], Dashboard]


class DashboardPresenter(QObject):
    """`loaded` carries the checkpoints and the figures, `planned` a `QueuePlan`."""

    loaded = Signal(object)
    planned = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked, self._again = False, False
        self.checkpoint_id = ""

    def choose(self, checkpoint_id: str) -> None:
        """Which checkpoint the figures are about; empty: the whole event."""
        self.checkpoint_id = checkpoint_id
        self.load()

    def load(self) -> None:
        if self._asked:
            self._again = True
            return
        self._asked = True
        desk, about = self._context.desk, tuple(filter(None, (self.checkpoint_id,)))

        def failed(error: PersonFacingError) -> None:
            self._asked = False
            self._context.notify(self._context.say(error.sentence, **error.arguments))

        self._context.lanes.lists.run(
            lambda: (checkpoints(desk), dashboard(desk, about)), self._delivered, failed
        )

    def _delivered(self, found: Found) -> None:
        self._asked = False
        self.loaded.emit(found)
        if self._again:
            self._again = False
            self.load()

    def plan(self, arrivals: int, minutes: int, wait_s: int, desks: int) -> None:
        desk = self._context.desk

        def work() -> QueuePlan:
            return queue_plan(desk, arrivals, minutes, wait_s, desks or None)

        self._context.lanes.lists.run(work, self.planned.emit)

    def draw_report(self, done: Callable[[bytes], object]) -> None:
        """The organiser's report as PDF; in words why not."""
        context = self._context
        words, draw = context.language.words, context.tools.draw_summary
        context.lanes.work.run(
            lambda: draw(summary_face(context.desk), settings(context.desk), words),
            done,
            lambda error: context.notify(context.say(error.sentence, **error.arguments)),
        )

    def save_image(self, path: Path, png: bytes) -> None:
        context = self._context

        def done(_: None) -> None:
            context.notify(context.say("dashboard-saved", file=path.name))

        context.lanes.work.run(lambda: context.tools.write_file(path, png), done)
