"""The inbox: both sides with time and desk, one click settles, one takes the decision back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.merge import Choice
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.conflicts import ConflictsPage
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import checkpoints
from checkin_desktop.services.exchange import exchange_bundle, set_passphrase
from checkin_desktop.services.find_attendee import attendee, roster
from checkin_desktop.services.register_walk_in import correct, register
from checkin_desktop.services.settle_conflict import conflicts
from checkin_desktop.startup.events import OpenEvent, join_event

SECRET = "tambo 2026"


def press(qtbot: QtBot, part: QWidget) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


@pytest.fixture
def stick(home: Path) -> Path:
    return home / "evento.checkin-bundle"


@pytest.fixture
def other(context: Context, home: Path, stick: Path) -> Iterator[OpenEvent]:
    set_passphrase(context.desk, SECRET)
    exchange_bundle(context.desk, BundleFiles(), stick, SECRET)
    opened, _ = join_event(stick, SECRET, path=home / "other.checkin")
    with opened:
        yield opened


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Callable[[], None]) -> ConflictsPage:
    made = ConflictsPage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


def _met(context: Context, other: OpenEvent, stick: Path) -> None:
    for desk in (other.desk, context.desk, other.desk):
        exchange_bundle(desk, BundleFiles(), stick, SECRET)


def _said(part: QWidget) -> str:
    return " ".join(w.text() for kind in (QLabel, QPushButton) for w in part.findChildren(kind))


def test_a_click_settles_and_another_reopens(
    page: ConflictsPage,
    context: Context,
    other: OpenEvent,
    stick: Path,
    notes: list[str],
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    assert page.cases.empty.isVisible()
    twice = roster(context.desk)[0].attendee
    for desk in (context.desk, other.desk):
        admit_attendee(desk, twice.id, checkpoints(context.desk)[0].id)
    _met(context, other, stick)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.cases.cards) == 1)
    said = _said(page.cases.cards[0])
    assert all(part in said for part in (twice.name, "Mesa 1", "Mesa 2", "Ingresó por dos mesas"))

    press(qtbot, page.cases.cards[0].choices[Choice.BADGE_SHARED])
    settled()
    qtbot.waitUntil(lambda: not page.cases.cards)
    assert conflicts(context.desk) == ()
    assert not page.cases.settled.isVisible()
    press(qtbot, page.cases.fold)
    assert page.cases.settled.isVisible()
    assert "Decidido: La credencial la usaron dos personas" in _said(page.cases.rows[0])

    press(qtbot, page.cases.rows[0].verb)
    settled()
    qtbot.waitUntil(lambda: len(page.cases.cards) == 1)
    assert len(conflicts(context.desk)) == 1
    press(qtbot, page.cases.cards[0].choices[Choice.SAME_PERSON])
    settled()
    qtbot.waitUntil(lambda: not page.cases.cards)
    assert notes == ["Caso resuelto.", "El caso está abierto otra vez.", "Caso resuelto."]
    _met(context, other, stick)
    assert conflicts(other.desk) == ()


def test_two_records_said_to_be_one_person_are_two_again(
    page: ConflictsPage,
    context: Context,
    other: OpenEvent,
    stick: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    known = roster(context.desk)[0].attendee.person
    for desk, name in ((context.desk, "Zoila"), (other.desk, "Zoyla")):
        register(desk, replace(known, given_names=name, surnames="Vilca", document="77889900"))
    _met(context, other, stick)
    before = len(roster(context.desk))
    page.refresh()
    qtbot.waitUntil(lambda: len(page.cases.cards) == 1)
    press(qtbot, page.cases.cards[0].choices[Choice.SAME_PERSON])
    settled()
    qtbot.waitUntil(lambda: not page.cases.cards)
    assert len(roster(context.desk)) == before - 1
    press(qtbot, page.cases.rows[0].verb) if page.cases.settled.isVisible() else press(qtbot, page.cases.fold)
    press(qtbot, page.cases.rows[0].verb)
    settled()
    qtbot.waitUntil(lambda: len(page.cases.cards) == 1)
    assert len(roster(context.desk)) == before


def test_between_two_corrections_the_other_one_can_be_chosen_after_all(
    page: ConflictsPage,
    context: Context,
    other: OpenEvent,
    stick: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    corrected = roster(context.desk)[1].attendee
    correct(context.desk, corrected.id, replace(corrected.person, position="Alcaldesa"))
    correct(other.desk, corrected.id, replace(corrected.person, position="Gerente"))
    _met(context, other, stick)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.cases.cards) == 1)
    press(qtbot, page.cases.cards[0].choices[Choice.KEEP_SECOND])
    settled()
    qtbot.waitUntil(lambda: len(page.cases.rows) == 1)
    first = attendee(context.desk, corrected.id)
    assert first is not None
    press(qtbot, page.cases.fold)
    press(qtbot, page.cases.rows[0].verb)
    settled()
    qtbot.waitUntil(lambda: not page.cases.rows)
    now = attendee(context.desk, corrected.id)
    assert now is not None
    assert {first.person.position, now.person.position} == {"Alcaldesa", "Gerente"}
