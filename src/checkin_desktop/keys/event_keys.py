"""The secrets of an event and of the station that works on it."""

import hashlib
import os

import cbor2
import msgspec

from checkin_desktop.domain.badge import event_tag
from checkin_desktop.domain.certificate import SLOTS, serial_range
from checkin_desktop.domain.facts import SlotKey
from checkin_desktop.keys.signing import SigningKey, new_signing_key, slot_endorsement, slot_proof


class EventSecrets(msgspec.Struct, frozen=True):
    """What every desk of the event needs: `badge_key` makes badge codes, `identity_key` attendee ids,
    `bundle_key` opens bundles."""

    event_id: bytes
    badge_key: bytes
    identity_key: bytes
    bundle_key: bytes

    @property
    def tag(self) -> str:
        return event_tag(self.event_id)


class SealedSecrets(msgspec.Struct, frozen=True):
    """What the passphrase opens: everything, the event's own key and the private keys of all slots too."""

    event: EventSecrets
    event_key: bytes
    slot_keys: tuple[bytes, ...]


class StationKeys(msgspec.Struct, frozen=True):
    """What one station holds: its own key, and the key of the slot that it works from."""

    station_id: bytes
    station_key: bytes
    slot: int
    slot_key: bytes


def event_id_of(event_key: bytes) -> bytes:
    """The event's id is the fingerprint of its public key: nobody else can speak for it."""
    return hashlib.sha256(b"checkin-desktop event" + event_key).digest()[:16]


def new_event_secrets() -> SealedSecrets:
    key = new_signing_key()
    event = EventSecrets(event_id_of(key.public), os.urandom(32), os.urandom(32), os.urandom(32))
    return SealedSecrets(event, key.raw, tuple(new_signing_key().raw for _ in range(SLOTS)))


def slots_of(secrets: SealedSecrets) -> tuple[SlotKey, ...]:
    """The public side of the desk slots, endorsed by the event's key."""
    event_key = SigningKey(secrets.event_key)
    slots = []
    for number, raw in enumerate(secrets.slot_keys, start=1):
        public = SigningKey(raw).public
        endorsement = event_key.sign(slot_endorsement(secrets.event.event_id, number, public))
        slots.append(SlotKey(number, public, endorsement, *serial_range(number)))
    return tuple(slots)


def station_id_of(station_key: bytes) -> bytes:
    """A station's id is the fingerprint of its public key: nobody else can write under its name."""
    return hashlib.sha256(b"checkin-desktop station" + station_key).digest()[:16]


def new_station_keys(slot: int, slot_key: bytes) -> StationKeys:
    key = new_signing_key()
    return StationKeys(station_id_of(key.public), key.raw, slot, slot_key)


def proof_of_slot(event_id: bytes, keys: StationKeys) -> bytes:
    station_public = SigningKey(keys.station_key).public
    message = slot_proof(event_id, keys.slot, keys.station_id, station_public)
    return SigningKey(keys.slot_key).sign(message)


def pack(secrets: EventSecrets | SealedSecrets | StationKeys) -> bytes:
    return cbor2.dumps(msgspec.to_builtins(secrets, builtin_types=(bytes,)), canonical=True)


def unpack_sealed(data: bytes) -> SealedSecrets:
    return msgspec.convert(cbor2.loads(data), SealedSecrets, builtin_types=(bytes,))


def unpack_event(data: bytes) -> EventSecrets:
    return msgspec.convert(cbor2.loads(data), EventSecrets, builtin_types=(bytes,))


def unpack_station(data: bytes) -> StationKeys:
    return msgspec.convert(cbor2.loads(data), StationKeys, builtin_types=(bytes,))
