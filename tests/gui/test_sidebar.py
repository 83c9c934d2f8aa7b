"""The sidebar through real keys: what volunteers need is there, the rest folds away, a role hides pages."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.design.icons import load_icons
from checkin_desktop.gui.design.tokens import LIGHT
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.shell.navigation import PLACES
from checkin_desktop.gui.shell.sidebar import Sidebar


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def sidebar(qtbot: QtBot, chosen: list[str]) -> Sidebar:
    load_icons()
    made = Sidebar(Language("es"), chosen.append, lambda _: None)
    qtbot.addWidget(made)
    made.dress(LIGHT, 100)
    made.open(False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def seen(sidebar: Sidebar) -> list[str]:
    return [name for name, made in sidebar.buttons.items() if made.isVisible()]


def test_volunteers_see_three_pages_and_the_rest_unfolds(sidebar: Sidebar) -> None:
    assert seen(sidebar) == ["desk", "certificates", "help"]
    sidebar.fold.click()
    assert set(seen(sidebar)) == set(PLACES)
    sidebar.fold.click()
    assert len(seen(sidebar)) == 3


def test_digits_reach_pages_that_are_folded_away(sidebar: Sidebar, chosen: list[str], qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_4):
        qtbot.keyClick(sidebar, key, Qt.KeyboardModifier.ControlModifier)
    assert chosen == ["desk", list(PLACES)[3]]
    sidebar.mark(list(PLACES)[3])
    assert sidebar.inside.isVisible()


def test_a_page_that_a_role_may_not_see_has_no_button_and_no_digit(
    sidebar: Sidebar, chosen: list[str], qtbot: QtBot
) -> None:
    sidebar.allow({"desk", "help"})
    assert seen(sidebar) == ["desk", "help"]
    assert not sidebar.fold.isVisible()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(sidebar, key, Qt.KeyboardModifier.ControlModifier)
    assert chosen == ["help"]
