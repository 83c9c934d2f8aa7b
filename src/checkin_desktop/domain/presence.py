"""Who is inside, computed from what was scanned at one checkpoint."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.event import Checkpoint

REENTRY_AFTER_MS = 10 * 60 * 1000
_ADMISSIONS = (Outcome.ADMITTED, Outcome.WELCOME_BACK)


@dataclass(frozen=True, slots=True)
class Passage:
    """An admission or exit of one attendee at one checkpoint; `at` in corrected milliseconds UTC.

    `moved_to`: nobody scanned an exit here; the attendee was let in at that checkpoint, and so left this one.
    `undisputed`: no second entry by the door, whatever else was scanned: a supervisor's override was a decision, and
    who sits at a meeting was only noted there.
    """

    entry: bytes
    at: int
    hlc: int
    station_id: bytes
    outcome: Outcome
    undisputed: bool = False
    moved_to: str = ""

    @property
    def admits(self) -> bool:
        return self.outcome in _ADMISSIONS


@dataclass(frozen=True, slots=True)
class Presence:
    """`first_at` and `last_in_at` in milliseconds UTC, None if never admitted. `moved_to`: where the attendee
    went, who was not scanned leaving."""

    inside: bool = False
    admissions: int = 0
    first_at: int | None = None
    last_in_at: int | None = None
    last_out_at: int | None = None
    station_id: bytes = b""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class PassagesMoved:
    """These scans happened at that checkpoint: the desk stood on the wrong one. Moving them back is another one.

    Of moves that did not know of each other the later one holds.
    """

    entries: tuple[bytes, ...]
    checkpoint_id: str
    reason: str = ""


def open_now(checkpoints: Iterable[Checkpoint], used: Collection[str], today: date | None) -> tuple[str, ...]:
    """Where somebody can be inside: today, or outside the event's days on the last one when anybody came.

    Whoever was not seen to leave yesterday is not inside today. `used`: the checkpoints where anybody was let in.
    """
    known = [c for c in checkpoints if not c.once]
    days = {c.day for c in known if c.id in used}
    day = today if any(c.day == today for c in known) else max(days, default=None)
    return tuple(c.id for c in known if c.day == day)


def with_rooms_left(
    scanned: Mapping[str, Sequence[Passage]],
    rooms: Mapping[str, str],
    entrances: Collection[str],
    wanted: Iterable[str],
) -> dict[str, list[Passage]]:
    """What happened to one attendee at each of the `wanted` checkpoints: scans, and rooms left for others.

    Who is let in into a session in another room left the room before; so did who was seen leaving by an entrance.
    `scanned`: all that was, by checkpoint; `rooms`: of the sessions that are in one. The order in which any of it
    was learned does not matter.
    """
    leaving = [
        (rooms.get(place, ""), replace(p, outcome=Outcome.LEFT, moved_to=place))
        for place, passages in scanned.items()
        for p in passages
        if (p.admits and rooms.get(place)) or (place in entrances and not p.admits)
    ]
    told: dict[str, list[Passage]] = {}
    for place in sorted(set(wanted) & scanned.keys()):
        room = rooms.get(place, "")
        others = [p for where, p in leaving if where != room] if room else []
        told[place] = _told(scanned[place], others)
    return told


def _told(here: Sequence[Passage], leaving: Sequence[Passage]) -> list[Passage]:
    inside, told = False, []
    for passage in in_order([*here, *leaving]):
        if passage.moved_to and not inside:
            continue
        inside = passage.admits
        told.append(passage)
    return told


def in_order(passages: Sequence[Passage]) -> list[Passage]:
    """By time; ties the same way on every desk."""
    return sorted(passages, key=lambda p: (p.at, p.hlc, p.entry))


def presence_of(passages: Sequence[Passage]) -> Presence:
    """Presence from passages that were not undone, in any order."""
    ordered = in_order(passages)
    entries = [p for p in ordered if p.admits]
    exits = [p for p in ordered if p.outcome is Outcome.LEFT]
    if not entries:
        return Presence(last_out_at=exits[-1].at if exits else None)
    return Presence(
        inside=ordered[-1].admits,
        admissions=len(entries),
        first_at=entries[0].at,
        last_in_at=entries[-1].at,
        last_out_at=exits[-1].at if exits else None,
        station_id=entries[-1].station_id,
        moved_to=ordered[-1].moved_to,
    )


def double_admissions(passages: Sequence[Passage], reentry: bool) -> tuple[tuple[Passage, ...], ...]:
    """The presence intervals in which somebody was admitted twice or more (DESIGN section 2, Merging).

    An interval ends at an exit. Where re-entry is allowed a later admission at another desk, over ten minutes
    on, is a welcome back and opens a new interval; so is one at the same desk, which knew of the first.
    An undisputed admission is in no conflict.
    """
    groups: list[list[Passage]] = [[]]
    for passage in in_order(passages):
        if not passage.admits:
            groups.append([])
        elif passage.undisputed:
            continue
        else:
            last = groups[-1][-1] if groups[-1] else None
            if last and reentry and _welcome_back(last, passage):
                groups.append([])
            groups[-1].append(passage)
    return tuple(tuple(g) for g in groups if len(g) > 1)


def _welcome_back(earlier: Passage, later: Passage) -> bool:
    if earlier.station_id == later.station_id:
        return later.outcome is Outcome.WELCOME_BACK
    return later.at - earlier.at > REENTRY_AFTER_MS
