"""Which checkpoint this is: proposed by the clock, confirmed with one key; an implausible date asks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, scaled
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.services.desk import next_proposed
from checkin_desktop.words.dates import days_phrase, long_date

_OFFERED = 3
_SIDE = 20
_LOOK_MS = 20_000


class CheckpointNotice(QFrame):
    """Shown until the person says that the checkpoint is right, and again when another session begins in its room
    or another day: one key goes there."""

    def __init__(self, context: Context, confirmed: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._confirmed = context, confirmed
        self._done = False
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(PAD, GAP, GAP, GAP)
        self.shape, self.text = QLabel(), label(wrap=True)
        self._layout.addWidget(self.shape)
        self._layout.addWidget(self.text, 1)
        self._buttons: list[QPushButton] = []
        self._next: Checkpoint | None = None
        self._declined: set[str] = set()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        context.session.checkpoint_changed.connect(self._chosen)
        self.hide()

    @property
    def asking(self) -> bool:
        """There is a proposal that one key confirms."""
        return self._next is not None or (not self._done and self._context.session.checkpoint is not None)

    def look(self) -> None:
        """Whether the programme has gone on. A desk whose date a person vouched for knows better than the clock."""
        session, desk = self._context.session, self._context.desk
        current = session.checkpoint
        if current is not None and self._done and not session.day_confirmed:
            self._context.lanes.reader.run(lambda: next_proposed(desk, current.id), self._propose)

    def _propose(self, proposed: Checkpoint | None) -> None:
        wanted = None if proposed is not None and proposed.id in self._declined else proposed
        if wanted != self._next:
            self._next = wanted
            self.retranslate()

    def _decline(self) -> None:
        if self._next is not None:
            self._declined.add(self._next.id)
        self._next = None
        self.retranslate()
        self._confirmed()

    def _chosen(self) -> None:
        """Somebody went to another checkpoint: what was proposed to the one before is of no use."""
        if self._next is not None:
            self._next = None
            self.retranslate()

    def confirm(self) -> None:
        self._done = True
        if self._next is not None:
            going, self._next = self._next, None
            self._context.session.choose(going, day_confirmed=False)
        self.retranslate()
        self._confirmed()

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
            self.text.setText(say("desk-checkpoint-next", name=name))
            self._offer(say("desk-checkpoint-stay"), self._decline, "")
            self._offer(say("desk-checkpoint-go"), self.confirm, "primary")
            self.show()
            return
        if not session.checkpoints or (self._done and session.checkpoint is not None):
            self.hide()
            return
        if session.checkpoint is not None:
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
        self._done = True
        self._context.session.choose(checkpoint, day_confirmed=True)
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
