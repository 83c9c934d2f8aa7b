"""Desks exchange with a hub's store: same entries, same digest, on every database."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.facts import Fact, commitments
from checkin_desktop.services.check_in import check_in
from checkin_desktop.storage.errors import EventFileError
from checkin_desktop.storage.hub_server import ServerHub, open_server_hub
from checkin_desktop.storage.migrations import schema
from checkin_desktop.storage.tables import metadata
from support.desks import ROSTER, Clock, Station, found
from support.forge import forged, last_of
from support.hubs import ask, enrolled, sync
from support.postgres import Cluster

OpenHub = Callable[[str, Clock], ServerHub]


def test_desks_and_hub_come_to_the_same_state(
    anywhere: str, open_hub: OpenHub, one: Station, other: Station, tmp_path: Path
) -> None:
    hub = open_hub(anywhere, one.clock)
    event_id = one.file.secrets.event_id
    enrolled(one, hub)
    enrolled(other, hub)
    chance = random.Random(1)
    for _ in range(5):
        for desk in (one, other):
            for person in desk.people():
                desk.clock.turn(700)
                check_in(desk.desk, desk.badge(person), "day-2025-10-09", source=Source.CAMERA)
        sync(chance.choice([one, other]), hub, most=chance.choice([1, 3, 1000]))
    for desk in (one, other, one):
        sync(desk, hub)
    assert one.digest() == other.digest() == hub.digest(event_id)
    assert {c.station for c in ask(one, hub).contacts} == {s.file.station.station_id for s in (one, other)}


@settings(max_examples=15)
@given(st.lists(st.sampled_from(get_args(Fact)).flatmap(st.from_type), min_size=5, max_size=40))
def test_whatever_a_station_writes_counts_alike_everywhere(
    database_of: Callable[[], str], facts: list[Fact]
) -> None:
    """Signed nonsense of every kind: PostgreSQL stores what SQLite stores, and comes to the same."""
    with TemporaryDirectory(dir="/tmp") as folder:
        one = found(Path(folder) / "one.checkin", people=ROSTER)
        hub = open_server_hub(database_of(), one.clock)
        enrolled(one, hub)
        sync(one, hub)
        entries, last = [], last_of(one)
        for fact in facts:
            with suppress(ValueError, OverflowError):  # what not even CBOR can hold
                personal = [b"" for _ in commitments(fact)]
                last = forged(one, last, fact, personal)
                entries.append(last)
        taken = ask(one, hub, entries, most=0)
        assert one.take_in(entries)[0] == taken.taken
        assert hub.digest(one.file.secrets.event_id) == one.digest() == one.rebuilt_digest()
        hub.close()
        one.close()


@pytest.fixture
def database_of(cluster: Cluster) -> Callable[[], str]:
    return cluster.new_database


def test_every_step_comes_to_the_schema_that_is_laid_on_postgresql(database: str) -> None:
    engine = create_engine(database)
    with engine.begin() as conn:
        config = schema.migration_config()
        config.attributes["connection"] = conn
        command.upgrade(config, "head")
    with engine.begin() as conn:
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []
        schema.step_up(conn)
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(EventFileError) as told:
            schema.step_up(conn)
        assert told.value.sentence == "storage-newer"
    engine.dispose()


def test_a_hub_opened_again_goes_on(anywhere: str, open_hub: OpenHub, one: Station, other: Station) -> None:
    first = open_hub(anywhere, one.clock)
    token = enrolled(one, first)
    sync(one, first)
    first.close()
    again = open_hub(anywhere, one.clock)
    event_id = one.file.secrets.event_id
    assert again.authenticate(event_id, token) == one.file.station.station_id
    assert again.digest(event_id) == one.digest()
    assert [e.event_id for e in again.status()] == [event_id]
    enrolled(other, again)
    sync(other, again)
    assert len(again.status()[0].desks) == 2


def test_events_know_nothing_of_each_other(
    anywhere: str, open_hub: OpenHub, one: Station, tmp_path: Path
) -> None:
    stranger = found(tmp_path / "stranger.checkin", people=ROSTER[:2])
    hub = open_hub(anywhere, one.clock)
    for station in (one, stranger):
        enrolled(station, hub)
        sync(station, hub)
    for station in (one, stranger):
        assert hub.digest(station.file.secrets.event_id) == station.digest()
    assert sorted(e.attendees for e in hub.status()) == [2, 4]
    stranger.close()
