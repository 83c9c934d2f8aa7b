"""Pictures of every page and dialog on the demo event, as a customer would see them: for the README, and our eyes."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.startup.desk import build_application
from checkin_desktop.startup.screenshot_event import pictured_event
from checkin_desktop.startup.screenshot_scenes import DOOR, EVERYTHING, FULL_SCREEN, PAGES, Scene, welcome
from checkin_desktop.startup.screenshot_shooting import USUAL, Shooting, Size
from checkin_desktop.words import load_words

_KEPT = ("events", "state")


@dataclass(frozen=True, slots=True)
class Look:
    preferences: Preferences
    scenes: tuple[Scene, ...] = EVERYTHING
    size: Size = USUAL


_SMALLEST, _COMMON, _LARGEST = (1024, 700), (1920, 1080), (3840, 2160)
LOOKS = (
    *(
        Look(Preferences(language=language, theme=theme, scale=scale))
        for language in ("es", "en")
        for theme in ("light", "dark")
        for scale in (100, 200)
    ),
    *(Look(Preferences(scale=scale), PAGES, size) for size in (_SMALLEST, _LARGEST) for scale in (100, 200)),
    Look(Preferences(), FULL_SCREEN, _COMMON),
)
_FEW = (
    Look(Preferences(language="es")),
    Look(Preferences(language="en", theme="dark"), PAGES),
    Look(Preferences(language="es", scale=200), DOOR),
)


def take_screenshots(out: Path, few: bool = False) -> int:
    """Writes `<page>-<language>[-dark][-200][-<size>].png`, at 1366×768 where no size is named; answers how many.

    `few`: all of it in Spanish, the pages in English and dark, what stands at the door at 200 %. Touches nobody's
    own events.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    build_application()
    with _own_home() as home:
        events: dict[str, Path] = {}
        taken = 0
        for look in _FEW if few else LOOKS:
            language = look.preferences.language
            if language not in events:
                _clear(home)
                events[language] = pictured_event(load_words(language), home)
                _copy(home, home / language)
            else:
                _clear(home)
                _copy(home / language, home)
            shooting = Shooting(out, look.preferences, home, look.size)
            taken += _shoot(shooting, events[language], look.scenes)
        return taken


def _shoot(shooting: Shooting, event: Path, scenes: tuple[Scene, ...]) -> int:
    welcome(shooting)
    shooting.open(event)
    for scene in scenes:
        scene(shooting)
    shooting.window.close()
    return shooting.taken


def _clear(home: Path) -> None:
    for name in _KEPT:
        shutil.rmtree(home / name, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    """The event of one language is made once and shown in every look as it was then."""
    for name in _KEPT:
        if (source / name).exists():
            shutil.copytree(source / name, target / name)


@contextmanager
def _own_home() -> Iterator[Path]:
    before = os.environ.get("CHECKIN_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHECKIN_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["CHECKIN_HOME"]
            else:
                os.environ["CHECKIN_HOME"] = before
