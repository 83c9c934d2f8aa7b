"""What a hub answers, on the connection at hand: one exchange, one claim, its status."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, insert, select

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.claims import ClaimReason, ClaimVerdict, OpenClaim, Wanted, decide_claim
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.rules import ruling
from checkin_desktop.services.deciding import belonging
from checkin_desktop.services.desk import local_time, zone_of
from checkin_desktop.services.ports.hub import DeskStatus, EventStatus
from checkin_desktop.storage import chain
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.queries.event import EventQueries
from checkin_desktop.storage.queries.passages import PassageQueries
from checkin_desktop.storage.queries.people import PeopleQueries
from checkin_desktop.storage.trust import Seen, Trust, look, trust_of
from checkin_desktop.storage.unit import heard
from checkin_desktop.wire.entries import MalformedEntry
from checkin_desktop.wire.messages import (
    BATCH_BYTES,
    MAX_ENTRY_BYTES,
    ClaimAnswer,
    ClaimRequest,
    Contact,
    ExchangeAnswer,
    ExchangeRequest,
    PendingClaim,
    Refused,
    heads_from,
    pack_entry,
    unpack_entry,
    wire_heads,
)

_CLAIMS_SHOWN = 200
_CLAIM_FORGOTTEN_MS = 24 * 60 * 60 * 1000
_ADMITS = (Outcome.ADMITTED, Outcome.WELCOME_BACK)
_unsettled = ~exists().where(t.entry.c.hash == t.claim.c.entry)


@dataclass(frozen=True, slots=True)
class Batch:
    """What a desk sent, in the order in which it can be taken in, and what each entry is by itself.

    `malformed`: how many were no entries at all.
    """

    entries: tuple[Entry, ...]
    malformed: int
    seen: Mapping[bytes, Seen]
    trust: Trust

    def parts(self, size: int) -> Iterator[Sequence[Entry]]:
        for start in range(0, len(self.entries), size):
            yield self.entries[start : start + size]


@dataclass(slots=True)
class Taken:
    received: int
    refused: list[Refused]


def unpacked(packed: Sequence[bytes], trusted: Callable[[Sequence[Entry]], Trust]) -> Batch:
    """The costly half of taking a batch in, before anybody waits: entries read, hashed, signatures checked.

    `trusted` answers the keys known here, these entries' stations among them if they are known at all.
    """
    entries: dict[bytes, Entry] = {}
    malformed = 0
    for one in packed:
        try:
            entry = unpack_entry(one)
        except MalformedEntry:
            malformed += 1
        else:
            entries[entry.hash] = entry
    ordered = tuple(sorted(entries.values(), key=lambda e: e.order))
    trust = trusted(ordered)
    return Batch(ordered, malformed, {e.hash: look(e, trust) for e in ordered}, trust)


def refusals(batch: Batch, taken: Iterable[chain.TakenIn]) -> Taken:
    """All parts of a batch together; what waited for a later part and came in is not refused."""
    received, refused = 0, [Refused(b"", "malformed")] * batch.malformed
    for part in taken:
        received += len(part.received)
        refused += [Refused(digest, fault.value) for digest, fault in part.refused.items()]
    return Taken(received, refused)


class KeptTrust:
    """The keys of one event, kept from batch to batch: they never change. Read again where a station is not known."""

    def __init__(self, event_id: bytes) -> None:
        self._trust = Trust(event_id)

    def for_batch(
        self, reading: Callable[[], AbstractContextManager[Connection]], entries: Sequence[Entry]
    ) -> Trust:
        """`reading` opens the event's journal."""
        self._trust.learn(entries)
        if not self._trust.covers(entries):
            with reading() as conn:
                fresh = trust_of(conn, self._trust.event_id)
            fresh.learn(entries)
            self._trust = fresh
        return self._trust


def note_contact(conn: Connection, station_id: bytes, now: int) -> None:
    heard(conn, {station_id: now})


def answer(
    conn: Connection,
    request: ExchangeRequest,
    taken: Taken,
    now: int,
    term: int,
    own_station: bytes = b"",
) -> ExchangeAnswer:
    entries, more = _lacking(conn, request)
    return ExchangeAnswer(
        heads=wire_heads(chain.heads(conn)),
        entries=entries,
        more=more,
        taken=taken.received,
        refused=tuple(taken.refused),
        held=conn.execute(select(func.count()).select_from(t.held)).scalar_one(),
        contacts=tuple(Contact(r.station_id, r.at) for r in conn.execute(select(t.contact))),
        claims=_pending(conn, now),
        now=now,
        term=term,
        station=own_station,
    )


def _lacking(conn: Connection, request: ExchangeRequest) -> tuple[tuple[bytes, ...], bool]:
    """Bounded; a station's entries after one that is too large for any message stay here."""
    found: list[bytes] = []
    size, stuck = 0, set[bytes]()
    for entry in chain.missing(conn, heads_from(request.heads), request.most + 1):
        if entry.station_id in stuck:
            continue
        if len(found) == request.most:
            return tuple(found), True
        packed = pack_entry(entry)
        if len(packed) > MAX_ENTRY_BYTES:
            stuck.add(entry.station_id)
            continue
        if found and size + len(packed) > BATCH_BYTES:
            return tuple(found), True
        found.append(packed)
        size += len(packed)
    return tuple(found), False


