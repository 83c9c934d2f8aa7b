"""Who has earned a certificate of attendance."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin_desktop.domain.attendance import attended
from checkin_desktop.domain.event import Checkpoint


@dataclass(frozen=True, slots=True)
class Eligible:
    attended: tuple[Checkpoint, ...]


@dataclass(frozen=True, slots=True)
class NotYet:
    missing: tuple[Checkpoint, ...]


def eligibility(checkpoints: Iterable[Checkpoint], admitted_at: Iterable[str]) -> Eligible | NotYet:
    """By default: one entry on each required day or session. With nothing required, any one attendance."""
    known = tuple(checkpoints)
    present = attended(known, admitted_at)
    required = tuple(c for c in known if c.required)
    missing = tuple(c for c in required if c not in present)
    if missing or not present:
        return NotYet(missing or known[:1])
    return Eligible(present)
