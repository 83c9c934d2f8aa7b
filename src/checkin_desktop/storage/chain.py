"""The union of journals: what is taken in, what another station lacks, and whether the chains hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import Connection, select

from checkin_desktop.domain.facts import EventCreated, Fact, StationEnrolled, commitments
from checkin_desktop.domain.journal import NO_HASH, Entry, Heads
from checkin_desktop.keys.event_keys import event_id_of, station_id_of
from checkin_desktop.keys.signing import signed_by, slot_endorsement, slot_proof
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import insert_entries, read_chain, read_entries, read_kinds
from checkin_desktop.storage.projections import apply_entries, rebuild
from checkin_desktop.storage.rows import chunks, within
from checkin_desktop.wire.bodies import MalformedBody, decode_body
from checkin_desktop.wire.entries import commitment_to, entry_hash

_AT_ONCE = 1_000


class Fault(StrEnum):
    """Why an entry is not taken in, or a stored one is not sound.

    `no_predecessor` alone is no fault of the entry: it is taken in once what its station wrote before is here.
    """

    ALTERED = "altered"
    SIGNATURE = "signature"
    NO_PREDECESSOR = "no_predecessor"
    OUT_OF_ORDER = "out_of_order"
    NOT_ENROLLED = "not_enrolled"
    OTHER_EVENT = "other_event"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in its station's chain a stored entry stands."""

    station_id: bytes
    seq: int
    hlc: int


