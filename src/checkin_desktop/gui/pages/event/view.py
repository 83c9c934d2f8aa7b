"""The organiser's page."""

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import label
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.event.details import DetailsTab
from checkin_desktop.gui.pages.event.erasing import ErasingCard
from checkin_desktop.gui.pages.event.organisations import Shown
from checkin_desktop.gui.pages.event.overview import OverviewTab
from checkin_desktop.gui.pages.event.presenter import EventPresenter, EventState
from checkin_desktop.gui.pages.event.programme import ProgrammeTab
from checkin_desktop.gui.pages.event.programme_import import ProgrammeImportDialog
from checkin_desktop.gui.pages.event.reports import FORMATS, ReportsTab
from checkin_desktop.gui.pages.event.rules_presenter import RulesPresenter
from checkin_desktop.gui.pages.event.rules_tab import RulesTab
from checkin_desktop.services.import_programme import ProgrammePlan
from checkin_desktop.services.ports.programme import ProgrammeReading
from checkin_desktop.services.readiness import Step

_TABS = ("overview", "details", "programme", "rules", "reports")
_SPREADSHEETS = "(*.xlsx *.xls *.ods *.csv *.tsv *.txt)"
_PICTURES = "(*.svg *.pdf *.png *.jpg *.jpeg *.webp *.gif *.bmp)"


class EventPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = EventPresenter(context)
        self.overview = OverviewTab(context, self.presenter, self._prepare)
        self.details = DetailsTab(context, self.presenter, self._add_logo)
        self.programme = ProgrammeTab(context, self.presenter, self._import_programme)
        self.ruling = RulesPresenter(context)
        self.rules = RulesTab(context, self.ruling)
        self.erasing = ErasingCard(context, self.presenter.erase)
        self.reports = ReportsTab(context, self._export, self.erasing)
        self.wrong, self.banner = label("", wrap=True), QFrame()
        self.banner.setObjectName("banner")
        told = QVBoxLayout(self.banner)
        told.setContentsMargins(PAD, GAP, PAD, GAP)
        told.addWidget(self.wrong)
        self.banner.hide()
        self.head, self.tabs = PageHead(), QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        for tab in (
            _scrolled(self.overview),
            self.details,
            _scrolled(self.programme),
            _scrolled(self.rules),
            _scrolled(self.reports),
        ):
            self.tabs.addTab(tab, "")
        self.body.addWidget(self.head)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self.banner.hide)
        self.presenter.loaded.connect(self._show)
        self.presenter.programme_read.connect(self._show_programme)
        self.presenter.saved.connect(self.details.mark_saved)
        self.presenter.failed.connect(self._fail)
        self.ruling.failed.connect(self._fail)
        self.presenter.exporting.connect(self.reports.set_working)
        self.presenter.erasing.connect(self.erasing.set_working)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.name(self.context.say("nav-event"), self.context.say("head-event"))
        for place, tab in enumerate(_TABS):
            self.tabs.setTabText(place, self.context.say(f"event-tab-{tab}"))
        for part in (self.overview, self.details, self.programme, self.rules, self.reports, self.erasing):
            part.retranslate()

    def refresh(self) -> None:
        self.presenter.load()

    def ask_save(self, proposed: str, suffix: str) -> str:
        """Where a report is to lie; empty if a person thought better of it."""
        title = self.context.say("event-tab-reports")
        return QFileDialog.getSaveFileName(self, title, proposed, f"{FORMATS[suffix]} (*.{suffix})")[0]

    def ask_picture(self) -> str:
        title = self.context.say("event-logo-add")
        patterns = f"{self.context.say('event-pictures')} {_PICTURES}"
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), patterns)[0]

    def ask_spreadsheet(self) -> str:
        title = self.context.say("event-programme-import")
        patterns = f"{self.context.say('programme-spreadsheets')} {_SPREADSHEETS}"
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), patterns)[0]

    def _prepare(self, step: Step) -> None:
        """To where a step before the event is done."""
        match step:
            case Step.LIST:
                self.context.session.page_wanted.emit("import")
            case Step.REGIONS:
                self.overview.organisations.show_only(Shown.NO_REGION)
            case Step.PROGRAMME:
                self.tabs.setCurrentIndex(_TABS.index("programme"))
            case Step.CERTIFICATE:
                self.tabs.setCurrentIndex(_TABS.index("details"))
                self.details.issuers.setFocus()
            case Step.TEAM:
                self.context.session.page_wanted.emit("operators")
            case Step.BADGES:
                self.context.session.page_wanted.emit("badges")
            case Step.DESKS:
                self.context.session.page_wanted.emit("exchange")
            case _:
                assert_never(step)

    def _import_programme(self) -> None:
        self.banner.hide()
        chosen = self.ask_spreadsheet()
        if chosen:
            self.presenter.read_programme(Path(chosen))

    def _show_programme(self, reading: ProgrammeReading, plan: ProgrammePlan) -> None:
        def confirmed() -> None:
            self.presenter.import_programme(reading)

        ProgrammeImportDialog(self, self.context, reading, plan, confirmed).open()

    def _show(self, state: EventState) -> None:
        for part in (self.overview, self.details, self.programme, self.rules, self.erasing):
            part.show_state(state)

    def _fail(self, text: str) -> None:
        self.wrong.setText(text)
        self.banner.show()

    def _add_logo(self) -> None:
        self.banner.hide()
        chosen = self.ask_picture()
        if chosen:
            self.presenter.add_logo(Path(chosen))

    def _export(self, kind: str, suffix: str) -> None:
        name = self.context.say(f"event-report-{kind}-file")
        chosen = self.ask_save(str(Path.home() / f"{name}.{suffix}"), suffix)
        if chosen:
            path = Path(chosen)
            self.presenter.export(kind, path if path.suffix else path.with_suffix(f".{suffix}"))


def _scrolled(tab: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(tab)
    return area
