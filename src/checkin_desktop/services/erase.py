"""Erasing people's personal values after the event (Ley 29733): what was counted stays, whom it was does not."""

from collections.abc import Sequence

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import PersonalErased
from checkin_desktop.services.desk import Desk

NOBODY = ""
"""Whose scans of codes are that belong to nobody: their texts (a document number, perhaps) can be erased too."""
_AT_ONCE = 500


def erase(desk: Desk, attendee_ids: Sequence[str] | None = None, operator: str = "") -> int:
    """Erases names, documents and whatever else is personal of these people, on this desk at once and on every
    other with the next exchange; None: everybody's, operators' too, and the codes that were nobody's; also what was
    written before and is still to arrive from other desks. It can't be undone.

    Institution, region, category, attendance and the register's numbers stay; certificates keep verifying.
    Answers how many people that were. Raises PersonFacingError where there is nobody.
    """
    with desk.store.unit() as unit:
        ids = unit.people.records(attendee_ids)
        if not ids:
            raise PersonFacingError("erase-nobody")
        people = len(unit.people.all()) if attendee_ids is None else len(set(attendee_ids))
        if attendee_ids is None:
            ids.append(NOBODY)
            ids += [record.operator.id for record in unit.operators.all()]
        for start in range(0, len(ids), _AT_ONCE):
            some, last = tuple(ids[start : start + _AT_ONCE]), start + _AT_ONCE >= len(ids)
            unit.append(PersonalErased(some, everybody=last and attendee_ids is None), operator=operator)
    return people
