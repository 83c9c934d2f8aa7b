"""Goes through what is pictured (startup/screenshot_scenes.py) and says what is cut off, in a window of both sizes.

`python -m tests.support.looking_through es 200` prints a line for each finding; a process of its own has the screen
that its QT_QPA_PLATFORM names.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from tests.support.looking import still_cut_off

from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.startup.desk import build_application
from checkin_desktop.startup.screenshot_event import pictured_event
from checkin_desktop.startup.screenshot_scenes import EVERYTHING, Scene, pages, welcome
from checkin_desktop.startup.screenshot_shooting import Shooting
from checkin_desktop.words import load_words

SIZES = ((1366, 768), (1024, 700))


class Looking(Shooting):
    """Looks where the pictures are taken, at both sizes of the window."""

    def __init__(self, look: Preferences, folder: Path) -> None:
        super().__init__(folder, look, folder)
        self.found: list[str] = []

    def take(self, name: str) -> None:
        for size in SIZES:
            self.window.resize(*size)
            self.settle()
            self.window.toast.hide()
            self.found += [f"{name} at {size[0]}: {x}" for x in still_cut_off(self.window, self.settle)]
        self.window.resize(*SIZES[0])

    def take_over(self, name: str) -> None:
        self.settle()
        opened = [x for x in QApplication.topLevelWidgets() if isinstance(x, QDialog) and x.isVisible()]
        for one in opened:
            self.found += [f"{name}: {x}" for x in (*still_cut_off(one, self.settle), *_badly_headed(one))]
            if one.width() > SIZES[0][0] or one.height() > SIZES[0][1]:
                self.found.append(f"{name}: {one.width()} × {one.height()} is more than a laptop's screen")
        super().take_over(name)

    def _save(self, name: str, picture: object) -> None:
        """Nothing is kept."""


def _badly_headed(dialog: QDialog) -> list[str]:
    """Its name stands above what is in it, in its frame too, and is no verb's that opens more."""
    title = dialog.windowTitle()
    shown = [x.text() for x in dialog.findChildren(QLabel, "heading") if x.isVisible()]
    return [f"heading {title!r}"] if title.endswith("…") or title not in shown else []


def look_through(look: Preferences, folder: Path, scenes: Sequence[Scene] = EVERYTHING) -> set[str]:
    """What is cut off. `folder` is for what the camera sees; the event lies in the program's home."""
    build_application()
    looking = Looking(look, folder)
    welcome(looking)
    looking.open(pictured_event(load_words(look.language), folder))
    for scene in scenes:
        scene(looking)
    looking.window.close()
    shiboken6.delete(looking.window)
    return set(looking.found)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["CHECKIN_HOME"] = home
        wanted = Preferences(language=sys.argv[1], scale=int(sys.argv[2]), organisation_open=True)
        print("\n".join(sorted(look_through(wanted, Path(home), [x for x in EVERYTHING if x is not pages]))))
