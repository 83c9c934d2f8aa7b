"""The guide names buttons and pages as the window does."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_what_the_guide_quotes_is_said_in_the_window() -> None:
    guide = (ROOT / "docs" / "guide-es.md").read_text(encoding="utf-8")
    folder = ROOT / "resources" / "translations" / "es"
    said = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.ftl"))
    quoted = set(re.findall("«([^«»]+)»", guide))
    assert len(quoted) > 50
    assert not sorted(words for words in quoted if words not in said)
