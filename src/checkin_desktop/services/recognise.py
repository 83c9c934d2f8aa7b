"""Whom a scanned code, a typed text or a click means."""

from dataclasses import dataclass, replace

from checkin_desktop.domain.admission import Ambiguous, Guest, Refusal, Stranger
from checkin_desktop.domain.badge import ForeignBadge, ForgedBadge, GoodBadge, read_code
from checkin_desktop.domain.identity_document import read_document
from checkin_desktop.domain.people import Attendee, AttendeeStatus, Category, dni_number
from checkin_desktop.keys.event_keys import EventSecrets
from checkin_desktop.services.ports.store import Reads


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whom a code or a click means. `attendee_id` may be known only by a good badge (`on_trust`).

    `text`: what of the scanned text may be written down; of an identity document no more than its number.
    """

    who: Stranger | Guest | Ambiguous
    attendee: Attendee | None = None
    attendee_id: str = ""
    code_id: str = ""
    candidates: tuple[Attendee, ...] = ()
    text: str = ""


def recognise(reads: Reads, secrets: EventSecrets, code: str) -> Recognised:
    """Whom a scanned or typed text means: somebody's own code, a badge of ours, or a document number."""
    owners = reads.people.with_own_code(code) or _linked(reads, code)
    if owners:
        return replace(_one_of(owners), text=code)
    document = read_document(code)
    if document is not None:
        return _holder(reads, document.number) if document.number else Recognised(Stranger(Refusal.DOCUMENT))
    return replace(_by_code(reads, secrets, code), text=code)


def _linked(reads: Reads, code: str) -> list[Attendee]:
    found = (reads.people.attendee(i) for i in reads.door.linked_to(code))
    return [attendee for attendee in found if attendee is not None]


def _by_code(reads: Reads, secrets: EventSecrets, code: str) -> Recognised:
    match read_code(code, secrets.tag, secrets.badge_key):
        case GoodBadge(code_id=code_id, category=category):
            return _bearer(reads, code_id, category)
        case ForeignBadge():
            return Recognised(Stranger(Refusal.OTHER_EVENT))
        case ForgedBadge():
            return Recognised(Stranger(Refusal.FORGED))
        case None:
            return _holder(reads, code)


def _holder(reads: Reads, number: str) -> Recognised:
    holders = reads.people.with_document(number) or reads.people.with_document(dni_number(number))
    found = _one_of(holders) if holders else Recognised(Stranger(Refusal.UNKNOWN))
    return replace(found, text=number)


def _bearer(reads: Reads, code_id: str, category: Category | None) -> Recognised:
    badge = reads.badges.badge(code_id)
    attendee = reads.people.attendee(badge.attendee_id or code_id)
    if badge.revoked:
        owner = attendee.id if attendee else badge.attendee_id or code_id
        return Recognised(Stranger(Refusal.REVOKED), attendee, owner, code_id)
    if attendee:
        return known_guest(attendee, code_id)
    if category is None and not badge.attendee_id:
        return Recognised(Stranger(Refusal.BLANK), code_id=code_id)
    known_elsewhere = Guest(category or Category.ATTENDEE, on_trust=True)
    return Recognised(known_elsewhere, None, badge.attendee_id or code_id, code_id)


def _one_of(people: list[Attendee]) -> Recognised:
    if len(people) == 1:
        return known_guest(people[0])
    ids = tuple(a.id for a in people)
    return Recognised(Ambiguous(ids), candidates=tuple(people))


def known_guest(attendee: Attendee, code_id: str = "") -> Recognised:
    """Somebody of the roster, who may have been withdrawn."""
    if attendee.status is AttendeeStatus.WITHDRAWN:
        return Recognised(Stranger(Refusal.WITHDRAWN), attendee, attendee.id, code_id)
    said = attendee.person
    guest = Guest(said.category, organisation=said.organisation, region=said.region)
    return Recognised(guest, attendee, attendee.id, code_id)
