"""What is in the journal and does not count (yet), and a desk taken out of the event."""

from dataclasses import dataclass
from datetime import datetime

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import StationRevoked
from checkin_desktop.services.desk import Desk, local_time, zone_of

_MOST_REASON = 200


@dataclass(frozen=True, slots=True)
class HeldLine:
    """Entries of one desk held for one reason: how many, and when the last of them was written."""

    station: str
    reason: str
    count: int
    last_at: datetime


def held_lines(desk: Desk) -> tuple[HeldLine, ...]:
    """By desk and reason, the largest first."""
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        names = {s.id: s.name for s in reads.event.stations()}
        times: dict[tuple[bytes, str], list[int]] = {}
        for digest, reason in reads.journal.held():
            entry = reads.journal.entry(digest)
            if entry is not None:
                times.setdefault((entry.station_id, reason), []).append(entry.recorded_at)
    lines = [
        HeldLine(names.get(station, station.hex()[:8]), reason, len(at), local_time(max(at), zone))
        for (station, reason), at in times.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.count, line.station, line.reason)))


def revoke_station(desk: Desk, station_id: str, reason: str, operator: str = "") -> None:
    """What the desk wrote and is known here keeps counting; nothing else of it ever will. Raises PersonFacingError."""
    why = " ".join(reason.split())[:_MOST_REASON]
    if not why:
        raise PersonFacingError("stations-reason-needed")
    with desk.store.unit() as unit:
        known = next((s for s in unit.event.stations() if s.id.hex() == station_id and not s.revoked), None)
        if known is None:
            raise PersonFacingError("stations-gone")
        if known.id == desk.store.station.station_id:
            raise PersonFacingError("stations-own")
        last = max((seq for seq, _ in unit.journal.heads().get(known.id, ())), default=0)
        unit.append(StationRevoked(known.id, last, why), operator=operator)
