"""Arrivals by the quarter of an hour, as the dashboard and the organiser's report draw them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from checkin_desktop.services.desk import local_time

QUARTER_MS = 15 * 60 * 1000
_LONGEST_LULL = 3
"""Quarters without anybody that are drawn; a longer lull (lunch, the night) is left out, and a line stands there."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """First arrivals in the quarter of an hour that starts then. `after_lull`: hours before it are left out."""

    at: datetime
    arrivals: int
    after_lull: bool = False


def quarters(steps: Mapping[int, int], zone: ZoneInfo) -> tuple[Quarter, ...]:
    """From the first arrival to the last. `steps`: arrivals by the start of their quarter, milliseconds UTC."""
    found: list[Quarter] = []
    starts = sorted(at for at, count in steps.items() if count)
    for before, at in pairwise([starts[0], *starts] if starts else []):
        between = range(before + QUARTER_MS, at, QUARTER_MS)
        lull = len(between) > _LONGEST_LULL
        found += [Quarter(local_time(empty, zone), 0) for empty in between if not lull]
        found.append(Quarter(local_time(at, zone), steps[at], lull))
    return tuple(found)


def time_marks(shown: Sequence[Quarter], most: int) -> tuple[tuple[int, str], ...]:
    """(place, text) of about `most` times to write below; the day too where it is another one than before.

    Where a lull was left out the time is said before others.
    """
    step = max(1, -(-len(shown) // most))
    first = {n for n, q in enumerate(shown) if n == 0 or q.after_lull}
    chosen: list[int] = []
    for n in sorted(range(len(shown)), key=lambda n: (n not in first, n % step != 0, n)):
        if (n in first or n % step == 0) and all(abs(n - other) >= step for other in chosen):
            chosen.append(n)
    days = len({q.at.date() for q in shown}) > 1
    marks, day = [], None
    for n in sorted(chosen):
        at = shown[n].at
        marks.append((n, f"{at:%d/%m %H:%M}" if days and at.date() != day else f"{at:%H:%M}"))
        day = at.date()
    return tuple(marks)


def round_steps(most: int) -> list[int]:
    """About four whole numbers from 0 to the top of the scale."""
    step = 1
    while most / step > 4:
        step = step * 2 if str(step)[0] == "1" else step * 5 // 2 if str(step)[0] == "2" else step * 2
    return list(range(0, most + 1, step))
