"""The whole program: the real window on real event files, and a real CUPS to print on."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.support.cups import cups, cups_server
from tests.support.lan_desk import LOOPBACK
from tests.support.main_thread import main_thread_watched

from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.shell import MainWindow
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.startup.desk import EventHolder, build_application, build_window
from checkin_desktop.startup.network import open_network
from checkin_desktop.words.verdicts import Tone

__all__ = ["cups", "cups_server"]


class Program:
    """The window, and what a person at it waits for."""

    def __init__(self, window: MainWindow, qtbot: QtBot, heard: list[Tone]) -> None:
        self.window, self.heard, self._qtbot = window, heard, qtbot

    @property
    def view(self) -> EventView:
        assert self.window.event_view is not None
        return self.window.event_view

    def until(self, seen: Callable[[], Any], timeout: int = 20_000) -> None:
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=timeout)

    def settle(self) -> None:
        """Every answer of every lane is on screen."""
        for _ in range(3):
            self.until(lambda: not self.window.lanes.busy and not self._typing)
            QTest.qWait(1)

    @property
    def _typing(self) -> bool:
        view = self.window.event_view
        return view is not None and view.scans.holding

    def open(self, path: Path) -> EventView:
        self.window.open_path(path)
        self.until(lambda: self.window.event_view is not None and self.window.event_view.path == path)
        self.settle()
        return self.view


@contextmanager
def started(qtbot: QtBot, holder: EventHolder) -> Iterator[Program]:
    """A window at its first start."""
    build_application()
    heard: list[Tone] = []
    window = build_window(holder, Preferences(), heard.append)
    window.show_welcome()
    window.resize(1366, 768)
    window.show()
    made = Program(window, qtbot, heard)
    made.settle()
    yield made
    made.settle()
    window.close()
    shiboken6.delete(window)


def window_on_the_loopback(qtbot: QtBot) -> AbstractContextManager[Program]:
    """One of several on this computer, which reach each other by the addresses that they are given alone."""
    return started(qtbot, EventHolder(lambda opened: open_network(opened, LOOPBACK, listening=False)))


@pytest.fixture
def program(home: Path, qtbot: QtBot) -> Iterator[Program]:
    with main_thread_watched(), started(qtbot, EventHolder()) as made:
        yield made
