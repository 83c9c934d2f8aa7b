"""Of a scanned identity document the number comes out, if its check digits hold; of anything else nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.identity_document import (
    ScannedDocument,
    check_digit,
    is_rest_of_document,
    read_document,
)

# The specimens of ICAO Doc 9303, parts 4 to 6.
PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
CARD = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")


def dni(number: str, surname: str = "QUISPE", name: str = "ANA") -> tuple[str, str, str]:
    """The zone on the back of an electronic DNI."""
    first = f"I<PER{number}<{check_digit(number + '<')}".ljust(30, "<")
    birth, expiry = "900101", "300101"
    dates = f"{birth}{check_digit(birth)}F{expiry}{check_digit(expiry)}PER".ljust(29, "<")
    whole = first[5:] + dates[:7] + dates[8:15] + dates[18:29]
    return first, dates + check_digit(whole), f"{surname}<<{name}".ljust(30, "<")


@pytest.mark.parametrize("between", ["", "\r", "\r\n", "\n"])
@pytest.mark.parametrize(
    ("lines", "number"),
    [(PASSPORT, "L898902C3"), (CARD, "D23145890"), (TD2, "D23145890"), (dni("45678912"), "45678912")],
)
def test_a_whole_zone_gives_the_number(lines: tuple[str, ...], number: str, between: str) -> None:
    assert read_document(between.join(lines)) == ScannedDocument(number)
    assert read_document(between.join(lines).replace("<", ";").lower()) == ScannedDocument(number)


@pytest.mark.parametrize(("lines", "with_number"), [(PASSPORT, 1), (CARD, 0), (TD2, 1), (dni("00123456"), 0)])
def test_line_by_line_one_line_has_the_number_and_the_others_nothing(
    lines: tuple[str, ...], with_number: int
) -> None:
    for place, line in enumerate(lines):
        assert is_rest_of_document(line) is (place != with_number)
        found = read_document(line)
        assert found is not None
        assert bool(found.number) is (place == with_number)


@given(st.integers(0, 99_999_999), st.integers(5, 14), st.sampled_from("0123456789"))
def test_a_digit_read_wrong_is_no_number(number: int, place: int, digit: str) -> None:
    first, *rest = dni(f"{number:08}")
    wrong = first[:place] + digit + first[place + 1 :]
    if wrong != first and place < 13:
        for text in (wrong, wrong + "".join(rest)):
            assert read_document(text) == ScannedDocument("")


@pytest.mark.parametrize(
    "text",
    [
        "@\n\x1e\rANSI 636014040002DL00410288ZC03290024DLDAQD1234562",
        "@\n\x1c\rANSI6360050101DL00300201",
        "00123456789@PEREZ@JUAN@M@12345678@A@01/01/1980@02/03/2012",
        "@12345678    @A@1@PEREZ@JUAN@ARGENTINA@01/01/1980@M@",
        "0310912345\x00\x00PubDSK_1\x00\x00PEREZ",
    ],
)
def test_documents_of_other_countries_are_known_and_not_used(text: str) -> None:
    assert read_document(text) == ScannedDocument("")


@pytest.mark.parametrize(
    "text",
    [
        "45678912",
        "45678912-3",
        "17Q3MXA0123456789ABCDEFGHJKMNPQR",
        "",
        "ANA<<",
        "I<PER",
        "https://a.pe/x",
        "P" * 44,
    ],
)
def test_other_texts_are_no_documents(text: str) -> None:
    assert read_document(text) is None


@given(st.text(max_size=100))
def test_nothing_typed_makes_it_fail(text: str) -> None:
    found = read_document(text)
    assert found is None or found.number.isalnum() or found.number == ""
