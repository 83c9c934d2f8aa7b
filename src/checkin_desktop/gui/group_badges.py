"""The badges of some people in one go: those not printed yet; all of them again only after a question."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.badge_printing import badge_paper, badge_press
from checkin_desktop.gui.design.dialogs import Question, ask
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.print_flow import PrintFlow
from checkin_desktop.services.badges import record_badges_printed


class GroupBadges(QObject):
    """`drawn` brings (ids, PDF), before it goes to the printer. On the sheet or label chosen on this computer."""

    drawn = Signal(object, bytes)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.question: Question | None = None
        self.flow = PrintFlow(context, window, badges=True)

    def print(self, name: str, people: Sequence[Attendee]) -> None:
        """`name`: of the group, as the question says it."""
        say = self._context.say
        fresh = [a.id for a in people if not a.badge_prints]
        if fresh:
            self._draw(fresh)
            return
        everybody = [a.id for a in people]
        self.question = ask(
            self._window,
            say("badges-group-again-title", name=name),
            say("badges-group-again-text", count=len(everybody)),
            say("badges-again-yes"),
            say("badges-again-no"),
            lambda: self._draw(everybody),
        )

    def _draw(self, ids: Sequence[str]) -> None:
        desk, press, paper = self._context.desk, badge_press(self._context), badge_paper(self._context)

        def work() -> tuple[tuple[str, ...], bytes]:
            found = press.people(desk, ids, paper)
            return found.attendee_ids, press.bind(found.pages, paper) if found.pages else b""

        self._context.lanes.work.run(work, self._print)

    def _print(self, made: tuple[tuple[str, ...], bytes]) -> None:
        ids, pdf = made
        if not pdf:
            self._context.notify(self._context.say("desk-badge-none"))
            return
        self.drawn.emit(ids, pdf)
        title = self._context.say("badges-title")
        self.flow.print_pdf(pdf, title, lambda printer: self._printed(ids, printer))

    def _printed(self, ids: Sequence[str], printer: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: record_badges_printed(desk, list(ids), operator, printer),
            lambda _: self._context.session.changed.emit(),
        )
