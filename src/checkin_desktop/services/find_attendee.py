"""Finding people without a code: as one types, without accents, in any word order."""

from checkin_desktop.domain.badge import id_beginning
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.domain.presence import Presence
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.print_log import print_lines
from checkin_desktop.services.views import Arrival, AttendeeCard, AttendeeLine

_CANDIDATES = 400
_FEW = 60
"""Among so many, a name that is one slip away from a word is put before those that are not."""


def search(
    desk: Desk, typed: str, checkpoint_id: str | None = None, limit: int = 50
) -> tuple[AttendeeLine, ...]:
    """The people who fit best first: name before organisation, whole words before beginnings, exact before a slip.

    The beginning of a badge code finds its bearer, a code linked to somebody its owner. Raises NotAllowed.
    """
    with desk.store.read() as reads:
        desk.authority.require(reads.operators, Action.SEARCH)
        words = plain(typed).split()
        found = _by_code(reads, desk, typed) or reads.people.matching(typed, _CANDIDATES)
        slips = len(found) <= _FEW
        best = sorted(found, key=lambda i: (_rank(found[i], words, slips), found[i], i))[:limit]
        people = reads.people.attendees(best)
        return _lines(reads, [people[i] for i in best if i in people], checkpoint_id)


def roster(desk: Desk, checkpoint_id: str | None = None) -> tuple[AttendeeLine, ...]:
    """Everybody, by surname. Raises NotAllowed: a steward browses nothing."""
    with desk.store.read() as reads:
        desk.authority.require(reads.operators, Action.SEARCH)
        return _lines(reads, reads.people.all(), checkpoint_id)


def attendee(desk: Desk, attendee_id: str) -> Attendee | None:
    with desk.store.read() as reads:
        return reads.people.attendee(attendee_id)


def with_document(desk: Desk, document: str) -> tuple[Attendee, ...]:
    """Whose document number this is; blanks and hyphens do not count."""
    with desk.store.read() as reads:
        return tuple(reads.people.with_document(document))


def card(desk: Desk, attendee_id: str) -> AttendeeCard | None:
    """Everything about one person; None if the list has nobody of that id."""
    with desk.store.read() as reads:
        found = reads.people.attendee(attendee_id)
        if found is None:
            return None
        zone = zone_of(reads.event.record().settings)
        arrivals = []
        for checkpoint in reads.event.checkpoints():
            been = reads.passages.presence(found.id, checkpoint.id)
            if been.first_at is not None:
                arrivals.append(Arrival(checkpoint, local_time(been.first_at, zone)))
        blank = bool(found.code_id) and reads.badges.badge(found.code_id).blank
        return AttendeeCard(found, tuple(arrivals), blank, print_lines(reads, found.id))


def _by_code(reads: Reads, desk: Desk, typed: str) -> dict[str, str]:
    beginning = id_beginning(typed, desk.store.secrets.tag)
    if beginning:
        return reads.people.with_badge_like(beginning, _CANDIDATES)
    return dict.fromkeys(reads.door.linked_to(typed.strip()), "")


def _rank(sorted_by: str, words: list[str], slips: bool) -> float:
    """Lower is better: two for a whole word of the name, one for a beginning, less for one with a slip."""
    name = f" {sorted_by} "
    return -sum(_fits(word, name, slips) for word in words)


def _fits(word: str, name: str, slips: bool) -> float:
    """`name`: its words with a blank before and after each."""
    at = name.find(f" {word}")
    if at < 0:
        return 0.5 if slips and _slipped(word, name.split()) else 0.0
    return 2.0 if name[at + 1 + len(word)] == " " or f" {word} " in name else 1.0


def _slipped(word: str, name: list[str]) -> bool:
    from rapidfuzz.distance import OSA  # the first search with few hits loads it, not the start

    return any(OSA.distance(word, n[: len(word) + 1], score_cutoff=1) <= 1 for n in name)


def _lines(reads: Reads, people: list[Attendee], checkpoint_id: str | None) -> tuple[AttendeeLine, ...]:
    zone = zone_of(reads.event.record().settings)
    if checkpoint_id is None:
        present: dict[str, Presence] = {}
    elif len(people) > _CANDIDATES:
        present = reads.passages.presences(checkpoint_id)
    else:
        present = reads.passages.presences_of([a.id for a in people], checkpoint_id)
    nowhere = Presence()
    lines = []
    for a in people:
        been = present.get(a.id, nowhere)
        first = local_time(been.first_at, zone) if been.first_at is not None else None
        lines.append(AttendeeLine(a, first, been.inside))
    return tuple(lines)
