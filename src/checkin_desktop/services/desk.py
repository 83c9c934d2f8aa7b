"""The desk: an open event at this station, and what the top of every page says of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checkin_desktop.domain.admission import checkpoint_for, next_checkpoint
from checkin_desktop.domain.clocks import correction
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.journal import absurdly_ahead, followed, hlc_at, hlc_wall
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.template import Template
from checkin_desktop.services.authority import Authority
from checkin_desktop.services.ports.claims import Claims
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage
from checkin_desktop.services.ports.store import Reads, StationRecord, Store
from checkin_desktop.services.views import (
    AtAGlance,
    ClockSays,
    DayCount,
    EventInfo,
    OverCapacity,
    StationLine,
)

_LAST_MS = round(datetime(9999, 1, 1, tzinfo=UTC).timestamp() * 1000)


Draw = Callable[[Template, Sequence[CertificateFace], Mapping[str, bytes]], Sequence[FrozenPage]]


@dataclass(frozen=True, slots=True)
class Desk:
    """An open event. `random` gives secure random bytes; both are handed in so that tests decide.

    `claims`: where admissions are asked for first, while there is a hub. `draw`: how certificates' pages are
    drawn when they are issued; without it none is kept.
    """

    store: Store
    random: Callable[[int], bytes]
    claims: Claims | None = None
    draw: Draw | None = None

    @property
    def authority(self) -> Authority:
        """Who is signed in here."""
        return self.store.authority

    def require(self, action: Action) -> None:
        """Raises NotAllowed, which says whom to fetch, unless whoever is signed in may do that.

        What is written is asked about by itself (services/authority.py); this is for what is only looked at.
        """
        with self.store.read() as reads:
            self.authority.require(reads.operators, action)

    @property
    def zone(self) -> ZoneInfo:
        with self.store.read() as reads:
            return zone_of(reads.event.record().settings)


def known_zone(name: str) -> ZoneInfo | None:
    """The timezone of that name, None if this computer knows none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of(settings: EventSettings) -> ZoneInfo:
    """The venue's timezone; UTC where the event names one that there is not (a notice tells of it)."""
    return known_zone(settings.timezone) or ZoneInfo("UTC")


def local_time(at_ms: int, zone: ZoneInfo) -> datetime:
    """Milliseconds UTC as the venue's wall clock; a time that no calendar has is the nearest one that it has."""
    shown = min(max(at_ms, 0), _LAST_MS)
    return datetime.fromtimestamp(shown / 1000, UTC).astimezone(zone)


def to_ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def by_reference(desk: Desk, reads: Reads, now: int) -> int:
    """This desk's clock as the reference station reads it: what earlier scans are shown and compared by."""
    measured = [m for m in reads.event.clocks() if not m.bound]
    if not measured:
        return now
    return now + correction(measured, reads.event.record().founder, desk.store.station.station_id, now)


def venue_now(desk: Desk) -> datetime:
    """What the clock says at the venue, this computer's corrected."""
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        return local_time(by_reference(desk, reads, desk.store.now_ms()), zone)


def event_info(desk: Desk) -> EventInfo:
    with desk.store.read() as reads:
        record = reads.event.record()
        now = local_time(by_reference(desk, reads, desk.store.now_ms()), zone_of(record.settings))
        counts = reads.event.counts(now.date())
    return EventInfo(
        record.id.hex(),
        record.settings,
        counts.attendees,
        counts.admitted,
        counts.inside,
        counts.refused,
        counts.conflicts,
        counts.certificates,
        counts.entries,
    )


def at_a_glance(desk: Desk) -> AtAGlance:
    """Asked after each scan."""
    with desk.store.read() as reads:
        found, names = reads.event.glance(), reads.event.station_names()
        name = reads.event.record().settings.name
    said = {station.hex(): said for station, said in names.items()}
    own = names.get(desk.store.station.station_id, "")
    return AtAGlance(name, own, said, found.attendees, found.expected, found.admitted, found.conflicts)


def newest_entry(desk: Desk) -> int:
    """Another number than before means that something was written or came in."""
    with desk.store.read() as reads:
        return reads.journal.newest()


def settings(desk: Desk) -> EventSettings:
    with desk.store.read() as reads:
        return reads.event.record().settings


