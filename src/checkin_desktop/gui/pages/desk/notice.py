"""Which checkpoint this is: proposed by the clock, confirmed with one key; an implausible date asks."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.announcing import announce
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, scaled
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.services.desk import clock_says
from checkin_desktop.services.views import ClockSays
from checkin_desktop.words.dates import days_phrase, long_date

_OFFERED = 3
_SIDE = 20
_LOOK_MS = 20_000


class CheckpointNotice(QFrame):
    """Shown until the person says that the checkpoint is right, and again when another session begins in its room
    or another day: one key goes there. Where midnight passed and no day of the event began, it asks for the day."""

    def __init__(self, context: Context, confirmed: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._confirmed = context, confirmed
        self._done, self._sure_of = False, ""
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(PAD, GAP, GAP, GAP)
        self.shape, self.text = QLabel(), label(wrap=True)
        self._layout.addWidget(self.shape)
        self._layout.addWidget(self.text, 1)
        self._buttons: list[QPushButton] = []
        self._next: Checkpoint | None = None
        self._declined: set[str] = set()
        self._off_day = False
        self._vouched_on: date | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        context.session.checkpoint_changed.connect(self._chosen)
        self.hide()

    @property
    def asking(self) -> bool:
        """There is a proposal that one key confirms."""
        unconfirmed = not self._done and not self._off_day and self._context.session.checkpoint is not None
        return self._next is not None or unconfirmed

    def look(self) -> None:
        """Whether the programme has gone on, or midnight has passed."""
        current, desk = self._context.session.checkpoint, self._context.desk
        if current is not None:
            self._context.lanes.reader.run(lambda: clock_says(desk, current.id), self._told)

    def _told(self, says: ClockSays | None) -> None:
        session = self._context.session
        if says is None or session.checkpoint is None or says.current_id != session.checkpoint.id:
            return
        proposed, off_day = says.proposed, not says.on_its_day
        if session.day_confirmed:
            self._vouched_on = self._vouched_on or says.today
            if says.today == self._vouched_on:
                proposed, off_day = None, False
        if proposed is not None and not self._done:
            if off_day:
                session.choose(proposed, day_confirmed=False)
                self.retranslate()
            return
        if proposed is not None and proposed.id in self._declined:
            proposed = None
        if (proposed, off_day) != (self._next, self._off_day):
            self._next, self._off_day = proposed, off_day
            self.retranslate()
            announce(self, self.text.text() if self.isVisible() else "")

    def _decline(self) -> None:
        """Who stays at a checkpoint of another day vouches for it."""
        session = self._context.session
        if self._next is not None:
            self._declined.add(self._next.id)
        if self._off_day and session.checkpoint is not None:
            session.choose(session.checkpoint, day_confirmed=True)
        self._next = None
        self.retranslate()
        self._confirmed()

    def _chosen(self) -> None:
        """Somebody went to another checkpoint: what was proposed to the one before is of no use. Where another desk
        took it out of the programme, the one that is worked at instead is to be confirmed."""
        self._vouched_on = None
        if self._done and self._sure_of not in {c.id for c in self._context.session.checkpoints}:
            self._done = False
            self.retranslate()
        if self._next is not None or self._off_day:
            self._next, self._off_day = None, False
            self.retranslate()
        self.look()

    def confirm(self) -> None:
        if self._next is not None:
            going, self._next = self._next, None
            self._context.session.choose(going, day_confirmed=False)
        self._sure()
        self.retranslate()
        self._confirmed()

    def _sure(self) -> None:
        checkpoint = self._context.session.checkpoint
        self._done, self._sure_of = True, checkpoint.id if checkpoint else ""

    def retranslate(self) -> None:
        """What is to be said now; nothing once a checkpoint was confirmed."""
        session, say = self._context.session, self._context.say
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        if self._next is not None:
            self._look("notice", "calendar-days")
            name = checkpoint_text(self._next, self._context.language)
            sentence = "desk-checkpoint-new-day" if self._off_day else "desk-checkpoint-next"
            self.text.setText(say(sentence, name=name))
            self._offer(say("desk-checkpoint-stay"), self._decline, "")
            self._offer(say("desk-checkpoint-go"), self.confirm, "primary")
            self.show()
            return
        asks_day = session.checkpoint is None or self._off_day
        if not session.checkpoints or (self._done and not asks_day):
            self.hide()
            return
        if session.checkpoint is not None and not asks_day:
            self._look("notice", "calendar-days")
            self.text.setText(
                say(
                    "desk-checkpoint-proposed",
                    name=checkpoint_text(session.checkpoint, self._context.language),
                )
            )
            self._offer(say("desk-checkpoint-right"), self.confirm, "primary")
        else:
            self._look("banner", "triangle-alert")
            days = sorted({c.day for c in session.checkpoints})
            tongue = self._context.language.words.language
            self.text.setText(say("desk-checkpoint-odd-date", days=days_phrase(days, tongue)))
            entrances = [c for c in session.checkpoints if c.kind is CheckpointKind.DAY]
            for c in entrances[:_OFFERED]:
                self._offer(long_date(c.day, tongue), partial(self._choose, c), "")
        self.show()

    def _choose(self, checkpoint: Checkpoint) -> None:
        """On a computer whose date is not the event's: the person vouches for the day."""
        self._context.session.choose(checkpoint, day_confirmed=True)
        self._sure()
        self.retranslate()
        self._confirmed()

    def _offer(self, text: str, act: Callable[[], None], kind: str) -> None:
        made = button(kind, act)
        made.setText(text)
        self._buttons.append(made)
        self._layout.addWidget(made)

    def _look(self, kind: str, shape: str) -> None:
        self.shape.setPixmap(
            pixmap(shape, self._context.theme().text, scaled(_SIDE, self._context.preferences().scale))
        )
        if self.objectName() != kind:
            self.setObjectName(kind)
            self.style().unpolish(self)
            self.style().polish(self)
