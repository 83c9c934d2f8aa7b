"""What is done less often: issue ahead, answer or make requests, take issuing over, correct, replace, assign a role."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.lanes import Lane
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.dialogs import ask_reason
from checkin_desktop.gui.pages.certificates.one_dialogs import CorrectDialog, RoleDialog
from checkin_desktop.gui.pages.certificates.presenter import CertificatesPresenter
from checkin_desktop.gui.pages.certificates.requests_dialog import RequestsDialog
from checkin_desktop.gui.pages.certificates.speakers_dialog import SpeakersDialog
from checkin_desktop.services.certificate_requests import close_requests, request
from checkin_desktop.services.certificate_rules import Unsure, assign_role
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.issuing_desk import take_over
from checkin_desktop.services.reissuing import correct, reissue_spoiled
from checkin_desktop.services.views import CertificateLine, RequestLine
from checkin_desktop.words.certificates import kind_words

R = TypeVar("R")


class MoreActions:
    """`lines` answers the lines of some keys as they stand now."""

    def __init__(
        self,
        context: Context,
        presenter: CertificatesPresenter,
        window: QWidget,
        lines: Callable[[Sequence[str]], list[CertificateLine]],
    ) -> None:
        self._context, self._presenter, self._window, self._lines = context, presenter, window, lines

    def ahead(self, keys: tuple[str, ...]) -> None:
        who = [line.wanted for line in self._lines(keys)]
        self._presenter.issue_on(who, Terms(ahead=True), self._issued)

    def requested(self, entries: tuple[str, ...]) -> None:
        """The queue of what other desks ask for, all in one go."""
        self._presenter.issue_requested(entries, self._issued)

    def see_requests(self, waiting: Sequence[RequestLine]) -> None:
        """One by one, or closed with a reason."""
        desk, operator, say = self._context.desk, self._context.operator_id, self._context.say

        def close(entries: tuple[str, ...], reason: str) -> None:
            self._write(
                lambda: close_requests(desk, entries, reason, operator),
                lambda _: self._context.notify(say("certificates-requests-closed", count=len(entries))),
            )

        RequestsDialog(self._window, self._context, waiting, self.requested, close).open()

    def speakers(self, waiting: Sequence[Unsure]) -> None:
        """Whom the programme means, where it is not clear."""
        desk, operator = self._context.desk, self._context.operator_id

        def chosen(one: Unsure, person: Attendee) -> None:
            self._write(
                lambda: assign_role(desk, person.id, one.kind, one.title, operator=operator),
                lambda _: None,
            )

        def nobody(one: Unsure) -> None:
            def work() -> None:
                for person in one.people:
                    assign_role(desk, person.id, one.kind, one.title, removed=True, operator=operator)

            self._write(work, lambda _: None)

        SpeakersDialog(self._window, self._context, waiting, chosen, nobody).open()

    def unrole(self, keys: tuple[str, ...]) -> None:
        """They did not take part as that after all; giving it again undoes it."""
        (line,) = self._lines(keys)
        desk, operator, wanted = self._context.desk, self._context.operator_id, line.wanted
        words = self._context.language.words
        told = self._context.say("certificates-unrole-done", what=kind_words(words, wanted))
        self._write(
            lambda: assign_role(
                desk, wanted.attendee_id, wanted.kind, wanted.title, removed=True, operator=operator
            ),
            lambda _: self._context.notify(told),
        )

    def ask_for(self, keys: tuple[str, ...]) -> None:
        """Of the desk that issues."""
        who, desk, operator = (
            [x.wanted for x in self._lines(keys)],
            self._context.desk,
            self._context.operator_id,
        )
        self._write(
            lambda: request(desk, who, operator=operator),
            lambda count: self._context.notify(self._context.say("certificates-asked", count=count)),
        )

    def take_over(self, _: tuple[str, ...]) -> None:
        desk, operator, say = self._context.desk, self._context.operator_id, self._context.say

        def given(reason: str) -> None:
            self._write(
                lambda: take_over(desk, reason, operator),
                lambda _: self._context.notify(say("certificates-taken-over")),
            )

        ask_reason(self._window, self._context, "take-over", "", given).open()

    def spoiled(self, keys: tuple[str, ...]) -> None:
        """The sheet is void, another number is issued in its place."""
        (line,) = self._lines(keys)
        desk, operator, say = self._context.desk, self._context.operator_id, self._context.say

        def given(reason: str) -> None:
            self._draw_and_write(
                lambda: reissue_spoiled(desk, line.wanted, reason, operator=operator),
                lambda number: self._context.notify(say("certificates-corrected", number=number)),
            )

        ask_reason(
            self._window, self._context, "spoiled", f"{line.attendee.name} · {line.number}", given
        ).open()

    def correct(self, keys: tuple[str, ...]) -> None:
        (line,) = self._lines(keys)
        desk, operator, say = self._context.desk, self._context.operator_id, self._context.say

        def given(names: str, surnames: str, document: str, talk: str | None, reason: str) -> None:
            person = replace(line.attendee.person, given_names=names, surnames=surnames, document=document)
            self._draw_and_write(
                lambda: correct(desk, line.wanted, person, reason, title=talk, operator=operator),
                lambda number: self._context.notify(say("certificates-corrected", number=number)),
            )

        CorrectDialog(
            self._window, self._context, line.attendee.person, line.wanted, line.talks, given
        ).open()

    def role(self, keys: tuple[str, ...]) -> None:
        (line,) = self._lines(keys)
        desk, operator = self._context.desk, self._context.operator_id

        def given(kind: str, title: str) -> None:
            self._write(
                lambda: assign_role(desk, line.attendee.id, CertificateKind(kind), title, operator=operator),
                lambda _: None,
            )

        RoleDialog(self._window, self._context, line.attendee.name, given).open()

    def _issued(self, holders: tuple[str, ...]) -> None:
        self._context.notify(self._context.say("certificates-issued-done", count=len(holders)))

    def _write(self, work: Callable[[], R], told: Callable[[R], object]) -> None:
        self._run(self._context.lanes.writer, work, told)

    def _draw_and_write(self, work: Callable[[], R], told: Callable[[R], object]) -> None:
        """Drawing is none of the writer's work: it comes to the event file for each unit of work only."""
        self._run(self._context.lanes.work, work, told)

    def _run(self, lane: Lane, work: Callable[[], R], told: Callable[[R], object]) -> None:
        def done(answer: R) -> None:
            self._context.session.changed.emit()
            told(answer)

        lane.run(work, done)
