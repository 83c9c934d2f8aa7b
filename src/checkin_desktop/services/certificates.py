"""Certificates of attendance: who has earned one, issuing, printing, handing over, revoking."""

from collections.abc import Iterable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from checkin_desktop.domain.certificate import TYPED_LENGTH, register_number, typed_code
from checkin_desktop.domain.eligibility import Eligible, NotYet, eligibility
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.facts import (
    CertificateIssued,
    CertificateRevoked,
    CertificatesHandedOver,
    CertificatesPrinted,
)
from checkin_desktop.domain.people import Attendee, AttendeeStatus, Category, DocumentKind, plain
from checkin_desktop.keys.certificate_token import TokenFacts, headline, make_token, token_text
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.images import logo_images
from checkin_desktop.services.ports.documents import CertificateFace, RegisterLine
from checkin_desktop.services.ports.store import CertificateRecord, Reads, Unit
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, CertificateValues, pack_personal
from checkin_desktop.words import DEFAULT_LANGUAGE, load_words

_HOUR_MS = 3_600_000
_SAMPLE_DOCUMENT = "00000000"
_SAMPLE_TOKEN = "SAMPLE " * 30
"""As long as a real one, so that the sample's QR looks like it."""


def review(desk: Desk, attendee_ids: Iterable[str] | None = None) -> tuple[CertificateLine, ...]:
    """Where everybody stands: eligible, not yet and what is missing, issued, revoked; by surname.

    Somebody withdrawn is left out, unless there is a good certificate that may have to be revoked.
    """
    wanted = None if attendee_ids is None else set(attendee_ids)
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        points, admitted = reads.event.checkpoints(), reads.passages.admitted_at()
        held: dict[str, CertificateRecord] = {}
        for c in reads.certificates.all():
            current = held.get(c.attendee_id)
            if current is None or current.revoked or not c.revoked:
                held[c.attendee_id] = current if current and not current.revoked else c
        lines = []
        for a in reads.people.all():
            certificate = held.get(a.id)
            listed = a.status is AttendeeStatus.ACTIVE or (certificate and not certificate.revoked)
            if listed and (wanted is None or a.id in wanted):
                earned = eligibility(points, admitted.get(a.id, frozenset()))
                lines.append(_line(a, earned, certificate, zone))
        return tuple(lines)


def issue(
    desk: Desk, attendee_ids: Sequence[str], *, exception_reason: str = "", operator: str = ""
) -> tuple[str, ...]:
    """Issues to those who have earned it and hold none yet; to all asked for, where a reason is given.

    Answers the ids of those who hold a good certificate afterwards. Each certificate has its serial from this
    desk's own range, so no network is needed. Raises PersonFacingError when the range is used up.
    """
    holders = []
    with desk.store.unit() as unit:
        settings = unit.event.record().settings
        points, admitted = unit.event.checkpoints(), unit.passages.admitted_at()
        _only_holder_of_slot(desk, unit)
        for attendee_id in dict.fromkeys(attendee_ids):
            attendee = unit.people.attendee(attendee_id)
            if attendee is None:
                continue
            if any(not c.revoked for c in unit.certificates.of([attendee.id])):
                holders.append(attendee.id)
                continue
            earned = eligibility(points, admitted.get(attendee.id, frozenset()))
            if isinstance(earned, NotYet) and not exception_reason:
                continue
            attended = earned.attended if isinstance(earned, Eligible) else ()
            reason = exception_reason if isinstance(earned, NotYet) else ""
            _issue_one(desk, unit, attendee, settings, [c.id for c in attended], reason, operator)
            holders.append(attendee.id)
    return tuple(holders)


def revoke(desk: Desk, attendee_id: str, reason: str, operator: str = "") -> None:
    """The certificate stays in the register, revoked with its reason. Raises PersonFacingError."""
    if not reason.strip():
        raise PersonFacingError("certificates-reason-needed")
    with desk.store.unit() as unit:
        good = [c for c in unit.certificates.of([attendee_id]) if not c.revoked]
        if not good:
            raise PersonFacingError("certificates-none-to-revoke")
        for certificate in good:
            unit.append(CertificateRevoked(certificate.serial, reason.strip()[:200]), operator=operator)


def certificate_faces(desk: Desk, attendee_ids: Iterable[str]) -> tuple[CertificateFace, ...]:
    """What is drawn: the facts frozen at issue, in the order asked for; people without one are left out."""
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        wanted = tuple(dict.fromkeys(attendee_ids))
        good = {c.attendee_id: c for c in reads.certificates.of(wanted) if not c.revoked}
        holders = [good[i] for i in wanted if i in good]
        pictures = {names: logo_images(reads, names) for names in {c.settings.logos for c in holders}}
        return tuple(_face(c, zone, pictures[c.settings.logos]) for c in holders)


def sample_face(desk: Desk, name: str) -> CertificateFace:
    """What certificates look like with the event's settings, before any is issued; its code verifies nothing."""
    with desk.store.read() as reads:
        settings = reads.event.record().settings
        last = settings.days[-1] if settings.days else local_time(desk.store.now_ms(), desk.zone).date()
        return CertificateFace(
            name=name,
            document_kind=DocumentKind.DNI,
            document=_SAMPLE_DOCUMENT,
            role=Category.ATTENDEE,
            settings=settings,
            number=register_number(0, last.year),
            issued_on=last,
            token=_SAMPLE_TOKEN,
            typed_code="0" * TYPED_LENGTH,
            logos=logo_images(reads, settings.logos),
        )


