"""The hub under load: `hub serve` as a process, on PostgreSQL where CHECKIN_HUB_DATABASE names one, else on SQLite.

`python bench/hub.py [senders [entries of each]]` (200, 100). `make bench-hub` starts a PostgreSQL first. The senders
speak plain HTTP from this process, on the same processor cores as the hub and its database. Nothing is asserted but
that hub and desks come to one digest.
"""

import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import httpx

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.facts import Fact, PassageRecorded
from checkin_desktop.domain.journal import NO_HASH, Entry, hlc_at
from checkin_desktop.keys.enrolment import token_digest
from checkin_desktop.keys.event_keys import StationKeys, new_station_keys
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.exchange import enrolment
from checkin_desktop.services.hub import enrol
from checkin_desktop.services.sync import enrolment_at_hub, exchange_with_hub
from checkin_desktop.storage.event_file import wall_clock_ms
from checkin_desktop.storage.hub_server import ServerHub, open_server_hub
from checkin_desktop.wire.bodies import encode_body
from checkin_desktop.wire.entries import entry_hash
from checkin_desktop.wire.messages import (
    ExchangeRequest,
    WireHead,
    deflated,
    encode,
    pack_entry,
    wire_heads,
)
from support.desks import DAYS, Station, found, joined, person
from support.faults import Running
from support.running_hubs import ServedHub

CONNECTIONS = 8
POINTS = tuple(Checkpoint(f"s{n}", f"Sesión {n}", CheckpointKind.SESSION, DAYS[0]) for n in range(1, 9))
SHARERS = {"the hub": "hub serve", "PostgreSQL": "postgres: ", "the senders": "bench/hub.py"}
"""Who shares this machine's cores, by what their command lines say."""
SHARES = (
    ("reading entries (CBOR, SHA-256)", "unpack_entry"),
    ("signatures (Ed25519)", "signed_by"),
    ("storing entries", "insert_entries"),
    ("projections", "apply_entries"),
    ("answering", "answer"),
)


@dataclass
class Sender:
    """A station that exists for this bench alone: its keys and everything it wrote."""

    keys: StationKeys
    entries: list[Entry]

    def write(self, fact: Fact) -> None:
        last = self.entries[-1] if self.entries else None
        now = wall_clock_ms()
        kind, version, body = encode_body(fact)
        hlc = max(hlc_at(now), last.hlc + 1 if last else 0)
        envelope = (self.keys.station_id, len(self.entries) + 1, last.hash if last else NO_HASH, hlc, now, "")
        digest = entry_hash(*envelope, kind, version, body)
        sig = SigningKey(self.keys.station_key).sign(digest)
        self.entries.append(Entry(digest, *envelope, kind, version, body, sig))

    def push(self, entries: Sequence[Entry]) -> ExchangeRequest:
        last = self.entries[-1]
        head = WireHead(self.keys.station_id, last.seq, last.hash)
        return ExchangeRequest((head,), tuple(map(pack_entry, entries)), most=0)


def event_of(path: Path, people: int) -> Station:
    crowd = [person(f"Nombre{n} Quispe Mamani", f"{40_000_000 + n}") for n in range(people)]
    return found(path, checkpoints=POINTS, people=crowd, clock=Running())


def senders_of(founder: Station, senders: int, entries: int) -> list[Sender]:
    """Each lets other people into other rooms: no two of them ever disagree."""
    secrets, made = founder.secrets, []
    pairs: Iterator[tuple[Checkpoint, str]] = product(POINTS, [a.id for a in founder.people()])
    for number in range(senders):
        slot = number % (len(secrets.slot_keys) - 3) + 4
        sender = Sender(new_station_keys(slot, secrets.slot_keys[slot - 1]), [])
        sender.write(enrolment(secrets.event.event_id, sender.keys, f"Sender {number}"))
        for _ in range(entries):
            point, who = next(pairs)
            sender.write(
                PassageRecorded(who, "", point.id, Outcome.ADMITTED, "", wall_clock_ms(), Source.CAMERA)
            )
        made.append(sender)
    return made


def enrolled(store: ServerHub, founder: Station, senders: Sequence[Sender]) -> list[str]:
    """Their tokens."""
    event_id, tokens = founder.secrets.event.event_id, []
    with founder.file.read() as reads:
        first = reads.journal.introduction(founder.file.station.station_id)
    for sender in senders:
        code, _ = store.new_code("bench")
        shown = (*first, sender.entries[0])
        request = enrolment_at_hub(event_id, sender.keys, wall_clock_ms(), code, None, shown)
        tokens.append(enrol(store, request).token)
    return tokens


def processor_s(called: str) -> float:
    """Processor seconds used so far by all processes whose command line says `called`, as Linux counts them."""
    ticks = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if called in command:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def pushed(url: str, event_id: bytes, senders: Sequence[Sender], tokens: Sequence[str]) -> float:
    """Seconds until everything of all senders was taken in; that they belong to the event was said before."""
    path = f"/v1/events/{event_id.hex()}/exchange"
    firsts = [deflated(encode(s.push(s.entries[:1])))[0] for s in senders]
    bodies = [deflated(encode(s.push(s.entries[1:])))[0] for s in senders]
    client = httpx.Client(
        base_url=url, timeout=120, trust_env=False, limits=httpx.Limits(max_connections=CONNECTIONS)
    )

    def send(number: int, bodies: Sequence[bytes] = bodies) -> int:
        headers = {"Authorization": f"Bearer {tokens[number]}", "Content-Type": "application/json"}
        headers |= {"Content-Encoding": "deflate"}
        answer = client.post(path, content=bodies[number], headers=headers)
        return int(answer.raise_for_status().json()["taken"])

    with client, ThreadPoolExecutor(CONNECTIONS) as pool:
        known = sum(pool.map(lambda number: send(number, firsts), range(len(senders))))
        assert known == len(senders), known
        before = [processor_s(called) for called in SHARERS.values()]
        began = time.perf_counter()
        taken = sum(pool.map(send, range(len(senders))))
        took = time.perf_counter() - began
    for (who, called), spent in zip(SHARERS.items(), before, strict=True):
        print(f"    processor time, {who:12} {(processor_s(called) - spent) / taken * 1e6:5.0f} µs an entry")
    assert taken == sum(len(s.entries) - 1 for s in senders), taken
    return took


