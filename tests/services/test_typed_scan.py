"""What a scanner typed on the wrong keyboard is put right, and only where that is somebody's code."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.domain.keyboards import Mistyped, as_typed, meanings
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.typed_scan import TypedScan, is_whole, understand
from support.desks import Station, import_people, person

OWN = "Ptx-2025/ab:7"
CODES = st.text("abcDEF0123456789-/:_;?=", min_size=6, max_size=40)


@given(CODES, st.sampled_from([Mistyped.SCANNER_ENGLISH, Mistyped.SCANNER_SPANISH]), st.booleans())
def test_every_mix_of_keyboards_is_among_the_meanings(code: str, why: Mistyped, latin: bool) -> None:
    typed = as_typed(code, why, latin)
    assert code == typed or code in {m.text for m in meanings(typed)}


@given(CODES, st.booleans())
def test_inverted_capitals_on_the_wrong_keyboard_too(code: str, latin: bool) -> None:
    typed = as_typed(as_typed(code, Mistyped.SCANNER_ENGLISH, latin), Mistyped.CAPITALS)
    assert code == typed or code in {m.text for m in meanings(typed)}


@given(st.text(ALPHABET, min_size=1, max_size=40), st.sampled_from(Mistyped), st.booleans())
def test_badge_codes_are_the_same_on_every_keyboard(code: str, why: Mistyped, latin: bool) -> None:
    assert as_typed(code, why, latin).upper() == code.upper()


def test_somebodys_own_code_is_found_behind_the_wrong_keyboard(one: Station) -> None:
    import_people(one, [person("Elva Nueva", "40000009", own_code=OWN)])
    assert understand(one.desk, OWN) == TypedScan((OWN,))
    for why, latin in product(Mistyped, (True, False)):
        assert understand(one.desk, as_typed(OWN, why, latin)) == TypedScan((OWN,), why)


def test_the_letter_that_only_spanish_scanners_have(one: Station) -> None:
    import_people(one, [person("Elva Nueva", "40000009", own_code="ÑUSTA-7:1")])
    typed = as_typed("ÑUSTA-7:1", Mistyped.SCANNER_SPANISH)
    assert "Ñ" not in typed
    assert understand(one.desk, typed) == TypedScan(("ÑUSTA-7:1",), Mistyped.SCANNER_SPANISH)


def test_what_is_nobodys_stays_as_it_was_typed(one: Station) -> None:
    for typed in ("PTX'9999", "ñandú-1234567", "quispe huaman"):
        assert understand(one.desk, typed) == TypedScan((typed,))


def test_what_is_somebodys_as_it_stands_is_not_turned_into_anothers(one: Station) -> None:
    swapped = as_typed(OWN, Mistyped.SCANNER_ENGLISH)
    import_people(
        one,
        [person("Elva Nueva", "40000009", own_code=OWN), person("Iris Otra", "40000010", own_code=swapped)],
    )
    assert understand(one.desk, swapped) == TypedScan((swapped,))


def test_two_badges_in_one_burst_are_two_codes(one: Station) -> None:
    first, second = (face.code for _, face in badge_faces(one.desk)[:2])
    assert understand(one.desk, first + second).codes == (first, second)
    assert understand(one.desk, first).codes == (first,)
    assert is_whole(first)


def test_a_badge_and_a_document_in_one_burst(one: Station) -> None:
    import_people(one, [person("Elva Nueva", "40000009")])
    code = one.badge(one.person("Elva"))
    assert understand(one.desk, code + "40000009").codes == (code, "40000009")
    assert understand(one.desk, "40000009" + code).codes == ("40000009", code)


def test_two_codes_of_which_one_is_nobodys_are_left_whole(one: Station) -> None:
    first = badge_faces(one.desk)[0][1].code
    assert understand(one.desk, first + "ZZZZZZ99").codes == (first + "ZZZZZZ99",)
