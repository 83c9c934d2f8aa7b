"""The search index over the roster: prefixes of words without accents, in any order (SQLite FTS5)."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select, text

from checkin_desktop.domain.people import Person, plain
from checkin_desktop.storage import tables as t

_CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    "words, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')"
)
_WRITE = text("INSERT OR REPLACE INTO search(rowid, words) VALUES (:id, :words)")
_FIND = text(
    "SELECT r.attendee_id FROM search s JOIN search_row r ON r.id = s.rowid WHERE search MATCH :query LIMIT :limit"
)
_MAX_WORDS = 8


def create(conn: Connection) -> None:
    if _here(conn):
        conn.execute(text(_CREATE))


def clear(conn: Connection) -> None:
    if _here(conn):
        conn.execute(text("DROP TABLE IF EXISTS search"))
        conn.execute(delete(t.search_row))
        create(conn)


def index(conn: Connection, people: Sequence[tuple[str, Person]], new: bool = False) -> None:
    """Puts people under their words; `new`: none of them is in the index yet."""
    if not people or not _here(conn):
        return
    rows = {} if new else _rows(conn, [attendee_id for attendee_id, _ in people])
    following = (conn.execute(select(func.max(t.search_row.c.id))).scalar() or 0) + 1
    added, written = [], []
    for attendee_id, person in people:
        row = rows.get(attendee_id)
        if row is None:
            row, following = following, following + 1
            added.append({"id": row, "attendee_id": attendee_id})
        written.append({"id": row, "words": _words(person)})
    if added:
        conn.execute(insert(t.search_row), added)
    conn.execute(_WRITE, written)


def candidates(conn: Connection, typed: str, limit: int) -> list[str]:
    """Ids of attendees that have every typed word as the beginning of one of theirs; unranked."""
    words = plain(typed).split()[:_MAX_WORDS]
    if not words:
        return []
    query = " ".join(f'"{word}"*' for word in words)
    return list(conn.execute(_FIND, {"query": query, "limit": limit}).scalars())


def _words(person: Person) -> str:
    return plain(
        f"{person.name} {person.document} {person.organisation} {person.position} "
        f"{person.email} {person.phone} {person.own_code}"
    )


def _rows(conn: Connection, ids: list[str]) -> dict[str, int]:
    found = conn.execute(select(t.search_row).where(t.search_row.c.attendee_id.in_(ids)))
    return {r.attendee_id: r.id for r in found}


def _here(conn: Connection) -> bool:
    return conn.dialect.name == "sqlite"
