"""Connections to an event file: SQLite as SQLCipher's driver bundles it (newer than Python's own; docs/decisions)."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

_BUSY_MS = 5_000
APPLICATION_ID = 0x43484B31
"""Marks the file as ours in SQLite's header ("CHK1")."""


def writer_engine(path: Path) -> Engine:
    """One connection; every unit of work begins IMMEDIATE, commits reach the disk before they return."""
    return _engine(path, "BEGIN IMMEDIATE", 1)


def reader_engine(path: Path) -> Engine:
    """Its own connections: a search is never behind a write."""
    return _engine(path, "BEGIN", 6)


def _engine(path: Path, begin: str, connections: int) -> Engine:
    def connect() -> Any:
        connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={_BUSY_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "trusted_schema=OFF",
            "cache_size=-16000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        return connection

    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
    )

    @event.listens_for(engine, "begin")
    def _begin(conn: Any) -> None:
        """The driver is told itself: SQLAlchemy's own way costs a check-in several times the statement."""
        try:
            conn.connection.driver_connection.execute(begin).close()
        except driver.Error as error:
            raise DBAPIError.instance(begin, (), error, driver.Error, dialect=conn.dialect) from error

    return engine
