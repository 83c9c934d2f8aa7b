"""`checkin-desktop hub serve` as a process of its own, without Qt and without a decoder."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

# What a server does not have: an import of it fails as if it were not installed.
_BARE = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "cv2", "zxingcpp", "pyzbar"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
from checkin_desktop.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


@dataclass
class Serving:
    process: "subprocess.Popen[str]"
    url: str
    log: Path

    def stop(self) -> int:
        """As systemd does it; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


def command(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", _BARE, *arguments],
        env=_environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@contextmanager
def serving(home: Path, database: str, name: str = "hub") -> Iterator[Serving]:
    """Answers when it begins. What it says goes to a log file, read from a pipe that never fills."""
    log = home / f"{name}.log"
    process = subprocess.Popen(
        [sys.executable, "-c", _BARE, "--lang", "en", "hub", "serve", "--database", database, "--port", "0"],
        env=_environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    said: Queue[str] = Queue()
    reader = threading.Thread(target=_read, args=(process, log, said), daemon=True)
    reader.start()
    try:
        yield Serving(process, said.get(timeout=60), log)
    finally:
        process.kill()
        process.wait()
        reader.join(10)


def _read(process: "subprocess.Popen[str]", log: Path, said: "Queue[str]") -> None:
    assert process.stderr
    with process.stderr, log.open("w") as out:
        for line in process.stderr:
            out.write(line)
            out.flush()
            if "answers at " in line:
                said.put(line.partition("answers at ")[2].split()[0].rstrip("."))


def _environment(home: Path) -> dict[str, str]:
    return os.environ | {"CHECKIN_HOME": str(home), "PYTHONUNBUFFERED": "1"}
