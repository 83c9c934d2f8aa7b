"""Portraits of people: kept beside the entry, erased with the person."""

import hashlib
from dataclasses import replace

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import AttendeeCorrected
from checkin_desktop.domain.photos import MAX_PHOTO_BYTES, PhotoAdded
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.services.register_walk_in import packed_profile
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, PhotoValues, pack_personal

_JPEG = b"\xff\xd8\xff"


def keep_photo(desk: Desk, unit: Unit, attendee_id: str, content: bytes, operator: str = "") -> str:
    """Writes a prepared portrait down; answers its name. Raises PersonFacingError: no JPEG, or too large."""
    if not content.startswith(_JPEG) or len(content) > MAX_PHOTO_BYTES:
        raise PersonFacingError("photo-unusable")
    name = hashlib.sha256(content).hexdigest()
    if not unit.door.photo(name):
        personal = pack_personal(PhotoValues(content), desk.random(SALT_BYTES))
        unit.append(PhotoAdded(attendee_id, commitment_to(personal)), [personal], operator)
    return name


def attach_photo(desk: Desk, attendee_id: str, content: bytes, operator: str = "") -> None:
    """The person is shown with this portrait from now on; empty content takes it off."""
    with desk.store.unit() as unit:
        attendee = unit.people.attendee(attendee_id)
        if attendee is None:
            raise PersonFacingError("substitute-nobody")
        name = keep_photo(desk, unit, attendee.id, content, operator) if content else ""
        if name != attendee.person.photo:
            heads = unit.people.profile_heads(attendee.id)
            person = replace(attendee.person, photo=name)
            profile, personal = packed_profile(attendee.id, person, desk.random(SALT_BYTES), heads)
            unit.append(AttendeeCorrected(profile), [personal], operator)


def photo(desk: Desk, name: str) -> bytes:
    with desk.store.read() as reads:
        return reads.door.photo(name)
