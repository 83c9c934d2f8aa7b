"""An event's manifest: what a laptop or a page without the event file needs to check its certificates.

A COSE_Sign1 of content `checkin-manifest`, by the event's key or by a desk slot's key that the manifest itself shows
to be endorsed. Payload: CBOR map 1 version, 2 event id, 3 event key, 4 title, 5 days, 6 place, 7 issuers, 8 role
labels by language, 9 slots (number, key, endorsement, first and last serial), 10 made at (seconds), 11 domain,
12 contact, 13 timezone, 14 kind of hours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import cbor2

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import SlotKey
from checkin_desktop.keys.cose import Signed, key_id, read_sign1, sign1
from checkin_desktop.keys.event_keys import event_id_of
from checkin_desktop.keys.signing import SigningKey, signed_by, slot_endorsement

CONTENT = "checkin-manifest"
SUFFIX = ".manifest"
MAX_BYTES = 64_000
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """`labels`: what each kind of certificate is called, by language and kind. `made_at`: seconds since 1970."""

    event_id: bytes
    event_key: bytes
    name: str
    days: tuple[date, ...]
    place: str
    issuers: tuple[str, ...]
    labels: Mapping[str, Mapping[str, str]]
    slots: tuple[SlotKey, ...]
    made_at: int
    domain: str = ""
    contact: str = ""
    timezone: str = "America/Lima"
    hour_kind: str = ""

    @property
    def dated(self) -> datetime:
        return datetime.fromtimestamp(self.made_at, UTC)

    @property
    def fingerprint(self) -> str:
        """What two people compare aloud: the beginning of the event's id."""
        text = self.event_id.hex().upper()
        return " ".join(text[i : i + 4] for i in range(0, 16, 4))

    def slot_with(self, kid: bytes) -> SlotKey | None:
        """The desk slot of that key, if the event's key endorses it."""
        found = next((s for s in self.slots if key_id(s.key) == kid), None)
        return found if found and endorsed(self.event_id, self.event_key, found) else None

    def slot(self, number: int) -> SlotKey | None:
        found = next((s for s in self.slots if s.number == number), None)
        return found if found and endorsed(self.event_id, self.event_key, found) else None


def endorsed(event_id: bytes, event_key: bytes, slot: SlotKey) -> bool:
    """Does the event's key vouch for that slot, and is it the key that the event's id names?"""
    message = slot_endorsement(event_id, slot.number, slot.key)
    return event_id_of(event_key) == event_id and signed_by(event_key, slot.endorsement, message)


def make_manifest(manifest: Manifest, key: SigningKey) -> bytes:
    payload = {
        1: _VERSION,
        2: manifest.event_id,
        3: manifest.event_key,
        4: manifest.name,
        5: [day.isoformat() for day in manifest.days],
        6: manifest.place,
        7: list(manifest.issuers),
        8: {language: dict(labels) for language, labels in manifest.labels.items()},
        9: [[s.number, s.key, s.endorsement, s.first_serial, s.last_serial] for s in manifest.slots],
        10: manifest.made_at,
        11: manifest.domain,
        12: manifest.contact,
        13: manifest.timezone,
        14: manifest.hour_kind,
    }
    return sign1(cbor2.dumps(payload, canonical=True), key, CONTENT)


def read_manifest(raw: bytes) -> Manifest:
    """Raises PersonFacingError for what is no manifest, or one that its event did not sign."""
    frame = read_sign1(raw, CONTENT) if len(raw) <= MAX_BYTES else None
    if frame is None:
        raise PersonFacingError("manifest-not-a-manifest")
    try:
        manifest = _parsed(cbor2.loads(frame.payload))
        _ = manifest.dated
    except (
        cbor2.CBORDecodeError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        OSError,
    ) as error:
        raise PersonFacingError("manifest-not-a-manifest") from error
    if not _signed_by_event(manifest, frame):
        raise PersonFacingError("manifest-not-signed")
    return manifest


def _parsed(said: Any) -> Manifest:
    if said[1] != _VERSION:
        raise PersonFacingError("manifest-newer")
    labels = {str(k): {str(kind): str(text) for kind, text in v.items()} for k, v in said[8].items()}
    slots = tuple(SlotKey(int(n), bytes(key), bytes(seal), int(a), int(b)) for n, key, seal, a, b in said[9])
    return Manifest(
        event_id=bytes(said[2]),
        event_key=bytes(said[3]),
        name=str(said[4]),
        days=tuple(date.fromisoformat(day) for day in said[5]),
        place=str(said[6]),
        issuers=tuple(str(issuer) for issuer in said[7]),
        labels=labels,
        slots=slots,
        made_at=int(said[10]),
        domain=str(said[11]),
        contact=str(said[12]),
        timezone=str(said[13]),
        hour_kind=str(said[14]),
    )


def _signed_by_event(manifest: Manifest, frame: Signed) -> bool:
    if event_id_of(manifest.event_key) != manifest.event_id:
        return False
    if frame.kid == key_id(manifest.event_key):
        return frame.signed_with(manifest.event_key)
    slot = manifest.slot_with(frame.kid)
    return slot is not None and frame.signed_with(slot.key)
