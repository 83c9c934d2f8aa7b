"""Which certificates are revoked, carried to desks and verifiers that meet no other: by file, or by a QR on screen.

Each desk slot signs and numbers a list of its own (`keys/revocations.py`); of one issuer the newest counts, and what
any of them names is revoked. `CHKREVOKED2`, then the list in hexadecimal, which a hand scanner types right on any
keyboard. `CHKREVOKED1`, of earlier versions, is still read: event 8 bytes · slot 1 · number of certificates 2 ·
serials 4 each · signature 64.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin_desktop.domain.certificate import SLOTS
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.keys.manifest import Manifest
from checkin_desktop.keys.revocations import (
    RevocationList,
    make_list,
    newer_of,
    pack_file,
    read_list,
    unpack_file,
)
from checkin_desktop.keys.signing import SigningKey, signed_by
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.manifests import manifest_of
from checkin_desktop.services.ports.store import CertificateRecord, Reads, StationRecord

_FIRST, _SECOND = "CHKREVOKED1", "CHKREVOKED2"
MOST_BYTES = 1_650
"""Twice as many characters still fit a QR that a webcam reads."""
_OLD_MOST = 400
_EVENT, _SERIAL, _SIGNATURE = 8, 4, 64
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Revocations:
    """All that is known beside the register: the union of the newest list of each issuer."""

    lists: tuple[RevocationList, ...]
    serials: frozenset[int]
    replaced_by: Mapping[int, int]
    closed: Mapping[int, int]


def union_of(lists: Iterable[RevocationList], more: Iterable[int] = ()) -> Revocations:
    held = tuple(lists)
    closed: dict[int, int] = {}
    for said in held:
        for slot, last in said.closed.items():
            closed[slot] = max(last, closed.get(slot, 0))
    return Revocations(
        held,
        frozenset(more).union(*(said.serials for said in held)),
        {old: new for said in held for old, new in said.replaced_by.items()},
        closed,
    )


def own_list(desk: Desk) -> bytes:
    """This desk's list: all that it knows to be revoked, with the next number. It may be empty: that says too
    that nothing was revoked up to now."""
    store, own = desk.store, desk.store.station
    with store.read() as reads:
        certificates = reads.certificates.all()
        closed = closed_slots(reads, certificates)
    elsewhere = revocations(desk)
    known = frozenset(c.serial for c in certificates if c.revoked) | elsewhere.serials
    replaced = {c.replaces: c.serial for c in certificates if c.replaces in known}
    now = store.now_ms()
    # A file restored from a copy would count from an old number again: the clock's minute is never below it.
    number = max(_last_number(desk) + 1, now // _MINUTE_MS)
    said = RevocationList(
        store.secrets.event_id,
        own.slot,
        number,
        now // 1000,
        known,
        {**elsewhere.replaced_by, **replaced},
        {**elsewhere.closed, **closed},
    )
    raw = make_list(said, SigningKey(own.slot_key))
    with store.unit() as unit:
        unit.keep_note(_note(own.slot), raw)
    return raw


def revocation_text(desk: Desk) -> str:
    """This desk's list for a QR. Raises PersonFacingError if nothing is revoked, or there is too much."""
    raw = own_list(desk)
    known = revocations(desk)
    if not known.serials and not known.closed:
        raise PersonFacingError("revocations-none")
    if len(raw) > MOST_BYTES:
        raise PersonFacingError("revocations-too-many", count=len(known.serials))
    return _SECOND + raw.hex().upper()


def revocation_file(desk: Desk) -> bytes:
    """`*.revocations`: this desk's list, and the newest that it holds of the others."""
    own_list(desk)
    return pack_file(raw for raw in _raw_lists(desk) if raw)


def is_revocation_text(text: str) -> bool:
    return text.strip().upper().startswith((_FIRST, _SECOND))