def checkpoints(desk: Desk) -> tuple[Checkpoint, ...]:
    """In the order of the programme: each day's entrance, then its sessions."""
    with desk.store.read() as reads:
        return reads.event.checkpoints()


def checkpoint_named(known: tuple[Checkpoint, ...], wanted: str) -> Checkpoint:
    """A checkpoint by its id or name, case ignored. Raises PersonFacingError."""
    for checkpoint in known:
        if wanted == checkpoint.id or wanted.casefold() == checkpoint.name.casefold():
            return checkpoint
    raise PersonFacingError("desk-no-such-checkpoint", name=wanted)


def proposed_checkpoint(desk: Desk, now: datetime | None = None) -> Checkpoint | None:
    """By the clock; None if this is not a day of the event (then a person must say)."""
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        at = now.astimezone(zone) if now else local_time(desk.store.now_ms(), zone)
        return checkpoint_for(reads.event.checkpoints(), at)


def clock_says(desk: Desk, current_id: str, now: datetime | None = None) -> ClockSays | None:
    """To a desk that works at `current_id`; None where that checkpoint is gone."""
    with desk.store.read() as reads:
        known = reads.event.checkpoints()
        current = next((c for c in known if c.id == current_id), None)
        if current is None:
            return None
        zone = zone_of(reads.event.record().settings)
        at = now.astimezone(zone) if now else local_time(desk.store.now_ms(), zone)
        return ClockSays(current_id, at.date(), next_checkpoint(known, current, at), current.is_on(at.date()))


def stations(desk: Desk) -> tuple[StationLine, ...]:
    """The desks known here, and how far their clocks are off from the reference."""
    with desk.store.read() as reads:
        record, found, clocks = reads.event.record(), reads.event.stations(), reads.event.clocks()
    zone = zone_of(record.settings)
    own = desk.store.station.station_id
    lines = []
    for s in found:
        measured = [m for m in clocks if s.id in (m.station_id, m.peer)]
        exact = [m for m in measured if not m.bound]
        offset: float | None = None
        if exact and s.last_at is not None:
            offset = -correction(exact, record.founder, s.id, s.last_at) / 1000
        elif measured:
            ahead = max(m.offset_ms if m.peer == s.id else -m.offset_ms for m in measured)
            offset = ahead / 1000
        last = local_time(s.last_at, zone) if s.last_at is not None else None
        heard = local_time(s.heard_at, zone) if s.heard_at is not None and s.id != own else None
        lines.append(
            StationLine(
                s.id.hex(),
                s.name,
                s.slot,
                s.entries,
                last,
                s.id == own,
                s.revoked,
                offset,
                heard,
                _hours_ahead(s, found, desk.store.now_ms()),
            )
        )
    return tuple(lines)


def _hours_ahead(station: StationRecord, everyone: list[StationRecord], now: int) -> int | None:
    """How far a clock that is not followed is ahead, as its last entry has it; None of all others."""
    at = station.last_at or 0
    others = [hlc_at(s.last_at or 0) for s in everyone if s.id != station.id]
    if not absurdly_ahead(hlc_at(at), others, now):
        return None
    return round((at - hlc_wall(followed(others, now))) / 3_600_000)


def day_counts(desk: Desk, checkpoint_id: str) -> DayCount:
    """Expected, admitted and inside at one checkpoint."""
    with desk.store.read() as reads:
        checkpoint = next(c for c in reads.event.checkpoints() if c.id == checkpoint_id)
        presences = reads.passages.presences(checkpoint_id)
        people = reads.people.attendees(presences)
        expected = reads.event.glance().expected
    admitted = [a for a, p in presences.items() if p.admissions]
    categories = Counter(people[a].person.category for a in admitted if a in people)
    return DayCount(
        checkpoint,
        expected,
        len(admitted),
        0 if checkpoint.once else sum(p.inside for p in presences.values()),
        tuple(sorted(categories.items())),
        checkpoint.day,
    )


def over_capacity(desk: Desk) -> tuple[OverCapacity, ...]:
    """Where more people are inside than there is room for: desks that did not know of each other let them in."""
    with desk.store.read() as reads:
        limited = [c for c in reads.event.checkpoints() if c.capacity is not None]
        counted = [OverCapacity(c, reads.passages.inside(c.id)) for c in limited]
    return tuple(over for over in counted if over.inside > (over.checkpoint.capacity or 0))
