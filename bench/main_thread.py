"""How long the window does not answer: `python bench/main_thread.py [people]`, 100,000 by default.

In the real window (offscreen where there is no display) an event with that many people is opened, searched by the
keystroke, scanned at, a list of 20,000 imported while it is searched, and every page and tab opened twice. Of each step
the event loop's longest gap is printed, by the clock and by what the main thread itself used of a processor: the
second is ours, the first also other programs' and other threads' turns. A frame of the screen lasts 16 ms.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parent))
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from crowded import crowded
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget

from checkin_desktop.gui.garbage import MainThreadGarbage
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.shell import MainWindow
from checkin_desktop.startup.desk import EventHolder, build_application, build_window

_BEAT_MS = 2
_CALM_S = 0.25
_LONGEST_S = 120.0
_TYPED = ("quispe", "nombre12 mam", "40012345", "municipalidad 3", "zz")


class Heart(QObject):
    """Beats in the event loop; a gap is what lies between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)
        self.begin()

    def begin(self) -> None:
        self._at, self._cpu = time.perf_counter(), time.thread_time()
        self.wall = self.cpu = self.used = 0.0

    def _beat(self) -> None:
        at, cpu = time.perf_counter(), time.thread_time()
        self.wall = max(self.wall, at - self._at - _BEAT_MS / 1000)
        self.cpu = max(self.cpu, cpu - self._cpu)
        self.used += cpu - self._cpu
        self._at, self._cpu = at, cpu


class Watched:
    """Steps done in a window, one after another; `rows` collects (what, gap by the clock, by the thread, took)."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self._application, self.window, self._heart = application, window, Heart()
        self.rows: list[tuple[str, float, float, float]] = []

    def step(self, what: str, do: Callable[[], object], until: Callable[[], object] = lambda: True) -> None:
        began = time.perf_counter()
        self._heart.begin()
        do()
        calm = time.perf_counter()
        while time.perf_counter() - calm < _CALM_S and time.perf_counter() - began < _LONGEST_S:
            self._application.processEvents()
            if self.window.lanes.busy or not until():
                calm = time.perf_counter()
            time.sleep(0.0005)
        took = time.perf_counter() - began - _CALM_S
        self.rows.append((what, self._heart.wall * 1000, self._heart.cpu * 1000, took))
        print(f"{self.rows[-1][2]:8.1f} ms {took:6.1f} s  {what}", file=sys.stderr, flush=True)

    def letters(self, what: str, text: str, type_: Callable[[str], object]) -> None:
        worst = (what, 0.0, 0.0, 0.0)
        for end in range(1, len(text) + 1):
            self.step(what, lambda end=end: type_(text[:end]))
            worst = max(worst, self.rows.pop(), key=lambda r: r[2])
        self.rows.append(worst)


def walk(watched: Watched, code: str, listed: Path, event: Path) -> None:
    window = watched.window
    watched.step("open the event", lambda: window.open_path(event), lambda: window.event_view is not None)
    view = window.event_view
    assert view is not None
    desk = view.pages["desk"]
    watched.step("scan a badge", lambda: view.scans.read(code), lambda: desk.card.result is not None)
    for text in _TYPED:
        watched.letters(f"search {text!r} by the letter", text, desk.search.setText)
    desk.search.clear()
    for turn in ("first", "again"):
        for name in view.pages:
            watched.step(f"{turn}: {name}", lambda name=name: view.go(name))
            for tabs in view.current.findChildren(QTabWidget):
                for number in range(1, tabs.count()):
                    tab = f"{turn}: {name}, {tabs.tabText(number)}"
                    watched.step(tab, lambda tabs=tabs, number=number: tabs.setCurrentIndex(number))
                tabs.setCurrentIndex(0)
    people = view.pages["people"]
    view.go("people")
    for text in _TYPED[:3]:
        watched.letters(f"people: {text!r} by the letter", text, people.search.setText)
    page = view.pages["import"]
    watched.step(
        "read a list", lambda: view.import_file(listed), lambda: page.stack.currentWidget() is page.review
    )
    watched.step("import it", page.review.start.click, lambda: page.stack.currentWidget() is page.result)
    view.go("desk")
    watched.step("back at the desk", lambda: None)


def main() -> None:
    import importlib

    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHECKIN_HOME"] = folder
        event, listed = Path(folder) / "event.checkin", Path(folder) / "lista.xlsx"
        code = crowded(event, people)
        importlib.import_module("import").write(listed, 20_000)
        application = build_application()
        window = build_window(EventHolder(), Preferences(camera=str(listed)), lambda _: None)
        garbage = MainThreadGarbage(application, lambda: window.lanes.lists.busy)
        window.resize(1366, 768)
        window.show()
        watched = Watched(application, window)
        walk(watched, code, listed, event)
        window.close()
        garbage.stop()
    print(
        f"{people} people; the longest gap of each step, worst first: clock, main thread's processor, whole step"
    )
    for what, wall, cpu, took in sorted(watched.rows, key=lambda r: -r[2]):
        print(f"  {wall:8.1f} ms {cpu:8.1f} ms {took:7.2f} s  {what}")


if __name__ == "__main__":
    main()
