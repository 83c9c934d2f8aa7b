"""An open event: the sidebar, the top bar and the pages, and what goes from one page to another."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin_desktop.domain.keyboards import Mistyped
from checkin_desktop.domain.operators import Operator, least_role
from checkin_desktop.gui.design.tokens import Theme
from checkin_desktop.gui.gate import Gate, Guard
from checkin_desktop.gui.kiosk import Kiosk
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.conflicts import ConflictsPage
from checkin_desktop.gui.pages.delegations import DelegationsPage
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.event import EventPage
from checkin_desktop.gui.pages.help import HelpPage
from checkin_desktop.gui.pages.importing import ImportPage
from checkin_desktop.gui.pages.operators.dialogs import KioskPin, ask_new_pin
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.gui.shell.checkpoint_choice import CheckpointChoice
from checkin_desktop.gui.shell.navigation import PLACES
from checkin_desktop.gui.shell.outside import Outside
from checkin_desktop.gui.shell.pages import Pages
from checkin_desktop.gui.shell.sidebar import Sidebar
from checkin_desktop.gui.shell.topbar import TopBar
from checkin_desktop.gui.shell.wedge_filter import WedgeFilter
from checkin_desktop.gui.tools import Wedge
from checkin_desktop.services.desk import event_info, stations
from checkin_desktop.services.kiosk_pin import kiosk_verifier
from checkin_desktop.services.typed_scan import TypedScan, is_whole, understand
from checkin_desktop.services.views import EventInfo, StationLine
from checkin_desktop.words.verdicts import Tone

_NOBODY_LEAVES_MS = 40_000


class EventView(QWidget):
    """`context.session` carries what pages ask of each other."""

    def __init__(self, context: Context, path: Path, zone: ZoneInfo) -> None:
        super().__init__()
        self.context, self.path = context, path
        self.stack = QStackedWidget()
        self.stack.setObjectName("content")
        self.pages = Pages(context, self.stack)
        self._explained: set[Mistyped] = set()
        self._began = False
        self.sidebar = Sidebar(context.language, self.go, self._organisation_folded)
        self.sidebar.open(context.preferences().organisation_open)
        self.choice = CheckpointChoice(context, zone, self)
        self.outside = Outside(context, zone)
        self.topbar = TopBar(
            context.language, zone, self.choice.choose, self._switch_language, self.outside.row
        )
        self.topbar.operator_menu(
            ("shell-operator-switch", "F12", self.switch_operator),
            ("shell-operator-lock", "Ctrl+L", lambda: self.guard.lock()),
            ("shell-operator-pin", "", self._change_pin),
        )
        self.guard = Guard(context)
        self.gate = Gate(context, self._signed_in, self._back_to_work)
        self.kiosk = Kiosk(context, self._leave_kiosk)
        self._lay_out()
        QApplication.instance().installEventFilter(self.guard)  # type: ignore[union-attr]
        self._wedge = WedgeFilter(self._new_wedge(), self.scanned, stuck=self._key_stuck)
        QApplication.instance().installEventFilter(self._wedge)  # type: ignore[union-attr]
        self._connect()

    @property
    def current(self) -> Page:
        return self.pages[self._current]

    def start(self) -> None:
        """Shows the desk, ready to scan."""
        self.retranslate()
        self._current = DeskPage.name
        self.sidebar.mark(self._current)
        self.stack.setCurrentWidget(self.current)
        self.current.refresh()
        self.choice.load()
        self._count()
        self.guard.look()
        self.outside.start()
        if self.context.preferences().kiosk == str(self.path):
            self._run_kiosk("", self.context.preferences().kiosk_pin)

    def go(self, name: str) -> None:
        needs = PLACES[name].needs
        if needs is not None and not self.context.may(needs):
            self.context.notify(self.context.say(f"operators-needs-{least_role(needs).value}"))
            return
        if name != self._current:
            self.current.leave()
            self._current = name
            self.stack.setCurrentWidget(self.current)
        self.sidebar.mark(name)
        self.current.refresh()

    def scanned(self, typed: str) -> None:
        """From a USB scanner, which may have typed something else than it read."""
        if self.frames.currentWidget() is self.gate:
            self._refuse_scan()
        elif self.in_kiosk:
            self.kiosk.scanned(typed)
        elif is_whole(typed):
            self._take(typed)
        else:
            desk = self.context.desk
            self.context.lanes.reader.run(lambda: understand(desk, typed), self._understood)

    def import_file(self, path: Path) -> None:
        self.go(ImportPage.name)
        page = self.pages[ImportPage.name]
        assert isinstance(page, ImportPage)
        page.open_file(path)

    def close_down(self) -> None:
        """Before the event file is closed: no camera, no scanner."""
        QApplication.instance().removeEventFilter(self._wedge)  # type: ignore[union-attr]
        QApplication.instance().removeEventFilter(self.guard)  # type: ignore[union-attr]
        self.guard.stop()
        self.outside.stop()
        for page in self.pages.built:
            page.leave()
        self.context.camera.stop()

    def retranslate(self) -> None:
        self.sidebar.retranslate()
        self.topbar.retranslate()
        self.outside.retranslate()
        self.gate.retranslate()
        for page in self.pages.built:
            page.retranslate()

    def dress(self, theme: Theme, percent: int) -> None:
        self.sidebar.dress(theme, percent)
        self.topbar.dress(percent)

    def preferences_changed(self) -> None:
        """The scanner's prefix and suffix, the camera's settings."""
        self._wedge.use(self._new_wedge())
        self.guard.touched()
        self.context.camera.preferences_changed()

    def _new_wedge(self) -> Wedge:
        chosen = self.context.preferences()
        return self.context.tools.wedge(chosen.scanner_prefix, chosen.scanner_suffix)

    def _understood(self, scan: TypedScan) -> None:
        if scan.mistyped is not None and scan.mistyped not in self._explained:
            self._explained.add(scan.mistyped)
            self.context.notify(self.context.say(f"shell-scanner-{scan.mistyped.value}"))
        for code in scan.codes:
            self._take(code)

    def _key_stuck(self, key: str) -> None:
        self.context.notify(self.context.say("shell-key-stuck", key=key))

    def _take(self, code: str) -> None:
        """The page shown may want it, else it is somebody at the door."""
        if not self.current.take_scan(code):
            self.go(DeskPage.name)
            self._desk.take_scan(code)

    @property
    def _desk(self) -> DeskPage:
        page = self.pages[DeskPage.name]
        assert isinstance(page, DeskPage)
        return page

    def _lay_out(self) -> None:
        self._current = DeskPage.name
        self.frames, self.work = QStackedWidget(), QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.frames)
        self.frames.addWidget(self.work)
        self.frames.addWidget(self.gate)
        self.frames.addWidget(self.kiosk)
        outer = QHBoxLayout(self.work)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.sidebar)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.topbar)
        right.addWidget(self.outside.banner)
        right.addWidget(self.stack, 1)
        outer.addLayout(right, 1)

    def _connect(self) -> None:
        session = self.context.session
        session.checkpoint_changed.connect(self._checkpoint_changed)
        session.changed.connect(self._changed)
        session.certificate_wanted.connect(self._certificate)
        session.walk_in_wanted.connect(self._walk_in)
        session.admission_wanted.connect(self._admit)
        session.correction_wanted.connect(self._correct)
        session.substitute_wanted.connect(self._substitute)
        session.delegation_wanted.connect(self._delegation)
        session.page_wanted.connect(self.go)
        session.checkpoint_wanted.connect(self.choice.choose)
        session.kiosk_wanted.connect(self.start_kiosk)
        self.guard.changed.connect(self._operator_changed)
        for keys, act in (
            ("F1", partial(self.go, HelpPage.name)),
            ("Ctrl+K", partial(self.go, DeskPage.name)),
            ("F12", self.switch_operator),
            ("Ctrl+L", self.guard.lock),
        ):
            QShortcut(QKeySequence(keys), self.work, act).setContext(Qt.ShortcutContext.WindowShortcut)

    def switch_operator(self) -> None:
        """Another one takes over; who is signed in stays until the PIN fits."""
        if self.context.session.any_operators:
            self.current.leave()
            self.gate.ask(self.guard.team, locked=False)
            self.frames.setCurrentWidget(self.gate)

    def _change_pin(self) -> None:
        operator = self.context.session.operator
        if operator is not None:
            ask_new_pin(self.context, self, operator)

    def _operator_changed(self) -> None:
        """Locked, or at work as somebody: pages that they may not use are not there. The kiosk stays as it is."""
        if self.in_kiosk:
            return
        self.topbar.show_operator(self.context.session.operator)
        self.sidebar.allow([n for n, p in PLACES.items() if p.needs is None or self.context.may(p.needs)])
        if self.guard.locked:
            self.current.leave()
            self.gate.ask(self.guard.team, locked=True)
            self.frames.setCurrentWidget(self.gate)
            return
        needs = PLACES[self._current].needs
        if needs is not None and not self.context.may(needs):
            self.go(DeskPage.name)
        self._back_to_work()

    @property
    def in_kiosk(self) -> bool:
        return self.context.desk.authority.kiosk

    def start_kiosk(self) -> None:
        """For the guests, until somebody gives a PIN: an operator's, or where nobody signs in one chosen now."""
        if self.context.session.any_operators:
            self._run_kiosk("")
        else:
            KioskPin(self.context, self, self._run_kiosk).open()

    def _run_kiosk(self, pin: str, verifier: str = "") -> None:
        """`verifier`: of the PIN chosen before the program was ended without it."""
        self.current.leave()
        self.context.desk.authority.kiosk = True
        self.frames.setCurrentWidget(self.kiosk)
        self.kiosk.begin(self.topbar.event_name.text(), pin, verifier)
        self.window().showFullScreen()
        desk = self.context.desk
        self._remember_kiosk(str(self.path), verifier)
        if pin:
            self.context.lanes.work.run(
                lambda: kiosk_verifier(desk, pin), lambda made: self._remember_kiosk(str(self.path), made)
            )

    def _remember_kiosk(self, path: str, verifier: str) -> None:
        """The program that is killed comes back into the kiosk."""
        chosen = self.context.preferences()
        if path and not self.in_kiosk:
            return
        if (chosen.kiosk, chosen.kiosk_pin) != (path, verifier):
            self.context.change_preferences(replace(chosen, kiosk=path, kiosk_pin=verifier))

    def _leave_kiosk(self) -> None:
        if self.context.session.any_operators:
            self.gate.ask(self.guard.team, locked=False)
            self.frames.setCurrentWidget(self.gate)
            QTimer.singleShot(_NOBODY_LEAVES_MS, self, self._still_kiosk)
        else:
            self._end_kiosk()

    def _still_kiosk(self) -> None:
        """Whoever asked to leave gave no PIN: the next guest is welcomed."""
        if self.in_kiosk:
            self._back_to_work()

    def _end_kiosk(self) -> None:
        self.context.desk.authority.kiosk = False
        self._remember_kiosk("", "")
        self.window().showMaximized()
        self.frames.setCurrentWidget(self.work)
        self.current.refresh()

    def _signed_in(self, operator: Operator) -> None:
        if self.in_kiosk:
            self._end_kiosk()
        self.guard.signed_in(operator)

    def _back_to_work(self) -> None:
        if self.in_kiosk:
            self.frames.setCurrentWidget(self.kiosk)
            self.kiosk.resume()
            return
        self.frames.setCurrentWidget(self.work)
        self.current.refresh()

    def _refuse_scan(self) -> None:
        self.gate.refuse_scan()
        if self.context.preferences().sounds:
            self.context.tools.play(Tone.ATTENTION)

    def _organisation_folded(self, wide: bool) -> None:
        self.context.change_preferences(replace(self.context.preferences(), organisation_open=wide))

    def _checkpoint_changed(self) -> None:
        session = self.context.session
        self.topbar.offer(session.checkpoints, session.checkpoint)
        self._count()
        self.current.refresh()

    def _changed(self) -> None:
        self._count()
        self.outside.pages_told()
        self.choice.load() if self._current == EventPage.name else self.current.refresh()

    def _count(self) -> None:
        desk = self.context.desk
        self.context.lanes.reader.run(lambda: (event_info(desk), stations(desk)), self._counted)

    def _counted(self, found: tuple[EventInfo, tuple[StationLine, ...]]) -> None:
        info, desks = found
        own = next((s.name for s in desks if s.own), "")
        self.context.session.station_names = {s.id: s.name for s in desks}
        self.topbar.tell(info.settings.name, own, info.admitted, info.attendees)
        self.kiosk.event_name.setText(self.topbar.event_name.text())
        self.sidebar.count(ConflictsPage.name, info.conflicts)
        if not info.attendees and not self._began:
            self.sidebar.open(True)
        self._began = True

    def _certificate(self, attendee_id: str) -> None:
        self.go(CertificatesPage.name)
        page = self.pages[CertificatesPage.name]
        assert isinstance(page, CertificatesPage)
        page.show_person(attendee_id)

    def _delegation(self, attendee_id: str) -> None:
        self.go(DelegationsPage.name)
        page = self.pages[DelegationsPage.name]
        assert isinstance(page, DelegationsPage)
        page.show_member(attendee_id)

    def _walk_in(self, typed: str) -> None:
        self.go(PeoplePage.name)
        page = self.pages[PeoplePage.name]
        assert isinstance(page, PeoplePage)
        page.start_walk_in(typed)

    def _correct(self, attendee_id: str) -> None:
        self.go(PeoplePage.name)
        page = self.pages[PeoplePage.name]
        assert isinstance(page, PeoplePage)
        page.start_correction(attendee_id)

    def _substitute(self, attendee_id: str) -> None:
        self.go(PeoplePage.name)
        page = self.pages[PeoplePage.name]
        assert isinstance(page, PeoplePage)
        page.start_substitute(attendee_id)

    def _admit(self, attendee_id: str) -> None:
        self.go(DeskPage.name)
        self._desk.admit(attendee_id)

    def _switch_language(self) -> None:
        self.context.language.switch("en" if self.context.language.words.language == "es" else "es")
