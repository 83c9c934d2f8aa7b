"""Which checkpoint is worked at: proposed by the clock, chosen by a person, asked about where the date is odd."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.page import Context
from checkin_desktop.services.desk import checkpoints, proposed_checkpoint
from checkin_desktop.words.dates import long_date


class CheckpointChoice:
    """Fills the session's checkpoints and keeps the one chosen."""

    def __init__(self, context: Context, zone: ZoneInfo, parent: QWidget) -> None:
        self._context, self._zone, self._parent = context, zone, parent

    def load(self) -> None:
        """Reads the programme, which another desk may have changed; proposes by the clock if nothing is chosen yet,
        or what was chosen is gone. Nothing happens where it is as it was."""
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: (checkpoints(desk), proposed_checkpoint(desk)), self._loaded)

    def choose(self, checkpoint: Checkpoint) -> None:
        """Takes effect at once for today's; for another day it is asked first."""
        session, say = self._context.session, self._context.say
        today = self.today()
        if checkpoint.day == today:
            session.choose(checkpoint, day_confirmed=False)
            return
        tongue = self._context.language.words.language
        ask(
            self._parent,
            say("shell-other-day-title"),
            say(
                "shell-other-day-text",
                today=long_date(today, tongue),
                name=checkpoint.name,
                day=long_date(checkpoint.day, tongue),
            ),
            say("shell-other-day-yes"),
            say("shell-cancel"),
            lambda: session.choose(checkpoint, day_confirmed=True),
        ).rejected.connect(session.checkpoint_changed.emit)

    def today(self) -> date:
        return datetime.now(UTC).astimezone(self._zone).date()

    def _loaded(self, found: tuple[tuple[Checkpoint, ...], Checkpoint | None]) -> None:
        session = self._context.session
        known, proposed = found
        current = session.checkpoint
        kept = next((c for c in known if current and c.id == current.id), None)
        if current is not None and (known, kept) == (session.checkpoints, current):
            return
        session.checkpoints = known
        if kept is not None:
            session.choose(kept, session.day_confirmed)
        elif proposed is not None:
            session.choose(proposed, day_confirmed=False)
        else:
            session.checkpoint = None
            session.checkpoint_changed.emit()
