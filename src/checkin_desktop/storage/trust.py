"""Whose word counts, read from the journal itself, and what can be told of an entry before anybody waits for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import Connection

from checkin_desktop.domain.facts import EventCreated, Fact, StationEnrolled, commitments
from checkin_desktop.domain.journal import NO_HASH, Entry
from checkin_desktop.keys.event_keys import event_id_of, station_id_of
from checkin_desktop.keys.signing import signed_by, slot_endorsement, slot_proof
from checkin_desktop.storage.entries import read_kinds
from checkin_desktop.wire.bodies import MalformedBody, decode_body
from checkin_desktop.wire.entries import commitment_to


@dataclass(slots=True)
class Trust:
    """The desk slots' keys and the stations' keys. They never change, so what was learned once may be kept.

    A station's id comes from its key, a slot vouches for the station, the event's own key for the slot: each is
    checked when it is learned. A station that does not count any more is still known by its key.
    """

    event_id: bytes
    slots: dict[int, bytes] = field(default_factory=dict)
    keys: dict[bytes, bytes] = field(default_factory=dict)

    def learn(self, entries: Iterable[Entry]) -> None:
        """What the first entries among these say of keys."""
        firsts = [e for e in entries if e.kind == "event_created" or e.seq == 1]
        for e in firsts:
            if e.kind == "event_created":
                self.slots = {**slots_in(e.kind, e.version, e.body, self.event_id), **self.slots}
        for e in firsts:
            if e.seq == 1 and e.station_id not in self.keys:
                key = _vouched_key(self, e)
                if key:
                    self.keys[e.station_id] = key

    def covers(self, entries: Iterable[Entry]) -> bool:
        return all(e.station_id in self.keys for e in entries)


def trust_of(conn: Connection, event_id: bytes) -> Trust:
    """Not from the projections. What is stored was vouched for when it came in."""
    trust = Trust(event_id)
    for e in read_kinds(conn, "event_created", "station_enrolled"):
        if e.kind == "event_created":
            trust.slots = {**slots_in(e.kind, e.version, e.body, event_id), **trust.slots}
        elif e.seq == 1 and (key := _key_in(e.kind, e.version, e.body)):
            trust.keys[e.station_id] = key
    return trust


@dataclass(frozen=True, slots=True)
class Seen:
    """What an entry is by itself. `fact` None: malformed, or of a kind that this program does not know.

    `signed`: by its station's key; `whole`: the personal values beside it are the ones that its body promises.
    """

    fact: Fact | None
    signed: bool
    whole: bool


def look(entry: Entry, trust: Trust) -> Seen:
    """The costly half of judging an entry: parsed, hashed, its signature checked. Needs no database."""
    try:
        fact = decode_body(entry.kind, entry.version, entry.body)
    except MalformedBody:
        fact = None
    key = trust.keys.get(entry.station_id)
    signed = key is not None and signed_by(key, entry.sig, entry.hash)
    return Seen(fact, signed, fact is None or _whole(entry, fact))


def introduces(
    event_id: bytes, station_id: bytes, shown: Iterable[Entry], slots: Mapping[int, bytes] | None = None
) -> bool:
    """Do these entries alone (the event's first and the station's first) show that the station is the event's?"""
    entries = list(shown)
    trust = Trust(event_id, dict(slots or {}))
    trust.learn(entries)
    firsts = (e for e in entries if e.station_id == station_id and e.seq == 1)
    return any((seen := look(e, trust)).signed and seen.whole for e in firsts)


def enrols(trust: Trust, entry: Entry) -> bool:
    """Is it the first entry of a station that a desk slot of this event vouches for?"""
    return bool(_vouched_key(trust, entry))


def enrols_elsewhere(trust: Trust, fact: Fact | None) -> bool:
    return isinstance(fact, StationEnrolled) and fact.event_id != trust.event_id


def _whole(entry: Entry, fact: Fact) -> bool:
    promised = commitments(fact)
    return len(promised) == len(entry.personal) and all(
        value is None or commitment_to(value) == promise
        for value, promise in zip(entry.personal, promised, strict=True)
    )


def _vouched_key(trust: Trust, e: Entry) -> bytes:
    """The key that a station's first entry names, if its id comes from it and its slot vouches for both."""
    if e.kind != "station_enrolled" or e.prev_hash != NO_HASH:
        return b""
    try:
        fact = decode_body(e.kind, e.version, e.body)
    except MalformedBody:
        return b""
    if not isinstance(fact, StationEnrolled) or fact.event_id != trust.event_id:
        return b""
    if station_id_of(fact.key) != e.station_id:
        return b""
    proof = slot_proof(trust.event_id, fact.slot, e.station_id, fact.key)
    return fact.key if signed_by(trust.slots.get(fact.slot, b""), fact.slot_proof, proof) else b""


# A hub asks these of the same few bodies with every batch.
@lru_cache(maxsize=4_096)
def _key_in(kind: str, version: int, body: bytes) -> bytes:
    """The key that a station's first entry names; empty where it names none."""
    fact = decode_body(kind, version, body)
    return fact.key if isinstance(fact, StationEnrolled) else b""


@lru_cache(maxsize=256)
def slots_in(kind: str, version: int, body: bytes, event_id: bytes) -> Mapping[int, bytes]:
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
