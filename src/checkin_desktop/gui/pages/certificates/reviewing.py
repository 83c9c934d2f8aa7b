"""Where everybody stands, as the page shows and filters it."""

from collections.abc import Mapping, Sequence
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
class Kept:
    """Lines of one state, or all of them; `searched[i]` is line i's text as it is searched."""

    lines: tuple[CertificateLine, ...] = ()
    searched: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Sorted on the lane that read it, so that the window only picks. `kept`: by state, None for all; `hopeful`: who
    does not qualify yet, and will if nothing more is missed; `issuer`: the other desk that issues, empty if this one
    may.
    """

    kept: Mapping[CertificateState | None, Kept]
    freshness: Freshness
    unprinted: tuple[str, ...] = ()
    hopeful: tuple[str, ...] = ()
    requests: tuple[RequestLine, ...] = ()
    issuer: str = ""
    unsure: tuple[Unsure, ...] = ()

    @property
    def lines(self) -> tuple[CertificateLine, ...]:
        return self.kept[None].lines

    def count(self, state: CertificateState | None) -> int:
        return len(self._of(state).lines)

    def ids(self, state: CertificateState | None) -> tuple[str, ...]:
        return self._of(state).keys

    def matching(self, state: CertificateState | None, typed: str) -> Sequence[CertificateLine]:
        """The lines in a state (any, if None) that hold every word typed; accents and case don't count."""
        lines: Sequence[CertificateLine] = self._of(state).lines
        texts: Sequence[str] = self._of(state).searched
        for word in plain(typed).split():
            places = [place for place, text in enumerate(texts) if word in text]
            lines, texts = [lines[n] for n in places], [texts[n] for n in places]
        return lines

    def _of(self, state: CertificateState | None) -> Kept:
        return self.kept.get(state, _NONE)


_NONE = Kept()


def review_all(desk: Desk) -> Review:
    lines = review(desk)
    other = issuing_desk(desk)
    waiting = () if other else requests(desk)
    groups: dict[CertificateState | None, list[tuple[CertificateLine, str]]] = {None: []}
    for line in lines:
        found = (line, _searched(line))
        groups[None].append(found)
        groups.setdefault(line.state, []).append(found)
    kept = {
        state: Kept(tuple(x for x, _ in some), tuple(text for _, text in some), tuple(x.key for x, _ in some))
        for state, some in groups.items()
    }
    issued = kept.get(CertificateState.ISSUED, _NONE)
    not_yet = kept.get(CertificateState.NOT_YET, _NONE)
    return Review(
        kept,
        freshness(desk),
        tuple(x.key for x in issued.lines if not x.prints),
        tuple(x.key for x in not_yet.lines if x.hopeful),
        waiting,
        other.name if other else "",
        unsure_speakers(desk),
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
