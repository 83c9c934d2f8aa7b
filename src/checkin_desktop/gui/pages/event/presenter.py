"""Reads the event in one look and writes what the organiser changes, beside the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.rules import AdmissionRule
from checkin_desktop.gui.one_at_a_time import OneAtATime
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.history import History
from checkin_desktop.gui.rasters import raster_of
from checkin_desktop.gui.tools import Tools
from checkin_desktop.services.coverage import Coverage, coverage
from checkin_desktop.services.desk import (
    Desk,
    checkpoints,
    day_counts,
    event_info,
    known_zone,
    over_capacity,
    settings,
)
from checkin_desktop.services.erase import erase
from checkin_desktop.services.event_days import DayLine, change_days, day_lines
from checkin_desktop.services.found_event import define_checkpoint, update_settings
from checkin_desktop.services.freshness import Freshness, freshness
from checkin_desktop.services.images import add_logo, logos, remove_logo
from checkin_desktop.services.import_programme import ProgrammePlan, import_programme, plan_programme
from checkin_desktop.services.meeting_papers import summary_face
from checkin_desktop.services.organisations import (
    give_regions,
    merge_organisations,
    organisations,
    part_organisations,
    rename_organisation,
)
from checkin_desktop.services.ports.programme import ProgrammeReading
from checkin_desktop.services.readiness import Step, steps_done
from checkin_desktop.services.reports import report
from checkin_desktop.services.rules import rules
from checkin_desktop.services.views import DayCount, EventInfo, OrganisationLine, OverCapacity

_ID_BYTES = 8


_LOGO_WIDTH = 300


@dataclass(frozen=True, slots=True)
class EventState:
    """`counts` of the checkpoint chosen at the top of the window, None where the event has none."""

    info: EventInfo
    counts: DayCount | None
    checkpoints: tuple[Checkpoint, ...]
    organisations: tuple[OrganisationLine, ...]
    coverage: Coverage
    logos: tuple[tuple[str, QImage], ...]
    over: tuple[OverCapacity, ...] = ()
    timezone_known: bool = True
    freshness: Freshness | None = None
    rules: tuple[AdmissionRule, ...] = ()
    days: tuple[DayLine, ...] = ()
    done: frozenset[Step] = frozenset()


def read_state(desk: Desk, chosen: str, tools: Tools) -> EventState:
    """`chosen` is the id of the checkpoint chosen; the programme's first one where it is gone."""
    points = checkpoints(desk)
    known = [c.id for c in points]
    counted = chosen if chosen in known else next(iter(known), None)
    info, lines = event_info(desk), organisations(desk)
    return EventState(
        info,
        day_counts(desk, counted) if counted else None,
        points,
        lines,
        coverage(desk),
        tuple((name, raster_of(tools, data, _LOGO_WIDTH)) for name, data in logos(desk)),
        over_capacity(desk),
        known_zone(info.settings.timezone) is not None,
        freshness(desk),
        rules(desk),
        day_lines(desk),
        steps_done(desk, lines),
    )


