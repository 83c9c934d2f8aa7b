"""When a hub is tried again, and which entries are set aside."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.delivery import (
    FIRST_WAIT_MS,
    LONGEST_ASKED_MS,
    LONGEST_WAIT_MS,
    PATIENCE,
    Fate,
    Refusals,
    fate_of,
    next_attempt,
)

NOW = 1_760_000_000_000


def test_the_wait_doubles_up_to_five_minutes() -> None:
    waits = [next_attempt(n, NOW, 0.0) - NOW for n in range(1, 12)]
    assert waits[:4] == [2_000, 4_000, 8_000, 16_000]
    assert waits[-1] == LONGEST_WAIT_MS
    assert waits == sorted(waits)


@given(st.integers(0, 10_000), st.floats(0, 1), st.integers(-5, 10**9))
def test_a_wait_is_never_shorter_than_half_a_first_one_nor_longer_than_its_caps(
    failures: int, chance: float, asked: int
) -> None:
    wait = next_attempt(failures, NOW, chance, asked) - NOW
    assert FIRST_WAIT_MS // 2 <= wait <= max(LONGEST_WAIT_MS, LONGEST_ASKED_MS)
    assert wait >= min(asked, LONGEST_ASKED_MS)


@given(st.integers(1, 30))
def test_chance_spreads_desks_over_half_of_the_wait(failures: int) -> None:
    longest, shortest = (next_attempt(failures, NOW, c) - NOW for c in (0.0, 1.0))
    assert shortest == longest - longest // 2


def test_what_is_not_sound_is_set_aside_at_once() -> None:
    assert fate_of(Refusals(1, "signature"), "no_predecessor") is Fate.SET_ASIDE


def test_what_came_too_early_is_offered_again_for_a_while() -> None:
    fates = [fate_of(Refusals(n, "no_predecessor"), "no_predecessor") for n in range(1, PATIENCE + 1)]
    assert fates == [Fate.OFFER_AGAIN] * (PATIENCE - 1) + [Fate.SET_ASIDE]
