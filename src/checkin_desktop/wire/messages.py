"""What a desk and a hub say to each other: JSON over HTTP, deflated where that helps, everything bounded.

Ids and hashes are raw bytes (base64 in JSON); in addresses they are hex. Times are milliseconds UTC.
"""

import zlib
from typing import Annotated, TypeVar

import cbor2
import msgspec
from msgspec import Meta

from checkin_desktop.domain.journal import Entry, Heads
from checkin_desktop.wire.bodies import deterministic
from checkin_desktop.wire.entries import MalformedEntry, from_wire, to_wire

MAX_RAW_BYTES = 6_000_000
"""Of one message as it travels; one entry may carry a picture of 4 MB, which does not deflate."""
MAX_INFLATED_BYTES = 8_000_000
MAX_ENTRIES = 1_000
BATCH_BYTES = 1_000_000
"""Where a batch of several entries ends; a single larger entry travels alone."""
MAX_ENTRY_BYTES = 5_900_000
"""An entry larger than this travels by bundle only."""
CODE_LENGTH = 10
"""Characters (Crockford base32) of a one-time code; single use, good for a day."""
_WORTH_DEFLATING = 512
_MAX_TIME = 2**53
_Message = TypeVar("_Message")

Id = Annotated[bytes, Meta(min_length=16, max_length=16)]
Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
Time = Annotated[int, Meta(ge=0, le=_MAX_TIME)]
Term = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Name = Annotated[str, Meta(max_length=256, pattern=r"^[^\x00]*$")]
PackedEntry = Annotated[bytes, Meta(max_length=MAX_ENTRY_BYTES)]
PackedEntries = Annotated[tuple[PackedEntry, ...], Meta(max_length=MAX_ENTRIES)]


class MalformedMessage(ValueError):
    """Not the message that belongs here."""


class MessageTooLarge(ValueError):
    """More bytes than a message may have, packed or unpacked."""


class WireHead(msgspec.Struct, frozen=True):
    station: Id
    seq: Annotated[int, Meta(ge=1, le=2**63 - 1)]
    hash: Hash


WireHeads = Annotated[tuple[WireHead, ...], Meta(max_length=10_000)]


class EnrolRequest(msgspec.Struct, frozen=True):
    """A station asks for a token. `sig`: its own over `keys.enrolment.enrol_message`.

    It shows either a one-time `code`, or `event_proof` (`keys.enrolment.event_proof`): only a hub inside a desk
    of the event can check that. `entries`: the event's first entry (`event_created`) and the station's own first
    one (`station_enrolled`), by which a hub that holds no secrets sees that the station belongs to the event.
    """

    event_id: Id
    station_id: Id
    station_key: Annotated[bytes, Meta(min_length=32, max_length=32)]
    at: Time
    sig: Annotated[bytes, Meta(min_length=64, max_length=64)]
    code: Annotated[str, Meta(max_length=32)] = ""
    event_proof: Annotated[bytes, Meta(max_length=32)] = b""
    entries: Annotated[tuple[Annotated[bytes, Meta(max_length=64_000)], ...], Meta(max_length=4)] = ()


class EnrolAnswer(msgspec.Struct, frozen=True):
    """`token` goes into `Authorization: Bearer` from here on; `term`: which hub of the event this is."""

    token: str
    term: int
    now: int


class Refused(msgspec.Struct, frozen=True):
    """An entry of the batch that was not taken in; `fault` as in `storage.chain.Fault`, or `malformed`.

    `hash` is empty where the bytes are no entry.
    """

    hash: bytes
    fault: str


class Contact(msgspec.Struct, frozen=True):
    """When the hub last heard of a station, on the hub's clock."""

    station: bytes
    at: int


class PendingClaim(msgspec.Struct, frozen=True):
    """An admission claimed at the hub whose entry has not come yet."""

    entry_hash: bytes
    station: bytes
    attendee_id: str
    checkpoint_id: str
    outcome: str
    at: int


