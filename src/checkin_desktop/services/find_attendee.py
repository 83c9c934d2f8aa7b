"""Finding people without a code: as one types, without accents, in any word order."""

from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.domain.presence import Presence
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.views import Arrival, AttendeeCard, AttendeeLine

_CANDIDATES = 300


def search(
    desk: Desk, typed: str, checkpoint_id: str | None = None, limit: int = 50
) -> tuple[AttendeeLine, ...]:
    """The people who fit best first: name before organisation, whole words before beginnings."""
    with desk.store.read() as reads:
        words = plain(typed).split()
        found = reads.people.matching(typed, _CANDIDATES)
        found.sort(key=lambda a: (_rank(a, words), plain(a.person.sort_name)))
        return _lines(reads, found[:limit], checkpoint_id)


def roster(desk: Desk, checkpoint_id: str | None = None) -> tuple[AttendeeLine, ...]:
    """Everybody, by surname."""
    with desk.store.read() as reads:
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
        return AttendeeCard(found, tuple(arrivals), blank)


def _rank(found: Attendee, words: list[str]) -> int:
    name = plain(found.name).split()
    return -sum(2 if word in name else 1 for word in words if any(n.startswith(word) for n in name))


def _lines(reads: Reads, people: list[Attendee], checkpoint_id: str | None) -> tuple[AttendeeLine, ...]:
    zone = zone_of(reads.event.record().settings)
    if checkpoint_id is None:
        present: dict[str, Presence] = {}
    elif len(people) > _CANDIDATES:
        present = reads.passages.presences(checkpoint_id)
    else:
        present = {a.id: reads.passages.presence(a.id, checkpoint_id) for a in people}
    nowhere = Presence()
    lines = []
    for a in people:
        been = present.get(a.id, nowhere)
        first = local_time(been.first_at, zone) if been.first_at is not None else None
        lines.append(AttendeeLine(a, first, been.inside))
    return tuple(lines)