def ten_behind(url: str, founder: Station, desk: Station, token: str) -> tuple[int, float]:
    """Entries fetched by a desk that lacks ten, and milliseconds: the median of twenty."""
    hub = HttpHub(url, founder.secrets.event.event_id, None, token=token)
    with founder.file.read() as reads:
        heads = dict(desk.heads())
        own = founder.file.station.station_id
        seq = heads[own][0][0]
        entry = next(e for e in reads.journal.entries() if e.station_id == own and e.seq == seq - 10)
    heads[own] = ((entry.seq, entry.hash),)
    request, times, fetched = ExchangeRequest(wire_heads(heads)), [], 0
    with closing(hub):
        for _ in range(20):
            began = time.perf_counter()
            fetched = len(hub.exchange(request).entries)
            times.append((time.perf_counter() - began) * 1000)
    return fetched, sorted(times)[10]


def shares(database: str, folder: Path) -> None:
    """The same work on another event in this process under a profiler: what a batch's time goes to, in per cent."""
    founder = event_of(folder / "profiled.checkin", 500)
    senders = senders_of(founder, 40, 100)
    with closing(founder), closing(open_server_hub(database)) as store:
        event_id = founder.secrets.event.event_id
        tokens = enrolled(store, founder, senders)
        station = store.authenticate(event_id, token_digest(tokens[0]))
        store.exchange(event_id, station, ExchangeRequest((), tuple(map(pack_entry, founder.entries())), 0))
        profile = cProfile.Profile()
        profile.enable()
        for sender in senders:
            store.exchange(event_id, station, sender.push(sender.entries))
        profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    whole = sum(row[2] for row in stats.values())
    for name, function in SHARES:
        spent = max((row[3] for (_, _, f), row in stats.items() if f == function), default=0.0)
        print(f"    {name:34} {100 * spent / whole:5.1f} %")
    for name, words in (
        ("of all: waiting for the database", ("psycopg", "_psycopg", "sqlcipher", "cursor")),
    ):
        spent = sum(row[2] for (file, _, f), row in stats.items() if any(w in file + f for w in words))
        print(f"    {name:34} {100 * spent / whole:5.1f} %")


def main() -> None:
    count, each = map(int, (*sys.argv[1:3], "200", "100")[:2] if len(sys.argv) != 2 else (sys.argv[1], "100"))
    database = os.environ.get("CHECKIN_HUB_DATABASE", "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people = -(-count * each // len(POINTS))
        founder = event_of(folder / "one.checkin", people)
        desks = [founder, *(joined(folder / f"{n}.checkin", founder, f"Mesa {n}", Running()) for n in (2, 3))]
        began = time.perf_counter()
        senders = senders_of(founder, count, each)
        total = sum(len(s.entries) for s in senders)
        print(
            f"{people} people, {count} senders, {total} entries written in {time.perf_counter() - began:.1f} s"
        )
        kind = "PostgreSQL" if database else "SQLite"
        with ServedHub(database or str(folder / "hub"), folder) as hub:
            event_id = founder.secrets.event.event_id
            ways = [HttpHub(hub.url, event_id, None) for _ in desks]
            for desk, way in zip(desks, ways, strict=True):
                exchange_with_hub(desk.desk, way, code=hub.new_code())
            with closing(open_server_hub(hub.database)) as store:
                tokens = enrolled(store, founder, senders)
            took = pushed(hub.url, event_id, senders, tokens)
            pushes = total - count
            print(f"  into the hub on {kind}: {pushes / took:7.0f} entries/s  ({pushes} in {took:.1f} s)")
            for number, (desk, way) in enumerate(zip(desks, ways, strict=True), 1):
                began = time.perf_counter()
                result = exchange_with_hub(desk.desk, way)
                took = time.perf_counter() - began
                print(
                    f"  desk {number} pulled {result.received} in {took:.1f} s: {result.received / took:.0f} entries/s"
                )
            for desk, way in zip(desks, ways, strict=True):
                exchange_with_hub(desk.desk, way)
            digests = {d.digest() for d in desks} | {hub.digest(event_id)}
            print(f"  digests of hub and desks: {len(digests)} ({min(digests)[:16]}…)")
            fetched, median = ten_behind(hub.url, founder, desks[1], ways[1].token)
            print(f"  ten behind a journal of {len(founder.entries())}: {fetched} fetched in {median:.1f} ms")
        print("  what a batch's time goes to (one process, profiled):", flush=True)
        shares(database or str(folder / "hub"), folder)
        for station in desks:
            station.close()
    if len(digests) > 1:
        sys.exit("the digests differ")


if __name__ == "__main__":
    main()
