"""The window's program: application, fonts, tools and window, built once, in order."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.icons import load_icons, pixmap
from checkin_desktop.gui.design.tokens import LIGHT
from checkin_desktop.gui.garbage import MainThreadGarbage
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.shell import MainWindow
from checkin_desktop.gui.sound import Sounds
from checkin_desktop.gui.tools import NewEvent, Openers
from checkin_desktop.places import resource
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.mailing import Courier
from checkin_desktop.services.ports.network import Network
from checkin_desktop.startup.awake import keep_awake
from checkin_desktop.startup.events import OpenEvent, create_event, join_event, open_event, recent_events
from checkin_desktop.startup.later import later
from checkin_desktop.startup.network import open_network
from checkin_desktop.startup.no_network import NoNetwork
from checkin_desktop.startup.preferences import load_preferences
from checkin_desktop.startup.tools import build_tools
from checkin_desktop.words import Words
from checkin_desktop.words.verdicts import Cue, Tone

if TYPE_CHECKING:
    from checkin_desktop.startup import courier, demo_event, joining
    from checkin_desktop.startup.joining import Joining
    from checkin_desktop.startup.outbox import DeskCourier
else:
    courier, demo_event, joining = later("checkin_desktop.startup", "courier demo_event joining")


_SOUNDS_MS = 1_500
"""After the window is there: they must not make it later."""


def run_desk(path: Path | None, language: str = "") -> int:
    """Opens the window on an event file, else on the welcome page; answers the exit code."""
    application = build_application()
    preferences = load_preferences()
    if language:
        preferences = replace(preferences, language=language)
    sounds = Sounds()
    holder = EventHolder()
    window = build_window(holder, preferences, sounds.play)
    garbage = MainThreadGarbage(application, lambda: window.lanes.lists.busy)
    window.crash.install()
    window.tours = True
    if path is None and preferences.kiosk and Path(preferences.kiosk).exists():
        window.reopen_kiosk(Path(preferences.kiosk))
    else:
        if path is not None:
            window.open_path(path)
        else:
            window.show_welcome()
        window.showMaximized()
    QTimer.singleShot(_SOUNDS_MS, sounds.load)
    try:
        with keep_awake():
            return application.exec()
    finally:
        garbage.stop()
        sounds.close()


def build_application() -> QApplication:
    """Qt's application with our fonts and icons; the one there is, if there is one."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("checkin-desktop")
    application.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Spanish, QLocale.Country.Peru))
    for font in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    load_icons()
    application.setWindowIcon(QIcon(pixmap("badge-check", LIGHT.accent, 64)))
    return application


def build_window(
    holder: "EventHolder", preferences: Preferences, play: Callable[[Tone | Cue], None]
) -> MainWindow:
    """The main window with every tool; `play` sounds a verdict."""
    tools = replace(build_tools(play), network=holder.network, courier=holder.courier)
    return MainWindow(tools, holder.openers(), preferences)


class EventHolder:
    """The one event file held open; opening another closes it. `network`: what it does beside this computer."""

    def __init__(self, network: Callable[[OpenEvent], Network] = open_network) -> None:
        self._open_network = network
        self._open: OpenEvent | None = None
        self._network: Network = NoNetwork()
        self._courier: tuple[Desk, DeskCourier] | None = None
        self._joining: tuple[str, Joining] | None = None

    def network(self, desk: Desk) -> Network:
        """Of the event open at that desk."""
        return self._network if self._open is not None and self._open.desk is desk else NoNetwork()

    def courier(self, desk: Desk) -> Courier:
        """The one of the event open at that desk, ended before its file is closed."""
        if self._open is None or self._open.desk is not desk:
            return courier.build_courier(desk)
        if self._courier is None or self._courier[0] is not desk:
            made = courier.build_courier(desk)
            self._open.before_closing(made.close)
            self._courier = (desk, made)
        return self._courier[1]

    def openers(self) -> Openers:
        return Openers(
            open_path=self._open_path,
            create=self._create,
            join=lambda bundle, passphrase: self._hold(lambda: join_event(bundle, passphrase)[0]),
            join_near=self._join_near,
            demo=lambda words: self._open_path(demo_event.demo_event(words)),
            recent=recent_events,
            close=self.close,
        )

    def close(self) -> None:
        self._forget_joining()
        if self._open is not None:
            self._open.close()
            self._open, self._network = None, NoNetwork()

    def _open_path(self, path: Path) -> tuple[Desk, Path]:
        if self._open is not None and self._open.path.resolve() == path.resolve():
            return self._open.desk, self._open.path
        return self._hold(lambda: open_event(path))

    def _create(self, wanted: NewEvent, words: Words) -> tuple[Desk, Path]:
        passphrase = wanted.passphrase or None
        return self._hold(lambda: create_event(wanted.settings, words, passphrase=passphrase))

    def _join_near(self, pairing: str, passphrase: str) -> tuple[Desk, Path]:
        """What was fetched is kept while the passphrase is wrong: the one-time code was used already."""
        if self._joining is None or self._joining[0] != pairing:
            self._forget_joining()
            self._joining = (pairing, joining.begin_joining(pairing))
        begun = self._joining[1]
        held = self._hold(lambda: begun.finish(passphrase)[0])
        self._forget_joining()
        return held

    def _forget_joining(self) -> None:
        if self._joining is not None:
            self._joining[1].close()
            self._joining = None

    def _hold(self, opening: Callable[[], OpenEvent]) -> tuple[Desk, Path]:
        """The event open now stays until the other one is: a file that can't be opened closes nothing."""
        before = self._open
        try:
            self._open = opening()
        except PersonFacingError:
            self._open = before
            raise
        self._network = self._open_network(self._open)
        if before is not None:
            before.close()
        return self._open.desk, self._open.path
