"""One event, one SQLite file: made, opened, locked, written by one process at a time."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError, OperationalError

from checkin_desktop.keys.event_keys import (
    EventSecrets,
    SealedSecrets,
    StationKeys,
    pack,
    unpack_event,
    unpack_sealed,
    unpack_station,
)
from checkin_desktop.services.authority import Authority
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.engine import reader_engine, writer_engine
from checkin_desktop.storage.errors import DiskFull, EventFileError
from checkin_desktop.storage.lock import WriteLock
from checkin_desktop.storage.migrations.schema import bring_up_to_date, lay_schema
from checkin_desktop.storage.prepared import Answer
from checkin_desktop.storage.projections import understands_more
from checkin_desktop.storage.projections.erasing import to_sweep
from checkin_desktop.storage.reads import ConnectionReads
from checkin_desktop.storage.sweep import sweep
from checkin_desktop.storage.unit import (
    EVENT_SECRETS,
    NOTES,
    OPEN_SECRETS,
    STATION_KEYS,
    UnitOfWork,
    keep,
    kept,
)

SUFFIX = ".checkin"


def wall_clock_ms() -> int:
    return time.time_ns() // 1_000_000


class EventFile:
    """An open event file. Units of work are serial, whichever thread asks; reading never waits for them."""

    def __init__(self, path: Path, lock: WriteLock | None, now_ms: Callable[[], int]) -> None:
        self.path = path
        self._lock = lock
        self._now_ms = now_ms
        self._writer = writer_engine(path)
        self._reader = reader_engine(path)
        self._held: Connection | None = None
        self._serial = threading.RLock()
        self.authority = Authority()
        self._standing: dict[Any, Answer] = {}
        self._listeners: tuple[Callable[[], object], ...] = ()
        with self._reader.begin() as conn:
            event_secrets, station = kept(conn, EVENT_SECRETS), kept(conn, STATION_KEYS)
            open_secrets = kept(conn, OPEN_SECRETS)
            self._clocks = _clocks(conn)
            unswept = lock is not None and to_sweep(conn)
            upgraded = lock is not None and understands_more(conn)
        if event_secrets is None or station is None:
            raise EventFileError("storage-not-an-event", file=path.name)
        self.secrets: EventSecrets = unpack_event(event_secrets)
        self.station: StationKeys = unpack_station(station)
        self.open_secrets: SealedSecrets | None = unpack_sealed(open_secrets) if open_secrets else None
        if upgraded:
            with self.unit() as unit:
                unit.rebuild()
        if unswept or upgraded:
            self._sweep()

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def now_ms(self) -> int:
        return self._now_ms()

    @contextmanager
    def unit(self) -> Iterator[UnitOfWork]:
        """One unit of work. Raises DiskFull where nothing could be written."""
        if self._lock is None:
            raise RuntimeError("opened for reading only")
        with self._serial, _told_in_words():
            with self._writing() as conn:
                unit = UnitOfWork(
                    conn,
                    self.secrets.event_id,
                    self.station,
                    self._clocks,
                    self._now_ms,
                    self.authority,
                    self._standing,
                )
                yield unit
                conn.commit()
                grown = unit.clocks != self._clocks
                self._clocks, self.station = unit.clocks, unit.station
                if unit.secrets_forgotten:
                    self.open_secrets = None
            if unit.erased:
                self._sweep()
        if grown:
            for listener in self._listeners:
                listener()

    def when_written(self, listener: Callable[[], object]) -> Callable[[], None]:
        """`listener` is called, on the writing thread, after each unit of work that left entries in the journal:
        it must return at once. Answers what ends that."""
        self._listeners += (listener,)

        def end() -> None:
            self._listeners = tuple(x for x in self._listeners if x is not listener)

        return end

    @contextmanager
    def read(self) -> Iterator[ConnectionReads]:
        with _told_in_words(), self._reader.begin() as conn:
            yield ConnectionReads(conn, self.secrets.event_id)

    def note(self, name: str) -> bytes:
        with self._reader.begin() as conn:
            return kept(conn, NOTES + name) or b""

    def close(self) -> None:
        self._let_go()
        self._reader.dispose()
        self._writer.dispose()
        if self._lock:
            self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction on the writer's connection, which is kept at hand: to take it anew for each costs a tenth of
        a check-in."""
        conn = self._held = self._held or self._writer.connect()
        try:
            with conn.begin():
                yield conn
        except BaseException:
            self._let_go()
            raise

    def _sweep(self) -> None:
        self._let_go()
        sweep(self._writer)

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None


def create_event_file(
    path: Path,
    secrets: EventSecrets,
    station: StationKeys,
    open_secrets: SealedSecrets | None = None,
    now_ms: Callable[[], int] = wall_clock_ms,
) -> EventFile:
    """A new event file with an empty journal. Raises EventFileError if the file is there already."""
    if path.exists():
        raise EventFileError("storage-already-there", file=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = WriteLock(path)
    lock.acquire()
    engine = writer_engine(path)
    try:
        with _told_in_words(), engine.begin() as conn:
            lay_schema(conn)
            keep(conn, EVENT_SECRETS, pack(secrets))
            keep(conn, STATION_KEYS, pack(station))
            if open_secrets:
                keep(conn, OPEN_SECRETS, pack(open_secrets))
    finally:
        engine.dispose()
    return EventFile(path, lock, now_ms)


def open_event_file(
    path: Path, *, for_writing: bool = True, now_ms: Callable[[], int] = wall_clock_ms
) -> EventFile:
    """Opens an event file; older ones are backed up and brought up to date first.

    Raises EventFileError (missing, damaged, not an event, made by a newer program) and InUse.
    """
    if not path.is_file():
        raise EventFileError("storage-missing", file=str(path))
    lock = WriteLock(path) if for_writing else None
    if lock:
        lock.acquire()
    try:
        with _told_in_words(path):
            bring_up_to_date(path)
            return EventFile(path, lock, now_ms)
    except BaseException:
        if lock:
            lock.release()
        raise


def _clocks(conn: Connection) -> dict[bytes, int]:
    """The highest clock value of each station: that of its chain's ends."""
    rows = conn.execute(
        select(t.head.c.station_id, func.max(t.entry.c.hlc))
        .join(t.entry, t.entry.c.hash == t.head.c.hash)
        .group_by(t.head.c.station_id)
    )
    return {r[0]: r[1] for r in rows}


@contextmanager
def _told_in_words(path: Path | None = None) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        said = str(error.orig)
        if "full" in said:
            raise DiskFull("storage-disk-full") from error
        if "readonly" in said or "unable to open" in said:
            raise EventFileError("storage-not-writable", file=path.name if path else "") from error
        raise
    except DatabaseError as error:
        said = str(error.orig)
        if "not a database" in said or "malformed" in said:
            raise EventFileError("storage-damaged", file=path.name if path else "") from error
        raise
