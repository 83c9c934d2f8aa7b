"""Meetings and delegations, told from their entries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, get_args

from sqlalchemy import Connection, select

from checkin_desktop.domain import delegations
from checkin_desktop.domain.delegations import DelegationArranged, DelegationFact
from checkin_desktop.domain.meetings import (
    ActaWritten,
    Meeting,
    MeetingAttended,
    MeetingEnded,
    MeetingFact,
    MeetingNoShow,
    MeetingStarted,
    Said,
    meeting_of,
)
from checkin_desktop.services.ports.meetings import ActaTexts
from checkin_desktop.storage import meeting_tables as m
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections.badges import Owners
from checkin_desktop.storage.projections.clocks import corrected
from checkin_desktop.wire.bodies import decode_body
from checkin_desktop.wire.personal import unpack_acta

_ENTRY = (
    t.entry.c.hash,
    t.entry.c.hlc,
    t.entry.c.station_id,
    t.entry.c.recorded_at,
    t.entry.c.kind,
    t.entry.c.version,
    t.entry.c.body,
)
_TIMED = (MeetingAttended, MeetingStarted, MeetingEnded, MeetingNoShow, ActaWritten)


class MeetingQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self) -> list[Meeting]:
        said: dict[str, list[Said]] = defaultdict(list)
        rows = self._conn.execute(
            select(m.meeting_mark.c.meeting_id, *_ENTRY).join(
                t.entry, t.entry.c.hash == m.meeting_mark.c.entry
            )
        )
        for r in rows:
            fact = _fact(r)
            if isinstance(fact, get_args(MeetingFact)):
                said[r.meeting_id].append(Said(r.hash, r.hlc, self._at_the_reference(r, fact)))
        owners = Owners(self._conn)
        told = (meeting_of(key, facts) for key, facts in said.items())
        found = [_of_owners(one, owners) for one in told if one is not None]
        return sorted(found, key=lambda one: (one.place.day, one.place.starts, one.place.table, one.id))

    def _at_the_reference(self, r: Any, fact: MeetingFact) -> MeetingFact:
        """When it happened by the reference station's clock; a time that a person stated is left alone."""
        if not isinstance(fact, _TIMED) or fact.occurred_at != r.recorded_at:
            return fact
        return replace(fact, occurred_at=corrected(self._conn, r.station_id, fact.occurred_at))

    def acta(self, entry: bytes) -> ActaTexts | None:
        packed = self._conn.execute(
            select(t.personal.c.value).where(t.personal.c.entry == entry, t.personal.c.place == 0)
        ).scalar()
        if not packed:
            return None
        values = unpack_acta(packed)
        return ActaTexts(values.topics, values.agreements, values.others)

    def arranged(self) -> dict[str, DelegationArranged]:
        owners = Owners(self._conn)
        known = delegations.arranged(self._delegations())
        return {key: replace(one, members=_once(one.members, owners)) for key, one in known.items()}

    def escorts(self) -> dict[tuple[str, str, bytes], int]:
        return delegations.escorts(self._delegations())

    def _delegations(self) -> Iterator[delegations.Said]:
        rows = self._conn.execute(
            select(*_ENTRY).join(m.delegation_mark, t.entry.c.hash == m.delegation_mark.c.entry)
        )
        for r in rows:
            fact = _fact(r)
            if isinstance(fact, get_args(DelegationFact)):
                yield delegations.Said(r.hash, r.hlc, r.station_id, fact)


def _of_owners(meeting: Meeting, owners: Owners) -> Meeting:
    """Records that were found to be one person are that person here too."""
    arrivals = tuple(replace(a, attendee_id=owners[a.attendee_id]) for a in meeting.arrivals)
    return replace(
        meeting,
        party_a=replace(meeting.party_a, people=_once(meeting.party_a.people, owners)),
        party_b=replace(meeting.party_b, people=_once(meeting.party_b.people, owners)),
        arrivals=arrivals,
        attendees=_once(meeting.attendees, owners),
    )


def _once(people: Iterable[str], owners: Owners) -> tuple[str, ...]:
    return tuple(dict.fromkeys(owners[one] for one in people))


def _fact(r: Any) -> Any:
    """The body was read when the entry was counted, so it says what its kind says."""
    return decode_body(r.kind, r.version, r.body)
