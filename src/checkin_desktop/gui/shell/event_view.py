"""An open event: the sidebar, the top bar and the pages, and what goes from one page to another."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import least_role
from checkin_desktop.gui.design.tokens import Theme
from checkin_desktop.gui.garbage import spare
from checkin_desktop.gui.gate import Guard
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.person_dialog import scanned_for_picking
from checkin_desktop.gui.shell.checkpoint_choice import CheckpointChoice
from checkin_desktop.gui.shell.front import Front
from checkin_desktop.gui.shell.input_watch import InputWatch
from checkin_desktop.gui.shell.navigation import PLACES
from checkin_desktop.gui.shell.outside import Outside
from checkin_desktop.gui.shell.pages import Pages, load_pages
from checkin_desktop.gui.shell.scans import Scans
from checkin_desktop.gui.shell.sidebar import Sidebar
from checkin_desktop.gui.shell.topbar import TopBar
from checkin_desktop.services.desk import at_a_glance
from checkin_desktop.services.kiosk import KioskExit
from checkin_desktop.services.views import AtAGlance

_PAGES_AFTER_MS = 3_000
"""The desk scans before the other pages are loaded."""
_LETTERS_FOR_ALL = 70
"""Narrower than this many letters, the sidebar shows its pictures alone."""


class EventView(QWidget):
    """`context.session` carries what pages ask of each other; `front` is what hides them all."""

    def __init__(self, context: Context, path: Path, zone: ZoneInfo) -> None:
        super().__init__()
        self.context, self.path = context, path
        self._began = False
        self._worked = ""
        self._current = "desk"
        self.stack = QStackedWidget()
        self.stack.setObjectName("content")
        self.pages = Pages(context, self.stack)
        self.sidebar = Sidebar(context.language, self.go, self._organisation_folded)
        self.sidebar.open(context.preferences().organisation_open)
        self.choice = CheckpointChoice(context, zone, self)
        self.outside = Outside(context, zone)
        self.topbar = TopBar(
            context.language, zone, self.choice.choose, self._switch_language, self.outside.row
        )
        self.guard = Guard(context)
        self.work = QWidget()
        self.front = Front(context, path, self.guard, self.work)
        self.scans = Scans(context, self.front, self._take)
        self.topbar.operator_menu(
            ("shell-operator-switch", Key.SWITCH_OPERATOR, self.front.switch_operator),
            ("shell-operator-lock", Key.LOCK, self.guard.lock),
            ("shell-operator-pin", None, self.front.change_pin),
        )
        self._watch = InputWatch(self.guard, self.scans.wedge)
        self._lay_out()
        self._connect()

    @property
    def current(self) -> Page:
        return self.pages[self._current]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()

    def _narrow(self) -> None:
        self.sidebar.make_narrow(self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_FOR_ALL)

    def start(self, kiosk: KioskExit | None) -> None:
        """Shows the desk, ready to scan; or the guests' kiosk, where it was one when the program ended."""
        self.retranslate()
        self.sidebar.mark(self._current)
        self.stack.setCurrentWidget(self.current)
        self._watch.start()
        if kiosk is None:
            self.current.refresh()
        else:
            self.front.show_kiosk(kiosk)
        self.choice.load()
        self._count()
        self.guard.look()
        self.outside.start()
        QTimer.singleShot(_PAGES_AFTER_MS, self, self._load_pages)

    def _load_pages(self) -> None:
        """What was built until then stays as long as the program."""
        self.context.lanes.work.run(load_pages, lambda _: spare())

    def go(self, name: str, of: str = "") -> None:
        """`of`: the page whose errand it is, which stays marked."""
        needs = PLACES[name].needs
        if needs is not None and not self.context.may(needs):
            self.context.notify(self.context.say(f"operators-needs-{least_role(needs).value}"))
            return
        if name != self._current:
            self.current.leave()
            self._current = name
            with self._watch.paused():
                self.stack.setCurrentWidget(self.current)
        self.sidebar.mark(of or name)
        self.current.refresh()

    def import_file(self, path: Path) -> None:
        self._on("import", lambda: self.pages.importing.open_file(path))

    def close_down(self) -> None:
        """Before the event file is closed: no camera, no scanner."""
        self._watch.stop()
        self.guard.stop()
        self.outside.stop()
        for page in self.pages.built:
            page.leave()
        self.context.camera.stop()

    def retranslate(self) -> None:
        self.sidebar.retranslate()
        self.topbar.retranslate()
        self.outside.retranslate()
        self.front.retranslate()
        for page in self.pages.built:
            page.retranslate()

    def dress(self, theme: Theme, percent: int) -> None:
        self.sidebar.dress(theme, percent)
        self._narrow()
        self.topbar.dress(percent)

    def preferences_changed(self) -> None:
        """The scanner's prefix and suffix, the camera's settings."""
        self.scans.preferences_changed()
        self.guard.touched()
        self.context.camera.preferences_changed()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.front)
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
        session, front, pages = self.context.session, self.front, self.pages
        session.checkpoint_changed.connect(self._checkpoint_changed)
        session.changed.connect(self._changed)
        session.page_wanted.connect(lambda name: self.go(name))
        session.checkpoint_wanted.connect(self.choice.choose)
        session.kiosk_wanted.connect(front.start_kiosk)
        session.certificate_wanted.connect(
            lambda who: self._on("certificates", lambda: pages.certificates.show_person(who))
        )
        session.delegation_wanted.connect(
            lambda who: self._on("delegations", lambda: pages.delegations.show_member(who))
        )
        session.walk_in_wanted.connect(
            lambda typed: self._at_the_door(lambda: pages.people.start_walk_in(typed))
        )
        session.correction_wanted.connect(
            lambda who: self._at_the_door(lambda: pages.people.start_correction(who))
        )
        session.substitute_wanted.connect(
            lambda who: self._at_the_door(lambda: pages.people.start_substitute(who))
        )
        session.admission_wanted.connect(lambda who: self._on("desk", lambda: pages.desk.admit(who)))
        self.guard.changed.connect(self._operator_changed)
        front.covering.connect(lambda: self.current.leave())
        front.working.connect(lambda: self.current.refresh())
        for key, act in (
            (Key.HELP, partial(self.go, "help")),
            (Key.TO_DESK, partial(self.go, "desk")),
            (Key.SWITCH_OPERATOR, front.switch_operator),
            (Key.LOCK, self.guard.lock),
        ):
            bind(key, self.work, act, focused=False)

    def _on(self, name: str, act: Callable[[], object], of: str = "") -> None:
        """Goes there, unless the role may not, and does that on it."""
        self.go(name, of)
        if self._current == name:
            act()

    def _at_the_door(self, act: Callable[[], object]) -> None:
        """The form about who stands at the desk: what organisers need stays folded."""
        self._on("people", act, of="desk")

    def _take(self, code: str) -> None:
        """Who is picking somebody wants it, or the page shown; else it is somebody at the door."""
        if scanned_for_picking(code):
            return
        if not self.current.take_scan(code):
            self._on("desk", lambda: self.pages.desk.take_scan(code))

    def _operator_changed(self) -> None:
        """Locked, or at work as somebody: pages that they may not use are not there, and another one than before
        begins at the desk. The kiosk stays as it is."""
        if self.front.in_kiosk:
            return
        before, self._worked = self._worked, self.context.operator_id or self._worked
        self.topbar.show_operator(self.context.session.operator)
        self.sidebar.allow([n for n, p in PLACES.items() if p.needs is None or self.context.may(p.needs)])
        if self.guard.locked:
            self.front.lock()
            return
        needs = PLACES[self._current].needs
        if before not in ("", self._worked) or (needs is not None and not self.context.may(needs)):
            self.go("desk")
        self.front.back_to_work()

    def _organisation_folded(self, wide: bool) -> None:
        self.context.change_preferences(replace(self.context.preferences(), organisation_open=wide))

    def _checkpoint_changed(self) -> None:
        session = self.context.session
        self.topbar.offer(session.checkpoints, session.checkpoint)
        self._count()
        self._refresh()

    def _changed(self) -> None:
        self._count()
        self.outside.pages_told()
        self.choice.load()
        self._refresh()

    def _refresh(self) -> None:
        """A page that nobody sees neither asks for people nor starts the camera."""
        if not self.front.covered:
            self.current.refresh()

    def _count(self) -> None:
        desk = self.context.desk
        self.context.lanes.reader.run(lambda: at_a_glance(desk), self._counted)

    def _counted(self, info: AtAGlance) -> None:
        self.context.session.station_names = dict(info.station_names)
        self.context.session.tell_listed(bool(info.attendees))
        self.topbar.tell(info.event, info.station, info.admitted, info.expected)
        self.front.kiosk.event_name.setText(info.event)
        self.sidebar.count("conflicts", info.conflicts)
        if not info.attendees and not self._began:
            self.sidebar.open(True)
        self._began = True

    def _switch_language(self) -> None:
        self.context.language.switch("en" if self.context.language.words.language == "es" else "es")
