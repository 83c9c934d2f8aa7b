"""One certificate issued: its number, its token, and its page as it will always be printed."""

from dataclasses import dataclass

from checkin_desktop.domain.certificate import Entitlement, register_number, typed_code
from checkin_desktop.domain.eligibility import NotYet
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.facts import CertificateIssued
from checkin_desktop.domain.people import Attendee
from checkin_desktop.keys.certificate_token import TokenFacts, headline, make_token, token_text
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.entitlements import Grounds
from checkin_desktop.services.frozen_pages import frozen
from checkin_desktop.services.images import logo_images
from checkin_desktop.services.issuing_desk import only_issuing_desk
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, CertificateValues, pack_personal
from checkin_desktop.words import DEFAULT_LANGUAGE, load_words

_HOUR_MS = 3_600_000
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms certificates are issued.

    `exception_reason`: to those too who have not earned it. `ahead`: to those who will, if they miss nothing from
    now on. `alone_reason`: why this desk issues though another one does.
    """

    exception_reason: str = ""
    ahead: bool = False
    alone_reason: str = ""


def issue_on_terms(
    desk: Desk,
    unit: Unit,
    attendee: Attendee,
    wanted: Entitlement,
    known: Grounds,
    settings: EventSettings,
    terms: Terms,
    operator: str,
) -> bool:
    """Whether it was issued: earned, or soon to be, or by exception."""
    earned = known.judged(attendee, wanted)
    late = isinstance(earned, NotYet)
    ahead = late and terms.ahead and known.hopeful(attendee, wanted)
    if late and not ahead and not terms.exception_reason:
        return False
    only_issuing_desk(desk, unit, terms.alone_reason)
    slot = next(s for s in unit.event.slots() if s.number == desk.store.station.slot)
    serial = unit.certificates.highest_serial(slot.first_serial, slot.last_serial) + 1
    if serial > slot.last_serial:
        raise PersonFacingError("certificates-range-used-up")
    now, p = desk.store.now_ms(), attendee.person
    facts = TokenFacts(serial, attendee.name, p.document, wanted.kind, settings.hours, now // _HOUR_MS)
    token = make_token(facts, SigningKey(desk.store.station.slot_key))
    dated = settings.days[-1] if settings.days else known.now.date()
    number = register_number(serial, dated.year, known.settings.number_pattern)
    before = [c for c in unit.certificates.of([attendee.id]) if c.subject == key_of(attendee, wanted)]
    names = {c.id: c.name for c in known.points}
    face = CertificateFace(
        name=attendee.name,
        document_kind=p.document_kind,
        document=p.document,
        role=p.category,
        settings=settings,
        number=number,
        issued_on=dated,
        token=qr_text(token, settings),
        typed_code=typed_code(serial, token),
        logos=logo_images(unit, settings.logos),
        kind=wanted.kind,
        talk=wanted.title,
        sessions=tuple(names[c.id] for c in earned.attended),
        replaces=before[-1].number if before else "",
        honorific=p.honorific,
        organisation=p.organisation,
        position=p.position,
        region=p.region,
    )
    template, page = frozen(desk, unit, face)
    values = CertificateValues(attendee.name, p.document_kind, p.document, token, page)
    personal = pack_personal(values, desk.random(SALT_BYTES))
    unit.append(
        CertificateIssued(
            serial=serial,
            attendee_id=attendee.id,
            kind=wanted.kind,
            issued_at=now,
            attended=tuple(c.id for c in earned.attended),
            settings=settings,
            commitment=commitment_to(personal),
            exception_reason=terms.exception_reason[:LONGEST_REASON] if late and not ahead else "",
            replaces=before[-1].serial if before else 0,
            category=p.category,
            title=wanted.title,
            session_id=wanted.session_id,
            number=number,
            template=template,
            ahead=ahead,
            alone_reason=terms.alone_reason[:LONGEST_REASON],
        ),
        [personal],
        operator,
    )
    return True


def only_holder_of_slot(desk: Desk, unit: Unit) -> None:
    """Two desks on one slot would use the same numbers: the later one must not issue."""
    own = desk.store.station
    same = [s for s in unit.event.stations() if s.slot == own.slot and not s.revoked]
    if same and same[0].id != own.station_id:
        raise PersonFacingError("certificates-slot-shared")


def key_of(attendee: Attendee, wanted: Entitlement) -> str:
    return Entitlement(attendee.id, wanted.kind, wanted.title, wanted.session_id).key


def qr_text(token: bytes, settings: EventSettings) -> str:
    """The certificate's QR. Without a domain, whoever scans it with a phone reads what it is and whom to ask."""
    words = load_words(DEFAULT_LANGUAGE)
    return token_text(
        token, settings.domain, headline(settings.name, settings.contact, words.say("documents-qr-headline"))
    )
