"""How a step changes projections: it drops them, lays them as the program has them now, and counts the journal again.

So a change of a projection needs no column-by-column step: what it held is computed from the journal. Tables that
are no projections (the journal itself, what is local to a computer) are laid where they are missing, never dropped.
"""

from sqlalchemy import Connection

from checkin_desktop.storage import search
from checkin_desktop.storage.projections import rebuild
from checkin_desktop.storage.tables import PROJECTIONS, metadata


def lay_projections_anew(conn: Connection) -> None:
    metadata.drop_all(conn, tables=PROJECTIONS)
    metadata.create_all(conn)
    search.create(conn)
    rebuild(conn)
