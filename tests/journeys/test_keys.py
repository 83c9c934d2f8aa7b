"""Every key that the window knows stands in «Ayuda», in both languages, and none means two things at one place."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabWidget, QWidget
from tests.journeys.conftest import Program

from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.pages.help import HelpPage
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.gui.shell.navigation import PLACES
from checkin_desktop.startup.demo_event import demo_event
from checkin_desktop.words import load_words

DECLARED = {QKeySequence(keys).toString() for key in Key for keys in key.sequences}


@pytest.fixture
def view(program: Program) -> EventView:
    return program.open(demo_event(load_words("es")))


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_help_tells_every_key_and_what_it_does(program: Program, view: EventView, language: str) -> None:
    view.context.language.switch(language)
    view.go("help")
    program.settle()
    page = view.pages["help"]
    assert isinstance(page, HelpPage)
    told = {label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)}
    say = load_words(language).say
    for key in Key:
        assert key.shown(say) in told
        assert say(key.sentence) in told


def bound(root: QWidget) -> Iterator[tuple[str, QWidget, Qt.ShortcutContext]]:
    """Every sequence that a widget of the window waits for, the widget, and where it counts."""
    for shortcut in root.findChildren(QShortcut):
        owner = shortcut.parent()
        assert isinstance(owner, QWidget)
        sequences = shortcut.keys()
        for keys in sequences:
            yield keys.toString(), owner, shortcut.context()
    for action in root.findChildren(QAction):
        owner = action.parent()
        if not action.shortcut().isEmpty() and isinstance(owner, QWidget):
            yield action.shortcut().toString(), owner, action.shortcutContext()
    for made in root.findChildren(QAbstractButton):
        if not made.shortcut().isEmpty():
            yield made.shortcut().toString(), made, Qt.ShortcutContext.WindowShortcut


def ambiguous(root: QWidget) -> list[str]:
    """Qt does nothing on a key that two shortcuts of what is seen now would answer."""
    seen = [(keys, owner, where) for keys, owner, where in bound(root) if owner.isVisible()]
    found = []
    for (keys, one, of_one), (others, other, of_other) in combinations(seen, 2):
        anywhere = Qt.ShortcutContext.WindowShortcut in (of_one, of_other)
        within = one is other or one.isAncestorOf(other) or other.isAncestorOf(one)
        if keys == others and (anywhere or within):
            found.append(f"{keys}: {type(one).__name__} and {type(other).__name__}")
    return found


def test_each_shortcut_in_the_window_is_a_declared_key_and_unambiguous(
    program: Program, view: EventView
) -> None:
    for name in PLACES:
        view.go(name)
        program.settle()
        assert ambiguous(program.window) == [], name
        for tabs in view.current.findChildren(QTabWidget):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                program.settle()
                assert ambiguous(program.window) == [], (name, tabs.tabText(number))
    assert {keys for keys, _, _ in bound(program.window)} <= DECLARED
