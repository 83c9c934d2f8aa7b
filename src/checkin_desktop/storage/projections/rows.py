"""Small row helpers that the projections share."""

from collections.abc import Iterable, Mapping
from typing import Any

import cbor2
from sqlalchemy import Connection, Table, delete, insert


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
