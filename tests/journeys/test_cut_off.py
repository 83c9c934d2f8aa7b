"""Every page, tab and dialog that is pictured (startup/screenshot_scenes.py), at both sizes: nothing is cut off.

At 200 % pages and tabs are looked at in test_every_page.py, dialogs and what happens on pages here.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.looking_through import SIZES, look_through

from checkin_desktop.gui.preferences import Preferences


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_nothing_is_cut_off(home: Path, tmp_path: Path, language: str) -> None:
    found = look_through(Preferences(language=language, organisation_open=True), tmp_path)
    assert not found, "\n".join(sorted(found))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_dialogs_fit_a_laptop_at_200_percent(tmp_path: Path) -> None:
    """In a process of its own, whose screen is as large as that of an old laptop."""
    wide, high = SIZES[0]
    screen = {"name": "laptop", "x": 0, "y": 0, "width": wide, "height": high}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    named = tmp_path / "screen.json"
    named.write_text(json.dumps({"screens": [screen | dots]}))
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.looking_through", "es", "200"],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={named}"},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = [x for x in done.stdout.splitlines() if x]
    assert not found, "\n".join(found)
