"""What the desk sees beside a verdict: the portrait, earlier visits of the day, substitutes, open questions."""

from dataclasses import dataclass
from datetime import datetime

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.questions import Question
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.questions import open_questions
from checkin_desktop.services.substitutes import Representations, representations_of
from checkin_desktop.services.views import CheckInResult

NOBODY = Representations()
_MOVES = (Outcome.ADMITTED, Outcome.WELCOME_BACK, Outcome.LEFT)


@dataclass(frozen=True, slots=True)
class Visit:
    """An earlier admission or exit of the same day."""

    at: datetime
    outcome: Outcome
    checkpoint: str


@dataclass(frozen=True, slots=True)
class Beside:
    """About the person of one decision; `entry` says which. `visits` in their order."""

    entry: str
    photo: bytes = b""
    visits: tuple[Visit, ...] = ()
    represented: Representations = NOBODY
    questions: tuple[Question, ...] = ()


def beside(desk: Desk, result: CheckInResult) -> Beside:
    """Read after the verdict is on the screen. Questions are only for those who were let in."""
    attendee = result.attendee
    if attendee is None:
        return Beside(result.entry)
    with desk.store.read() as reads:
        let_in = result.outcome in (Outcome.ADMITTED, Outcome.WELCOME_BACK)
        return Beside(
            result.entry,
            reads.door.photo(attendee.person.photo),
            _visits(reads, attendee, result),
            representations_of(reads, attendee.id),
            open_questions(reads, attendee, result.checkpoint.id) if let_in else (),
        )


def photos(desk: Desk, names: tuple[str, ...]) -> dict[str, bytes]:
    """Portraits by name; those that are not here are left out."""
    with desk.store.read() as reads:
        found = {name: reads.door.photo(name) for name in names}
    return {name: content for name, content in found.items() if content}


def _visits(reads: Reads, attendee: Attendee, result: CheckInResult) -> tuple[Visit, ...]:
    zone = zone_of(reads.event.record().settings)
    names = {c.id: c.name for c in reads.event.checkpoints()}
    found = []
    for p in reads.passages.of(attendee.id):
        at = local_time(p.at, zone)
        if p.outcome in _MOVES and at.date() == result.at.date() and p.entry.hex() != result.entry:
            found.append(Visit(at, p.outcome, names.get(p.checkpoint_id, "")))
    return tuple(found)
