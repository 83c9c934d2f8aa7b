"""One person's badge, drawn and printed at once: forgotten at home, just registered, or renewed after a loss."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.print_flow import PrintFlow
from checkin_desktop.services.badges import badge_faces, record_badges_printed
from checkin_desktop.services.desk import settings

PER_SHEET = 8


class BadgePrinting(QObject):
    """`drawn` brings (attendee id, PDF), before it goes to the printer."""

    drawn = Signal(str, bytes)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self.flow = PrintFlow(context, window)
        self.flow.state_changed.connect(lambda text: context.notify(text) if text else None)

    def print_badge(self, attendee_id: str) -> None:
        """The same code as before; what happens to it is said in words."""
        desk, words, tools = self._context.desk, self._context.language.words, self._context.tools

        def work() -> bytes:
            faces = [face for _, face in badge_faces(desk, [attendee_id])]
            return tools.draw_badges(faces, settings(desk), words, PER_SHEET) if faces else b""

        self._context.lanes.work.run(work, lambda pdf: self._print(attendee_id, pdf))

    def _print(self, attendee_id: str, pdf: bytes) -> None:
        say = self._context.say
        if not pdf:
            self._context.notify(say("desk-badge-none"))
            return
        self.drawn.emit(attendee_id, pdf)
        self.flow.print_pdf(pdf, say("people-badge-file"), lambda _: self._printed(attendee_id))

    def _printed(self, attendee_id: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: record_badges_printed(desk, [attendee_id], operator),
            lambda _: self._context.session.changed.emit(),
        )
