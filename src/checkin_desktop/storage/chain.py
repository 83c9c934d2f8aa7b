"""The union of journals: what is taken in, what another station lacks, and whether the chains hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection, select

from checkin_desktop.domain.facts import EventCreated
from checkin_desktop.domain.journal import Entry, Heads
from checkin_desktop.keys.event_keys import event_id_of
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import PAGE, insert_entries, read_chain, read_entries
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections import apply_entries, rebuild
from checkin_desktop.storage.rows import chunks, within
from checkin_desktop.storage.trust import Seen, Trust, enrols, enrols_elsewhere, introduces, look, trust_of
from checkin_desktop.wire.entries import entry_hash

_AT_ONCE = 1_000


_heads = Prepared(select(t.head.c.hash, t.head.c.station_id, t.head.c.seq))


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
class TakenIn:
    """`received`: entries new here; `refused`: what is not sound, by hash; `clocks`: highest per station."""

    received: set[bytes] = field(default_factory=set)
    refused: dict[bytes, Fault] = field(default_factory=dict)
    clocks: dict[bytes, int] = field(default_factory=dict)


def heads(conn: Connection) -> Heads:
    found: dict[bytes, list[tuple[int, bytes]]] = {}
    for r in _heads(conn):
        found.setdefault(r.station_id, []).append((r.seq, r.hash))
    return {station: tuple(sorted(tips)) for station, tips in found.items()}


def missing(conn: Connection, theirs: Heads, wanted: int = PAGE) -> Iterator[Entry]:
    """The entries here that a holder of `theirs` lacks, each after its predecessor.

    The founder's come first: they say whose word counts for the others. The cost grows with what is missing;
    `wanted`: about how many will be taken.
    """
    founder = conn.execute(select(t.event.c.founder)).scalar()
    for station, tips in sorted(heads(conn).items(), key=lambda chain: (chain[0] != founder, chain[0])):
        if sorted(theirs.get(station, ())) == sorted(tips):
            continue
        known = [tip for tip in theirs.get(station, ()) if _stored(conn, tip[1])]
        unknown = len(theirs.get(station, ())) - len(known)
        if len(tips) == 1 and len(known) <= 1 and not unknown:
            yield from read_chain(conn, station, known[0][0] if known else 0, min(wanted, PAGE))
        elif len(tips) == 1 and unknown and max(seq for seq, _ in theirs[station]) > tips[0][0]:
            continue  # they are ahead: what they send first shows whether the chain forked
        else:
            held = _ancestry(conn, station, [h for _, h in known])
            mine = read_entries(conn, t.entry.c.station_id == station)
            yield from (e for e in mine if e.hash not in held)


def vouched_for(conn: Connection, event_id: bytes, station_id: bytes, shown: Iterable[Entry]) -> bool:
    """Is the station one of the event's, by the journal here or by the entries that it shows?"""
    trust = trust_of(conn, event_id)
    return station_id in trust.keys or introduces(event_id, station_id, shown, trust.slots)


def take_in(
    conn: Connection,
    event_id: bytes,
    entries: Iterable[Entry],
    seen: Mapping[bytes, Seen] | None = None,
    trust: Trust | None = None,
) -> TakenIn:
    """Stores what is new and sound, in any order and however often it comes; counts it.

    `seen`: what was found out of entries beforehand, by hash, with that `trust`.
    """
    batch = sorted({e.hash: e for e in entries}.values(), key=lambda e: e.order)
    result = TakenIn()
    trust = trust or trust_of(conn, event_id)
    trust.learn(batch)
    stored = _stored_of(conn, [e.hash for e in batch] + [e.prev_hash for e in batch])
    sound: dict[bytes, Seen] = {}
    waiting = [e for e in batch if e.hash not in stored]
    good: list[Entry] = []
    progress = True
    while waiting and progress:
        progress, later = False, []
        for e in waiting:
            fault = _succession_fault(e, trust, stored) if e.seq > 1 else None
            if fault is Fault.NO_PREDECESSOR:
                later.append(e)
                continue
            progress = True
            one = seen.get(e.hash) if seen else None
            if one is None or not one.signed:  # its station's key may be known only now
                one = look(e, trust)
            fault = fault or _fault(e, one, trust)
            if fault:
                result.refused[e.hash] = fault
                continue
            good.append(e)
            sound[e.hash] = one
            stored[e.hash] = _Place(e.station_id, e.seq, e.hlc)
            result.clocks[e.station_id] = max(e.hlc, result.clocks.get(e.station_id, 0))
        waiting = later
    result.refused |= {e.hash: Fault.NO_PREDECESSOR for e in waiting}
    result.received = set(sound)
    facts = {digest: one.fact for digest, one in sound.items() if one.fact is not None}
    changes_others = False
    for start in range(0, len(good), _AT_ONCE):
        part = good[start : start + _AT_ONCE]
        insert_entries(conn, part)
        changes_others |= apply_entries(conn, part, facts)
    if changes_others:
        rebuild(conn)
    return result


def faults(conn: Connection, event_id: bytes) -> Iterator[tuple[Entry, Fault]]:
    """The stored entries that are not sound: altered, dropped, reordered, or signed by someone else."""
    trust = trust_of(conn, event_id)
    rows = conn.execute(select(t.entry.c.hash, t.entry.c.station_id, t.entry.c.seq, t.entry.c.hlc))
    stored = {r.hash: _Place(r.station_id, r.seq, r.hlc) for r in rows}
    for e in read_entries(conn):
        envelope = (e.station_id, e.seq, e.prev_hash, e.hlc, e.recorded_at, e.operator_id, e.kind, e.version)
        if entry_hash(*envelope, e.body) != e.hash:
            yield e, Fault.ALTERED
            continue
        fault = _succession_fault(e, trust, stored) if e.seq > 1 else None
        fault = fault or _fault(e, look(e, trust), trust)
        if fault:
            yield e, fault


def _fault(e: Entry, seen: Seen, trust: Trust) -> Fault | None:
    """What is wrong with the entry itself, wherever in its chain it stands."""
    if e.seq == 1 and not enrols(trust, e):
        return Fault.OTHER_EVENT if enrols_elsewhere(trust, seen.fact) else Fault.NOT_ENROLLED
    if isinstance(seen.fact, EventCreated) and event_id_of(seen.fact.key) != trust.event_id:
        return Fault.OTHER_EVENT
    if not seen.signed:
        return Fault.SIGNATURE
    return None if seen.whole else Fault.ALTERED


def _succession_fault(e: Entry, trust: Trust, stored: dict[bytes, _Place]) -> Fault | None:
    """Later ones follow what the same station wrote just before, by number and by clock."""
    before = stored.get(e.prev_hash)
    if before is None:
        return Fault.NO_PREDECESSOR
    if e.station_id not in trust.keys:
        return Fault.NOT_ENROLLED
    if before.station_id != e.station_id or before.seq != e.seq - 1 or before.hlc >= e.hlc:
        return Fault.OUT_OF_ORDER
    return None


def _stored(conn: Connection, digest: bytes) -> bool:
    return conn.execute(select(t.entry.c.arrival).where(t.entry.c.hash == digest)).first() is not None


def _stored_of(conn: Connection, digests: Sequence[bytes]) -> dict[bytes, _Place]:
    found: dict[bytes, _Place] = {}
    columns = select(t.entry.c.hash, t.entry.c.station_id, t.entry.c.seq, t.entry.c.hlc)
    for part in chunks(digests):
        rows = conn.execute(columns.where(within(conn, t.entry.c.hash, part))).all()
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
