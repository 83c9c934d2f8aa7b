"""Which certificates are revoked, small enough for one QR on screen: a desk that meets no other still knows.

Each desk slot signs a list of its own; a longer list of the same slot replaces a shorter one, since what is revoked
stays so. Verifying takes the union of the newest of each. `CHKREVOKED1`, then hexadecimal: event 8 bytes · slot 1 ·
number of certificates 2 · serials 4 each · signature 64.
"""

from collections.abc import Iterable

from checkin_desktop.domain.certificate import SLOTS
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.keys.signing import SigningKey, signed_by
from checkin_desktop.services.desk import Desk

PREFIX = "CHKREVOKED1"
MOST = 400
"""Serials in one list: twice as many characters still fit a QR that a webcam reads."""
_EVENT, _SERIAL, _SIGNATURE = 8, 4, 64


def revocation_text(desk: Desk) -> str:
    """This desk's list: all that it knows to be revoked. Raises PersonFacingError if there is none, or too many."""
    with desk.store.read() as reads:
        known = {c.serial for c in reads.certificates.all() if c.revoked}
    serials = sorted(known | revoked_elsewhere(desk))
    if not serials:
        raise PersonFacingError("revocations-none")
    if len(serials) > MOST:
        raise PersonFacingError("revocations-too-many", most=MOST)
    own = desk.store.station
    packed = desk.store.secrets.event_id[:_EVENT] + bytes([own.slot]) + len(serials).to_bytes(2, "big")
    packed += b"".join(serial.to_bytes(_SERIAL, "big") for serial in serials)
    return PREFIX + (packed + SigningKey(own.slot_key).sign(_message(packed))).hex().upper()


def is_revocation_text(text: str) -> bool:
    return text.strip().upper().startswith(PREFIX)


def take_revocations(desk: Desk, text: str) -> int:
    """Keeps another desk's list; answers how many certificates it names. Raises PersonFacingError."""
    try:
        data = bytes.fromhex(text.strip().upper().removeprefix(PREFIX))
    except ValueError as error:
        raise PersonFacingError("revocations-not-a-list") from error
    packed, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    start = _EVENT + 3
    if len(packed) < start or len(packed) != start + _SERIAL * _count(packed) or _count(packed) > MOST:
        raise PersonFacingError("revocations-not-a-list")
    if packed[:_EVENT] != desk.store.secrets.event_id[:_EVENT]:
        raise PersonFacingError("hub-pairing-other-event")
    with desk.store.unit() as unit:
        slot = next((s for s in unit.event.slots() if s.number == packed[_EVENT]), None)
        if slot is None or not signed_by(slot.key, signature, _message(packed)):
            raise PersonFacingError("revocations-not-signed")
        name = _note(slot.number)
        if _count(packed) > _count(desk.store.note(name)):
            unit.keep_note(name, packed)
    return _count(packed)


def revoked_elsewhere(desk: Desk) -> frozenset[int]:
    """The serials on the lists taken in from other desks' screens."""
    notes = (desk.store.note(_note(number)) for number in range(1, SLOTS + 1))
    return frozenset(serial for packed in notes for serial in _serials(packed))


def _serials(packed: bytes) -> Iterable[int]:
    body = packed[_EVENT + 3 :]
    return (int.from_bytes(body[i : i + _SERIAL], "big") for i in range(0, len(body), _SERIAL))


def _count(packed: bytes) -> int:
    return int.from_bytes(packed[_EVENT + 1 : _EVENT + 3], "big")


def _message(packed: bytes) -> bytes:
    return b"checkin-desktop revoked certificates" + packed


def _note(slot: int) -> str:
    return f"revocations:{slot}"
