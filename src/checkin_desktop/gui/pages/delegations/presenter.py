"""Delegations read, filtered, checked in and taken back, beside the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.gui.page import Context
from checkin_desktop.services.delegations import (
    Delegation,
    Delegations,
    Standing,
    admitted_entries,
    arrange,
    check_in_delegation,
    delegations,
    dissolve,
    record_escorts,
    undo_delegation,
)
from checkin_desktop.services.desk import settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.meeting_papers import delegation_faces, summary_face
from checkin_desktop.services.reports import report
from checkin_desktop.services.views import CheckInResult


class DelegationsPresenter(QObject):
    """`came` follows a whole delegation's check-in: its results."""

    loaded = Signal(object)
    came = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = 0
        self.undoable: tuple[str, tuple[str, ...]] = ("", ())

    @property
    def checkpoint_id(self) -> str | None:
        chosen = self._context.session.checkpoint
        return chosen.id if chosen else None

    def load(self) -> None:
        self._asked += 1
        asked, desk, checkpoint = self._asked, self._context.desk, self.checkpoint_id

        def done(found: Delegations) -> None:
            if asked == self._asked:
                self.loaded.emit(found)

        self._context.lanes.lists.run(lambda: delegations(desk, checkpoint), done)

    def check_in(self, delegation: Delegation, attendee_ids: Sequence[str]) -> None:
        context, checkpoint = self._context, self._context.session.checkpoint
        if checkpoint is None or not attendee_ids:
            return
        confirmed, operator = context.session.day_confirmed, context.operator_id

        def work() -> tuple[CheckInResult, ...]:
            return check_in_delegation(
                context.desk, attendee_ids, checkpoint.id, operator=operator, day_confirmed=confirmed
            )

        def done(results: tuple[CheckInResult, ...]) -> None:
            entries = admitted_entries(results)
            self.undoable = (delegation.id, entries)
            refused = len(results) - len(entries)
            said = context.say("delegations-came", count=len(entries), name=delegation.name)
            if refused:
                said += " " + context.say("delegations-not-let-in", count=refused)
            context.notify(said)
            context.session.changed.emit()
            self.came.emit(results)

        context.lanes.writer.run(work, done)

    def undo(self) -> None:
        """Takes the last whole delegation back, every one of it."""
        context, entries, operator = self._context, self.undoable[1], self._context.operator_id
        self.undoable = ("", ())
        self._write(
            lambda: undo_delegation(context.desk, entries, operator),
            context.say("delegations-undone", count=len(entries)),
        )

    def count_escorts(self, delegation: Delegation, count: int) -> None:
        context, checkpoint, operator = self._context, self.checkpoint_id, self._context.operator_id
        if checkpoint is not None:
            self._write(
                lambda: record_escorts(context.desk, delegation.id, checkpoint, count, operator),
                context.say("delegations-escorts-noted", count=count, name=delegation.name),
            )

    def arrange(self, name: str, members: Sequence[str], delegation_id: str = "") -> None:
        context, operator = self._context, self._context.operator_id
        self._write(
            lambda: arrange(context.desk, name, members, delegation_id=delegation_id, operator=operator),
            context.say("delegations-arranged", name=name, count=len(members)),
        )

    def dissolve(self, delegation: Delegation) -> None:
        context, operator = self._context, self._context.operator_id
        self._write(
            lambda: dissolve(context.desk, delegation.id, operator),
            context.say("delegations-dissolved", name=delegation.name),
        )

    def people(self, done: Callable[[tuple[Attendee, ...]], object]) -> None:
        desk = self._context.desk
        self._context.lanes.lists.run(lambda: tuple(line.attendee for line in roster(desk)), done)

    def draw_list(self, lines: Sequence[Delegation], done: Callable[[bytes], object]) -> None:
        context = self._context
        words, draw = context.language.words, context.tools.draw_delegations
        context.lanes.work.run(lambda: draw(delegation_faces(lines), settings(context.desk), words), done)

    def draw_summary(self, done: Callable[[bytes], object]) -> None:
        context = self._context
        words, draw = context.language.words, context.tools.draw_summary
        context.lanes.work.run(lambda: draw(summary_face(context.desk), settings(context.desk), words), done)

    def export(self, kind: str, path: Path) -> None:
        """`kind`: one of the reports of services/reports.py."""
        context = self._context
        words, write = context.language.words, context.tools.write_table

        def work() -> int:
            headings, rows = report(context.desk, kind, words)
            write(path, headings, rows)
            return len(rows)

        context.lanes.work.run(
            work, lambda count: context.notify(context.say("event-exported", count=count, file=path.name))
        )

    def _write(self, work: Callable[[], object], said: str) -> None:
        def done(_: object) -> None:
            self._context.notify(said)
            self._context.session.changed.emit()

        self._context.lanes.writer.run(work, done)


def matching(lines: Sequence[Delegation], typed: str, standing: Standing | None) -> tuple[Delegation, ...]:
    """By name, region or a member's name, in any word order; `standing` None: all."""
    words = plain(typed).split()

    def fits(line: Delegation) -> bool:
        if standing is not None and line.standing is not standing:
            return False
        if not words:
            return True
        text = plain(" ".join((line.name, line.region, *(m.attendee.name for m in line.members))))
        return all(word in text for word in words)

    return tuple(line for line in lines if fits(line))
