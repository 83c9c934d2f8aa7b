"""A desk and a hub exchange what they lack, by heads, in batches, until neither lacks anything. Safe to repeat.

What one side refuses is set aside with its fault and never stops the rest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from checkin_desktop.domain.clocks import NEGLIGIBLE_MS, correction
from checkin_desktop.domain.delivery import Fate, Refusals, fate_of
from checkin_desktop.domain.facts import ClockMeasured
from checkin_desktop.domain.journal import Entry, Heads
from checkin_desktop.keys.enrolment import enrol_message, event_proof
from checkin_desktop.keys.event_keys import EventSecrets, StationKeys
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.exchange import continue_as_new_station
from checkin_desktop.services.freshness import note_elsewhere
from checkin_desktop.services.ports.remote_hub import HubError, RemoteHub, Trouble
from checkin_desktop.services.ports.store import WAITING, Unit
from checkin_desktop.services.views import ExchangeResult
from checkin_desktop.wire.entries import MalformedEntry
from checkin_desktop.wire.messages import (
    BATCH_BYTES,
    MAX_ENTRIES,
    MAX_ENTRY_BYTES,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
    heads_from,
    pack_entry,
    unpack_entry,
    wire_heads,
)

Progress = Callable[[int, int], None]
"""Told entries sent and entries received so far, after each batch."""

TOO_LARGE = "too_large"
_HEARD_WORTH_NOTING_MS = 20_000
_LONGEST_ROUND_TRIP_MS = 10_000
_PER_UNIT = 250
"""Entries taken in at a time: a person at the door waits behind no more than these."""


@dataclass(slots=True)
class Dealings:
    """What a desk remembers of one hub while it runs: the entries that it refused, and what it said last.

    `held`: entries there that do not count (yet). `hub_name`: of the desk that the hub runs in, if it runs in one.
    """

    refusals: dict[bytes, Refusals] = field(default_factory=dict)
    theirs: Heads = field(default_factory=dict)
    term: int = 0
    held: int = 0
    hub_name: str = ""

    @property
    def set_aside(self) -> dict[bytes, str]:
        """Entries that are not offered any more, and why."""
        return {
            digest: refused.fault
            for digest, refused in self.refusals.items()
            if fate_of(refused, WAITING) is Fate.SET_ASIDE
        }


def enrol(desk: Desk, hub: RemoteHub, code: str = "") -> None:
    """Asks the hub for a token: by the event's own secrets, else by the one-time code. Raises HubError."""
    store = desk.store
    event_id, own = store.secrets.event_id, store.station
    with store.read() as reads:
        shown = reads.journal.introduction(own.station_id)
    try:
        hub.enrol(enrolment_at_hub(event_id, own, store.now_ms(), "", store.secrets, shown))
    except HubError as error:
        if error.trouble is not Trouble.NOT_ENROLLED or not code:
            raise
        hub.enrol(enrolment_at_hub(event_id, own, store.now_ms(), code, None, shown))


def enrolment_at_hub(
    event_id: bytes,
    own: StationKeys,
    now: int,
    code: str,
    secrets: EventSecrets | None = None,
    shown: Sequence[Entry] = (),
) -> EnrolRequest:
    """What a station shows a hub: a code, or that it holds the event's `secrets`; `shown`: its introduction."""
    at = max(now, 0)
    code = code.strip().upper()
    message = enrol_message(event_id, own.station_id, code, at)
    key = SigningKey(own.station_key)
    return EnrolRequest(
        event_id=event_id,
        station_id=own.station_id,
        station_key=key.public,
        at=at,
        sig=key.sign(message),
        code=code,
        event_proof=event_proof(secrets.bundle_key, message) if secrets else b"",
        entries=tuple(pack_entry(e) for e in shown),
    )


def exchange_with_hub(
    desk: Desk,
    hub: RemoteHub,
    progress: Progress | None = None,
    dealings: Dealings | None = None,
    code: str = "",
) -> ExchangeResult:
    """Until neither side lacks anything that the other may have. Enrols where there is no token, or an old one.

    Raises HubError; what was exchanged until then stays, and the next attempt goes on from there.
    """
    known = Dealings() if dealings is None else dealings
    if not hub.token:
        enrol(desk, hub, code)
    before = desk.store.station.station_id
    try:
        result = _exchange(desk, hub, progress, known)
    except HubError as error:
        if error.trouble is not Trouble.NOT_ENROLLED:
            raise
        enrol(desk, hub, code)
        result = _exchange(desk, hub, progress, known)
    if desk.store.station.station_id != before:
        _enrol_anew(desk, hub)
    return result


def _enrol_anew(desk: Desk, hub: RemoteHub) -> None:
    """This desk found itself forked and is a new station. A hub that wants a code goes on with the old token."""
    try:
        enrol(desk, hub)
    except HubError as error:
        if error.trouble is not Trouble.NOT_ENROLLED:
            raise


def _exchange(desk: Desk, hub: RemoteHub, progress: Progress | None, known: Dealings) -> ExchangeResult:
    store = desk.store
    sent = received = new_conflicts = idle = 0
    batch: list[bytes] = []
    while True:
        with store.read() as reads:
            heads = reads.journal.heads()
        began = store.now_ms()
        answer = hub.exchange(ExchangeRequest(wire_heads(heads), tuple(batch)))
        ended = store.now_ms()
        known.term, known.held, known.theirs = answer.term, answer.held, heads_from(answer.heads)
        refused_before = len(known.set_aside)
        for refused in answer.refused:
            before = known.refusals.get(refused.hash, Refusals(0, ""))
            known.refusals[refused.hash] = Refusals(before.times + 1, refused.fault)
        learned, conflicts = _learn(desk, answer, began, ended)
        sent, received, new_conflicts = sent + answer.taken, received + learned, new_conflicts + conflicts
        if progress:
            progress(sent, received)
        moved = answer.taken or learned or len(known.set_aside) > refused_before
        idle = 0 if moved else idle + 1
        batch = _next_batch(desk, known)
        if (not batch and not answer.more) or idle > 2:
            break
    with store.read() as reads:
        held = len(reads.journal.held())
        known.hub_name = next((s.name for s in reads.event.stations() if s.id == answer.station), "")
    note_elsewhere(store, known.theirs, now_and_then=True)
    return ExchangeResult(sent, received, held, new_conflicts=new_conflicts, set_aside=len(known.set_aside))


