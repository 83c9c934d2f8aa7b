"""Writes the organiser's rules and asks what would happen if…, beside the window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import MissingExit
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.rules import AdmissionRule
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.history import History
from checkin_desktop.services.desk import settings
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.found_event import update_settings
from checkin_desktop.services.rules import (
    Supposed,
    move_rule,
    new_rule_id,
    remove_rule,
    state_rule,
    what_if,
)
from checkin_desktop.services.views import AttendeeLine

_HITS = 12


class RulesPresenter(QObject):
    """`supposed` brings what would happen, `found` the people who fit what was typed."""

    supposed = Signal(object)
    found = Signal(object)
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = self._typed = 0
        self.history = History(context)
        self.history.failed.connect(self.failed)

    def new_id(self) -> str:
        return new_rule_id(self._context.desk)

    def state(self, rule: AdmissionRule, what: str) -> None:
        """`what`: the change in words, for whoever undoes it."""
        desk, operator = self._context.desk, self._context.operator_id
        self.history.write(lambda: state_rule(desk, rule, operator), "rules-saved", what, [rule.id])

    def remove(self, rule: AdmissionRule, what: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self.history.write(lambda: remove_rule(desk, rule, operator), "rules-removed", what, [rule.id])

    def move(self, rule: AdmissionRule, by: int, what: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self.history.write(lambda: move_rule(desk, rule.id, by, operator), "", what)

    def set_presence(self, missing_exit: MissingExit, hours_from_scans: bool) -> None:
        """The rest of the event's settings stays as it is now."""
        desk, operator = self._context.desk, self._context.operator_id

        def work() -> None:
            now = settings(desk)
            wanted = replace(now, missing_exit=missing_exit, hours_from_scans=hours_from_scans)
            if wanted != now:
                update_settings(desk, wanted, operator)

        self._write(work, "rules-saved")

    def suppose(self, who: str | Category, checkpoint_id: str, at: datetime) -> None:
        """`at`: the venue's wall clock, without a zone; an answer to an older question is dropped."""
        self._asked += 1
        asked, desk = self._asked, self._context.desk

        def work() -> Supposed:
            when = at.replace(tzinfo=desk.zone)
            if isinstance(who, Category):
                return what_if(desk, checkpoint_id, when, category=who)
            return what_if(desk, checkpoint_id, when, attendee_id=who)

        def done(answer: Supposed) -> None:
            if asked == self._asked:
                self.supposed.emit(answer)

        self._context.lanes.reader.run(work, done, self._refused)

    def find(self, typed: str) -> None:
        self._typed += 1
        asked, desk, wanted = self._typed, self._context.desk, typed.strip()

        def done(lines: tuple[AttendeeLine, ...]) -> None:
            if asked == self._typed:
                self.found.emit(lines)

        if wanted:
            self._context.lanes.reader.run(lambda: search(desk, wanted, None, _HITS), done)
        else:
            self.found.emit(())

    def _write(self, work: Callable[[], object], said: str) -> None:
        context = self._context

        def done(_: object) -> None:
            if said:
                context.notify(context.say(said))
            context.session.changed.emit()

        context.lanes.writer.run(work, done, self._refused)

    def _refused(self, error: PersonFacingError) -> None:
        self.failed.emit(self._context.say(error.sentence, **error.arguments))
