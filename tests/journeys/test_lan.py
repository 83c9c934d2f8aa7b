"""Desks on one network: real hubs, real TLS, real sockets on the loopback, and processes that are killed."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Admitted, AlreadyInside, Outcome, Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.claims import HubClaims
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.exchange import PassphraseNeeded, set_passphrase
from checkin_desktop.services.ports.claims import BUDGET_S
from checkin_desktop.services.ports.network import HubConnected, HubOff, HubWaiting, Road
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.startup.events import OpenEvent, open_event
from checkin_desktop.startup.hub_link import open_hub
from checkin_desktop.startup.joining import begin_joining
from checkin_desktop.startup.network import DeskNetwork, open_network
from checkin_desktop.storage.event_file import wall_clock_ms
from support.desks import Clock, Station, found, person
from support.lan_desk import LOOPBACK

PASSPHRASE = "clave del encuentro"
PEOPLE = tuple(person(f"Persona Numero{n}", f"4100{n:04}") for n in range(24))
ROOT = Path(__file__).parents[2]


class Desk:
    """An open event on the network, and what a person at it waits for: looked at again when any desk changes."""

    _changed = threading.Condition()

    def __init__(self, opened: OpenEvent) -> None:
        self.opened, self.network = opened, open_network(opened, LOOPBACK)
        self.network.watch(self._notify)

    @property
    def lan(self) -> object:
        return self.network.states()[0]

    def until(self, seen: Callable[[], bool], seconds: float = 30) -> None:
        with self._changed:
            assert self._changed.wait_for(seen, seconds), self.network.states()

    def connected(self) -> bool:
        return isinstance(self.lan, HubConnected) and self.lan.to_send == 0

    def digest(self) -> str:
        with self.opened.file.read() as reads:
            return reads.journal.digest()

    def scan(self, code: str, **more: bool) -> Outcome:
        return check_in(self.opened.desk, code, source=Source.CAMERA, **more).outcome

    def close(self) -> None:
        self.opened.close()

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()


@pytest.fixture
def closing(home: Path) -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def founder(tmp_path: Path, closing: ExitStack) -> Station:
    station = found(tmp_path / "one.checkin", people=PEOPLE)
    set_passphrase(station.desk, PASSPHRASE)
    return station


@pytest.fixture
def hub(founder: Station, closing: ExitStack) -> Desk:
    desk = Desk(OpenEvent(founder.file))
    closing.callback(desk.close)
    return desk


def joins(network: DeskNetwork | str, name: str, tmp_path: Path, closing: ExitStack) -> Desk:
    pairing = network if isinstance(network, str) else network.new_code().pairing
    joining = begin_joining(pairing)
    opened, result = joining.finish(PASSPHRASE, path=tmp_path / f"{name}.checkin", station_name=name)
    assert result.joined
    opened.file._now_ms = Clock()
    desk = Desk(opened)
    closing.callback(desk.close)
    desk.until(desk.connected)  # its clock was put right, and measured
    return desk


def alike(*desks: Desk) -> None:
    for desk in desks:
        desk.until(lambda: len({d.digest() for d in desks}) == 1, 15)


def test_laptops_join_by_the_qr_and_all_come_to_one_state(
    hub: Desk, founder: Station, tmp_path: Path, closing: ExitStack
) -> None:
    sharing = hub.network.share()
    assert sharing.addresses == (f"127.0.0.1:{sharing.port}",)
    joining = begin_joining(sharing.pairing)
    assert joining.name == "Encuentro"
    with pytest.raises(PassphraseNeeded):
        joining.finish(None, path=tmp_path / "two.checkin")
    with pytest.raises(PersonFacingError) as told:
        joining.finish("otra clave", path=tmp_path / "two.checkin")
    assert told.value.sentence == "exchange-wrong-passphrase"
    joining.close()
    with pytest.raises(HubError) as used:
        begin_joining(sharing.pairing)
    assert used.value.trouble is Trouble.WRONG_CODE
    desks = [joins(hub.network, name, tmp_path, closing) for name in ("Mesa 2", "Mesa 3")]
    for desk, someone in zip([hub, *desks], founder.people(), strict=False):
        assert desk.scan(founder.badge(someone)) is Outcome.ADMITTED
    alike(hub, *desks)
    assert [d.opened.file.station.slot for d in (hub, *desks)] == [1, 2, 3]
    assert hub.digest() == founder.rebuilt_digest()


def patient(desk: Desk, url: str, closing: ExitStack) -> None:
    """Claims that wait as long as this busy machine needs; the budget is tried elsewhere."""
    link = desk.network._lan.link
    assert link is not None
    claims = HubClaims(open_hub(url, desk.opened.file.secrets), 20.0)
    claims.found(link.token)
    desk.opened.door.use(Road.LAN, claims)
    closing.callback(claims.close)


def test_desks_racing_for_the_same_badges_admit_everybody_once(
    hub: Desk, founder: Station, tmp_path: Path, closing: ExitStack
) -> None:
    sharing = hub.network.share()
    desks = [joins(hub.network, name, tmp_path, closing) for name in ("Mesa 2", "Mesa 3")]
    for desk in desks:
        patient(desk, f"https://127.0.0.1:{sharing.port}", closing)
    badges = [founder.badge(p) for p in founder.people()]
    together = threading.Barrier(3)

    def work(desk: Desk) -> list[Outcome]:
        outcomes = []
        for badge in badges:
            together.wait(30)
            outcomes.append(desk.scan(badge))
        return outcomes

    with ThreadPoolExecutor(3) as pool:
        everywhere = list(pool.map(work, (hub, *desks)))
    for outcomes in zip(*everywhere, strict=True):
        assert sorted(outcomes) == [Outcome.ADMITTED, Outcome.ALREADY_INSIDE, Outcome.ALREADY_INSIDE]
    alike(hub, *desks)
    with founder.file.read() as reads:
        assert reads.event.counts().conflicts == 0
        assert reads.event.counts().admitted == len(badges)


def test_an_address_is_enough_for_a_desk_of_the_event_and_another_events_hub_is_refused(
    hub: Desk, founder: Station, tmp_path: Path, closing: ExitStack
) -> None:
    address = hub.network.share().addresses[0]
    pairing = hub.network.new_code().pairing
    other = joins(hub.network, "Mesa 2", tmp_path, closing)
    other.network.disconnect(Road.LAN)
    assert isinstance(other.lan, HubOff)
    other.network.connect(address)
    assert isinstance(other.lan, HubConnected)
    stranger = found(tmp_path / "stranger.checkin")
    outsider = Desk(OpenEvent(stranger.file))
    closing.callback(outsider.close)
    with pytest.raises(HubError) as told:
        outsider.network.connect(address)
    assert told.value.trouble is Trouble.WRONG_CERTIFICATE
    with pytest.raises(PersonFacingError) as refused:
        outsider.network.connect(pairing)
    assert refused.value.sentence == "hub-pairing-other-event"
    assert isinstance(outsider.lan, HubOff)


def test_the_hub_is_taken_over_by_hand_and_everybody_goes_to_the_new_one(
    hub: Desk, founder: Station, tmp_path: Path, closing: ExitStack
) -> None:
    hub.network.share()
    two, three = (joins(hub.network, name, tmp_path, closing) for name in ("Mesa 2", "Mesa 3"))
    assert two.network.share().term == 2
    hub.until(lambda: hub.network.sharing() is None and hub.connected())
    three.until(lambda: isinstance(three.lan, HubConnected) and three.lan.hub == "Mesa 2")
    three.scan(founder.badge(founder.people()[0]))
    alike(hub, two, three)
    assert two.network.sharing() is not None


def test_sharing_needs_a_passphrase(tmp_path: Path, closing: ExitStack) -> None:
    desk = Desk(OpenEvent(found(tmp_path / "one.checkin").file))
    closing.callback(desk.close)
    with pytest.raises(PersonFacingError) as told:
        desk.network.share()
    assert told.value.sentence == "hub-share-needs-passphrase"


class Process:
    """A desk that shares in a process of its own."""

    def __init__(self, path: Path) -> None:
        environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}"}
        command = [sys.executable, "-m", "support.lan_desk", str(path)]
        self._run = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        self.said = self._line()

    def scan(self, code: str) -> dict[str, str]:
        assert self._run.stdin is not None
        self._run.stdin.write(code + "\n")
        self._run.stdin.flush()
        return self._line()

    def kill(self) -> None:
        if self._run.poll() is None:
            self._run.kill()
        self._run.communicate()

    def _line(self) -> dict[str, str]:
        assert self._run.stdout is not None
        said: dict[str, str] = json.loads(self._run.stdout.readline())
        return said


def test_a_killed_hub_changes_nothing_but_freshness(
    founder: Station, tmp_path: Path, closing: ExitStack
) -> None:
    founder.close()
    first = Process(founder.path)
    closing.callback(first.kill)
    two = joins(first.said["pairing"], "Mesa 2", tmp_path, closing)
    with two.opened.file.read() as reads:
        people = reads.people.all()
    badges = [founder.badge(p) for p in people]
    assert first.scan(badges[0])["verdict"] == "admitted"
    seen = check_in(two.opened.desk, badges[0], source=Source.CAMERA).verdict
    assert isinstance(seen, AlreadyInside)
    first.kill()
    begun = time.monotonic()
    alone = [check_in(two.opened.desk, badge, source=Source.CAMERA) for badge in badges[1:9]]
    took = time.monotonic() - begun
    assert all(isinstance(r.verdict, Admitted) for r in alone)
    assert took < BUDGET_S + 3.0
    two.until(lambda: isinstance(two.lan, HubWaiting))
    assert isinstance(two.lan, HubWaiting)
    assert two.lan.why.sentence == "hub-unreachable"
    assert two.lan.to_send > 0
    second = Process(founder.path)
    closing.callback(second.kill)
    two.network.exchange_now()
    two.until(two.connected)
    assert second.scan(badges[1])["verdict"] == "already_inside"
    second.kill()
    with open_event(founder.path) as again, again.file.read() as reads:
        written = {e.hash.hex() for e in reads.journal.entries()}
    assert {r.entry for r in alone} <= written


def test_the_command_line_exchanges_with_a_hub(
    hub: Desk, founder: Station, tmp_path: Path, closing: ExitStack
) -> None:
    founder.file._now_ms = wall_clock_ms
    sharing = hub.network.share()

    def run(*arguments: str) -> dict[str, int]:
        environment = os.environ | {"CHECKIN_PASSPHRASE": PASSPHRASE, "CHECKIN_HOME": str(tmp_path / "other")}
        command = [sys.executable, "-m", "checkin_desktop", *arguments, "--json"]
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
        assert ran.returncode == 0, ran.stderr
        answer: dict[str, int] = json.loads(ran.stdout)
        return answer

    event = ("--event", str(tmp_path / "cli.checkin"))
    first = run(*event, "exchange", "--hub", sharing.pairing, "--station", "Mesa 9")
    assert first["received"] > 0
    assert first["sent"] == 2  # its enrolment and its clock
    hub.scan(founder.badge(founder.people()[0]))
    again = run(*event, "exchange", "--hub", sharing.addresses[0])
    assert (again["sent"], again["received"], again["held"]) == (0, 1, 0)
