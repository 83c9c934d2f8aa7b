"""How fresh what is shown is, in words: one way to say it on every page that depends on other desks."""

from checkin_desktop.services.freshness import Freshness, known_until
from checkin_desktop.services.views import StationLine
from checkin_desktop.words import Words
from checkin_desktop.words.dates import clock_time, long_date

_NAMED = 3


def silence_text(words: Words, found: Freshness) -> str:
    """«Sin datos de la Mesa 2 desde las 09:10»: the desk silent longest; empty if all were heard of just now."""
    return _silence(words, found.silent[0], found) if found.silent else ""


def silences_text(words: Words, found: Freshness) -> str:
    """As `silence_text`, for several desks, and how many more there are."""
    told = [_silence(words, line, found) for line in found.silent[:_NAMED]]
    if len(found.silent) > _NAMED:
        told.append(words.say("fresh-and-more", count=len(found.silent) - _NAMED))
    return "; ".join(told)


def only_here_text(words: Words, found: Freshness) -> str:
    """What would be lost with this computer; nothing is said of a desk that works alone."""
    if not found.only_here or not (found.others or found.shared):
        return ""
    return words.say("fresh-only-here", count=found.only_here)


def _silence(words: Words, line: StationLine, found: Freshness) -> str:
    at = known_until(line)
    if at is None:
        return words.say("fresh-never", desk=line.name)
    if at.date() == found.now.date():
        return words.say("fresh-today", desk=line.name, time=clock_time(at))
    return words.say(
        "fresh-day", desk=line.name, day=long_date(at.date(), words.language), time=clock_time(at)
    )
