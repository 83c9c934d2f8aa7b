"""Work started by a button: never twice at once, and the button comes back however it ends."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.one_at_a_time import OneAtATime


class Desk:
    def __init__(self) -> None:
        self.crashes: list[BaseException] = []
        self.told: list[str] = []
        self.lanes = Lanes(lambda error: self.told.append(error.sentence), self.crashes.append)
        self.once = OneAtATime()
        self.seen: list[object] = []
        self.once.working.connect(self.seen.append)


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.lanes.close()


def test_a_second_press_does_nothing_until_the_first_has_ended(desk: Desk, qtbot: QtBot) -> None:
    gate = Event()
    desk.once.run(desk.lanes.work, lambda: gate.wait(10), lambda _: desk.seen.append("first"))
    desk.once.run(desk.lanes.work, lambda: None, lambda _: desk.seen.append("second"))
    assert desk.once.running
    gate.set()
    qtbot.waitUntil(lambda: "first" in desk.seen)
    assert desk.seen == [True, False, "first"]
    desk.once.run(desk.lanes.work, lambda: None, lambda _: desk.seen.append("third"))
    qtbot.waitUntil(lambda: "third" in desk.seen)
    assert desk.seen == [True, False, "first", True, False, "third"]


def test_the_button_comes_back_after_a_failure_in_words_and_after_a_crash(desk: Desk, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise PersonFacingError("event-no-name")

    def crash() -> None:
        raise ZeroDivisionError

    desk.once.run(desk.lanes.work, refuse, desk.seen.append, lambda error: desk.seen.append(error.sentence))
    qtbot.waitUntil(lambda: len(desk.seen) == 3)
    assert desk.seen == [True, False, "event-no-name"]
    desk.once.run(desk.lanes.work, refuse, desk.seen.append)
    qtbot.waitUntil(lambda: bool(desk.told) and not desk.once.running)
    desk.once.run(desk.lanes.work, crash, desk.seen.append)
    qtbot.waitUntil(lambda: bool(desk.crashes) and not desk.once.running)
    assert desk.seen[3:] == [True, False, True, False]


def test_the_next_piece_may_begin_where_the_answer_arrives(desk: Desk, qtbot: QtBot) -> None:
    def again(_: object) -> None:
        desk.once.run(desk.lanes.work, lambda: "again", desk.seen.append)

    desk.once.run(desk.lanes.work, lambda: "once", again)
    qtbot.waitUntil(lambda: "again" in desk.seen)
    qtbot.waitUntil(lambda: not desk.once.running)
    assert desk.seen == [True, False, True, False, "again"]
