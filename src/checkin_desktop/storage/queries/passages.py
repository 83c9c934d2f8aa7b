"""Scans, presence and badge codes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, or_, select

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.facts import BadgesPrinted
from checkin_desktop.domain.presence import Presence
from checkin_desktop.services.ports.store import BadgeRecord, PassageRecord, PrintRecord
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections.badges import Mark, owners_of
from checkin_desktop.storage.rows import within
from checkin_desktop.wire.bodies import decode_body
from checkin_desktop.wire.personal import unpack_code

_marks = Prepared(
    select(t.badge_mark.c.mark, t.badge_mark.c.attendee_id)
    .where(t.badge_mark.c.code_id == bindparam("code"))
    .order_by(t.badge_mark.c.hlc, t.badge_mark.c.entry)
)
_presence_at = Prepared(
    select(t.presence).where(
        t.presence.c.attendee_id == bindparam("attendee"),
        t.presence.c.checkpoint_id == bindparam("checkpoint"),
    )
)
_inside = Prepared(
    select(func.count())
    .select_from(t.presence)
    .where(t.presence.c.checkpoint_id == bindparam("checkpoint"), t.presence.c.inside == 1)
)
_admissions = Prepared(
    select(t.passage.c.checkpoint_id, t.passage.c.at).where(
        t.passage.c.attendee_id == bindparam("attendee"),
        t.passage.c.undone == 0,
        or_(t.passage.c.outcome == Outcome.ADMITTED.value, t.passage.c.outcome == Outcome.WELCOME_BACK.value),
    )
)
_standing_at = Prepared(
    select(t.passage).where(
        t.passage.c.attendee_id == bindparam("attendee"),
        t.passage.c.checkpoint_id == bindparam("checkpoint"),
        t.passage.c.undone == 0,
    )
)


class BadgeQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def badge(self, code_id: str) -> BadgeRecord:
        marks = _marks(self._conn, code=code_id).all()
        return BadgeRecord(
            attendee_id=next((m.attendee_id for m in marks if m.mark == Mark.ISSUED), ""),
            revoked=any(m.mark == Mark.REVOKED for m in marks),
            blank=any(m.mark == Mark.BLANK for m in marks),
        )

    def prints(self, attendee_id: str | None = None) -> list[PrintRecord]:
        marks, entries = t.badge_mark.c, t.entry.c
        wanted = (
            select(
                marks.code_id,
                entries.hash,
                entries.station_id,
                entries.operator_id,
                entries.recorded_at,
                entries.kind,
                entries.version,
                entries.body,
            )
            .join(t.entry, entries.hash == marks.entry)
            .where(marks.mark == Mark.PRINTED)
            .order_by(marks.hlc, marks.entry, marks.code_id)
        )
        if attendee_id is not None:
            issued = select(marks.code_id).where(marks.attendee_id == attendee_id, marks.mark == Mark.ISSUED)
            wanted = wanted.where(or_(marks.code_id == attendee_id, marks.code_id.in_(issued)))
        rows = self._conn.execute(wanted).all()
        owners = owners_of(self._conn, ((r.code_id, r.code_id) for r in rows))
        printers: dict[bytes, str] = {}
        found = []
        for r in rows:
            if r.hash not in printers:
                fact = decode_body(r.kind, r.version, r.body)
                printers[r.hash] = fact.printer if isinstance(fact, BadgesPrinted) else ""
            owner = owners[r.code_id, r.code_id]
            if attendee_id is None or owner == attendee_id:
                found.append(
                    PrintRecord(
                        owner, r.code_id, r.station_id, r.operator_id, r.recorded_at, printers[r.hash]
                    )
                )
        return found


class PassageQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def presence(self, attendee_id: str, checkpoint_id: str) -> Presence:
        row = _presence_at(self._conn, attendee=attendee_id, checkpoint=checkpoint_id).first()
        return _presence(row) if row else Presence()

    def presences(self, checkpoint_id: str) -> dict[str, Presence]:
        rows = self._conn.execute(select(t.presence).where(t.presence.c.checkpoint_id == checkpoint_id))
        return {r.attendee_id: _presence(r) for r in rows}

    def presences_of(self, attendee_ids: Sequence[str], checkpoint_id: str) -> dict[str, Presence]:
        """Of a few people; those who never came are left out."""
        found = t.presence.c
        rows = self._conn.execute(
            select(t.presence).where(
                found.checkpoint_id == checkpoint_id, within(self._conn, found.attendee_id, attendee_ids)
            )
        )
        return {r.attendee_id: _presence(r) for r in rows}

    def inside(self, checkpoint_id: str) -> int:
        return int(_inside(self._conn, checkpoint=checkpoint_id).scalar_one())

    def latest(self, attendee_id: str, checkpoint_id: str) -> PassageRecord | None:
        rows = _standing_at(self._conn, attendee=attendee_id, checkpoint=checkpoint_id)
        last = max(rows, key=lambda r: (r.at, r.hlc), default=None)  # a few: SQLite's own sorting costs more
        return _passage(last) if last is not None else None

    def admissions(self, attendee_id: str) -> list[tuple[str, int]]:
        return [(r.checkpoint_id, r.at) for r in _admissions(self._conn, attendee=attendee_id)]

    def between(self, station_id: bytes, checkpoint_id: str, first: int, last: int) -> list[PassageRecord]:
        rows = self._conn.execute(
            select(t.passage)
            .where(
                t.passage.c.station_id == station_id,
                t.passage.c.checkpoint_id == checkpoint_id,
                t.passage.c.at.between(first, last),
            )
            .order_by(t.passage.c.at, t.passage.c.hlc)
        )
        return [_passage(r) for r in rows]

    def recent(self, limit: int, station_id: bytes | None) -> list[PassageRecord]:
        wanted = select(t.passage).order_by(t.passage.c.hlc.desc()).limit(limit)
        if station_id is not None:
            wanted = wanted.where(t.passage.c.station_id == station_id)
        return [_passage(r) for r in self._conn.execute(wanted)]

    def of(self, attendee_id: str) -> list[PassageRecord]:
        mine = (t.passage.c.attendee_id == attendee_id, t.passage.c.undone == 0)
        rows = self._conn.execute(select(t.passage).where(*mine).order_by(t.passage.c.at, t.passage.c.hlc))
        return [_passage(r) for r in rows]

    def passage(self, entry: bytes) -> PassageRecord | None:
        row = self._conn.execute(select(t.passage).where(t.passage.c.entry == entry)).first()
        return _passage(row) if row else None

    def scanned_text(self, entry: bytes) -> str:
        packed = self._conn.execute(select(t.personal.c.value).where(t.personal.c.entry == entry)).scalar()
        return unpack_code(packed).text if packed else ""

    def admitted_at(self) -> dict[str, frozenset[str]]:
        return self._checkpoints_where(t.presence.c.admissions > 0)

    def left_at(self) -> dict[str, frozenset[str]]:
        return self._checkpoints_where(t.presence.c.last_out_at.is_not(None))

    def _checkpoints_where(self, so: ColumnElement[bool]) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for r in self._conn.execute(select(t.presence.c.attendee_id, t.presence.c.checkpoint_id).where(so)):
            found[r.attendee_id].add(r.checkpoint_id)
        return {attendee_id: frozenset(ids) for attendee_id, ids in found.items()}

    def all(self) -> Iterator[PassageRecord]:
        for row in self._conn.execute(select(t.passage).order_by(t.passage.c.at, t.passage.c.hlc)):
            yield _passage(row)


def _presence(r: Row[Any]) -> Presence:
    return Presence(
        bool(r.inside), r.admissions, r.first_at, r.last_in_at, r.last_out_at, r.station_id, r.moved_to
    )


def _passage(r: Row[Any]) -> PassageRecord:
    return PassageRecord(
        r.entry,
        r.attendee_id,
        r.code_id,
        r.checkpoint_id,
        Outcome(r.outcome),
        r.reason,
        r.at,
        r.station_id,
        Source(r.source),
        bool(r.undone),
        r.override,
        r.said_checkpoint_id,
        r.ticked_at,
    )
