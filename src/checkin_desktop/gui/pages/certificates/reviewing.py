"""Where everybody stands, as the page shows and filters it."""

from collections import Counter
from dataclasses import dataclass

from checkin_desktop.domain.people import plain
from checkin_desktop.services.certificate_requests import requests
from checkin_desktop.services.certificate_rules import Unsure, unsure_speakers
from checkin_desktop.services.certificates import review
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.freshness import Freshness, freshness
from checkin_desktop.services.freshness_words import silences_text
from checkin_desktop.services.issuing_desk import issuing_desk
from checkin_desktop.services.views import CertificateLine, CertificateState, RequestLine
from checkin_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Review:
    """`searched[i]` is line i's text as it is searched; `issuer`: the other desk that issues, empty if this one may."""

    lines: tuple[CertificateLine, ...]
    searched: tuple[str, ...]
    freshness: Freshness
    requests: tuple[RequestLine, ...] = ()
    issuer: str = ""
    unsure: tuple[Unsure, ...] = ()

    @property
    def hopeful(self) -> tuple[str, ...]:
        """Who does not qualify yet, and will if nothing more is missed."""
        waiting = (x for x in self.lines if x.state is CertificateState.NOT_YET and x.hopeful)
        return tuple(x.key for x in waiting)

    def counts(self) -> Counter[CertificateState]:
        return Counter(line.state for line in self.lines)

    def ids(self, state: CertificateState) -> tuple[str, ...]:
        return tuple(line.key for line in self.lines if line.state is state)

    def unprinted(self) -> tuple[str, ...]:
        issued = (line for line in self.lines if line.state is CertificateState.ISSUED)
        return tuple(line.key for line in issued if not line.prints)

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
    other = issuing_desk(desk)
    waiting = () if other else requests(desk)
    searched = tuple(_searched(line) for line in lines)
    return Review(
        lines, searched, freshness(desk), waiting, other.name if other else "", unsure_speakers(desk)
    )


def freshness_words(words: Words, found: Freshness) -> str:
    """What this desk can't know yet; empty where all others were heard of just now."""
    said = silences_text(words, found)
    return words.say("certificates-fresh", desks=said) if said else ""


def silence_reason(words: Words, found: Freshness) -> str:
    """The reason proposed for an exception: «Sin datos de la Mesa 2 desde las 09:10»; empty if none is silent."""
    said = silences_text(words, found)
    return said[:1].upper() + said[1:]


def _searched(line: CertificateLine) -> str:
    p = line.attendee.person
    return plain(f"{p.name} {p.document} {p.organisation} {line.number}")
