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
    Outcome,
    Refusal,
    Refused,
    RoomLeft,
    Verdict,
    WelcomeBack,
)
from checkin_desktop.domain.rules import MOST_WORDS
from checkin_desktop.words.dates import clock_time, days_phrase
from checkin_desktop.words.words import Words


class Tone(StrEnum):
    """How a verdict looks and sounds."""

    ADMITTED = "admitted"
    ATTENTION = "attention"
    REFUSED = "refused"


class Cue(StrEnum):
    """What is heard where the tone alone does not tell: each outcome has a sound of its own, and so has a code that
    is there, but can't be read."""

    UNREADABLE = "unreadable"
    WELCOME_BACK = "welcome_back"
    LEFT = "left"
    AMBIGUOUS = "ambiguous"


_CUES = {
    Outcome.WELCOME_BACK: Cue.WELCOME_BACK,
    Outcome.LEFT: Cue.LEFT,
    Outcome.AMBIGUOUS: Cue.AMBIGUOUS,
}


def sound_of(outcome: Outcome, tone: Tone) -> Tone | Cue:
    return _CUES.get(outcome, tone)


@dataclass(frozen=True, slots=True)
class VerdictWords:
    title: str
    detail: str
    advice: str
    tone: Tone


_ASKS_TO_SEARCH = frozenset(
    {Refusal.UNKNOWN, Refusal.OTHER_EVENT, Refusal.FORGED, Refusal.BLANK, Refusal.DOCUMENT}
)


def verdict_words(
    words: Words, verdict: Verdict, stations: Mapping[str, str], *, searches: bool = True
) -> VerdictWords:
    """`stations` names the desks by id. `searches`: who reads it may look people up and register them; a steward
    may not, and is told to fetch somebody who may."""
    say = words.say
    match verdict:
        case Admitted(on_trust=True):
            return VerdictWords(
                say("verdict-admitted"),
                say("verdict-on-trust"),
                say("verdict-on-trust-advice"),
                Tone.ADMITTED,
            )
        case Admitted(given=given, room=room):
            title = say("verdict-given" if given else "verdict-admitted")
            detail = say("verdict-room", inside=room.inside, limit=room.limit) if room else ""
            return VerdictWords(title, _as_known(words, detail, room, stations), "", Tone.ADMITTED)
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
                say("verdict-ambiguous-advice" if searches else "verdict-ambiguous-advice-steward"),
                Tone.ATTENTION,
            )
        case Refused():
            return _refused(words, verdict, stations, searches)
    assert_never(verdict)


def _refused(words: Words, verdict: Refused, stations: Mapping[str, str], searches: bool) -> VerdictWords:
    if verdict.reason is Refusal.ALREADY_GIVEN:
        return _given_already(words, verdict, stations)
    if verdict.reason is Refusal.CUSTOM:
        return _ruled_out(words, verdict)
    key = f"verdict-refused-{verdict.reason.value.replace('_', '-')}"
    facts = {
        "days": days_phrase(verdict.days, words.language),
        "opens": clock_time(verdict.opens) if verdict.opens else "",
        "closes": clock_time(verdict.closes) if verdict.closes else "",
        "limit": verdict.limit or 0,
        "wait": verdict.wait or 0,
    }
    able = searches or verdict.reason not in _ASKS_TO_SEARCH
    return VerdictWords(
        words.say("verdict-refused"),
        _as_known(words, words.say(key, **facts), verdict.room, stations),
        words.say(f"{key}-advice" if able else f"{key}-advice-steward", **facts),
        Tone.REFUSED,
    )


def _given_already(words: Words, verdict: Refused, stations: Mapping[str, str]) -> VerdictWords:
    """A second lunch: nobody is kept out, so the word on the screen is another one."""
    since, desk = verdict.since, stations.get(verdict.station_id, "")
    time = clock_time(since) if since else ""
    day = f"{since:%d/%m}" if since else ""
    sentence = "verdict-refused-already-given" if desk else "verdict-refused-already-given-somewhere"
    return VerdictWords(
        words.say("verdict-already-given"),
        words.say(sentence, time=time, day=day, desk=desk),
        words.say("verdict-refused-already-given-advice"),
        Tone.REFUSED,
    )


def _ruled_out(words: Words, verdict: Refused) -> VerdictWords:
    """The organiser's own sentence, shown as it was written."""
    said = verdict.sentence.strip()[:MOST_WORDS]
    if not said:
        used = verdict.limit
        said = (
            words.say("verdict-refused-custom-times", limit=used)
            if used
            else words.say("verdict-refused-custom")
        )
    advice = words.say("verdict-refused-custom-advice")
    return VerdictWords(words.say("verdict-refused"), said, advice, Tone.REFUSED)


def _as_known(words: Words, said: str, room: RoomLeft | None, stations: Mapping[str, str]) -> str:
    """What is said of a place, and of which desks' word is missing in it."""
    if room is None or not room.silent:
        return said
    longest = room.silent[0]
    desk = stations.get(longest.station_id, "")
    if len(room.silent) > 1:
        others = len(room.silent) - 1
        when = clock_time(longest.until) if longest.until else ""
        key = "verdict-as-known-of-many" if when else "verdict-as-known-never-of-many"
        return words.say(key, said=said, desk=desk, time=when, others=others)
    if longest.until is None:
        return words.say("verdict-as-known-never", said=said, desk=desk)
    return words.say("verdict-as-known", said=said, desk=desk, time=clock_time(longest.until))
