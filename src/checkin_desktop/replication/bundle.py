"""The bundle: one file on a stick, a union of immutable encrypted segments (docs/architecture.md).

Layout: the magic line, the cover's length (4 bytes, big-endian) and CBOR, then segments, each its length and
ChaCha20-Poly1305 over zlib-compressed CBOR `[station, written_at, [entry, …]]`.
"""

import contextlib
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cbor2

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.journal import Entry
from checkin_desktop.keys.sealing import WrongKey, decrypt, encrypt
from checkin_desktop.services.ports.exchange import BundleContent, BundleCover
from checkin_desktop.wire.entries import MalformedEntry, from_wire, to_wire

_MAGIC = b"CHECKIN-BUNDLE 1\n"
_MAX_FILE = 512 * 1024 * 1024
_MAX_SEGMENT = 256 * 1024 * 1024
_MAX_COVER = 1024 * 1024
_PER_SEGMENT = 2_000


class BundleError(PersonFacingError):
    """The file can't serve as a bundle; it was not changed."""


class BundleFiles:
    """Bundles as files (services/ports/exchange.py)."""

    def look(self, path: Path) -> BundleCover | None:
        """The cover; where the newest file is damaged (a stick pulled too early), that of the previous one."""
        found = [candidate for candidate in (path, _previous(path)) if candidate.is_file()]
        for candidate in found:
            try:
                return _cover(_bytes_of(candidate))[0]
            except BundleError:
                if candidate is found[-1]:
                    raise
        return None

    def read(self, path: Path, cover: BundleCover, key: bytes) -> BundleContent:
        return _sound(path, cover, key)[1]

    def add(
        self, path: Path, cover: BundleCover, key: bytes, entries: Sequence[Entry], station: bytes, at: int
    ) -> None:
        source, _, kept = _sound(path, cover, key)
        head = cbor2.dumps([cover.event_id, cover.name, cover.sealed], canonical=True)
        pieces = [_MAGIC, len(head).to_bytes(4, "big"), head, kept]
        for start in range(0, len(entries), _PER_SEGMENT):
            part = [to_wire(e) for e in entries[start : start + _PER_SEGMENT]]
            packed = zlib.compress(cbor2.dumps([station, at, part], canonical=True))
            segment = encrypt(key, packed, _bound_to(cover))
            pieces += [len(segment).to_bytes(4, "big"), segment]
        _write_safely(path, b"".join(pieces), keep=source == path)


def _sound(path: Path, cover: BundleCover, key: bytes) -> tuple[Path | None, BundleContent, bytes]:
    """The newest file that opens to its last byte: which one, what it says, and its segments as they are.

    What is read and what is kept come from the same file: nothing is lost with a damaged one.
    """
    found = [candidate for candidate in (path, _previous(path)) if candidate.is_file()]
    for candidate in found:
        try:
            data = _bytes_of(candidate)
            return candidate, _content(data, cover, key), data[_cover(data)[1] :]
        except BundleError:
            if candidate is found[-1]:
                raise
    return None, BundleContent((), b"", 0), b""


def _write_safely(path: Path, data: bytes, keep: bool) -> None:
    """`keep`: the file that is replaced is sound, and stays as the previous one."""
    unfinished = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if keep:
            path.replace(_previous(path))
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise BundleError("exchange-cannot-write", file=path.name) from error


def _previous(path: Path) -> Path:
    return path.with_name(path.name + ".previous")


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_FILE:
            raise BundleError("exchange-not-a-bundle", file=path.name)
        return path.read_bytes()
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


def _segments(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if at + 4 + length > len(data):
            raise BundleError("exchange-damaged")
        yield data[at + 4 : at + 4 + length]
        at += 4 + length


def _content(data: bytes, cover: BundleCover, key: bytes) -> BundleContent:
    entries: dict[bytes, Entry] = {}
    written_by, written_at = b"", 0
    for segment in _segments(data[_cover(data)[1] :]):
        try:
            packed = decrypt(key, segment, _bound_to(cover))
        except WrongKey as error:
            raise BundleError("exchange-damaged") from error
        match _loads(_inflate(packed)):
            case [bytes(station), int(at), list(raw)]:
                written_by, written_at = station, at
            case _:
                raise BundleError("exchange-damaged")
        try:
            entries |= {e.hash: e for e in map(from_wire, raw)}
        except MalformedEntry as error:
            raise BundleError("exchange-damaged") from error
    return BundleContent(tuple(entries.values()), written_by, written_at)


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
