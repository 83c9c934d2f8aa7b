"""Meetings read and changed beside the window; kept are the two last people scanned, for a meeting on the spot, and
the swap made last, to undo it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.meetings import Party, Side
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.page import Context
from checkin_desktop.services import meetings as service
from checkin_desktop.services.desk import settings, venue_now
from checkin_desktop.services.import_meetings import MeetingsImported, import_meetings, plan_meetings
from checkin_desktop.services.meeting_papers import acta_face, agenda, agendas_by_party
from checkin_desktop.services.meeting_station import Seen, party_of, scan, start_ad_hoc
from checkin_desktop.services.meetings import Clashing, MeetingLine
from checkin_desktop.services.parties import Parties
from checkin_desktop.services.ports.schedules import ScheduleReading
from checkin_desktop.services.reports import report


@dataclass(frozen=True, slots=True)
class Programme:
    """`days` of the event; `now` at the venue."""

    lines: tuple[MeetingLine, ...]
    parties: Parties
    days: tuple[date, ...]
    now: datetime


class MeetingsPresenter(QObject):
    """`seen` brings every scan, `planned` what a spreadsheet holds and what importing it would do."""

    loaded = Signal(object)
    seen = Signal(object)
    failed = Signal(str)
    planned = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = 0
        self.pair: tuple[Attendee, ...] = ()
        self.swapped = ("", "")
        self.begun = ""

    def load(self) -> None:
        self._asked += 1
        asked, desk = self._asked, self._context.desk

        def work() -> Programme:
            days, now = settings(desk).days, venue_now(desk)
            return Programme(*service.meetings_and_parties(desk), days, now)

        def done(found: Programme) -> None:
            if asked == self._asked:
                self.loaded.emit(found)

        self._context.lanes.lists.run(work, done)

    def scan(self, code: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: scan(desk, code, operator=operator), self._scanned, self._refused
        )

    def start_pair(self, table: str) -> None:
        """The two people scanned last sit down now."""
        pair = self.pair
        if len(pair) == 2:
            self.pair = ()
            self.start_now(party_of(pair[0]), party_of(pair[1]), table)

    def start_now(
        self,
        a: Party,
        b: Party,
        table: str,
        done: Callable[[], object] | None = None,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """These two sit down now, and the meeting is shown: it can be undone."""
        desk, operator = self._context.desk, self._context.operator_id

        def work() -> None:
            self.begun = start_ad_hoc(desk, a, b, table=table, operator=operator)

        self.write(work, "meetings-ad-hoc-started", done, refused=refused)

    def swap(
        self,
        first: str,
        second: str,
        anyway: bool,
        done: Callable[[], object],
        clashed: Callable[[str], object],
    ) -> None:
        desk, operator = self._context.desk, self._context.operator_id

        def work() -> None:
            service.swap(desk, first, second, anyway=anyway, operator=operator)
            self.swapped = (first, second)

        self.write(work, "meetings-swapped", done, clashed)

    def swap_back(self) -> None:
        """Undoes the swap made last."""
        desk, operator, (first, second) = self._context.desk, self._context.operator_id, self.swapped
        self.swapped = ("", "")
        self.write(
            lambda: service.swap(desk, first, second, anyway=True, operator=operator), "meetings-swap-undone"
        )

    def act(self, verb: Callable[..., object], meeting_id: str, said: str) -> None:
        """start, end, cancel, reopen."""
        desk, operator = self._context.desk, self._context.operator_id
        self.write(lambda: verb(desk, meeting_id, operator=operator), said)

    def no_show(self, meeting_id: str, absent: Sequence[Side]) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self.write(
            lambda: service.no_show(desk, meeting_id, absent, operator=operator), "meetings-noted-no-show"
        )

    def write(
        self,
        work: Callable[[], object],
        said: str,
        done: Callable[[], object] | None = None,
        clashed: Callable[[str], object] | None = None,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """`clashed` is told in words what is in the way, `refused` of any other failure; else the page tells."""
        context = self._context

        def written(_: object) -> None:
            context.notify(context.say(said))
            context.session.changed.emit()
            if done is not None:
                done()

        def failed(error: PersonFacingError) -> None:
            text = context.say(error.sentence, **error.arguments)
            tell = clashed if isinstance(error, Clashing) and clashed is not None else refused
            (tell or self.failed.emit)(text)

        context.lanes.writer.run(work, written, failed)

    def read_file(self, path: Path) -> None:
        """Nothing is written before a person has seen it: `planned`."""
        context = self._context
        desk, read = context.desk, context.tools.read_schedule

        def work() -> tuple[ScheduleReading, MeetingsImported]:
            reading = read(path, settings(desk).days)
            return reading, plan_meetings(desk, reading)

        context.lanes.work.run(work, lambda both: self.planned.emit(*both), self._refused)

    def import_read(self, reading: ScheduleReading) -> None:
        context, operator = self._context, self._context.operator_id
        desk = context.desk

        def wrote(done: MeetingsImported) -> None:
            counts = {"new": done.new, "updated": done.updated, "unchanged": done.unchanged}
            context.notify(context.say("meetings-import-done", **counts))
            context.session.changed.emit()

        context.lanes.writer.run(lambda: import_meetings(desk, reading, operator), wrote, self._refused)

    def draw_agenda(self, by_party: bool, done: Callable[[bytes], object]) -> None:
        context = self._context
        desk, words, draw = context.desk, context.language.words, context.tools.draw_agendas

        def work() -> bytes:
            lines = service.meetings(desk)
            agendas = agendas_by_party(lines) if by_party and lines else (agenda(lines),)
            return draw(agendas, settings(desk), words)

        context.lanes.work.run(work, done)

    def draw_acta(self, meeting_id: str, done: Callable[[bytes], object]) -> None:
        """As it stands now: what was just written is on it."""
        context = self._context
        desk, words, draw = context.desk, context.language.words, context.tools.draw_actas

        def work() -> bytes:
            found = [acta_face(one) for one in service.meetings(desk) if one.id == meeting_id]
            return draw(found, settings(desk), words)

        context.lanes.work.run(work, done, self._refused)

    def draw_actas(self, lines: Sequence[MeetingLine], done: Callable[[bytes], object]) -> None:
        context = self._context
        desk, words, draw = context.desk, context.language.words, context.tools.draw_actas
        context.lanes.work.run(
            lambda: draw([acta_face(one) for one in lines], settings(desk), words), done, self._refused
        )

    def export(self, path: Path) -> None:
        context = self._context
        words, write = context.language.words, context.tools.write_table

        def work() -> int:
            headings, rows = report(context.desk, "meetings", words)
            write(path, headings, rows)
            return len(rows)

        context.lanes.work.run(
            work, lambda count: context.notify(context.say("event-exported", count=count, file=path.name))
        )

    def _scanned(self, seen: Seen) -> None:
        """Two people in a row without a meeting to sit down at may want one."""
        if seen.attendee is not None and (seen.line is None or seen.early):
            others = tuple(a for a in self.pair if a.id != seen.attendee.id)
            self.pair = (*others, seen.attendee)[-2:]
        elif seen.attendee is not None:
            self.pair = ()
        self.seen.emit(seen)
        self._context.session.changed.emit()

    def _refused(self, error: PersonFacingError) -> None:
        self.failed.emit(self._context.say(error.sentence, **error.arguments))
