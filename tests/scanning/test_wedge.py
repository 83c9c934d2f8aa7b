"""A scanner's burst is a code, a person's typing is not, and neither spoils the other."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.scanning.wedge import MAX_LENGTH, MIN_LENGTH, TERMINATORS, WedgeRecogniser

CODES = st.text(ALPHABET, min_size=MIN_LENGTH, max_size=64)
FAST, SLOW = st.floats(0.0005, 0.02), st.floats(0.06, 0.9)


def typed(wedge: WedgeRecogniser, text: str, gap: float, start: float) -> tuple[list[str], float]:
    """The codes that it answered, and when the last key was pressed."""
    found = []
    for n, character in enumerate(text):
        code = wedge.feed(character, start + n * gap)
        found += [code] if code is not None else []
    return found, start + len(text) * gap


@given(CODES, FAST, st.sampled_from(TERMINATORS), st.floats(0, 1e6))
def test_a_burst_is_its_code(code: str, gap: float, end: str, start: float) -> None:
    assert typed(WedgeRecogniser(), code + end, gap, start)[0] == [code]


@given(st.text(min_size=1, max_size=40), SLOW)
def test_a_person_never_types_a_code(text: str, gap: float) -> None:
    assert typed(WedgeRecogniser(), text + "\r", gap, 0)[0] == []


@given(st.lists(st.tuples(st.booleans(), CODES), max_size=6), FAST, SLOW)
def test_bursts_between_typing_come_out_whole(
    parts: list[tuple[bool, str]], fast: float, slow: float
) -> None:
    wedge, at, found = WedgeRecogniser(), 0.0, []
    for scanned, text in parts:
        codes, at = typed(wedge, text + "\r" if scanned else text, fast if scanned else slow, at + 0.2)
        found += codes
    assert found == [text for scanned, text in parts if scanned]


@given(st.integers(1, 300), FAST)
def test_of_a_text_too_long_no_part_is_taken(more: int, gap: float) -> None:
    wedge = WedgeRecogniser()
    found, at = typed(wedge, "A" * (MAX_LENGTH + more) + "\r", gap, 0)
    assert found == []
    assert typed(wedge, "1ABCDEF\r", gap, at)[0] == ["1ABCDEF"]


def test_keys_that_write_nothing_are_passed_over() -> None:
    wedge = WedgeRecogniser()
    assert [
        wedge.feed(c, n / 100) for n, c in enumerate(["", "\x10", "1", "A", "B", "C", "D", "E", "\r"])
    ] == [
        *[None] * 8,
        "1ABCDE",
    ]


def test_a_quick_short_word_is_a_persons() -> None:
    assert typed(WedgeRecogniser(), "sí\r", 0.01, 0)[0] == []
