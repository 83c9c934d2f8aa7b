"""Entries as they travel and as they are hashed."""

import hashlib
from collections.abc import Sequence
from typing import Any

import cbor2

from checkin_desktop.domain.journal import Entry
from checkin_desktop.wire.bodies import MAX_BODY_BYTES, deterministic

_FORMAT = 1
MAX_PERSONAL_BYTES = 64_000
MAX_OPERATOR = 64
_MAX_INTEGER = 2**63 - 1


class MalformedEntry(ValueError):
    """Bytes that are not an entry; refused, never stored."""


def entry_hash(
    station_id: bytes,
    seq: int,
    prev_hash: bytes,
    hlc: int,
    recorded_at: int,
    operator_id: str,
    kind: str,
    version: int,
    body: bytes,
) -> bytes:
    """SHA-256 over the envelope and the hash of the body: the entry's identity."""
    envelope = [_FORMAT, station_id, seq, prev_hash, hlc, recorded_at, operator_id, kind, version]
    envelope.append(hashlib.sha256(body).digest())
    return hashlib.sha256(deterministic(envelope)).digest()


def commitment_to(personal: bytes) -> bytes:
    """What the body holds instead of a personal value, which carries its own salt."""
    return hashlib.sha256(personal).digest()


def fits(body: bytes, personal: Sequence[bytes | None]) -> bool:
    """Whether another desk takes an entry of that size: one that it does not ends its station's chain there."""
    return len(body) <= MAX_BODY_BYTES and all(p is None or len(p) <= MAX_PERSONAL_BYTES for p in personal)


def to_wire(entry: Entry) -> list[Any]:
    return [
        entry.station_id,
        entry.seq,
        entry.prev_hash,
        entry.hlc,
        entry.recorded_at,
        entry.operator_id,
        entry.kind,
        entry.version,
        entry.body,
        entry.sig,
        list(entry.personal),
    ]


def from_wire(raw: Any) -> Entry:
    """An entry, its hash computed afresh. Raises MalformedEntry; checks shapes and bounds, not signatures."""
    match raw:
        case [
            bytes(station),
            int(seq),
            bytes(prev),
            int(hlc),
            int(recorded_at),
            str(operator),
            str(kind),
            int(version),
            bytes(body),
            bytes(sig),
            list(personal),
        ]:
            pass
        case _:
            raise MalformedEntry("shape")
    numbers_ok = 0 < seq <= _MAX_INTEGER and 0 <= hlc <= _MAX_INTEGER and 0 < version < 2**16
    sizes_ok = len(station) == 16 and len(prev) == 32 and len(sig) == 64
    texts_ok = len(kind) <= 64 and len(operator) <= MAX_OPERATOR and "\0" not in kind + operator
    times_ok = abs(recorded_at) <= 2**53
    personal_ok = all(p is None or isinstance(p, bytes) for p in personal) and fits(body, personal)
    if not (numbers_ok and sizes_ok and texts_ok and times_ok and personal_ok):
        raise MalformedEntry("bounds")
    digest = entry_hash(station, seq, prev, hlc, recorded_at, operator, kind, version, body)
    return Entry(
        digest,
        station,
        seq,
        prev,
        hlc,
        recorded_at,
        operator,
        kind,
        version,
        body,
        sig,
        tuple(personal),
    )


def encode_batch(entries: list[Entry]) -> bytes:
    return deterministic([to_wire(e) for e in entries])


def decode_batch(data: bytes) -> list[Entry]:
    """Raises MalformedEntry if anything in it is not an entry."""
    try:
        raw = cbor2.loads(data)
    except (cbor2.CBORDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedEntry("cbor") from error
    if not isinstance(raw, list):
        raise MalformedEntry("batch")
    return [from_wire(item) for item in raw]
