"""A PostgreSQL of the tests' own: a private cluster in memory or /tmp, run by a user that is not root."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def missing() -> str:
    """Why there is no PostgreSQL to test against; empty if there is one."""
    if _program("initdb") is None:
        return "PostgreSQL is not installed (initdb)"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "PostgreSQL does not run as root, and there is no runuser"
    return ""


@dataclass
class Cluster:
    folder: Path
    port: int

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://tests@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"t{uuid4().hex[:12]}"
        with psycopg.connect(f"postgresql://tests@127.0.0.1:{self.port}/postgres", autocommit=True) as conn:
            conn.execute(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c shared_buffers=128MB"
        self._control("start", "-w", "-t", "60", "-o", options, "-l", str(self.folder / "log"))

    def stop(self) -> None:
        """At once, as a restarted server does: whoever is connected is cut off."""
        self._control("stop", "-m", "immediate", "-w", "-t", "60")

    def _control(self, verb: str, *more: str) -> None:
        _run("pg_ctl", verb, "-D", str(self.folder / "data"), *more)


@contextmanager
def cluster() -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="checkin-postgres-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    made = Cluster(folder, _free_port())
    try:
        _run(
            "initdb",
            "-D",
            str(folder / "data"),
            "-U",
            "tests",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        made.start()
        yield made
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            made.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    command = [_program(program) or program, *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    # Its output goes nowhere: a server keeps what it inherits open for as long as it runs.
    subprocess.run(
        command,
        check=True,
        cwd="/tmp",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _program(name: str) -> str | None:
    for place in _PLACES:
        if (place / name).is_file():
            return str(place / name)
    return shutil.which(name)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    """Runs a command with CHECKIN_HUB_DATABASE naming an empty database, where there is a PostgreSQL."""
    command = sys.argv[1:]
    if missing():
        return subprocess.run(command).returncode
    with cluster() as running:
        database = running.new_database()
        return subprocess.run(command, env={**os.environ, "CHECKIN_HUB_DATABASE": database}).returncode


if __name__ == "__main__":
    sys.exit(main())
