"""A programme of meetings from a list: new ones, changed ones, none twice; what clashes or is unknown is named."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from checkin_desktop.domain.badge import ID_LENGTH, crockford, keyed_id
from checkin_desktop.domain.meetings import Meeting, MeetingScheduled, MeetingState, Party, Place, clashes
from checkin_desktop.domain.people import plain
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.meetings import Clashing, beside, refuse
from checkin_desktop.services.parties import Parties, parties_of
from checkin_desktop.services.ports.schedules import ScheduleReading, ScheduleRow
from checkin_desktop.services.ports.store import Reads


@dataclass(frozen=True, slots=True)
class Warned:
    """A row that came in, and what somebody should look at: a sentence with its arguments."""

    row: int
    sentence: str
    arguments: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class MeetingsImported:
    """What an import did, or would do."""

    new: int
    updated: int
    unchanged: int
    warnings: tuple[Warned, ...]


def import_meetings(desk: Desk, reading: ScheduleReading, operator: str = "") -> MeetingsImported:
    """Two parties are one meeting, however often they are imported; a second row of the same two is their second.

    All in one unit of work. A meeting that was held, missed or cancelled keeps what happened.
    """
    with desk.store.unit() as unit:
        known = parties_of(unit)
        done, facts = _planned(desk, unit, known, reading)
        for fact in facts:
            unit.append(*beside(desk, known, fact), operator=operator)
    return done


def plan_meetings(desk: Desk, reading: ScheduleReading) -> MeetingsImported:
    """What importing the list would do; nothing is written."""
    with desk.store.read() as reads:
        return _planned(desk, reads, parties_of(reads), reading)[0]


def _planned(
    desk: Desk, reads: Reads, known: Parties, reading: ScheduleReading
) -> tuple[MeetingsImported, list[MeetingScheduled]]:
    new = updated = unchanged = 0
    warnings: list[Warned] = []
    facts: list[MeetingScheduled] = []
    standing = {m.id: known.canonically(m) for m in reads.meetings.all()}
    seen: Counter[frozenset[str]] = Counter()
    for row in reading.rows:
        pair = frozenset((plain(row.party_a), plain(row.party_b)))
        seen[pair] += 1
        earlier = _unkeyed_id(pair, seen[pair])
        key = earlier if earlier in standing else _id(desk, pair, seen[pair])
        a, b = known.party(row.party_a), known.party(row.party_b)
        place = Place(row.table, row.day, row.starts, row.ends)
        warnings += [_unknown(row, p, known) for p in (a, b) if not known.known(p)]
        old = standing.get(key)
        wanted = Meeting(key, a, b, place, row.topic)
        if old is not None and (old.party_a, old.party_b, old.place, old.topic) == (a, b, place, row.topic):
            unchanged += 1
        else:
            edits = old.edits if old else ()
            facts.append(MeetingScheduled(key, a, b, place, row.topic, replaces=edits))
            updated += old is not None
            new += old is None
        if old is None or old.state is MeetingState.SCHEDULED:
            warnings += _clash(row, wanted, standing, known)
        standing[key] = wanted
    return MeetingsImported(new, updated, unchanged, tuple(warnings)), facts


def _unknown(row: ScheduleRow, party: Party, known: Parties) -> Warned:
    near = known.near(party.name)
    if near:
        return Warned(row.row, "meetings-row-misspelt-party", (("party", party.name), ("near", near)))
    return Warned(row.row, "meetings-row-unknown-party", (("party", party.name),))


def _clash(row: ScheduleRow, wanted: Meeting, standing: dict[str, Meeting], known: Parties) -> list[Warned]:
    try:
        refuse(clashes(wanted, standing.values()), known)
    except Clashing as error:
        return [Warned(row.row, error.sentence, tuple(error.arguments.items()))]
    return []


def _id(desk: Desk, pair: frozenset[str], occurrence: int) -> str:
    """The same at every desk of the event, and to nobody else a hint at who meets."""
    return keyed_id(desk.store.secrets.identity_key, "\n".join(["meeting", *sorted(pair), str(occurrence)]))


def _unkeyed_id(pair: frozenset[str], occurrence: int) -> str:
    """As programmes were imported at first: those meetings are found again."""
    said = "\n".join(["meeting", *sorted(pair), str(occurrence)])
    return crockford(hashlib.sha256(said.encode()).digest(), ID_LENGTH)
