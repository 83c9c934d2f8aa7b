"""Who came in somebody else's place ("asiste en representación de")."""

from dataclasses import dataclass
from itertools import product

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.substitutes import RepresentationRecorded
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Reads


@dataclass(frozen=True, slots=True)
class Representations:
    """`represents`: those in whose place somebody came; `by`: those who came in their place."""

    represents: tuple[Attendee, ...] = ()
    by: tuple[Attendee, ...] = ()


def represent(desk: Desk, substitute_id: str, represented_id: str, operator: str = "") -> None:
    """The substitute came for the represented one, who stays absent. Said twice changes nothing."""
    with desk.store.unit() as unit:
        substitute, absent = unit.people.attendee(substitute_id), unit.people.attendee(represented_id)
        if substitute is None or absent is None:
            raise PersonFacingError("substitute-nobody")
        if substitute.id == absent.id:
            raise PersonFacingError("substitute-same-person", name=absent.name)
        if (substitute.id, absent.id) not in unit.door.representations_of(absent.id):
            unit.append(RepresentationRecorded(substitute.id, absent.id), operator=operator)


def no_longer_represents(desk: Desk, substitute_id: str, represented_id: str, operator: str = "") -> None:
    with desk.store.unit() as unit:
        substitutes = unit.people.records([substitute_id]) or [substitute_id]
        represented = unit.people.records([represented_id]) or [represented_id]
        said = unit.door.said_representations()
        for pair in product(substitutes, represented):
            if pair in said or pair == (substitute_id, represented_id):
                unit.append(RepresentationRecorded(*pair, removed=True), operator=operator)


def representations_of(reads: Reads, attendee_id: str) -> Representations:
    pairs = reads.door.representations_of(attendee_id)
    people = reads.people.attendees(i for pair in pairs for i in pair)
    return Representations(
        tuple(people[b] for a, b in pairs if a == attendee_id and b in people),
        tuple(people[a] for a, b in pairs if b == attendee_id and a in people),
    )


def came_instead(reads: Reads) -> dict[str, Attendee]:
    """Who came in whose place, by the one who did not."""
    pairs = reads.door.representations()
    if not pairs:
        return {}
    came = reads.passages.admitted_at()
    pairs = [pair for pair in pairs if pair[0] in came]
    people = reads.people.attendees(one for one, _ in pairs)
    return {absent: people[one] for one, absent in pairs if one in people}
