"""How many statements a check-in runs, and that what it remembers between two is never out of date."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from checkin_desktop.domain.admission import Admitted, Refused, Source, Verdict
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.facts import CheckpointDefined
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.found_event import define_checkpoint
from support.desks import OPENING, Station, exchange_all

_MOST = 15
"""BEGIN and COMMIT among them. Whoever raises it: each statement costs every guest in the queue."""


@contextmanager
def _statements(station: Station) -> Iterator[list[str]]:
    said: list[str] = []
    with station.file.unit() as unit:
        driver = unit.connection.connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(said.append)
    try:
        yield said
    finally:
        driver.set_trace_callback(None)


def _scan(station: Station, name: str, checkpoint: str | None = None) -> Verdict:
    badge = station.badge(station.person(name))
    return check_in(station.desk, badge, checkpoint, source=Source.CAMERA).verdict


def _room(capacity: int | None) -> Checkpoint:
    return Checkpoint("room", "Sala", CheckpointKind.SESSION, OPENING.date(), capacity=capacity)


def _closed_then_failed(station: Station) -> None:
    with station.file.unit() as unit:
        unit.append(CheckpointDefined(_room(1)))
        assert [c.capacity for c in unit.event.checkpoints() if c.id == "room"] == [1]
        raise ZeroDivisionError


def test_a_plain_check_in_runs_few_statements(one: Station) -> None:
    _scan(one, "Ana")
    with _statements(one) as said:
        assert isinstance(_scan(one, "Beto"), Admitted)
    assert "COMMIT" in said
    assert len(said) <= _MOST, "\n".join(said)


def test_what_changes_between_two_check_ins_counts_for_the_second(one: Station) -> None:
    define_checkpoint(one.desk, _room(None))
    assert isinstance(_scan(one, "Ana", "room"), Admitted)
    define_checkpoint(one.desk, _room(1))
    assert isinstance(_scan(one, "Beto", "room"), Refused)


def test_what_an_exchange_brings_between_two_check_ins_counts(one: Station, other: Station) -> None:
    define_checkpoint(one.desk, _room(None))
    exchange_all([one, other])
    assert isinstance(_scan(one, "Ana", "room"), Admitted)
    define_checkpoint(other.desk, _room(1))
    exchange_all([one, other])
    assert isinstance(_scan(one, "Beto", "room"), Refused)


def test_what_was_written_and_taken_back_is_not_remembered(one: Station) -> None:
    define_checkpoint(one.desk, _room(None))
    assert isinstance(_scan(one, "Ana", "room"), Admitted)
    with pytest.raises(ZeroDivisionError):
        _closed_then_failed(one)
    assert isinstance(_scan(one, "Beto", "room"), Admitted)
