"""After an erasure: no byte of what was erased stays in the event file's free pages, its index or its log."""

from sqlalchemy import Connection, Engine, delete, select

from checkin_desktop.domain.people import Person
from checkin_desktop.storage import search
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections.erasing import TO_SWEEP, to_sweep

_PATIENCE_MS = 1_000


def sweep(engine: Engine) -> None:
    """Writes the file anew without its free pages, and empties the log. Where somebody reads just now the log
    can't be emptied: closing the file, or opening it the next time, does the rest."""
    with engine.begin() as conn:
        if not to_sweep(conn):
            return
        _index_anew(conn)
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.execute("VACUUM")
        cursor.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.close()
        raw.invalidate()
    finally:
        raw.close()
    if not busy:
        with engine.begin() as conn:
            conn.execute(delete(t.local).where(t.local.c.name == TO_SWEEP))


def _index_anew(conn: Connection) -> None:
    """What was taken out of the index is only marked so there."""
    rows = conn.execute(select(t.attendee)).all()
    search.clear(conn)
    people = [
        (
            r.id,
            Person(
                r.given_names,
                r.surnames,
                document=r.document,
                organisation=r.organisation,
                position=r.position,
                email=r.email,
                phone=r.phone,
                own_code=r.own_code,
            ),
        )
        for r in rows
    ]
    search.index(conn, people, new=True)
