"""The verdict: colour, shape, word and name, readable from two metres; and what can be done next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from checkin_desktop.domain.admission import Outcome, Refusal, Refused
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import (
    DISPLAY,
    GAP,
    LARGE,
    PAD,
    VERDICT,
    VERDICT_COLOURS,
    VERDICT_SHAPES,
    scaled,
)
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.words.dates import clock_time
from checkin_desktop.words.verdicts import Tone, VerdictWords

_SHAPE = 96
_FACTORS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
_WITHOUT_OWNER = (Refusal.UNKNOWN, Refusal.BLANK)


class VerdictCard(QFrame):
    """`acknowledge(entry)`, `undo(entry)`, `certificate(id)`, `walk_in(code)` are what its buttons do."""

    def __init__(
        self,
        context: Context,
        acknowledge: Callable[[str], None],
        undo: Callable[[str], None],
        certificate: Callable[[str], None],
        walk_in: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._context = context
        self.result: CheckInResult | None = None
        self._words: VerdictWords | None = None
        self.shape = QLabel()
        self._shape, self._colour = "scan-line", context.theme().soft
        self.title, self.person = label("verdict", wrap=True), label("person", wrap=True)
        self.about, self.detail = label("large", wrap=True), label("large", wrap=True)
        self.advice = label("advice", wrap=True)
        self.acknowledged = button("", lambda: self._with_result(lambda r: acknowledge(r.entry)))
        self.undone = button("", lambda: self._with_result(lambda r: undo(r.entry)))
        self.certificate = button("", lambda: self._with_attendee(lambda a: certificate(a.id)))
        self.walk_in = button("", lambda: self._with_result(lambda r: walk_in(r.code)))
        body = QVBoxLayout(self)
        body.setContentsMargins(PAD * 2, PAD, PAD * 2, PAD)
        body.setSpacing(GAP)
        for part in (self.shape, self.title, self.person, self.about, self.detail, self.advice):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        body.addStretch(1)
        body.addWidget(self.shape)
        body.addWidget(self.title)
        body.addWidget(self.person)
        body.addWidget(self.about)
        body.addSpacing(GAP)
        body.addWidget(self.detail)
        body.addWidget(self.advice)
        body.addStretch(1)
        self._buttons = row(0, self.acknowledged, self.walk_in, self.undone, self.certificate, 0)
        body.addLayout(self._buttons)
        self.rest()

    def rest(self) -> None:
        """Nobody before the desk: says how to begin."""
        self.result, self._words = None, None
        self.retranslate()

    def show_result(self, result: CheckInResult, words: VerdictWords) -> None:
        self.result, self._words = result, words
        self.retranslate()

    def retranslate(self) -> None:
        say = self._context.say
        self.acknowledged.setText(say("desk-acknowledge"))
        self.undone.setText(say("desk-undo"))
        self.certificate.setText(say("desk-certificate"))
        self.walk_in.setText(say("desk-register"))
        if self.result is None or self._words is None:
            self._draw("idle", "scan-line", self._context.theme().soft)
            self._write(say("desk-idle"), "", "", say("desk-idle-detail"), "")
            self._offer(False, False, False, False)
            self.title.setObjectName("invitation")
        else:
            tone = self._words.tone
            self._draw(tone.value, VERDICT_SHAPES[tone], VERDICT_COLOURS[tone][1])
            who = self.result.attendee
            detail = self._words.detail
            if self.result.repeated and tone is Tone.ADMITTED:
                detail = say("desk-repeated", time=clock_time(self.result.at))
            self._write(
                self._words.title, who.name if who else "", self._about(who), detail, self._words.advice
            )
            self._offer(*self._offers(self.result, tone))
            self.title.setObjectName("verdict")
        self.title.style().polish(self.title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Everything whole, as large as there is room for: a long name on a small screen shrinks, never ends."""
        percent = self._context.preferences().scale
        sizes = {
            self.title: VERDICT if self.result is not None else DISPLAY,
            self.person: DISPLAY,
            self.about: LARGE,
            self.detail: LARGE,
            self.advice: LARGE,
        }
        shown = [part for part in sizes if not part.isHidden()]
        room = self.height() - 2 * PAD - self._buttons.sizeHint().height() - (len(shown) + 4) * GAP
        width = self.width() - PAD * 4
        for factor in _FACTORS:
            side = round(self._side() * factor)
            for part in shown:
                part.setStyleSheet(f"font-size: {scaled(round(sizes[part] * factor), percent)}px")
                part.ensurePolished()
            needed = side + sum(part.heightForWidth(width) for part in shown)
            if needed <= room and all(_whole_words(part, width) for part in shown):
                break
        self.shape.setPixmap(pixmap(self._shape, self._colour, side))

    def _side(self) -> int:
        side = min(scaled(_SHAPE, self._context.preferences().scale), 140)
        return round(side * 0.7) if self.result is None else side

    def _offers(self, result: CheckInResult, tone: Tone) -> tuple[bool, bool, bool, bool]:
        """Which buttons: acknowledged, undo, certificate, walk-in."""
        refused = isinstance(result.verdict, Refused)
        stranger = isinstance(result.verdict, Refused) and result.verdict.reason in _WITHOUT_OWNER
        taken_back = tone is Tone.ADMITTED and bool(result.entry)
        pinned = tone is not Tone.ADMITTED and result.outcome is not Outcome.AMBIGUOUS
        return pinned, taken_back, result.attendee is not None and not refused, stranger

    def _offer(self, acknowledged: bool, undone: bool, certificate: bool, walk_in: bool) -> None:
        self.acknowledged.setVisible(acknowledged)
        self.undone.setVisible(undone)
        self.certificate.setVisible(certificate)
        self.walk_in.setVisible(walk_in)

    def _about(self, who: Attendee | None) -> str:
        if who is None:
            return ""
        p = who.person
        role = self._context.say(f"category-{p.category.value}")
        return "\n".join(x for x in (" · ".join(y for y in (role, p.position) if y), p.organisation) if x)

    def _write(self, title: str, person: str, about: str, detail: str, advice: str) -> None:
        parts = (self.title, self.person, self.about, self.detail, self.advice)
        for part, text in zip(parts, (title, person, about, detail, advice), strict=True):
            part.setText(text)
            part.setVisible(bool(text))
        self.setAccessibleName(". ".join(x for x in (title, person, about, detail, advice) if x))

    def _draw(self, verdict: str, shape: str, colour: str) -> None:
        self._shape, self._colour = shape, colour
        if self.property("verdict") != verdict:
            self.setProperty("verdict", verdict)
            for part in (self, *self.findChildren(QLabel), *self.findChildren(QPushButton)):
                part.style().unpolish(part)
                part.style().polish(part)

    def _with_result(self, act: Callable[[CheckInResult], None]) -> None:
        if self.result is not None:
            act(self.result)

    def _with_attendee(self, act: Callable[[Attendee], None]) -> None:
        if self.result is not None and self.result.attendee is not None:
            act(self.result.attendee)


def _whole_words(part: QLabel, width: int) -> bool:
    """No word is wider than the card."""
    return all(part.fontMetrics().horizontalAdvance(word) <= width for word in part.text().split())
