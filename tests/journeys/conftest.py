"""The whole program: the real window on real event files, and a real CUPS to print on."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine
from sqlalchemy import event as sql_events
from tests.support.cups import cups, cups_server
from tests.support.lan_desk import LOOPBACK

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
            self.until(lambda: not self.window.lanes.busy)
            QTest.qWait(1)

    def open(self, path: Path) -> EventView:
        self.window.open_path(path)
        self.until(lambda: self.window.event_view is not None and self.window.event_view.path == path)
        self.settle()
        return self.view


def _asked_by_the_window() -> bool:
    """Not by the test itself, which looks into the event file directly."""
    frame = sys._getframe(1)
    while frame is not None:
        if "/checkin_desktop/gui/" in frame.f_code.co_filename.replace("\\", "/"):
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False


@contextmanager
def sql_watched() -> Iterator[None]:
    """Any SQL of the window on the main thread fails the test."""
    on_main: list[str] = []

    def watch(conn: Any, cursor: Any, statement: str, *_: Any) -> None:
        if threading.current_thread() is threading.main_thread() and _asked_by_the_window():
            on_main.append(statement)

    def began(_: Any) -> None:
        watch(None, None, "BEGIN")

    sql_events.listen(Engine, "before_cursor_execute", watch)
    sql_events.listen(Engine, "begin", began)
    yield
    sql_events.remove(Engine, "before_cursor_execute", watch)
    sql_events.remove(Engine, "begin", began)
    assert on_main == []


@contextmanager
def started(qtbot: QtBot, holder: EventHolder) -> Iterator[Program]:
    """A window at its first start."""
    build_application()
    heard: list[Tone] = []
    window = build_window(holder, Preferences(), heard.append)
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
    with sql_watched(), started(qtbot, EventHolder()) as made:
        yield made
