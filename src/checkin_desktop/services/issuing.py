"""Certificates issued: first read, then drawn, and only then written.

What decides is read once and frozen. Pages are drawn beside the journal, so that nobody at the door waits for one;
entries are written in short units of work. A page is drawn under the desk's next number, which is nobody's until its
entry is written: where it was taken meanwhile, or the holder changed, the page is drawn anew. So wherever the program
is stopped, no number is lost or doubled.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkin_desktop.domain.certificate import (
    CertificateKind,
    Entitlement,
    about_the_same,
    register_number,
    typed_code,
)
from checkin_desktop.domain.eligibility import NotYet
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import CheckpointKind, EventSettings
from checkin_desktop.domain.facts import CertificateIssued
from checkin_desktop.domain.people import Attendee
from checkin_desktop.keys.certificate_token import TokenFacts, headline, make_token, token_text
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.entitlements import Grounds, entitlement_of
from checkin_desktop.services.frozen_pages import Design, design_for, drawn
from checkin_desktop.services.images import logo_images
from checkin_desktop.services.issuing_desk import other_issuer
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.ports.store import CertificateRecord, Reads, StationRecord
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, CertificateValues, pack_personal
from checkin_desktop.words import DEFAULT_LANGUAGE, LANGUAGES, load_words, words_in

_HOUR_MS = 3_600_000
LONGEST_REASON = 200
WRITTEN_AT_ONCE = 5
"""In one unit of work: what a check-in at this desk waits for behind a batch."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms certificates are issued.

    `exception_reason`: to those too who have not earned it. `ahead`: to those who will, if they miss nothing from
    now on. `alone_reason`: why this desk issues though another one does.
    """

    exception_reason: str = ""
    ahead: bool = False
    alone_reason: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What certificates are judged by and drawn from, as it stood when it was read. `other`: the desk that issues,
    where it is not this one; `numbers`: the first and the last of this desk's."""

    numbers: tuple[int, int]
    other: StationRecord | None
    known: Grounds
    settings: EventSettings
    logos: tuple[bytes, ...]
    designs: Mapping[CertificateKind, Design | None]

    def language_of(self, kind: CertificateKind) -> str:
        """The design's own where its fixed words have one that is known here, else as the event states."""
        design = self.designs[kind]
        own = design.template.language if design else ""
        return own if own in LANGUAGES else self.known.settings.language.value


@dataclass(frozen=True, slots=True)
class Wanted:
    """One certificate that is asked for; `before`: those that they had about the same, the earliest first, but not what
    was replaced by one about something else."""

    attendee: Attendee
    entitlement: Entitlement
    before: tuple[CertificateRecord, ...]

    @property
    def held(self) -> bool:
        return any(not c.revoked for c in self.before)


@dataclass(frozen=True, slots=True)
class Draft:
    """A certificate drawn and not written yet."""

    wanted: Wanted
    fact: CertificateIssued
    personal: bytes


def read_basis(desk: Desk, reads: Reads, known: Grounds, kinds: Iterable[CertificateKind]) -> Basis:
    """Raises PersonFacingError where another desk has this one's numbers."""
    _only_holder_of_slot(desk, reads)
    slot = next(s for s in reads.event.slots() if s.number == desk.store.station.slot)
    settings = reads.event.record().settings
    return Basis(
        (slot.first_serial, slot.last_serial),
        other_issuer(desk, reads),
        known,
        settings,
        logo_images(reads, settings.logos),
        {kind: design_for(reads, kind) for kind in dict.fromkeys(kinds)},
    )


def earned_on(basis: Basis, wanted: Wanted, terms: Terms) -> bool:
    """Earned, or soon to be, or by exception."""
    if basis.known.earned(wanted.attendee, wanted.entitlement) or terms.exception_reason:
        return True
    return terms.ahead and basis.known.hopeful(wanted.attendee, wanted.entitlement)


