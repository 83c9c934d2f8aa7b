"""Mail: who has an address and what became of theirs; start and pause; the message; the server."""

from collections import Counter

from PySide6.QtWidgets import QFrame, QLineEdit, QProgressBar, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from checkin_desktop.domain.mailing import MailState, MailThing
from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.empty_note import EmptyNote
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.design.rows import Rows, RowsView, chosen_keys
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.outbox.message_tab import MessageTab
from checkin_desktop.gui.pages.outbox.presenter import OutboxPresenter
from checkin_desktop.gui.pages.outbox.server_tab import ServerTab
from checkin_desktop.gui.pages.outbox.signing_tab import SigningTab
from checkin_desktop.services.outbox import MailSettings, OutboxLine, to_take_over
from checkin_desktop.services.ports.mailing import CourierState

_OPEN = (None, MailState.FAILED, MailState.CANCELLED)
_TO_RETRY = (MailState.FAILED, MailState.UNCERTAIN)


class OutboxPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = OutboxPresenter(context)
        self._settings = MailSettings()
        self._lines: tuple[OutboxLine, ...] = ()
        self._loaded = False
        self.dialog: ReasonDialog | None = None
        self.head, self.tabs = PageHead(), QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.message, self.server, self.signing = MessageTab(context), ServerTab(context), SigningTab(context)
        for tab in (self._sending_tab(), self.message, self.server, self.signing):
            self.tabs.addTab(tab, "")
        self.body.addWidget(self.head)
        self.body.addWidget(self.tabs, 1)
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        say, theme = self.context.say, self.context.theme()
        self.head.name(say("nav-outbox"), say("head-outbox"))
        for at, name in enumerate(("send", "message", "server", "signing")):
            self.tabs.setTabText(at, say(f"outbox-tab-{name}"))
        self.tabs.setAccessibleName(say("nav-outbox"))
        self.thing.show_texts([say(f"outbox-thing-{thing.value}") for thing in MailThing])
        self.thing_field.name(say("outbox-thing"))
        self.password_field.name(say("outbox-password"), say("outbox-password-hint"))
        self.model.set_headings(
            [say(f"outbox-column-{name}") for name in ("name", "address", "number", "state")]
        )
        self.view.setAccessibleName(say("outbox-list"))
        self.none.setText(say("outbox-none"))
        for part, name, icon in (
            (self.start, "start", "play"),
            (self.pause, "pause", "pause"),
            (self.retry, "retry", "refresh-cw"),
            (self.take_back, "cancel", "x"),
            (self.take, "take", "arrow-down"),
            (self.give, "give-back", "undo-2"),
        ):
            part.setText(say(f"outbox-{name}"))
            put_icon(part, icon, theme.text)
        put_icon(self.start, "play", theme.on_accent)
        put_icon(self.queue, "mail", theme.text)
        self.message.retranslate()
        self.server.retranslate()
        self.signing.retranslate()
        self._show_lines(self._lines)
        self._show_state(self.presenter.state)

    def refresh(self) -> None:
        if not self._loaded:
            self._loaded = True
            self.presenter.load()
        self.presenter.refresh()

    def _sending_tab(self) -> QWidget:
        self.thing = EnumCombo(tuple(MailThing))
        self.thing_field = Field(self.thing)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_field = Field(self.password)
        self.said = label("strong", wrap=True)
        self.about = label("soft", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.queue = button("", self._queue)
        self.start = button("primary", self._start)
        self.pause = button("", self.presenter.pause)
        self.retry = button("", self._retry)
        self.take_back = button("", self._cancel)
        self.take = button("", self._take)
        self.give = button("", self.presenter.give_back)
        self.model: Rows[OutboxLine] = Rows(lambda line: f"{line.attendee.id}|{line.serial}", self._cells)
        self.view = RowsView(self.model, {0: 2, 1: 2, 3: 3})
        self.none = EmptyNote(self.view)
        head = QFrame()
        head.setObjectName("card")
        column = QVBoxLayout(head)
        column.setContentsMargins(PAD + 4, PAD, PAD + 4, PAD)
        column.setSpacing(GAP)
        buttons = Flow()
        for each in (
            self.queue,
            self.start,
            self.pause,
            self.retry,
            self.take_back,
            self.take,
            self.give,
        ):
            buttons.addWidget(each)
        column.addWidget(Columns([self.thing_field, self.password_field], letters=26))
        column.addWidget(self.said)
        column.addWidget(self.about)
        column.addWidget(self.progress)
        column.addLayout(buttons)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, GAP, 0, 0)
        whole.setSpacing(GAP + 4)
        whole.addWidget(head)
        whole.addWidget(self.view, 1)
        self.view.setMinimumHeight(self.view.fontMetrics().lineSpacing() * 8)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(inside)
        return scrolled

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._show_lines)
        presenter.configured.connect(self._show_settings)
        presenter.sampled.connect(self.message.show_message)
        presenter.wrong.connect(self.message.show_wrong)
        presenter.going.connect(self._going)
        self.thing.chosen.connect(self._choose)
        self.message.changed.connect(lambda: presenter.show_sample(self._written()))
        self.message.kept.connect(lambda: presenter.keep(self._written()))
        self.server.kept.connect(lambda: presenter.keep(self._written()))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.password.returnPressed.connect(self._start)

    def _choose(self, thing: MailThing) -> None:
        self.presenter.thing = thing
        self.presenter.refresh()
        self.presenter.show_sample(self._written())

    def _written(self) -> MailSettings:
        server, message = self.server, self.message
        return MailSettings(
            host=server.host.text().strip(),
            port=server.port.value(),
            security=server.security.value,
            username=server.username.text().strip(),
            sender=server.address.text().strip(),
            sender_name=server.sender_name.text().strip(),
            per_minute=server.pace.value(),
            subject=message.subject.text().strip(),
            body=message.body.toPlainText().strip(),
            language=str(message.language.currentData()),
        )

    def _show_settings(self, settings: MailSettings) -> None:
        self._settings = settings
        self.server.show_settings(settings)
        self.message.show_settings(settings)
        self.presenter.show_sample(settings)
        self._show_state(self.presenter.state)

    def _cells(self, line: OutboxLine) -> tuple[str, ...]:
        say = self.context.say
        address = line.attendee.person.email or say("outbox-no-address")
        return line.attendee.person.sort_name, address, line.number, self._state_text(line)

    def _state_text(self, line: OutboxLine) -> str:
        say = self.context.say
        if line.state is None:
            return "" if line.has_address else say("outbox-state-no-address")
        text = say(f"outbox-state-{line.state.value}")
        if line.trouble and line.state is not MailState.SENT:
            text += f": {say(f'outbox-trouble-{line.trouble}', code=line.code)}"
        return text if line.here else f"{text} ({line.station})"

    def _show_lines(self, lines: tuple[OutboxLine, ...]) -> None:
        self._lines = lines
        self.model.show(lines)
        self._offer()
        self._show_state(self.presenter.state)

    def _chosen(self) -> tuple[OutboxLine, ...]:
        keys = set(chosen_keys(self.view, self.model))
        if not keys:
            return self._lines
        return tuple(x for x in self._lines if f"{x.attendee.id}|{x.serial}" in keys)

    def _offer(self) -> None:
        chosen, may = self._chosen(), self.context.may(Action.CERTIFY)
        ready = [x for x in chosen if x.has_address and x.state in _OPEN]
        say = self.context.say
        self.queue.setText(say("outbox-queue", count=len(ready)))
        self.queue.setEnabled(bool(ready) and may)
        self.queue.setToolTip("" if may else say("outbox-ask-supervisor"))
        self.retry.setEnabled(any(x.state in _TO_RETRY and x.here for x in chosen))
        self.take.setVisible(bool(to_take_over(self._lines)))
        self.take.setEnabled(bool(to_take_over(chosen)) and may)
        self.take.setToolTip("" if may else say("outbox-ask-supervisor"))
        self.give.setVisible(bool(self.presenter.taken))
        self.take_back.setEnabled(any(x.state is MailState.QUEUED and x.here for x in chosen))

    def _show_state(self, state: CourierState) -> None:
        say = self.context.say
        counted = Counter(line.state for line in self._lines)
        waiting = sum(x.here and x.state in (MailState.QUEUED, MailState.SENDING) for x in self._lines)
        sent = counted[MailState.SENT]
        self.start.setEnabled(not state.running and waiting > 0 and bool(self._settings.host))
        self.pause.setEnabled(state.running)
        self.progress.setVisible(state.running)
        self.progress.setRange(0, max(sent + waiting, 1))
        self.progress.setValue(sent)
        self.said.setText(self._going_text(state, waiting))
        without = sum(not line.has_address for line in self._lines)
        self.about.setText(
            say(
                "outbox-counts",
                sent=sent,
                failed=counted[MailState.FAILED] + counted[MailState.UNCERTAIN],
                without=without,
            )
        )

    def _going_text(self, state: CourierState, waiting: int) -> str:
        say = self.context.say
        if state.running and state.waiting_s:
            return say("outbox-patience", seconds=state.waiting_s)
        if state.running:
            return say("outbox-sending", waiting=waiting)
        if state.wrong is not None:
            return say(state.wrong.sentence, **state.wrong.arguments)
        if state.trouble is not None:
            return say(f"outbox-stopped-{state.trouble.value}", said=state.said)
        if not self._settings.host:
            return say("outbox-set-up-first")
        if not self._lines:
            return say("outbox-nobody")
        return say("outbox-waiting", waiting=waiting)

    def _going(self, state: CourierState) -> None:
        self._show_state(state)
        self.presenter.refresh()

    def _queue(self) -> None:
        self.presenter.queue([x.attendee.id for x in self._chosen() if x.state in _OPEN])

    def _start(self) -> None:
        if self.start.isEnabled():
            self.presenter.start(self.password.text())

    def _retry(self) -> None:
        self.presenter.try_again([x.mail_id for x in self._chosen() if x.state in _TO_RETRY])

    def _take(self) -> None:
        chosen = [x for x in self._chosen() if to_take_over([x])]
        say, mail_ids = self.context.say, to_take_over(chosen)
        self.dialog = ReasonDialog(
            self,
            title=say("outbox-take-title", count=len(mail_ids)),
            about=", ".join(sorted({x.station for x in chosen})),
            text=say("outbox-take-text"),
            example=say("outbox-take-example"),
            caption=say("outbox-take-reason"),
            yes=say("outbox-take-yes"),
            no=say("outbox-take-no"),
            given=lambda reason: self.presenter.take_over(mail_ids, reason),
        )
        self.dialog.open()

    def _cancel(self) -> None:
        self.presenter.cancel([x.mail_id for x in self._chosen() if x.state is MailState.QUEUED])
