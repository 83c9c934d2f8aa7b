"""The code on a badge: ours or not, and never mistaken by one character."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.badge import (
    ALPHABET,
    ID_LENGTH,
    LENGTH,
    ForeignBadge,
    ForgedBadge,
    GoodBadge,
    crockford,
    event_tag,
    imported_id,
    make_code,
    organisation_id,
    read_code,
)
from checkin_desktop.domain.people import Category

KEY = b"k" * 32
TAG = event_tag(b"event")
ids = st.text(ALPHABET, min_size=ID_LENGTH, max_size=ID_LENGTH)
categories = st.none() | st.sampled_from(Category)


@given(categories, ids)
def test_what_is_written_is_read(category: Category | None, code_id: str) -> None:
    code = make_code(TAG, category, code_id, KEY)
    assert len(code) == LENGTH <= 32
    assert set(code) <= set(string.ascii_uppercase + string.digits)
    for typed in (code, code.lower(), f" {code}\r\n"):
        assert read_code(typed, TAG, KEY) == GoodBadge(code_id, category)


@given(categories, ids, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_no_single_wrong_character_gives_a_good_badge(
    category: Category | None, code_id: str, place: int, character: str
) -> None:
    code = make_code(TAG, category, code_id, KEY)
    wrong = code[:place] + character + code[place + 1 :]
    assert isinstance(read_code(wrong, TAG, KEY), GoodBadge) == (wrong == code)


@given(ids, st.binary(min_size=1, max_size=32))
def test_another_key_forges_and_another_event_is_foreign(code_id: str, key: bytes) -> None:
    code = make_code(TAG, Category.GUEST, code_id, KEY)
    if key != KEY:
        assert isinstance(
            read_code(make_code(TAG, Category.GUEST, code_id, b"x" + key), TAG, KEY), ForgedBadge
        )
    assert isinstance(read_code(code, event_tag(b"another"), KEY), ForeignBadge)


@given(st.text(max_size=40))
def test_other_texts_are_no_badges_of_ours(text: str) -> None:
    assert not isinstance(read_code(text, TAG, KEY), GoodBadge)


@pytest.mark.parametrize("text", ["", "40000001", "1" * 31, "1" * 33, "2" + "0" * 31, "1" + "I" * 31])
def test_what_does_not_look_like_one_is_none(text: str) -> None:
    assert read_code(text, TAG, KEY) is None


def test_the_same_person_has_the_same_id_and_it_gives_no_number_away() -> None:
    ana = imported_id(KEY, "40000001", "Ana Quispe", "AMSAT")
    assert ana == imported_id(KEY, " 4000-0001 ", "Anita", "otra")
    assert ana != imported_id(b"other", "40000001", "Ana Quispe", "AMSAT")
    without = imported_id(KEY, "", "ANA  quíspe", "Amsat")
    assert without == imported_id(KEY, "", "Ana Quispe", "AMSAT")
    assert without != imported_id(KEY, "", "Ana Quispe", "REMURPE")
    assert len(ana) == ID_LENGTH
    assert "40000001" not in ana


def test_an_organisation_is_its_name_however_it_is_written() -> None:
    assert organisation_id("Mun. de Ñahuí") == organisation_id("MUN DE NAHUI") != ""
    assert organisation_id("") == ""


@given(st.binary(min_size=10, max_size=10))
def test_crockford_keeps_the_first_bits(data: bytes) -> None:
    text = crockford(data, 16)
    value = 0
    for c in text:
        value = value * 32 + ALPHABET.index(c)
    assert value.to_bytes(10, "big") == data
