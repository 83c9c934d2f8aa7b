"""The verdict: colour, shape, word, name and portrait, readable from two metres; and what can be done next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from checkin_desktop.domain.admission import Refusal, Refused
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.design.announcing import announce
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import (
    DISPLAY,
    GAP,
    LARGE,
    PAD,
    TITLE,
    VERDICT,
    VERDICT_COLOURS,
    VERDICT_SHAPES,
    scaled,
)
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk.fitting import Said, Sign, fit, gap
from checkin_desktop.gui.pages.desk.presenter import card_of, linkable, overridable
from checkin_desktop.services.at_the_door import Beside
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.words.dates import clock_time
from checkin_desktop.words.verdicts import Tone, VerdictWords

_SHAPE = 96
_VISITS = 3
_SIZES = {
    "verdict": VERDICT,
    "invitation": DISPLAY,
    "person": DISPLAY,
    "note": TITLE,
    "large": LARGE,
    "advice": LARGE,
}
_GROWS = {"shape": 0.7, "verdict": 1, "person": 0.6, "invitation": 0.6}
_GROWS_LEAST = 0.4
_SHAPE_PERCENT = 145
_EDGE = 12
"""Around the text of the note, as in the style sheet."""
_LOW = 4
"""So many times its buttons' height or less: the card's own edge gives way."""
_WITHOUT_OWNER = (Refusal.UNKNOWN, Refusal.BLANK)


class VerdictCard(QFrame):
    """`acknowledge(card)`, `undo(entry)`, `certificate(id)`, `walk_in(code)` are what its buttons do; `let_in` and
    `more` are handed the whole result."""

    def __init__(
        self,
        context: Context,
        acknowledge: Callable[[str], None],
        undo: Callable[[str], None],
        certificate: Callable[[str], None],
        walk_in: Callable[[str], None],
        let_in: Callable[[CheckInResult], None],
        more: Callable[[CheckInResult], None],
    ) -> None:
        super().__init__()
        self._context = context
        self.result: CheckInResult | None = None
        self._words: VerdictWords | None = None
        self._beside: Beside | None = None
        self.shape, self.photo = QLabel(), QLabel()
        self._portrait = QPixmap()
        self._shape, self._colour = "scan-line", context.theme().soft
        self.title, self.person = label("verdict", wrap=True), label("person", wrap=True)
        self.about, self.detail = label("large", wrap=True), label("large", wrap=True)
        self.advice, self.note = label("advice", wrap=True), label("note", wrap=True)
        self.visits = label("large", wrap=True)
        self.acknowledged = button("", lambda: self._with_result(lambda r: acknowledge(card_of(r))))
        self.undone = button("", lambda: self._with_result(lambda r: undo(r.entry)))
        self.certificate = button("", lambda: self._with_attendee(lambda a: certificate(a.id)))
        self.walk_in = button("", lambda: self._with_result(lambda r: walk_in(r.code)))
        self.let_in = button("", lambda: self._with_result(let_in))
        self.more = button("", lambda: self._with_result(more))
        body = self._body = QVBoxLayout(self)
        body.setSpacing(GAP)
        for part in (self.shape, self.photo, *self._texts.values()):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(PAD)
        self._top.addStretch(1)
        self._top.addWidget(self.photo)
        self._top.addWidget(self.shape)
        self._top.addStretch(1)
        texts = self._column = QVBoxLayout()
        texts.setSpacing(GAP)
        texts.addStretch(1)
        for part in (self.title, self.person, self.about, self.note):
            texts.addWidget(part)
        texts.addSpacing(GAP)
        for part in (self.detail, self.advice, self.visits):
            texts.addWidget(part)
        texts.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._whole.setSpacing(GAP)
        self._whole.addLayout(self._top)
        self._whole.addLayout(texts, 1)
        body.addStretch(1)
        body.addLayout(self._whole)
        body.addStretch(1)
        self._buttons = row(
            0, self.acknowledged, self.let_in, self.walk_in, self.undone, self.certificate, self.more, 0
        )
        body.addLayout(self._buttons)
        self.rest()
        context.session.list_changed.connect(self.retranslate)

    @property
    def _texts(self) -> dict[str, QLabel]:
        """From top to bottom."""
        return {
            "title": self.title,
            "person": self.person,
            "about": self.about,
            "note": self.note,
            "detail": self.detail,
            "advice": self.advice,
            "visits": self.visits,
        }

    def rest(self) -> None:
        """Nobody before the desk: says how to begin."""
        self.result, self._words, self._beside = None, None, None
        self.retranslate()

    def show_result(self, result: CheckInResult, words: VerdictWords) -> None:
        self.result, self._words, self._beside = result, words, None
        self.retranslate()
        announce(self, self.accessibleName(), urgent=True)

    def show_beside(self, beside: Beside) -> None:
        """What was read after the verdict stood there; nothing if it is about another one."""
        if self.result is not None and beside.entry == self.result.entry:
            self._beside = beside
            self.retranslate()

    def retranslate(self) -> None:
        say = self._context.say
        self.acknowledged.setText(say("desk-acknowledge"))
        self.undone.setText(say("desk-undo"))
        self.certificate.setText(say("desk-certificate"))
        self.walk_in.setText(say("desk-register"))
        self.let_in.setText(say("desk-verb-pass"))
        self.let_in.setToolTip(Key.DESK_PASS.shown(say))
        self.more.setText(say("desk-more"))
        self.more.setToolTip(Key.DESK_MORE.shown(say))
        self._portrait = QPixmap()
        if self._beside is not None and self._beside.photo:
            self._portrait.loadFromData(self._beside.photo)
        if self.result is None or self._words is None:
            self._draw("idle", "scan-line", self._context.theme().soft)
            begin = "desk-idle" if self._context.session.listed else "desk-unlisted"
            self._write(say(begin), "", "", "", say(f"{begin}-detail"), "", "")
            self._offer(False, False)
            self.title.setObjectName("invitation")
        else:
            tone = self._words.tone
            self._draw(tone.value, VERDICT_SHAPES[tone], VERDICT_COLOURS[tone][1])
            who = self.result.attendee
            detail = self._words.detail
            if self.result.repeated and tone is Tone.ADMITTED:
                detail = say("desk-repeated", time=clock_time(self.result.at))
            self._write(
                self._words.title,
                who.name if who else "",
                self._about(who),
                who.person.note if who else "",
                detail,
                self._words.advice,
                self._visits(),
            )
            self._offer(*self._offers(self.result, tone)[:2])
            self.title.setObjectName("verdict")
        self.title.style().polish(self.title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width() - PAD * 4
        self._fit_buttons(width)
        buttons = self._buttons.sizeHint().height()
        edge = GAP if self.height() < _LOW * buttons else PAD
        self._body.setContentsMargins(PAD * 2, edge, PAD * 2, edge)
        room = self.height() - 2 * edge - 3 * GAP - buttons
        said = {name: text for name, text in self._said().items() if text.text}
        sign = Sign(self._side(), _GROWS["shape"], self._portrait_size)
        found = fit(tuple(said.values()), sign, width, room, at_rest=self.result is None)
        self._column.setSpacing(gap(found.factor))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(across if found.beside else down)
        self._top.setDirection(down if found.beside else across)
        for name, text in said.items():
            part = self._texts[name]
            part.setVisible(name in found.shown)
            style = f"font-size: {text.pixels(found.factor)}px"
            if part.styleSheet() != style:
                part.setStyleSheet(style)
        side = sign.pixels(found.factor)
        self.shape.setPixmap(pixmap(self._shape, self._colour, side))
        self.photo.setVisible(found.portrait and not self._portrait.isNull())
        if found.portrait and not self._portrait.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            self.photo.setPixmap(self._portrait.scaledToHeight(self._portrait_size(side)[1], smooth))

    def _said(self) -> dict[str, Said]:
        """The texts as they would be at their usual size."""
        percent, at_rest = self._context.preferences().scale, self.result is None
        found = {}
        for name, part in self._texts.items():
            kind = part.objectName()
            part.ensurePolished()
            found[name] = Said(
                name,
                part.text(),
                part.font(),
                scaled(_SIZES[kind], percent),
                _GROWS.get(kind, _GROWS_LEAST),
                edge=_EDGE if part is self.note else 0,
                lines=(1 if at_rest else 2) if part is self.title else 0,
            )
        return found

    def _fit_buttons(self, width: int) -> None:
        """Where letters are large, what stands elsewhere too gives way: the key's name, then what "more" offers."""
        say = self._context.say
        self.acknowledged.setText(say("desk-acknowledge"))
        certificate = walk_in = let_in = False
        if self.result is not None and self._words is not None:
            _, _, certificate, walk_in, let_in = self._offers(self.result, self._words.tone)
        offered = {self.walk_in: walk_in, self.let_in: let_in, self.certificate: certificate}
        always = [part for part in (self.acknowledged, self.undone, self.more) if not part.isHidden()]

        def needed() -> int:
            shown = [*always, *(part for part, wanted in offered.items() if wanted)]
            return sum(part.sizeHint().width() + GAP for part in shown)

        if needed() > width:
            self.acknowledged.setText(say("desk-acknowledge-short"))
        for part in offered:
            offered[part] = offered[part] and needed() <= width
        for part, wanted in sorted(offered.items(), key=lambda one: one[1]):
            part.setVisible(wanted)

    def _portrait_size(self, side: int) -> tuple[int, int]:
        """A face is recognised where a sign is only seen: it is larger. Wide and high, beside a sign of `side`."""
        if self._portrait.isNull():
            return 0, 0
        high = round(side * 1.6)
        return round(high * self._portrait.width() / max(1, self._portrait.height())), high

    def _side(self) -> int:
        """The shape's, at its usual size."""
        side = scaled(_SHAPE, min(self._context.preferences().scale, _SHAPE_PERCENT))
        return round(side * 0.7) if self.result is None else side

    def _offers(self, result: CheckInResult, tone: Tone) -> tuple[bool, bool, bool, bool, bool]:
        """Which buttons: acknowledged, undo, certificate, walk-in, a supervisor's pass."""
        refused = isinstance(result.verdict, Refused)
        stranger = isinstance(result.verdict, Refused) and result.verdict.reason in _WITHOUT_OWNER
        taken_back = tone is Tone.ADMITTED and bool(result.entry)
        pinned = tone is not Tone.ADMITTED
        may = self._context.may
        certifiable = result.attendee is not None and not refused and may(Action.HAND_OVER)
        return pinned, taken_back, certifiable, stranger and may(Action.REGISTER), overridable(result)

    def _offer(self, acknowledged: bool, undone: bool) -> None:
        """The buttons that are always there. The others are shown by `_fit_buttons` alone: showing one that there is
        no room for resizes the card, which hides it before it is shown."""
        self.acknowledged.setVisible(acknowledged)
        self.undone.setVisible(undone)
        allowed = self._context.may(Action.OVERRIDE)
        self.let_in.setEnabled(allowed)
        self.let_in.setToolTip(
            Key.DESK_PASS.shown(self._context.say) if allowed else self._context.say("desk-pass-not-you")
        )
        known = self.result is not None and (self.result.attendee is not None or linkable(self.result))
        self.more.setVisible(known and self._context.may(Action.SEARCH))

    def _about(self, who: Attendee | None) -> str:
        if who is None:
            return ""
        p = who.person
        role = self._context.say(f"category-{p.category.value}")
        return "\n".join(x for x in (" · ".join(y for y in (role, p.position) if y), p.organisation) if x)

    def _visits(self) -> str:
        """In whose place, and the earlier visits of the day, the last ones where there were many."""
        if self._beside is None:
            return ""
        say, lines = self._context.say, []
        instead = self._beside.represented
        if instead.represents:
            names = ", ".join(a.name for a in instead.represents)
            lines.append(say("desk-represents", names=names))
        if instead.by:
            lines.append(say("desk-represented-by", names=", ".join(a.name for a in instead.by)))
        shown = self._beside.visits[-_VISITS:]
        if shown:
            told = " · ".join(
                f"{clock_time(v.at)} {say(f'outcome-{v.outcome.value}').lower()} ({v.checkpoint})"
                for v in shown
            )
            lines.append(say("desk-visits", visits=told))
        return "\n".join(lines)

    def _write(self, *texts: str) -> None:
        for part, text in zip(self._texts.values(), texts, strict=True):
            part.setText(text)
            part.setVisible(bool(text))
        self.setAccessibleName(". ".join(x for x in texts if x))

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
