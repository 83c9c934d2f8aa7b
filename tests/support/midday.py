"""Events of today for tests that run on the wall clock: where it is about noon now, so that no midnight comes by."""

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo


@cache
def zone() -> str:
    """A name for `EventSettings.timezone`; the same one for all of a run."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}"


def today() -> date:
    """The date there."""
    return datetime.now(ZoneInfo(zone())).date()
