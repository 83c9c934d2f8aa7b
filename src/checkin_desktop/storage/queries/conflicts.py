"""Conflicts and how they were settled."""

from sqlalchemy import Connection, select

from checkin_desktop.domain.merge import Choice, ConflictKind, Settlement
from checkin_desktop.services.ports.store import ConflictRecord
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections.conflicts import settlements
from checkin_desktop.storage.rows import unhash


class ConflictQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self, open_only: bool) -> list[ConflictRecord]:
        wanted = select(t.conflict).order_by(t.conflict.c.kind, t.conflict.c.subject, t.conflict.c.id)
        if open_only:
            wanted = wanted.where(t.conflict.c.choice.is_(None))
        return [
            ConflictRecord(
                r.id,
                ConflictKind(r.kind),
                r.subject,
                r.attendee_id,
                r.checkpoint_id,
                unhash(r.members),
                Choice(r.choice) if r.choice else None,
            )
            for r in self._conn.execute(wanted)
        ]

    def settlements(self, kind: ConflictKind, subject: str) -> list[Settlement]:
        return settlements(self._conn, kind, subject)
