"""Operators: every account of them is kept, the latest of each stands."""

from sqlalchemy import Connection, insert

from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.operators import OperatorDefined, OperatorRemoved
from checkin_desktop.storage import tables as t


def record(conn: Connection, entry: Entry, fact: OperatorDefined | OperatorRemoved) -> None:
    role, verifier = (fact.role.value, fact.verifier) if isinstance(fact, OperatorDefined) else ("", b"")
    conn.execute(
        insert(t.operator_said),
        {
            "entry": entry.hash,
            "operator_id": fact.operator_id,
            "hlc": entry.hlc,
            "role": role,
            "verifier": verifier,
        },
    )