def _pending(conn: Connection, now: int) -> tuple[PendingClaim, ...]:
    rows = conn.execute(
        select(t.claim)
        .where(_unsettled, t.claim.c.at > now - _CLAIM_FORGOTTEN_MS)
        .order_by(t.claim.c.at.desc())
        .limit(_CLAIMS_SHOWN)
    )
    return tuple(
        PendingClaim(r.entry, r.station_id, r.attendee_id, r.checkpoint_id, r.outcome, r.at) for r in rows
    )


def claim(
    conn: Connection, station_id: bytes, request: ClaimRequest, now: int, keep: bool = True
) -> ClaimAnswer:
    """Decides, and keeps what was granted until its entry is here. `keep`: False for the hub's own desk, whose
    entry comes in the same transaction."""
    here = select(t.entry.c.hash).where(t.entry.c.hash == request.entry_hash)
    if conn.execute(here).first() is not None:
        return ClaimAnswer(granted=True)
    outcome = Outcome(request.outcome) if request.outcome in _ADMITS else Outcome.LEFT
    checkpoint = next((c for c in EventQueries(conn).checkpoints() if c.id == request.checkpoint_id), None)
    open_claims = _open_at(conn, request.checkpoint_id, now)
    passages = PassageQueries(conn)
    verdict = decide_claim(
        Wanted(request.entry_hash, station_id, request.attendee_id, outcome, request.override),
        passages.presence(request.attendee_id, request.checkpoint_id),
        passages.inside(request.checkpoint_id),
        open_claims,
        bool(checkpoint and checkpoint.reentry),
        checkpoint.capacity if checkpoint else None,
        now,
    )
    if verdict.granted and outcome in _ADMITS and checkpoint and not request.override:
        verdict = _by_the_rules(conn, station_id, request, checkpoint) or verdict
    known_already = any(c.entry == request.entry_hash for c in open_claims)
    if verdict.granted and keep and outcome in _ADMITS and not known_already:
        row = {"entry": request.entry_hash, "station_id": station_id, "at": now, "outcome": request.outcome}
        row |= {"attendee_id": request.attendee_id, "checkpoint_id": request.checkpoint_id}
        conn.execute(insert(t.claim), row)
    return ClaimAnswer(
        verdict.granted, verdict.reason.value, verdict.station_id, verdict.since, verdict.limit
    )


def _by_the_rules(
    conn: Connection, station_id: bytes, request: ClaimRequest, checkpoint: Checkpoint
) -> ClaimVerdict | None:
    """Has somebody come in as often as a rule of the organiser's allows? The desk asked its own table, and knew of no
    admission that another desk is just about to write. None: no rule says so."""
    event = EventQueries(conn)
    who = PeopleQueries(conn).attendee(request.attendee_id) if event.rules() else None
    if who is None:
        return None
    zone = zone_of(event.record().settings)
    coming = conn.execute(
        select(t.claim).where(
            t.claim.c.attendee_id == request.attendee_id,
            t.claim.c.station_id != station_id,
            t.claim.c.entry != request.entry_hash,
            t.claim.c.outcome.in_([one.value for one in _ADMITS]),
            _unsettled,
        )
    ).all()

    def admissions() -> list[tuple[str, datetime]]:
        known = [*PassageQueries(conn).admissions(who.id), *((r.checkpoint_id, r.at) for r in coming)]
        return [(where, local_time(at, zone)) for where, at in known]

    said, rules = who.person, event.rules()
    ruled = ruling(
        rules,
        said.category,
        belonging(event, rules, who.id, said.organisation, said.region),
        checkpoint,
        local_time(request.at, zone),
        event.checkpoints(),
        admissions,
    )
    if ruled is None or not ruled.used_up:
        return None
    latest = max(coming, key=lambda r: r.at, default=None)
    station, since = (latest.station_id, latest.at) if latest else (b"", None)
    return ClaimVerdict(ClaimReason.USED_UP, station, since, ruled.limit)


def cancel(conn: Connection, station_id: bytes, entry: bytes) -> None:
    """Its own alone; what is not there is cancelled already."""
    conn.execute(delete(t.claim).where(t.claim.c.entry == entry, t.claim.c.station_id == station_id))


def _open_at(conn: Connection, checkpoint_id: str, now: int) -> list[OpenClaim]:
    old = t.claim.c.at <= now - _CLAIM_FORGOTTEN_MS
    conn.execute(delete(t.claim).where(t.claim.c.checkpoint_id == checkpoint_id, old | ~_unsettled))
    rows = conn.execute(select(t.claim).where(t.claim.c.checkpoint_id == checkpoint_id))
    return [OpenClaim(r.entry, r.station_id, r.attendee_id, r.at) for r in rows]


def status(conn: Connection, event_id: bytes) -> EventStatus:
    queries = EventQueries(conn)
    counts = queries.counts()
    return EventStatus(
        event_id,
        counts.attendees,
        counts.admitted,
        counts.inside,
        counts.conflicts,
        counts.entries,
        conn.execute(select(func.count()).select_from(t.held)).scalar_one(),
        [DeskStatus(s.id, s.slot, s.entries, s.heard_at, s.revoked) for s in queries.stations()],
    )
