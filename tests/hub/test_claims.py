"""Claims: one desk lets somebody in, the others know before the entry is there."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.claims import (
    CONFIRMED_WITHIN_MS,
    ClaimReason,
    OpenClaim,
    Wanted,
    decide_claim,
)
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.presence import Presence
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.ports.hub import HubStore
from checkin_desktop.storage.hub_event_file import EventFileHub
from checkin_desktop.storage.hub_server import ServerHub
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest
from support.desks import OPENING, Clock, Station
from support.hubs import ask, enrolled, sync

OpenHub = Callable[[str, Clock], ServerHub]
DAY = "day-2025-10-09"
NOW = 1_000_000
ANA = Wanted(b"1" * 32, b"A" * 16, "ana", Outcome.ADMITTED)
INSIDE = Presence(True, 1, 5, 5, None, b"B" * 16)
GONE = replace(INSIDE, inside=False, last_out_at=6)


def _open(entry: bytes = b"2" * 32, station: bytes = b"B" * 16, who: str = "ana", age: int = 0) -> OpenClaim:
    return OpenClaim(entry, station, who, NOW - age)


OLD = CONFIRMED_WITHIN_MS


@pytest.mark.parametrize(
    ("wanted", "presence", "inside", "claims", "reentry", "capacity", "said"),
    [
        (ANA, Presence(), 0, [], False, None, ClaimReason.GRANTED),
        (ANA, INSIDE, 1, [], False, None, ClaimReason.INSIDE),
        (ANA, GONE, 0, [], False, None, ClaimReason.INSIDE),
        (ANA, GONE, 0, [], True, None, ClaimReason.GRANTED),
        (ANA, INSIDE, 1, [], True, None, ClaimReason.INSIDE),
        (replace(ANA, outcome=Outcome.WELCOME_BACK), INSIDE, 1, [], True, None, ClaimReason.GRANTED),
        (replace(ANA, outcome=Outcome.WELCOME_BACK), INSIDE, 1, [], False, None, ClaimReason.INSIDE),
        (replace(ANA, outcome=Outcome.LEFT), INSIDE, 9, [_open()], False, 1, ClaimReason.GRANTED),
        # another desk is about to let the same person in
        (ANA, Presence(), 0, [_open()], False, None, ClaimReason.INSIDE),
        (ANA, Presence(), 0, [_open(age=OLD - 1)], False, None, ClaimReason.INSIDE),
        (ANA, Presence(), 0, [_open(age=OLD)], False, None, ClaimReason.PENDING),
        (replace(ANA, override=True), Presence(), 0, [_open(age=OLD)], False, None, ClaimReason.GRANTED),
        (replace(ANA, override=True), Presence(), 0, [_open()], False, None, ClaimReason.INSIDE),
        # what the desk itself claimed does not stand in its way
        (ANA, Presence(), 0, [_open(entry=ANA.entry)], False, None, ClaimReason.GRANTED),
        (ANA, Presence(), 0, [_open(station=ANA.station_id)], False, None, ClaimReason.GRANTED),
        # capacity
        (ANA, Presence(), 1, [], False, 2, ClaimReason.GRANTED),
        (ANA, Presence(), 2, [], False, 2, ClaimReason.FULL),
        (ANA, Presence(), 1, [_open(who="beto")], False, 2, ClaimReason.FULL),
        (ANA, Presence(), 1, [_open(who="beto", station=ANA.station_id)], False, 2, ClaimReason.FULL),
        (ANA, Presence(), 1, [_open(who="beto", age=OLD)], False, 2, ClaimReason.PENDING),
        (
            replace(ANA, override=True),
            Presence(),
            1,
            [_open(who="beto", age=OLD)],
            False,
            2,
            ClaimReason.GRANTED,
        ),
        (replace(ANA, override=True), Presence(), 2, [], False, 2, ClaimReason.FULL),
        (replace(ANA, outcome=Outcome.WELCOME_BACK), INSIDE, 2, [], True, 2, ClaimReason.GRANTED),
    ],
)
def test_a_claim_is_decided(
    wanted: Wanted,
    presence: Presence,
    inside: int,
    claims: list[OpenClaim],
    reentry: bool,
    capacity: int | None,
    said: ClaimReason,
) -> None:
    assert decide_claim(wanted, presence, inside, claims, reentry, capacity, NOW).reason is said


@pytest.fixture(params=["sqlite", "postgresql", "desk"])
def hub(
    request: pytest.FixtureRequest, open_hub: OpenHub, one: Station, other: Station, tmp_path: Path
) -> HubStore:
    """A hub that both desks have exchanged with: on a server, or on the second desk itself."""
    if request.param == "desk":
        store: HubStore = EventFileHub(other.file, 3)
    elif request.param == "sqlite":
        store = open_hub(str(tmp_path / "hub"), one.clock)
    else:
        store = open_hub(request.getfixturevalue("cluster").new_database(), one.clock)
    for station in (one, other):
        enrolled(station, store)
        sync(station, store)
    return store


def _claim(hub: HubStore, station: Station, who: str, entry: bytes, **more: object) -> ClaimAnswer:
    request = ClaimRequest(entry, station.person(who).id, DAY, "admitted", station.clock.now, **more)  # type: ignore[arg-type]
    return hub.claim(station.file.secrets.event_id, station.file.station.station_id, request)


def test_two_desks_claim_the_same_person(hub: HubStore, one: Station, other: Station) -> None:
    first, second = b"1" * 32, b"2" * 32
    assert _claim(hub, one, "Ana", first).granted
    assert _claim(hub, one, "Ana", first).granted, "the answer was lost: asked again"
    said = _claim(hub, other, "Ana", second)
    assert (said.granted, said.reason, said.station) == (False, "inside", one.file.station.station_id)
    assert _claim(hub, other, "Beto", second).granted
    shown = ask(one, hub).claims
    assert {c.entry_hash for c in shown} == {first, second}
    event_id = one.file.secrets.event_id
    hub.cancel(event_id, other.file.station.station_id, first)
    assert not _claim(hub, other, "Ana", b"3" * 32).granted, "nobody cancels another desk's claim"
    hub.cancel(event_id, one.file.station.station_id, first)
    hub.cancel(event_id, one.file.station.station_id, first)
    assert _claim(hub, other, "Ana", b"3" * 32).granted


def test_a_claim_stands_until_its_entry_is_there(hub: HubStore, one: Station, other: Station) -> None:
    check_in(one.desk, one.badge(one.person("Ana")), DAY, source=Source.CAMERA)
    entry = one.entries()[-1].hash
    assert _claim(hub, one, "Ana", entry).granted
    assert [c.entry_hash for c in ask(one, hub).claims] == [entry]
    sync(one, hub)
    assert ask(one, hub).claims == ()
    said = _claim(hub, other, "Ana", b"2" * 32)
    assert (said.reason, said.station) == ("inside", one.file.station.station_id)
    assert _claim(hub, one, "Ana", entry).granted, "said again after its entry came"


def test_an_unconfirmed_claim_is_pending_and_may_be_overridden(
    hub: HubStore, one: Station, other: Station
) -> None:
    """The desk died after claiming."""
    assert _claim(hub, one, "Ana", b"1" * 32).granted
    for station in (one, other):
        station.clock.turn(10)
    assert _claim(hub, other, "Ana", b"2" * 32).reason == "pending"
    assert _claim(hub, other, "Ana", b"2" * 32, override=True).granted
    assert _claim(hub, one, "Ana", b"4" * 32).reason == "inside"


def test_the_last_seat_is_claimed_once(
    open_hub: OpenHub, anywhere: str, one: Station, other: Station
) -> None:
    hub = open_hub(anywhere, one.clock)
    define_checkpoint(
        one.desk, Checkpoint("mesa", "Mesa", CheckpointKind.SESSION, OPENING.date(), capacity=1)
    )
    for station in (one, other):
        enrolled(station, hub)
        sync(station, hub)
    event_id = one.file.secrets.event_id

    def seat(station: Station, who: str, entry: bytes) -> ClaimAnswer:
        request = ClaimRequest(entry, station.person(who).id, "mesa", "admitted", station.clock.now)
        return hub.claim(event_id, station.file.station.station_id, request)

    assert seat(one, "Ana", b"1" * 32).granted
    said = seat(other, "Beto", b"2" * 32)
    assert (said.reason, said.limit) == ("full", 1)
