"""Certificates: who has earned which, issuing, printing, revoking."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from checkin_desktop.domain.certificate import (
    TYPED_LENGTH,
    Entitlement,
    about_the_same,
    register_number,
    typed_code,
)
from checkin_desktop.domain.certifying import CertificateLanguage
from checkin_desktop.domain.eligibility import Eligible, NotYet
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.domain.facts import (
    CertificateRevoked,
    CertificatesPrinted,
)
from checkin_desktop.domain.people import (
    Attendee,
    AttendeeStatus,
    Category,
    DocumentKind,
    plain,
)
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.entitlements import (
    Grounds,
    Who,
    entitlement_of,
    grounds,
    people_of,
    wanted_of,
)
from checkin_desktop.services.frozen_pages import kept_pages
from checkin_desktop.services.images import logo_images
from checkin_desktop.services.issuing import (
    LONGEST_REASON,
    Basis,
    Terms,
    drafts_of,
    earned_on,
    next_serial,
    qr_text,
    read_basis,
    sessions_named,
    talk_named,
    wanted_now,
    write_drafts,
)
from checkin_desktop.services.issuing_desk import refuse_other
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.ports.store import CertificateRecord, Reads
from checkin_desktop.services.views import CertificateLine, CertificateState

_DRAWN_AT_ONCE = 20
"""By one look at the register."""
_SAMPLE_DOCUMENT = "00000000"
_SAMPLE_TOKEN = "SAMPLE " * 30
"""As long as a real one, so that the sample's QR looks like it."""


def review(desk: Desk, attendee_ids: Iterable[str] | None = None) -> tuple[CertificateLine, ...]:
    """Where everybody stands: eligible, not yet and what is missing, issued, revoked; by surname.

    One line for each certificate that somebody is entitled to or holds. Somebody withdrawn is left out, unless there
    is a good certificate that may have to be revoked.
    """
    wanted = None if attendee_ids is None else set(attendee_ids)
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        known = grounds(reads, desk.store.now_ms())
        held: dict[str, dict[str, CertificateRecord]] = {}
        for c in reads.certificates.all():
            mine = held.setdefault(c.attendee_id, {})
            current = mine.get(c.subject)
            if current is None or current.revoked or not c.revoked:
                mine[c.subject] = current if current and not current.revoked else c
        lines = []
        for a in reads.people.all():
            if wanted is None or a.id in wanted:
                lines += _lines(a, known, held.get(a.id, {}), zone)
        return tuple(lines)


def issue(
    desk: Desk,
    who: Sequence[Who],
    *,
    exception_reason: str = "",
    terms: Terms | None = None,
    operator: str = "",
    refused: Callable[[PersonFacingError], object] | None = None,
    progress: Callable[[int, int], bool] | None = None,
) -> tuple[str, ...]:
    """Issues what was earned and is not held yet; all that is asked for, where a reason is given.

    Answers the ids of those who hold a good certificate of what was asked afterwards. Each has its serial from this
    desk's own range, so no network is needed. Raises PersonFacingError when the range is used up, or another desk
    issues and no reason was given to do without it; and where a page can't be drawn, unless `refused` is there to be
    told: then that one is left out. `progress(done, total)` answers False to end it there; what is issued stays so.
    """
    terms = terms or Terms(exception_reason=exception_reason)
    basis, wanted = _read(desk, who)
    for start in range(0, len(wanted), _DRAWN_AT_ONCE):
        if progress and not progress(start, len(wanted)):
            break
        part = wanted[start : start + _DRAWN_AT_ONCE]
        while not _issued(desk, basis, part, terms, operator, refused):
            basis, _ = _read(desk, who)
    with desk.store.read() as reads:
        return tuple(dict.fromkeys(w.attendee.id for w in wanted_now(reads, wanted) if w.held))


def revoke(desk: Desk, who: Who, reason: str, operator: str = "") -> None:
    """The certificate stays in the register, revoked with its reason. Raises PersonFacingError."""
    if not reason.strip():
        raise PersonFacingError("certificates-reason-needed")
    with desk.store.unit() as unit:
        good = _all_good(unit, [who])
        if not good:
            raise PersonFacingError("certificates-none-to-revoke")
        for c in good:
            unit.append(CertificateRevoked(c.serial, reason.strip()[:LONGEST_REASON]), operator=operator)


