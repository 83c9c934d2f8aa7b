"""What holds of every cell, name and document number, whatever stands in it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.people import DocumentKind, plain, same_document
from checkin_desktop.rosters.cells import consent, email, phone, text
from checkin_desktop.rosters.documents import document
from checkin_desktop.rosters.names import split_full_name, split_surnames_first
from checkin_desktop.rosters.repair import whole
from checkin_desktop.rosters.titles import name_cell

ANYTHING = st.text(max_size=80)
DNIS = st.integers(min_value=100_000, max_value=99_999_999).filter(lambda n: len(set(f"{n:08d}")) > 1)
WORDS = st.lists(
    st.sampled_from(["Ana", "José", "Quispe", "Ñahui", "de", "la", "Cruz", "Peña", "Güere"]), min_size=1
)


@given(ANYTHING)
def test_a_cleaned_cell_is_clean(value: str) -> None:
    kept = text(value)
    assert text(kept) == kept or set(kept) & set("&ÂÃâÅð")
    assert kept == " ".join(kept.split())
    assert unicodedata.is_normalized("NFC", kept)


@given(ANYTHING)
def test_plain_text_is_letters_and_digits_and_stays_itself(value: str) -> None:
    said = plain(value)
    assert all(c.isalnum() or c == " " for c in said)
    assert said == " ".join(said.split())


@given(st.text(alphabet="áéíóúüñÁÉÍÓÚÑ¿¡ºabc XYZ", max_size=40))
def test_spanish_read_wrongly_once_or_twice_is_made_whole(value: str) -> None:
    spoilt = value
    for _ in range(2):
        spoilt = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in spoilt.encode())
        assert whole(spoilt) == value


@given(st.text(alphabet="áéíóúüñÁÉÍÓÚÑabcXYZ '-.,", max_size=40))
def test_sound_spanish_is_left_alone(value: str) -> None:
    assert whole(value) == value


@given(DNIS, st.sampled_from(["{0}", "{0:08d}", "DNI {0:08d}", "D.N.I. N° {0:08d}", "{0}.0", "'{0:08d}",
"{0:08d}-7", '="{0:08d}"']))  # fmt: skip
def test_a_dni_comes_out_with_its_eight_digits(number: int, form: str) -> None:
    for usual in (None, DocumentKind.DNI):
        assert document(form.format(number), None, usual) == (f"{number:08d}", DocumentKind.DNI)


@given(ANYTHING, st.sampled_from([None, *DocumentKind]), st.sampled_from([None, DocumentKind.DNI]))
def test_a_document_is_kept_as_it_is_compared_and_its_kind_fits(
    value: str, kind: DocumentKind | None, usual: DocumentKind | None
) -> None:
    found = document(value, kind, usual)
    if found and found[0]:
        number, told = found
        assert number == same_document(number)
        assert sum(c.isdigit() for c in number) >= 3
        assert told is not DocumentKind.DNI or (len(number) == 8 and number.isdigit())


@given(WORDS)
def test_splitting_loses_and_moves_no_word(words: list[str]) -> None:
    name = " ".join(words)
    given, surnames = split_full_name(name)
    assert f"{given} {surnames}".split() == words
    given, surnames = split_surnames_first(name)
    assert sorted(f"{given} {surnames}".split()) == sorted(words)


@given(WORDS, st.sampled_from(["Ing.", "Dra.", "Mg.", "Abog.", "Alcalde", "Sr. Alcalde"]))
def test_what_is_glued_to_a_name_is_taken_off_and_kept(words: list[str], title: str) -> None:
    name = " ".join(words)
    cell = name_cell(f"{title} {name}")
    assert cell.name == name
    assert f"{cell.honorific} {cell.office}".split() == title.split()


@given(ANYTHING)
def test_no_cell_breaks_the_reading(value: str) -> None:
    name_cell(value)
    split_surnames_first(value)
    consent(value)
    assert (phone(value) or "") in (value, "")
    kept = email(value)
    assert not kept or (kept == kept.lower() and kept.count("@") == 1)
