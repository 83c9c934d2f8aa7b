"""The kiosk's screen: a welcome, a verdict in huge type, and the PIN that leaves it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
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
from checkin_desktop.gui.camera import FeedState, FeedStatus
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, VERDICT_COLOURS, VERDICT_SHAPES, scaled
from checkin_desktop.gui.design.widgets import ElidedLabel, button, label, row
from checkin_desktop.gui.feed_picture import FeedPicture
from checkin_desktop.gui.gate.pin_pad import PinPad
from checkin_desktop.gui.kiosk.digits import Digits
from checkin_desktop.gui.kiosk.presenter import KioskPresenter, KioskVerdict, LeavingPin
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.page import Context
from checkin_desktop.services.kiosk_pin import kiosk_pin_fits
from checkin_desktop.words import DEFAULT_LANGUAGE, GUEST_LANGUAGES, load_words
from checkin_desktop.words.verdicts import Tone, verdict_words

_SHOWN_MS = {Tone.ADMITTED: 5_000, Tone.ATTENTION: 9_000, Tone.REFUSED: 9_000}
_QUIET_MS = 40_000
_MARK, _PICTURE, _PAD_WIDTH = 150, 420, 300


class Kiosk(QWidget):
    """`leave` is called when somebody wants to leave (operators sign in for it) or, where there are none, gave the
    PIN that `begin` was told."""

    def __init__(self, context: Context, leave: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context, self._leave = context, leave
        self._pin: LeavingPin | None = None
        self.tongue = Language(DEFAULT_LANGUAGE)
        self._shown: KioskVerdict | None = None
        self.presenter = KioskPresenter(context)
        self.event_name = ElidedLabel("strong")
        self.languages = {code: button("chip", partial(self.speak, code)) for code in GUEST_LANGUAGES}
        self.exit = button("quiet", self.ask_to_leave)
        self.welcome, self.how = label("kiosk", wrap=True), label("kioskline", wrap=True)
        self.review = label("small")
        self.field, self.go = QLineEdit(), button("primary", self._typed)
        self.digits = Digits(self.field)
        self.picture = FeedPicture(context)
        self.card, self._mark = QFrame(), QLabel()
        self.title, self.detail = label("kiosk", wrap=True), label("kioskline", wrap=True)
        self.next = label("kioskline", wrap=True)
        self.pad_title, self.pad = label("heading"), PinPad(self._pin_given)
        self.stay = button("", self.show_welcome)
        self.steps = QStackedWidget()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._quiet)
        self._lay_out()
        self.presenter.decided.connect(self._decided)
        self.presenter.failed.connect(self._failed)
        self.presenter.tried.connect(self._tried)
        self.field.returnPressed.connect(self._typed)
        self.field.textChanged.connect(lambda text: self._timer.start(_QUIET_MS) if text else None)
        self.tongue.changed.connect(self.retranslate)
        context.camera.seen.connect(self._seen)
        context.camera.status.connect(self._camera)
        QShortcut(QKeySequence("F12"), self, self.ask_to_leave)

    def begin(self, event_name: str, pin: str, verifier: str = "") -> None:
        """`pin` and `verifier` (of a PIN given before a restart) empty: operators sign in to leave."""
        desk = self._context.desk
        self._pin = None
        if verifier:
            self._pin = LeavingPin(lambda typed: kiosk_pin_fits(desk, typed, verifier))
        elif pin:
            self._pin = LeavingPin(lambda typed: typed == pin)
        self.event_name.setText(event_name)
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

    def scanned(self, code: str) -> None:
        """By the USB scanner."""
        if self.steps.currentIndex() != 2:
            self.presenter.scan(code, Source.SCANNER)

    def show_welcome(self) -> None:
        self._shown = None
        self.field.clear()
        self.pad.clear()
        self._timer.stop()
        self.steps.setCurrentIndex(0)
        self.field.setFocus()

    def ask_to_leave(self) -> None:
        if self._pin is None:
            self._leave()
            return
        self.pad.clear()
        self.steps.setCurrentIndex(2)
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
        self.stay.setText(say("shell-cancel"))
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
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        body.addLayout(row(self.review, 0, self.exit))
        for step in (self._welcome(), self._verdict(), self._leaving()):
            self.steps.addWidget(step)

    def _welcome(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(PAD * 2)
        words.addStretch()
        words.addWidget(self.welcome)
        words.addWidget(self.how)
        words.addLayout(row(self.field, self.go))
        words.addWidget(self.digits)
        words.addStretch()
        holder = QWidget()
        columns = QHBoxLayout(holder)
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
        column.addStretch()
        self.pad_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.pad_title)
        column.addLayout(row(0, self.pad, 0))
        column.addSpacing(GAP)
        column.addLayout(row(0, self.stay, 0))
        column.addStretch()
        return holder

    def _seen(self, code: str) -> None:
        if self.isVisible() and self.steps.currentIndex() != 2:
            self.presenter.scan(code, Source.CAMERA)

    def _typed(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.presenter.scan(text, Source.SEARCH)

    def _decided(self, verdict: KioskVerdict) -> None:
        if not self.isVisible():
            return
        self._shown = verdict
        tone = self._show(verdict)
        self.steps.setCurrentIndex(1)
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
        self.steps.setCurrentIndex(1)
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

    def _quiet(self) -> None:
        """Whoever stood here is gone: the next one is welcomed in the event's language."""
        if self.steps.currentIndex() == 0:
            self.speak(self._context.language.words.language)
        self.show_welcome()

    def _camera(self, status: FeedStatus) -> None:
        on = status.trouble is None and status.state in (FeedState.LIVE, FeedState.OPENING)
        self.picture.setVisible(on)

    def _pin_given(self, pin: str) -> None:
        if self._pin is not None:
            self.pad.set_busy(True)
            self.presenter.try_pin(self._pin, pin)

    def _tried(self, fits: bool) -> None:
        self.pad.set_busy(False)
        if fits:
            self._leave()
            return
        wait = self._pin.wait_s if self._pin else 0
        say = self.tongue.say
        self.pad.tell(say("kiosk-leave-wait", seconds=wait) if wait else say("kiosk-leave-wrong"))
