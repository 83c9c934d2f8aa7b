"""The demo's certificates: issued at one desk, also for the other; one spoiled, one corrected, a pile taken along."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin_desktop.domain.certificate import CertificateKind, CertificateVerdict
from checkin_desktop.services.certificate_register import register_audit
from checkin_desktop.services.certificate_requests import issue_requested, request, requests
from checkin_desktop.services.certificate_rules import assign_role, unsure_speakers
from checkin_desktop.services.certificates import certificate_faces, issue, review
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.handing_over import Collector, hand_over, piles
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.reissuing import correct, reissue_spoiled
from checkin_desktop.services.verify_certificate import verify
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.startup.demo_desks import exchange, same
from checkin_desktop.startup.demo_scenario import Scenario
from checkin_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Awarded:
    """Who holds a good certificate, and what `summary.json` says of the register. `pile`: who took which along."""

    holders: tuple[str, ...]
    figures: dict[str, int]
    pile: tuple[str, str]


def award(desks: Sequence[Desk], scenario: Scenario, bundle: Path, words: Words) -> Awarded:
    """Raises WrongOutcome where somebody holds what they did not earn, or a number is not accounted for."""
    first, second = desks
    _confirm_speakers(first)
    earned = {line.attendee.id for line in review(first) if line.state is CertificateState.ELIGIBLE}
    same("eligible", scenario.earns(), earned)
    own, others = scenario.halves(earned)
    exchange(desks, bundle)
    request(second, others)
    exchange(desks, bundle)
    issue(first, own)
    issue_requested(first, [line.entry for line in requests(first)])
    wrong = _give_title(first, words)
    spoiled = next(x for x in _issued(first) if x.wanted.kind is CertificateKind.ATTENDANCE)
    reissue_spoiled(first, spoiled.wanted, words.say("demo-spoiled"))
    pile = max(piles(first), key=lambda one: len(one.held))
    head = pile.held[0]
    given = hand_over(first, [h.wanted for h in pile.held], Collector(head.attendee_id))
    exchange(desks, bundle)
    same("replaced", CertificateVerdict.REVOKED, verify(second, wrong.token).verdict)
    taken = [h.attendee_id for one in piles(second) for h in one.held if h.collector]
    same("collected", sorted(h.attendee_id for h in pile.held), sorted(taken))
    issued = _issued(first)
    same("certificates", len(earned), len(issued))
    (audit,) = (a for a in register_audit(second) if a.used)
    same("numbers", (len(issued), 1, 1, True), (audit.issued, audit.revoked, audit.void, audit.sound))
    figures = {
        "speakers_with_talk": sum(bool(line.wanted.title) for line in issued),
        "numbers_void": audit.void,
        "numbers_replaced": audit.revoked,
        "handed_over_together": len(given),
    }
    return Awarded(tuple(line.attendee.id for line in issued), figures, (pile.name, head.sort_name))


def _confirm_speakers(desk: Desk) -> None:
    """Whom the programme names in short, where only one of the list can be meant."""
    for unsure in unsure_speakers(desk):
        if len(unsure.people) == 1:
            assign_role(desk, unsure.people[0].id, unsure.kind, unsure.title)


def _give_title(desk: Desk, words: Words) -> CertificateFace:
    """A speaker whom the programme does not name gets one without the talk, and another instead; answers the first."""
    line = next(x for x in _issued(desk) if x.wanted.kind is CertificateKind.SPEAKER and not x.wanted.title)
    (wrong,) = certificate_faces(desk, [line.wanted])
    title = words.say("demo-talk")
    correct(desk, line.wanted, line.attendee.person, words.say("demo-no-title"), title=title)
    return wrong


def _issued(desk: Desk) -> list[CertificateLine]:
    return [line for line in review(desk) if line.state is CertificateState.ISSUED]
