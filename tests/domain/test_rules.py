"""Certificates, eligibility, clocks and merging: the small rules."""

import itertools
import unicodedata
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.domain.certificate import (
    SERIALS_PER_SLOT,
    SLOTS,
    TYPED_LENGTH,
    read_typed_code,
    register_number,
    serial_range,
    typed_code,
)
from checkin_desktop.domain.clocks import Measurement, correction
from checkin_desktop.domain.eligibility import (
    Attendance,
    EligibilityRule,
    Eligible,
    Lack,
    Missing,
    NotYet,
    eligibility,
)
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.journal import (
    ABSURD_AHEAD_MS,
    absurdly_ahead,
    followed,
    hlc_at,
    hlc_wall,
    next_hlc,
)
from checkin_desktop.domain.merge import (
    ConflictKind,
    ProfileFact,
    Settlement,
    conflict_id,
    profile_heads,
    profiles_disagree,
    settled_as,
)
from checkin_desktop.domain.people import Person, plain, same_document

DAY = date(2025, 10, 9)
ONE = Checkpoint("one", "Día 1", CheckpointKind.DAY, DAY, required=True)
TWO = Checkpoint("two", "Día 2", CheckpointKind.DAY, DAY + timedelta(days=1), required=True)
TALK = Checkpoint("talk", "Charla", CheckpointKind.SESSION, DAY)


def _entries(*points: Checkpoint) -> tuple[Missing, ...]:
    return tuple(Missing(Lack.ENTRY, c.name) for c in points)


@pytest.mark.parametrize(
    ("at", "earned"),
    [
        ((), NotYet(_entries(ONE, TWO))),
        (("one",), NotYet(_entries(TWO), (ONE,))),
        (("talk", "two"), NotYet(_entries(ONE), (TWO, TALK))),
        (("two", "one"), Eligible((ONE, TWO))),
        (("two", "one", "talk", "gone"), Eligible((ONE, TWO, TALK))),
    ],
)
def test_one_entry_on_each_required_day(at: tuple[str, ...], earned: object) -> None:
    assert eligibility((ONE, TWO, TALK), Attendance(frozenset(at)), EligibilityRule()) == earned


def test_with_nothing_required_any_attendance_counts() -> None:
    free = tuple(replace(c, required=False) for c in (ONE, TWO))
    assert eligibility(free, Attendance(), EligibilityRule()) == NotYet(_entries(ONE))
    assert eligibility(free, Attendance(frozenset({"two"})), EligibilityRule()) == Eligible(free[1:])


@given(st.integers(1, SLOTS * SERIALS_PER_SLOT), st.binary(min_size=1, max_size=80))
def test_a_typed_code_is_read_as_it_is_typed(serial: int, token: bytes) -> None:
    code = typed_code(serial, token)
    assert len(code) == TYPED_LENGTH <= 20
    read = read_typed_code(code)
    assert read is not None
    assert read.serial == serial
    typed = "-".join(code[i : i + 5] for i in range(0, 20, 5)).lower().replace("0", "o").replace("1", "l")
    assert read_typed_code(typed) == read


@given(
    st.integers(1, 10**5), st.binary(min_size=1, max_size=9), st.integers(0, 19), st.sampled_from(ALPHABET)
)
def test_one_mistyped_character_is_noticed(serial: int, token: bytes, place: int, character: str) -> None:
    code = typed_code(serial, token)
    wrong = code[:place] + character + code[place + 1 :]
    assert (read_typed_code(wrong) is None) == (wrong != code)


@given(st.integers(1, 10**5), st.binary(min_size=1, max_size=9), st.integers(0, 18))
def test_two_characters_swapped_are_noticed(serial: int, token: bytes, place: int) -> None:
    code = typed_code(serial, token)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (read_typed_code(swapped) is None) == (swapped != code)


def test_slots_number_without_clashes() -> None:
    ranges = [serial_range(slot) for slot in range(1, SLOTS + 1)]
    assert ranges[0][0] == 1
    assert all(before[1] + 1 == after[0] for before, after in itertools.pairwise(ranges))
    typed_code(ranges[-1][1], b"token")
    assert register_number(7, 2025) == "0007-2025"
    for impossible in (0, 32**5):
        with pytest.raises(ValueError, match=str(impossible)):
            typed_code(impossible, b"token")


clocks = st.integers(0, 4 * 10**12)


