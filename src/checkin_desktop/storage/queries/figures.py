"""Counts for the dashboard, made by the database: never a row for each person."""

from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import Connection, Subquery, func, select

from checkin_desktop.services.ports.figures import Fill, Share
from checkin_desktop.storage import tables as t

_HERE = (t.attendee.c.pending == 0, t.attendee.c.merged_into == "", t.attendee.c.withdrawn == 0)


class FigureQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def arrivals(self, checkpoint_ids: Sequence[str], step_ms: int) -> dict[int, int]:
        first = self._first(checkpoint_ids)
        step = (first.c.at // step_ms).label("step")
        rows = self._conn.execute(select(step, func.count()).group_by(step).order_by(step))
        return {int(number) * step_ms: count for number, count in rows}

    def fills(self) -> dict[str, Fill]:
        p = t.presence.c
        rows = self._conn.execute(
            select(
                p.checkpoint_id,
                func.count().filter(p.admissions > 0),
                func.count().filter(p.inside == 1),
            ).group_by(p.checkpoint_id)
        )
        return {point: Fill(admitted, inside) for point, admitted, inside in rows}

    def by_category(self, checkpoint_ids: Sequence[str]) -> list[Share]:
        return self._shares(t.attendee.c.category.name, checkpoint_ids)

    def by_region(self, checkpoint_ids: Sequence[str]) -> list[Share]:
        return self._shares(t.attendee.c.region.name, checkpoint_ids)

    def initials(self) -> dict[str, int]:
        letter = func.substr(t.attendee.c.sort_key, 1, 1).label("letter")
        rows = self._conn.execute(select(letter, func.count()).where(*_HERE).group_by(letter))
        return {found.upper(): count for found, count in rows if found}

    def between_scans(self, station_id: bytes, longest_ms: int, most: int) -> list[int]:
        p = t.passage.c
        rows = self._conn.execute(
            select(p.said_at)
            .where(p.station_id == station_id, p.by_hand == 0, p.undone == 0)
            .order_by(p.said_at.desc())
            .limit(most)
        ).scalars()
        times = list(rows)
        gaps = (later - earlier for later, earlier in pairwise(times))
        return [gap for gap in gaps if 0 < gap <= longest_ms]

    def _shares(self, column: str, checkpoint_ids: Sequence[str]) -> list[Share]:
        first, value = self._first(checkpoint_ids), t.attendee.c[column]
        rows = self._conn.execute(
            select(value, func.count(), func.count(first.c.at))
            .select_from(t.attendee.outerjoin(first, first.c.attendee_id == t.attendee.c.id))
            .where(*_HERE)
            .group_by(value)
            .order_by(func.count().desc(), value)
        )
        return [Share(name, expected, arrived) for name, expected, arrived in rows]

    def _first(self, checkpoint_ids: Sequence[str]) -> Subquery:
        """When each person first came to any of these checkpoints; of all of them where none is named."""
        p = t.presence.c
        asked = select(p.attendee_id, func.min(p.first_at).label("at")).where(p.first_at.is_not(None))
        if checkpoint_ids:
            asked = asked.where(p.checkpoint_id.in_(checkpoint_ids))
        return asked.group_by(p.attendee_id).subquery()
