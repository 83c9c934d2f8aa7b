"""What was shown green is there, whatever happens to the computer."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.services.check_in import check_in
from checkin_desktop.storage.errors import DiskFull, InUse
from checkin_desktop.storage.event_file import open_event_file
from checkin_desktop.storage.lock import WriteLock
from support.desks import ROSTER, Station, found, opened

SCRIPT = Path(__file__).with_name("crash_script.py")


def _killed_while_checking_in(path: Path, acknowledged_before_kill: int) -> list[str]:
    """The entries that the desk acknowledged before SIGKILL (TerminateProcess on Windows)."""
    running = subprocess.Popen([sys.executable, str(SCRIPT), str(path)], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    said = [running.stdout.readline() for _ in range(acknowledged_before_kill)]
    running.kill()
    said += running.stdout.readlines()
    running.stdout.close()
    running.wait()
    return [line.strip() for line in said if line.endswith("\n")]


def _kill_rounds(folder: Path, rounds: int) -> None:
    station = found(folder / "event.checkin", people=ROSTER)
    path = station.path
    station.close()
    acknowledged: set[str] = set()
    chance = random.Random(rounds)
    for _ in range(rounds):
        said = _killed_while_checking_in(path, chance.randrange(1, 40))
        assert said
        acknowledged |= set(said)
        station = opened(path, station, noticed=False)
        held = [e.hash.hex() for e in station.entries()]
        assert acknowledged <= set(held)
        assert len(held) == len(set(held))
        assert station.faults() == []
        assert station.digest() == station.rebuilt_digest()
        station.close()


def test_killed_while_checking_in(tmp_path: Path) -> None:
    _kill_rounds(tmp_path, 4)


@pytest.mark.slow
def test_killed_forty_times_while_checking_in(tmp_path: Path) -> None:
    _kill_rounds(tmp_path, 40)


def test_a_second_program_is_told_who_has_the_file(one: Station) -> None:
    with pytest.raises(InUse) as told:
        WriteLock(one.path).acquire(patience_s=0.01)
    assert told.value.sentence == "storage-in-use"
    reader = open_event_file(one.path, for_writing=False)
    with reader.read() as reads:
        assert len(reads.people.all()) == len(ROSTER)
    reader.close()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Two megabytes of disk; an ordinary folder where this machine lets nobody mount one."""
    place = tmp_path / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    mounted = shutil.which("mount") and subprocess.run(mount, capture_output=True).returncode == 0
    yield place
    if mounted:
        subprocess.run(["umount", str(place)], check=True)


def _limit_pages(station: Station, most: int) -> None:
    with station.file.unit() as unit:
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count={most}")


def test_a_full_disk_is_said_and_loses_nothing(tiny_disk: Path) -> None:
    station = found(tiny_disk / "event.checkin", people=ROSTER)
    if not tiny_disk.is_mount():
        _limit_pages(station, 200)
    acknowledged = set()
    filler = tiny_disk / "filler"
    filler.write_bytes(bytes(200_000))

    def scan(number: int) -> None:
        result = check_in(station.desk, f"nobody {number} " + "x" * 400, source=Source.SCANNER)
        station.clock.turn(1)
        acknowledged.add(result.entry)

    def scan_on() -> None:
        for number in range(100_000):
            scan(number)

    with pytest.raises(DiskFull) as told:
        scan_on()
    assert told.value.sentence == "storage-disk-full"
    assert acknowledged
    with pytest.raises(DiskFull):
        scan(-1)
    filler.unlink()
    _limit_pages(station, 10_000)
    scan(-2)
    assert acknowledged <= {e.hash.hex() for e in station.entries()}
    assert station.faults() == []
    station.close()
    again = opened(tiny_disk / "event.checkin", station, noticed=False)
    assert acknowledged <= {e.hash.hex() for e in again.entries()}
    assert again.digest() == again.rebuilt_digest()
    again.close()
