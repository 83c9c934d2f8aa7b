"""What is decided from: presence, room left, the organiser's rules, and how old the word of other desks is.

Every check-in asks it, and so does "what would happen if…", which writes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from checkin_desktop.domain.admission import (
    Admitted,
    BeenHere,
    Guest,
    KnownOf,
    Refusal,
    Refused,
    RoomLeft,
    Stranger,
    Verdict,
    decide,
)
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.presence import Presence
from checkin_desktop.domain.rules import AdmissionRule, Belongs, Ruling, ruling
from checkin_desktop.services.desk import Desk, local_time
from checkin_desktop.services.ports.store import Reads, TheEvent

SILENT_MS = 180_000
"""A desk heard of within the last three minutes is not called silent."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, and the organiser's rule that had a say in it."""

    verdict: Verdict
    ruling: Ruling | None = None


def judge(
    desk: Desk,
    reads: Reads,
    who: Stranger | Guest,
    attendee_id: str,
    presence: Presence,
    checkpoint: Checkpoint,
    at: datetime,
    zone: ZoneInfo,
    day_confirmed: bool = False,
) -> Decision:
    """`attendee_id` empty: nobody's in particular, who was never anywhere. `presence`: at the checkpoint; `at` in
    the venue's zone."""
    if isinstance(who, Stranger):
        return Decision(Refused(who.reason))
    inside = reads.passages.inside(checkpoint.id) if checkpoint.capacity is not None else 0
    ruled = _ruling(reads, who, attendee_id, checkpoint, at, zone)
    verdict = decide(who, checkpoint, _been_here(presence, zone), inside, at, day_confirmed, ruled)
    return Decision(with_room(desk, reads, verdict, checkpoint, inside, zone), ruled)


def with_room(
    desk: Desk, reads: Reads, verdict: Verdict, checkpoint: Checkpoint, inside: int, zone: ZoneInfo
) -> Verdict:
    """The verdict with how full the place is, as far as this desk knows, and how old that knowledge is."""
    full = isinstance(verdict, Refused) and verdict.reason is Refusal.FULL
    if checkpoint.capacity is None or not (full or isinstance(verdict, Admitted)):
        return verdict
    silent = tuple(_silent(desk, reads, zone))
    match verdict:
        case Admitted():
            return replace(verdict, room=RoomLeft(inside + 1, checkpoint.capacity, silent))
        case Refused():
            return replace(verdict, room=RoomLeft(inside, checkpoint.capacity, silent))
        case _:
            return verdict


def _silent(desk: Desk, reads: Reads, zone: ZoneInfo) -> Iterable[KnownOf]:
    """The other desks not heard of for a while, the longest silent first."""
    own, now = desk.store.station.station_id, desk.store.now_ms()
    heard = [(until or 0, station) for station, until in reads.event.heard_of() if station != own]
    for until, station in sorted(heard):
        if now - until > SILENT_MS:
            yield KnownOf(station.hex(), local_time(until, zone) if until else None)


def _ruling(
    reads: Reads, who: Guest, attendee_id: str, checkpoint: Checkpoint, at: datetime, zone: ZoneInfo
) -> Ruling | None:
    rules = reads.event.rules()
    if not rules:
        return None

    def admissions() -> list[tuple[str, datetime]]:
        known = reads.passages.admissions(attendee_id) if attendee_id else []
        return [(where, local_time(then, zone)) for where, then in known]

    programme = reads.event.checkpoints()
    belongs = belonging(reads.event, rules, attendee_id, who.organisation, who.region)
    return ruling(rules, who.category, belongs, checkpoint, at, programme, admissions)


def belonging(
    event: TheEvent, rules: Iterable[AdmissionRule], attendee_id: str, organisation: str, region: str
) -> Belongs:
    """By the names that the organiser gave too; asked for only where a rule is about names."""
    asked = any(rule.organisations or rule.regions for rule in rules)
    own = event.organisation_of(attendee_id) if asked and attendee_id else None
    if own is None:
        return Belongs((organisation,), (region,))
    return Belongs((organisation, own.name, *own.aliases), (region, own.region))


def _been_here(presence: Presence, zone: ZoneInfo) -> BeenHere:
    def shown(at: int | None) -> datetime | None:
        return local_time(at, zone) if at is not None else None

    return BeenHere(
        presence.inside,
        shown(presence.last_in_at),
        shown(presence.last_out_at),
        presence.station_id.hex(),
        bool(presence.moved_to),
    )
