"""Whom a few typed letters mean; and entering what was ticked, with its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.people import dni_number
from checkin_desktop.gui.page import Context
from checkin_desktop.services.check_in import enter_from_paper, undo
from checkin_desktop.services.desk import local_time, stations
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.views import AttendeeLine, CheckInResult, StationLine

MOST_HITS = 20
_TAKEN_IN = (Outcome.ADMITTED, Outcome.WELCOME_BACK, Outcome.LEFT)
_KEPT_OUT = (Outcome.REFUSED, Outcome.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of one sheet's ticks."""

    results: tuple[CheckInResult, ...]

    @property
    def written(self) -> tuple[CheckInResult, ...]:
        """Those that this batch let in or out: what undoing it takes back."""
        return tuple(r for r in self.results if r.outcome in _TAKEN_IN and not r.repeated)

    @property
    def in_order(self) -> tuple[CheckInResult, ...]:
        """What needs a person's eye first: refusals, then those who were inside already, then the rest."""
        return (*self.refused, *self.already, *self.written)

    @property
    def refused(self) -> tuple[CheckInResult, ...]:
        return tuple(r for r in self.results if r.outcome in _KEPT_OUT)

    @property
    def already(self) -> tuple[CheckInResult, ...]:
        """Inside before; also by a scan of the same minute, which the tick only repeats."""
        return tuple(r for r in self.results if r not in self.refused and r not in self.written)


class PaperPresenter(QObject):
    """`hits_found` brings the text asked about and the people who fit it; the last text asked is answered."""

    now_known = Signal(object)
    desks_known = Signal(object)
    hits_found = Signal(str, object)
    scanned = Signal(object)
    entered = Signal(object)
    undone = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = 0

    def look_at_clock(self) -> None:
        """`now_known` brings the venue's wall clock, `desks_known` the desks, this one first."""
        desk = self._context.desk
        self._context.lanes.reader.run(
            lambda: local_time(desk.store.now_ms(), desk.zone), self.now_known.emit
        )

        def known() -> tuple[StationLine, ...]:
            return tuple(sorted((s for s in stations(desk) if not s.revoked), key=lambda s: not s.own))

        self._context.lanes.reader.run(known, self.desks_known.emit)

    def find(self, typed: str, checkpoint: Checkpoint | None) -> None:
        self._asked += 1
        asked, desk = self._asked, self._context.desk
        checkpoint_id = checkpoint.id if checkpoint else None

        def work() -> tuple[AttendeeLine, ...] | None:
            if asked != self._asked:
                return None
            return search(desk, typed, checkpoint_id, MOST_HITS) if typed else ()

        def done(found: tuple[AttendeeLine, ...] | None) -> None:
            if found is not None and asked == self._asked:
                self.hits_found.emit(typed, found)

        self._context.lanes.reader.run(work, done)

    def scan(self, code: str, checkpoint: Checkpoint | None) -> None:
        """`scanned` brings whose badge, document or own code that is, None if nobody's or several people's."""
        desk, checkpoint_id = self._context.desk, checkpoint.id if checkpoint else None

        def work() -> AttendeeLine | None:
            found = search(desk, dni_number(code) or code, checkpoint_id, 2)
            return found[0] if len(found) == 1 else None

        self._context.lanes.reader.run(work, self.scanned.emit)

    def enter(
        self, attendee_ids: Sequence[str], checkpoint: Checkpoint, day: date, at: time, station_id: str
    ) -> None:
        """`day` and `at` are the venue's; `station_id`: the desk whose list it was."""
        desk, ids, operator = self._context.desk, tuple(attendee_ids), self._context.operator_id

        def work() -> Batch:
            occurred_at = datetime.combine(day, at, tzinfo=desk.zone)
            return Batch(enter_from_paper(desk, ids, checkpoint.id, occurred_at, operator, station_id))

        def done(batch: Batch) -> None:
            self.entered.emit(batch)
            self._context.session.changed.emit()

        self._context.lanes.writer.run(work, done, self.failed.emit)

    def undo(self, batch: Batch) -> None:
        """Takes back everybody whom this batch let in or out; all of it stays in the journal."""
        desk, operator = self._context.desk, self._context.operator_id
        reason = self._context.say("paper-undo-reason")

        def work() -> None:
            for result in batch.written:
                undo(desk, result.entry, reason, operator)

        def done(_: None) -> None:
            self.undone.emit(batch)
            self._context.session.changed.emit()

        self._context.lanes.writer.run(work, done, self.failed.emit)