@given(st.lists(clocks.map(hlc_at), max_size=4), clocks)
def test_the_journals_clock_only_goes_forward(others: list[int], wall: int) -> None:
    latest = followed(others, wall)
    following = next_hlc(latest, wall)
    assert following > latest
    assert hlc_wall(following) >= wall
    assert next_hlc(following, wall - 10**9) > following
    assert hlc_wall(hlc_at(wall)) == wall


@given(st.lists(clocks, min_size=1, max_size=4), clocks)
def test_one_clock_absurdly_ahead_is_noticed_and_not_followed(others: list[int], wall: int) -> None:
    sane = followed(map(hlc_at, others), wall)
    absurd = hlc_at(max([wall, *others]) + ABSURD_AHEAD_MS + 1)
    assert followed([*map(hlc_at, others), absurd], wall) == sane
    assert absurdly_ahead(absurd, map(hlc_at, others), wall)
    assert not absurdly_ahead(sane, map(hlc_at, others), wall)


def test_a_days_lead_is_still_followed() -> None:
    ahead = hlc_at(10**12 + ABSURD_AHEAD_MS)
    assert followed([ahead], 10**12) == ahead


def _measured(
    at: int, offset: int, station: bytes = b"b", peer: bytes = b"a", bound: bool = False
) -> Measurement:
    return Measurement(station, peer, at, offset, 10, bound)


def test_times_are_corrected_piecewise_against_the_reference() -> None:
    known = [_measured(1_000, 60_000), _measured(100_000, -30_000), _measured(50_000, 900_000, bound=True)]
    assert correction(known, b"a", b"b", 2_000) == 60_000
    assert correction(known, b"a", b"b", 99_000) == -30_000
    assert correction(known, b"a", b"a", 99_000) == 0
    assert correction(known, b"a", b"c", 99_000) == 0
    assert correction([_measured(0, 60_000, b"a", b"b")], b"a", b"b", 60_000) == -60_000
    assert correction([_measured(0, 1_999)], b"a", b"b", 0) == 0


def _settlement(entry: str, members: str, choice: str, replaces: str = "") -> Settlement:
    def hashes(letters: str) -> frozenset[bytes]:
        return frozenset(c.encode() for c in letters)

    return Settlement(entry.encode(), hashes(members), choice, hashes(replaces))


def test_a_conflict_is_settled_until_something_new_disagrees() -> None:
    yes, no = _settlement("1", "ab", "yes"), _settlement("2", "ab", "no")
    assert settled_as([b"a", b"b"], []) is None
    assert settled_as([b"a", b"b"], [yes]) == "yes"
    assert settled_as([b"a"], [yes]) == "yes"
    assert settled_as([b"a", b"b", b"c"], [yes]) is None
    assert settled_as([b"a", b"b"], [yes, no]) is None
    assert settled_as([b"a", b"b"], [yes, replace(yes, entry=b"3")]) == "yes"
    assert settled_as([b"a", b"b"], [yes, no, _settlement("3", "ab", "no", "12")]) == "no"


def test_conflicts_have_the_same_name_everywhere() -> None:
    one = conflict_id(ConflictKind.ADMITTED_TWICE, "ana|day", b"x")
    assert one == conflict_id(ConflictKind.ADMITTED_TWICE, "ana|day", b"x")
    assert one != conflict_id(ConflictKind.ADMITTED_TWICE, "ana|day", b"y")


def test_corrections_that_knew_of_each_other_do_not_disagree() -> None:
    first = ProfileFact(b"1", 1, b"Ana", frozenset())
    second = ProfileFact(b"2", 2, b"Anita", frozenset({b"1"}))
    third = ProfileFact(b"3", 3, b"Ana", frozenset({b"1"}))
    assert profile_heads([first, second]) == [second]
    assert profile_heads([second, first, third]) == [third, second]
    assert profiles_disagree([third, second])
    assert not profiles_disagree([third, replace(second, content=b"Ana")])


def test_names_compare_without_accents_and_case() -> None:
    assert plain("  Ñahuí-CÓNDOR, José ") == "nahui condor jose"
    assert same_document(" 4000 0001-k ") == "40000001K"
    assert Person("Ana", "Quispe").sort_name == "Quispe, Ana"
    assert Person("Ana").sort_name == "Ana"


@given(st.text(max_size=30))
def test_ascii_is_compared_as_everything_else_is(text: str) -> None:
    once = plain(text)
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    assert once == " ".join(kept.split())
