"""The page "Reuniones": the station that starts meetings, the programme, and one meeting's detail."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.meetings import MeetingState
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.rows import choose
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.meetings.acting import Acts
from checkin_desktop.gui.pages.meetings.detail import MeetingDetail
from checkin_desktop.gui.pages.meetings.dialogs import MeetingsImportDialog
from checkin_desktop.gui.pages.meetings.presenter import MeetingsPresenter, Programme
from checkin_desktop.gui.pages.meetings.programme import ProgrammeGrid, ProgrammeList
from checkin_desktop.gui.pages.meetings.station import Station
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus
from checkin_desktop.services.import_meetings import MeetingsImported
from checkin_desktop.services.meeting_station import Seen
from checkin_desktop.services.meetings import MeetingLine
from checkin_desktop.services.ports.schedules import ScheduleReading
from checkin_desktop.words.dates import long_date

_SHEETS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"

_LINES_FOR_ALL = 26
"""Lower than this many lines, the station and the tables' picture don't fit on a page."""
_NEEDS = {
    "meetings-import": Action.SETTLE,
    "meetings-actas-shown": Action.REGISTER,
    "meetings-excel": Action.SEE_REPORTS,
}
"""What the menu's other verbs need; the agenda hangs on the wall."""


class MeetingsPage(Page):
    """Every scan while it is shown is somebody at the meetings' station."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = MeetingsPresenter(context)
        self.flow = PrintFlow(context, self)
        self.status = PrintStatus(context, self.flow)
        self._found: Programme | None = None
        self._wanted = ""
        self._days: tuple[date, ...] = ()
        self.now, self.new = button("primary", self._now), button("", self._new)
        self.papers = button("menu", lambda: None)
        self.counts = label("soft")
        self.head = PageHead(self.papers, self.new, self.now, figure=self.counts)
        self.menu = QMenu(self.papers)
        self.papers.setMenu(self.menu)
        self.banner, self.wrong = QFrame(), label(wrap=True)
        self.hide_banner = button("quiet", self.banner.hide)
        self.station, self.detail = Station(context), MeetingDetail(context)
        self.search, self.day, self.state = QLineEdit(), CalmCombo(), CalmCombo()
        self.search.setClearButtonEnabled(True)
        self.list, self.grid, self.tabs = ProgrammeList(context), ProgrammeGrid(context), QTabWidget()
        self.nothing = label("soft", wrap=True)
        self.acts = Acts(self, context, self.presenter, self.flow, self._fail)
        self._lay_out()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        self.presenter.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _turned(self) -> None:
        """The tables' picture begins at the top of what is in sight, where there is more than fits."""
        self._make_room()
        if self.tabs.currentWidget() is self.grid:
            QTimer.singleShot(0, self, self._show_grid)

    def _show_grid(self) -> None:
        bar = self.area.verticalScrollBar()
        in_sight = self.tabs.mapTo(self.area.viewport(), self.tabs.rect().topLeft()).y()
        bar.setValue(bar.value() + in_sight)

    def _make_room(self) -> None:
        """Where letters are large the tables' picture has the page to itself; scans are still taken."""
        low = self.height() < self.fontMetrics().height() * _LINES_FOR_ALL
        alone = low and self.tabs.currentWidget() is self.grid
        self.station.setVisible(not alone)

    def take_scan(self, code: str) -> bool:
        self.presenter.scan(code)
        return True

    def retranslate(self) -> None:
        say, theme = self.context.say, self.context.theme()
        self.head.name(say("nav-meetings"), say("head-meetings"))
        self.now.setText(say("meetings-now"))
        put_icon(self.now, "play", theme.on_accent)
        self.new.setText(say("meetings-new"))
        put_icon(self.new, "plus", theme.text)
        self.papers.setText(say("meetings-papers"))
        put_icon(self.papers, "printer", theme.text)
        self.menu.clear()
        for sentence, act in (
            ("meetings-import", self._import),
            ("meetings-agenda-whole", lambda: self._agenda(False)),
            ("meetings-agenda-parties", lambda: self._agenda(True)),
            ("meetings-actas-shown", self._actas),
            ("meetings-excel", self._excel),
        ):
            action = self.menu.addAction(say(sentence), act)
            action.setEnabled(self.context.may(_NEEDS.get(sentence, Action.SCAN)))
            if act == self._import:
                self.menu.addSeparator()
        self.hide_banner.setText(say("meetings-close"))
        self.search.setPlaceholderText(say("meetings-search"))
        self.search.setAccessibleName(say("meetings-search"))
        self.day.setAccessibleName(say("meetings-day"))
        self.state.setAccessibleName(say("meetings-state"))
        states = [say("meetings-every-state"), *(say(f"meeting-state-{s.value}") for s in MeetingState)]
        _refill(self.state, states)
        self._fill_days()
        self.tabs.setTabText(0, say("meetings-tab-list"))
        self.tabs.setTabText(1, say("meetings-tab-grid"))
        for part in (self.station, self.detail, self.list, self.grid, self.flow, self.status):
            part.retranslate()
        self._filter()

    def ask_file(self) -> str:
        """Which spreadsheet; empty if a person thought better of it."""
        patterns = f"{self.context.say('meetings-spreadsheets')} ({_SHEETS})"
        title = self.context.say("meetings-import")
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), patterns)[0]

    def ask_save(self, proposed: str) -> str:
        title = self.context.say("meetings-excel")
        return QFileDialog.getSaveFileName(self, title, proposed, "Excel (*.xlsx)")[0]

    def _lay_out(self) -> None:
        self.banner.setObjectName("banner")
        warned = QHBoxLayout(self.banner)
        warned.setContentsMargins(PAD, GAP, GAP, GAP)
        warned.addWidget(self.wrong, 1)
        warned.addWidget(self.hide_banner)
        self.banner.hide()
        self.tabs.addTab(self.list, "")
        self.tabs.addTab(self.grid, "")
        self.tabs.currentChanged.connect(lambda _: self._turned())
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        shown = Columns([self.day, self.state], letters=20)
        column.addWidget(Columns([self.search, shown], letters=34, stretches=[3, 4]))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.nothing)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP + 4)
        whole.addWidget(self.station)
        whole.addWidget(Columns([left, self.detail], letters=44, stretches=[3, 2]), 1)
        area = self.area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(self.head)
        self.body.addWidget(self.banner)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.status)

    def _connect(self) -> None:
        p = self.presenter
        p.loaded.connect(self._show)
        p.seen.connect(self._seen)
        p.failed.connect(self._fail)
        p.planned.connect(self._planned)
        self.station.typed.connect(p.scan)
        self.station.ad_hoc.connect(p.start_pair)
        self.context.camera.seen.connect(self._camera_saw)
        self.search.textChanged.connect(lambda _: self._filter())
        for combo in (self.day, self.state):
            combo.currentIndexChanged.connect(lambda _: self._filter())
        self.list.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.grid.chosen.connect(self._choose)
        self.detail.wanted.connect(self._act)

    def _show(self, found: Programme) -> None:
        self._found = found
        if self.presenter.begun:
            self._wanted, self.presenter.begun = self.presenter.begun, ""
        if found.days != self._days:
            self._days = found.days
            self._fill_days()
        self._filter()

    def _filter(self) -> None:
        found, say = self._found, self.context.say
        lines = found.lines if found else ()
        words, at_day, at_state = (
            plain(self.search.text()).split(),
            self.day.currentIndex(),
            self.state.currentIndex(),
        )
        day = self._days[at_day - 1] if 0 < at_day <= len(self._days) else None
        state = tuple(MeetingState)[at_state - 1] if at_state > 0 else None
        shown = [
            one
            for one in lines
            if day in (None, one.meeting.place.day) and state in (None, one.meeting.state)
        ]
        shown = [one for one in shown if all(word in _text(one) for word in words)]
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.list.lines.show(shown)
        choose(self.list, self.list.lines, [self._wanted])
        selection.blockSignals(False)
        self.grid.show_lines(shown)
        self.nothing.setVisible(found is not None and not shown)
        self.nothing.setText(say("meetings-none-so" if lines else "meetings-none"))
        held = sum(one.meeting.state in (MeetingState.HELD, MeetingState.UNDER_WAY) for one in lines)
        live = sum(one.meeting.state is not MeetingState.CANCELLED for one in lines)
        self.counts.setText(say("meetings-counts", held=held, planned=live) if lines else "")
        self.now.setVisible(self.context.may(Action.REGISTER))
        self.new.setVisible(self.context.may(Action.SETTLE))
        self.detail.show_line(self._line(self._wanted), self.presenter.swapped)

    def _line(self, meeting_id: str) -> MeetingLine | None:
        lines = self._found.lines if self._found else ()
        return next((one for one in lines if one.id == meeting_id), None)

    def _fill_days(self) -> None:
        language = self.context.language.words.language
        _refill(
            self.day, [self.context.say("meetings-every-day"), *(long_date(d, language) for d in self._days)]
        )

    def _row_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._choose(self.list.lines.key_at(current.row()))

    def _choose(self, meeting_id: str) -> None:
        self._wanted = meeting_id
        self.detail.show_line(self._line(meeting_id), self.presenter.swapped)

    def _seen(self, seen: Seen) -> None:
        self.banner.hide()
        self.station.show()
        self.station.show_seen(seen, self.presenter.pair)
        if seen.line is not None:
            self._wanted = seen.line.id

    def _camera_saw(self, code: str) -> None:
        if self.isVisible():
            self.presenter.scan(code)

    def _fail(self, text: str) -> None:
        self.wrong.setText(text)
        self.banner.show()

    def _act(self, verb: str) -> None:
        if self.detail.shown is not None and self._found is not None:
            self.banner.hide()
            self.acts.act(verb, self.detail.shown, self._found)

    def _now(self) -> None:
        if self._found is not None:
            self.acts.on_the_spot(self._found)

    def _new(self) -> None:
        if self._found is not None:
            self.acts.plan(self._found, None)

    def _actas(self) -> None:
        name = self.context.say("meetings-actas-file") + ".pdf"
        shown = tuple(one for one in self.list.lines.rows if one.meeting.state is not MeetingState.CANCELLED)
        if shown:
            self.presenter.draw_actas(shown, lambda pdf: self.flow.save(pdf, name))

    def _agenda(self, by_party: bool) -> None:
        sentence = "meetings-agenda-parties-file" if by_party else "meetings-agenda-file"
        name = self.context.say(sentence) + ".pdf"
        self.presenter.draw_agenda(by_party, lambda pdf: self.flow.save(pdf, name))

    def _excel(self) -> None:
        chosen = self.ask_save(str(Path.home() / f"{self.context.say('meetings-agenda-file')}.xlsx"))
        if chosen:
            path = Path(chosen)
            self.presenter.export(path if path.suffix else path.with_suffix(".xlsx"))

    def _import(self) -> None:
        self.banner.hide()
        chosen = self.ask_file()
        if chosen:
            self.presenter.read_file(Path(chosen))

    def _planned(self, reading: ScheduleReading, plan: MeetingsImported) -> None:
        say = self.context.say
        counted = say("meetings-import-done", new=plan.new, updated=plan.updated, unchanged=plan.unchanged)
        told = [
            (p.row, say("meetings-import-refused", row=p.row, problem=say(p.sentence, value=p.value)))
            for p in reading.problems
        ]
        told += [
            (w.row, say("meetings-import-warned", row=w.row, problem=say(w.sentence, **dict(w.arguments))))
            for w in plan.warnings
        ]
        wanted = (lambda: self.presenter.import_read(reading)) if plan.new or plan.updated else None
        MeetingsImportDialog(self, self.context, counted, [text for _, text in sorted(told)], wanted).open()


def _text(line: MeetingLine) -> str:
    people = " ".join(a.name for a in (*line.people_a, *line.people_b))
    return plain(f"{line.a} {line.b} {line.meeting.place.table} {line.meeting.topic} {people}")


def _refill(combo: CalmCombo, texts: list[str]) -> None:
    at = max(0, combo.currentIndex())
    combo.blockSignals(True)
    combo.clear()
    combo.addItems(texts)
    combo.setMinimumContentsLength(max(map(len, texts), default=0))
    combo.setCurrentIndex(min(at, len(texts) - 1))
    combo.blockSignals(False)
