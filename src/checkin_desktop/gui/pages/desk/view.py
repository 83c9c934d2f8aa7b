"""The desk page: laid out for 1366×768, nothing on it that a volunteer does not need."""

import time
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin_desktop.domain.admission import Refusal, Refused, Source
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.camera import ShownFrame
from checkin_desktop.gui.design.announcing import announce
from checkin_desktop.gui.design.icons import icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, row
from checkin_desktop.gui.feed_view import FeedView
from checkin_desktop.gui.hit_list import HitList
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.desk.delegation_offer import DelegationOffer
from checkin_desktop.gui.pages.desk.homonyms import HomonymDialog
from checkin_desktop.gui.pages.desk.nobody import Nobody
from checkin_desktop.gui.pages.desk.notice import CheckpointNotice
from checkin_desktop.gui.pages.desk.pictures import Pictures
from checkin_desktop.gui.pages.desk.pinned import PinnedStrip
from checkin_desktop.gui.pages.desk.presenter import DeskPresenter, card_of, linkable
from checkin_desktop.gui.pages.desk.question_card import QuestionCard
from checkin_desktop.gui.pages.desk.recents import Recents
from checkin_desktop.gui.pages.desk.search_field import SearchField
from checkin_desktop.gui.pages.desk.unreadable import Unreadable
from checkin_desktop.gui.pages.desk.verbs import PersonVerbs
from checkin_desktop.gui.pages.desk.verdict_card import VerdictCard
from checkin_desktop.gui.person_dialog import scanned_for_picking
from checkin_desktop.services.at_the_door import Beside
from checkin_desktop.services.pairing import is_pairing_text
from checkin_desktop.services.views import AttendeeLine, CheckInResult, PassageLine
from checkin_desktop.words.verdicts import Cue, Tone

_CAMERA_WIDTH = 300
_LINES_FOR_ALL = 26
"""Lower than this many lines, the verdict leaves no room for a whole question beside it."""
_LETTERS_FOR_ALL = 72
"""Narrower than this many letters, the register button shows its picture alone."""


