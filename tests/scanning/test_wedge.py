"""A scanner's burst is a code, a person's typing is not, and neither spoils the other."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.scanning.wedge import (
    MAX_LENGTH,
    MIN_LENGTH,
    PAUSE_S,
    SLOW_MIN_LENGTH,
    STUCK,
    TERMINATORS,
    WedgeRecogniser,
)

CODES = st.text(ALPHABET, min_size=MIN_LENGTH, max_size=64).filter(lambda code: not stuck(code))
LONG = st.text(ALPHABET, min_size=SLOW_MIN_LENGTH, max_size=64).filter(lambda code: not stuck(code))
FAST, SLOW = st.floats(0.0005, 0.02), st.floats(0.06, 0.9)
SLOW_SCANNER = st.floats(0.02, 0.04)
AROUND = st.text("#$%*+~", max_size=3)


def stuck(code: str) -> bool:
    """Of one character alone, or so many times the same that no code is."""
    return len(set(code)) == 1 or any(c * STUCK in code for c in code)


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
    found, at = typed(wedge, "AB" * (MAX_LENGTH + more) + "\r", gap, 0)
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


@given(LONG, SLOW_SCANNER, st.floats(0, 1e6))
def test_a_slow_scanner_is_one_too(code: str, gap: float, start: float) -> None:
    assert typed(WedgeRecogniser(), code + "\r", gap, start)[0] == [code]


@given(CODES, AROUND, AROUND, FAST, st.sampled_from(["\r", ""]))
def test_what_a_scanner_types_around_a_code_is_taken_off(
    code: str, prefix: str, suffix: str, gap: float, end: str
) -> None:
    wedge = WedgeRecogniser(prefix, suffix)
    if not suffix and not end:
        end = "\r"
    found, _ = typed(wedge, prefix + code + suffix + end, gap, 0)
    assert [f for f in found if f] == [code]


@given(CODES, FAST)
def test_the_enter_after_a_suffix_is_nobodys_and_the_next_one_is_a_persons(code: str, gap: float) -> None:
    wedge = WedgeRecogniser("", "#")
    found, at = typed(wedge, code + "#\r", gap, 0)
    assert found == [code, ""]
    assert wedge.feed("\r", at + 1) is None


@given(st.characters(min_codepoint=33, max_codepoint=126), st.integers(MIN_LENGTH, 400), FAST)
def test_a_stuck_key_is_no_code(key: str, times: int, gap: float) -> None:
    assert typed(WedgeRecogniser(), key * times + "\r", gap, 0)[0] == []


@given(LONG.filter(lambda code: len(code) >= 2 * SLOW_MIN_LENGTH), FAST)
def test_a_scanner_that_ends_with_nothing_is_heard_after_a_pause(code: str, gap: float) -> None:
    wedge = WedgeRecogniser()
    found, at = typed(wedge, code, gap, 0)
    assert found == []
    assert wedge.pause(at) is None or gap > PAUSE_S
    assert wedge.pause(at + 2 * PAUSE_S) == code
    assert wedge.pause(at + 4 * PAUSE_S) is None


@given(st.text(ALPHABET, max_size=40), SLOW)
def test_a_pause_in_a_persons_typing_ends_nothing(text: str, gap: float) -> None:
    wedge = WedgeRecogniser()
    _, at = typed(wedge, text, gap, 0)
    assert wedge.pause(at + 1) is None
