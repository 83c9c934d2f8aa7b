"""Small row helpers that storage shares."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import cbor2
from sqlalchemy import ARRAY, ColumnElement, Connection, Table, any_, delete, insert, literal, select

from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.storage import tables as t

ENTERED = t.presence.c.checkpoint_id.not_in(
    select(t.checkpoint.c.id).where(t.checkpoint.c.kind == CheckpointKind.ONCE.value)
)
"""Who got a lunch came in elsewhere."""
_CHUNK = 500
_Key = TypeVar("_Key", bytes, str)


def chunks(keys: Iterable[_Key]) -> Iterator[list[_Key]]:
    """Each key once, in order, as many at a time as one statement takes."""
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]


def within(conn: Connection, column: ColumnElement[Any], keys: Sequence[Any]) -> ColumnElement[bool]:
    """Is the column's value one of `keys`? One array on PostgreSQL, where a list is read anew each time."""
    if conn.dialect.name == "postgresql":
        return column == any_(literal(list(keys), ARRAY(column.type)))
    return column.in_(keys)


def hashes(members: Iterable[bytes]) -> bytes:
    """A set of entry hashes as one deterministic column."""
    return cbor2.dumps(sorted(members), canonical=True)


def unhash(column: bytes) -> frozenset[bytes]:
    return frozenset(cbor2.loads(column))


def put(conn: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Writes the row in place of the one with the same primary key."""
    keys = [c == row[c.name] for c in table.primary_key.columns]
    conn.execute(delete(table).where(*keys))
    conn.execute(insert(table), row)
