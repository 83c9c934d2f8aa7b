"""The union of journals: what is taken in, what another station lacks, and whether the chains hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection, select

from checkin_desktop.domain.facts import EventCreated, StationEnrolled, commitments
from checkin_desktop.domain.journal import NO_HASH, Entry, Heads
from checkin_desktop.keys.event_keys import event_id_of
from checkin_desktop.keys.signing import signed_by, slot_endorsement, slot_proof
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import insert_entry, read_entries
from checkin_desktop.storage.projections import apply_entry, rebuild
from checkin_desktop.wire.bodies import MalformedBody, decode_body
from checkin_desktop.wire.entries import commitment_to, entry_hash

_CHUNK = 500


class Fault(StrEnum):
    """Why an entry is not taken in, or a stored one is not sound."""

    ALTERED = "altered"
    SIGNATURE = "signature"
    NO_PREDECESSOR = "no_predecessor"
    NOT_ENROLLED = "not_enrolled"
    OTHER_EVENT = "other_event"


@dataclass(slots=True)
class TakenIn:
    """`received`: entries new here; `refused`: those that are not sound, by fault; `clocks`: highest per station."""

    received: int = 0
    refused: dict[Fault, int] = field(default_factory=dict)
    clocks: dict[bytes, int] = field(default_factory=dict)


def heads(conn: Connection) -> Heads:
    found: dict[bytes, list[tuple[int, bytes]]] = {}
    for r in conn.execute(select(t.head)):
        found.setdefault(r.station_id, []).append((r.seq, r.hash))
    return {station: tuple(sorted(tips)) for station, tips in found.items()}


def missing(conn: Connection, theirs: Heads) -> Iterator[Entry]:
    """The entries here that a holder of `theirs` lacks, each after its predecessor."""
    for station, tips in heads(conn).items():
        known = [tip for tip in theirs.get(station, ()) if _stored(conn, tip[1])]
        unknown = len(theirs.get(station, ())) - len(known)
        mine = t.entry.c.station_id == station
        if len(tips) == 1 and len(known) == 1 and not unknown:
            yield from read_entries(conn, mine, t.entry.c.seq > known[0][0])
        elif len(tips) == 1 and unknown and max(seq for seq, _ in theirs[station]) >= tips[0][0]:
            continue
        else:
            held = _ancestry(conn, station, [h for _, h in known])
            yield from (e for e in read_entries(conn, mine) if e.hash not in held)


def take_in(conn: Connection, event_id: bytes, entries: Iterable[Entry]) -> TakenIn:
    """Stores what is new and sound, in any order and however often it comes; counts it."""
    batch = sorted({e.hash: e for e in entries}.values(), key=lambda e: e.order)
    result = TakenIn()
    slots = _slots(conn)
    for e in batch:
        if e.kind == "event_created" and not slots:
            slots = _slots_of(e, event_id)
    keys: dict[bytes, bytes] = {r.id: r.key for r in conn.execute(select(t.station.c.id, t.station.c.key))}
    stored = _stored_of(conn, [e.hash for e in batch] + [e.prev_hash for e in batch])
    changes_others = False
    for e in batch:
        if e.hash in stored:
            continue
        fault = _fault(e, event_id, slots, keys, stored)
        if fault:
            result.refused[fault] = result.refused.get(fault, 0) + 1
            continue
        insert_entry(conn, e)
        stored.add(e.hash)
        changes_others |= apply_entry(conn, e)
        result.received += 1
        result.clocks[e.station_id] = max(e.hlc, result.clocks.get(e.station_id, 0))
    if changes_others:
        rebuild(conn)
    return result


def faults(conn: Connection, event_id: bytes) -> Iterator[tuple[Entry, Fault]]:
    """The stored entries that are not sound: altered, dropped, reordered, or signed by someone else."""
    slots = _slots(conn)
    keys = {r.id: r.key for r in conn.execute(select(t.station.c.id, t.station.c.key))}
    stored = set(conn.execute(select(t.entry.c.hash)).scalars())
    for e in read_entries(conn):
        envelope = (e.station_id, e.seq, e.prev_hash, e.hlc, e.recorded_at, e.operator_id, e.kind, e.version)
        if entry_hash(*envelope, e.body) != e.hash:
            yield e, Fault.ALTERED
            continue
        fault = _fault(e, event_id, slots, keys, stored)
        if fault:
            yield e, fault


def _fault(
    e: Entry, event_id: bytes, slots: dict[int, bytes], keys: dict[bytes, bytes], stored: set[bytes]
) -> Fault | None:
    try:
        fact = decode_body(e.kind, e.version, e.body)
    except MalformedBody:
        fact = None
    if e.seq == 1:
        if not isinstance(fact, StationEnrolled) or e.prev_hash != NO_HASH:
            return Fault.NOT_ENROLLED
        proof = slot_proof(event_id, fact.slot, e.station_id, fact.key)
        if fact.event_id != event_id:
            return Fault.OTHER_EVENT
        if not signed_by(slots.get(fact.slot, b""), fact.slot_proof, proof):
            return Fault.NOT_ENROLLED
        keys.setdefault(e.station_id, fact.key)
    elif e.prev_hash not in stored:
        return Fault.NO_PREDECESSOR
    elif e.station_id not in keys:
        return Fault.NOT_ENROLLED
    if isinstance(fact, EventCreated) and event_id_of(fact.key) != event_id:
        return Fault.OTHER_EVENT
    if not signed_by(keys[e.station_id], e.sig, e.hash):
        return Fault.SIGNATURE
    if fact is not None:
        promised = commitments(fact)
        if len(promised) != len(e.personal):
            return Fault.ALTERED
        pairs = zip(e.personal, promised, strict=True)
        if any(value is not None and commitment_to(value) != promise for value, promise in pairs):
            return Fault.ALTERED
    return None


def _slots(conn: Connection) -> dict[int, bytes]:
    return {r.number: r.key for r in conn.execute(select(t.slot.c.number, t.slot.c.key))}


def _slots_of(e: Entry, event_id: bytes) -> dict[int, bytes]:
    """The desk slots that the event's own key vouches for."""
    try:
        fact = decode_body(e.kind, e.version, e.body)
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


def _stored_of(conn: Connection, digests: Sequence[bytes]) -> set[bytes]:
    wanted, found = list(dict.fromkeys(digests)), set[bytes]()
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        found |= set(conn.execute(select(t.entry.c.hash).where(t.entry.c.hash.in_(part))).scalars())
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
