"""Journals exchanged: each takes in what it lacks, and a desk that finds itself forked goes on as a new station."""

from pathlib import Path

from checkin_desktop.domain.clocks import NEGLIGIBLE_MS
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import ClockMeasured, KeysSealed, SlotTaken, StationEnrolled
from checkin_desktop.keys.event_keys import (
    SealedSecrets,
    StationKeys,
    new_station_keys,
    pack,
    proof_of_slot,
    unpack_sealed,
)
from checkin_desktop.keys.sealing import WrongKey, open_with_passphrase, seal_under_passphrase
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.freshness import note_elsewhere
from checkin_desktop.services.ports.exchange import BundleContent, BundleCover, Bundles
from checkin_desktop.services.ports.store import WAITING, Reads, Store, Unit
from checkin_desktop.services.views import ExchangeResult

MIN_PASSPHRASE = 6


class PassphraseNeeded(PersonFacingError):
    """The event's passphrase must be asked for (or chosen, where there is none yet)."""


def has_passphrase(desk: Desk) -> bool:
    return desk.store.open_secrets is None


def set_passphrase(desk: Desk, passphrase: str) -> None:
    """Seals the event's secrets: from here on other desks join with this passphrase. Once for an event."""
    if len(passphrase.strip()) < MIN_PASSPHRASE:
        raise PersonFacingError("exchange-passphrase-short", least=MIN_PASSPHRASE)
    secrets = desk.store.open_secrets
    if secrets is None:
        raise PersonFacingError("exchange-passphrase-set-already")
    sealed = seal_under_passphrase(passphrase, pack(secrets))
    with desk.store.unit() as unit:
        unit.append(KeysSealed(sealed))
        unit.forget_open_secrets()


def open_sealed(sealed: bytes, passphrase: str | None) -> SealedSecrets:
    """Raises PassphraseNeeded if none is given, PersonFacingError if it is wrong."""
    if not passphrase:
        raise PassphraseNeeded("exchange-passphrase-needed")
    try:
        return unpack_sealed(open_with_passphrase(passphrase, sealed))
    except WrongKey as error:
        raise PersonFacingError("exchange-wrong-passphrase") from error


def exchange_bundle(desk: Desk, bundles: Bundles, path: Path, passphrase: str | None) -> ExchangeResult:
    """Takes in what the bundle holds and this desk lacks, adds what it lacks. Safe to repeat."""
    store = desk.store
    cover = bundles.look(path)
    if cover and cover.event_id != store.secrets.event_id:
        raise PersonFacingError("exchange-other-event", name=cover.name)
    if not has_passphrase(desk):
        if not passphrase:
            raise PassphraseNeeded("exchange-passphrase-choose")
        set_passphrase(desk, passphrase)
    key = store.secrets.bundle_key
    content = bundles.read(path, cover, key) if cover else BundleContent((), b"", 0)
    with store.read() as reads:
        before = reads.event.glance().conflicts
    received = _take_in(desk, content, passphrase)
    held_there = {e.hash for e in content.entries}
    with store.read() as reads:
        record = reads.event.record()
        carried = reads.journal.heads()
        lacking = [e for e in reads.journal.entries() if e.hash not in held_there]
        held, after = len(reads.journal.held()), reads.event.glance().conflicts
    if lacking:
        new_cover = BundleCover(record.id, record.settings.name, record.sealed or b"")
        bundles.add(path, new_cover, key, lacking, store.station.station_id, store.now_ms())
    note_elsewhere(store, carried)
    return ExchangeResult(len(lacking), received, held, new_conflicts=max(0, after - before))


def _take_in(desk: Desk, content: BundleContent, passphrase: str | None) -> int:
    with desk.store.unit() as unit:
        received = _sound(unit.take_in(content.entries)) if content.entries else 0
        own = desk.store.station
        if len(unit.journal.heads().get(own.station_id, ())) > 1:
            own = continue_as_new_station(unit, desk.store)
        if passphrase and _slot_is_shared(unit, own.slot):
            sealed = unit.event.record().sealed
            if sealed:
                _take_free_slot(unit, open_sealed(sealed, passphrase), own)
        now = desk.store.now_ms()
        _note_clock(unit, content, own.station_id, now)
        enrolled = {s.id for s in unit.event.stations()} - {own.station_id}
        unit.heard({s: min(at, now) for s, at in content.contacts.items() if s in enrolled})
        return received


