"""A desk that asks a hub before it lets somebody in: over real HTTP, whatever the hub does."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Admitted, AlreadyInside, Outcome, Refusal, Refused, Source
from checkin_desktop.replication.claims import DoorClaims, HubClaims
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.claims import BUDGET_S
from checkin_desktop.services.ports.network import Road
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.storage.errors import DiskFull
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest, decode, encode
from support.desks import ROSTER, Station, found
from support.servers import Serve, body_of, say, server

OTHER = b"o" * 16
GRANTED = ClaimAnswer(True)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "one.checkin", people=ROSTER)
    yield station
    station.close()


class Asked:
    """What a hub was asked, and answers to give in turn (the last one for ever)."""

    def __init__(self, *answers: ClaimAnswer) -> None:
        self.answers = list(answers)
        self.requests: list[ClaimRequest] = []
        self.cancelled = threading.Event()

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        body = body_of(request)
        if request.command == "DELETE":
            self.cancelled.set()
            say(request, 200, b"{}")
            return
        self.requests.append(decode(body, ClaimRequest))
        say(request, 200, encode(self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]))


@contextmanager
def at_the_door(one: Station, serve: Serve, tmp_path: Path) -> Iterator[tuple[Desk, HubClaims]]:
    with server(tmp_path, serve) as (url, _):
        claims = HubClaims(HttpHub(url, one.file.secrets.event_id, None))
        claims.found("token")
        door = DoorClaims()
        door.use(Road.LAN, claims)
        yield replace(one.desk, claims=door), claims
        claims.close()


def scanned(one: Station, desk: Desk, **more: bool) -> CheckInResult:
    return check_in(desk, one.badge(one.person("Ana")), source=Source.CAMERA, **more)


def test_a_granted_admission_is_the_entry_that_was_claimed(one: Station, tmp_path: Path) -> None:
    asked = Asked(GRANTED)
    with at_the_door(one, asked, tmp_path) as (desk, _):
        result = scanned(one, desk)
    assert isinstance(result.verdict, Admitted)
    assert [r.entry_hash.hex() for r in asked.requests] == [result.entry]
    assert (asked.requests[0].attendee_id, asked.requests[0].override) == (one.person("Ana").id, False)
    assert one.faults() == []


def test_somebody_let_in_elsewhere_is_not_written_as_let_in_here(one: Station, tmp_path: Path) -> None:
    since = one.clock.now - 60_000
    with at_the_door(one, Asked(ClaimAnswer(False, "inside", OTHER, since)), tmp_path) as (desk, _):
        result = scanned(one, desk)
    assert isinstance(result.verdict, AlreadyInside)
    assert (result.verdict.station_id, result.verdict.pending) == (OTHER.hex(), False)
    assert result.verdict.since.timestamp() * 1000 == since
    assert one.inside() == []
    with one.file.read() as reads:
        written = reads.passages.passage(bytes.fromhex(result.entry))
    assert written is not None
    assert written.outcome is Outcome.ALREADY_INSIDE


def test_full_elsewhere_is_full_here(one: Station, tmp_path: Path) -> None:
    with at_the_door(one, Asked(ClaimAnswer(False, "full", limit=80)), tmp_path) as (desk, _):
        result = scanned(one, desk)
    assert result.verdict == Refused(Refusal.FULL, limit=80)
    assert one.inside() == []


def test_pending_writes_nothing_and_a_person_may_override_it(one: Station, tmp_path: Path) -> None:
    asked = Asked(ClaimAnswer(False, "pending", OTHER, one.clock.now), GRANTED)
    with at_the_door(one, asked, tmp_path) as (desk, _):
        before = len(one.entries())
        first = scanned(one, desk)
        assert isinstance(first.verdict, AlreadyInside)
        assert first.verdict.pending
        assert (first.entry, len(one.entries())) == ("", before)
        second = scanned(one, desk, override=True)
    assert isinstance(second.verdict, Admitted)
    assert [r.override for r in asked.requests] == [False, True]
    assert len(one.inside()) == 1


def test_a_hub_that_hangs_costs_its_budget_once(one: Station, tmp_path: Path) -> None:
    over, reached = threading.Event(), threading.Semaphore(0)

    def hang(_: BaseHTTPRequestHandler) -> None:
        reached.release()
        over.wait(30)

    with at_the_door(one, hang, tmp_path) as (desk, _):
        people = one.people()
        begun = time.monotonic()
        results = [check_in(desk, one.badge(p), source=Source.CAMERA) for p in people]
        took = time.monotonic() - begun
        over.set()
    assert {r.outcome for r in results} == {Outcome.ADMITTED}
    assert reached.acquire(timeout=5)
    assert not reached.acquire(blocking=False)
    assert took < BUDGET_S + 0.1 * len(people) + 1.0


def test_a_hub_that_died_is_not_asked_again_until_it_was_heard_of(one: Station, tmp_path: Path) -> None:
    asked = Asked(GRANTED)
    with at_the_door(one, asked, tmp_path) as (desk, claims):
        pass
    claims = HubClaims(HttpHub("http://127.0.0.1:9", one.file.secrets.event_id, None))
    claims.found("token")
    desk = replace(one.desk, claims=claims)
    assert isinstance(scanned(one, desk).verdict, Admitted)
    assert not claims.ready
    claims.close()
    assert asked.requests == []


def test_refusals_exits_and_paper_are_not_claimed(one: Station, tmp_path: Path) -> None:
    asked = Asked(GRANTED)
    with at_the_door(one, asked, tmp_path) as (desk, _):
        check_in(desk, "nadie", source=Source.CAMERA)
        check_in(desk, "40000002", source=Source.PAPER)
    assert asked.requests == []


def fill(one: Station) -> None:
    for number in range(10_000):
        try:
            check_in(one.desk, f"nadie {number}", source=Source.CAMERA)
        except DiskFull:
            return
    pytest.fail("the disk was not full")


def test_a_claim_whose_admission_was_not_written_is_given_back(one: Station, tmp_path: Path) -> None:
    """The disk is full: what the hub granted is free again."""
    with one.file.unit() as unit:
        unit._conn.exec_driver_sql("PRAGMA max_page_count=1")
    fill(one)
    asked = Asked(GRANTED)
    with at_the_door(one, asked, tmp_path) as (desk, _):
        with pytest.raises(DiskFull):
            scanned(one, desk)
        assert len(asked.requests) == 1
        assert asked.cancelled.wait(10)
