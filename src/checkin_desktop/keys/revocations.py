"""A numbered, dated, signed list of revoked certificates, as one desk slot knows them.

A COSE_Sign1 of content `checkin-revocations`, by the slot's key. Payload: CBOR map 1 version, 2 event id, 3 slot,
4 number, 5 made at (seconds), 6 serials (`domain/revocation.py`), 7 replacements {revoked: new one}, 8 closed slots
{slot: last serial that counts}: what a revoked desk signed later is not good. Reasons are left out: they may say
something of a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import cbor2

from checkin_desktop.domain.certificate import SLOTS
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.revocation import pack_serials, unpack_serials
from checkin_desktop.keys.cose import read_sign1, sign1
from checkin_desktop.keys.manifest import Manifest
from checkin_desktop.keys.signing import SigningKey

CONTENT = "checkin-revocations"
SUFFIX = ".revocations"
MAX_BYTES = 200_000
_VERSION = 1


@dataclass(frozen=True, slots=True)
class RevocationList:
    event_id: bytes
    slot: int
    number: int
    made_at: int
    serials: frozenset[int]
    replaced_by: Mapping[int, int] = field(default_factory=dict)
    closed: Mapping[int, int] = field(default_factory=dict)

    @property
    def dated(self) -> datetime:
        return datetime.fromtimestamp(self.made_at, UTC)


def make_list(said: RevocationList, key: SigningKey) -> bytes:
    payload = {
        1: _VERSION,
        2: said.event_id,
        3: said.slot,
        4: said.number,
        5: said.made_at,
        6: pack_serials(said.serials),
    }
    if said.replaced_by:
        payload[7] = dict(said.replaced_by)
    if said.closed:
        payload[8] = dict(said.closed)
    return sign1(cbor2.dumps(payload, canonical=True), key, CONTENT)


def read_list(raw: bytes, event_of: Iterable[Manifest]) -> RevocationList:
    """A list of one of these events. Raises PersonFacingError if it is none, of another event, or not signed so."""
    frame = read_sign1(raw, CONTENT) if len(raw) <= MAX_BYTES else None
    if frame is None:
        raise PersonFacingError("revocations-not-a-list")
    try:
        said = cbor2.loads(frame.payload)
        if said[1] != _VERSION:
            raise PersonFacingError("manifest-newer")
        found = RevocationList(
            bytes(said[2]),
            int(said[3]),
            int(said[4]),
            int(said[5]),
            unpack_serials(bytes(said[6])),
            {int(old): int(new) for old, new in said.get(7, {}).items()},
            {int(slot): int(last) for slot, last in said.get(8, {}).items()},
        )
        _ = found.dated
    except (
        cbor2.CBORDecodeError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        OverflowError,
        OSError,
    ) as error:
        raise PersonFacingError("revocations-not-a-list") from error
    manifest = next((m for m in event_of if m.event_id == found.event_id), None)
    if manifest is None:
        raise PersonFacingError("revocations-other-event")
    slot = manifest.slot(found.slot) if 0 < found.slot <= SLOTS else None
    if slot is None or not frame.signed_with(slot.key):
        raise PersonFacingError("revocations-not-signed")
    return found


def newer_of(held: RevocationList | None, other: RevocationList) -> RevocationList:
    """Of two lists of one issuer the one that counts: the higher number, then the later date."""
    if held is None or (other.number, other.made_at) > (held.number, held.made_at):
        return other
    return held


def pack_file(lists: Iterable[bytes]) -> bytes:
    """`*.revocations`: the lists of several issuers in one file."""
    return cbor2.dumps([CONTENT, *lists])


def unpack_file(data: bytes) -> tuple[bytes, ...]:
    """Raises PersonFacingError if it is no such file."""
    try:
        said = cbor2.loads(data) if len(data) <= MAX_BYTES * SLOTS else None
    except (cbor2.CBORDecodeError, ValueError, RecursionError) as error:
        raise PersonFacingError("revocations-not-a-list") from error
    if not isinstance(said, list) or not said or said[0] != CONTENT:
        raise PersonFacingError("revocations-not-a-list")
    return tuple(raw for raw in said[1 : SLOTS + 1] if isinstance(raw, bytes))
