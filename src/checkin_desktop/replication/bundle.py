"""The bundle: one file on a stick, a union of immutable encrypted segments (docs/architecture.md).

Layout: the magic line, the cover's length (4 bytes, big-endian) and CBOR, then segments, each its length and
ChaCha20-Poly1305 over zlib-compressed CBOR `[station, written_at, [entry, …], {station: written_at}]`: the last is
whose segments were made into one here, where there were many small ones.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cbor2

from checkin_desktop.domain.journal import Entry
from checkin_desktop.keys.sealing import WrongKey, decrypt, encrypt
from checkin_desktop.replication.durable import BundleError, previous_of, write_durably
from checkin_desktop.services.ports.exchange import BundleContent, BundleCover
from checkin_desktop.wire.entries import MalformedEntry, from_wire, to_wire

_MAGIC = b"CHECKIN-BUNDLE 1\n"
_MAX_FILE = 512 * 1024 * 1024
_MAX_SEGMENT = 256 * 1024 * 1024
_MAX_COVER = 1024 * 1024
_PER_SEGMENT = 2_000
_MANY_SMALL = 64


@dataclass(frozen=True, slots=True)
class _Segment:
    """`raw` as it lies in the file, its length before it."""

    raw: bytes
    station: bytes
    at: int
    entries: dict[bytes, Entry]
    contacts: dict[bytes, int]


class BundleFiles:
    """Bundles as files (services/ports/exchange.py)."""

    def look(self, path: Path) -> BundleCover | None:
        """The cover; where the newest file is damaged (a stick pulled too early), that of the previous one."""
        found = [candidate for candidate in (path, previous_of(path)) if candidate.is_file()]
        for candidate in found:
            try:
                return _cover(_bytes_of(candidate, len(_MAGIC) + 4 + _MAX_COVER))[0]
            except BundleError:
                if candidate is found[-1]:
                    raise
        return None

    def read(self, path: Path, cover: BundleCover, key: bytes) -> BundleContent:
        return _content(_sound(path, cover, key)[1])

    def add(
        self, path: Path, cover: BundleCover, key: bytes, entries: Sequence[Entry], station: bytes, at: int
    ) -> None:
        source, kept = _sound(path, cover, key)
        whole, contacts = {e.hash: e for e in entries}, {station: at}
        small = [s for s in kept if len(s.entries) < _PER_SEGMENT]
        if len(small) >= _MANY_SMALL:
            kept = [s for s in kept if len(s.entries) >= _PER_SEGMENT]
            merged = _content(small)
            whole = {e.hash: e for e in merged.entries} | whole
            contacts = dict(merged.contacts) | contacts
        head = cbor2.dumps([cover.event_id, cover.name, cover.sealed], canonical=True)
        pieces = [_MAGIC, len(head).to_bytes(4, "big"), head, *(s.raw for s in kept)]
        added = list(whole.values())
        for start in range(0, len(added), _PER_SEGMENT):
            part = [to_wire(e) for e in added[start : start + _PER_SEGMENT]]
            packed = zlib.compress(cbor2.dumps([station, at, part, contacts], canonical=True))
            segment = encrypt(key, packed, _bound_to(cover))
            pieces += [len(segment).to_bytes(4, "big"), segment]
        write_durably(path, b"".join(pieces), keep=source == path)


def _sound(path: Path, cover: BundleCover, key: bytes) -> tuple[Path | None, list[_Segment]]:
    """The newest file that opens to its last byte: which one, and its segments.

    What is read and what is kept come from the same file: nothing is lost with a damaged one.
    """
    found = [candidate for candidate in (path, previous_of(path)) if candidate.is_file()]
    for candidate in found:
        try:
            data = _bytes_of(candidate)
            return candidate, [_opened(raw, cover, key) for raw in _segments(data, _cover(data)[1])]
        except BundleError:
            if candidate is found[-1]:
                raise
    return None, []


def _bytes_of(path: Path, most: int = -1) -> bytes:
    try:
        if path.stat().st_size > _MAX_FILE:
            raise BundleError("exchange-not-a-bundle", file=path.name)
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise BundleError("exchange-cannot-read", file=path.name) from error


def _cover(data: bytes) -> tuple[BundleCover, int]:
    """The cover, and where the segments begin."""
    if not data.startswith(_MAGIC):
        raise BundleError("exchange-not-a-bundle", file="")
    start = len(_MAGIC) + 4
    length = int.from_bytes(data[len(_MAGIC) : start], "big")
    if length > _MAX_COVER or start + length > len(data):
        raise BundleError("exchange-damaged")
    match _loads(data[start : start + length]):
        case [bytes(event_id), str(name), bytes(sealed)]:
            return BundleCover(event_id, name, sealed), start + length
        case _:
            raise BundleError("exchange-damaged")


def _segments(data: bytes, at: int) -> Iterator[bytes]:
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            raise BundleError("exchange-damaged")
        yield data[at:end]
        at = end


def _opened(raw: bytes, cover: BundleCover, key: bytes) -> _Segment:
    try:
        packed = decrypt(key, raw[4:], _bound_to(cover))
        match _loads(_inflate(packed)):
            case [bytes(station), int(at), list(listed), dict(contacts)]:
                entries = {e.hash: e for e in map(from_wire, listed)}
            case _:
                raise BundleError("exchange-damaged")
    except (WrongKey, MalformedEntry) as error:
        raise BundleError("exchange-damaged") from error
    if not all(isinstance(s, bytes) and isinstance(t, int) for s, t in contacts.items()):
        raise BundleError("exchange-damaged")
    return _Segment(raw, station, at, entries, contacts)


def _content(segments: Sequence[_Segment]) -> BundleContent:
    entries: dict[bytes, Entry] = {}
    contacts: dict[bytes, int] = {}
    for segment in segments:
        entries |= segment.entries
        contacts |= segment.contacts
    last = segments[-1] if segments else None
    return BundleContent(
        tuple(entries.values()), last.station if last else b"", last.at if last else 0, contacts
    )


def _inflate(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        data = inflater.decompress(packed, _MAX_SEGMENT)
    except zlib.error as error:
        raise BundleError("exchange-damaged") from error
    if inflater.unconsumed_tail:
        raise BundleError("exchange-damaged")
    return data


def _loads(data: bytes) -> Any:
    try:
        return cbor2.loads(data)
    except (cbor2.CBORDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError("exchange-damaged") from error


def _bound_to(cover: BundleCover) -> bytes:
    return b"checkin-desktop segment" + cover.event_id
