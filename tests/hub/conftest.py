"""Hubs on every database that they run on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin_desktop.storage.hub_server import ServerHub, open_server_hub
from support import postgres
from support.desks import ROSTER, Clock, Station, found, joined


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.cluster() as running:
        yield running


@pytest.fixture
def database(cluster: postgres.Cluster) -> str:
    """The address of an empty PostgreSQL database."""
    return cluster.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of either kind, as `--database` names it."""
    if request.param == "sqlite":
        return str(tmp_path / "hub")
    return request.getfixturevalue("cluster").new_database()


@pytest.fixture
def open_hub() -> Iterator[Callable[[str, Clock], ServerHub]]:
    opened: list[ServerHub] = []

    def open_one(database: str, clock: Clock) -> ServerHub:
        opened.append(open_server_hub(database, clock))
        return opened[-1]

    yield open_one
    for hub in opened:
        hub.close()


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    """The founder's desk, its list imported."""
    station = found(tmp_path / "one.checkin", people=ROSTER)
    yield station
    station.close()


@pytest.fixture
def other(one: Station, tmp_path: Path) -> Iterator[Station]:
    """A second desk of the same event, which the first has not heard of."""
    station = joined(tmp_path / "other.checkin", one)
    yield station
    station.close()
