"""Desks for the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.desks import ROSTER, Station, found, joined


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    """The founder's desk, its list imported."""
    station = found(tmp_path / "one.checkin", people=ROSTER)
    yield station
    station.close()


@pytest.fixture
def other(one: Station, tmp_path: Path) -> Iterator[Station]:
    """A second desk of the same event."""
    station = joined(tmp_path / "other.checkin", one)
    one.take_from(station)
    yield station
    station.close()
