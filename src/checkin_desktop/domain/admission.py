"""May this badge in, now, here? Verdicts are tagged unions; deciding is a pure function of what is known."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never


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
    WRONG_DAY = "wrong_day"
    NOT_IN_CATEGORY = "not_in_category"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    FULL = "full"


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
    since: datetime
    station_id: str


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