def _sound(taken: tuple[int, dict[str, int]]) -> int:
    """Entries received. What waits for its predecessor is offered again; anything else unsound is refused."""
    received, refused = taken
    unsound = sum(count for fault, count in refused.items() if fault != WAITING)
    if unsound:
        raise PersonFacingError("exchange-altered", count=unsound)
    return received


def continue_as_new_station(unit: Unit, store: Store) -> StationKeys:
    """Somebody else writes under this station's name (a copied file): this desk goes on under a new one.

    It takes a slot of its own where the secrets lie open here; else it shares one until the passphrase is given.
    """
    own = store.station
    name = next((s.name for s in unit.event.stations() if s.id == own.station_id), "")
    slot, slot_key = own.slot, own.slot_key
    if store.open_secrets:
        slot = _free_slot(unit)
        slot_key = store.open_secrets.slot_keys[slot - 1]
    keys = new_station_keys(slot, slot_key)
    unit.keep_keys(keys)
    unit.append(enrolment(store.secrets.event_id, keys, name, succeeds=own.station_id))
    return keys


def enrolment(event_id: bytes, keys: StationKeys, name: str, succeeds: bytes = b"") -> StationEnrolled:
    public = SigningKey(keys.station_key).public
    return StationEnrolled(event_id, public, keys.slot, proof_of_slot(event_id, keys), name, succeeds)


def join(store: Store, entries: BundleContent, secrets: SealedSecrets, name: str) -> int:
    """A new desk: the whole journal, then its own first entry, from the next free slot. Answers entries taken."""
    desk_name = name.strip()
    with store.unit() as unit:
        received = _sound(unit.take_in(entries.entries))
        slot = _free_slot(unit)
        keys = StationKeys(
            store.station.station_id, store.station.station_key, slot, secrets.slot_keys[slot - 1]
        )
        unit.keep_keys(keys)
        unit.append(enrolment(secrets.event.event_id, keys, desk_name or f"Mesa {slot}"))
        return received


def _free_slot(reads: Reads) -> int:
    taken = {s.slot for s in reads.event.stations()}
    free = [s.number for s in reads.event.slots() if s.number not in taken]
    if not free:
        raise PersonFacingError("exchange-no-free-slot")
    return free[0]


def _slot_is_shared(reads: Reads, slot: int) -> bool:
    return sum(s.slot == slot and not s.revoked for s in reads.event.stations()) > 1


def _take_free_slot(unit: Unit, secrets: SealedSecrets, own: StationKeys) -> None:
    """The later of two stations on one slot moves to a free one, so that their numbers never clash."""
    sharing = [s for s in unit.event.stations() if s.slot == own.slot]
    if sharing[0].id == own.station_id:
        return
    slot = _free_slot(unit)
    keys = StationKeys(own.station_id, own.station_key, slot, secrets.slot_keys[slot - 1])
    unit.keep_keys(keys)
    unit.append(SlotTaken(slot, proof_of_slot(secrets.event.event_id, keys)))


def _note_clock(unit: Unit, content: BundleContent, own: bytes, now: int) -> None:
    """A bundle from the future: its author's clock is ahead of ours, or ours is behind, by at least that much."""
    ahead = content.written_at - now
    if content.written_by in (b"", own) or ahead < NEGLIGIBLE_MS:
        return
    known = [m for m in unit.event.clocks() if m.station_id == own and m.peer == content.written_by]
    if any(abs(m.offset_ms - ahead) < 10 * NEGLIGIBLE_MS or m.offset_ms > ahead for m in known):
        return
    unit.append(ClockMeasured(content.written_by, ahead, 0, bound=True))