def record_prints(desk: Desk, attendee_ids: Sequence[str], printer: str, operator: str = "") -> None:
    with desk.store.unit() as unit:
        serials = _good_serials(unit, attendee_ids)
        if serials:
            unit.append(CertificatesPrinted(serials, printer), operator=operator)


def record_handed_over(desk: Desk, attendee_ids: Sequence[str], operator: str = "") -> None:
    with desk.store.unit() as unit:
        serials = _good_serials(unit, attendee_ids)
        if serials:
            unit.append(CertificatesHandedOver(serials), operator=operator)


def register_lines(desk: Desk) -> tuple[RegisterLine, ...]:
    """The register (libro): every number used, in order, revoked ones with their reason."""
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        return tuple(
            RegisterLine(
                number_of(c, zone),
                c.name,
                c.document,
                c.kind,
                local_time(c.issued_at, zone).date(),
                c.revoked,
                c.revoke_reason,
            )
            for c in reads.certificates.all()
        )


def number_of(certificate: CertificateRecord, zone: ZoneInfo) -> str:
    return register_number(certificate.serial, _issued_on(certificate, zone).year)


def file_name(face: CertificateFace) -> str:
    """The name of one certificate's own PDF: its number, and whose it is in plain letters."""
    return f"{face.number}-{plain(face.name).replace(' ', '-')[:60]}.pdf"


def _issued_on(certificate: CertificateRecord, zone: ZoneInfo) -> date:
    """Certificates carry the date of the last day of the event."""
    issued = local_time(certificate.issued_at, zone).date()
    days = certificate.settings.days
    return days[-1] if days else issued


def _only_holder_of_slot(desk: Desk, unit: Unit) -> None:
    """Two desks on one slot would use the same numbers: the later one must not issue."""
    own = desk.store.station
    same = [s for s in unit.event.stations() if s.slot == own.slot and not s.revoked]
    if same and same[0].id != own.station_id:
        raise PersonFacingError("certificates-slot-shared")


def _issue_one(
    desk: Desk,
    unit: Unit,
    attendee: Attendee,
    settings: EventSettings,
    attended: list[str],
    exception_reason: str,
    operator: str,
) -> None:
    slot = next(s for s in unit.event.slots() if s.number == desk.store.station.slot)
    serial = unit.certificates.highest_serial(slot.first_serial, slot.last_serial) + 1
    if serial > slot.last_serial:
        raise PersonFacingError("certificates-range-used-up")
    now = desk.store.now_ms()
    p = attendee.person
    facts = TokenFacts(serial, attendee.name, p.document, p.category, settings.hours, now // _HOUR_MS)
    token = make_token(facts, SigningKey(desk.store.station.slot_key))
    values = CertificateValues(attendee.name, p.document_kind, p.document, token)
    personal = pack_personal(values, desk.random(SALT_BYTES))
    revoked = [c.serial for c in unit.certificates.of([attendee.id])]
    unit.append(
        CertificateIssued(
            serial=serial,
            attendee_id=attendee.id,
            kind=p.category,
            issued_at=now,
            attended=tuple(attended),
            settings=settings,
            commitment=commitment_to(personal),
            exception_reason=exception_reason[:200],
            replaces=revoked[-1] if revoked else 0,
        ),
        [personal],
        operator,
    )


def _line(
    attendee: Attendee, earned: Eligible | NotYet, held: CertificateRecord | None, zone: ZoneInfo
) -> CertificateLine:
    missing = tuple(c.name for c in earned.missing) if isinstance(earned, NotYet) else ()
    if held is None:
        state = CertificateState.ELIGIBLE if isinstance(earned, Eligible) else CertificateState.NOT_YET
        return CertificateLine(attendee, state, missing, None, "", "", None, 0, False, "")
    return CertificateLine(
        attendee,
        CertificateState.REVOKED if held.revoked else CertificateState.ISSUED,
        missing,
        held.serial,
        number_of(held, zone),
        typed_code(held.serial, held.token) if held.token else "",
        local_time(held.issued_at, zone),
        held.prints,
        held.handed_over,
        held.exception_reason,
        held.revoke_reason,
    )


def _face(c: CertificateRecord, zone: ZoneInfo, logos: tuple[bytes, ...]) -> CertificateFace:
    return CertificateFace(
        name=c.name,
        document_kind=c.document_kind,
        document=c.document,
        role=Category(c.kind),
        settings=c.settings,
        number=number_of(c, zone),
        issued_on=_issued_on(c, zone),
        token=qr_text(c.token, c.settings),
        typed_code=typed_code(c.serial, c.token),
        reprint=c.prints > 0,
        logos=logos,
    )


def qr_text(token: bytes, settings: EventSettings) -> str:
    """The certificate's QR. Without a domain, whoever scans it with a phone reads what it is and whom to ask."""
    words = load_words(DEFAULT_LANGUAGE)
    return token_text(
        token, settings.domain, headline(settings.name, settings.contact, words.say("documents-qr-headline"))
    )


def _good_serials(reads: Reads, attendee_ids: Sequence[str]) -> tuple[int, ...]:
    return tuple(c.serial for c in reads.certificates.of(attendee_ids) if not c.revoked)