class ExchangeRequest(msgspec.Struct, frozen=True):
    """`entries` as `pack_entry` makes them, each after what its station wrote before. `most`: how many the answer
    may hold. `term`: the hub meant, 0 for any."""

    heads: WireHeads
    entries: PackedEntries = ()
    most: Annotated[int, Meta(ge=0, le=MAX_ENTRIES)] = MAX_ENTRIES
    term: Term = 0


class ExchangeAnswer(msgspec.Struct, frozen=True):
    """`heads` are the hub's after the batch; `entries` what the sender still lacks, parents first.

    `more`: there is more to fetch. `taken`: entries of the batch that were new here. `held`: entries here that do
    not count (yet). `now`: the hub's clock when it answered. `station`: whose clock that is, the desk's that the
    hub runs in; empty where it runs in none.
    """

    heads: WireHeads
    entries: PackedEntries
    more: bool
    taken: int
    refused: tuple[Refused, ...]
    held: int
    contacts: tuple[Contact, ...]
    claims: tuple[PendingClaim, ...]
    now: int
    term: int
    station: bytes = b""


class ClaimRequest(msgspec.Struct, frozen=True):
    """May this person in, before the entry that says so is written. Idempotent by `entry_hash`.

    `override`: although another desk's claim is unconfirmed.
    """

    entry_hash: Hash
    attendee_id: Name
    checkpoint_id: Name
    outcome: Name
    at: Time
    override: bool = False
    term: Term = 0


class ClaimAnswer(msgspec.Struct, frozen=True):
    """`reason`: empty if granted, else `inside` or `pending` (`station`, `since` say where and when), `full` or
    `used_up` (`limit`)."""

    granted: bool
    reason: str = ""
    station: bytes = b""
    since: int | None = None
    limit: int | None = None


class Problem(msgspec.Struct, frozen=True):
    """Every answer that is not a success. `error` is for programs, `detail` for whoever reads logs."""

    error: str
    detail: str = ""


def encode(message: msgspec.Struct) -> bytes:
    return msgspec.json.encode(message)


def decode(data: bytes, wanted: type[_Message]) -> _Message:
    """Raises MalformedMessage."""
    try:
        return msgspec.json.decode(data, type=wanted)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedMessage(str(error)[:200]) from error


def deflated(data: bytes) -> tuple[bytes, bool]:
    """The bytes to send, and whether they are deflated (`Content-Encoding: deflate`, RFC 1950)."""
    if len(data) < _WORTH_DEFLATING:
        return data, False
    return zlib.compress(data, 1), True


def inflated(data: bytes) -> bytes:
    """Raises MessageTooLarge before more than MAX_INFLATED_BYTES are unpacked, MalformedMessage."""
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data, MAX_INFLATED_BYTES + 1)
    except zlib.error as error:
        raise MalformedMessage("deflate") from error
    if len(plain) > MAX_INFLATED_BYTES:
        raise MessageTooLarge
    if not inflater.eof or inflater.unused_data:
        raise MalformedMessage("deflate")
    return plain


def pack_entry(entry: Entry) -> bytes:
    return deterministic(to_wire(entry))


def unpack_entry(packed: bytes) -> Entry:
    """Raises MalformedEntry."""
    try:
        raw = cbor2.loads(packed)
    except (cbor2.CBORDecodeError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise MalformedEntry("cbor") from error
    return from_wire(raw)


def wire_heads(heads: Heads) -> tuple[WireHead, ...]:
    return tuple(WireHead(station, seq, digest) for station, tips in heads.items() for seq, digest in tips)


def heads_from(said: tuple[WireHead, ...]) -> Heads:
    found: dict[bytes, set[tuple[int, bytes]]] = {}
    for head in said:
        found.setdefault(head.station, set()).add((head.seq, head.hash))
    return {station: tuple(sorted(tips)) for station, tips in found.items()}