class DeskPage(Page):
    """Scanning is on whenever the page is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = DeskPresenter(context)
        self.verbs = PersonVerbs(context, self.presenter, self)
        self.feed = context.camera
        self._started, self._worked = False, context.operator_id
        self.search = SearchField(self._step, self._enter, self._escape, self._paste)
        self.register = button("", self._register)
        self.notice = CheckpointNotice(context, self.take_keyboard)
        self.card = VerdictCard(
            context,
            self._acknowledge,
            self.verbs.undo,
            context.session.certificate_wanted.emit,
            lambda _: self._register(),
            self.verbs.let_in,
            self._open_menu,
        )
        self.hits = HitList(context, self._choose)
        self.nobody = Nobody(context, self._register)
        self.middle = QStackedWidget()
        for part in (self.card, self.hits, self.nobody):
            self.middle.addWidget(part)
        self.questions = QuestionCard(context, self.presenter.answer, self.take_keyboard)
        self.pinned = PinnedStrip(context, self.presenter.words_of, self._acknowledge)
        self.feed_view = FeedView(context, self._choose_source)
        self.recents = Recents(context, self.verbs.undo)
        self.delegation = DelegationOffer(context, self)
        self.pictures = Pictures(context, self._scan_picture, self.feed.start)
        self._unreadable = Unreadable()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        say = self.context.say
        asked = say("desk-search" if self.context.may(Action.SEARCH) else "desk-search-code")
        self.search.setPlaceholderText(asked)
        self.search.setAccessibleName(asked)
        self.register.setVisible(self.context.may(Action.REGISTER))
        self._name_register()
        self.hits.setAccessibleName(say("desk-hits"))
        if self.card.result is not None:
            self.card.show_result(self.card.result, self.presenter.words_of(self.card.result))
        else:
            self.card.retranslate()
        for part in (self.notice, self.nobody, self.feed_view, self.recents, self.questions):
            part.retranslate()
        self._show_pinned(self.presenter.unanswered)

    def refresh(self) -> None:
        if not self._started and self.context.session.checkpoints:
            self._started = True
            self.feed.start(self.context.preferences().camera)
        self.notice.retranslate()
        self.presenter.load_recent()
        if not self.questions.has_keyboard:  # who answers goes on
            QTimer.singleShot(0, self, self.take_keyboard)

    def _operator_changed(self) -> None:
        """What a role may not is not offered. Another one finds nothing of the last one's, but what is unanswered."""
        now = self.context.operator_id
        if now and now != self._worked:  # while it is locked nobody is at it, and the same one goes on
            self._worked = now
            self.search.clear()
            self.middle.setCurrentWidget(self.card)
            self.questions.ask(None, ())
            self.delegation.hide()
            if self.card.result is not None and self.card.result not in self.presenter.unanswered:
                self.card.rest()
        self.retranslate()

    def take_keyboard(self) -> None:
        if self.isVisible() and self.window().focusWidget() is not self.search:
            self.search.setFocus()

    def take_scan(self, code: str) -> bool:
        self._take(code, Source.SCANNER)
        return True

    def _take(self, code: str, source: Source) -> None:
        """Another desk's pairing QR is nobody at the door."""
        if is_pairing_text(code):
            self.context.notify(self.context.say("desk-pairing-seen"))
        else:
            self.presenter.scan(code, source)

    def admit(self, attendee_id: str) -> None:
        self.presenter.admit(attendee_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pictures.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.pictures.take(event.mimeData()):
            event.acceptProposedAction()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(PAD)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP + 4)
        right.setSpacing(GAP + 4)
        bar = row(self.search, self.register)
        bar.setStretch(0, 1)
        left.addLayout(bar)
        left.addWidget(self.middle, 1)
        left.addWidget(self.questions)
        left.addWidget(self.delegation)
        left.addWidget(self.pinned)
        right.addWidget(self.feed_view)
        right.addWidget(self.recents, 1)
        columns.addLayout(left, 7)
        holder = QWidget()
        holder.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        holder.setMinimumWidth(_CAMERA_WIDTH)
        columns.addWidget(holder, 4)
        self.body.addWidget(self.notice)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        p = self.presenter
        p.answered.connect(self.search.clear)
        p.decided.connect(self._show)
        p.decided.connect(self.verbs.background.decided)
        p.beside.connect(self._show_beside)
        p.pinned.connect(self._show_pinned)
        p.recent.connect(self._show_recent)
        p.hits.connect(self._show_hits)
        p.homonyms.connect(self._ask_which)
        p.nobody.connect(self._show_nobody)
        p.checkpoint_missing.connect(self._checkpoint_missing)
        self.search.textChanged.connect(p.type)
        self.middle.currentChanged.connect(lambda _: self._show_pinned(p.unanswered))
        self.hits.customContextMenuRequested.connect(lambda _: self._open_menu(None))
        self.questions.unfolding.connect(lambda: self.middle.setVisible(not self.questions.unfolded))
        self.context.session.operator_changed.connect(self._operator_changed)
        self.feed.seen.connect(self._seen)
        self.feed.frame.connect(self._heard)
        for key, act in (
            (Key.DESK_UNDO, self.verbs.undo_last),
            (Key.DESK_PASTE, self._paste),
            (Key.DESK_REGISTER, self._register),
            (Key.DESK_QUESTIONS, self.questions.take_keyboard),
            (Key.DESK_CAMERA, self._restart),
            (Key.DESK_CORRECT, lambda: self.verbs.correct(self.person)),
            (Key.DESK_REPRESENT, lambda: self.verbs.represent(self.person)),
            (Key.DESK_SUBSTITUTE, lambda: self.verbs.somebody_else_came(self.person)),
            (Key.DESK_PASS, lambda: self.verbs.let_in(self._result)),
            (Key.DESK_PRINT, lambda: self.verbs.print_badge(self.person)),
            (Key.DESK_MORE, lambda: self._open_menu(self.card.result)),
            (Key.DESK_LINK, lambda: self.verbs.link_shown(self.card.result)),
        ):
            bind(key, self, act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.height() < self.fontMetrics().height() * _LINES_FOR_ALL
        self.questions.make_compact(compact)
        self.pinned.make_compact(compact)
        self._name_register()

    def _name_register(self) -> None:
        """A picture alone where the search field needs the room."""
        say, narrow = (
            self.context.say,
            self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_FOR_ALL,
        )
        self.register.setText("" if narrow else say("desk-register"))
        self.register.setAccessibleName(say("desk-register"))
        self.register.setToolTip(say("desk-register-tip"))
        self.register.setIcon(icon("user-plus", self.context.theme().text) if narrow else QIcon())

    def _show_beside(self, beside: Beside) -> None:
        """The card may show another person by now."""
        self.card.show_beside(beside)
        result = self.card.result
        if result is not None and result.entry == beside.entry:
            allowed = self.context.may(Action.ANSWER_QUESTIONS)
            self.questions.ask(result.attendee, beside.questions if allowed else ())
            if self.questions.folded:  # one line beside the verdict is all there is room for; its key works
                self.delegation.hide()

    @property
    def person(self) -> Attendee | None:
        """Whom the keys are about: who is marked among the people found, else who is on the card."""
        if self.middle.currentWidget() is self.hits:
            return self.hits.marked.attendee if self.hits.marked else None
        return self.card.result.attendee if self.card.result else None

    @property
    def _result(self) -> CheckInResult | None:
        """What the card says, unless people found stand before it."""
        return None if self.middle.currentWidget() is self.hits else self.card.result

    def _open_menu(self, result: CheckInResult | None) -> None:
        menu = self.verbs.menu(self.person, result and self._result)
        if menu.isEmpty():
            self.verbs.nobody()
        else:
            menu.popup(self.middle.mapToGlobal(self.middle.rect().center()))
            menu.setActiveAction(menu.actions()[0])

    def _seen(self, code: str) -> None:
        """From the camera; while another page is shown nobody is watching the verdicts."""
        if self.isVisible() and not scanned_for_picking(code):
            self._take(code, Source.CAMERA)

    def _heard(self, frame: ShownFrame) -> None:
        """A code that stays unread makes a sound; the picture says what to do."""
        sounding = self._unreadable.tell(bool(frame.unread), bool(frame.outlines), time.monotonic())
        if sounding and self.isVisible() and self.context.preferences().sounds:
            self.context.tools.play(Cue.UNREADABLE)

    def _scan_picture(self, code: str) -> None:
        self.presenter.scan(code, Source.CAMERA)

    def _paste(self) -> bool:
        """A picture in the clipboard; text is the search field's own."""
        return self.pictures.take(QGuiApplication.clipboard().mimeData())

    def _show(self, result: CheckInResult) -> None:
        self.questions.ask(None, ())
        self.card.show_result(result, self.presenter.words_of(result))
        if not self.search.being_typed:
            self.search.clear()
        self.middle.setCurrentWidget(self.card)
        self.take_keyboard()
        self.delegation.consider(result)
        reason = result.verdict.reason if isinstance(result.verdict, Refused) else None
        if reason is Refusal.BLANK:
            self._register_blank(result)
        elif reason is Refusal.WRONG_DAY:
            self.notice.look()

    def _register_blank(self, result: CheckInResult) -> None:
        """A blank badge is for whoever stands there: the form opens with it."""
        if self.isVisible() and self.context.may(Action.REGISTER):
            self.presenter.acknowledge(card_of(result))
            self.context.session.walk_in_wanted.emit(result.code)

    def _show_pinned(self, unanswered: tuple[CheckInResult, ...]) -> None:
        """All that wait, but the one that the large card shows anyway; while people are searched for it does not."""
        shown = card_of(self.card.result) if self.card.result else ""
        result = self.card.result
        dealt_with = result is not None and not any(card_of(r) == shown for r in unanswered)
        if result and dealt_with and self.presenter.words_of(result).tone is not Tone.ADMITTED:
            self.card.rest()
        covered = self.middle.currentWidget() is not self.card
        self.pinned.show_results([r for r in unanswered if covered or card_of(r) != shown])

    def _show_recent(self, lines: tuple[PassageLine, ...]) -> None:
        self.recents.show_lines(lines)
        if self.card.result is not None:
            undone = {line.entry for line in lines if line.undone}
            if self.card.result.entry in undone:
                self.card.rest()

    def _show_hits(self, typed: str, lines: tuple[AttendeeLine, ...]) -> None:
        if lines:
            self.hits.show_lines(lines)
            if not self.search.text().strip():  # of several who have one code a person says which
                self.hits.setCurrentRow(-1)
            announce(self.hits, self.context.say("desk-hits-said", count=len(lines), first=self.hits.said))
            self.middle.setCurrentWidget(self.hits)
        elif typed:
            self._show_nobody(typed)
        else:
            self.middle.setCurrentWidget(self.card)

    def _show_nobody(self, typed: str) -> None:
        self.nobody.show_typed(typed)
        announce(self.nobody, self.nobody.text())
        self.middle.setCurrentWidget(self.nobody)

    def _ask_which(self, lines: tuple[AttendeeLine, ...]) -> None:
        HomonymDialog(self.context, lines, self.presenter.admit, self).open()

    def _checkpoint_missing(self) -> None:
        self.notice.retranslate()
        self.context.notify(self.context.say("desk-checkpoint-first"))

    def _choose(self, line: AttendeeLine) -> None:
        self.presenter.choose(line)

    def _step(self, by: int) -> None:
        self.hits.step(by)
        announce(self.hits, self.hits.said)

    def _enter(self) -> None:
        if self.middle.currentWidget() is self.hits and not self.search.text().strip():
            if self.hits.marked is not None:
                self.presenter.choose(self.hits.marked)
        elif self.search.text().strip() and self._interrupted:
            self.presenter.type(self.search.text())
        elif self.middle.currentWidget() is self.nobody and self.nobody.is_name:
            self._register()
        elif self.search.text().strip():
            self.presenter.enter(self.hits.marked if self.middle.currentWidget() is self.hits else None)
        elif self.presenter.unanswered:
            self.presenter.acknowledge()
        elif self.notice.asking:
            self.notice.confirm()

    @property
    def _interrupted(self) -> bool:
        """A badge came while a name was typed: who was found for it stands behind the verdict."""
        return self.middle.currentWidget() is self.card and self.presenter.found_for(self.search.text())

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
        elif self.middle.currentWidget() is not self.card:
            self.middle.setCurrentWidget(self.card)

    def _acknowledge(self, card: str) -> None:
        self.presenter.acknowledge(card)
        self.take_keyboard()

    def _register(self) -> None:
        """With what was typed, else with the number that the card says is on no list: dealt with so."""
        typed, result = self.search.text().strip(), self.card.result
        if not typed and result is not None and linkable(result):
            typed = result.code
            self.presenter.acknowledge(card_of(result))
        self.context.session.walk_in_wanted.emit(typed)

    def _restart(self) -> None:
        self.feed.start(self.context.preferences().camera)

    def _choose_source(self, source: str, remember: bool) -> None:
        if remember:
            self.context.change_preferences(replace(self.context.preferences(), camera=source))
        self.feed.start(source)
        self.take_keyboard()
