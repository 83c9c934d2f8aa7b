"""Desks for a rush, and the alphabet shared among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.queues import MOST_DESKS, desks_needed, split_alphabet, with_desks


def test_the_rush_of_the_event_needs_two_desks() -> None:
    """130 people in three quarters of an hour, ten seconds each, at most half a minute of waiting."""
    found = desks_needed(130, 45, 10, 30)
    assert found.desks == 1
    assert desks_needed(130, 20, 10, 30).desks == 2
    assert desks_needed(13_000, 45, 10, 30).reached is False
    assert desks_needed(0, 45, 10, 30).desks == 1


def test_one_desk_waits_as_the_textbook_says() -> None:
    """M/M/1 at 80 % of its capacity: four services of waiting on average."""
    found = desks_needed(48, 10, 10, 1_000)
    assert (found.desks, found.busy) == (1, pytest.approx(0.8))
    assert found.wait_s == pytest.approx(40)


@given(st.integers(1, 5_000), st.floats(1, 240), st.floats(1, 120), st.floats(1, 600))
def test_one_desk_fewer_would_not_do(arrivals: int, minutes: float, each: float, wait: float) -> None:
    found = desks_needed(arrivals, minutes, each, wait)
    assert 1 <= found.desks <= MOST_DESKS
    if found.reached:
        assert found.wait_s <= wait
        assert found.busy < 1
        more = desks_needed(arrivals * 2, minutes, each, wait)
        assert more.desks >= found.desks or not more.reached


initials = st.dictionaries(st.sampled_from("ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"), st.integers(0, 500))


@given(initials, st.integers(1, 12))
def test_everybody_is_in_one_stretch_and_no_desk_has_more_than_it_must(
    people: dict[str, int], desks: int
) -> None:
    found = split_alphabet(people, desks)
    assert sum(s.people for s in found) == sum(people.values())
    assert len(found) <= desks
    covered = [c for s in found for c in sorted(people) if people[c] and s.first <= c <= s.last]
    assert covered == sorted(c for c in people if people[c])
    if found:
        fair = max(max(people.values()), -(-sum(people.values()) // desks))
        assert max(s.people for s in found) <= fair + max(people.values())


def test_the_desks_that_there_are() -> None:
    """300 in half an hour, 10 s each: one desk serves 180 of them; two are what is needed."""
    assert with_desks(1, 300, 30, 10).wait_s is None
    assert with_desks(1, 300, 30, 10).left_waiting == 120
    needed = desks_needed(300, 30, 10, 60)
    assert with_desks(needed.desks, 300, 30, 10).wait_s == needed.wait_s
    four = with_desks(4, 300, 30, 10).wait_s
    assert four is not None
    assert four < 1