def drafts_of(
    desk: Desk,
    basis: Basis,
    wanted: Sequence[Wanted],
    first: int,
    terms: Terms,
    refused: Callable[[PersonFacingError], object] | None = None,
) -> list[Draft]:
    """Drawn, under the numbers from `first` on. Where one can't be drawn `refused` is told why and it is left out.

    Raises PersonFacingError, and none is issued, without `refused`, and where it is not about one of them: none at
    all can be drawn.
    """
    try:
        return _drafts(desk, basis, wanted, range(first, first + len(wanted)), terms)
    except PersonFacingError:
        if refused is None:
            raise
    drawn_ones, errors = list[Draft](), list[PersonFacingError]()
    for one in wanted:
        try:
            drawn_ones += _drafts(desk, basis, [one], [first + len(drawn_ones)], terms)
        except PersonFacingError as error:
            errors.append(error)
    if not drawn_ones and len(wanted) > 1:
        raise errors[0]
    for told in errors:
        refused(told)
    return drawn_ones


def _drafts(
    desk: Desk, basis: Basis, wanted: Sequence[Wanted], serials: Sequence[int], terms: Terms
) -> list[Draft]:
    now, key = desk.store.now_ms(), SigningKey(desk.store.station.slot_key)
    tokens = [_token(basis, w, serial, now, key) for w, serial in zip(wanted, serials, strict=True)]
    faces = [_face(basis, w, serial, token) for w, serial, token in zip(wanted, serials, tokens, strict=True)]
    pages = drawn(desk, [(basis.designs[w.entitlement.kind], f) for w, f in zip(wanted, faces, strict=True)])
    made = []
    for w, serial, token, face, (template, page) in zip(wanted, serials, tokens, faces, pages, strict=True):
        values = CertificateValues(face.name, face.document_kind, face.document, token, page)
        personal = pack_personal(values, desk.random(SALT_BYTES))
        made.append(Draft(w, _fact(basis, w, terms, serial, now, face.number, template, personal), personal))
    return made


def write_drafts(desk: Desk, basis: Basis, drafts: Sequence[Draft], operator: str) -> bool:
    """False: something that one rests on changed since; those before it are written, the rest must be drawn anew."""
    for start in range(0, len(drafts), WRITTEN_AT_ONCE):
        part = drafts[start : start + WRITTEN_AT_ONCE]
        with desk.store.unit() as unit:
            first = next_serial(unit, basis)
            now = wanted_now(unit, ((d.wanted.attendee.id, d.wanted.entitlement) for d in part))
            for serial, draft in enumerate(part, first):
                if draft.fact.serial != serial or draft.wanted not in now:
                    return False
                unit.append(draft.fact, [draft.personal], operator)
    return True


def wanted_now(reads: Reads, asked: Iterable[tuple[str, Entitlement]]) -> list[Wanted]:
    """As the people (whose, which) and their certificates stand; whoever is not on the list any more is left out."""
    pairs = list(asked)
    people = reads.people.attendees(i for i, _ in pairs)
    held: dict[str, list[CertificateRecord]] = {}
    for c in reads.certificates.of(people):
        held.setdefault(c.attendee_id, []).append(c)
    return [Wanted(people[i], w, _before(held.get(i, []), w)) for i, w in pairs if i in people]


def _before(mine: Sequence[CertificateRecord], wanted: Entitlement) -> tuple[CertificateRecord, ...]:
    replaced = {c.replaces for c in mine if c.subject != wanted.key}
    same = [c for c in mine if about_the_same(entitlement_of(c), wanted)]
    return tuple(c for c in same if c.subject == wanted.key or not c.revoked or c.serial not in replaced)


def next_serial(reads: Reads, basis: Basis) -> int:
    """Raises PersonFacingError when all numbers of this desk are used up."""
    serial = reads.certificates.highest_serial(*basis.numbers) + 1
    if serial > basis.numbers[1]:
        raise PersonFacingError("certificates-range-used-up")
    return serial


