"""Meetings and delegations, told from their entries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from sqlalchemy import Column, Connection, select

from checkin_desktop.domain import delegations
from checkin_desktop.domain.delegations import DelegationArranged, DelegationFact
from checkin_desktop.domain.meetings import (
    ActaWritten,
    Meeting,
    MeetingAttended,
    MeetingEnded,
    MeetingFact,
    MeetingNoShow,
    MeetingScheduled,
    MeetingStarted,
    Said,
    meeting_of,
)
from checkin_desktop.services.ports.meetings import ActaTexts
from checkin_desktop.storage import meeting_tables as m
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections.badges import Owners
from checkin_desktop.storage.projections.clocks import corrected
from checkin_desktop.wire.bodies import decode_body, kind_of
from checkin_desktop.wire.personal import unpack_acta, unpack_texts

_ENTRY = (
    t.entry.c.hash,
    t.entry.c.hlc,
    t.entry.c.station_id,
    t.entry.c.recorded_at,
    t.entry.c.kind,
    t.entry.c.version,
    t.entry.c.body,
)
_WITH_TEXTS = (kind_of(MeetingScheduled), kind_of(DelegationArranged))
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
        texts = self._texts(m.meeting_mark.c.entry)
        for r in rows:
            fact = _fact(r)
            if isinstance(fact, MeetingScheduled):
                fact = _worded(fact, texts.get(r.hash, {}))
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

    def _texts(self, marked: Column[bytes]) -> dict[bytes, dict[int, tuple[str, ...]]]:
        """What stands beside the entries marked, by entry and place; what was erased is left out."""
        beside = t.personal.c
        rows = self._conn.execute(
            select(beside.entry, beside.place, beside.value, t.entry.c.kind)
            .join(t.entry, t.entry.c.hash == beside.entry)
            .where(
                beside.entry.in_(select(marked)), beside.value.is_not(None), t.entry.c.kind.in_(_WITH_TEXTS)
            )
        )
        found: dict[bytes, dict[int, tuple[str, ...]]] = defaultdict(dict)
        for r in rows:
            found[r.entry][r.place] = unpack_texts(r.value).texts
        return found

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
        texts = self._texts(m.delegation_mark.c.entry)
        for r in rows:
            fact = _fact(r)
            if isinstance(fact, DelegationArranged) and fact.commitment:
                fact = replace(fact, name=_first(texts.get(r.hash, {}).get(0, ())))
            if isinstance(fact, get_args(DelegationFact)):
                yield delegations.Said(r.hash, r.hlc, r.station_id, fact)


def _worded(fact: MeetingScheduled, texts: Mapping[int, tuple[str, ...]]) -> MeetingScheduled:
    """With the names and the topic that stand beside its entry; erased ones are empty."""
    if fact.names:
        a, b = (*texts.get(0, ()), "", "")[:2]
        fact = replace(
            fact,
            party_a=replace(fact.party_a, name=fact.party_a.name or a),
            party_b=replace(fact.party_b, name=fact.party_b.name or b),
        )
    if fact.words:
        fact = replace(fact, topic=_first(texts.get(1 if fact.names else 0, ())))
    return fact


def _first(texts: Sequence[str]) -> str:
    return texts[0] if texts else ""


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
