"""What the screen says of a verdict: a word one reads from two metres, the detail, and what the guest can do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from checkin_desktop.domain.admission import (
    Admitted,
    AlreadyInside,
    Ambiguous,
    Left,
    Refused,
    Verdict,
    WelcomeBack,
)
from checkin_desktop.words.dates import clock_time, days_phrase
from checkin_desktop.words.words import Words


class Tone(StrEnum):
    """How a verdict looks and sounds."""

    ADMITTED = "admitted"
    ATTENTION = "attention"
    REFUSED = "refused"


class Cue(StrEnum):
    """What is heard besides verdicts: a code that is there, but can't be read."""

    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class VerdictWords:
    title: str
    detail: str
    advice: str
    tone: Tone


def verdict_words(words: Words, verdict: Verdict, stations: Mapping[str, str]) -> VerdictWords:
    """`stations` names the desks by id."""
    say = words.say
    match verdict:
        case Admitted(on_trust=True):
            return VerdictWords(
                say("verdict-admitted"),
                say("verdict-on-trust"),
                say("verdict-on-trust-advice"),
                Tone.ADMITTED,
            )
        case Admitted():
            return VerdictWords(say("verdict-admitted"), "", "", Tone.ADMITTED)
        case WelcomeBack(entered_at=entered_at):
            detail = say("verdict-welcome-back-detail", time=clock_time(entered_at))
            return VerdictWords(say("verdict-welcome-back"), detail, "", Tone.ADMITTED)
        case Left(entered_at=entered_at):
            detail = say("verdict-left-detail", time=clock_time(entered_at)) if entered_at else ""
            return VerdictWords(say("verdict-left"), detail, "", Tone.ADMITTED)
        case AlreadyInside(since=since, station_id=station_id, pending=True):
            desk = stations.get(station_id, "")
            sentence = "verdict-pending-detail" if desk else "verdict-pending-somewhere"
            detail = say(sentence, time=clock_time(since), desk=desk)
            return VerdictWords(say("verdict-pending"), detail, say("verdict-pending-advice"), Tone.ATTENTION)
        case AlreadyInside(since=since, station_id=station_id):
            desk = stations.get(station_id, "")
            sentence = "verdict-already-inside-detail" if desk else "verdict-already-inside-somewhere"
            detail = say(sentence, time=clock_time(since), desk=desk)
            return VerdictWords(
                say("verdict-already-inside"), detail, say("verdict-already-inside-advice"), Tone.ATTENTION
            )
        case Ambiguous():
            return VerdictWords(
                say("verdict-ambiguous"),
                say("verdict-ambiguous-detail"),
                say("verdict-ambiguous-advice"),
                Tone.ATTENTION,
            )
        case Refused():
            return _refused(words, verdict)
    assert_never(verdict)


def _refused(words: Words, verdict: Refused) -> VerdictWords:
    key = f"verdict-refused-{verdict.reason.value.replace('_', '-')}"
    facts = {
        "days": days_phrase(verdict.days, words.language),
        "opens": clock_time(verdict.opens) if verdict.opens else "",
        "closes": clock_time(verdict.closes) if verdict.closes else "",
        "limit": verdict.limit or 0,
    }
    return VerdictWords(
        words.say("verdict-refused"),
        words.say(key, **facts),
        words.say(f"{key}-advice", **facts),
        Tone.REFUSED,
    )