def qr_text(token: bytes, settings: EventSettings, language: str) -> str:
    """The certificate's QR. Without a domain, whoever scans it with a phone reads what it is and whom to ask."""
    words = (*words_in(language), load_words(DEFAULT_LANGUAGE))[0]
    return token_text(
        token, settings.domain, headline(settings.name, settings.contact, words.say("documents-qr-headline"))
    )


def talk_named(about: Entitlement) -> str:
    """What a speaker or a panellist spoke of; what somebody moderated is a session."""
    return about.title if about.kind is not CertificateKind.MODERATOR else ""


def sessions_named(about: Entitlement, attended: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """What the certificate is about: its own session, what somebody moderated; attendance, what was attended.

    `names`: of sessions, by their ids; a day's entrance is none.
    """
    match about.kind:
        case CertificateKind.SESSION:
            return (names[about.session_id],) if about.session_id in names else ()
        case CertificateKind.MODERATOR:
            return (about.title,) if about.title else ()
        case CertificateKind.ATTENDANCE:
            return tuple(names[i] for i in attended if i in names)
        case _:
            return ()


def _token(basis: Basis, wanted: Wanted, serial: int, now: int, key: SigningKey) -> bytes:
    name, document = wanted.attendee.name, wanted.attendee.person.document
    facts = TokenFacts(serial, name, document, wanted.entitlement.kind, basis.settings.hours, now // _HOUR_MS)
    return make_token(facts, key)


def _face(basis: Basis, wanted: Wanted, serial: int, token: bytes) -> CertificateFace:
    language = basis.language_of(wanted.entitlement.kind)
    settings, p = basis.settings, wanted.attendee.person
    dated = settings.days[-1] if settings.days else basis.known.now.date()
    names = {c.id: c.name for c in basis.known.points if c.kind is CheckpointKind.SESSION}
    earned = basis.known.judged(wanted.attendee, wanted.entitlement)
    return CertificateFace(
        name=wanted.attendee.name,
        document_kind=p.document_kind,
        document=p.document,
        role=p.category,
        settings=settings,
        number=register_number(serial, dated.year, basis.known.settings.number_pattern),
        issued_on=dated,
        token=qr_text(token, settings, language),
        typed_code=typed_code(serial, token),
        logos=basis.logos,
        kind=wanted.entitlement.kind,
        talk=talk_named(wanted.entitlement),
        sessions=sessions_named(wanted.entitlement, (c.id for c in earned.attended), names),
        replaces=wanted.before[-1].number if wanted.before else "",
        honorific=p.honorific,
        organisation=p.organisation,
        position=p.position,
        region=p.region,
        language=language,
    )


def _fact(
    basis: Basis,
    wanted: Wanted,
    terms: Terms,
    serial: int,
    now: int,
    number: str,
    template: str,
    personal: bytes,
) -> CertificateIssued:
    attendee, entitlement = wanted.attendee, wanted.entitlement
    earned = basis.known.judged(attendee, entitlement)
    late = isinstance(earned, NotYet)
    ahead = late and terms.ahead and basis.known.hopeful(attendee, entitlement)
    return CertificateIssued(
        serial=serial,
        attendee_id=attendee.id,
        kind=entitlement.kind,
        issued_at=now,
        attended=tuple(c.id for c in earned.attended),
        settings=basis.settings,
        commitment=commitment_to(personal),
        exception_reason=terms.exception_reason[:LONGEST_REASON] if late and not ahead else "",
        replaces=wanted.before[-1].serial if wanted.before else 0,
        category=attendee.person.category,
        title=entitlement.title,
        session_id=entitlement.session_id,
        number=number,
        template=template,
        ahead=ahead,
        alone_reason=terms.alone_reason[:LONGEST_REASON],
        language=basis.language_of(entitlement.kind),
    )


def _only_holder_of_slot(desk: Desk, reads: Reads) -> None:
    """Two desks on one slot would use the same numbers: the later one must not issue."""
    own = desk.store.station
    same = [s for s in reads.event.stations() if s.slot == own.slot and not s.revoked]
    if same and same[0].id != own.station_id:
        raise PersonFacingError("certificates-slot-shared")