def certificate_faces(desk: Desk, who: Iterable[Who]) -> tuple[CertificateFace, ...]:
    """What is drawn: the facts frozen at issue, in the order asked for; people without one are left out."""
    wanted = tuple(dict.fromkeys(who))
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        holders = good_certificates(reads, wanted)
        pictures = {names: logo_images(reads, names) for names in {c.settings.logos for c in holders}}
        replaced = _numbers(reads, {c.replaces for c in holders if c.replaces}, zone)
        points = {c.id: c.name for c in reads.event.checkpoints() if c.kind is CheckpointKind.SESSION}
        pages, marked = kept_pages(reads, holders), reads.certificates.settings().mark_reprints
        return tuple(
            replace(
                _face(c, zone, pictures[c.settings.logos], points, replaced.get(c.replaces, "")),
                page=pages.get(c.entry),
                reprint=marked and c.prints > 0,
            )
            for c in holders
        )


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
            number=register_number(0, last.year, reads.certificates.settings().number_pattern),
            issued_on=last,
            token=_SAMPLE_TOKEN,
            typed_code="0" * TYPED_LENGTH,
            logos=logo_images(reads, settings.logos),
            language=reads.certificates.settings().language,
        )


def record_prints(desk: Desk, who: Sequence[Who], printer: str, operator: str = "") -> None:
    with desk.store.unit() as unit:
        serials = tuple(c.serial for c in good_certificates(unit, who))
        if serials:
            unit.append(CertificatesPrinted(serials, printer), operator=operator)


def number_of(certificate: CertificateRecord, zone: ZoneInfo) -> str:
    """As it was shown when it was issued."""
    return certificate.number or register_number(certificate.serial, issued_on(certificate, zone).year)


def file_name(face: CertificateFace) -> str:
    """The name of one certificate's own PDF: its number, and whose it is in plain letters."""
    number = "".join(c if c.isalnum() or c in "-_." else "-" for c in face.number)
    return f"{number}-{plain(face.name).replace(' ', '-')[:60]}.pdf"


def issued_on(certificate: CertificateRecord, zone: ZoneInfo) -> date:
    """Certificates carry the date of the last day of the event."""
    issued = local_time(certificate.issued_at, zone).date()
    days = certificate.settings.days
    return days[-1] if days else issued


def _read(desk: Desk, who: Sequence[Who]) -> tuple[Basis, list[tuple[str, Entitlement]]]:
    """What is asked for, (whose, which) in that order, and what it is judged by and drawn from."""
    with desk.store.read() as reads:
        known, people = grounds(reads, desk.store.now_ms()), reads.people.attendees(people_of(who))
        ids = [i for i in people_of(who) if i in people]
        wanted = [(i, w) for i in ids for w in _unlike(wanted_of(known, people[i], who))]
        return read_basis(desk, reads, known, (w.kind for _, w in wanted)), wanted


