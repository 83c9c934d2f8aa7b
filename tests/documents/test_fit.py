"""Names on paper: they shrink before they break."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.documents.fonts import SEMIBOLD, fit, width

_WORDS = st.text("abcdefghiñáóQRW", min_size=1, max_size=30)


@given(st.lists(_WORDS, min_size=1, max_size=5), st.floats(40, 300), st.integers(1, 3))
def test_no_word_breaks_that_fits_at_the_smallest_size(words: list[str], room: float, lines: int) -> None:
    text = " ".join(words)
    size, drawn = fit(text, SEMIBOLD, room, 19, 8, lines=lines)
    assert 8 <= size <= 19
    assert len(drawn) <= lines
    assert all(width(line, SEMIBOLD, size) <= room + 0.01 for line in drawn)
    if not drawn[-1].endswith("…") and all(width(word, SEMIBOLD, 8) <= room for word in words):
        assert " ".join(drawn) == text


def test_a_long_surname_shrinks_instead_of_breaking() -> None:
    _, drawn = fit("Chaskacochasca Piedrasol", SEMIBOLD, 155, 19, 8, lines=2)
    assert drawn == ["Chaskacochasca", "Piedrasol"]
