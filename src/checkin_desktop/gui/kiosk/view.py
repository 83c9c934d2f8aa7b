"""The kiosk's screen: a welcome, a verdict in huge type, and the PIN (or the event's passphrase) that leaves it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.camera import FeedState, FeedStatus
from checkin_desktop.gui.design.announcing import announce
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, VERDICT_COLOURS, VERDICT_SHAPES, scaled
from checkin_desktop.gui.design.widgets import ElidedLabel, button, label, row
from checkin_desktop.gui.feed_picture import FeedPicture
from checkin_desktop.gui.gate.pin_pad import PinPad
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.kiosk.digits import Digits
from checkin_desktop.gui.kiosk.forgotten import ForgottenPin
from checkin_desktop.gui.kiosk.presenter import KioskPresenter, KioskVerdict
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.page import Context
from checkin_desktop.services.exchange import has_passphrase
from checkin_desktop.services.kiosk import KioskExit
from checkin_desktop.words import DEFAULT_LANGUAGE, GUEST_LANGUAGES, load_words
from checkin_desktop.words.verdicts import Tone, verdict_words

_SHOWN_MS = {Tone.ADMITTED: 5_000, Tone.ATTENTION: 9_000, Tone.REFUSED: 9_000}
_QUIET_MS = 40_000
_A_PERSONS_MS = 250
"""What a scanner typed is taken out again sooner."""
_WELCOME, _VERDICT, _LEAVING, _FORGOTTEN = range(4)
_MARK, _PICTURE, _PAD_WIDTH = 150, 300, 300


class Kiosk(QWidget):
    """`ask_operator` is called where somebody wants to leave and an operator must sign in for it, `left` when the
    PIN chosen for it, or the event's passphrase, was given."""

    def __init__(self, context: Context, ask_operator: Callable[[], None], left: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context, self._ask_operator = context, ask_operator
        self._by = KioskExit.OPERATORS
        self.tongue = Language(DEFAULT_LANGUAGE)
        self._shown: KioskVerdict | None = None
        self.presenter = KioskPresenter(context)
        self.event_name = ElidedLabel("strong")
        self.languages = {code: button("chip", partial(self.speak, code)) for code in GUEST_LANGUAGES}
        self.exit = button("quiet", self.ask_to_leave)
        self.welcome, self.how = label("kiosk", wrap=True), label("kioskline", wrap=True)
        self.review = label("small", wrap=True)
        self.field, self.go = QLineEdit(), button("primary", self._typed)
        self.digits = Digits(self.field)
        self.picture = FeedPicture(context)
        self.card, self._mark = QFrame(), QLabel()
        self.title, self.detail = label("kiosk", wrap=True), label("kioskline", wrap=True)
        self.next = label("kioskline", wrap=True)
        self.pad_title, self.pad = label("heading"), PinPad(self._pin_given)
        self.stay, self.forgot = button("", self.show_welcome), button("quiet", self._forgot)
        self.forgotten = ForgottenPin(self.presenter.try_passphrase, self.show_welcome)
        self.steps = QStackedWidget()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._quiet)
        self._typing = QTimer(self, singleShot=True, interval=_A_PERSONS_MS)
        self._typing.timeout.connect(self._next_guest)
        self._lay_out()
        self.presenter.decided.connect(self._decided)
        self.presenter.failed.connect(self._failed)
        self.presenter.left.connect(left)
        self.presenter.refused.connect(self._refused)
        self.field.returnPressed.connect(self._typed)
        self.field.textChanged.connect(lambda _: self._touched())
        for secret in (self.pad.field, self.forgotten.passphrase):
            secret.textEdited.connect(lambda _: self._timer.start(_QUIET_MS))
        self.tongue.changed.connect(self.retranslate)
        context.camera.seen.connect(self._seen)
        context.camera.status.connect(self._camera)
        bind(Key.KIOSK_LEAVE, self, self.ask_to_leave, focused=False)

    def begin(self, by: KioskExit) -> None:
        """`by`: who lets the computer go again."""
        self._by = by
        self.speak(self._context.language.words.language)
        self.retranslate()
        self.resume()

    def resume(self) -> None:
        """The welcome, with the camera on."""
        self._context.camera.start(self._context.preferences().camera)
        self.show_welcome()

    def speak(self, code: str) -> None:
        self._code = code
        self.tongue.words = load_words(code)
        self.tongue.changed.emit()
        self._begin_quiet()

    def scanned(self, code: str) -> None:
        """By the USB scanner."""
        if self.steps.currentIndex() < _LEAVING:
            self.presenter.scan(code, Source.SCANNER)

    def show_welcome(self) -> None:
        self._shown = None
        self.field.clear()
        self.pad.clear()
        self.forgotten.clear()
        self._timer.stop()
        self.steps.setCurrentIndex(_WELCOME)
        self.field.setFocus()
        self._begin_quiet()

    def ask_to_leave(self) -> None:
        if self._by is KioskExit.OPERATORS:
            self._ask_operator()
            return
        self.pad.clear()
        self.forgot.setVisible(has_passphrase(self._context.desk))
        self.steps.setCurrentIndex(_LEAVING)
        self.pad.setFocus()
        self._timer.start(_QUIET_MS)

    def retranslate(self) -> None:
        say, theme = self.tongue.say, self._context.theme()
        percent = self._context.preferences().scale
        self.welcome.setText(say("kiosk-welcome"))
        self.how.setText(say("kiosk-how"))
        self.field.setPlaceholderText(say("kiosk-field"))
        self.field.setAccessibleName(say("kiosk-field"))
        self.go.setText(say("kiosk-go"))
        self.go.setMinimumHeight(self.field.sizeHint().height())
        self.digits.name(say("gate-back"), theme)
        self.exit.setText(say("kiosk-leave"))
        self.stay.setText(say("kiosk-stay"))
        self.forgot.setText(say("gate-forgot"))
        self.forgotten.name(self.tongue, percent)
        self.pad_title.setText(say("kiosk-leave-title"))
        self.pad.name(say("gate-pin"), say("gate-back"), say("gate-go"), theme)
        self.pad.setFixedWidth(scaled(_PAD_WIDTH, percent))
        self.review.setText(say("kiosk-review"))
        self.review.setVisible(self._code == "qu")
        self.picture.setAccessibleName(say("desk-camera"))
        self.picture.setMinimumWidth(_PICTURE)
        for code, made in self.languages.items():
            made.setText(say(f"kiosk-language-{code}"))
            made.setChecked(code == self._code)
        if self._shown is not None:
            self._show(self._shown)

    def _lay_out(self) -> None:
        tongues = QButtonGroup(self)
        for made in self.languages.values():
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(self.field.setFocus)
            tongues.addButton(made)
        self.exit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._code = DEFAULT_LANGUAGE
        self.field.setObjectName("kiosk")
        self.field.setMaxLength(60)
        top = row(self.event_name, *self.languages.values())
        top.setStretch(0, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAD * 2, PAD, PAD * 2, PAD)
        body.addLayout(top)
        body.addWidget(self.steps, 1)
        below = row(self.review, 0, self.exit)
        below.setStretch(0, 9)
        body.addLayout(below)
        self.steps.currentChanged.connect(lambda at: self.exit.setVisible(at < _LEAVING))
        for step in (self._welcome(), self._verdict(), self._leaving(), self.forgotten):
            self.steps.addWidget(step)

    def _welcome(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(PAD)
        words.addStretch()
        words.addWidget(self.welcome)
        words.addWidget(self.how)
        words.addLayout(row(self.field, self.go))
        words.addWidget(self.digits)
        words.addStretch()
        holder = QWidget()
        columns = QHBoxLayout(holder)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(PAD * 3)
        columns.addLayout(words, 3)
        columns.addWidget(self.picture, 2, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _verdict(self) -> QWidget:
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(PAD * 2, GAP, PAD * 2, GAP)
        inside.setSpacing(GAP)
        inside.addStretch()
        for part in (self._mark, self.title, self.detail, self.next):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(part)
        inside.addStretch()
        return self.card

    def _leaving(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch()
        self.pad_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.pad_title)
        column.addLayout(row(0, self.pad, 0))
        column.addSpacing(GAP)
        column.addLayout(row(0, self.stay, self.forgot, 0))
        column.addStretch()
        return holder

    def _seen(self, code: str) -> None:
        if self.isVisible() and self.steps.currentIndex() < _LEAVING:
            self.presenter.scan(code, Source.CAMERA)

    def _typed(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.presenter.scan(text, Source.SEARCH)
        elif self.steps.currentIndex() == _VERDICT:
            self.show_welcome()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever has read the verdict, or comes next, need not wait until it goes."""
        if self.steps.currentIndex() == _VERDICT:
            self.show_welcome()
        super().mousePressEvent(event)

    def _touched(self) -> None:
        if self.field.text() and self.steps.currentIndex() == _VERDICT:
            self._typing.start()
        self._begin_quiet()

    def _next_guest(self) -> None:
        """Types already, and it is no scanner that did: the verdict is the last one's."""
        if self.field.text() and self.steps.currentIndex() == _VERDICT:
            self._shown = None
            self.steps.setCurrentIndex(_WELCOME)
            self.field.setFocus()
            self._begin_quiet()

    def _decided(self, verdict: KioskVerdict) -> None:
        if not self.isVisible():
            return
        self._shown = verdict
        tone = self._show(verdict)
        announce(
            self.card, ". ".join(x for x in (self.card.accessibleName(), self.next.text()) if x), urgent=True
        )
        self.steps.setCurrentIndex(_VERDICT)
        self.field.setFocus()
        self._timer.start(_SHOWN_MS[tone])
        if self._context.preferences().sounds:
            self._context.tools.play(tone)

    def _show(self, verdict: KioskVerdict) -> Tone:
        say, result = self.tongue.say, verdict.result
        words = verdict_words(self.tongue.words, result.verdict, {})
        name = result.attendee.person.given_names if result.attendee and verdict.named else ""
        greeted = bool(name) and words.tone is Tone.ADMITTED
        self._paint(words.tone, words.title, say("kiosk-hello", name=name) if greeted else words.detail)
        self.next.setText(say(f"kiosk-next-{words.tone.value}"))
        return words.tone

    def _failed(self) -> None:
        self._shown = None
        self._paint(Tone.ATTENTION, self.tongue.say("kiosk-ask-desk"), "")
        self.next.setText("")
        self.steps.setCurrentIndex(_VERDICT)
        self._timer.start(_SHOWN_MS[Tone.ATTENTION])

    def _paint(self, tone: Tone, title: str, detail: str) -> None:
        side = min(_MARK, self.height() // 6)
        self._mark.setPixmap(pixmap(VERDICT_SHAPES[tone], VERDICT_COLOURS[tone][1], side))
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.card.setAccessibleName(f"{title}. {detail}")
        self.card.setProperty("verdict", tone.value)
        for part in (self.card, *self.card.findChildren(QLabel)):
            part.style().unpolish(part)
            part.style().polish(part)

    def _begin_quiet(self) -> None:
        """What one guest typed or chose is not left to the next."""
        foreign = self._code != self._context.language.words.language
        if self.steps.currentIndex() == _WELCOME and (self.field.text() or foreign):
            self._timer.start(_QUIET_MS)

    def _quiet(self) -> None:
        """Whoever stood here is gone: the next one is welcomed in the event's language."""
        if self.steps.currentIndex() == _WELCOME:
            self.speak(self._context.language.words.language)
        self.show_welcome()

    def _camera(self, status: FeedStatus) -> None:
        on = status.trouble is None and status.state in (FeedState.LIVE, FeedState.OPENING)
        self.picture.setVisible(on)

    def _pin_given(self, pin: str) -> None:
        self.pad.set_busy(True)
        self.presenter.try_pin(pin)

    def _forgot(self) -> None:
        self.steps.setCurrentIndex(_FORGOTTEN)
        self.forgotten.setFocus()
        self._timer.start(_QUIET_MS)

    def _refused(self, error: PersonFacingError) -> None:
        self.pad.set_busy(False)
        said = self.tongue.say(error.sentence, **error.arguments)
        (self.forgotten if self.steps.currentIndex() == _FORGOTTEN else self.pad).tell(said)
