"""The event in numbers, who came at the checkpoint chosen, and the organisations."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.figures import Bar, Bars, Figure
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.organisations import OrganisationsCard
from checkin_desktop.gui.pages.event.presenter import EventPresenter, EventState
from checkin_desktop.gui.pages.event.readiness_card import ReadinessCard
from checkin_desktop.services.freshness_words import silences_text
from checkin_desktop.services.readiness import Step

_PAIRS = (("expected", "came"), ("organisations", "regions"))


class ArrivalsCard(Bars):
    """Who came at one checkpoint, by category."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._say = context.say
        self.where.show()

    def show_counts(self, state: EventState) -> None:
        say, counts = self._say, state.counts
        self.heading.setText(say("event-arrivals"))
        self.empty.setText(say("event-arrivals-none"))
        self.where.setText(counts.checkpoint.name if counts else "")
        ordered = sorted(counts.by_category, key=lambda pair: (-pair[1], pair[0])) if counts else []
        self.show_bars(
            [
                Bar(say(f"category-{category.value}"), count, counts.admitted if counts else 0, str(count))
                for category, count in ordered
            ]
        )


def notices(context: Context, state: EventState) -> list[str]:
    """What the organiser should know of and act on, a sentence each."""
    said = [
        context.say(
            "event-over-capacity",
            where=o.checkpoint.name,
            inside=o.inside,
            capacity=o.checkpoint.capacity or 0,
        )
        for o in state.over
    ]
    if not state.timezone_known:
        said.append(context.say("event-timezone-unknown", timezone=state.info.settings.timezone))
    return said


class OverviewTab(QWidget):
    def __init__(self, context: Context, presenter: EventPresenter, wanted: Callable[[Step], None]) -> None:
        super().__init__()
        self._context = context
        self._state: EventState | None = None
        self.figures = {name: Figure() for pair in _PAIRS for name in pair}
        self.fresh = label("small", wrap=True)
        self.arrivals, self.readiness = ArrivalsCard(context), ReadinessCard(context, wanted)
        self.readiness.hide()
        self.notice, self.told = QFrame(), label("", wrap=True)
        self.notice.setObjectName("banner")
        inside = QVBoxLayout(self.notice)
        inside.setContentsMargins(PAD, GAP, PAD, GAP)
        inside.addWidget(self.told)
        self.notice.hide()
        self.organisations = OrganisationsCard(context, presenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PAD, 0, 0)
        column.setSpacing(GAP + 4)
        pairs = [Columns([self.figures[name] for name in pair], letters=16) for pair in _PAIRS]
        column.addWidget(self.notice)
        column.addWidget(self.fresh)
        column.addWidget(Columns(pairs, letters=32))
        beside = QWidget()
        stacked = QVBoxLayout(beside)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(GAP + 4)
        stacked.addWidget(self.readiness)
        stacked.addWidget(self.arrivals, 1)
        column.addWidget(Columns([self.organisations, beside], letters=36, stretches=[5, 2]), 1)

    def retranslate(self) -> None:
        self.organisations.retranslate()
        if self._state is not None:
            self.show_state(self._state)

    def show_state(self, state: EventState) -> None:
        self._state = state
        say, info = self._context.say, state.info
        covered = state.coverage
        of = {
            "expected": str(info.attendees),
            "came": str(info.admitted),
            "organisations": say("event-of", some=covered.organisations_present, all=covered.organisations),
            "regions": say("event-of", some=covered.regions_present, all=len(covered.regions)),
        }
        for name, figure in self.figures.items():
            figure.value.setText(of[name])
            figure.caption.setText(say(f"event-figure-{name}"))
        told = notices(self._context, state)
        self.told.setText("\n".join(told))
        self.notice.setVisible(bool(told))
        silent = silences_text(self._context.language.words, state.freshness) if state.freshness else ""
        self.fresh.setText(say("event-fresh", desks=silent) if silent else "")
        self.fresh.setVisible(bool(silent))
        self.arrivals.show_counts(state)
        self.readiness.setVisible(not info.admitted and len(state.done) < len(Step))
        self.readiness.show_done(state.done)
        self.organisations.show_lines(state.organisations)
