"""A network and computers that fail in every way, with real processes: nothing lost, nothing doubled, one state."""

import random
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from checkin_desktop.domain.admission import Admitted, AlreadyInside, Outcome, Source
from checkin_desktop.replication.claims import HubClaims
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.ports.claims import Claims
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.services.sync import Dealings, exchange_with_hub
from checkin_desktop.startup.hub import embedded_hub
from checkin_desktop.storage.hub_event_file import EventFileHub
from checkin_desktop.storage.hub_server import ServerHub, open_server_hub
from support import postgres
from support.desks import Clock, opened, snapshot
from support.fault_proxy import FaultProxy, Plan
from support.faults import Running, Venue, claimed_and_hanging, venue, whole
from support.running_hubs import ServedHub, on_a_thread

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="module")
def cluster() -> Iterator[postgres.Cluster]:
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.cluster() as running:
        yield running


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder where the disk's flush costs nothing."""
    shared = Path("/dev/shm")
    with TemporaryDirectory(dir=shared if shared.is_dir() else None) as name:
        yield Path(name)


@contextmanager
def served(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[tuple[ServedHub, FaultProxy]]:
    """A hub as a process of its own, and the bad network before it."""
    database = str(folder / "hub")
    if kind == "postgresql":
        database = request.getfixturevalue("cluster").new_database()
    with ServedHub(database, folder) as hub, FaultProxy(hub.port) as proxy:
        yield hub, proxy


@contextmanager
def at_a_served_hub(
    kind: str, request: pytest.FixtureRequest, folder: Path, desks: int = 2
) -> Iterator[tuple[Venue, ServedHub, FaultProxy]]:
    """Desks enrolled at a hub that is a process, everything exchanged."""
    with served(kind, request, folder) as (hub, proxy), closing(venue(folder, [proxy.url] * desks)) as here:
        for at in range(desks):
            here.exchange(at, hub.new_code())
        here.reunion()
        yield here, hub, proxy


@contextmanager
def at_a_hub_here(folder: Path, clock: Clock | None = None) -> Iterator[tuple[Venue, ServerHub, FaultProxy]]:
    """A hub on a thread, the bad network before it, two desks that are enrolled there."""
    with (
        closing(open_server_hub(str(folder / "hub"), clock or Running())) as store,
        on_a_thread(store) as port,
        FaultProxy(port) as proxy,
        closing(venue(folder, [proxy.url] * 2)) as here,
    ):
        for at in (0, 1):
            here.exchange(at, store.new_code("")[0])
        here.reunion()
        yield here, store, proxy


@pytest.mark.slow
def test_cut_at_every_byte_of_one_exchange(memory: Path) -> None:
    """Some 4 KB both ways: heads, their answer with entries, entries, their answer."""
    with at_a_hub_here(memory) as (here, store, proxy):
        own, other = (d.file.station.station_id for d in here.desks)

        def news() -> None:
            """Something to say on both sides, where the last exchange left nothing."""
            if here.desks[0].heads()[other] == here.desks[1].heads()[other]:
                for _ in range(3):
                    here.scan(1, f"nadie {len(here.acknowledged)}")
                here.exchange(1)
                if here.desks[1].heads()[own] == here.desks[0].heads()[own]:
                    for _ in range(2):
                        here.scan(0, f"nadie {len(here.acknowledged)}")

        def cut_everywhere(plan: Callable[[int], Plan], each_time: Callable[[], None]) -> int:
            """How many bytes there were to cut at."""
            place = whole_ones = 0
            while whole_ones < 3:
                proxy.plan()
                each_time()
                proxy.plan(plan(place))
                whole_ones = 0 if here.try_to(0) else whole_ones + 1
                place += 1
            return place - 3

        news()
        asked = cut_everywhere(lambda n: Plan(cut_up=n), lambda: None)
        answered = cut_everywhere(lambda n: Plan(cut_down=n, gently=bool(n % 3)), news)
        assert asked + answered > 3_000
        proxy.plan()
        assert here.reunion() == store.digest(here.event_id)


@pytest.mark.slow
@pytest.mark.parametrize("kind", DATABASES)
def test_cut_at_200_random_places(kind: str, request: pytest.FixtureRequest, memory: Path) -> None:
    chance = random.Random(3)
    with at_a_served_hub(kind, request, memory) as (here, hub, proxy):
        failures = 0
        for _ in range(200):
            for _ in range(chance.randint(1, 4)):
                here.scan(chance.randrange(2), f"nadie {chance.random()}")
            place = chance.randint(0, 3_000)
            proxy.plan(
                chance.choice([Plan(cut_up=place), Plan(cut_down=place), Plan(cut_down=place, gently=True)])
            )
            failures += here.try_to(chance.randrange(2)) is not None
        assert failures > 50
        proxy.plan()
        assert here.reunion() == hub.digest(here.event_id)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(delay_s=0.2),
        Plan(bytes_per_s=5_000),
        Plan(repeat_request=True),
        Plan(repeat_answer=True),
        Plan(lose_answer=True),
        Plan(cut_down=600, gently=True),
        Plan(down=True),
    ],
    ids=["delayed", "slow", "asked twice", "answered twice", "answer lost", "truncated", "unplugged"],
)
def test_a_bad_line_costs_an_attempt_at_most(plan: Plan, tmp_path: Path) -> None:
    with at_a_hub_here(tmp_path) as (here, store, proxy):
        for at in (0, 1):
            for number in range(4):
                here.scan(at, f"nadie {at} {number}")
            here.scan(at, here.badge("Ana"))
            proxy.plan(plan)
            error = here.try_to(at)
            assert error is None or error.passing or error.trouble is Trouble.NOT_UNDERSTOOD
        proxy.plan()
        assert here.reunion() == store.digest(here.event_id)


