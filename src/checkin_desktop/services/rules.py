"""The organiser's rules: stated, moved, taken away; and what would happen if somebody came."""

from dataclasses import dataclass, replace
from datetime import datetime

from checkin_desktop.domain.admission import Ambiguous, Guest, Refusal, Stranger, Verdict
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.people import Attendee, Category
from checkin_desktop.domain.presence import Presence
from checkin_desktop.domain.rules import MOST_RULES, MOST_WORDS, AdmissionRule, RuleStated, Ruling
from checkin_desktop.services.deciding import judge
from checkin_desktop.services.desk import Desk, zone_of
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.recognise import Recognised, known_guest, recognise

_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Supposed:
    """The verdict that somebody would get, and the organiser's rule that decides. `number`: its line in the table."""

    verdict: Verdict
    checkpoint: Checkpoint
    at: datetime
    attendee: Attendee | None = None
    ruling: Ruling | None = None
    number: int | None = None


def rules(desk: Desk) -> tuple[AdmissionRule, ...]:
    """In the order in which they are read."""
    with desk.store.read() as reads:
        return reads.event.rules()


def new_rule_id(desk: Desk) -> str:
    return f"rule-{desk.random(_ID_BYTES).hex()}"


def state_rule(desk: Desk, rule: AdmissionRule, operator: str = "") -> None:
    """A new rule goes to the end, a known one stays where it is. Raises PersonFacingError for too many."""
    with desk.store.unit() as unit:
        known = {r.id: r for r in unit.event.rules()}
        if rule.id not in known and len(known) >= MOST_RULES:
            raise PersonFacingError("rules-too-many", most=MOST_RULES)
        last = max((r.position for r in known.values()), default=0)
        position = known[rule.id].position if rule.id in known else last + 1
        said = replace(rule, position=position, sentence=" ".join(rule.sentence.split())[:MOST_WORDS])
        if known.get(rule.id) != said:
            unit.append(RuleStated(said), operator=operator)


def remove_rule(desk: Desk, rule: AdmissionRule, operator: str = "") -> None:
    with desk.store.unit() as unit:
        unit.append(RuleStated(rule, removed=True), operator=operator)


def move_rule(desk: Desk, rule_id: str, by: int, operator: str = "") -> None:
    """One line up (-1) or down (+1); nothing at either end of the table."""
    with desk.store.unit() as unit:
        known = list(unit.event.rules())
        at = next((n for n, r in enumerate(known) if r.id == rule_id), None)
        if at is None or not 0 <= at + by < len(known):
            return
        known.insert(at + by, known.pop(at))
        for position, rule in enumerate(known, 1):
            if rule.position != position:
                unit.append(RuleStated(replace(rule, position=position)), operator=operator)


def what_if(
    desk: Desk,
    checkpoint_id: str,
    at: datetime,
    *,
    attendee_id: str = "",
    code: str = "",
    category: Category = Category.ATTENDEE,
) -> Supposed:
    """What a desk would say to this person at that time; nothing is written. A person of the list, the bearer of a
    code, or else somebody of that category who was never here. Raises PersonFacingError.
    """
    with desk.store.read() as reads:
        checkpoint = next((c for c in reads.event.checkpoints() if c.id == checkpoint_id), None)
        if checkpoint is None:
            raise PersonFacingError("desk-no-such-checkpoint", name=checkpoint_id)
        zone = zone_of(reads.event.record().settings)
        local = at.astimezone(zone)
        if attendee_id:
            attendee = reads.people.attendee(attendee_id)
            found = known_guest(attendee) if attendee else Recognised(Stranger(Refusal.UNKNOWN))
        elif code:
            found = recognise(reads, desk.store.secrets, code)
        else:
            found = Recognised(Guest(category))
        if isinstance(found.who, Ambiguous):
            return Supposed(found.who, checkpoint, local)
        who, known = found.who, found.attendee_id
        presence = reads.passages.presence(known, checkpoint.id) if known else Presence()
        decided = judge(desk, reads, who, known, presence, checkpoint, local, zone)
        number = _number(reads, decided.ruling)
        return Supposed(decided.verdict, checkpoint, local, found.attendee, decided.ruling, number)


def _number(reads: Reads, ruled: Ruling | None) -> int | None:
    ids = [r.id for r in reads.event.rules()]
    return ids.index(ruled.rule.id) + 1 if ruled else None
