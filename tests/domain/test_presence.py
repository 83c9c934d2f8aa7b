"""Who is inside, and in which intervals somebody was admitted twice."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.presence import REENTRY_AFTER_MS, Passage, double_admissions, presence_of

A, B = b"desk a", b"desk b"
MINUTE = 60_000


def _in(
    at: int, station: bytes = A, outcome: Outcome = Outcome.ADMITTED, undisputed: bool = False
) -> Passage:
    return Passage(f"{at}{station!r}".encode(), at, at, station, outcome, undisputed)


def _out(at: int, station: bytes = A) -> Passage:
    return _in(at, station, Outcome.LEFT)


def _doubles(*passages: Passage, reentry: bool = False) -> list[list[int]]:
    return [[p.at for p in group] for group in double_admissions(passages, reentry)]


def test_presence() -> None:
    assert presence_of([]).inside is False
    assert presence_of([_out(5)]).last_out_at == 5
    here = presence_of([_in(1), _out(2), _in(3, B)])
    assert (here.inside, here.admissions, here.first_at, here.last_in_at, here.last_out_at) == (
        True,
        2,
        1,
        3,
        2,
    )
    assert here.station_id == B
    assert presence_of([_in(1), _out(2)]).inside is False


def test_two_admissions_are_a_conflict_until_an_exit() -> None:
    assert _doubles(_in(1), _in(2, B)) == [[1, 2]]
    assert _doubles(_in(1), _out(2), _in(3, B)) == []
    assert _doubles(_in(1), _in(2, B), _out(3), _in(4), _in(5, B)) == [[1, 2], [4, 5]]
    assert _doubles(_in(1), _in(2, B, undisputed=True)) == []


def test_where_reentry_is_allowed_a_later_desk_welcomes_back() -> None:
    late = REENTRY_AFTER_MS + 1
    assert _doubles(_in(0), _in(late, B), reentry=True) == []
    assert _doubles(_in(0), _in(late, B), reentry=False) == [[0, late]]
    assert _doubles(_in(0), _in(REENTRY_AFTER_MS, B), reentry=True) == [[0, REENTRY_AFTER_MS]]


def test_a_desk_that_welcomes_back_its_own_guest_disagrees_with_nobody() -> None:
    back = _in(3 * MINUTE, A, Outcome.WELCOME_BACK)
    assert _doubles(_in(0), back, reentry=True) == []
    assert _doubles(_in(0), back, _in(4 * MINUTE, B), reentry=True) == [[3 * MINUTE, 4 * MINUTE]]
    assert _doubles(_in(0), _in(3 * MINUTE, A), reentry=True) == [[0, 3 * MINUTE]]


_passages = st.lists(
    st.builds(
        _in, st.integers(0, 10**7), st.sampled_from([A, B]), st.sampled_from([Outcome.ADMITTED, Outcome.LEFT])
    ),
    unique_by=lambda p: p.entry,
    max_size=8,
)


@given(_passages, st.booleans(), st.randoms())
def test_the_order_in_which_passages_come_makes_no_difference(
    passages: list[Passage], reentry: bool, chance: object
) -> None:
    shuffled = list(passages)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert presence_of(passages) == presence_of(shuffled)
    assert double_admissions(passages, reentry) == double_admissions(shuffled, reentry)


@given(_passages)
def test_reentry_never_adds_a_conflicting_scan(passages: list[Passage]) -> None:
    with_reentry = {p for group in double_admissions(passages, True) for p in group}
    without = {p for group in double_admissions(passages, False) for p in group}
    assert with_reentry <= without