class EventPresenter(QObject):
    """`saved` follows a change of the details; `failed` carries what is wrong with one, in words."""

    loaded = Signal(object)
    programme_read = Signal(object, object)
    saved = Signal()
    failed = Signal(str)
    exporting = Signal(bool)
    erasing = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = 0
        self._export = OneAtATime(self)
        self._export.working.connect(self.exporting)
        self._erase = OneAtATime(self)
        self.history = History(context)
        self.history.failed.connect(self.failed)
        self._erase.working.connect(self.erasing)

    def load(self) -> None:
        self._asked += 1
        asked, desk, tools = self._asked, self._context.desk, self._context.tools
        chosen = self._context.session.checkpoint.id if self._context.session.checkpoint else ""

        def done(state: EventState) -> None:
            if asked == self._asked:
                self.loaded.emit(state)

        self._context.lanes.lists.run(lambda: read_state(desk, chosen, tools), done)

    def save_settings(self, wanted: EventSettings) -> None:
        """Days, timezone and logos stay as they are now."""
        desk = self._context.desk

        def work() -> None:
            now = settings(desk)
            update_settings(desk, replace(wanted, days=now.days, timezone=now.timezone, logos=now.logos))

        self._write(work, "event-saved", self.saved.emit)

    def add_logo(self, path: Path) -> None:
        desk, prepare = self._context.desk, self._context.tools.prepare_logo

        def prepared(data: bytes) -> None:
            self._write(lambda: add_logo(desk, data), "event-logo-added")

        self._context.lanes.work.run(lambda: prepare(path), prepared, self._refused)

    def remove_logo(self, name: str) -> None:
        self._write(lambda: remove_logo(self._context.desk, name), "event-logo-removed")

    def define(self, checkpoint: Checkpoint, what: str) -> None:
        """`what`: the change in words, for whoever undoes it."""
        desk, operator = self._context.desk, self._context.operator_id
        self.history.write(
            lambda: define_checkpoint(desk, checkpoint, operator=operator),
            "event-programme-saved",
            what,
            [checkpoint.id],
        )

    def change_days(self, moved: Mapping[date, date | None], added: Sequence[date]) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        language = self._context.language.words.language
        self._write(lambda: change_days(desk, moved, added, language, operator), "event-days-saved")

    def remove(self, checkpoint: Checkpoint, what: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self.history.write(
            lambda: define_checkpoint(desk, checkpoint, removed=True, operator=operator),
            "event-programme-saved",
            what,
            [checkpoint.id],
        )

    def read_programme(self, path: Path) -> None:
        """A spreadsheet's sessions and what they would change: `programme_read`."""
        desk, read = self._context.desk, self._context.tools.read_programme

        def work() -> tuple[ProgrammeReading, ProgrammePlan]:
            reading = read(path, settings(desk).days)
            return reading, plan_programme(desk, reading)

        self._context.lanes.work.run(work, lambda both: self.programme_read.emit(*both), self._refused)

    def import_programme(self, reading: ProgrammeReading) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        what = self._context.say("event-change-import", count=len(reading.rows))
        self.history.write(lambda: import_programme(desk, reading, operator), "event-programme-saved", what)

    def new_id(self) -> str:
        return f"session-{self._context.desk.random(_ID_BYTES).hex()}"

    def rename(self, organisation_id: str, name: str, region: str) -> None:
        desk = self._context.desk
        self._write(lambda: rename_organisation(desk, organisation_id, name, region), "event-saved")

    def give_regions(self, regions: Mapping[str, str]) -> None:
        desk, given = self._context.desk, dict(regions)
        self._write(lambda: give_regions(desk, given), "event-saved")

    def part(self, organisation_id: str) -> None:
        desk = self._context.desk
        self._write(lambda: part_organisations(desk, organisation_id), "event-parted")

    def merge(self, keep: str, others: Sequence[str]) -> None:
        desk, merged = self._context.desk, tuple(others)
        self._write(lambda: merge_organisations(desk, keep, merged), "event-merged")

    def export(self, kind: str, path: Path) -> None:
        """A report as .xlsx, .csv or .json, by the path's end; the organiser's own as .pdf too."""
        context = self._context
        desk, words, tools = context.desk, context.language.words, context.tools

        def work() -> int | None:
            if path.suffix.lower() == ".pdf":
                tools.write_file(path, tools.draw_summary(summary_face(desk), settings(desk), words))
                return None
            headings, rows = report(desk, kind, words)
            tools.write_table(path, headings, rows)
            return len(rows)

        def done(count: int | None) -> None:
            if count is None:
                context.notify(context.say("dashboard-saved", file=path.name))
            else:
                context.notify(context.say("event-exported", count=count, file=path.name))

        self._export.run(context.lanes.work, work, done)

    def erase(self) -> None:
        """Everybody's personal values, for good."""
        context = self._context

        def done(count: int) -> None:
            context.notify(context.say("event-erased", count=count))
            context.session.changed.emit()

        self._erase.run(context.lanes.writer, lambda: erase(context.desk), done, self._refused)

    def _write(
        self, work: Callable[[], object], said: str, then: Callable[[], object] = lambda: None
    ) -> None:
        context = self._context

        def done(_: object) -> None:
            then()
            context.notify(context.say(said))
            context.session.changed.emit()

        context.lanes.writer.run(work, done, self._refused)

    def _refused(self, error: PersonFacingError) -> None:
        self.failed.emit(self._context.say(error.sentence, **error.arguments))
