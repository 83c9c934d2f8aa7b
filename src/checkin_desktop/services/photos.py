"""Portraits of people: kept beside the entry, erased with the person."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import AttendeeCorrected
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.photos import MAX_PHOTO_BYTES, PhotoAdded
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.services.register_walk_in import packed_profile
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, PhotoValues, pack_personal

_JPEG = b"\xff\xd8\xff"
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Attached:
    """How many people have their picture now, and the names of those pictures that are nobody's."""

    people: int
    nobodys: tuple[str, ...]


def keep_photo(desk: Desk, unit: Unit, attendee_id: str, content: bytes, operator: str = "") -> str:
    """Writes a prepared portrait down; answers its name. Raises PersonFacingError: no JPEG, or too large."""
    if not content.startswith(_JPEG) or len(content) > MAX_PHOTO_BYTES:
        raise PersonFacingError("photo-unusable")
    name = hashlib.sha256(content).hexdigest()
    if not unit.door.photo(name, attendee_id):
        personal = pack_personal(PhotoValues(content), desk.random(SALT_BYTES))
        unit.append(PhotoAdded(attendee_id, commitment_to(personal)), [personal], operator)
    return name


def attach_photo(desk: Desk, attendee_id: str, content: bytes, operator: str = "") -> None:
    """The person is shown with this portrait from now on; empty content takes it off."""
    with desk.store.unit() as unit:
        attendee = unit.people.attendee(attendee_id)
        if attendee is None:
            raise PersonFacingError("substitute-nobody")
        _attach(desk, unit, attendee, content, operator)


def _attach(desk: Desk, unit: Unit, attendee: Attendee, content: bytes, operator: str) -> None:
    name = keep_photo(desk, unit, attendee.id, content, operator) if content else ""
    if name != attendee.person.photo:
        heads = unit.people.profile_heads(attendee.id)
        person = replace(attendee.person, photo=name)
        profile, personal = packed_profile(attendee.id, person, desk.random(SALT_BYTES), heads)
        unit.append(AttendeeCorrected(profile), [personal], operator)


def attach_portraits(desk: Desk, portraits: Mapping[str, bytes], operator: str = "") -> Attached:
    """Pictures by document number or own code, all at once; those of nobody are named."""
    attached, nobodys = 0, []
    names = sorted(portraits)
    for start in range(0, len(names), _AT_ONCE):
        with desk.store.unit() as unit:
            for name in names[start : start + _AT_ONCE]:
                owners = unit.people.with_document(name) or unit.people.with_own_code(name)
                if len(owners) == 1:
                    _attach(desk, unit, owners[0], portraits[name], operator)
                    attached += 1
                else:
                    nobodys.append(name)
    return Attached(attached, tuple(nobodys))


def photo(desk: Desk, name: str) -> bytes:
    with desk.store.read() as reads:
        return reads.door.photo(name)
