"""The processes of `lan-demo`: desks that are told what to do, and the internet hub. Each can be killed."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from checkin_desktop.startup.demo_desks import WrongOutcome

_UP_S = 30.0
_LOOK_S = 0.05


class DeskProcess:
    """`checkin-desktop lan-demo-desk` on one event file, with a home of its own as if on its own computer."""

    def __init__(self, file: Path, language: str) -> None:
        self._command = [sys.executable, "-m", "checkin_desktop", "--lang", language, "--event", str(file)]
        home = file.with_suffix(".home")
        home.mkdir(parents=True, exist_ok=True)
        self._environment = {**os.environ, "CHECKIN_HOME": str(home)}
        self._name = file.stem
        self._process: subprocess.Popen[str] | None = None

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [*self._command, "lan-demo-desk"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=self._environment,
        )

    def say(self, verb: str, **more: Any) -> None:
        stdin = self._alive().stdin
        if stdin is not None:
            stdin.write(json.dumps({"do": verb, **more}) + "\n")
            stdin.flush()

    def hear(self) -> dict[str, Any]:
        """Raises WrongOutcome with what the desk says is wrong."""
        stdout = self._alive().stdout
        line = stdout.readline() if stdout is not None else ""
        answer: dict[str, Any] = json.loads(line) if line else {"error": "…"}
        if "error" in answer:
            raise WrongOutcome("lan-demo-desk-failed", desk=self._name, said=answer["error"])
        return answer

    def ask(self, verb: str, **more: Any) -> dict[str, Any]:
        self.say(verb, **more)
        return self.hear()

    def kill(self) -> None:
        """As if its battery were taken out (SIGKILL)."""
        process, self._process = self._alive(), None
        process.kill()
        process.communicate()

    def close(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()

    def _alive(self) -> subprocess.Popen[str]:
        if self._process is None:
            raise RuntimeError("the desk is off")
        return self._process


class HubProcess:
    """`checkin-desktop hub serve` on a free port; use as a context. `url` once it answers."""

    def __init__(self, out: Path, database: str) -> None:
        self.database, self.url = database, ""
        self._log = out / "hub.log"

    def __enter__(self) -> "HubProcess":
        command = [sys.executable, "-m", "checkin_desktop", "hub", "serve", "--port", "0"]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [*command, "--database", self.database], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        until = time.monotonic() + _UP_S
        while not self.url and time.monotonic() < until and self._process.poll() is None:
            threading.Event().wait(_LOOK_S)
            found = re.search(r"http://[\d.]+:\d+", self._log.read_text(errors="replace"))
            self.url = found.group() if found else ""
        if not self.url:
            self.__exit__()
            raise WrongOutcome("lan-demo-hub-failed", file=str(self._log))
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
