"""The state in one line: the same entries under the same program version give the same digest (DESIGN section 2)."""

import hashlib

from sqlalchemy import Connection, select

from checkin_desktop.storage import tables as t
from checkin_desktop.wire.bodies import deterministic


def journal_digest(conn: Connection) -> str:
    """SHA-256 over each projection table, dumped in primary-key order as CBOR. Search index and local rows left out."""
    whole = hashlib.sha256()
    for table in t.PROJECTIONS:
        whole.update(deterministic([table.name, [c.name for c in table.columns]]))
        keys = [table.columns.keys().index(c.name) for c in table.primary_key.columns]
        rows = [tuple(r) for r in conn.execute(select(table))]
        for row in sorted(rows, key=lambda r: tuple(r[k] for k in keys)):
            whole.update(deterministic(row))
    return whole.hexdigest()
