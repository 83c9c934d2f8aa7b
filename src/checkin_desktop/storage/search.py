"""The search index over the roster: prefixes of words without accents, in any order (SQLite FTS5).

Names stand in a column of their own, so that people of that name come before the institution of that name. Every word
stands once in `search_word`: where few people fit, a word that is not there is looked for with one slip, by asking
which of its few hundred neighbours are the beginning of a word.
"""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, select, text

from checkin_desktop.domain.people import Person, plain
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared

_CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    "name, rest, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TABLE IF NOT EXISTS search_word (word TEXT PRIMARY KEY) WITHOUT ROWID",
)
_WRITE = text("INSERT OR REPLACE INTO search(rowid, name, rest) VALUES (:id, :name, :rest)")
_KEEP_WORD = text("INSERT OR IGNORE INTO search_word(word) VALUES (:word)")
_FIND = Prepared(
    text(
        "SELECT a.id, a.sort_key FROM search s JOIN search_row r ON r.id = s.rowid "
        "JOIN attendee a ON a.id = r.attendee_id WHERE search MATCH :query AND a.pending = 0 "
        "AND a.merged_into = '' LIMIT :limit"
    )
)
_BEGINNINGS = text(
    "SELECT j.value FROM json_each(:slips) j WHERE EXISTS "
    "(SELECT 1 FROM search_word WHERE word >= j.value AND word < j.value || char(1114111))"
)
_MAX_WORDS = 8
_FEW = 3
"""With fewer hits than this, one slip is forgiven; in a number only where nobody has it."""
_LEAST_LETTERS, _MOST_LETTERS = 4, 20
_MOST_SLIPS = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"


def create(conn: Connection) -> None:
    if _here(conn):
        for statement in _CREATE:
            conn.execute(text(statement))


def clear(conn: Connection) -> None:
    if _here(conn):
        conn.execute(text("DROP TABLE IF EXISTS search"))
        conn.execute(text("DROP TABLE IF EXISTS search_word"))
        conn.execute(delete(t.search_row))
        create(conn)


def index(conn: Connection, people: Sequence[tuple[str, Person]], new: bool = False) -> None:
    """Puts people under their words; `new`: none of them is in the index yet."""
    if not people or not _here(conn):
        return
    rows = {} if new else _rows(conn, [attendee_id for attendee_id, _ in people])
    following = (conn.execute(select(func.max(t.search_row.c.id))).scalar() or 0) + 1
    added, written = [], []
    words: set[str] = set()
    for attendee_id, person in people:
        row = rows.get(attendee_id)
        if row is None:
            row, following = following, following + 1
            added.append({"id": row, "attendee_id": attendee_id})
        name, rest = plain(person.name), _rest(person)
        written.append({"id": row, "name": name, "rest": rest})
        words.update(name.split(), rest.split())
    if added:
        conn.execute(insert(t.search_row), added)
    conn.execute(_WRITE, written)
    if words:
        conn.execute(_KEEP_WORD, [{"word": word} for word in sorted(words)])


def candidates(conn: Connection, typed: str, limit: int) -> dict[str, str]:
    """Attendees, and by what they are sorted, who have every typed word as the beginning of one of theirs: unranked.

    Where they are few, also those who would fit if one slip had not been made.
    """
    words = plain(typed).split()[:_MAX_WORDS]
    if not words:
        return {}
    wanted = [_beginning(word) for word in words]
    found = _matching(conn, f"name : ({' AND '.join(wanted)})", limit)
    if len(found) < limit:
        found = _matching(conn, " AND ".join(wanted), limit) | found
    if len(found) < (1 if any(c.isdigit() for c in typed) else _FEW):
        for query in _with_a_slip(conn, words):
            found = _matching(conn, query, limit) | found
    return found


def _matching(conn: Connection, query: str, limit: int) -> dict[str, str]:
    return {r.id: r.sort_key for r in _FIND(conn, query=query, limit=limit)}


def _beginning(word: str) -> str:
    return f'"{word}"*'


def _with_a_slip(conn: Connection, words: list[str]) -> Iterator[str]:
    """One query for each typed word, with what it may have been meant to be in its place."""
    for at, word in enumerate(words):
        if not _LEAST_LETTERS <= len(word) <= _MOST_LETTERS:
            continue
        slips = json.dumps(sorted(_slips(word)))
        meant = list(conn.execute(_BEGINNINGS, {"slips": slips}).scalars())[:_MOST_SLIPS]
        if meant:
            others = [_beginning(w) for n, w in enumerate(words) if n != at]
            yield " AND ".join([*others, f"({' OR '.join(_beginning(m) for m in meant)})"])


def _slips(word: str) -> set[str]:
    """What was meant where one letter is wrong, missing, too much, or changed places with its neighbour."""
    letters = _DIGITS if word.isdecimal() else _LETTERS
    halves = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    dropped = {a + b[1:] for a, b in halves if b and len(word) > _LEAST_LETTERS}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    replaced = {a + c + b[1:] for a, b in halves if b for c in letters}
    added = {a + c + b for a, b in halves if b for c in letters}
    return (dropped | swapped | replaced | added) - {word}


def _rest(person: Person) -> str:
    return plain(
        f"{person.document} {person.organisation} {person.position} "
        f"{person.email} {person.phone} {person.own_code}"
    )


def _rows(conn: Connection, ids: list[str]) -> dict[str, int]:
    found = conn.execute(select(t.search_row).where(t.search_row.c.attendee_id.in_(ids)))
    return {r.attendee_id: r.id for r in found}


def _here(conn: Connection) -> bool:
    return conn.dialect.name == "sqlite"
