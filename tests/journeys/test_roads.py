"""Random histories over all roads together (stick, a desk's hub, a server, directly): one state in the end."""

import random
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.replication.claims import HubClaims
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.exchange import exchange_bundle
from checkin_desktop.services.ports.remote_hub import HubError
from checkin_desktop.services.sync import Dealings, exchange_with_hub
from checkin_desktop.startup.hub import embedded_hub
from checkin_desktop.storage.hub_event_file import EventFileHub
from checkin_desktop.storage.hub_server import ServerHub, open_server_hub
from support.desks import ROSTER, Station, differences, found, joined
from support.fault_proxy import FaultProxy, Plan
from support.faults import Running, today
from support.running_hubs import on_a_thread

DESKS = 3
PASSPHRASE = "cuatro palabras bien largas"
BUDGET_S = 5.0
"""For claims here: this is about what is decided, not about a loaded machine's speed."""
LAN, SERVER = range(2)


@dataclass
class World:
    """The first desk is the venue's hub; every desk has a bad line to it, and one to a server."""

    folder: Path
    desks: list[Station]
    server: ServerHub
    proxies: list[FaultProxy]
    ways: list[list[HttpHub]]
    claims: list[HubClaims]
    dealings: list[list[Dealings]] = field(
        default_factory=lambda: [[Dealings(), Dealings()] for _ in range(DESKS)]
    )
    acknowledged: set[bytes] = field(default_factory=set)

    def scan(self, at: int, who: int, claimed: bool) -> None:
        """`claimed`: the desk sees the hub of the venue; otherwise it decides alone."""
        station = self.desks[at]
        person = station.people()[who % len(ROSTER)]
        asked = None
        if claimed:
            asked = embedded_hub(self.desks[0].file, 1).claims if at == 0 else self.claims[at]
        desk = replace(station.desk, claims=asked)
        result = check_in(desk, station.badge(person), source=Source.CAMERA, day_confirmed=True)
        if result.entry:
            self.acknowledged.add(bytes.fromhex(result.entry))

    def exchange(self, at: int, road: int, plan: Plan) -> None:
        """The first desk needs no road to its own hub."""
        if (at, road) == (0, LAN):
            return
        self.proxies[road].plan(plan)
        with suppress(HubError):
            self._sound(at, road)
        self.proxies[road].plan()

    def stick(self, at: int, pulled: bool) -> None:
        """`pulled`: what was written last is cut; the stick holds its previous bundle too."""
        bundle = self.folder / "event.bundle"
        with suppress(PersonFacingError):
            exchange_bundle(self.desks[at].desk, BundleFiles(), bundle, PASSPHRASE)
        if pulled and bundle.is_file():
            bundle.write_bytes(bundle.read_bytes()[:-7])

    def directly(self, at: int, other: int, some: int) -> None:
        """Only the first few, in any order, some of them twice."""
        with self.desks[other].file.read() as reads:
            lacking = list(reads.journal.missing(self.desks[at].heads()))[: some + 1]
        random.Random(some).shuffle(lacking)
        self.desks[at].take_in([*lacking, *lacking[:2]])

    def reunion(self) -> None:
        for _ in range(2):
            for at in range(DESKS):
                for road in (LAN, SERVER):
                    if (at, road) != (0, LAN):
                        self._sound(at, road)
        for station in self.desks:
            assert differences(self.desks[0], station) == {}
            assert station.digest() == self.server.digest(station.file.secrets.event_id)
            hashes = [e.hash for e in station.entries()]
            assert len(hashes) == len(set(hashes))
            assert self.acknowledged <= set(hashes)
            assert station.faults() == []

    def _sound(self, at: int, road: int) -> None:
        code = self.server.new_code("")[0] if road == SERVER and not self.ways[at][road].token else ""
        exchange_with_hub(self.desks[at].desk, self.ways[at][road], None, self.dealings[at][road], code)

    def admissions(self) -> int:
        with self.desks[0].file.read() as reads:
            return sum(p.outcome == "admitted" for p in reads.passages.recent(10_000, None))


def made(stack: ExitStack) -> World:
    shared = Path("/dev/shm")
    folder = Path(stack.enter_context(TemporaryDirectory(dir=shared if shared.is_dir() else None)))
    desks = [found(folder / "1.checkin", days=(today(),), people=ROSTER, clock=Running())]
    desks += [joined(folder / f"{n}.checkin", desks[0], f"Mesa {n}", Running()) for n in range(2, DESKS + 1)]
    for station in desks:
        stack.callback(station.close)
    server = open_server_hub(str(folder / "server"))
    stack.callback(server.close)
    ports = [stack.enter_context(on_a_thread(s)) for s in (EventFileHub(desks[0].file, 1), server)]
    proxies = [stack.enter_context(FaultProxy(port)) for port in ports]
    event_id = desks[0].file.secrets.event_id
    ways = [[HttpHub(p.url, event_id, None) for p in proxies] for _ in desks]
    for way in (w for both in ways for w in both):
        stack.callback(way.close)
    claims = [HubClaims(HttpHub(proxies[LAN].url, event_id, None), BUDGET_S) for _ in desks]
    world = World(folder, desks, server, proxies, ways, claims)
    for at in range(1, DESKS):
        stack.callback(claims[at].close)
        world._sound(at, LAN)
        claims[at].found(ways[at][LAN].token)
    return world


PLANS = st.one_of(
    st.just(Plan()),
    st.just(Plan(lose_answer=True)),
    st.just(Plan(repeat_request=True)),
    st.builds(Plan, cut_up=st.integers(0, 3_000)),
    st.builds(Plan, cut_down=st.integers(0, 3_000), gently=st.booleans()),
)
desk = st.integers(0, DESKS - 1)
STEPS = st.one_of(
    st.tuples(st.just(World.scan), desk, st.integers(0, 3), st.booleans()),
    st.tuples(st.just(World.exchange), desk, st.sampled_from([LAN, SERVER]), PLANS),
    st.tuples(st.just(World.stick), desk, st.booleans()),
    st.tuples(st.just(World.directly), desk, desk, st.integers(0, 4)),
)
HISTORIES = st.lists(STEPS, min_size=4, max_size=16)


def play(steps: list[tuple]) -> None:  # type: ignore[type-arg]
    with ExitStack() as stack:
        world = made(stack)
        for action, *what in steps:
            for station in world.desks:
                station.clock.turn(61)
            action(world, *what)
        world.reunion()


@settings(max_examples=6, suppress_health_check=list(HealthCheck), deadline=None)
@given(HISTORIES)
def test_any_history_over_all_roads_ends_in_one_state(steps: list[tuple]) -> None:  # type: ignore[type-arg]
    play(steps)


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(HISTORIES)
def test_many_histories_over_all_roads_end_in_one_state(steps: list[tuple]) -> None:  # type: ignore[type-arg]
    play(steps)


@settings(max_examples=6, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(st.tuples(desk, st.integers(0, 3)), min_size=6, max_size=14))
def test_desks_that_see_each_other_admit_each_person_once(scans: list[tuple[int, int]]) -> None:
    """Nothing is exchanged in between: what the others know, they know by claims."""
    with ExitStack() as stack:
        world = made(stack)
        for at, who in scans:
            world.scan(at, who, claimed=True)
        world.reunion()
        assert world.admissions() == len({who for _, who in scans})
        with world.desks[0].file.read() as reads:
            kinds = {c.kind for c in reads.conflicts.all(open_only=True)}
        assert kinds <= {ConflictKind.SLOT_TAKEN_TWICE}  # desks 2 and 3 joined without knowing of each other
