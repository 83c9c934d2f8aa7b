"""Keys are declared in one place, and none of them means two things where both would be heard."""

import ast
from itertools import combinations
from pathlib import Path

import pytest

from checkin_desktop.gui.keys import OUTSIDE, Key, Scope

GUI = Path(__file__).parents[2] / "src" / "checkin_desktop" / "gui"


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
