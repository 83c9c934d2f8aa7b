"""Every key that the window knows stands in «Ayuda», in both languages, and none means two things at one place."""

import ast
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabWidget, QWidget
from tests.journeys.conftest import Program

from checkin_desktop.gui.keys import OUTSIDE, Key, Scope
from checkin_desktop.gui.pages.help import HelpPage
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.gui.shell.navigation import PLACES
from checkin_desktop.startup.demo_event import demo_event
from checkin_desktop.words import load_words

GUI = Path(__file__).parents[2] / "src" / "checkin_desktop" / "gui"
DECLARED = {QKeySequence(keys).toString() for key in Key for keys in key.sequences}


@pytest.fixture
def view(program: Program) -> EventView:
    return program.open(demo_event(load_words("es")))


@pytest.mark.parametrize("path", sorted(GUI.rglob("*.py")), ids=lambda p: str(p.relative_to(GUI)))
def test_keys_are_declared_in_one_place(path: Path) -> None:
    """The scanner's recogniser alone looks at keys itself: they are no commands."""
    if path.name in ("keys.py", "wedge_filter.py"):
        return
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names} & {"QShortcut", "QKeySequence"}
        elif isinstance(node, ast.Attribute):
            found |= {node.attr} & {"setShortcut", "setShortcuts"}
            found |= {ast.unparse(node)} & {"Qt.Key"}
    assert not found, "declare it in gui/keys.py, and bind it or ask it from there"


def test_no_key_means_two_things_in_one_scope() -> None:
    for one, other in combinations(Key, 2):
        if one.scope is other.scope or (one.scope is Scope.EVERYWHERE and other.scope not in OUTSIDE):
            assert not set(one.sequences) & set(other.sequences), (one, other)


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
