"""What else is known of one person: codes from elsewhere, whom they stand for, what they answered."""

from dataclasses import dataclass

from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.questions import Question
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.substitutes import Representations, representations_of


@dataclass(frozen=True, slots=True)
class Belongings:
    """`codes`: (entry, code). `answers`: every question that is theirs, with "" where it is still open."""

    attendee: Attendee
    codes: tuple[tuple[str, str], ...]
    represented: Representations
    answers: tuple[tuple[Question, str], ...]


def belongings_of(desk: Desk, attendee_id: str) -> Belongings | None:
    with desk.store.read() as reads:
        attendee = reads.people.attendee(attendee_id)
        if attendee is None:
            return None
        said = reads.door.answers(attendee.id).get(attendee.id, {})
        category = attendee.person.category
        asked = [
            q
            for q in reads.door.questions()
            if said.get(q.id) or not q.categories or category in q.categories
        ]
        return Belongings(
            attendee,
            tuple((link.entry.hex(), link.code) for link in reads.door.links_of(attendee.id)),
            representations_of(reads, attendee.id),
            tuple((q, said.get(q.id, "")) for q in asked),
        )
