"""The main window: the welcome page or an open event; language, theme and letter size for all of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.camera import CameraFeed
from checkin_desktop.gui.design.stylesheet import body_font, stylesheet
from checkin_desktop.gui.design.tokens import THEMES, Theme
from checkin_desktop.gui.design.widgets import label
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.page import Context, Session
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.scan_dialog import ScanDialog
from checkin_desktop.gui.shell.crash import CrashReporter
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.gui.shell.reopening import Reopening
from checkin_desktop.gui.shell.toast import Toast
from checkin_desktop.gui.tools import Openers, Tools
from checkin_desktop.gui.tour import Tour
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.kiosk import KioskExit, kiosk_exit
from checkin_desktop.services.pairing import is_pairing_text

if TYPE_CHECKING:
    from checkin_desktop.gui.pages.welcome import WelcomePage

_SMALLEST, _USUAL = (1024, 700), (1366, 768)


class MainWindow(QMainWindow):
    """Empty until `show_welcome`, `open_path` or `reopen_kiosk`; everything slow goes through `lanes`."""

    def __init__(
        self,
        tools: Tools,
        openers: Openers,
        preferences: Preferences,
        crash: Callable[[Language], CrashReporter] = CrashReporter,
    ) -> None:
        super().__init__()
        self.language = Language(preferences.language)
        self._tools, self._openers, self._preferences = tools, openers, preferences
        self.crash = crash(self.language)
        self.crash.window = self
        self.lanes = Lanes(self.tell, self.crash.tell)
        self.event_view: EventView | None = None
        self.welcome: WelcomePage | None = None
        self.toast = Toast(self)
        self._import_next: Path | None = None
        self.tours = False
        """Whether the first-run tour is shown: to a person, once on a computer."""
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self.language.changed.connect(self._language_changed)
        bind(Key.FULL_SCREEN, self, self.turn_full_screen, focused=False)
        self._dress()

    @property
    def theme(self) -> Theme:
        return THEMES.get(self._preferences.theme, THEMES["light"])

    def tell(self, error: PersonFacingError) -> None:
        """An error meant for a person."""
        self.toast.say(self.language.say(error.sentence, **error.arguments))

    def turn_full_screen(self) -> None:
        """And back; the kiosk stays on the whole screen."""
        if self.event_view is not None and self.event_view.front.in_kiosk:
            return
        if self.isFullScreen():
            self.showMaximized()
        else:
            self.showFullScreen()

    def show_welcome(self) -> None:
        from checkin_desktop.gui.pages.welcome import WelcomePage  # not where an event is opened at once

        self._leave_event()
        self.welcome = WelcomePage(
            self.language,
            self._openers,
            self.lanes,
            self.show_event,
            lambda: self.theme,
            self._scan_pairing,
        )
        self.welcome.import_after.connect(self._import_after)
        self.setCentralWidget(self.welcome)
        self.welcome.retranslate()  # its pictures are as high as its letters, styled by now
        self._title("")

    def open_path(self, path: Path) -> None:
        """Opens an event file; where that fails, the welcome page says why."""
        if self.welcome is None and self.event_view is None:
            self.setCentralWidget(self._opening())
        self.lanes.work.run(
            lambda: self._openers.open_path(path), lambda opened: self.show_event(*opened), self._not_opened
        )

    def reopen_kiosk(self, path: Path) -> None:
        """The program ended while guests had this computer: they get the kiosk again and nothing else meanwhile."""

        def again() -> None:
            self.lanes.work.run(
                lambda: self._openers.open_path(path), lambda opened: self.show_event(*opened), waiting.failed
            )

        waiting = Reopening(self.language, again)
        self.lanes.forget()
        self.welcome = None
        self.setCentralWidget(waiting)
        self.showFullScreen()
        again()

    def show_event(self, desk: Desk, path: Path) -> None:
        self.lanes.reader.run(
            lambda: (desk.zone, kiosk_exit(desk)), lambda found: self._show(desk, path, *found)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.event_view is not None and self.event_view.front.in_kiosk:
            event.ignore()
            self.event_view.front.kiosk.ask_to_leave()
            return
        self._leave_event()
        self.lanes.close(self._openers.close)
        event.accept()

    def _show(self, desk: Desk, path: Path, zone: ZoneInfo, kiosk: KioskExit | None) -> None:
        self._leave_event()
        context = Context(
            desk,
            self.lanes,
            self._tools,
            self.language,
            Session(),
            lambda: self._preferences,
            lambda: self.theme,
            self.toast.say,
            self._change_preferences,
        )
        self.event_view = EventView(context, path, zone)
        self.event_view.dress(self.theme, self._preferences.scale)
        self.welcome = None
        self.setCentralWidget(self.event_view)
        self.event_view.front.currentChanged.connect(self._hold_toast)
        self.event_view.start(kiosk)
        self._title(path.stem)
        if self.tours and not self._preferences.toured and kiosk is None:
            self._change_preferences(replace(self._preferences, toured=True))
            Tour(context, self.event_view).open()
        if self._import_next is not None:
            chosen, self._import_next = self._import_next, None
            self.event_view.import_file(chosen)

    def _opening(self) -> QWidget:
        made = label("kioskline", wrap=True)
        made.setText(self.language.say("welcome-busy-open"))
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return made

    def _not_opened(self, error: PersonFacingError) -> None:
        if self.event_view is None and self.welcome is None:
            self.show_welcome()
        self.tell(error)

    def _scan_pairing(self, parent: QWidget, read: Callable[[str], object]) -> None:
        """Another desk's QR, with a camera of its own: no event is open yet."""
        feed = CameraFeed(self.lanes, self._tools, lambda: self._preferences)
        camera = self._preferences.camera
        ScanDialog(parent, self.language, feed, camera, is_pairing_text, read).open()

    def _import_after(self, path: Path) -> None:
        self._import_next = path

    def _leave_event(self) -> None:
        if self.event_view is not None:
            self.event_view.close_down()
            self.event_view = None
            self.lanes.forget()
            self.toast.hold(False)

    def _hold_toast(self) -> None:
        self.toast.hold(self.event_view is not None and self.event_view.front.covered)

    def _change_preferences(self, preferences: Preferences) -> None:
        before, self._preferences = self._preferences, preferences
        if (before.theme, before.scale) != (preferences.theme, preferences.scale):
            self._dress()
        self.language.switch(preferences.language)
        if self.event_view is not None:
            self.event_view.preferences_changed()
        self.lanes.work.run(lambda: self._tools.save_preferences(preferences))

    def _language_changed(self) -> None:
        tongue = self.language.words.language
        if tongue != self._preferences.language:
            self._change_preferences(replace(self._preferences, language=tongue))
        if self.event_view is not None:
            self.event_view.retranslate()
            self.event_view.current.refresh()
        if self.welcome is not None:
            self.welcome.retranslate()

    def _dress(self) -> None:
        """The style sheet is the window's, not the application's: Qt would apply that one to each part of a page
        every time it is put into another, long before anybody sees it. Until then letters are the application's."""
        QApplication.setFont(body_font(self._preferences.scale))
        self.setStyleSheet(stylesheet(self.theme, self._preferences.scale))
        if self.event_view is not None:
            self.event_view.dress(self.theme, self._preferences.scale)
            self.event_view.retranslate()
            self.event_view.current.refresh()

    def _title(self, event: str) -> None:
        self.setWindowTitle(f"{event} · checkin-desktop" if event else "checkin-desktop")
