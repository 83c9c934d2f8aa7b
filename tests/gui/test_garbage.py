"""Widgets in reference cycles are freed on the main thread, whatever the lanes do."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from checkin_desktop.gui.garbage import MainThreadGarbage


class _Cycle:
    def __init__(self, freed_on: list[threading.Thread]) -> None:
        self.itself, self._freed_on = self, freed_on

    def __del__(self) -> None:
        self._freed_on.append(threading.current_thread())


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[MainThreadGarbage]:
    made = MainThreadGarbage()
    yield made
    made.stop()


def test_other_threads_free_nothing_and_the_timer_does(garbage: MainThreadGarbage) -> None:
    gc.collect()
    freed_on: list[threading.Thread] = []
    _Cycle(freed_on)

    def allocate() -> None:
        kept = [[number] for number in range(20_000)]
        assert kept

    other = threading.Thread(target=allocate)
    other.start()
    other.join()
    assert freed_on == []
    kept = [[number] for number in range(20_000)]
    garbage.look()
    assert freed_on == [threading.main_thread()]
    assert kept


def test_nothing_is_looked_through_while_a_list_of_everybody_is_made(qapp: QApplication) -> None:
    listing = True
    garbage = MainThreadGarbage(listing=lambda: listing)
    gc.collect()
    freed_on: list[threading.Thread] = []
    _Cycle(freed_on)
    kept = [[number] for number in range(20_000)]
    garbage.look()
    assert freed_on == []
    listing = False
    garbage.look()
    assert freed_on == [threading.main_thread()]
    assert kept
    garbage.stop()


def test_python_collects_again_afterwards(qapp: QApplication) -> None:
    MainThreadGarbage().stop()
    assert gc.isenabled()
