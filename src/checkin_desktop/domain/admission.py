"""May this badge in, now, here? Verdicts are tagged unions; deciding is a pure function of what is known."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never

from checkin_desktop.domain.event import Checkpoint, CheckpointKind, Direction
from checkin_desktop.domain.people import Category

REPEAT_MS = 60_000


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


class Source(StrEnum):
    """How the code or the person reached the desk."""

    CAMERA = "camera"
    SCANNER = "scanner"
    SEARCH = "search"
    PAPER = "paper"
    OTHER_SYSTEM = "other_system"


@dataclass(frozen=True, slots=True)
class Admitted:
    """First time in. `on_trust`: a good badge of a person this desk has not heard of yet."""

    on_trust: bool = False


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
    """`days`: when to come instead; `opens`/`closes`: the checkpoint's window; `limit`: its capacity."""

    reason: Refusal
    days: tuple[date, ...] = ()
    opens: datetime | None = None
    closes: datetime | None = None
    limit: int | None = None


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


@dataclass(frozen=True, slots=True)
class BeenHere:
    """What is known of the guest at this checkpoint; datetimes are in the venue's zone."""

    inside: bool = False
    entered_at: datetime | None = None
    left_at: datetime | None = None
    station_id: str = ""


def decide(
    who: Stranger | Guest,
    checkpoint: Checkpoint,
    been: BeenHere,
    inside_now: int,
    at: datetime,
    day_confirmed: bool = False,
) -> Verdict:
    """The verdict of one scan. Pure: the same facts give the same verdict on every desk.

    `at` is the venue's wall clock, aware; `inside_now` counts everybody inside as far as this desk knows;
    `day_confirmed`: a person said that the checkpoint is right although the computer's date differs.
    """
    if isinstance(who, Stranger):
        return Refused(who.reason)
    leaving = checkpoint.direction is Direction.EXIT or (
        checkpoint.direction is Direction.BOTH and been.inside
    )
    if leaving:
        return Left(been.entered_at)
    if at.date() != checkpoint.day and not day_confirmed:
        return Refused(Refusal.WRONG_DAY, days=(checkpoint.day,))
    if checkpoint.categories and who.category not in checkpoint.categories:
        return Refused(Refusal.NOT_IN_CATEGORY)
    if been.inside and been.entered_at and not checkpoint.reentry:
        return AlreadyInside(been.entered_at, been.station_id)
    window = _outside_window(checkpoint, at)
    if window:
        return window
    if checkpoint.capacity is not None and not been.inside and inside_now >= checkpoint.capacity:
        return Refused(Refusal.FULL, limit=checkpoint.capacity)
    if been.entered_at is None:
        return Admitted(on_trust=who.on_trust)
    if checkpoint.reentry:
        return WelcomeBack(been.entered_at, been.left_at)
    return Refused(Refusal.NO_REENTRY)


def _outside_window(checkpoint: Checkpoint, at: datetime) -> Refused | None:
    opens = datetime.combine(checkpoint.day, checkpoint.opens, at.tzinfo) if checkpoint.opens else None
    closes = datetime.combine(checkpoint.day, checkpoint.closes, at.tzinfo) if checkpoint.closes else None
    if opens and at < opens:
        return Refused(Refusal.TOO_EARLY, opens=opens, closes=closes)
    if closes and at > closes:
        return Refused(Refusal.TOO_LATE, opens=opens, closes=closes)
    return None


def checkpoint_for(checkpoints: tuple[Checkpoint, ...], at: datetime) -> Checkpoint | None:
    """The checkpoint that the clock proposes: the entrance of that day; None if it is not a day of the event."""
    return next((c for c in checkpoints if c.kind is CheckpointKind.DAY and c.day == at.date()), None)
