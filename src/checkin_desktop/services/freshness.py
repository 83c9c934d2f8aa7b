"""How much this desk knows of the others, and they of it."""

from dataclasses import dataclass
from datetime import datetime

from checkin_desktop.domain.journal import Heads
from checkin_desktop.services.deciding import SILENT_MS
from checkin_desktop.services.desk import Desk, local_time, stations, zone_of
from checkin_desktop.services.ports.store import Store, Unit
from checkin_desktop.services.views import StationLine

SILENT_S = SILENT_MS // 1000

_NOTE = "elsewhere"
_NOW_AND_THEN_MS = 5_000


@dataclass(frozen=True, slots=True)
class Freshness:
    """`others`: the other desks that count, the longest silent first. `only_here`: entries of this desk that
    are on no stick and at no other desk yet, as far as is known here. `shared`: something once was.
    """

    others: tuple[StationLine, ...]
    only_here: int
    shared: bool
    now: datetime

    @property
    def silent(self) -> tuple[StationLine, ...]:
        return tuple(s for s in self.others if self._is_silent(s))

    def _is_silent(self, line: StationLine) -> bool:
        until = known_until(line)
        return until is None or (self.now - until).total_seconds() > SILENT_S


def freshness(desk: Desk) -> Freshness:
    store = desk.store
    with store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        tips = reads.journal.heads().get(store.station.station_id, ())
    elsewhere = _read(store).seq
    others = [s for s in stations(desk) if not s.own and not s.revoked]
    others.sort(key=lambda s: (until.timestamp() if (until := known_until(s)) else 0.0, s.slot))
    own = max((seq for seq, _ in tips), default=0)
    return Freshness(tuple(others), max(0, own - elsewhere), elsewhere > 0, local_time(store.now_ms(), zone))


def known_until(line: StationLine) -> datetime | None:
    """Up to when this desk knows what that one wrote: its last entry here, or a later word of it. None: never."""
    return max((at for at in (line.last_entry_at, line.heard_at) if at is not None), default=None)


def note_elsewhere(store: Store, theirs: Heads, *, now_and_then: bool = False) -> None:
    """`theirs`: what a stick, a hub or another desk holds now. Nothing is written where that is no news.

    `now_and_then`: it is said every few seconds, and written a few times a minute.
    """
    there, noted, now = _of_own(store, theirs), _read(store), store.now_ms()
    if there > noted.seq and not (now_and_then and 0 <= now - noted.at < _NOW_AND_THEN_MS):
        with store.unit() as unit:
            _keep(unit, store, there, now)


def note_elsewhere_within(unit: Unit, store: Store, theirs: Heads) -> None:
    """As `note_elsewhere`, in a unit of work that is written anyway."""
    there = _of_own(store, theirs)
    if there > _read(store).seq:
        _keep(unit, store, there, store.now_ms())


@dataclass(frozen=True, slots=True)
class _Noted:
    """The highest number of this station's chain that is elsewhere too, and when that was written."""

    seq: int = 0
    at: int = 0


def _of_own(store: Store, theirs: Heads) -> int:
    return max((seq for seq, _ in theirs.get(store.station.station_id, ())), default=0)


def _keep(unit: Unit, store: Store, seq: int, at: int) -> None:
    unit.keep_note(_NOTE, store.station.station_id + seq.to_bytes(8, "big") + max(at, 0).to_bytes(8, "big"))


def _read(store: Store) -> _Noted:
    """Nothing after this desk went on as a new station."""
    note, own = store.note(_NOTE), store.station.station_id
    if not note.startswith(own):
        return _Noted()
    said = note[len(own) :]
    return _Noted(int.from_bytes(said[:8], "big"), int.from_bytes(said[8:], "big"))
