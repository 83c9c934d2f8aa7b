"""One unit of work on an event file: everything or nothing, and on disk when it ends."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from checkin_desktop.domain.facts import Fact, PassageRecorded, PersonalErased
from checkin_desktop.domain.journal import NO_HASH, Entry, followed, next_hlc
from checkin_desktop.keys.event_keys import StationKeys, pack
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.authority import Authority
from checkin_desktop.storage import chain
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import insert_entry
from checkin_desktop.storage.errors import TooLarge
from checkin_desktop.storage.prepared import Answer, Prepared, forget, remember
from checkin_desktop.storage.projections import apply_entry, erasing, rebuild
from checkin_desktop.storage.reads import ConnectionReads
from checkin_desktop.storage.trust import Seen, Trust
from checkin_desktop.wire.bodies import encode_body, storable
from checkin_desktop.wire.entries import MAX_OPERATOR, entry_hash, fits

STATION_KEYS = "station_keys"
EVENT_SECRETS = "event_secrets"
OPEN_SECRETS = "open_secrets"
NOTES = "note:"


_ends = Prepared(select(t.head.c.seq, t.head.c.hash).where(t.head.c.station_id == bindparam("station")))
_heard_later = Prepared(
    update(t.contact)
    .where(t.contact.c.station_id == bindparam("station"), t.contact.c.at < bindparam("at"))
    .values(at=bindparam("at"))
)
_heard_ever = Prepared(select(t.contact.c.at).where(t.contact.c.station_id == bindparam("station")))


@lru_cache(maxsize=2)
def _signing_key(raw: bytes) -> SigningKey:
    return SigningKey(raw)


class UnitOfWork(ConnectionReads):
    """Reads and writes inside one transaction. Made by `EventFile.unit`."""

    def __init__(
        self,
        conn: Connection,
        event_id: bytes,
        station: StationKeys,
        clocks: dict[bytes, int],
        now_ms: Callable[[], int],
        authority: Authority,
        standing: dict[Any, Answer],
    ) -> None:
        super().__init__(conn, event_id)
        self.station = station
        self.clocks = dict(clocks)
        self.secrets_forgotten = False
        self.erased = False
        self.now = now_ms()
        self._authority = authority
        self._key = _signing_key(station.station_key)
        self._head: tuple[int, bytes] | None = None
        self._drafted: tuple[bytes, Fact] | None = None
        remember(conn, standing)

    def append(self, fact: Fact, personal: Sequence[bytes] = (), operator: str = "") -> Entry:
        entry = self.draft(fact, personal, operator)
        self.write(entry, fact)
        return entry

    def draft(self, fact: Fact, personal: Sequence[bytes] = (), operator: str = "") -> Entry:
        fact = storable(fact)
        operator = self._authority.author(self.operators, fact, operator.replace("\0", "")[:MAX_OPERATOR])
        seq, prev_hash = self._own_head()
        now, own = self.now, self.clocks.get(self.station.station_id, 0)
        hlc = next_hlc(max(followed(self.clocks.values(), now), own), now)
        kind, version, body = encode_body(fact)
        if not fits(body, personal):
            raise TooLarge("storage-entry-too-large")
        envelope = (self.station.station_id, seq + 1, prev_hash, hlc, now, operator, kind, version)
        digest = entry_hash(*envelope, body)
        self._drafted = digest, fact
        return Entry(digest, *envelope, body, self._key.sign(digest), tuple(personal))

    def write(self, entry: Entry, fact: Fact) -> None:
        if not isinstance(fact, PassageRecorded):
            forget(self._conn)
        drafted, said = self._drafted or (b"", fact)
        fact = said if drafted == entry.hash else storable(fact)
        insert_entry(self._conn, entry)
        self._head = (entry.seq, entry.hash)
        self.clocks[entry.station_id] = entry.hlc
        if apply_entry(self._conn, entry, fact, fresh=True):
            self.rebuild()
        if entry.personal or isinstance(fact, PersonalErased):
            self.erased = erasing.to_sweep(self._conn)

    def take_in(self, entries: Iterable[Entry]) -> tuple[int, dict[str, int]]:
        taken = self.take_in_seen(entries)
        return len(taken.received), dict(Counter(fault.value for fault in taken.refused.values()))

    def take_in_seen(
        self, entries: Iterable[Entry], seen: Mapping[bytes, Seen] | None = None, trust: Trust | None = None
    ) -> chain.TakenIn:
        """`seen`: what was found out of the entries before this unit of work began, with that `trust`."""
        forget(self._conn)
        taken = chain.take_in(self._conn, self._event_id, entries, seen, trust)
        for station, hlc in taken.clocks.items():
            self.clocks[station] = max(hlc, self.clocks.get(station, 0))
        self._head = None
        if taken.received:
            self.erased = erasing.to_sweep(self._conn)
        return taken

    def forked(self) -> bool:
        """Does somebody else write under this station's name?"""
        return len(chain.heads(self._conn).get(self.station.station_id, ())) > 1

    def keep_keys(self, keys: StationKeys) -> None:
        keep(self._conn, STATION_KEYS, pack(keys))
        self.station = keys
        self._key = _signing_key(keys.station_key)
        self._head = None

    def heard(self, contacts: Mapping[bytes, int]) -> None:
        heard(self._conn, contacts)

    def keep_note(self, name: str, note: bytes) -> None:
        keep(self._conn, NOTES + name, note)

    def forget_open_secrets(self) -> None:
        self._conn.execute(delete(t.local).where(t.local.c.name == OPEN_SECRETS))
        self.secrets_forgotten = True

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        forget(self._conn)
        rebuild(self._conn, progress)

    def _own_head(self) -> tuple[int, bytes]:
        if self._head is None:
            ends = [(r.seq, r.hash) for r in _ends(self._conn, station=self.station.station_id)]
            self._head = min(ends, key=lambda end: (-end[0], end[1]), default=(0, NO_HASH))
        return self._head


def heard(conn: Connection, contacts: Mapping[bytes, int]) -> None:
    """Stations and when they were heard of last; an older time changes nothing."""
    for station, at in contacts.items():
        if (
            not _heard_later(conn, station=station, at=at).rowcount
            and not _heard_ever(conn, station=station).first()
        ):
            conn.execute(insert(t.contact), {"station_id": station, "at": at})


def keep(conn: Connection, name: str, value: bytes) -> None:
    """Something of this computer's own, beside the journal."""
    conn.execute(delete(t.local).where(t.local.c.name == name))
    conn.execute(insert(t.local), {"name": name, "value": value})


def kept(conn: Connection, name: str) -> bytes | None:
    return conn.execute(select(t.local.c.value).where(t.local.c.name == name)).scalar()
