"""Where a server keeps many events apart: a schema each on PostgreSQL, a file each on SQLite.

A place is named by letters, digits and underscores: an event's, or the hub's own.
"""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

from checkin_desktop.storage.engine import reader_engine, writer_engine
from checkin_desktop.storage.migrations.schema import lay_schema, step_up

HUB = "hub"
_EVENT = "event_"
_PREFIX = "checkin_"
_SUFFIX = ".sqlite"
_CONNECT_S = 5
_CONNECTIONS = 12


def place_of(event_id: bytes) -> str:
    return _EVENT + event_id.hex()


class Places(Protocol):
    def events(self) -> list[bytes]: ...
    def has(self, place: str) -> bool:
        """Is it here, its tables up to date?"""
        ...

    def make(self, place: str) -> None:
        """Once, whoever else makes it at the same time."""
        ...

    def reading(self, place: str) -> AbstractContextManager[Connection]: ...
    def writing(
        self, place: str, turn: str = "journal", lasting: bool = True
    ) -> AbstractContextManager[Connection]:
        """One at a time for each place and `turn`, over all processes. Not `lasting`: what a power cut may take."""
        ...

    def close(self) -> None: ...


class PostgresPlaces:
    """One database. Every transaction names its schema, so connections serve all events."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(
            url,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            pool_timeout=_CONNECT_S,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": _CONNECT_S,
                "application_name": "checkin-hub",
                "options": "-c lock_timeout=20s -c idle_in_transaction_session_timeout=60s",
            },
        )
        event.listen(self._engine, "connect", _lists_in_binary)
        self._ready: set[str] = set()

    def events(self) -> list[bytes]:
        with self._engine.begin() as conn:
            names = conn.execute(
                text("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, :start) ORDER BY nspname"),
                {"start": _PREFIX + _EVENT},
            ).scalars()
            return [bytes.fromhex(name.removeprefix(_PREFIX + _EVENT)) for name in names]

    def has(self, place: str) -> bool:
        if place in self._ready:
            return True
        with self._engine.begin() as conn:
            found = conn.execute(
                text("SELECT 1 FROM pg_namespace WHERE nspname = :name"), {"name": _PREFIX + place}
            ).first()
        if found is None:
            return False
        with self.writing(place) as conn:
            step_up(conn)
        self._ready.add(place)
        return True

    def make(self, place: str) -> None:
        with self._engine.begin() as conn:
            conn.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _number(place, "make")})
            conn.execute(text(f'CREATE SCHEMA IF NOT EXISTS "{_PREFIX}{place}"'))
            _enter(conn, place)
            if not inspect(conn).has_table("entry"):
                lay_schema(conn)
        self._ready.add(place)

    @contextmanager
    def reading(self, place: str) -> Iterator[Connection]:
        with self._engine.connect() as plain:
            conn = plain.execution_options(isolation_level="REPEATABLE READ")
            with conn.begin():
                _enter(conn, place)
                yield conn

    @contextmanager
    def writing(self, place: str, turn: str = "journal", lasting: bool = True) -> Iterator[Connection]:
        with self._engine.begin() as conn:
            conn.execute(
                text(
                    "SELECT set_config('search_path', :path, true), pg_advisory_xact_lock(:turn), "
                    "set_config('synchronous_commit', :flush, true)"
                ),
                {
                    "path": f'"{_PREFIX}{place}"',
                    "turn": _number(place, turn),
                    "flush": "on" if lasting else "off",
                },
            )
            yield conn

    def close(self) -> None:
        self._engine.dispose()


class SqlitePlaces:
    """One folder. SQLite itself lets one writer at a time into a file."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._engines: dict[str, tuple[Engine, Engine]] = {}
        self._opening = threading.Lock()

    def events(self) -> list[bytes]:
        found = sorted(self._folder.glob(f"{_EVENT}*{_SUFFIX}"))
        return [bytes.fromhex(p.name.removeprefix(_EVENT).removesuffix(_SUFFIX)) for p in found]

    def has(self, place: str) -> bool:
        if place in self._engines:
            return True
        if not self._path(place).is_file():
            return False
        self.make(place)
        return True

    def make(self, place: str) -> None:
        with self._opening:
            if place in self._engines:
                return
            path = self._path(place)
            writer, reader = writer_engine(path), reader_engine(path)
            with writer.begin() as conn:
                if inspect(conn).has_table("entry"):
                    step_up(conn)
                else:
                    lay_schema(conn)
            self._engines[place] = writer, reader

    @contextmanager
    def reading(self, place: str) -> Iterator[Connection]:
        with self._engines[place][1].begin() as conn:
            yield conn

    @contextmanager
    def writing(self, place: str, turn: str = "journal", lasting: bool = True) -> Iterator[Connection]:
        with self._engines[place][0].begin() as conn:
            yield conn

    def close(self) -> None:
        for engines in self._engines.values():
            for engine in engines:
                engine.dispose()
        self._engines.clear()

    def _path(self, place: str) -> Path:
        return self._folder / (place + _SUFFIX)


def _enter(conn: Connection, place: str) -> None:
    conn.execute(text("SELECT set_config('search_path', :path, true)"), {"path": f'"{_PREFIX}{place}"'})


def _lists_in_binary(connection: Any, _record: object) -> None:
    """As text, each hash in a list of a thousand is quoted by a regular expression."""
    from psycopg.types.array import ListBinaryDumper

    connection.adapters.register_dumper(list, ListBinaryDumper)


def _number(place: str, turn: str) -> int:
    """The key of an advisory lock, 64 bits."""
    digest = hashlib.sha256(f"{place} {turn}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
