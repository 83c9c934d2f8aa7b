"""A real CUPS of our own: a private scheduler on a socket, with queues that print to PDF, run out of paper or break.

The computer's own printing is left alone, but for one file: /etc/cups/cups-pdf-<instance>.conf says where cups-pdf
puts what it prints. Fixtures: `from tests.support.cups import cups` (see tests/printing/conftest.py).
"""

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

_SERVER_BIN = Path("/usr/lib/cups")
_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_DEADLINE_S = 60.0

# `nopaper` says that there is none and waits for the file `paper`; `broken` fails, `notes` writes down
# title, copies and options.
_BACKENDS = {
    "nopaper": """#!/bin/sh
[ $# = 0 ] && exit 0
echo "STATE: +media-empty-error" >&2
while [ ! -e {folder}/paper ]; do sleep 0.1; done
echo "STATE: -media-empty-error" >&2
""",
    "notes": """#!/bin/sh
[ $# = 0 ] && exit 0
printf '%s\\n' "$3" "$4" "$5" > {folder}/asked
""",
    "broken": """#!/bin/sh
[ $# = 0 ] && exit 0
echo "ERROR: the drum is worn out" >&2
exit 1
""",
}

_CUPSD_CONF = """LogLevel debug
Listen {folder}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
IdleExitTimeout 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

_CUPS_FILES_CONF = """ServerRoot {folder}/etc
ServerBin {folder}/bin
DataDir /usr/share/cups
StateDir {folder}/run
CacheDir {folder}/cache
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
DocumentRoot {folder}
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
User lp
Group lp
SystemGroup root
"""


@dataclass(frozen=True)
class Cups:
    """A running scheduler; `default` is its cups-pdf queue. Commands find it through CUPS_SERVER."""

    folder: Path
    default: str

    def run(self, *command: str) -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)
        return done.stdout

    def add_queue(self, name: str, backend: str, error_policy: str = "stop-printer") -> str:
        """A queue over "nopaper", "broken" or "notes"; what becomes of a job that fails is the error policy's."""
        self.run(
            "lpadmin", "-p", name, "-v", f"{backend}:/", "-E", "-o", f"printer-error-policy={error_policy}"
        )
        return name

    def restore_default(self) -> None:
        """The cups-pdf queue, open and the default."""
        uri = f"cups-pdf:/{self.folder.name}"
        self.run("lpadmin", "-p", self.default, "-v", uri, "-E", "-P", str(_PPD))
        self.run("lpadmin", "-d", self.default)

    def put_paper_in(self) -> None:
        (self.folder / "paper").touch()

    def take_paper_out(self) -> None:
        (self.folder / "paper").unlink(missing_ok=True)

    def outputs(self) -> set[Path]:
        """What cups-pdf has printed, whole files."""
        return {p for p in (self.folder / "out").glob("**/*.pdf") if b"%%EOF" in p.read_bytes()[-64:]}


def until(look: Callable[[], T | None]) -> T:
    """Looks again until there is something to see, at most a minute."""
    pause, deadline = threading.Event(), time.monotonic() + _DEADLINE_S
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        pause.wait(0.05)
    raise TimeoutError(look)


@pytest.fixture(scope="session")
def cups_server() -> Iterator[Cups]:
    """One scheduler for the whole run. Skips where CUPS and cups-pdf are absent, or may not be started."""
    missing = [c for c in ("cupsd", "lpadmin", "lp", "lpstat") if shutil.which(c, path=_path()) is None]
    if missing or not (_SERVER_BIN / "backend" / "cups-pdf").exists() or not _PPD.is_file():
        pytest.skip(f"CUPS with cups-pdf is not installed ({', '.join(missing) or 'cups-pdf'})")
    if os.geteuid() != 0:
        pytest.skip("starting a private CUPS needs root")
    folder = Path(tempfile.mkdtemp(prefix="cups-", dir="/tmp"))
    folder.chmod(0o755)
    instance = folder.name
    conf = Path(f"/etc/cups/cups-pdf-{instance}.conf")
    _lay_out(folder)
    conf.write_text(
        f"Out {folder}/out\nAnonDirName {folder}/out\nSpool {folder}/spool/pdf\nLog {folder}/log\n"
        "AnonUser root\nLabel 1\nLogType 7\nAllowUnsafeOptions 1\nUserUMask 0022\nAnonUMask 0000\n"
    )
    daemon = subprocess.Popen(
        [
            shutil.which("cupsd", path=_path()) or "cupsd",
            "-f",
            *("-c", str(folder / "etc/cupsd.conf"), "-s", str(folder / "etc/cups-files.conf")),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    before = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = str(folder / "cups.sock")
    try:
        server = Cups(folder, "pdf")
        until(lambda: (folder / "cups.sock").exists() and "is running" in server.run("lpstat", "-r"))
        server.restore_default()
        yield server
    finally:
        daemon.terminate()
        daemon.wait(30)
        conf.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        if before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = before


@pytest.fixture
def cups(cups_server: Cups) -> Iterator[Cups]:
    """The scheduler, every queue of a test's own removed afterwards."""
    yield cups_server
    cups_server.put_paper_in()
    subprocess.run(["cancel", "-a", "-x"], capture_output=True, check=False)
    for queue in cups_server.run("lpstat", "-e").split():
        if queue != cups_server.default:
            cups_server.run("lpadmin", "-x", queue)
    cups_server.restore_default()
    cups_server.take_paper_out()


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def _lay_out(folder: Path) -> None:
    for name in ("etc/ppd", "run", "cache", "spool/tmp", "spool/pdf", "log", "out", "bin/backend"):
        (folder / name).mkdir(parents=True)
    (folder / "out").chmod(0o777)
    for part in _SERVER_BIN.iterdir():
        if part.name != "backend":
            (folder / "bin" / part.name).symlink_to(part)
    (folder / "bin/backend/cups-pdf").symlink_to(_SERVER_BIN / "backend/cups-pdf")
    for name, script in _BACKENDS.items():
        path = folder / "bin/backend" / name
        path.write_text(script.replace("{folder}", str(folder)))
        path.chmod(0o700)  # not executable for others: cupsd runs it as root, so that it may write here
    (folder / "etc/cupsd.conf").write_text(_CUPSD_CONF.replace("{folder}", str(folder)))
    (folder / "etc/cups-files.conf").write_text(_CUPS_FILES_CONF.replace("{folder}", str(folder)))
