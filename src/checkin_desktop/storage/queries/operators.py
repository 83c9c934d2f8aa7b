"""Who works at the desks: of several accounts of one operator the latest stands, by hlc and then by entry."""

from typing import Any

from sqlalchemy import Connection, select

from checkin_desktop.domain.operators import Operator, Role
from checkin_desktop.services.ports.operators import OperatorRecord
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Standing
from checkin_desktop.wire.personal import unpack_operator

_said = Standing(
    select(t.operator_said.c.operator_id, t.operator_said.c.role).order_by(
        t.operator_said.c.hlc, t.operator_said.c.entry
    )
)


class OperatorQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self) -> list[OperatorRecord]:
        said = t.operator_said.c
        named = t.operator_said.outerjoin(t.personal, t.personal.c.entry == said.entry)
        rows = self._conn.execute(
            select(said.operator_id, said.role, said.verifier, t.personal.c.value)
            .select_from(named)
            .order_by(said.hlc, said.entry)
        )
        found: dict[str, OperatorRecord] = {}
        for row in rows:
            found[row.operator_id] = _record(row, found.get(row.operator_id))
        return list(found.values())

    def operator(self, operator_id: str) -> Operator | None:
        role = self._roles().get(operator_id)
        return Operator(operator_id, "", Role(role)) if role else None

    def guarded(self) -> bool:
        return Role.ORGANISER.value in self._roles().values()

    def _roles(self) -> dict[str, str]:
        return {row.operator_id: row.role for row in _said(self._conn)}


def _record(row: Any, before: OperatorRecord | None) -> OperatorRecord:
    """What a removal leaves: the name and the role that somebody had."""
    if not row.role:
        last = before.operator if before else Operator(row.operator_id, "", Role.STEWARD)
        return OperatorRecord(last, b"", removed=True)
    name = unpack_operator(row.value).name if row.value is not None else ""
    return OperatorRecord(Operator(row.operator_id, name, Role(row.role)), row.verifier, removed=False)