def entries_to_send(desk: Desk, known: Dealings) -> int:
    """How many entries here the hub lacked when it answered last; chains that forked counted by their longest."""
    with desk.store.read() as reads:
        mine = reads.journal.heads()

    def reached(heads: Heads, station: bytes) -> int:
        return max((seq for seq, _ in heads.get(station, ())), default=0)

    return sum(max(0, reached(mine, station) - reached(known.theirs, station)) for station in mine)


def _next_batch(desk: Desk, known: Dealings) -> list[bytes]:
    with desk.store.read() as reads:
        return list(_bounded(_offered(reads.journal.missing(known.theirs), known)))


def _offered(lacking: Iterator[Entry], known: Dealings) -> Iterator[bytes]:
    """Packed entries that the hub may take; what follows one that was set aside can't be taken either."""
    aside = known.set_aside
    for e in lacking:
        if e.hash in aside:
            continue
        if e.prev_hash in aside:
            fault = WAITING
        else:
            packed = pack_entry(e)
            if len(packed) <= MAX_ENTRY_BYTES:
                yield packed
                continue
            fault = TOO_LARGE
        aside[e.hash] = fault
        known.refusals[e.hash] = Refusals(2**31, fault)


def _bounded(packed: Iterator[bytes]) -> Iterator[bytes]:
    """As many as one batch holds; one larger than a batch goes alone."""
    size = count = 0

    def fits(entry: bytes) -> bool:
        nonlocal size, count
        size, count = size + len(entry), count + 1
        return count == 1 or (size <= BATCH_BYTES and count <= MAX_ENTRIES)

    return takewhile(fits, packed)


def _learn(desk: Desk, answer: ExchangeAnswer, began: int, ended: int) -> tuple[int, int]:
    """Takes in what the hub sent, its clock and its contacts: (entries new here, conflicts new here).

    Nothing is written where nothing is worth it: a desk asks every few seconds.
    """
    store = desk.store
    entries = list(sound_entries(answer.entries))
    heard = _heard(answer, began, ended)
    measured = _measured(desk, answer, began, ended)
    if not entries and measured is None and not _worth_noting(desk, heard):
        return 0, 0
    received = new_conflicts = 0
    for start in range(0, len(entries), _PER_UNIT):
        with store.unit() as unit:
            before = len(unit.conflicts.all(open_only=True))
            received += unit.take_in(entries[start : start + _PER_UNIT])[0]
            new_conflicts += max(0, len(unit.conflicts.all(open_only=True)) - before)
            if len(unit.journal.heads().get(store.station.station_id, ())) > 1:
                continue_as_new_station(unit, store)
    with store.unit() as unit:
        if measured:
            unit.append(measured)
        unit.heard(_enrolled_only(unit, heard))
    return received, new_conflicts


def sound_entries(packed: Sequence[bytes]) -> Iterator[Entry]:
    """Those that are entries at all."""
    for one in packed:
        try:
            yield unpack_entry(one)
        except MalformedEntry:
            continue


def _heard(answer: ExchangeAnswer, began: int, ended: int) -> dict[bytes, int]:
    """When the hub heard of which station, on this desk's clock."""
    behind = answer.now - (began + ended) // 2
    heard = {c.station: min(c.at - behind, ended) for c in answer.contacts}
    if answer.station:
        heard[answer.station] = ended
    return heard


def _worth_noting(desk: Desk, heard: dict[bytes, int]) -> bool:
    with desk.store.read() as reads:
        return any(
            s.id in heard and heard[s.id] - (s.heard_at or 0) > _HEARD_WORTH_NOTING_MS
            for s in reads.event.stations()
        )


def _enrolled_only(unit: Unit, heard: dict[bytes, int]) -> dict[bytes, int]:
    return {s.id: heard[s.id] for s in unit.event.stations() if s.id in heard}


def _measured(desk: Desk, answer: ExchangeAnswer, began: int, ended: int) -> ClockMeasured | None:
    """The hub's clock against ours, half the round trip each way (RFC 5905, 8); None if that is nothing new.

    Where the hub's clock is known against the reference station's, so is ours now: that is what is written.
    """
    store = desk.store
    own, round_trip = store.station.station_id, ended - began
    if answer.station in (b"", own) or not 0 <= round_trip <= _LONGEST_ROUND_TRIP_MS:
        return None
    peer, offset = answer.station, answer.now - (began + ended) // 2
    with store.read() as reads:
        clocks, reference = reads.event.clocks(), reads.event.record().founder
    exact = [m for m in clocks if not m.bound]
    if own != reference and any({m.station_id, m.peer} == {peer, reference} for m in exact):
        offset += correction(exact, reference, peer, answer.now)
        peer = reference
    mine = [m for m in exact if m.station_id == own and m.peer == peer]
    nearest = min(mine, key=lambda m: abs(m.measured_at - ended), default=None)
    if nearest and abs(nearest.offset_ms - offset) <= NEGLIGIBLE_MS + round_trip // 2:
        return None
    return ClockMeasured(peer, offset, round_trip)
