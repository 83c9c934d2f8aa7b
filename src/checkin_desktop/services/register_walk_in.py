"""People who were not on the list, and what is put right about those who were."""

from checkin_desktop.domain.badge import ID_LENGTH, crockford
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import AttendanceSet, AttendeeCorrected, AttendeeRegistered, Profile
from checkin_desktop.domain.people import Attendee, Person
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, pack_personal, person_values


class KnownDocument(PersonFacingError):
    """The document number is somebody else's on this list."""


def packed_profile(
    attendee_id: str, person: Person, salt: bytes, replaces: tuple[bytes, ...] = ()
) -> tuple[Profile, bytes]:
    """The public part of who somebody is, and the personal values that stand beside it."""
    personal = pack_personal(person_values(person), salt)
    profile = Profile(
        attendee_id, person.organisation, person.region, person.category, commitment_to(personal), replaces
    )
    return profile, personal


def register(desk: Desk, person: Person, operator: str = "") -> Attendee:
    """A new person with a random id.

    Raises KnownDocument, and PersonFacingError where no name is given or what this desk writes counts no more.
    """
    if not person.name:
        raise PersonFacingError("walk-in-no-name")
    with desk.store.unit() as unit:
        _refuse_known_document(unit, person, "")
        attendee_id = crockford(desk.random(16), ID_LENGTH)
        profile, personal = packed_profile(attendee_id, person, desk.random(SALT_BYTES))
        unit.append(AttendeeRegistered(profile), [personal], operator)
        return _now(unit, attendee_id)


def correct(desk: Desk, attendee_id: str, person: Person, operator: str = "") -> Attendee:
    """What is said of somebody from now on; names the accounts that it replaces."""
    if not person.name:
        raise PersonFacingError("walk-in-no-name")
    with desk.store.unit() as unit:
        _refuse_known_document(unit, person, attendee_id)
        heads = unit.people.profile_heads(attendee_id)
        profile, personal = packed_profile(attendee_id, person, desk.random(SALT_BYTES), heads)
        unit.append(AttendeeCorrected(profile), [personal], operator)
        return _now(unit, attendee_id)


def withdraw(desk: Desk, attendee_id: str, operator: str = "") -> None:
    with desk.store.unit() as unit:
        unit.append(AttendanceSet(attendee_id, withdrawn=True), operator=operator)


def reinstate(desk: Desk, attendee_id: str, operator: str = "") -> None:
    with desk.store.unit() as unit:
        unit.append(AttendanceSet(attendee_id, withdrawn=False), operator=operator)


def _refuse_known_document(unit: Unit, person: Person, own_id: str) -> None:
    others = [a for a in unit.people.with_document(person.document) if a.id != own_id]
    if others:
        raise KnownDocument("walk-in-known-document", document=person.document, name=others[0].name)


def _now(unit: Unit, attendee_id: str) -> Attendee:
    attendee = unit.people.attendee(attendee_id)
    if attendee is None:
        raise PersonFacingError("walk-in-desk-revoked")
    return attendee
