"""How much this desk knows of the others, and they of it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from checkin_desktop.domain.journal import Heads
from checkin_desktop.services.desk import Desk, local_time, stations
from checkin_desktop.services.ports.store import Store
from checkin_desktop.services.views import StationLine

SILENT_S = 180
"""A desk heard of within the last three minutes is not called silent."""

_NOTE = "elsewhere"


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
        zone = ZoneInfo(reads.event.record().settings.timezone)
        tips = reads.journal.heads().get(store.station.station_id, ())
    elsewhere = _noted(store)
    others = [s for s in stations(desk) if not s.own and not s.revoked]
    others.sort(key=lambda s: (until.timestamp() if (until := known_until(s)) else 0.0, s.slot))
    own = max((seq for seq, _ in tips), default=0)
    return Freshness(tuple(others), max(0, own - elsewhere), elsewhere > 0, local_time(store.now_ms(), zone))


def known_until(line: StationLine) -> datetime | None:
    """Up to when this desk knows what that one wrote: its last entry here, or a later word of it. None: never."""
    return max((at for at in (line.last_entry_at, line.heard_at) if at is not None), default=None)


def note_elsewhere(store: Store, theirs: Heads) -> None:
    """`theirs`: what a stick, a hub or another desk holds now. Nothing is written where that is no news."""
    own = store.station.station_id
    there = max((seq for seq, _ in theirs.get(own, ())), default=0)
    if there > _noted(store):
        with store.unit() as unit:
            unit.keep_note(_NOTE, own + there.to_bytes(8, "big"))


def _noted(store: Store) -> int:
    """The highest number of this station's chain that is elsewhere too; 0 after it went on as a new station."""
    note, own = store.note(_NOTE), store.station.station_id
    return int.from_bytes(note[len(own) :], "big") if note.startswith(own) else 0