def take_revocations(desk: Desk, text: str) -> int:
    """Keeps another desk's list; answers how many certificates it names. Raises PersonFacingError."""
    plain = text.strip().upper()
    first = plain.startswith(_FIRST)
    try:
        data = bytes.fromhex(plain.removeprefix(_FIRST if first else _SECOND))
    except ValueError as error:
        raise PersonFacingError("revocations-not-a-list") from error
    if first:
        return _take_first(desk, data)
    return _take(desk, [data])


def take_revocation_file(desk: Desk, data: bytes) -> int:
    """As `take_revocations`, of a file with the lists of several issuers."""
    return _take(desk, unpack_file(data))


def revocations(desk: Desk) -> Revocations:
    """The union of what was taken in from other desks' screens and files, and of this desk's own last list."""
    event = _manifest(desk)
    lists = [read_list(raw, [event]) for raw in _raw_lists(desk) if raw]
    old = (desk.store.note(_old_note(number)) for number in range(1, SLOTS + 1))
    return union_of(lists, (serial for packed in old for serial in _serials(packed)))


def revoked_elsewhere(desk: Desk) -> frozenset[int]:
    return revocations(desk).serials


def closed_slots(reads: Reads, certificates: Iterable[CertificateRecord]) -> dict[int, int]:
    """Slots whose desks were all revoked, with the last serial of theirs that counts."""
    by_slot: dict[int, list[StationRecord]] = {}
    for station in reads.event.stations():
        by_slot.setdefault(station.slot, []).append(station)
    gone = {number for number, here in by_slot.items() if all(s.revoked for s in here)}
    ranges = [s for s in reads.event.slots() if s.number in gone]
    if not ranges:
        return {}
    serials = [c.serial for c in certificates]
    return {
        s.number: max(
            (n for n in serials if s.first_serial <= n <= s.last_serial), default=s.first_serial - 1
        )
        for s in ranges
    }


def _take(desk: Desk, parts: Iterable[bytes]) -> int:
    event = _manifest(desk)
    read = [(read_list(raw, [event]), raw) for raw in parts]
    held = {said.slot: said for said in revocations(desk).lists}
    current = [(said, raw) for said, raw in read if newer_of(held.get(said.slot), said) == said]
    if read and not current:
        raise PersonFacingError("revocations-older")
    with desk.store.unit() as unit:
        for said, raw in current:
            unit.keep_note(_note(said.slot), raw)
    return len(frozenset[int]().union(*(said.serials for said, _ in current)))


def _take_first(desk: Desk, data: bytes) -> int:
    packed, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    start = _EVENT + 3
    if len(packed) < start or len(packed) != start + _SERIAL * _count(packed) or _count(packed) > _OLD_MOST:
        raise PersonFacingError("revocations-not-a-list")
    if packed[:_EVENT] != desk.store.secrets.event_id[:_EVENT]:
        raise PersonFacingError("revocations-other-event")
    slot = _manifest(desk).slot(packed[_EVENT])
    if slot is None or not signed_by(slot.key, signature, b"checkin-desktop revoked certificates" + packed):
        raise PersonFacingError("revocations-not-signed")
    name = _old_note(slot.number)
    if _count(packed) > _count(desk.store.note(name)):
        with desk.store.unit() as unit:
            unit.keep_note(name, packed)
    return _count(packed)


def _manifest(desk: Desk) -> Manifest:
    with desk.store.read() as reads:
        return manifest_of(reads, 0)


def _raw_lists(desk: Desk) -> tuple[bytes, ...]:
    return tuple(desk.store.note(_note(number)) for number in range(1, SLOTS + 1))


def _last_number(desk: Desk) -> int:
    raw = desk.store.note(_note(desk.store.station.slot))
    return read_list(raw, [_manifest(desk)]).number if raw else 0


def _serials(packed: bytes) -> Iterable[int]:
    body = packed[_EVENT + 3 :]
    return (int.from_bytes(body[i : i + _SERIAL], "big") for i in range(0, len(body), _SERIAL))


def _count(packed: bytes) -> int:
    return int.from_bytes(packed[_EVENT + 1 : _EVENT + 3], "big")


def _note(slot: int) -> str:
    return f"revocation-list:{slot}"


def _old_note(slot: int) -> str:
    return f"revocations:{slot}"
