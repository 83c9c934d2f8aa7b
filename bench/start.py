"""From the start of the program to a desk that scans: `python bench/start.py [people]`, 100,000 by default.

The program itself (`checkin-desktop --event FILE`) in a process of its own, its window real (offscreen where there
is no display), its code compiled as where it is installed. Ready: the desk page has its checkpoint and takes a scan;
then one badge is scanned, until its verdict shows; and until the camera is open, or told missing. Beside it what Qt
alone needs: `import PySide6.QtWidgets` and an empty window. CPU is the process's own, all threads; it says more than
the clock where the machine is shared. The first start reads everything from disk anew only where nothing of it is in
the system's memory yet.
"""

import compileall
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from crowded import crowded

import checkin_desktop

ROUNDS = 5
_SETTLED_S = 8.0
_MOMENTS = ("ready to scan", "verdict shown", "camera found or not", f"{_SETTLED_S:.0f} s later")

EMPTY = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""


@dataclass(frozen=True)
class Moment:
    """Seconds since the process began, processor seconds used by then, megabytes resident."""

    wall: float
    cpu: float
    resident: float

    @classmethod
    def now(cls, began: float) -> "Moment":
        return cls(time.monotonic() - began, time.process_time(), resident_mb())


def resident_mb() -> float:
    """Now, not at its highest."""
    try:
        with open("/proc/self/statm") as said:
            return int(said.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def in_the_window(began: float, file: str, code: str) -> None:
    """The child: the program as a person starts it, watched from a timer."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from checkin_desktop.cli.main import run
    from checkin_desktop.gui.camera import FeedState

    application = QApplication([])
    told: list[Moment] = []

    def look() -> None:
        window = next((w for w in application.topLevelWidgets() if hasattr(w, "event_view")), None)
        view = getattr(window, "event_view", None)
        if view is None or view.context.session.checkpoint is None or not view.current.isVisible():
            return
        if not told:
            told.append(Moment.now(began))
            view.scans.read(code)
        elif len(told) == 1 and view.current.card.result is not None:
            told.append(Moment.now(began))
        elif len(told) == 2 and view.context.camera.current.state not in (FeedState.OFF, FeedState.OPENING):
            told.append(Moment.now(began))
            looking.stop()
            QTimer.singleShot(round(_SETTLED_S * 1000), settled)

    def settled() -> None:
        for moment in (*told, Moment.now(began)):
            print(moment.wall, moment.cpu, moment.resident, flush=True)
        os._exit(0)

    looking = QTimer()
    looking.timeout.connect(look)
    looking.start(5)
    run(["--event", file])


def started(*command: str) -> list[Moment]:
    env = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if not env.get("DISPLAY"):
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    said = subprocess.run(
        [sys.executable, *command[:1], str(began), *command[1:]] if command[0] != "-c" else [sys.executable, *command],
        env=env, stdout=subprocess.PIPE, text=True, check=True, timeout=120,
    ).stdout  # fmt: skip
    return [Moment(*map(float, line.split())) for line in said.splitlines()]


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    peer_code = (
        f"import os, sys, time\nsys.path.insert(0, {str(Path(__file__).parent)!r})\nbegan = {{began}}\n{EMPTY}\n"
        "print(time.monotonic() - began, time.process_time(), "
        "int(open('/proc/self/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE') / 1e6)"
    )
    compileall.compile_dir(Path(checkin_desktop.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "event.checkin"
        code = crowded(file, people)
        os.environ["CHECKIN_HOME"] = folder
        ours = [started(__file__, str(file), code) for _ in range(ROUNDS + 1)]
        peers = [started("-c", peer_code.format(began=time.monotonic())) for _ in range(ROUNDS + 1)]
    print(f"{people} people; the first start, then the median of {ROUNDS}")
    empty = _told("an empty Qt window", [p[0] for p in peers])
    for number, what in enumerate(_MOMENTS):
        mine = _told(what, [o[number] for o in ours])
        if number == 0:
            ratio = (mine.wall / empty.wall, mine.cpu / empty.cpu, mine.resident / empty.resident)
    print("  ready ÷ empty        wall {:6.1f}     cpu {:6.1f}     resident {:6.1f}".format(*ratio))


def _told(what: str, found: list[Moment]) -> Moment:
    first, rest = found[0], sorted(found[1:], key=lambda m: m.cpu)
    middle = rest[len(rest) // 2]
    for mark, moment in (("first", first), ("", middle)):
        print(
            f"  {what if mark else '':20} wall {moment.wall:6.2f} s   cpu {moment.cpu:6.2f} s"
            f"   resident {moment.resident:6.0f} MB {mark}"
        )
    return middle


if __name__ == "__main__":
    if len(sys.argv) > 3:
        in_the_window(float(sys.argv[1]), sys.argv[2], sys.argv[3])
    else:
        main()
