"""The event as it is just now: arrivals, rooms, who is represented, the desks; and a helper for the next rush."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.figures import Bar, Bars, Figure
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.dashboard.chart import ArrivalsChart
from checkin_desktop.gui.pages.dashboard.presenter import DashboardPresenter, Found
from checkin_desktop.gui.pages.dashboard.queue_card import QueueCard
from checkin_desktop.gui.pages.dashboard.sessions_card import SessionsCard
from checkin_desktop.gui.print_flow import PrintFlow
from checkin_desktop.services.arrivals import Quarter
from checkin_desktop.services.dashboard import Dashboard
from checkin_desktop.services.freshness import known_until
from checkin_desktop.services.freshness_words import silences_text
from checkin_desktop.services.ports.figures import Share
from checkin_desktop.words.dates import clock_time

_AGAIN_MS = 20_000
_LISTED = 12
_FIGURES = ("arrived", "inside", "organisations", "regions")


class DashboardPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = DashboardPresenter(context)
        self._found: Found | None = None
        self.about = CalmCombo()
        self.about.setMinimumContentsLength(18)
        self.about.activated.connect(lambda place: self.presenter.choose(str(self.about.itemData(place))))
        self.save, self.report = button("", self._save), button("", self._report)
        self.flow = PrintFlow(context, self)
        self.head = PageHead(self.about, self.save, self.report)
        self.fresh = label("small", wrap=True)
        self.figures = {name: Figure() for name in _FIGURES}
        self.chart = ArrivalsChart(context.theme, self._told)
        self.sessions, self.categories = SessionsCard(context), Bars()
        self.regions, self.organisations = Bars(), Bars(names=10)
        self.desks_frame, inside = card()
        self.desks_heading, self.desks = label("strong"), label("", wrap=True)
        inside.addWidget(self.desks_heading)
        inside.addWidget(self.desks)
        self.queue = QueueCard(context, self.presenter.plan)
        self.shown = QWidget()
        self._lay_out()
        self.presenter.loaded.connect(self._show)
        self.presenter.planned.connect(self.queue.show_plan)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.presenter.load)
        self.retranslate()

    def retranslate(self) -> None:
        say = self.context.say
        self.head.name(say("nav-dashboard"), say("head-dashboard"))
        self.about.setAccessibleName(say("dashboard-about"))
        self.save.setText(say("dashboard-save"))
        put_icon(self.save, "save", self.context.theme().text)
        self.report.setText(say("dashboard-report"))
        put_icon(self.report, "clipboard-list", self.context.theme().text)
        self.chart.heading.setText(say("dashboard-arrivals"))
        for part, name in (
            (self.categories, "categories"),
            (self.regions, "regions"),
            (self.organisations, "organisations"),
        ):
            part.heading.setText(say(f"dashboard-{name}"))
            part.empty.setText(say("dashboard-none"))
        self.sessions.retranslate()
        self.desks_heading.setText(say("dashboard-desks"))
        self.queue.retranslate()
        if self._found is not None:
            self._show(self._found)

    def refresh(self) -> None:
        self._timer.start(_AGAIN_MS)
        self.presenter.load()
        self.queue.ask()

    def leave(self) -> None:
        self._timer.stop()

    def ask_file(self, proposed: str) -> str:
        """Where the picture goes; empty if nowhere."""
        title = self.context.say("dashboard-save")
        return QFileDialog.getSaveFileName(self, title, proposed, "PNG (*.png)")[0]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.shown)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        pairs = [
            Columns([self.figures[a], self.figures[b]], letters=16) for a, b in (_FIGURES[:2], _FIGURES[2:])
        ]
        for part in (
            self.fresh,
            Columns(pairs, letters=32),
            self.chart,
            Columns([self.sessions, self.categories], letters=34, stretches=[3, 2]),
            Columns([self.regions, self.organisations], letters=34, stretches=[2, 3]),
            self.desks_frame,
            self.queue,
        ):
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.shown)
        self.body.addWidget(self.head)
        self.body.addWidget(scroll, 1)

    def _show(self, found: Found) -> None:
        self._found = found
        points, now = found
        self._offer(points)
        say = self.context.say
        present = sum(r.present for r in now.regions)
        of = {
            "arrived": say("event-of", some=now.arrived, all=now.expected),
            "inside": str(now.inside),
            "organisations": say("event-of", some=now.organisations_present, all=len(now.organisations)),
            "regions": say("event-of", some=present, all=len(now.regions)),
        }
        for name, figure in self.figures.items():
            figure.value.setText(of[name])
            figure.caption.setText(say(f"dashboard-figure-{name}"))
        silent = silences_text(self.context.language.words, now.desks)
        self.fresh.setText(say("event-fresh", desks=silent) if silent else "")
        self.fresh.setVisible(bool(silent))
        self.chart.show_quarters(now.quarters, self.context.preferences().scale)
        self._told(None)
        self.sessions.show_fills(now)
        self.categories.show_bars([self._share(s, say(f"category-{s.name}")) for s in now.categories])
        lines = sorted(now.regions, key=lambda r: (-r.people, r.region))
        self.regions.show_bars(
            [
                self._share(Share(r.region, r.people, r.people_present), r.region or say("report-no-region"))
                for r in (*lines, *((now.nowhere,) if now.nowhere else ()))
            ]
        )
        most = sorted(now.organisations, key=lambda s: (-s.arrived, -s.expected, s.name))
        self.organisations.show_bars([self._share(s, s.name) for s in most[:_LISTED]])
        left_out = max(0, len(most) - _LISTED)
        self.organisations.where.setText(say("dashboard-organisations-more", count=left_out))
        self.organisations.where.setVisible(bool(left_out))
        self._show_desks(now)

    def _offer(self, points: tuple[Checkpoint, ...]) -> None:
        wanted = [(self.context.say("dashboard-whole-event"), "")]
        wanted += [(checkpoint_text(c, self.context.language), c.id) for c in points]
        shown = [(self.about.itemText(i), self.about.itemData(i)) for i in range(self.about.count())]
        if wanted != shown:
            self.about.clear()
            for text, key in wanted:
                self.about.addItem(text, key)
            at = self.about.findData(self.presenter.checkpoint_id)
            self.about.setCurrentIndex(max(at, 0))

    def _share(self, share: Share, name: str) -> Bar:
        said = self.context.say("event-of", some=share.arrived, all=share.expected)
        return Bar(name, share.arrived, share.expected, said)

    def _show_desks(self, now: Dashboard) -> None:
        say, lines = self.context.say, []
        for desk in now.desks.others:
            until = known_until(desk)
            when = clock_time(until) if until else ""
            lines.append(
                say("dashboard-desk-known", desk=desk.name, time=when)
                if until
                else say("dashboard-desk-never", desk=desk.name)
            )
        if now.desks.only_here and lines:
            lines.append(say("fresh-only-here", count=now.desks.only_here))
        self.desks.setText("\n".join(lines) or say("dashboard-desks-alone"))

    def _told(self, quarter: Quarter | None) -> None:
        say = self.context.say
        if self._found is None or not self._found[1].quarters:
            self.chart.detail.setText(say("dashboard-none"))
            return
        now = self._found[1]
        if quarter is None:
            quarter = max(now.quarters, key=lambda q: q.arrivals)
            self.chart.detail.setText(
                say("dashboard-peak", count=quarter.arrivals, time=clock_time(quarter.at))
            )
            return
        self.chart.detail.setText(
            say("dashboard-quarter", count=quarter.arrivals, time=clock_time(quarter.at))
        )

    def _report(self) -> None:
        """The organiser's report, with these figures and this chart."""
        name = self.context.say("delegations-summary-file") + ".pdf"
        self.presenter.draw_report(lambda pdf: self.flow.save(pdf, name))

    def _save(self) -> None:
        """All of it, what is scrolled out of sight too."""
        chosen = self.ask_file(str(Path.home() / "panel.png"))
        if not chosen:
            return
        path = Path(chosen)
        data = QBuffer()
        data.open(QIODevice.OpenModeFlag.WriteOnly)
        self.shown.grab().save(data, "PNG")
        self.presenter.save_image(
            path if path.suffix else path.with_suffix(".png"), bytes(data.data().data())
        )
