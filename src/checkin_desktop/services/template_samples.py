"""Whom a template is tried on: the longest and the shortest real name of the event, or an invented example."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from checkin_desktop.domain.certificate import CertificateKind, register_number
from checkin_desktop.domain.people import Attendee, Category, DocumentKind, Person
from checkin_desktop.services.badges import face_of
from checkin_desktop.services.desk import Desk, local_time
from checkin_desktop.services.images import logo_images
from checkin_desktop.services.ports.documents import BadgeFace, CertificateFace
from checkin_desktop.services.ports.store import Reads

_TOKEN = "ME1:" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 7
"""As long as a real one; no key signs it."""
_TYPED = "0000000000EJEMP00000"


class Sample(StrEnum):
    LONGEST = "longest"
    SHORTEST = "shortest"
    EXAMPLE = "example"


def sample_certificate(desk: Desk, which: Sample, invented: Person, talk: str = "") -> CertificateFace:
    """`invented` stands in where the event has nobody yet, and for the example; `talk` makes it a speaker's."""
    with desk.store.read() as reads:
        settings, language = reads.event.record().settings, reads.certificates.settings().language
        person = _somebody(reads, which, invented).person
        logos = logo_images(reads, settings.logos)
    today = local_time(desk.store.now_ms(), desk.zone).date()
    day: date = settings.days[-1] if settings.days else today
    return CertificateFace(
        name=person.name,
        document_kind=person.document_kind,
        document=person.document,
        role=Category.SPEAKER if talk else person.category,
        settings=settings,
        number=register_number(1, day.year),
        issued_on=day,
        token=_TOKEN,
        typed_code=_TYPED,
        logos=logos,
        kind=CertificateKind.SPEAKER if talk else None,
        talk=talk,
        honorific=person.honorific,
        organisation=person.organisation,
        position=person.position,
        region=person.region,
        language=language,
    )


def sample_badge(desk: Desk, which: Sample, invented: Person) -> BadgeFace:
    with desk.store.read() as reads:
        attendee = _somebody(reads, which, invented)
        logo = next(iter(logo_images(reads, reads.event.record().settings.logos)), b"")
        photo = reads.door.photo(attendee.person.photo) if attendee.person.photo else b""
    return replace(face_of(attendee, desk.store.secrets, logo), photo=photo)


def _somebody(reads: Reads, which: Sample, invented: Person) -> Attendee:
    """The longest by what letters take, roughly: their number."""
    found = None if which is Sample.EXAMPLE else reads.people.of_extreme_name(which is Sample.LONGEST)
    if found is None:
        return Attendee("", invented, code_id="0" * 15)
    return replace(found, code_id=found.code_id or "0" * 15)


def invented_person(given_names: str, surnames: str, organisation: str, position: str, region: str) -> Person:
    """The example, in the words of the language on screen."""
    return Person(given_names, surnames, DocumentKind.DNI, "01234567", organisation, region, position)
