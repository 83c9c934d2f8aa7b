"""One person's badge, drawn and printed at once: forgotten at home, just registered, renewed after a loss, or by itself
in the background when somebody comes in."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.sheets import SHEETS, SINGLE
from checkin_desktop.gui.design.dialogs import Question, ask
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.preferences import BadgeMoment
from checkin_desktop.gui.print_flow import PrintFlow
from checkin_desktop.services.badge_drawing import BadgePaper, BadgePress, one_badge
from checkin_desktop.services.badges import record_badges_printed
from checkin_desktop.services.find_attendee import card
from checkin_desktop.services.ports.printing import JobFate, JobState
from checkin_desktop.services.views import AttendeeCard, CheckInResult, PrintLine
from checkin_desktop.words import LANGUAGES
from checkin_desktop.words.dates import clock_time, short_date

_EVERY_MS = 3_000


def badge_press(context: Context) -> BadgePress:
    tools = context.tools
    title = context.say("badges-title")
    return BadgePress(tools.press, tools.fill_badge, tools.join_pdfs, context.language.words, title)


def badge_paper(context: Context, start: int = 0) -> BadgePaper:
    """As chosen on this computer."""
    known = context.preferences()
    sheet = next((s for s in SHEETS if s.id == known.badge_sheet), SHEETS[0])
    languages = LANGUAGES if known.badge_bilingual else ()
    turned = known.badge_turned and sheet is SINGLE
    return BadgePaper(known.badge_design, sheet, start, turned, tuple(languages))


def print_text(line: PrintLine, language: Language) -> str:
    """When, where, by whom and on which printer."""
    return language.say(
        "badges-print-line",
        day=short_date(line.at.date(), language.words.language),
        time=clock_time(line.at),
        station=line.station,
        operator=line.operator or "none",
        printer=line.printer or "none",
    )


def ask_again(
    context: Context,
    window: QWidget,
    shown: AttendeeCard,
    confirmed: Callable[[], object],
) -> Question:
    """Printed already: how often, and when and where last. Prints of a code before a loss do not count."""
    say, name = context.say, shown.attendee.name
    prints = [line for line in shown.prints if line.code_id == shown.attendee.code_id]
    last = print_text(prints[-1], context.language) if prints else ""
    return ask(
        window,
        say("badges-again-title", name=name),
        say("badges-again-text", count=len(prints), last=last),
        say("badges-again-yes"),
        say("badges-again-no"),
        confirmed,
    )


class BadgePrinting(QObject):
    """`drawn` brings (attendee id, PDF), before it goes to the printer."""

    drawn = Signal(str, bytes)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.question: Question | None = None
        self.flow = PrintFlow(context, window, badges=True)
        self.flow.state_changed.connect(lambda text: context.notify(text) if text else None)

    def print_badge(self, attendee_id: str) -> None:
        """The same code as before; asks first if it was printed already, and says in words what happens to it."""
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: card(desk, attendee_id), self._asked)

    def _asked(self, shown: AttendeeCard | None) -> None:
        if shown is None:
            self._context.notify(self._context.say("desk-badge-none"))
        elif shown.attendee.badge_prints and shown.prints:
            attendee = shown.attendee
            self.question = ask_again(self._context, self._window, shown, lambda: self._draw(attendee.id))
        else:
            self._draw(shown.attendee.id)

    def _draw(self, attendee_id: str) -> None:
        desk, press, paper = self._context.desk, badge_press(self._context), badge_paper(self._context)
        self._context.lanes.work.run(
            lambda: one_badge(desk, press, attendee_id, paper), lambda pdf: self._print(attendee_id, pdf)
        )

    def _print(self, attendee_id: str, pdf: bytes) -> None:
        say = self._context.say
        if not pdf:
            self._context.notify(say("desk-badge-none"))
            return
        self.drawn.emit(attendee_id, pdf)
        self.flow.print_pdf(
            pdf, say("people-badge-file"), lambda printer: self._printed(attendee_id, printer)
        )

    def _printed(self, attendee_id: str, printer: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: record_badges_printed(desk, [attendee_id], operator, printer),
            lambda _: self._context.session.changed.emit(),
        )


class BackgroundBadges(QObject):
    """Prints by itself, asks nothing and stops nobody: what goes wrong is said in a line, the check-in stands."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._under_way: set[str] = set()
        self._jobs: dict[str, tuple[str, str]] = {}
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def registered(self, attendee_id: str) -> None:
        if self._context.preferences().badge_moment == BadgeMoment.REGISTERED:
            self.print(attendee_id)

    def decided(self, result: CheckInResult) -> None:
        """Somebody comes in, for the first time if there is no badge yet."""
        first = result.outcome is Outcome.ADMITTED and not result.repeated and result.attendee is not None
        if first and self._context.preferences().badge_moment == BadgeMoment.FIRST_ENTRY and result.attendee:
            self.print(result.attendee.id)

    def print(self, attendee_id: str) -> None:
        """Not who has one: printed already, or a blank one given to them."""
        if attendee_id in self._under_way:
            return
        self._under_way.add(attendee_id)
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: card(desk, attendee_id), self._begin)

    def _begin(self, shown: AttendeeCard | None) -> None:
        if shown is None:
            return
        attendee_id, name = shown.attendee.id, shown.attendee.name
        known = self._context.preferences()
        chosen = known.badge_printer or known.printer
        if shown.attendee.badge_prints or shown.blank_badge:
            self._under_way.discard(attendee_id)
            return
        if not chosen:
            self._under_way.discard(attendee_id)
            self._context.notify(self._context.say("badges-background-no-printer", name=name))
            return
        desk, tools, operator = self._context.desk, self._context.tools, self._context.operator_id
        press, paper = badge_press(self._context), badge_paper(self._context)
        title = self._context.say("people-badge-file")

        def work() -> str:
            pdf = one_badge(desk, press, attendee_id, paper)
            return tools.printer().submit(pdf, chosen, title) if pdf else ""

        def done(job: str) -> None:
            if not job:
                self._under_way.discard(attendee_id)
                return
            self._jobs[job] = (name, chosen)
            self._timer.start()
            self._context.lanes.writer.run(
                lambda: record_badges_printed(desk, [attendee_id], operator, chosen), noted, failed
            )

        def noted(_: None) -> None:
            self._under_way.discard(attendee_id)
            self._context.session.changed.emit()

        def failed(error: PersonFacingError) -> None:
            self._under_way.discard(attendee_id)
            reason = self._context.say(error.sentence, **error.arguments)
            self._context.notify(self._context.say("badges-background-failed", name=name, reason=reason))

        self._context.lanes.work.run(work, done, failed)

    def _look(self) -> None:
        tools, jobs = self._context.tools, tuple(self._jobs)

        def fates() -> dict[str, JobFate]:
            printer = tools.printer()
            return {job: printer.fate(job) for job in jobs}

        self._context.lanes.work.run(fates, self._tell, lambda _: self._jobs.clear())

    def _tell(self, fates: dict[str, JobFate]) -> None:
        say = self._context.say
        for job, fate in fates.items():
            name, printer = self._jobs[job]
            if fate.state is JobState.FAILED:
                reason = say("printing-state-failed") + "."
                self._context.notify(say("badges-background-failed", name=name, reason=reason))
            elif fate.troubles and job not in self._told:
                self._told.add(job)
                trouble = say(f"printing-trouble-{fate.troubles[0].value}")
                self._context.notify(
                    say("badges-background-trouble", name=name, printer=printer, trouble=trouble)
                )
            if fate.final:
                del self._jobs[job]
        if self._jobs:
            self._timer.start()
