"""A line of the organiser's rules as people read it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkin_desktop.domain.rules import MOST_WORDS, AdmissionRule, Effect, Often
from checkin_desktop.words.dates import days_phrase
from checkin_desktop.words.words import Words

_NAMED = 3


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Who × where × when × how often, and what then."""

    who: str
    where: str
    when: str
    often: str
    then: str

    @property
    def cells(self) -> tuple[str, ...]:
        return self.who, self.where, self.when, self.often, self.then


def rule_words(words: Words, rule: AdmissionRule, checkpoints: Mapping[str, str]) -> RuleWords:
    """`checkpoints` names them by id; one that is gone says so."""
    say = words.say
    categories = [say(f"category-{c.value}") for c in sorted(rule.categories)]
    gone = say("rules-gone")
    places = sorted(checkpoints.get(c, gone) for c in rule.checkpoints)
    kinds = [say(f"session-{k.value}") for k in sorted(rule.session_kinds)]
    who = _all_of(words, (categories, rule.organisations, rule.regions)) or say("rules-everybody")
    where = _all_of(words, (places, rule.rooms, kinds)) or say("rules-everywhere")
    return RuleWords(who, where, _when(words, rule), often_words(words, rule), _then(words, rule))


def often_words(words: Words, rule: AdmissionRule) -> str:
    if rule.effect is Effect.REFUSE:
        return words.say("rules-often-never")
    if rule.often is Often.TIMES:
        return words.say("rules-often-times", times=rule.times)
    return words.say(f"rules-often-{rule.often.value.replace('_', '-')}")


def _when(words: Words, rule: AdmissionRule) -> str:
    parts = [days_phrase(tuple(sorted(rule.days)), words.language)] if rule.days else []
    since = f"{rule.since:%H:%M}" if rule.since else ""
    until = f"{rule.until:%H:%M}" if rule.until else ""
    if since and until:
        parts.append(words.say("rules-between", since=since, until=until))
    elif since:
        parts.append(words.say("rules-since", since=since))
    elif until:
        parts.append(words.say("rules-until", until=until))
    return ", ".join(parts) or words.say("rules-always")


def _then(words: Words, rule: AdmissionRule) -> str:
    if rule.effect is Effect.ALLOW:
        return words.say("rules-allow")
    said = rule.sentence.strip()[:MOST_WORDS]
    return words.say("rules-refuse-saying", words=said) if said else words.say("rules-refuse")


def _all_of(words: Words, groups: Iterable[Sequence[str]]) -> str:
    return " · ".join(_some_of(words, group) for group in groups if group)


def _some_of(words: Words, names: Sequence[str]) -> str:
    """The first few, and how many more."""
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return words.say("rules-and-more", shown=shown, more=more) if more > 0 else shown
