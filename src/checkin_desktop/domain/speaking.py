"""Who speaks by the programme: the names that it gives, found among the people of the list."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.event import Checkpoint, SessionKind
from checkin_desktop.domain.people import Attendee, plain, same_document

_TITLES = frozenset(
    {"sr", "sra", "srta", "don", "dona", "dr", "dra", "ing", "lic", "mg", "mag", "mgtr", "msc"}
    | {"prof", "arq", "abog", "econ", "blgo", "blga", "phd", "mr", "mrs", "ms"}
)
_FEWEST_WORDS = 2
_SHORTEST_DOCUMENT = 6


@dataclass(frozen=True, slots=True)
class Speech:
    """What the programme says of somebody: `said` as it names them, for the session's title.

    `sure`: whose full name or document it is; else `candidates` are those whom it may mean, none or several.
    """

    said: str
    kind: CertificateKind
    title: str
    sure: str = ""
    candidates: tuple[str, ...] = ()


def speeches(checkpoints: Iterable[Checkpoint], people: Iterable[Attendee]) -> tuple[Speech, ...]:
    """Each name that the programme gives, in its order. Accents, case, order of words and titles don't count."""
    named = [(c, " ".join(said.split())) for c in checkpoints for said in c.speakers]
    if not named:
        return ()
    by_word: dict[str, set[str]] = defaultdict(set)
    words: dict[str, frozenset[str]] = {}
    documents: dict[str, str] = {}
    for a in people:
        words[a.id] = _words(a.name)
        documents[a.id] = same_document(a.person.document)
        for word in words[a.id]:
            by_word[word].add(a.id)
    by_document = {d: i for i, d in documents.items() if len(d) >= _SHORTEST_DOCUMENT}
    return tuple(
        dict.fromkeys(_speech(c, said, by_word, words, by_document) for c, said in named if plain(said))
    )


def speaks_as(session: Checkpoint) -> CertificateKind:
    return CertificateKind.PANELLIST if session.session_kind is SessionKind.PANEL else CertificateKind.SPEAKER


def _speech(
    session: Checkpoint,
    said: str,
    by_word: dict[str, set[str]],
    words: dict[str, frozenset[str]],
    by_document: dict[str, str],
) -> Speech:
    kind, mine = speaks_as(session), _words(said)
    of_document = {by_document[d] for part in said.split() if (d := same_document(part)) in by_document}
    if len(of_document) == 1:
        return Speech(said, kind, session.name, of_document.pop())
    near = {i for word in mine for i in by_word.get(word, ())}
    same = sorted(i for i in near if words[i] == mine)
    if len(same) == 1:
        return Speech(said, kind, session.name, same[0])
    like = sorted(i for i in near if _may_be(words[i], mine))
    return Speech(said, kind, session.name, "", tuple(same or like))


def _may_be(one: frozenset[str], other: frozenset[str]) -> bool:
    """One of the two leaves out part of the name."""
    return min(len(one), len(other)) >= _FEWEST_WORDS and (one <= other or other <= one)


def _words(name: str) -> frozenset[str]:
    return frozenset(plain(name).split()) - _TITLES
