"""The organiser's own rules of admission: who, where, when, how often, and what then.

They are read from the top; the first one that is about this person, here and now decides.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from checkin_desktop.domain.event import Checkpoint, SessionKind
from checkin_desktop.domain.people import Category, plain

MOST_RULES = 200
MOST_WORDS = 160
"""Characters of the organiser's sentence: what fits under a verdict."""


class Often(StrEnum):
    """How often those whom a rule lets in may come in where and when it holds."""

    ALWAYS = "always"
    ONCE = "once"
    ONCE_A_DAY = "once_a_day"
    TIMES = "times"


class Effect(StrEnum):
    """`allow` lets in beyond the checkpoint's categories and hours, never beyond its capacity."""

    ALLOW = "allow"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class AdmissionRule:
    """One line of the table. What is empty or None is about everybody, everywhere, always.

    `organisations`, `regions` and `rooms` are names, compared as people write them. `sentence` is what the
    organiser has said to a guest who is refused by it. `times` counts with `Often.TIMES`.
    """

    id: str
    position: int = 0
    categories: frozenset[Category] = frozenset()
    organisations: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    checkpoints: frozenset[str] = frozenset()
    rooms: tuple[str, ...] = ()
    session_kinds: frozenset[SessionKind] = frozenset()
    days: frozenset[date] = frozenset()
    since: time | None = None
    until: time | None = None
    often: Often = Often.ALWAYS
    times: int = 1
    effect: Effect = Effect.REFUSE
    sentence: str = ""

    @property
    def shuts_everything(self) -> bool:
        """Nobody comes in anywhere, ever, but by the rules above it."""
        said = (self.categories, self.organisations, self.regions, self.checkpoints, self.rooms)
        narrowed = any((*said, self.session_kinds, self.days)) or self.since or self.until
        return self.effect is Effect.REFUSE and not narrowed


@dataclass(frozen=True, slots=True)
class Belongs:
    """To what somebody belongs, by every name that it has: as they wrote it, and as the organiser calls it."""

    organisations: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleStated:
    """A rule is made, changed or taken away; of accounts that did not know of each other the later one holds."""

    rule: AdmissionRule
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rule that decides. `used`: how often the person came in by it already, where that is limited."""

    rule: AdmissionRule
    used: int = 0

    @property
    def limit(self) -> int | None:
        match self.rule.often:
            case Often.ALWAYS:
                return None
            case Often.TIMES:
                return max(self.rule.times, 0)
            case Often.ONCE | Often.ONCE_A_DAY:
                return 1

    @property
    def used_up(self) -> bool:
        return self.limit is not None and self.used >= self.limit

    @property
    def refuses(self) -> bool:
        return self.rule.effect is Effect.REFUSE or self.used_up


Admissions = Callable[[], Iterable[tuple[str, datetime]]]
"""Where and when somebody was admitted; asked for only where a rule counts."""


def ruling(
    rules: Iterable[AdmissionRule],
    category: Category,
    belongs: Belongs,
    checkpoint: Checkpoint,
    at: datetime,
    programme: Iterable[Checkpoint],
    admissions: Admissions,
) -> Ruling | None:
    """The first rule about this person, here and now; `at` is the venue's wall clock. None: no rule says anything."""
    for rule in rules:
        about = _is_one_of(rule, category, belongs)
        if about and holds_at(rule, checkpoint) and _holds_when(rule, at):
            if rule.effect is Effect.REFUSE or rule.often is Often.ALWAYS:
                return Ruling(rule)
            covered = {c.id for c in programme if holds_at(rule, c)}
            used = sum(
                where in covered and _holds_when(rule, then) and _same_span(rule, then, at)
                for where, then in admissions()
            )
            return Ruling(rule, used)
    return None


def holds_at(rule: AdmissionRule, checkpoint: Checkpoint) -> bool:
    """Whether the rule is about this checkpoint."""
    if rule.checkpoints and checkpoint.id not in rule.checkpoints:
        return False
    if rule.session_kinds and checkpoint.session_kind not in rule.session_kinds:
        return False
    return not rule.rooms or _named((checkpoint.room,), rule.rooms)


def _is_one_of(rule: AdmissionRule, category: Category, belongs: Belongs) -> bool:
    if rule.categories and category not in rule.categories:
        return False
    if rule.organisations and not _named(belongs.organisations, rule.organisations):
        return False
    return not rule.regions or _named(belongs.regions, rule.regions)


def _holds_when(rule: AdmissionRule, at: datetime) -> bool:
    if rule.days and at.date() not in rule.days:
        return False
    now = at.time().replace(tzinfo=None)
    return (rule.since is None or now >= rule.since) and (rule.until is None or now <= rule.until)


def _same_span(rule: AdmissionRule, then: datetime, at: datetime) -> bool:
    return rule.often is not Often.ONCE_A_DAY or then.date() == at.date()


def _named(said: Iterable[str], names: tuple[str, ...]) -> bool:
    return not {plain(one) for one in said if one}.isdisjoint(plain(name) for name in names)


def in_order(rules: Iterable[AdmissionRule]) -> tuple[AdmissionRule, ...]:
    """As they are read: by position; of two that were put in one place, the same one first everywhere."""
    return tuple(sorted(rules, key=lambda r: (r.position, r.id)))
