"""Desks exchange with a hub's store: same entries, same digest, on every database."""

import random
from collections.abc import Callable
from pathlib import Path

from checkin_desktop.domain.admission import Source
from checkin_desktop.services.check_in import check_in
from checkin_desktop.storage.hub_server import ServerHub
from support.desks import Clock, Station
from support.hubs import ask, enrolled, sync

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
