"""A stick pulled, full, or a program killed at any moment of writing: what was on the stick is still there."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.journal import Entry
from checkin_desktop.replication import bundle, durable
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.replication.durable import BundleError
from checkin_desktop.services.ports.exchange import BundleCover
from support.forge import hash_of

KEY = b"k" * 32
COVER = BundleCover(b"e" * 16, "Encuentro", b"sealed")
FILES = BundleFiles()
STATIONS = (b"s" * 16, b"t" * 16)


def entry(number: int, size: int = 8) -> Entry:
    body = number.to_bytes(4, "big") + os.urandom(size)
    e = Entry(b"", STATIONS[0], number, bytes(32), number, 0, "", "said", 1, body, bytes(64))
    return replace(e, hash=hash_of(e))


def add(path: Path, *entries: Entry, station: bytes = STATIONS[0], at: int = 0) -> None:
    FILES.add(path, COVER, KEY, entries, station, at)


def said(path: Path) -> set[bytes]:
    cover = FILES.look(path)
    assert cover is not None
    return {e.hash for e in FILES.read(path, cover, KEY).entries}


def in_a_process(work: Callable[[], object]) -> int:
    """Runs `work` in a process of its own and answers how it ended: 0 well, 1 an error in words, else killed."""
    child = os.fork()
    if child == 0:
        code = 3
        try:
            work()
            code = 0
        except BundleError:
            code = 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, path: Path, *entries: Entry) -> bool:
    """Kills the writer with -9 at its nth file operation; False if it ended before."""

    def work() -> None:
        left = [step]

        def hook(event: str, _: object) -> None:
            if event in ("open", "os.rename", "os.remove", "os.mkdir", "shutil.disk_usage"):
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        add(path, *entries)

    ended = in_a_process(work)
    assert ended in (0, -signal.SIGKILL)
    return ended != 0


def with_at_most(size: int, path: Path, *entries: Entry, killed: bool) -> int:
    """No file may grow beyond `size`: the system refuses to write on, or kills."""

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if killed else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        add(path, *entries)

    return in_a_process(work)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick"
    for number in (1, 2):
        add(path, entry(number))
    return path


def test_killed_at_any_file_operation_nothing_is_lost(stick: Path) -> None:
    step = 0
    while True:
        before, new = said(stick), entry(100 + step)
        killed = killed_at(step, stick, new)
        assert said(stick) in (before, before | {new.hash})
        add(stick, new)
        assert said(stick) == before | {new.hash}
        if not killed:
            break
        step += 1
    assert step >= 5


@settings(max_examples=40)
@given(share=st.floats(0, 1), killed=st.booleans(), size=st.integers(1, 40_000))
def test_cut_off_at_any_byte_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, share: float, killed: bool, size: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "stick"
    for number in (1, 2):
        add(path, entry(number))
    before, new = said(path), entry(3, size)
    whole = path.stat().st_size + size
    ended = with_at_most(round(whole * share), path, new, killed=killed)
    assert ended in (0, -signal.SIGXFSZ if killed else 1)
    assert said(path) == (before | {new.hash} if ended == 0 else before)
    add(path, new)
    assert said(path) == before | {new.hash}


def test_a_full_stick_says_how_much_is_needed(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = durable.shutil.disk_usage(stick.parent)
    monkeypatch.setattr(durable.shutil, "disk_usage", lambda _: usage._replace(free=70_000))
    before = said(stick)
    with pytest.raises(BundleError) as told:
        add(stick, entry(3, 1_000_000 - 200), entry(4, 200_000))
    assert told.value.sentence == "exchange-no-room"
    assert told.value.arguments["needed"] == 1.3
    assert said(stick) == before
    assert not stick.with_name("stick.part").exists()


def test_where_room_is_short_the_previous_file_goes_first(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    previous, real = durable.previous_of(stick), durable.shutil.disk_usage(stick.parent)
    assert previous.is_file()

    def usage(_: Path) -> object:
        return real._replace(free=1_000 if previous.exists() else 10_000_000)

    monkeypatch.setattr(durable.shutil, "disk_usage", usage)
    before, new = said(stick), entry(3)
    add(stick, new)
    assert said(stick) == before | {new.hash}
    assert said(previous) == before


def test_many_small_segments_become_one_and_say_who_wrote(stick: Path) -> None:
    for number in range(3, bundle._MANY_SMALL + 1):
        add(stick, entry(number), station=STATIONS[number % 2], at=number)
    many, before = stick.stat().st_size, said(stick)
    new = entry(999)
    add(stick, new, station=STATIONS[0], at=999)
    assert said(stick) == before | {new.hash}
    assert stick.stat().st_size < many * 0.8
    cover = FILES.look(stick)
    assert cover is not None
    contacts = FILES.read(stick, cover, KEY).contacts
    assert contacts == {STATIONS[0]: 999, STATIONS[1]: bundle._MANY_SMALL - 1}


def test_segments_there_are_not_written_anew(stick: Path) -> None:
    before = stick.read_bytes()
    add(stick, entry(3))
    assert stick.read_bytes().startswith(before)
