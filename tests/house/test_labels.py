"""The glossary and the guide call things what the screen calls them: every «label» in them is in a translation."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LABEL = re.compile(r"«([^»]+)»")


def said_on_screen(language: str) -> str:
    files = sorted((ROOT / "resources" / "translations" / language).glob("*.ftl"))
    assert files
    return "\n".join(path.read_text(encoding="utf-8") for path in files).casefold()


@pytest.mark.parametrize("document", ["docs/glossary.md", "docs/guide-es.md"])
def test_labels_are_those_on_screen(document: str) -> None:
    labels = LABEL.findall((ROOT / document).read_text(encoding="utf-8"))
    assert labels
    screen = said_on_screen("es")
    assert [label for label in labels if label.casefold() not in screen] == []
