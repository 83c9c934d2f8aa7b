"""What the organiser asks for a certificate, who took part as what, and what a rule would mean before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.certifying import CertificateRoleAssigned, EligibilityDefined
from checkin_desktop.domain.eligibility import EligibilityRule, rule_for
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee, AttendeeStatus, Category
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.entitlements import grounds


def rules(desk: Desk) -> tuple[EligibilityRule, ...]:
    with desk.store.read() as reads:
        return reads.certificates.rules()


def define_rule(desk: Desk, rule: EligibilityRule, operator: str = "") -> None:
    """Nothing is written where that is the rule already."""
    with desk.store.unit() as unit:
        if rule_for(unit.certificates.rules(), rule.kind, rule.category) != rule:
            unit.append(EligibilityDefined(rule), operator=operator)


def would_qualify(desk: Desk, rule: EligibilityRule) -> tuple[int, int]:
    """(how many would have earned it now, of how many whom the rule is about), were it the rule."""
    with desk.store.read() as reads:
        known = grounds(reads, desk.store.now_ms(), rule)
        tried = (*(r for r in known.rules if (r.kind, r.category) != (rule.kind, rule.category)), rule)
        earned = about = 0
        for a in reads.people.all():
            if a.status is not AttendeeStatus.ACTIVE or not _concerns(rule, a.person.category, tried):
                continue
            for wanted in known.entitlements(a):
                if wanted.kind is rule.kind:
                    about += 1
                    earned += known.earned(a, wanted, tried)
        return earned, about


def assign_role(
    desk: Desk,
    attendee_id: str,
    kind: CertificateKind,
    title: str,
    *,
    removed: bool = False,
    operator: str = "",
) -> None:
    """Somebody took part as that. Raises PersonFacingError for a kind that is not assigned, or no title of a talk."""
    title = plain_title(title)
    if kind is CertificateKind.SESSION:
        raise PersonFacingError("certificates-session-not-assigned")
    with desk.store.unit() as unit:
        roles = unit.certificates.roles_removed() if removed else unit.certificates.roles()
        if (kind, title) not in roles.get(attendee_id, ()):
            unit.append(CertificateRoleAssigned(attendee_id, kind, title, removed), operator=operator)


def plain_title(title: str) -> str:
    return " ".join(title.split())[:200]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Somebody whom the programme names, and whom of the list it may mean; empty: nobody like it is there."""

    said: str
    kind: CertificateKind
    title: str
    people: tuple[Attendee, ...]


def unsure_speakers(desk: Desk) -> tuple[Unsure, ...]:
    """In the programme's order. `assign_role` with its kind and title confirms one, `removed` says it is not them."""
    with desk.store.read() as reads:
        waiting = grounds(reads, desk.store.now_ms()).unsure()
        people = reads.people.attendees(i for s in waiting for i in s.candidates)
        return tuple(
            Unsure(s.said, s.kind, s.title, tuple(people[i] for i in s.candidates if i in people))
            for s in waiting
        )


def _concerns(rule: EligibilityRule, category: Category, tried: Sequence[EligibilityRule]) -> bool:
    return rule_for(tried, rule.kind, category) == rule
