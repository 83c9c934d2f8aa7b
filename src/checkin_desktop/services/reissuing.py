"""A certificate replaced by another one: its holder was named wrongly, or its sheet was spoiled."""

from collections.abc import Callable
from dataclasses import replace

from checkin_desktop.domain.certificate import Entitlement
from checkin_desktop.domain.certifying import NumbersVoided, VoidReason
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import AttendeeCorrected, CertificateRevoked, Fact
from checkin_desktop.domain.people import Person
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.entitlements import grounds
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
    operator: str = "",
    alone_reason: str = "",
) -> str:
    """Corrects who somebody is, revokes what names them wrongly and issues it anew, all in one; answers the number.

    The new one says which it replaces. Raises PersonFacingError where there is nothing to replace.
    """
    said = reason.strip()[:LONGEST_REASON]
    return _replaced(
        desk, wanted, person, reason, lambda serial: CertificateRevoked(serial, said), operator, alone_reason
    )


def reissue_spoiled(
    desk: Desk, wanted: Entitlement, reason: str, *, operator: str = "", alone_reason: str = ""
) -> str:
    """The sheet's number is void and another one issued on the same grounds, all in one; answers the number."""
    said = reason.strip()[:LONGEST_REASON]
    return _replaced(
        desk,
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
    person: Person | None,
    reason: str,
    ended: Callable[[int], Fact],
    operator: str,
    alone_reason: str,
) -> str:
    """Drawn first, then written, as in `issuing`: all entries in one unit of work."""
    while True:
        with desk.store.read() as reads:
            before = _to_replace(reads, wanted)
            basis = read_basis(desk, reads, grounds(reads, desk.store.now_ms()), [wanted.kind])
            refuse_other(basis.other, alone_reason)
            serial = next_serial(reads, basis)
        holder = before.attendee if person is None else replace(before.attendee, person=person)
        good = [c for c in before.before if not c.revoked]
        terms = Terms(good[-1].exception_reason or reason, alone_reason=alone_reason)
        (draft,) = drafts_of(desk, basis, [replace(before, attendee=holder)], [serial], terms)
        with desk.store.unit() as unit:
            if _to_replace(unit, wanted) != before or next_serial(unit, basis) != serial:
                continue
            if holder != before.attendee:
                heads = unit.people.profile_heads(holder.id)
                profile, personal = packed_profile(holder.id, holder.person, desk.random(SALT_BYTES), heads)
                unit.append(AttendeeCorrected(profile), [personal], operator)
            for c in good:
                unit.append(ended(c.serial), operator=operator)
            unit.append(draft.fact, [draft.personal], operator)
        return draft.fact.number


def _to_replace(reads: Reads, wanted: Entitlement) -> Wanted:
    for found in wanted_now(reads, [(wanted.attendee_id, wanted)]):
        if found.held:
            return found
    raise PersonFacingError("certificates-none-to-revoke")