@pytest.mark.slow
@pytest.mark.parametrize("phase", ["before", "during", "after"])
@pytest.mark.parametrize("kind", DATABASES)
def test_a_hub_killed_in_each_phase_goes_on_where_it_was(
    kind: str, phase: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Before it heard all, while it takes the batch in, after the commit with the answer lost."""
    chance = random.Random(phase)
    with at_a_served_hub(kind, request, tmp_path) as (here, hub, proxy):
        for _ in range(3):
            for at in (0, 1):
                for number in range(60):
                    here.scan(at, f"nadie {number} {chance.random()}")
            heard = len(here.desks[0].entries())
            if phase == "before":
                proxy.plan(Plan(cut_up=chance.randint(600, 4_000)))
                here.try_to(0)
                hub.kill()
            elif phase == "after":
                proxy.plan(Plan(lose_answer=True))
                here.try_to(0)
                hub.kill()
            else:
                proxy.plan()
                killer = threading.Thread(
                    target=killed_in_mid_batch, args=(hub, proxy, chance.uniform(0, 0.06))
                )
                killer.start()
                here.try_to(0)
                killer.join()
            error = here.try_to(1)
            assert error is not None
            assert error.passing
            assert len(here.desks[0].entries()) >= heard
            hub.start()
        assert here.reunion() == hub.digest(here.event_id)


def killed_in_mid_batch(hub: ServedHub, proxy: FaultProxy, after_s: float) -> None:
    """Once the batch itself is on its way, which is far larger than the heads before it."""
    waiting = threading.Event()
    for _ in range(2_000):
        if proxy.up > 4_000:
            break
        waiting.wait(0.001)
    waiting.wait(after_s)
    hub.kill()


@pytest.mark.slow
def test_postgresql_restarted_is_a_hub_away_for_a_while(
    cluster: postgres.Cluster, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with at_a_served_hub("postgresql", request, tmp_path) as (here, hub, _):
        for _ in range(2):
            for at in (0, 1):
                here.scan(at, here.badge("Ana"))
            cluster.stop()
            try:
                error = here.try_to(0)
                assert error is not None
                assert error.trouble is Trouble.BUSY
                assert error.retry_after_ms > 0
            finally:
                cluster.start()
            here.exchange(0)
        assert here.reunion() == hub.digest(here.event_id)


@pytest.mark.slow
def test_a_full_disk_at_the_hub_loses_nothing(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    with at_a_served_hub("sqlite", request, tmp_path) as (here, hub, _):
        hub.stop()
        hub.start(before=limited(150_000))
        for number in range(400):
            here.scan(0, f"nadie {number}")
        error = here.try_to(0)
        assert error is not None
        assert error.trouble is Trouble.BUSY
        hub.stop()
        hub.start()
        assert here.reunion() == hub.digest(here.event_id)


@pytest.mark.slow
def test_a_full_disk_at_the_desk_loses_nothing(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    with at_a_served_hub("sqlite", request, tmp_path) as (here, hub, _):
        for number in range(1_200):  # more than an empty file's own tables take
            here.scan(1, f"nadie {number}")
        here.exchange(1)
        full = here.desks[0]
        full.close()
        largest = max(p.stat().st_size for p in full.path.parent.glob(full.path.name + "*"))
        command = [
            sys.executable,
            "-m",
            "checkin_desktop",
            "--event",
            str(full.path),
            "exchange",
            "--hub",
            hub.url,
        ]
        code = ["--code", hub.new_code(), "--json"]
        refused = subprocess.run(
            [*command, *code], capture_output=True, text=True, preexec_fn=limited(largest + 50_000)
        )
        assert refused.returncode == 1, refused.stdout
        assert "Traceback" not in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1
        done = subprocess.run([*command, "--code", hub.new_code(), "--json"], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        here.desks[0] = opened(full.path, full, Running(), noticed=False)
        here.exchange(1)
        assert whole(here.desks, here.acknowledged) == hub.digest(here.event_id)


def limited(size: int) -> Callable[[], None]:
    """No file of the process grows beyond `size` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_token_that_expires_in_mid_exchange_asks_for_a_code_and_goes_on(tmp_path: Path) -> None:
    clock = Running()
    with at_a_hub_here(tmp_path, clock) as (here, store, _):
        for number in range(1_100):
            here.scan(0, f"nadie {number}")
        over = clock.now + 31 * 24 * 3_600_000
        with pytest.raises(HubError) as told:
            exchange_until(here, lambda sent: sent > 0, lambda: setattr(clock, "now", over))
        assert told.value.trouble is Trouble.NOT_ENROLLED
        for at in (0, 1):
            here.exchange(at, store.new_code("")[0])
        assert here.reunion() == store.digest(here.event_id)


def exchange_until(here: Venue, seen: Callable[[int], bool], then: Callable[[], None]) -> None:
    """An exchange of the first desk in whose middle something happens."""
    exchange_with_hub(here.desks[0].desk, here.ways[0], lambda sent, _: then() if seen(sent) else None)


def test_two_desks_with_one_identity_part_at_the_hub(tmp_path: Path) -> None:
    with closing(open_server_hub(str(tmp_path / "hub"))) as store, on_a_thread(store) as port:
        url = f"http://127.0.0.1:{port}"
        with closing(venue(tmp_path, [url])) as here:
            here.exchange(0, store.new_code("")[0])
            one = here.desks[0]
            copy = opened(snapshot(one, tmp_path / "copy.checkin"), one, Running(), noticed=False)
            here.desks.append(copy)
            here.ways.append(HttpHub(url, here.event_id, None, token=here.ways[0].token))
            here.dealings.append(Dealings())
            here.scan(0, here.badge("Ana"))
            here.scan(1, here.badge("Beto"))
            assert one.file.station.station_id == copy.file.station.station_id
            assert here.reunion() == store.digest(here.event_id)
            assert one.file.station.station_id != copy.file.station.station_id
            assert {a.name for a in one.inside()} == {a.name for a in copy.inside()}
            assert len(one.inside()) == 2


@contextmanager
def at_a_desks_hub(tmp_path: Path) -> Iterator[tuple[Venue, FaultProxy, int]]:
    """The first desk is the hub; the second stands behind the bad network."""
    with closing(venue(tmp_path, ["http://127.0.0.1:1"] * 2)) as here:
        store = EventFileHub(here.desks[0].file, 1)
        with on_a_thread(store) as port, FaultProxy(port) as proxy:
            here.ways = [HttpHub(f"http://127.0.0.1:{p}", here.event_id, None) for p in (port, proxy.port)]
            here.exchange(1)
            yield here, proxy, port


def test_an_answer_lost_after_the_claim_was_committed_admits_once(tmp_path: Path) -> None:
    with at_a_desks_hub(tmp_path) as (here, proxy, _):
        desk, ana = here.desks[1], here.badge("Ana")
        claims = HubClaims(HttpHub(proxy.url, here.event_id, None))
        claims.found(here.ways[1].token)
        proxy.plan(Plan(lose_answer=True))
        alone = check_in(replace(desk.desk, claims=claims), ana, source=Source.CAMERA, day_confirmed=True)
        assert isinstance(alone.verdict, Admitted)
        assert not claims.ready
        here.acknowledged.add(bytes.fromhex(alone.entry))
        here.desks[0].desk = replace(here.desks[0].desk, claims=own_claims(here))
        assert here.scan(0, ana) is Outcome.ALREADY_INSIDE
        here.exchange(1)
        whole(here.desks, here.acknowledged)
        with desk.file.read() as reads:
            assert reads.event.counts().conflicts == 0
        claims.close()


def test_a_desk_killed_after_claiming_is_pending_and_then_overridden(tmp_path: Path) -> None:
    with at_a_desks_hub(tmp_path) as (here, _, port):
        desk, ana = here.desks[1], here.badge("Ana")
        desk.close()
        url, token = f"http://127.0.0.1:{port}", here.ways[1].token
        dying = subprocess.Popen(
            [sys.executable, claimed_and_hanging(), str(desk.path), url, token, ana], stdout=subprocess.PIPE
        )
        assert dying.stdout is not None
        assert dying.stdout.readline().strip() == b"True"
        dying.kill()
        dying.communicate()
        here.desks[0].desk = replace(here.desks[0].desk, claims=own_claims(here))
        hub = here.desks[0]

        def there(**more: bool) -> object:
            return check_in(hub.desk, ana, source=Source.CAMERA, day_confirmed=True, **more).verdict

        first = there()
        assert isinstance(first, AlreadyInside)
        assert not first.pending
        hub.clock.turn(70)
        pending = there()
        assert isinstance(pending, AlreadyInside)
        assert pending.pending
        assert isinstance(there(override=True), Admitted)
        here.desks[1] = opened(desk.path, desk, Running(), noticed=False)
        here.exchange(1)
        here.desks[1].clock.turn(70)  # over the minute in which the same code repeats its verdict
        assert here.scan(1, ana) is Outcome.ALREADY_INSIDE
        here.exchange(1)
        whole(here.desks, here.acknowledged)
        assert len(hub.inside()) == 1


def own_claims(here: Venue) -> Claims:
    return embedded_hub(here.desks[0].file, 1).claims
