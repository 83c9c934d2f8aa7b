"""Meetings and delegations, told from their entries."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, get_args

from sqlalchemy import Connection, select

from checkin_desktop.domain import delegations
from checkin_desktop.domain.delegations import DelegationArranged, DelegationFact
from checkin_desktop.domain.meetings import Meeting, MeetingFact, Said, meeting_of
from checkin_desktop.services.ports.meetings import ActaTexts
from checkin_desktop.storage import meeting_tables as m
from checkin_desktop.storage import tables as t
from checkin_desktop.wire.bodies import decode_body
from checkin_desktop.wire.personal import unpack_acta

_ENTRY = (
    t.entry.c.hash,
    t.entry.c.hlc,
    t.entry.c.station_id,
    t.entry.c.kind,
    t.entry.c.version,
    t.entry.c.body,
)


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
                said[r.meeting_id].append(Said(r.hash, r.hlc, fact))
        found = [one for key, facts in said.items() if (one := meeting_of(key, facts)) is not None]
        return sorted(found, key=lambda one: (one.place.day, one.place.starts, one.place.table, one.id))

    def acta(self, entry: bytes) -> ActaTexts | None:
        packed = self._conn.execute(
            select(t.personal.c.value).where(t.personal.c.entry == entry, t.personal.c.place == 0)
        ).scalar()
        if not packed:
            return None
        values = unpack_acta(packed)
        return ActaTexts(values.topics, values.agreements, values.others)

    def arranged(self) -> dict[str, DelegationArranged]:
        return delegations.arranged(self._delegations())

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


def _fact(r: Any) -> Any:
    """The body was read when the entry was counted, so it says what its kind says."""
    return decode_body(r.kind, r.version, r.body)
