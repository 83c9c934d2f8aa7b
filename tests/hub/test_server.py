"""The hub as a program: served by a real server, on a real database, without Qt; several at once; stopped; cut off."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.services.sync import exchange_with_hub
from checkin_desktop.storage.hub_server import open_server_hub
from checkin_desktop.wire.messages import ClaimRequest
from support import hub_process, postgres
from support.desks import Station, joined

DAY = "day-2025-10-09"
PATIENCE_S = 30


def _hub(url: str, station: Station) -> HttpHub:
    return HttpHub(url, station.file.secrets.event_id, None)


def _code(home: Path, database: str) -> str:
    done = hub_process.command(home, "hub", "pair", "--database", database, "--json")
    assert done.returncode == 0, done.stderr
    return str(json.loads(done.stdout)["code"])


def _until(said: Callable[[], bool]) -> None:
    """Asks again until it is so, or fails."""
    end = time.monotonic() + PATIENCE_S
    while not said():
        assert time.monotonic() < end, "never came"


@pytest.fixture
def two_hubs(tmp_path: Path, database: str) -> Iterator[tuple[str, str]]:
    """Two workers over one PostgreSQL."""
    with ExitStack() as running:
        first = running.enter_context(hub_process.serving(tmp_path, database, "first"))
        second = running.enter_context(hub_process.serving(tmp_path, database, "second"))
        yield first.url, second.url


def test_two_workers_know_the_same(
    two_hubs: tuple[str, str], database: str, one: Station, other: Station, tmp_path: Path
) -> None:
    """A desk enrols at one worker and exchanges at the other; of two claims one is granted."""
    here, there = _hub(two_hubs[0], one), _hub(two_hubs[1], other)
    exchange_with_hub(one.desk, here, code=_code(tmp_path, database))
    exchange_with_hub(other.desk, there, code=_code(tmp_path, database))
    swapped = _hub(two_hubs[1], one)
    swapped.token = here.token
    exchange_with_hub(one.desk, swapped)
    exchange_with_hub(other.desk, there)
    store = open_server_hub(database)
    assert one.digest() == other.digest() == store.digest(one.file.secrets.event_id)
    store.close()
    with ThreadPoolExecutor(2) as both:
        for number, person in enumerate(one.people()):
            asked = [
                both.submit(
                    hub.claim, ClaimRequest(bytes([side, number] * 16), person.id, DAY, "admitted", 1), 10
                )
                for side, hub in enumerate((here, there))
            ]
            assert sorted(a.result().granted for a in asked) == [False, True]
    for hub in (here, there, swapped):
        hub.close()


def test_desks_sync_at_the_same_time(
    two_hubs: tuple[str, str], database: str, one: Station, tmp_path: Path
) -> None:
    """Four desks at two workers, all at once, several times: one state in the end."""
    desks = [one, *(joined(tmp_path / f"{n}.checkin", one) for n in range(2, 5))]
    hubs = [_hub(two_hubs[n % 2], desk) for n, desk in enumerate(desks)]
    for hub, desk in zip(hubs, desks, strict=True):
        exchange_with_hub(desk.desk, hub, code=_code(tmp_path, database))
    with ThreadPoolExecutor(4) as all_of_them:
        for _ in range(3):
            list(
                all_of_them.map(
                    lambda pair: exchange_with_hub(pair[0].desk, pair[1]), zip(desks, hubs, strict=True)
                )
            )
    for desk, hub in zip(desks, hubs, strict=True):
        exchange_with_hub(desk.desk, hub)
        hub.close()
    assert len({desk.digest() for desk in desks}) == 1
    for desk in desks[1:]:
        desk.close()


def test_a_database_that_restarts_is_waited_for(tmp_path: Path, one: Station) -> None:
    if postgres.missing():
        pytest.skip(postgres.missing())
    with postgres.cluster() as own:
        database = own.new_database()
        with hub_process.serving(tmp_path, database) as hub:
            client = _hub(hub.url, one)
            exchange_with_hub(one.desk, client, code=_code(tmp_path, database))
            own.stop()
            assert httpx.get(f"{hub.url}/v1/health").status_code == 503
            with pytest.raises(HubError) as told:
                exchange_with_hub(one.desk, client)
            assert told.value.trouble is Trouble.BUSY
            assert told.value.retry_after_ms > 0
            own.start()
            _until(lambda: httpx.get(f"{hub.url}/v1/health").status_code == 200)
            exchange_with_hub(one.desk, client)
            client.close()
        assert '"level": "error"' not in hub.log.read_text()


def test_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with hub_process.serving(tmp_path, str(tmp_path / "data")) as hub:
        host, port = hub.url.removeprefix("http://").split(":")
        for head in (b"Content-Length: 1000000000\r\n", b"Transfer-Encoding: chunked\r\n"):
            with socket.create_connection((host, int(port)), timeout=PATIENCE_S) as line:
                line.sendall(b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\n" + head + b"\r\n")
                sent = _pour(line, b"10000\r\n" + bytes(0x10000) + b"\r\n")
                assert sent < 40_000_000
        assert httpx.get(f"{hub.url}/v1/health").status_code == 200


def _pour(line: socket.socket, piece: bytes) -> int:
    """Sends until the other side answers or hangs up; how much it was."""
    line.settimeout(0.5)
    sent = 0
    while sent < 1_000_000_000:
        try:
            line.sendall(piece)
            sent += len(piece)
        except (OSError, TimeoutError):
            break
    return sent


def test_a_hub_told_to_stop_ends_well(tmp_path: Path, one: Station) -> None:
    with hub_process.serving(tmp_path, str(tmp_path / "data")) as hub:
        client = _hub(hub.url, one)
        exchange_with_hub(one.desk, client, code=_code(tmp_path, str(tmp_path / "data")))
        client.close()
        assert hub.stop() == 0
        lines = [json.loads(line) for line in hub.log.read_text().splitlines() if line.startswith("{")]
        assert {"at", "level", "event"} <= set(lines[0])
        assert [line["event"] for line in (lines[0], lines[-1])] == ["serving", "stopped"]
        assert "Traceback" not in hub.log.read_text()


def test_what_goes_wrong_is_said_in_a_sentence(tmp_path: Path) -> None:
    for database, said in (
        ("postgresql+psycopg://nobody@127.0.0.1:1/none", "La base de datos no responde"),
        ("mysql://x", "No se conoce la base de datos"),
    ):
        done = hub_process.command(tmp_path, "hub", "serve", "--database", database)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(said)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = hub_process.command(tmp_path, "hub", "serve", "--port", port, "--lang", "en")
        assert done.returncode == 1
        assert "another program holds it" in done.stderr


def test_pairing_shows_the_code_and_its_qr(tmp_path: Path) -> None:
    done = hub_process.command(tmp_path, "hub", "pair", "--address", "https://hub.example", "--lang", "en")
    assert done.returncode == 0
    assert "good once until" in done.stdout
    assert done.stdout.count("█") > 100
