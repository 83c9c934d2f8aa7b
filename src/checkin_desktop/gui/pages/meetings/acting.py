"""What a person does about one meeting: the verbs of its detail, with their dialogs."""

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QWidget

from checkin_desktop.domain.meetings import MeetingState, Party, Place
from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.meetings.dialogs import ActaDialog, NoShowDialog, SwapDialog
from checkin_desktop.gui.pages.meetings.meeting_dialog import MeetingDialog
from checkin_desktop.gui.pages.meetings.on_the_spot import OnTheSpotDialog
from checkin_desktop.gui.pages.meetings.presenter import MeetingsPresenter, Programme
from checkin_desktop.gui.print_flow import PrintFlow
from checkin_desktop.services import meetings as service
from checkin_desktop.services.meeting_station import free_table
from checkin_desktop.services.meetings import MeetingLine
from checkin_desktop.services.ports.meetings import ActaTexts

_LATEST_HOUR, _USUAL = 22, time(9)


class Acts:
    """`fail` says above the programme what can't be done."""

    def __init__(
        self,
        page: QWidget,
        context: Context,
        presenter: MeetingsPresenter,
        flow: PrintFlow,
        fail: Callable[[str], None],
    ) -> None:
        self._page, self._context, self._presenter = page, context, presenter
        self._flow, self._fail = flow, fail

    def act(self, verb: str, line: MeetingLine, found: Programme) -> None:
        page, context, p, say = self._page, self._context, self._presenter, self._context.say
        match verb:
            case "start":
                p.act(service.start, line.id, "meetings-started")
            case "end":
                p.act(service.end, line.id, "meetings-ended")
            case "reopen":
                p.act(service.reopen, line.id, _undone(line))
            case "swap_back":
                p.swap_back()
            case "no_show":
                NoShowDialog(page, context, line, lambda absent: p.no_show(line.id, absent)).open()
            case "acta":
                ActaDialog(page, context, line, lambda texts, out: self._acta(line, texts, out)).open()
            case "print":
                self._print(line.id)
            case "edit":
                self.plan(found, line)
            case "swap":
                self._swap(line, found)
            case "cancel":
                ask(
                    page,
                    say("meetings-cancel-title"),
                    say("meetings-name", a=line.a, b=line.b),
                    say("meetings-cancel-yes"),
                    say("meetings-cancel-no"),
                    lambda: p.act(service.cancel, line.id, "meetings-cancelled"),
                )
            case _:
                raise ValueError(verb)

    def on_the_spot(self, found: Programme) -> OnTheSpotDialog:
        def start(a: Party, b: Party, table: str) -> None:
            self._presenter.start_now(a, b, table, dialog.accept, dialog.refuse)

        proposed = free_table([one.meeting for one in found.lines], found.now)
        dialog = OnTheSpotDialog(self._page, self._context, found.parties, _tables(found), proposed, start)
        dialog.open()
        return dialog

    def plan(self, found: Programme, line: MeetingLine | None) -> MeetingDialog:
        """A new meeting, or `line` changed."""
        soon = time(found.now.hour + 1) if found.now.hour < _LATEST_HOUR else _USUAL
        operator, desk = self._context.operator_id, self._context.desk

        def save(a: Party, b: Party, place: Place, topic: str, anyway: bool) -> None:
            self._presenter.write(
                lambda: service.schedule(
                    desk,
                    a,
                    b,
                    place,
                    topic,
                    meeting_id=line.id if line else "",
                    ad_hoc=line.meeting.ad_hoc if line else False,
                    anyway=anyway,
                    operator=operator,
                ),
                "meetings-saved",
                dialog.accept,
                dialog.clash,
                dialog.refuse,
            )

        given = line.meeting if line else None
        dialog = MeetingDialog(
            self._page, self._context, found.parties, found.days, _tables(found), save, given, soon
        )
        dialog.open()
        return dialog

    def _swap(self, line: MeetingLine, found: Programme) -> None:
        others = [x for x in found.lines if x.id != line.id and x.meeting.state is MeetingState.SCHEDULED]
        if not others:
            self._fail(self._context.say("meetings-swap-nobody"))
            return

        def swap(other: str, anyway: bool) -> None:
            self._presenter.swap(line.id, other, anyway, dialog.accept, dialog.clash)

        dialog = SwapDialog(self._page, self._context, line, others, swap)
        dialog.open()

    def _acta(self, line: MeetingLine, texts: ActaTexts, printed: bool) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._presenter.write(
            lambda: service.write_acta(desk, line.id, texts, operator=operator),
            "meetings-acta-saved",
            (lambda: self._print(line.id)) if printed else None,
        )

    def _print(self, meeting_id: str) -> None:
        title = self._context.say("meetings-acta-title")
        self._presenter.draw_acta(meeting_id, lambda pdf: self._flow.print_pdf(pdf, title))


def _tables(found: Programme) -> list[str]:
    return sorted({one.meeting.place.table for one in found.lines} - {""}, key=plain)


def _undone(line: MeetingLine) -> str:
    """What is said once it was taken back."""
    if line.meeting.called_off:
        return "meetings-restored"
    return "meetings-spot-undone" if line.meeting.ad_hoc else "meetings-reopened"
