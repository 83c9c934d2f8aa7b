"""A certificate replaced by another one: its holder or talk was named wrongly, or its sheet was spoiled."""

from collections.abc import Callable
from dataclasses import replace

from checkin_desktop.domain.certificate import Entitlement
from checkin_desktop.domain.certifying import CertificateRoleAssigned, NumbersVoided, VoidReason
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import AttendeeCorrected, CertificateRevoked, Fact
from checkin_desktop.domain.people import Person
from checkin_desktop.services.certificate_rules import plain_title
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.entitlements import Grounds, grounds
from checkin_desktop.services.issuing import (
    LONGEST_REASON,
    Terms,
    Wanted,
    drafts_of,
    next_serial,
    read_basis,
    wanted_now,
)
from checkin_desktop.services.issuing_desk import refuse_other
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.register_walk_in import packed_profile
from checkin_desktop.wire.personal import SALT_BYTES


def correct(
    desk: Desk,
    wanted: Entitlement,
    person: Person,
    reason: str,
    *,
    title: str | None = None,
    operator: str = "",
    alone_reason: str = "",
) -> str:
    """Corrects who somebody is, revokes what names them wrongly and issues it anew, all in one; answers the number.

    The new one says which it replaces. `title`: of the talk, where that was wrong or missing. Raises PersonFacingError
    where there is nothing to replace, or they have one for that talk already.
    """
    said = reason.strip()[:LONGEST_REASON]
    new = wanted if title is None else replace(wanted, title=plain_title(title))
    return _replaced(
        desk,
        wanted,
        new,
        person,
        reason,
        lambda serial: CertificateRevoked(serial, said),
        operator,
        alone_reason,
    )


def reissue_spoiled(
    desk: Desk, wanted: Entitlement, reason: str, *, operator: str = "", alone_reason: str = ""
) -> str:
    """The sheet's number is void and another one issued on the same grounds, all in one; answers the number."""
    said = reason.strip()[:LONGEST_REASON]
    return _replaced(
        desk,
        wanted,
        wanted,
        None,
        reason,
        lambda serial: NumbersVoided((serial,), VoidReason.SPOILED, said),
        operator,
        alone_reason,
    )


def _replaced(
    desk: Desk,
    wanted: Entitlement,
    new: Entitlement,
    person: Person | None,
    reason: str,
    ended: Callable[[int], Fact],
    operator: str,
    alone_reason: str,
) -> str:
    """Drawn first, then written, as in `issuing`: all entries in one unit of work."""
    while True:
        with desk.store.read() as reads:
            before = _to_replace(reads, wanted, new)
            basis = read_basis(desk, reads, grounds(reads, desk.store.now_ms()), [wanted.kind])
            refuse_other(basis.other, alone_reason)
            serial = next_serial(reads, basis)
        holder = before.attendee if person is None else replace(before.attendee, person=person)
        good = [c for c in before.before if not c.revoked]
        terms = Terms(good[-1].exception_reason or reason, alone_reason=alone_reason)
        asked = replace(before, attendee=holder, entitlement=new)
        (draft,) = drafts_of(desk, basis, [asked], serial, terms)
        with desk.store.unit() as unit:
            if _to_replace(unit, wanted, new) != before or next_serial(unit, basis) != serial:
                continue
            if holder != before.attendee:
                heads = unit.people.profile_heads(holder.id)
                profile, personal = packed_profile(holder.id, holder.person, desk.random(SALT_BYTES), heads)
                unit.append(AttendeeCorrected(profile), [personal], operator)
            for fact in _roles(basis.known, wanted, new):
                unit.append(fact, operator=operator)
            for c in good:
                unit.append(ended(c.serial), operator=operator)
            unit.append(draft.fact, [draft.personal], operator)
        return draft.fact.number


def _to_replace(reads: Reads, wanted: Entitlement, new: Entitlement) -> Wanted:
    """Theirs of exactly this talk. Raises PersonFacingError."""
    for found in wanted_now(reads, [(wanted.attendee_id, wanted)]):
        same = tuple(c for c in found.before if c.subject == wanted.key)
        others = [c for c in reads.certificates.of([wanted.attendee_id]) if not c.revoked]
        if new.key != wanted.key and any(c.subject == new.key for c in others):
            raise PersonFacingError("certificates-talk-held", title=new.title)
        if any(not c.revoked for c in same):
            return replace(found, before=same)
    raise PersonFacingError("certificates-none-to-revoke")


def _roles(known: Grounds, wanted: Entitlement, new: Entitlement) -> list[CertificateRoleAssigned]:
    """They took part with that talk, and not with the one named before."""
    if new == wanted:
        return []
    roles, facts = known.roles_of(wanted.attendee_id), []
    if (wanted.kind, wanted.title) in roles:
        facts.append(CertificateRoleAssigned(wanted.attendee_id, wanted.kind, wanted.title, removed=True))
    if (new.kind, new.title) not in roles:
        facts.append(CertificateRoleAssigned(new.attendee_id, new.kind, new.title))
    return facts
