"""Personal values that stand beside an entry, so that they can be erased without breaking a chain."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from checkin_desktop.domain.delegations import DelegationArranged
from checkin_desktop.domain.facts import (
    AttendeeCorrected,
    AttendeeRegistered,
    AttendeesImported,
    CertificateIssued,
    CertificatesHandedOver,
    Fact,
    PassageRecorded,
    Profile,
)
from checkin_desktop.domain.meetings import ActaWritten, MeetingScheduled
from checkin_desktop.domain.operators import OperatorDefined
from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.domain.photos import PhotoAdded
from checkin_desktop.domain.questions import AnswersGiven
from checkin_desktop.domain.substitutes import CodeLinked
from checkin_desktop.wire.bodies import deterministic, parsed, without_nul

SALT_BYTES = 16
_Values = TypeVar("_Values", bound=msgspec.Struct)


class PersonValues(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """The part of a `Person` that names somebody; the rest (organisation, region, category) is in the body."""

    given_names: str = ""
    surnames: str = ""
    document_kind: DocumentKind | None = None
    document: str = ""
    position: str = ""
    honorific: str = ""
    email: str = ""
    phone: str = ""
    own_code: str = ""
    consent: bool | None = None
    extra: tuple[tuple[str, str], ...] = ()
    note: str = ""
    photo: str = ""


class CodeText(msgspec.Struct, frozen=True, array_like=True):
    """A scanned text that is not our badge code: perhaps a document number."""

    text: str


class PhotoValues(msgspec.Struct, frozen=True, array_like=True):
    """A portrait, JPEG."""

    content: bytes


class AnswerValues(msgspec.Struct, frozen=True, array_like=True):
    """What somebody answered, in the order of the entry's questions."""

    answers: tuple[str, ...]


class CertificateValues(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """What a certificate says of its holder, frozen at issue, its verification token, and the page as it was drawn."""

    name: str
    document_kind: DocumentKind | None
    document: str
    token: bytes
    page: bytes = b""


class CollectorValues(msgspec.Struct, frozen=True, array_like=True):
    """Who took certificates away, where it is nobody of the list."""

    name: str
    document: str = ""


class OperatorValues(msgspec.Struct, frozen=True, array_like=True):
    """What an operator is called."""

    name: str


class ActaValues(msgspec.Struct, frozen=True, array_like=True):
    """What a meeting's acta says in free text, which may name anybody."""

    topics: str
    agreements: str
    others: str = ""


class TextValues(msgspec.Struct, frozen=True, array_like=True):
    """Names and free text that may be about anybody: what a meeting's parties or a delegation are called, a topic."""

    texts: tuple[str, ...]


def pack_personal(values: msgspec.Struct, salt: bytes) -> bytes:
    """Values as they stand beside the entry, behind their salt."""
    return deterministic([salt, without_nul(msgspec.to_builtins(values, builtin_types=(bytes,)))])


def unpack_person(packed: bytes) -> PersonValues:
    return _unpack(packed, PersonValues)


def unpack_code(packed: bytes) -> CodeText:
    return _unpack(packed, CodeText)


def unpack_certificate(packed: bytes) -> CertificateValues:
    return _unpack(packed, CertificateValues)


def unpack_photo(packed: bytes) -> PhotoValues:
    return _unpack(packed, PhotoValues)


def unpack_answers(packed: bytes) -> AnswerValues:
    return _unpack(packed, AnswerValues)


def unpack_operator(packed: bytes) -> OperatorValues:
    return _unpack(packed, OperatorValues)


def unpack_acta(packed: bytes) -> ActaValues:
    return _unpack(packed, ActaValues)


def unpack_texts(packed: bytes) -> TextValues:
    return _unpack(packed, TextValues)


def unpack_collector(packed: bytes) -> CollectorValues:
    return _unpack(packed, CollectorValues)


def person_values(person: Person) -> PersonValues:
    return PersonValues(
        person.given_names,
        person.surnames,
        person.document_kind,
        person.document,
        person.position,
        person.honorific,
        person.email,
        person.phone,
        person.own_code,
        person.consent,
        person.extra,
        person.note,
        person.photo,
    )


def person_from(profile: Profile, values: PersonValues | None) -> Person:
    """The person of a profile; only organisation, region and category remain where the values are erased."""
    v = values or PersonValues()
    return Person(
        given_names=v.given_names,
        surnames=v.surnames,
        document_kind=v.document_kind,
        document=v.document,
        organisation=profile.organisation,
        region=profile.region,
        position=v.position,
        honorific=v.honorific,
        category=profile.category,
        email=v.email,
        phone=v.phone,
        own_code=v.own_code,
        consent=v.consent,
        extra=v.extra,
        note=v.note,
        photo=v.photo,
    )


def check_personal(fact: Fact, personal: Sequence[bytes | None]) -> None:
    """Raises MalformedBody if the values beside an entry are not what its kind has there."""
    match fact:
        case AttendeesImported() | AttendeeRegistered() | AttendeeCorrected():
            wanted: type[msgspec.Struct] = PersonValues
        case PassageRecorded() | CodeLinked():
            wanted = CodeText
        case AnswersGiven():
            wanted = AnswerValues
        case PhotoAdded():
            wanted = PhotoValues
        case CertificateIssued():
            wanted = CertificateValues
        case OperatorDefined():
            wanted = OperatorValues
        case ActaWritten():
            wanted = ActaValues
        case CertificatesHandedOver():
            wanted = CollectorValues
        case MeetingScheduled() | DelegationArranged():
            wanted = TextValues
        case _:
            return
    for packed in personal:
        if packed is not None:
            _unpack(packed, wanted)


def _unpack(packed: bytes, struct: type[_Values]) -> _Values:
    return parsed(packed, tuple[bytes, struct])[1]  # type: ignore[valid-type]
