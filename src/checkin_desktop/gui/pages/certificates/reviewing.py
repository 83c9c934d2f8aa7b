"""Where everybody stands, as the page shows and filters it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from checkin_desktop.domain.people import plain
from checkin_desktop.services.certificates import review
from checkin_desktop.services.desk import Desk, local_time, stations
from checkin_desktop.services.views import CertificateLine, CertificateState, StationLine
from checkin_desktop.words import Words
from checkin_desktop.words.dates import clock_time, long_date

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Freshness:
    """The other desks and how far this one has heard of them, the longest silent first, as of `now`."""

    others: tuple[StationLine, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """`searched[i]` is line i's text as it is searched."""

    lines: tuple[CertificateLine, ...]
    searched: tuple[str, ...]
    freshness: Freshness

    def line(self, attendee_id: str) -> CertificateLine | None:
        return next((line for line in self.lines if line.attendee.id == attendee_id), None)

    def counts(self) -> Counter[CertificateState]:
        return Counter(line.state for line in self.lines)

    def ids(self, state: CertificateState) -> tuple[str, ...]:
        return tuple(line.attendee.id for line in self.lines if line.state is state)

    def unprinted(self) -> tuple[str, ...]:
        issued = (line for line in self.lines if line.state is CertificateState.ISSUED)
        return tuple(line.attendee.id for line in issued if not line.prints)

    def matching(self, state: CertificateState | None, typed: str) -> list[CertificateLine]:
        """The lines in a state (any, if None) that hold every word typed; accents and case don't count."""
        wanted = plain(typed).split()
        return [
            line
            for line, text in zip(self.lines, self.searched, strict=True)
            if (state is None or line.state is state) and all(word in text for word in wanted)
        ]


def review_all(desk: Desk) -> Review:
    lines = review(desk)
    return Review(lines, tuple(_searched(line) for line in lines), freshness(desk))


def freshness(desk: Desk) -> Freshness:
    now = local_time(desk.store.now_ms(), desk.zone)
    others = (s for s in stations(desk) if not s.own and not s.revoked)
    silent_first = sorted(others, key=lambda s: (s.last_entry_at is not None, s.last_entry_at or now))
    return Freshness(tuple(silent_first), now)


def freshness_words(words: Words, found: Freshness) -> str:
    """What this desk can't know yet: "Sin datos de la Mesa 2 desde las 09:10." Empty where it is the only desk."""
    said = [_since(words, s, found.now) for s in found.others[:_NAMED]]
    if len(found.others) > _NAMED:
        said.append(words.say("certificates-more-desks", count=len(found.others) - _NAMED))
    return words.say("certificates-fresh", desks="; ".join(said)) if said else ""


def _since(words: Words, station: StationLine, now: datetime) -> str:
    last = station.last_entry_at
    if last is None:
        return words.say("certificates-never-heard", desk=station.name)
    if last.date() == now.date():
        return words.say("certificates-heard-today", desk=station.name, time=clock_time(last))
    day = long_date(last.date(), words.language)
    return words.say("certificates-heard", desk=station.name, day=day, time=clock_time(last))


def _searched(line: CertificateLine) -> str:
    p = line.attendee.person
    return plain(f"{p.name} {p.document} {p.organisation} {line.number}")
