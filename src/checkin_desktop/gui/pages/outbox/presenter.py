"""The outbox page's verbs: what is queued is written on the writer's lane; the courier sends on a thread of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailThing
from checkin_desktop.gui.page import Context
from checkin_desktop.services.mail_message import sample
from checkin_desktop.services.outbox import (
    MailSettings,
    OutboxLine,
    TakenOver,
    cancel,
    give_back,
    keep_mail_settings,
    mail_settings,
    outbox_lines,
    queue_mails,
    take_over,
    try_again,
)
from checkin_desktop.services.ports.mailing import CourierState, Message
from checkin_desktop.words import load_words


class OutboxPresenter(QObject):
    """`going` brings the courier's state, from its own thread; `wrong` a sentence about the message's text."""

    listed = Signal(object)
    configured = Signal(object)
    sampled = Signal(object)
    wrong = Signal(str)
    going = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.thing = MailThing.CERTIFICATE
        self.taken: tuple[TakenOver, ...] = ()
        self._courier = context.tools.courier(context.desk)

    @property
    def state(self) -> CourierState:
        return self._courier.state

    def refresh(self) -> None:
        desk, thing = self._context.desk, self.thing

        def done(lines: tuple[OutboxLine, ...]) -> None:
            if thing is self.thing:
                self.listed.emit(lines)

        self._context.lanes.lists.run(lambda: outbox_lines(desk, thing), done)

    def load(self) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: mail_settings(desk), self.configured.emit)

    def keep(self, settings: MailSettings) -> None:
        desk, context = self._context.desk, self._context

        def kept(_: None) -> None:
            context.notify(context.say("outbox-kept"))
            self.configured.emit(settings)

        context.lanes.writer.run(lambda: keep_mail_settings(desk, settings), kept)

    def show_sample(self, settings: MailSettings) -> None:
        desk, thing, words = self._context.desk, self.thing, load_words(settings.language)

        def done(message: Message) -> None:
            self.wrong.emit("")
            self.sampled.emit(message)

        def failed(error: PersonFacingError) -> None:
            self.wrong.emit(self._context.say(error.sentence, **error.arguments))

        self._context.lanes.reader.run(lambda: sample(desk, settings, thing, words), done, failed)

    def queue(self, attendee_ids: Sequence[str], again: bool = False) -> None:
        desk, thing, operator = self._context.desk, self.thing, self._context.operator_id

        def done(count: int) -> None:
            self._context.notify(self._context.say("outbox-queued", count=count))
            self.refresh()

        self._context.lanes.writer.run(
            lambda: queue_mails(desk, thing, attendee_ids, again=again, operator=operator), done
        )

    def try_again(self, mail_ids: Sequence[str]) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(lambda: try_again(desk, mail_ids, operator), lambda _: self.refresh())

    def cancel(self, mail_ids: Sequence[str]) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(lambda: cancel(desk, mail_ids, operator), lambda _: self.refresh())

    def take_over(self, mail_ids: Sequence[str], reason: str) -> None:
        desk, context, operator = self._context.desk, self._context, self._context.operator_id

        def done(taken: tuple[TakenOver, ...]) -> None:
            self.taken = taken
            context.notify(context.say("outbox-taken", count=sum(len(t.mail_ids) for t in taken)))
            self.refresh()

        context.lanes.writer.run(lambda: take_over(desk, mail_ids, reason, operator), done)

    def give_back(self) -> None:
        """Undoes the last `take_over` of this session."""
        desk, context, operator = self._context.desk, self._context, self._context.operator_id
        taken, self.taken = self.taken, ()

        def done(count: int) -> None:
            context.notify(context.say("outbox-given-back", count=count))
            self.refresh()

        context.lanes.writer.run(lambda: give_back(desk, taken, operator), done)

    def start(self, password: str) -> None:
        courier = self._courier
        self._context.lanes.work.run(lambda: courier.start(password, self.going.emit))

    def pause(self) -> None:
        self._courier.pause()
