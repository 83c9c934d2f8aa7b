"""How many desks an entrance needs, and which letters go to which of them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_DESKS = 40


@dataclass(frozen=True, slots=True)
class DesksNeeded:
    """`desks` keep the mean wait at `wait_s` seconds; `busy`: the share of the time that each has somebody before it.

    `reached` is False where not even `MOST_DESKS` do.
    """

    desks: int
    wait_s: float
    busy: float
    reached: bool = True


def desks_needed(arrivals: int, minutes: float, seconds_each: float, longest_wait_s: float) -> DesksNeeded:
    """The fewest desks at which `arrivals` spread by chance over `minutes` wait no longer on average.

    M/M/c with Erlang's C formula (A. K. Erlang, 1917; https://en.wikipedia.org/wiki/Erlang_(unit)).
    """
    if arrivals <= 0 or minutes <= 0 or seconds_each <= 0:
        return DesksNeeded(1, 0.0, 0.0)
    rate = arrivals / (minutes * 60)
    load = rate * seconds_each
    for desks in range(max(1, math.ceil(load)), MOST_DESKS + 1):
        if desks <= load:
            continue
        wait = _erlang_c(desks, load) * seconds_each / (desks - load)
        if wait <= longest_wait_s:
            return DesksNeeded(desks, wait, load / desks)
    return DesksNeeded(MOST_DESKS, math.inf, min(1.0, load / MOST_DESKS), reached=False)


@dataclass(frozen=True, slots=True)
class WithDesks:
    """What so many desks do: the mean wait, or where people come faster than they are checked in None, and how many
    stand in the queue at the end then."""

    desks: int
    wait_s: float | None
    left_waiting: int = 0


def with_desks(desks: int, arrivals: int, minutes: float, seconds_each: float) -> WithDesks:
    """The formula of `desks_needed`; where it has no answer (no less comes than is served), what is left over."""
    if arrivals <= 0 or minutes <= 0 or seconds_each <= 0:
        return WithDesks(desks, 0.0)
    seconds = minutes * 60
    load = arrivals / seconds * seconds_each
    if desks > load:
        return WithDesks(desks, _erlang_c(desks, load) * seconds_each / (desks - load))
    return WithDesks(desks, None, max(1, round(arrivals - desks * seconds / seconds_each)))


def _erlang_c(desks: int, load: float) -> float:
    """The chance that somebody has to wait. By Erlang's B, whose recursion does not overflow."""
    blocked = 1.0
    for n in range(1, desks + 1):
        blocked = load * blocked / (n + load * blocked)
    return desks * blocked / (desks - load * (1 - blocked))


@dataclass(frozen=True, slots=True)
class Letters:
    """The surnames from `first` to `last`, both included, and how many people have them."""

    first: str
    last: str
    people: int


def split_alphabet(people: Mapping[str, int], desks: int) -> tuple[Letters, ...]:
    """`people` by the initial of their surname, into at most `desks` stretches of the alphabet, as even as can be.

    The largest stretch is as small as possible; a letter is never divided.
    """
    letters = sorted(letter for letter, count in people.items() if count > 0)
    counts = [people[letter] for letter in letters]
    if not letters or desks < 1:
        return ()
    smallest, largest = max(counts), sum(counts)
    while smallest < largest:
        middle = (smallest + largest) // 2
        if len(_stretches(counts, middle)) <= desks:
            largest = middle
        else:
            smallest = middle + 1
    return tuple(
        Letters(letters[start], letters[end - 1], sum(counts[start:end]))
        for start, end in _stretches(counts, smallest)
    )


def _stretches(counts: Sequence[int], most: int) -> list[tuple[int, int]]:
    found, start, held = [], 0, 0
    for place, count in enumerate(counts):
        if held + count > most and place > start:
            found.append((start, place))
            start, held = place, 0
        held += count
    return [*found, (start, len(counts))]
