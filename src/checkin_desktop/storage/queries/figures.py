"""Counts for the dashboard, made by the database: never a row for each person."""

from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import Connection, Subquery, func, or_, select

from checkin_desktop.services.ports.figures import Belonging, Fill, Share
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.queries.merged import roots
from checkin_desktop.storage.rows import ENTERED

_KNOWN = (t.attendee.c.pending == 0, t.attendee.c.merged_into == "")
_HERE = (*_KNOWN, t.attendee.c.withdrawn == 0)


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

    def inside(self, checkpoint_ids: Sequence[str]) -> int:
        p = t.presence.c
        who = select(p.attendee_id).where(p.inside == 1, p.checkpoint_id.in_(checkpoint_ids)).distinct()
        return self._conn.execute(select(func.count()).select_from(who.subquery())).scalar_one()

    def by_category(self, checkpoint_ids: Sequence[str]) -> list[Share]:
        a, first = t.attendee.c, self._first(checkpoint_ids)
        rows = self._conn.execute(
            select(a.category, func.count(), func.count(first.c.at))
            .select_from(t.attendee.outerjoin(first, first.c.attendee_id == a.id))
            .where(*_KNOWN, or_(a.withdrawn == 0, first.c.at.is_not(None)))
            .group_by(a.category)
            .order_by(func.count().desc(), a.category)
        )
        return [Share(name, expected, arrived) for name, expected, arrived in rows]

    def by_belonging(self, checkpoint_ids: Sequence[str]) -> list[Belonging]:
        a, first = t.attendee.c, self._first(checkpoint_ids)
        rows = self._conn.execute(
            select(a.organisation_id, a.region, func.count(), func.count(first.c.at))
            .select_from(t.attendee.outerjoin(first, first.c.attendee_id == a.id))
            .where(*_KNOWN, or_(a.withdrawn == 0, first.c.at.is_not(None)))
            .group_by(a.organisation_id, a.region)
        )
        merged = roots(self._conn)
        return [Belonging(merged.get(org, org), *row) for org, *row in rows]

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

    def _first(self, checkpoint_ids: Sequence[str]) -> Subquery:
        """When each person first came to any of these checkpoints; where none is named, to any that one enters."""
        p = t.presence.c
        where = p.checkpoint_id.in_(checkpoint_ids) if checkpoint_ids else ENTERED
        asked = select(p.attendee_id, func.min(p.first_at).label("at")).where(p.first_at.is_not(None), where)
        return asked.group_by(p.attendee_id).subquery()