def _unlike(wanted: Iterable[Entitlement]) -> list[Entitlement]:
    """The first of those that may not both stand."""
    kept: list[Entitlement] = []
    for one in wanted:
        if not any(about_the_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _issued(
    desk: Desk,
    basis: Basis,
    asked: Sequence[tuple[str, Entitlement]],
    terms: Terms,
    operator: str,
    refused: Callable[[PersonFacingError], object] | None,
) -> bool:
    """Issues what of it was earned and is not held. False: overtaken by something else; what is left is to be read and
    drawn anew."""
    with desk.store.read() as reads:
        wanted = [w for w in wanted_now(reads, asked) if not w.held and earned_on(basis, w, terms)]
        if not wanted:
            return True
        refuse_other(basis.other, terms.alone_reason)
        serial = next_serial(reads, basis)
    within = wanted[: basis.numbers[1] - serial + 1]
    drafts = drafts_of(desk, basis, within, serial, terms, refused)
    return write_drafts(desk, basis, drafts, operator) and len(within) == len(wanted)


def _lines(
    attendee: Attendee, known: Grounds, held: dict[str, CertificateRecord], zone: ZoneInfo
) -> list[CertificateLine]:
    """What is about the same as a good certificate is no line of its own: a talk that it leaves open is said there."""
    active = attendee.status is AttendeeStatus.ACTIVE
    good = {k: entitlement_of(c) for k, c in held.items() if not c.revoked}
    entitled: list[Entitlement] = []
    talks: dict[str, tuple[str, ...]] = dict.fromkeys(good, ())
    for e in known.entitlements(attendee) if active else ():
        other = next((k for k, c in good.items() if k != e.key and about_the_same(c, e)), None)
        if e.key in good or other is None:
            entitled.append(e)
        elif e.title:
            talks[other] += (e.title,)
    keys = {e.key for e in entitled}
    lines = [_line(attendee, e, known, held.get(e.key), zone) for e in entitled]
    replaced = {c.replaces for c in held.values()}
    for k, c in held.items():
        one = entitlement_of(c)
        superseded = c.revoked and (
            c.serial in replaced or any(about_the_same(one, other) for other in good.values())
        )
        if k not in keys and (not c.revoked or active) and not superseded:
            lines.append(_line(attendee, one, known, c, zone))
    return [replace(line, talks=talks.get(line.key, ())) for line in lines]


def _line(
    attendee: Attendee, wanted: Entitlement, known: Grounds, held: CertificateRecord | None, zone: ZoneInfo
) -> CertificateLine:
    earned = known.judged(attendee, wanted)
    missing = earned.missing if isinstance(earned, NotYet) else ()
    role = (wanted.kind, wanted.title) in known.roles_of(attendee.id)
    hopeful = bool(missing) and known.hopeful(attendee, wanted)
    if held is None:
        state = CertificateState.ELIGIBLE if isinstance(earned, Eligible) else CertificateState.NOT_YET
        return CertificateLine(attendee, wanted, state, missing, hopeful=hopeful, role=role)
    return CertificateLine(
        attendee,
        wanted,
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
        hopeful=hopeful,
        ahead=held.ahead,
        void=held.void,
        alone_reason=held.alone_reason,
        role=role,
    )


def _face(
    c: CertificateRecord, zone: ZoneInfo, logos: tuple[bytes, ...], points: dict[str, str], replaced: str
) -> CertificateFace:
    return CertificateFace(
        name=c.name,
        document_kind=c.document_kind,
        document=c.document,
        role=c.category,
        settings=c.settings,
        number=number_of(c, zone),
        issued_on=issued_on(c, zone),
        token=qr_text(c.token, c.settings, c.language),
        typed_code=typed_code(c.serial, c.token),
        logos=logos,
        kind=c.kind,
        talk=talk_named(entitlement_of(c)),
        sessions=sessions_named(entitlement_of(c), c.attended, points),
        replaces=replaced,
        language=c.language or CertificateLanguage.SPANISH,
    )


def _numbers(reads: Reads, serials: set[int], zone: ZoneInfo) -> dict[int, str]:
    found = (c for serial in serials for c in reads.certificates.with_serial(serial))
    return {c.serial: number_of(c, zone) for c in found}


def good_certificates(reads: Reads, who: Sequence[Who]) -> list[CertificateRecord]:
    """The good certificates asked for, in that order; of two that may not both stand the first."""
    return list({c.subject: c for c in reversed(_all_good(reads, who))}.values())[::-1]


def _all_good(reads: Reads, who: Sequence[Who]) -> list[CertificateRecord]:
    """As they are asked for; all of somebody whose id alone is given."""
    held: dict[str, list[CertificateRecord]] = {}
    for c in reads.certificates.of(people_of(who)):
        if not c.revoked:
            held.setdefault(c.attendee_id, []).append(c)
    found = []
    for w in who:
        mine = held.get(w if isinstance(w, str) else w.attendee_id, [])
        found += [c for c in mine if isinstance(w, str) or c.subject == w.key]
    return list({c.entry: c for c in found}.values())
