"""May this badge in, now, here? Verdicts are tagged unions; deciding is a pure function of what is known."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import assert_never

from checkin_desktop.domain.event import Checkpoint, CheckpointKind, Direction
from checkin_desktop.domain.people import Category, plain
from checkin_desktop.domain.rules import Ruling

REPEAT_MS = 60_000
PROPOSED_BEFORE = timedelta(minutes=30)
"""How long before its start a session without opening hours is proposed at the desk of its room."""


class Outcome(StrEnum):
    """The `verdict` of the command line (DESIGN section 6, fixed)."""

    ADMITTED = "admitted"
    WELCOME_BACK = "welcome_back"
    ALREADY_INSIDE = "already_inside"
    LEFT = "left"
    REFUSED = "refused"
    AMBIGUOUS = "ambiguous"


class Refusal(StrEnum):
    """The `reason` of a refusal (DESIGN section 6, fixed)."""

    UNKNOWN = "unknown"
    OTHER_EVENT = "other_event"
    FORGED = "forged"
    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"
    BLANK = "blank"
    DOCUMENT = "document"
    WRONG_DAY = "wrong_day"
    NOT_IN_CATEGORY = "not_in_category"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    FULL = "full"
    NO_REENTRY = "no_reentry"
    ALREADY_GIVEN = "already_given"
    CUSTOM = "custom"


class Source(StrEnum):
    """How the code or the person reached the desk. `meeting`: noted at the meetings' station, at no door."""

    CAMERA = "camera"
    SCANNER = "scanner"
    SEARCH = "search"
    PAPER = "paper"
    OTHER_SYSTEM = "other_system"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class KnownOf:
    """A desk that has been silent for a while, and up to when this one knows of it; None: never heard of."""

    station_id: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class RoomLeft:
    """How full a place with a limit is, this guest counted if let in, and whose word is missing in that."""

    inside: int
    limit: int
    silent: tuple[KnownOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Admitted:
    """First time in. `on_trust`: a good badge of a person this desk has not heard of yet. `given`: something is
    handed over, nobody enters."""

    on_trust: bool = False
    given: bool = False
    room: RoomLeft | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class WelcomeBack:
    """In again where re-entry is allowed; `left_at` None if the exit was not scanned."""

    entered_at: datetime
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AlreadyInside:
    """`pending`: that desk asked for the admission and then fell silent; a person may override it."""

    since: datetime
    station_id: str
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    entered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Refused:
    """`days`: when to come instead; `opens`/`closes`: from and until when people are let in, `wait` the minutes
    until then; `limit`: the capacity, or how often a rule allows; `sentence`: the organiser's own;
    `since`, `station_id`: when and where it was given already.
    """

    reason: Refusal
    days: tuple[date, ...] = ()
    opens: datetime | None = None
    closes: datetime | None = None
    limit: int | None = None
    wait: int | None = field(default=None, compare=False)
    sentence: str = ""
    since: datetime | None = None
    station_id: str = ""
    room: RoomLeft | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The typed text is several people's; `attendee_ids` are the candidates."""

    attendee_ids: tuple[str, ...]


Verdict = Admitted | WelcomeBack | AlreadyInside | Left | Refused | Ambiguous


def outcome_of(verdict: Verdict) -> Outcome:
    """The verdict's name on the command line and in the journal."""
    match verdict:
        case Admitted():
            return Outcome.ADMITTED
        case WelcomeBack():
            return Outcome.WELCOME_BACK
        case AlreadyInside():
            return Outcome.ALREADY_INSIDE
        case Left():
            return Outcome.LEFT
        case Refused():
            return Outcome.REFUSED
        case Ambiguous():
            return Outcome.AMBIGUOUS
    assert_never(verdict)


@dataclass(frozen=True, slots=True)
class Stranger:
    """The code or the person can't be let in whatever the checkpoint: why."""

    reason: Refusal


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who may come to the event. `on_trust`: known only by a good badge of another desk."""

    category: Category
    on_trust: bool = False
    organisation: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class BeenHere:
    """What is known of the guest at this checkpoint; datetimes are in the venue's zone. `moved`: left it by
    being let in elsewhere, so that coming back is no second person with the same badge."""

    inside: bool = False
    entered_at: datetime | None = None
    left_at: datetime | None = None
    station_id: str = ""
    moved: bool = False


def decide(
    who: Stranger | Guest,
    checkpoint: Checkpoint,
    been: BeenHere,
    inside_now: int,
    at: datetime,
    day_confirmed: bool = False,
    ruling: Ruling | None = None,
) -> Verdict:
    """The verdict of one scan. Pure: the same facts give the same verdict on every desk.

    `at` is the venue's wall clock, aware; `inside_now` counts everybody inside as far as this desk knows;
    `day_confirmed`: a person said that the checkpoint is right although the computer's date differs. `ruling`:
    the organiser's own rule about this guest, here and now.
    """
    if isinstance(who, Stranger):
        return Refused(who.reason)
    if checkpoint.once:
        if been.entered_at is not None:
            return Refused(Refusal.ALREADY_GIVEN, since=been.entered_at, station_id=been.station_id)
    elif checkpoint.direction is Direction.EXIT or (checkpoint.direction is Direction.BOTH and been.inside):
        return Left(been.entered_at)
    if not checkpoint.is_on(at.date()) and not day_confirmed:
        return Refused(Refusal.WRONG_DAY, days=(checkpoint.day,))
    if ruling and ruling.refuses:
        return Refused(Refusal.CUSTOM, sentence=ruling.rule.sentence, limit=ruling.limit)
    if checkpoint.categories and who.category not in checkpoint.categories and not ruling:
        return Refused(Refusal.NOT_IN_CATEGORY)
    if been.inside and been.entered_at and not checkpoint.reentry:
        return AlreadyInside(been.entered_at, been.station_id)
    window = _outside_window(checkpoint, at)
    if window and not ruling:
        return window
    if checkpoint.capacity is not None and not been.inside and inside_now >= checkpoint.capacity:
        return Refused(Refusal.FULL, limit=checkpoint.capacity)
    if been.entered_at is None:
        return Admitted(on_trust=who.on_trust, given=checkpoint.once)
    if checkpoint.reentry or been.moved:
        return WelcomeBack(been.entered_at, been.left_at)
    return Refused(Refusal.NO_REENTRY)


def _outside_window(checkpoint: Checkpoint, at: datetime) -> Refused | None:
    day = at.date() if checkpoint.once and checkpoint.is_on(at.date()) else checkpoint.day
    spared = timedelta(minutes=checkpoint.minutes_spared)
    opens = datetime.combine(day, checkpoint.opens, at.tzinfo) - spared if checkpoint.opens else None
    closes = datetime.combine(day, checkpoint.closes, at.tzinfo) + spared if checkpoint.closes else None
    if opens and at < opens:
        wait = -(-(opens - at) // timedelta(minutes=1))
        return Refused(Refusal.TOO_EARLY, opens=opens, closes=closes, wait=wait)
    if closes and at > closes:
        return Refused(Refusal.TOO_LATE, opens=opens, closes=closes)
    return None


def checkpoint_for(checkpoints: tuple[Checkpoint, ...], at: datetime) -> Checkpoint | None:
    """The checkpoint that the clock proposes: the entrance of that day; None if it is not a day of the event."""
    return next((c for c in checkpoints if c.kind is CheckpointKind.DAY and c.day == at.date()), None)


def next_checkpoint(
    checkpoints: tuple[Checkpoint, ...], current: Checkpoint, at: datetime
) -> Checkpoint | None:
    """What the clock proposes to a desk that works at `current`: the session that opens in its room, the entrance
    of a new day. None: it is where it should be, as far as the programme tells.
    """
    if not current.is_on(at.date()):
        return checkpoint_for(checkpoints, at)
    room = plain(current.room)
    if current.once or not room:
        return None
    here = [
        c
        for c in checkpoints
        if c.kind is CheckpointKind.SESSION and c.starts and c.day == at.date() and plain(c.room) == room
    ]
    opened = [c for c in here if c.starts and _lets_in_from(c, c.starts, at) <= at <= _over(c, at)]
    newest = max(opened, key=lambda c: (c.starts or time(), c.id), default=None)
    later = newest and (current.starts is None or (newest.starts or time()) > current.starts)
    return newest if later else None


def _lets_in_from(c: Checkpoint, starts: time, at: datetime) -> datetime:
    if c.opens:
        return datetime.combine(c.day, c.opens, at.tzinfo) - timedelta(minutes=c.minutes_spared)
    return datetime.combine(c.day, starts, at.tzinfo) - PROPOSED_BEFORE


def _over(c: Checkpoint, at: datetime) -> datetime:
    return datetime.combine(c.day, c.closes or c.ends or time(23, 59), at.tzinfo)