@dataclass(slots=True)
class _Trust:
    """Whose word counts, read from the journal itself: the desk slots' keys and the stations' keys."""

    event_id: bytes
    slots: Mapping[int, bytes] = field(default_factory=dict)
    keys: dict[bytes, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class TakenIn:
    """`received`: entries new here; `refused`: what is not sound, by hash; `clocks`: highest per station."""

    received: int = 0
    refused: dict[bytes, Fault] = field(default_factory=dict)
    clocks: dict[bytes, int] = field(default_factory=dict)


def heads(conn: Connection) -> Heads:
    found: dict[bytes, list[tuple[int, bytes]]] = {}
    for r in conn.execute(select(t.head)):
        found.setdefault(r.station_id, []).append((r.seq, r.hash))
    return {station: tuple(sorted(tips)) for station, tips in found.items()}


def missing(conn: Connection, theirs: Heads) -> Iterator[Entry]:
    """The entries here that a holder of `theirs` lacks, each after its predecessor.

    The founder's come first: they say whose word counts for the others. The cost grows with what is missing.
    """
    founder = conn.execute(select(t.event.c.founder)).scalar()
    for station, tips in sorted(heads(conn).items(), key=lambda chain: (chain[0] != founder, chain[0])):
        if sorted(theirs.get(station, ())) == sorted(tips):
            continue
        known = [tip for tip in theirs.get(station, ()) if _stored(conn, tip[1])]
        unknown = len(theirs.get(station, ())) - len(known)
        if len(tips) == 1 and len(known) <= 1 and not unknown:
            yield from read_chain(conn, station, known[0][0] if known else 0)
        elif len(tips) == 1 and unknown and max(seq for seq, _ in theirs[station]) > tips[0][0]:
            continue  # they are ahead: what they send first shows whether the chain forked
        else:
            held = _ancestry(conn, station, [h for _, h in known])
            mine = read_entries(conn, t.entry.c.station_id == station)
            yield from (e for e in mine if e.hash not in held)


def keys_of(conn: Connection, event_id: bytes) -> dict[bytes, bytes]:
    """The stations' keys known here. A station's key never changes: its id comes from it."""
    return _trust(conn, event_id).keys


def vouched_for(conn: Connection, event_id: bytes, station_id: bytes, shown: Iterable[Entry]) -> bool:
    """Is the station one of the event's, by the journal here or by the entries that it shows?"""
    trust = _trust(conn, event_id)
    return station_id in trust.keys or introduces(event_id, station_id, shown, trust.slots)


def introduces(
    event_id: bytes, station_id: bytes, shown: Iterable[Entry], slots: Mapping[int, bytes] | None = None
) -> bool:
    """Do these entries alone (the event's first and the station's first) show that the station is the event's?"""
    entries = list(shown)
    trust = _Trust(event_id, dict(slots or {}))
    for e in entries:
        if e.kind == "event_created":
            trust.slots = {**_slots_of(e, event_id), **trust.slots}
    return any(e.station_id == station_id and e.seq == 1 and not _fault(e, trust, {}) for e in entries)


def with_good_signatures(entries: Iterable[Entry], keys: Mapping[bytes, bytes]) -> frozenset[bytes]:
    """The entries whose stations' keys are known and signed them: checked before anybody waits for `take_in`."""
    return frozenset(
        e.hash for e in entries if e.station_id in keys and signed_by(keys[e.station_id], e.sig, e.hash)
    )


def take_in(
    conn: Connection, event_id: bytes, entries: Iterable[Entry], checked: frozenset[bytes] = frozenset()
) -> TakenIn:
    """Stores what is new and sound, in any order and however often it comes; counts it.

    `checked`: the entries known to be signed by their stations.
    """
    batch = sorted({e.hash: e for e in entries}.values(), key=lambda e: e.order)
    result = TakenIn()
    trust = _trust(conn, event_id)
    for e in batch:
        if e.kind == "event_created":
            trust.slots = {**_slots_of(e, event_id), **trust.slots}
    stored = _stored_of(conn, [e.hash for e in batch] + [e.prev_hash for e in batch])
    sound: list[Entry] = []
    waiting = [e for e in batch if e.hash not in stored]
    progress = True
    while waiting and progress:
        progress, later = False, []
        for e in waiting:
            fault = _fault(e, trust, stored, e.hash in checked)
            if fault is Fault.NO_PREDECESSOR:
                later.append(e)
                continue
            progress = True
            if fault:
                result.refused[e.hash] = fault
                continue
            sound.append(e)
            stored[e.hash] = _Place(e.station_id, e.seq, e.hlc)
            result.clocks[e.station_id] = max(e.hlc, result.clocks.get(e.station_id, 0))
        waiting = later
    result.refused |= {e.hash: Fault.NO_PREDECESSOR for e in waiting}
    result.received = len(sound)
    changes_others = False
    for start in range(0, len(sound), _AT_ONCE):
        part = sound[start : start + _AT_ONCE]
        insert_entries(conn, part)
        changes_others |= apply_entries(conn, part)
    if changes_others:
        rebuild(conn)
    return result


def faults(conn: Connection, event_id: bytes) -> Iterator[tuple[Entry, Fault]]:
    """The stored entries that are not sound: altered, dropped, reordered, or signed by someone else."""
    trust = _trust(conn, event_id)
    rows = conn.execute(select(t.entry.c.hash, t.entry.c.station_id, t.entry.c.seq, t.entry.c.hlc))
    stored = {r.hash: _Place(r.station_id, r.seq, r.hlc) for r in rows}
    for e in read_entries(conn):
        envelope = (e.station_id, e.seq, e.prev_hash, e.hlc, e.recorded_at, e.operator_id, e.kind, e.version)
        if entry_hash(*envelope, e.body) != e.hash:
            yield e, Fault.ALTERED
            continue
        fault = _fault(e, trust, stored)
        if fault:
            yield e, fault


def _fault(e: Entry, trust: _Trust, stored: dict[bytes, _Place], checked: bool = False) -> Fault | None:
    try:
        fact = decode_body(e.kind, e.version, e.body)
    except MalformedBody:
        fact = None
    if e.seq == 1:
        fault = _enrolment_fault(e, fact, trust)
    else:
        fault = _succession_fault(e, trust, stored)
    if fault:
        return fault
    if isinstance(fact, EventCreated) and event_id_of(fact.key) != trust.event_id:
        return Fault.OTHER_EVENT
    if not checked and not signed_by(trust.keys[e.station_id], e.sig, e.hash):
        return Fault.SIGNATURE
    if fact is not None:
        promised = commitments(fact)
        if len(promised) != len(e.personal):
            return Fault.ALTERED
        pairs = zip(e.personal, promised, strict=True)
        if any(value is not None and commitment_to(value) != promise for value, promise in pairs):
            return Fault.ALTERED
    return None


def _enrolment_fault(e: Entry, fact: Fact | None, trust: _Trust) -> Fault | None:
    """A station's first entry carries its key, from which its id comes, and a desk slot vouches for both."""
    if not isinstance(fact, StationEnrolled) or e.prev_hash != NO_HASH:
        return Fault.NOT_ENROLLED
    if fact.event_id != trust.event_id:
        return Fault.OTHER_EVENT
    proof = slot_proof(trust.event_id, fact.slot, e.station_id, fact.key)
    if station_id_of(fact.key) != e.station_id or not signed_by(
        trust.slots.get(fact.slot, b""), fact.slot_proof, proof
    ):
        return Fault.NOT_ENROLLED
    trust.keys[e.station_id] = fact.key
    return None


def _succession_fault(e: Entry, trust: _Trust, stored: dict[bytes, _Place]) -> Fault | None:
    """Later ones follow what the same station wrote just before, by number and by clock."""
    before = stored.get(e.prev_hash)
    if before is None:
        return Fault.NO_PREDECESSOR
    if e.station_id not in trust.keys:
        return Fault.NOT_ENROLLED
    if before.station_id != e.station_id or before.seq != e.seq - 1 or before.hlc >= e.hlc:
        return Fault.OUT_OF_ORDER
    return None


def _trust(conn: Connection, event_id: bytes) -> _Trust:
    """Not from the projections: a station that does not count any more is still known by its key."""
    trust = _Trust(event_id)
    for e in read_kinds(conn, "event_created", "station_enrolled"):
        if e.kind == "event_created":
            trust.slots = {**_slots_of(e, event_id), **trust.slots}
        elif e.seq == 1 and (key := _key_in(e.kind, e.version, e.body)):
            trust.keys[e.station_id] = key
    return trust


def _slots_of(e: Entry, event_id: bytes) -> Mapping[int, bytes]:
    return _slots_in(e.kind, e.version, e.body, event_id)


# A hub asks these of the same few bodies with every batch.
@lru_cache(maxsize=4_096)
def _key_in(kind: str, version: int, body: bytes) -> bytes:
    """The key that a station's first entry names; empty where it names none."""
    fact = decode_body(kind, version, body)
    return fact.key if isinstance(fact, StationEnrolled) else b""


@lru_cache(maxsize=256)
def _slots_in(kind: str, version: int, body: bytes, event_id: bytes) -> Mapping[int, bytes]:
    """The desk slots that the event's own key vouches for."""
    try:
        fact = decode_body(kind, version, body)
    except MalformedBody:
        return {}
    if not isinstance(fact, EventCreated) or event_id_of(fact.key) != event_id:
        return {}
    return {
        s.number: s.key
        for s in fact.slots
        if signed_by(fact.key, s.endorsement, slot_endorsement(event_id, s.number, s.key))
    }


def _stored(conn: Connection, digest: bytes) -> bool:
    return conn.execute(select(t.entry.c.arrival).where(t.entry.c.hash == digest)).first() is not None


def _stored_of(conn: Connection, digests: Sequence[bytes]) -> dict[bytes, _Place]:
    found: dict[bytes, _Place] = {}
    columns = select(t.entry.c.hash, t.entry.c.station_id, t.entry.c.seq, t.entry.c.hlc)
    for part in chunks(digests):
        rows = conn.execute(columns.where(within(conn, t.entry.c.hash, part)))
        found |= {r.hash: _Place(r.station_id, r.seq, r.hlc) for r in rows}
    return found


def _ancestry(conn: Connection, station: bytes, tips: Sequence[bytes]) -> set[bytes]:
    """The entries from the start of a chain to its ends `tips`."""
    rows = conn.execute(select(t.entry.c.hash, t.entry.c.prev_hash).where(t.entry.c.station_id == station))
    before = {r.hash: r.prev_hash for r in rows}
    held: set[bytes] = set()
    for tip in tips:
        while tip in before and tip not in held:
            held.add(tip)
            tip = before[tip]
    return held
