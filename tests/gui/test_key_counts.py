"""How many keys the desk's tasks take: issue 5 says how many each may."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.recent_passages import recent_passages

from .conftest import Settled
from .keys import CountedKeys

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(context: Context, qtbot: QtBot, settled: Settled) -> DeskPage:
    made = DeskPage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    made.notice.confirm()
    made.search.setFocus()
    return made


@pytest.fixture
def keys(desk: DeskPage) -> CountedKeys:
    return CountedKeys(desk)


def test_find_and_admit_by_name(desk: DeskPage, keys: CountedKeys, settled: Settled) -> None:
    keys.type("zarate")
    settled()
    keys.press(Qt.Key.Key_Return)
    settled()
    assert desk.card.person.text() == "Pedro Zárate Ríos"
    assert keys.others <= 6


def test_find_and_admit_one_of_two_homonyms(
    desk: DeskPage, keys: CountedKeys, settled: Settled, context: Context
) -> None:
    keys.type("rosa quispe")
    settled()
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    settled()
    assert recent_passages(context.desk)[0].name.startswith("Rosa")
    assert keys.others <= 6


def test_undo_with_a_reason(desk: DeskPage, keys: CountedKeys, settled: Settled, context: Context) -> None:
    keys.type("zarate")
    keys.press(Qt.Key.Key_Return)
    settled()
    keys.others = 0
    keys.press(Qt.Key.Key_Z, held=CTRL)
    keys.press(Qt.Key.Key_1)
    settled()
    assert recent_passages(context.desk)[0].undone
    assert keys.others <= 3


def test_undo_by_mouse_takes_two_clicks(
    desk: DeskPage, keys: CountedKeys, settled: Settled, context: Context, qtbot: QtBot
) -> None:
    keys.type("zarate")
    keys.press(Qt.Key.Key_Return)
    settled()
    qtbot.mouseClick(desk.card.undone, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(desk.verbs.dialog.reasons[2], Qt.MouseButton.LeftButton)
    settled()
    assert recent_passages(context.desk)[0].undone


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_register_a_walk_in(desk: DeskPage, context: Context, settled: Settled, qtbot: QtBot) -> None:
    """F4 carries the name over; the organisation is completed from those known."""
    people = PeoplePage(context)
    qtbot.addWidget(people)
    people.resize(1150, 710)
    context.session.walk_in_wanted.connect(people.start_walk_in)
    context.session.admission_wanted.connect(desk.admit)
    keys = CountedKeys(desk)
    keys.type("nelida apaza cutipa")
    settled()
    keys.press(Qt.Key.Key_F4)
    people.show()
    settled()
    form = CountedKeys(people)
    assert people.focusWidget() is people.form_pane.form.fields["document"]
    form.type("45612378")
    form.press(Qt.Key.Key_Return)
    form.type("Mancomunidad Costa Norte")
    form.press(Qt.Key.Key_Return, held=CTRL)
    settled()
    (found,) = search(context.desk, "nelida apaza cutipa")
    assert (found.attendee.person.given_names, found.attendee.person.surnames) == ("Nelida", "Apaza Cutipa")
    assert found.attendee.person.document == "45612378"
    assert found.attendee.person.organisation == "Mancomunidad Costa Norte"
    assert recent_passages(context.desk)[0].name == "Nelida Apaza Cutipa"
    assert keys.others + form.others <= 25
