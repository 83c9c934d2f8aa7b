"""Desks and a hub: whatever is cut off, refused or repeated, each entry is in the end everywhere, once."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from checkin_desktop.domain.admission import Admitted, AlreadyInside, Source
from checkin_desktop.domain.facts import StationRenamed, StationRevoked
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import stations
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.services.sync import Dealings, entries_to_send, exchange_with_hub
from checkin_desktop.startup.hub import embedded_hub
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.hub_event_file import EventFileHub
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest
from support.desks import (
    ROSTER,
    Clock,
    Station,
    differences,
    found,
    import_people,
    joined,
    opened,
    person,
    snapshot,
)
from support.direct_hub import DirectHub, Line, cut_at, sound


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "hub.checkin", people=ROSTER)
    yield station
    station.close()


@pytest.fixture
def desk(hub: Station, tmp_path: Path) -> Iterator[Station]:
    station = joined(tmp_path / "desk.checkin", hub, "Mesa 2")
    yield station
    station.close()


def way(hub: Station, line: Line = sound) -> DirectHub:
    return DirectHub(EventFileHub(hub.file, 1), hub.file.secrets.event_id, line)


def exchanged(desk: Station, hub: DirectHub) -> tuple[int, int]:
    result = exchange_with_hub(desk.desk, hub)
    return result.sent, result.received


def test_both_sides_end_with_the_same_and_nothing_twice(hub: Station, desk: Station) -> None:
    check_in(hub.desk, hub.badge(hub.person("Ana")), source=Source.CAMERA)
    check_in(desk.desk, hub.badge(hub.person("Beto")), source=Source.CAMERA)
    line = way(hub)
    sent, received = exchanged(desk, line)
    assert (sent, received) == (3, 1)  # its enrolment, its scan, its clock
    assert exchanged(desk, line) == (0, 0)
    assert differences(hub, desk) == {}
    assert hub.digest() == desk.digest()


def test_a_desk_learns_of_the_others_through_the_hub(hub: Station, desk: Station, tmp_path: Path) -> None:
    third = joined(tmp_path / "third.checkin", hub, "Mesa 3")
    check_in(desk.desk, hub.badge(hub.person("Ana")), source=Source.CAMERA)
    ways = {id(s): way(hub) for s in (desk, third)}
    for station in (desk, third, desk):
        exchanged(station, ways[id(station)])
    assert hub.digest() == desk.digest() == third.digest()
    assert [a.name for a in third.inside()] == [hub.person("Ana").name]
    third.close()


def test_what_is_much_goes_in_batches_and_goes_on_where_it_was_cut(hub: Station, desk: Station) -> None:
    for number in range(1_200):
        check_in(desk.desk, f"nadie {number}", source=Source.CAMERA)
    told: list[tuple[int, int]] = []
    line = way(hub, cut_at(7))
    with pytest.raises(HubError):
        exchange_with_hub(desk.desk, line, lambda sent, received: told.append((sent, received)))
    already = len(hub.entries())
    assert told[-1][0] == 1_000
    line.line = sound
    result = exchange_with_hub(desk.desk, line)
    assert result.sent == len(desk.entries()) - already
    assert hub.digest() == desk.digest()


@pytest.mark.parametrize("place", range(8))
def test_cut_at_any_place_the_next_attempt_finishes(hub: Station, desk: Station, place: int) -> None:
    """At 1, 3, 5 … the hub has done it and the answer is lost."""
    check_in(desk.desk, hub.badge(hub.person("Ana")), source=Source.CAMERA)
    line = way(hub, cut_at(place))
    with suppress(HubError):
        exchange_with_hub(desk.desk, line)
    line.line = sound
    exchange_with_hub(desk.desk, line)
    assert hub.digest() == desk.digest()
    assert hub.faults() == []


def test_what_the_hub_refuses_is_set_aside_and_the_rest_goes(
    hub: Station, desk: Station, tmp_path: Path
) -> None:
    other = joined(tmp_path / "other.checkin", hub, "Mesa 3")
    desk.take_from(other)
    with desk.file.unit() as unit:
        unit.append(StationRenamed("Puerta"))
    bad = max(
        (e for e in desk.entries() if e.station_id == desk.file.station.station_id), key=lambda e: e.seq
    )
    with desk.file.unit() as unit:
        unit.connection.execute(update(t.entry).where(t.entry.c.hash == bad.hash).values(sig=bytes(64)))
        unit.append(StationRenamed("Puerta norte"))
    check_in(other.desk, hub.badge(hub.person("Ana")), source=Source.CAMERA)
    desk.take_from(other)
    line, dealings = way(hub), Dealings()
    result = exchange_with_hub(desk.desk, line, dealings=dealings)
    assert dealings.set_aside[bad.hash] == "signature"
    assert result.set_aside >= 2  # what its station wrote after it waits with it
    assert len(hub.inside()) == 1
    again = exchange_with_hub(desk.desk, line, dealings=dealings)
    assert (again.sent, again.set_aside) == (0, result.set_aside)
    other.close()


def test_an_old_token_is_renewed_by_itself_and_a_revoked_desk_is_told(hub: Station, desk: Station) -> None:
    line = way(hub)
    exchanged(desk, line)
    hub.clock.turn(31 * 24 * 3600)
    desk.clock.turn(31 * 24 * 3600)
    old = line.token
    exchanged(desk, line)
    assert line.token != old
    line.token = "stolen"
    exchanged(desk, line)
    with hub.file.unit() as unit:
        unit.append(StationRevoked(desk.file.station.station_id, 1))
    with pytest.raises(HubError) as told:
        exchanged(desk, line)
    assert told.value.trouble is Trouble.REVOKED


def test_another_event_is_refused(hub: Station, tmp_path: Path) -> None:
    stranger = found(tmp_path / "stranger.checkin")
    line = DirectHub(EventFileHub(hub.file, 1), stranger.file.secrets.event_id)
    before = hub.digest()
    with pytest.raises(HubError) as told:
        exchanged(stranger, line)
    assert told.value.trouble is Trouble.OTHER_EVENT
    assert hub.digest() == before
    stranger.close()


def measured(station: Station) -> list[int]:
    with station.file.read() as reads:
        own = station.file.station.station_id
        return sorted((m.offset_ms for m in reads.event.clocks() if m.station_id == own), reverse=True)


def test_clocks_are_compared_and_told_once(hub: Station, desk: Station) -> None:
    desk.clock.turn(300)
    line = way(hub)
    exchanged(desk, line)
    assert measured(desk) == [-300_000]
    desk.clock.turn(1.5)
    assert exchanged(desk, line) == (0, 0)
    desk.clock.turn(10)
    exchanged(desk, line)
    assert measured(desk) == [-300_000, -311_500]
    offset = next(s.clock_offset_s for s in stations(hub.desk) if s.name == "Mesa 2")
    assert offset == pytest.approx(311.5)


def test_a_clock_set_back_is_measured_once_more(hub: Station, desk: Station) -> None:
    """The computer woke up a year ahead, and somebody put it right."""
    line = way(hub)
    desk.clock.turn(365 * 24 * 3600)
    exchanged(desk, line)
    desk.clock.turn(-365 * 24 * 3600)
    exchanged(desk, line)
    assert measured(desk) == [0, -365 * 24 * 3_600_000]
    assert exchanged(desk, line) == (0, 0)


def test_a_round_trip_is_halved(hub: Station, desk: Station) -> None:
    line = way(hub)
    exchanged(desk, line)

    def slow(_: str) -> None:
        desk.clock.turn(3)
        hub.clock.turn(3)

    line.line = slow
    exchanged(desk, line)
    assert measured(desk) == [0]


def test_a_hub_that_is_not_the_reference_gives_the_references_time(
    hub: Station, desk: Station, tmp_path: Path
) -> None:
    """Mesa 3 meets only mesa 2, which is known to be five minutes ahead of the founder."""
    desk.clock.turn(300)
    exchanged(desk, way(hub))
    third = joined(tmp_path / "third.checkin", desk, "Mesa 3", Clock(desk.clock.now + 60_000))
    exchanged(third, way(desk))
    with third.file.read() as reads:
        own = [m for m in reads.event.clocks() if m.station_id == third.file.station.station_id]
    assert [(m.peer, m.offset_ms) for m in own] == [(hub.file.station.station_id, -360_000)]
    third.close()


def test_every_desk_knows_since_when_it_has_not_heard_of_another(
    hub: Station, desk: Station, tmp_path: Path
) -> None:
    third = joined(tmp_path / "third.checkin", hub, "Mesa 3")
    line, other = way(hub), way(hub)
    exchanged(desk, line)
    last_seen = hub.clock.now
    for clock in (hub.clock, third.clock):
        clock.turn(600)
    exchanged(third, other)
    heard = {s.name: s.heard_at for s in stations(third.desk)}
    assert heard["Mesa 3"] is None
    assert heard["Mesa 1"] is not None
    assert heard["Mesa 2"] is not None
    assert heard["Mesa 2"].timestamp() * 1000 == last_seen
    assert heard["Mesa 1"].timestamp() * 1000 == third.clock.now
    third.close()


def test_a_copied_desk_that_meets_itself_goes_on_as_a_new_station(
    hub: Station, desk: Station, tmp_path: Path
) -> None:
    copy = opened(snapshot(desk, tmp_path / "copy.checkin"), desk, noticed=False)
    for station, name in ((desk, "Ana"), (copy, "Beto")):
        check_in(station.desk, hub.badge(hub.person(name)), source=Source.CAMERA)
    first = copy.file.station.station_id
    ways = {id(s): way(hub) for s in (desk, copy)}
    for station in (desk, copy, desk, copy, desk):
        exchanged(station, ways[id(station)])
    assert copy.file.station.station_id != first
    assert {a.name.split()[0] for a in hub.inside()} == {"Ana", "Beto"}
    assert hub.digest() == desk.digest() == copy.digest()
    assert entries_to_send(copy.desk, Dealings()) > 0
    copy.close()


@dataclass
class Asking:
    """The claims of a desk, straight to the hub."""

    hub: DirectHub
    ready: bool = True
    asked: list[bytes] = field(default_factory=list)

    def ask(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer | None:
        self.asked.append(request.entry_hash)
        try:
            return self.hub.claim(request, 0.1)
        except HubError:
            return None

    def give_back(self) -> None:
        self.hub.cancel(self.asked[-1], 0.1)


def test_a_desk_dead_after_claiming_leaves_a_claim_that_is_pending_after_ten_seconds(
    hub: Station, desk: Station
) -> None:
    line = way(hub)
    exchanged(desk, line)
    ana = hub.person("Ana")
    dead = ClaimRequest(b"d" * 32, ana.id, "day-2025-10-09", "admitted", desk.clock.now)
    assert line.claim(dead, 1).granted
    here = replace(hub.desk, claims=embedded_hub(hub.file, 1).claims)
    first = check_in(here, hub.badge(ana), source=Source.CAMERA)
    assert isinstance(first.verdict, AlreadyInside)
    assert not first.verdict.pending
    hub.clock.turn(61)
    second = check_in(here, hub.badge(ana), source=Source.CAMERA)
    assert isinstance(second.verdict, AlreadyInside)
    assert second.verdict.pending
    assert second.verdict.station_id == desk.file.station.station_id.hex()
    third = check_in(here, hub.badge(ana), source=Source.CAMERA, override=True)
    assert isinstance(third.verdict, Admitted)


def test_an_answer_lost_after_the_claim_was_kept_leaves_no_ghost(hub: Station, desk: Station) -> None:
    line = way(hub)
    exchanged(desk, line)
    line.line = cut_at(1)
    alone = check_in(replace(desk.desk, claims=Asking(line)), "40000001", source=Source.CAMERA)
    assert isinstance(alone.verdict, Admitted)
    exchanged(desk, line)
    hub.clock.turn(120)
    there = check_in(
        replace(hub.desk, claims=embedded_hub(hub.file, 1).claims), "40000001", source=Source.CAMERA
    )
    assert isinstance(there.verdict, AlreadyInside)
    assert (there.verdict.pending, hub.digest()) == (False, hub.rebuilt_digest())
    assert len(hub.inside()) == 1


STEPS = st.one_of(
    st.tuples(st.just("scan"), st.integers(0, 2), st.integers(0, 3)),
    st.tuples(st.just("exchange"), st.integers(1, 2), st.integers(0, 9)),
)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, max_size=14))
def test_any_history_of_scans_and_broken_exchanges_ends_in_one_state(
    steps: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        hub = found(root / "hub.checkin", people=ROSTER)
        desks = [hub, joined(root / "a.checkin", hub, "Mesa 2"), joined(root / "b.checkin", hub, "Mesa 3")]
        ways = [way(hub) for _ in desks]
        people = [hub.badge(p) for p in hub.people()]
        acknowledged: set[str] = set()
        for kind, who, what in steps:
            for station in desks:
                station.clock.turn(61)
            if kind == "scan":
                acknowledged.add(check_in(desks[who].desk, people[what], source=Source.CAMERA).entry)
            else:
                ways[who].line = cut_at(what)
                with suppress(HubError):
                    exchange_with_hub(desks[who].desk, ways[who])
                ways[who].line = sound
        for who in (1, 2, 1, 2):
            exchange_with_hub(desks[who].desk, ways[who])
        assert len({s.digest() for s in desks}) == 1
        for station in desks:
            assert acknowledged <= {e.hash.hex() for e in station.entries()}
            assert station.faults() == []
            station.close()


def test_it_costs_what_is_missing(hub: Station, desk: Station) -> None:
    import_people(hub, [person(f"Persona Nueva{n}") for n in range(300)])
    line = way(hub)
    exchanged(desk, line)
    asked: list[str] = []
    line.line = asked.append
    check_in(desk.desk, "nadie", source=Source.CAMERA)
    assert exchanged(desk, line) == (1, 0)
    assert len(asked) == 4  # heads, then the one entry


def test_a_badge_handed_on_to_another_desk_within_the_minute_is_inside_already(
    hub: Station, desk: Station
) -> None:
    badge = hub.badge(hub.person("Ana"))
    check_in(hub.desk, badge, source=Source.CAMERA)
    desk.take_from(hub)
    again = check_in(desk.desk, badge, source=Source.CAMERA)
    assert isinstance(again.verdict, AlreadyInside)
    assert again.verdict.station_id == hub.file.station.station_id.hex()
    assert isinstance(check_in(hub.desk, badge, source=Source.CAMERA).verdict, Admitted)
