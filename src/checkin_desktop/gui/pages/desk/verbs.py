"""What the desk can do about one person: let in on a supervisor's word, print, renew, correct, represent, link."""

from PySide6.QtWidgets import QMenu, QWidget

from checkin_desktop.domain.admission import Refused
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.badge_printing import BackgroundBadges, BadgePrinting
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.design.reason_choice import ReasonChoice
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk.presenter import DeskPresenter, card_of, linkable, overridable
from checkin_desktop.gui.person_dialog import PersonDialog
from checkin_desktop.services.badges import revoke_badge
from checkin_desktop.services.link_code import link_code
from checkin_desktop.services.substitutes import represent
from checkin_desktop.services.views import AttendeeLine, CheckInResult
from checkin_desktop.words.dates import clock_time

UNDO_REASONS = ("wrong-person", "did-not-enter", "wrong-checkpoint", "test")
PASS_REASONS = ("organiser", "authority", "mistake")


class PersonVerbs:
    """Opens its dialogs over `window`; `presenter` writes what concerns passages."""

    def __init__(self, context: Context, presenter: DeskPresenter, window: QWidget) -> None:
        self._context, self._presenter, self._window = context, presenter, window
        self.printing, self.background = BadgePrinting(context, window), BackgroundBadges(context, window)
        self.dialog: QWidget | None = None

    def undo(self, entry: str) -> None:
        """Asks why: one key, one click, or a few words."""
        say = self._context.say
        self.dialog = ReasonChoice(
            self._window,
            title=say("desk-undo-title"),
            about=self._presenter.name_of(entry),
            reasons=[say(f"desk-undo-reason-{reason}") for reason in UNDO_REASONS],
            own=say("desk-reason-own"),
            yes=say("desk-undo"),
            no=say("shell-cancel"),
            given=lambda reason: self._presenter.undo(entry, reason),
        )
        self.dialog.open()

    def undo_last(self) -> None:
        entry = self._presenter.last_to_undo()
        if entry:
            self.undo(entry)
        else:
            self._context.notify(self._context.say("desk-nothing-to-undo"))

    def let_in(self, result: CheckInResult | None) -> None:
        """A supervisor's pass for somebody refused."""
        if result is None or result.attendee is None or not overridable(result):
            self._context.notify(self._context.say("desk-pass-whom"))
            return
        say, attendee = self._context.say, result.attendee
        if not self._context.may(Action.OVERRIDE):
            self._context.notify(say("desk-pass-not-you"))
            return
        verdict = result.verdict
        refusal = verdict.reason.value if isinstance(verdict, Refused) else result.outcome.value
        self.dialog = ReasonChoice(
            self._window,
            title=say("desk-pass-title"),
            about=attendee.name,
            reasons=[say(f"desk-pass-reason-{reason}") for reason in PASS_REASONS],
            own=say("desk-reason-own"),
            yes=say("desk-pass-yes"),
            no=say("shell-cancel"),
            given=lambda reason: self._presenter.admit_against(attendee.id, reason, refusal, card_of(result)),
        )
        self.dialog.open()

    def print_badge(self, attendee: Attendee | None) -> None:
        if attendee is None:
            self.nobody()
        else:
            self.printing.print_badge(attendee.id)

    def correct(self, attendee: Attendee | None) -> None:
        if attendee is None:
            self.nobody()
        else:
            self._context.session.correction_wanted.emit(attendee.id)

    def nobody(self) -> None:
        """A key was pressed that is about somebody, and there is nobody yet."""
        self._context.notify(self._context.say("desk-nobody-yet"))

    def lost(self, attendee: Attendee | None) -> None:
        """Revokes the badge, and prints the new one at once."""
        if attendee is None:
            return
        if not self._context.may(Action.REVOKE_BADGE):
            self._context.notify(self._context.say("desk-lost-not-you"))
            return
        say, desk, operator = self._context.say, self._context.desk, self._context.operator_id

        def revoke() -> None:
            self._context.lanes.writer.run(
                lambda: revoke_badge(desk, attendee.id, operator), lambda _: self._renewed(attendee)
            )

        self.dialog = ask(
            self._window,
            say("people-ask-lost", name=attendee.name),
            say("desk-lost-text"),
            say("desk-lost-yes"),
            say("people-cancel"),
            revoke,
        )

    def represent(self, attendee: Attendee | None) -> None:
        """Picks the one in whose place this person came, and lets them in."""
        if attendee is None:
            self.nobody()
            return
        say = self._context.say
        self.dialog = PersonDialog(
            self._context,
            self._window,
            say("desk-represent-title"),
            say("desk-represent-text", name=attendee.name),
            lambda line: self._represented(attendee, line),
        )
        self.dialog.open()

    def somebody_else_came(self, attendee: Attendee | None) -> None:
        """In whose place a person came who is on no list: the form opens with what is known."""
        if attendee is None:
            self.nobody()
        else:
            self._context.session.substitute_wanted.emit(attendee.id)

    def link_shown(self, result: CheckInResult | None) -> None:
        """The code on the card, if it is nobody's."""
        if result is not None and linkable(result):
            self.link(result.code)
        else:
            self._context.notify(self._context.say("desk-link-what"))

    def link(self, code: str) -> None:
        """Picks the person whom an unknown code means from now on, and lets them in."""
        say = self._context.say

        def linked(line: AttendeeLine) -> None:
            desk, operator = self._context.desk, self._context.operator_id
            self._context.lanes.writer.run(
                lambda: link_code(desk, code, line.attendee.id, operator),
                lambda _: self._linked(code, line.attendee),
            )

        self.dialog = PersonDialog(
            self._context, self._window, say("desk-link-title"), say("desk-link-text", code=code), linked
        )
        self.dialog.open()

    def menu(self, attendee: Attendee | None, result: CheckInResult | None) -> QMenu:
        """All of it in one place, with its keys; what can't be done now is not offered."""
        say, menu = self._context.say, QMenu(self._window)
        if attendee is not None:
            menu.addAction(
                say("desk-verb-print") + f"\t{Key.DESK_PRINT.shown(say)}", lambda: self.print_badge(attendee)
            )
            menu.addAction(
                say("desk-verb-correct") + f"\t{Key.DESK_CORRECT.shown(say)}", lambda: self.correct(attendee)
            )
            menu.addAction(
                say("desk-verb-represent") + f"\t{Key.DESK_REPRESENT.shown(say)}",
                lambda: self.represent(attendee),
            )
            menu.addAction(
                say("desk-verb-substitute") + f"\t{Key.DESK_SUBSTITUTE.shown(say)}",
                lambda: self.somebody_else_came(attendee),
            )
            menu.addAction(say("desk-verb-lost"), lambda: self.lost(attendee))
        if result is not None and overridable(result):
            menu.addAction(
                say("desk-verb-pass") + f"\t{Key.DESK_PASS.shown(say)}", lambda: self.let_in(result)
            )
        if result is not None and linkable(result):
            menu.addAction(
                say("desk-verb-link") + f"\t{Key.DESK_LINK.shown(say)}", lambda: self.link(result.code)
            )
        return menu

    def _represented(self, attendee: Attendee, line: AttendeeLine) -> None:
        """Who is here already is hardly represented: said, for it may be somebody else's name."""
        desk, operator, absent = self._context.desk, self._context.operator_id, line.attendee

        def done(_: None) -> None:
            told = {"name": attendee.name, "absent": absent.name}
            if line.admitted_at is None:
                self._context.notify(self._context.say("desk-represented", **told))
            else:
                time = clock_time(line.admitted_at)
                self._context.notify(self._context.say("desk-represented-inside", **told, time=time))
            self._presenter.admit(attendee.id)

        self._context.lanes.writer.run(lambda: represent(desk, attendee.id, absent.id, operator), done)

    def _renewed(self, attendee: Attendee) -> None:
        self._context.notify(self._context.say("people-badge-revoked"))
        self._context.session.changed.emit()
        self.printing.print_badge(attendee.id)

    def _linked(self, code: str, attendee: Attendee) -> None:
        """Its refusal is dealt with; that of somebody who came meanwhile is not."""
        self._context.notify(self._context.say("desk-linked", name=attendee.name))
        for result in self._presenter.unanswered:
            if result.code == code:
                self._presenter.acknowledge(card_of(result))
        self._presenter.admit(attendee.id)
