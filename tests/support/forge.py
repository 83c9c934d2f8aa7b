"""Entries written by hand, sound or not, as a faulty or hostile station could write them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from checkin_desktop.domain.facts import Fact
from checkin_desktop.domain.journal import Entry
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.wire.bodies import encode_body
from checkin_desktop.wire.entries import entry_hash
from support.desks import Station


def last_of(station: Station) -> Entry:
    own = station.file.station.station_id
    return max((e for e in station.entries() if e.station_id == own), key=lambda e: e.seq)


def forged(
    station: Station, after: Entry, fact: Fact, personal: Sequence[bytes] = (), **changed: Any
) -> Entry:
    """What `station` could write after `after`; `changed` fields go under its signature."""
    kind, version, body = encode_body(fact)
    entry = Entry(
        b"",
        station.file.station.station_id,
        after.seq + 1,
        after.hash,
        after.hlc + 1,
        after.recorded_at,
        "",
        kind,
        version,
        body,
        b"",
        tuple(personal),
    )
    return signed(replace(entry, **changed), station.file.station.station_key)


def signed(entry: Entry, key: bytes) -> Entry:
    """Its hash and signature computed afresh."""
    digest = hash_of(entry)
    return replace(entry, hash=digest, sig=SigningKey(key).sign(digest))


def hash_of(e: Entry) -> bytes:
    return entry_hash(
        e.station_id, e.seq, e.prev_hash, e.hlc, e.recorded_at, e.operator_id, e.kind, e.version, e.body
    )
