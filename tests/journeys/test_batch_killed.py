"""The power fails while certificates are issued and printed: the batch goes on, and every number is accounted for."""

import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.services.certificate_register import register_audit
from checkin_desktop.services.certificates import review
from checkin_desktop.services.verify_certificate import verify
from support.desks import Station, found, opened

from .batch_script import SENT_AT_ONCE

SCRIPT = Path(__file__).with_name("batch_script.py")
LONGEST_S = 0.25
"""How long after it is ready the desk is killed at the latest; a whole batch takes several times that."""


@dataclass
class Told:
    """What the desk said that it had done, over all its lives."""

    issued: set[int] = field(default_factory=set)
    printed: list[int] = field(default_factory=list)
    ends: int = 0

    def hear(self, lines: list[str]) -> None:
        for line in lines:
            if not line.endswith("\n"):
                continue
            what, *serials = line.split()
            match what:
                case "issued":
                    self.issued |= set(map(int, serials))
                case "printed":
                    self.printed += map(int, serials)
                case "done":
                    self.ends += 1


def run(arguments: list[Path], told: Told, kill_after_s: float | None) -> None:
    """SIGKILL (TerminateProcess on Windows) at that instant; None: it comes to its end."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline() == "ready\n"
    if kill_after_s is not None:
        time.sleep(kill_after_s)  # not to wait for anything: the instant is chance
        running.kill()
    told.hear(running.stdout.readlines())
    running.stdout.close()
    assert running.wait() == 0 or kill_after_s is not None


def spooled(spool: Path) -> Counter[int]:
    """How often each number was given to the printer."""
    return Counter(int(n) for job in spool.glob("*.txt") for n in job.read_text().split())


def check(station: Station, told: Told, spool: Path) -> None:
    held = {line.serial: line for line in review(station.desk) if line.serial}
    (mine,) = register_audit(station.desk)
    assert mine.sound
    assert mine.used == mine.issued == len(held) == mine.unused - 1
    assert told.issued <= set(held)
    sent, noted = spooled(spool), Counter({n: line.prints for n, line in held.items() if line.prints})
    assert Counter(told.printed) <= noted <= sent
    assert station.faults() == []


def kill_rounds(folder: Path, people: int, kills: int) -> None:
    """So many while issuing, half as many while printing."""
    crowd = [
        Person("Persona", f"{n:03d}", DocumentKind.DNI, f"{60_000_000 + n}", f"Municipalidad {n % 7}")
        for n in range(people)
    ]
    station = found(folder / "event.checkin", people=crowd)
    path, told, chance = station.path, Told(), random.Random(kills)
    spool = folder / "spool"
    spool.mkdir()
    station.close()
    for arguments, times in (([path], kills), ([path, spool], kills // 2)):
        for instant in (*(chance.uniform(0, LONGEST_S) for _ in range(times)), None):
            run(arguments, told, instant)
            station = opened(path, station, noticed=False)
            check(station, told, spool)
            station.close()
    assert told.ends >= 2
    station = opened(path, station, noticed=False)
    lines = review(station.desk)
    assert sorted(line.serial or 0 for line in lines) == list(range(1, people + 1))
    assert all(line.prints for line in lines)
    assert {verify(station.desk, x.typed_code).verdict for x in lines} == {CertificateVerdict.VALID}
    # Given to the printer twice: at most the sheets that no entry told of yet when the power failed.
    again = spooled(spool) - Counter(range(1, people + 1))
    assert again.total() <= kills // 2 * SENT_AT_ONCE
    assert station.digest() == station.rebuilt_digest()
    station.close()


def test_a_batch_killed_now_and_then_goes_on(tmp_path: Path) -> None:
    kill_rounds(tmp_path, 60, 2)


@pytest.mark.slow
def test_a_batch_killed_twenty_times_loses_and_doubles_no_number(tmp_path: Path) -> None:
    kill_rounds(tmp_path, 200, 14)
