"""Colours, type faces and distances come from `gui/design`: elsewhere nothing of the look is written as a literal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "checkin_desktop"

GUI = SOURCE / "gui"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?$")
_FACES = {"Inter", "Source Serif 4"}
_SIZED = re.compile(
    r"set(Fixed|Minimum|Maximum)(Width|Height|Size)$|resize$|setSpacing$|setContentsMargins$"
    r"|set(Pixel|Point)Size$|set(Horizontal|Vertical)Spacing$|addSpacing$"
)


def literals(path: Path) -> Iterator[str]:
    """One line for each colour, face or number of pixels written out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _COLOUR.match(node.value) or node.value in _FACES:
                yield f"{path.relative_to(GUI)}:{node.lineno} {node.value}"
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            numbers = [x.value for x in node.args if isinstance(x, ast.Constant) and type(x.value) is int]
            if _SIZED.match(called) and any(number > 1 for number in numbers):
                yield f"{path.relative_to(GUI)}:{node.lineno} {called}{tuple(numbers)}"


def test_the_look_is_in_the_design_system_alone() -> None:
    pages = [path for path in GUI.rglob("*.py") if GUI / "design" not in path.parents]
    assert len(pages) > 100
    assert not [found for path in pages for found in literals(path)]


def test_a_literal_is_found(tmp_path: Path) -> None:
    page = GUI / "design" / "tokens.py"
    assert any("#FFFFFF" in found for found in literals(page))
