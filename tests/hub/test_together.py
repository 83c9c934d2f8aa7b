"""Batches that arrive at the same time are written together, and each sender is told of its own alone."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.journal import Entry
from checkin_desktop.services.check_in import check_in
from checkin_desktop.storage.chain import TakenIn
from checkin_desktop.storage.hub_intake import Intake
from checkin_desktop.storage.hub_server import ServerHub
from support.desks import Clock, Station
from support.hubs import ask, enrolled, sync


def _scanned(station: Station) -> list[Entry]:
    before = len(station.entries())
    for who in station.people():
        station.clock.turn(700)
        check_in(station.desk, station.badge(who), "day-2025-10-09", source=Source.CAMERA)
    return station.entries()[before:]


def test_each_sender_hears_of_its_own_entries_whoever_else_sends(
    anywhere: str, open_hub: Callable[[str, Clock], ServerHub], one: Station, other: Station
) -> None:
    hub = open_hub(anywhere, one.clock)
    for desk in (one, other):
        enrolled(desk, hub)
        sync(desk, hub)
    sync(one, hub)
    first, second = _scanned(one), _scanned(other)
    altered = replace(second[-1], sig=bytes(64))
    sendings: Sequence[tuple[Station, list[Entry]]] = (
        (one, first),
        (one, first),
        (other, second[:-1]),
        (other, [*second[:-1], altered]),
    )
    with ThreadPoolExecutor(len(sendings)) as pool:
        answers = list(pool.map(lambda s: ask(s[0], hub, s[1], most=0), sendings))
    assert answers[0].taken + answers[1].taken == len(first)
    assert answers[2].taken + answers[3].taken == len(second) - 1
    assert [[r.hash for r in a.refused] for a in answers] == [[], [], [], [altered.hash]]
    sync(other, hub)
    sync(one, hub)
    sync(other, hub)
    assert one.digest() == other.digest() == hub.digest(one.file.secrets.event_id)


def test_nobody_pays_for_anothers_batch(one: Station) -> None:
    """One transaction that fails is tried again, each part alone: only the part at fault fails."""
    good, bad = one.entries()[:2], one.entries()[2:3]
    intake, written = Intake(), list[int]()
    begun, go = threading.Event(), threading.Event()

    def write(entries: Sequence[Entry], seen: object) -> TakenIn:
        begun.set()
        go.wait(10)
        if bad[0] in entries:
            raise ValueError("at fault")
        written.append(len(entries))
        return TakenIn({e.hash for e in entries})

    with ThreadPoolExecutor(4) as pool:
        leading = pool.submit(intake.take, good[:1], {}, write)
        assert begun.wait(10)
        following = [pool.submit(intake.take, part, {}, write) for part in (good[1:], bad, [])]
        while len(intake._waiting) < len(following):
            pass
        go.set()
        assert leading.result(10).received == {good[0].hash}
        assert following[0].result(10).received == {good[1].hash}
        with pytest.raises(ValueError, match="at fault"):
            following[1].result(10)
        assert following[2].result(10).received == set()
    assert written == [1, 1, 0]
