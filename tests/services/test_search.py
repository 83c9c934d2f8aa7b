"""Searching as people type: any order, no accents, one slip, and never another person before the right one."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.people import plain
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.link_code import link_code
from checkin_desktop.services.register_walk_in import correct
from support.desks import Station, found, person

_GIVEN = ("Ana", "Beatriz", "César", "Dionisia", "Efraín", "Flor", "Gregorio", "Hilda", "Íñigo", "Jhonatan")
_SURNAMES = ("Quispe", "Mamani", "Huamán", "Condori", "Ñahui", "Choquehuanca", "Yupanqui", "Zárate", "Rojas")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    path: Path = tmp_path_factory.mktemp("search") / "event.checkin"
    chance = random.Random(7)
    people = [
        person(
            f"{chance.choice(_GIVEN)} {chance.choice(_SURNAMES)} {chance.choice(_SURNAMES)}",
            f"{41_000_000 + n * 37}",
            organisation=f"Municipalidad de {chance.choice(('Ayaviri', 'Lampa', 'Huarochirí'))}",
            position="Regidor",
            email=f"persona{n}@ejemplo.pe",
            phone=f"9{n:08}",
            own_code=f"INV{n:04}",
        )
        for n in range(300)
    ]
    station = found(path, people=people)
    yield station
    station.close()


def ids(desk: Station, typed: str) -> list[str]:
    return [line.attendee.id for line in search(desk.desk, typed, None, 400)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_name_is_found_in_any_order_with_accents_or_without(desk: Station, data: st.DataObject) -> None:
    somebody = data.draw(st.sampled_from(desk.people()))
    words = data.draw(st.permutations(somebody.name.split()))
    written = " ".join(data.draw(st.sampled_from([w, w.upper(), plain(w)])) for w in words)
    assert somebody.id in ids(desk, written)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_slip_in_one_word_is_forgiven(desk: Station, data: st.DataObject) -> None:
    somebody = data.draw(st.sampled_from(desk.people()))
    words = plain(f"{somebody.name}").split()
    at = data.draw(st.sampled_from([i for i, w in enumerate(words) if len(w) >= 5]))
    words[at] = _slipped(words[at], data)
    assert somebody.id in ids(desk, " ".join(words)), words


def _slipped(word: str, data: st.DataObject) -> str:
    i = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from(_LETTERS))
    return str(
        data.draw(
            st.sampled_from(
                [
                    word[:i] + letter + word[i + 1 :],
                    word[:i] + word[i + 1 :],
                    word[:i] + letter + word[i:],
                    word[:i] + word[i + 1] + word[i] + word[i + 2 :],
                ]
            )
        )
    )


def test_a_slip_never_comes_before_the_name_as_written(desk: Station) -> None:
    hits = search(desk.desk, "condori", None, 400)
    assert hits
    assert all("Condori" in line.attendee.name for line in hits)


@pytest.mark.parametrize("typed", ["regidor persona7", "900000007", "inv0007", "ayaviri"])
def test_all_that_is_said_of_a_person_finds_them(desk: Station, typed: str) -> None:
    found_ids = ids(desk, typed)
    if typed == "ayaviri":
        expected = {a.id for a in desk.people() if "Ayaviri" in a.person.organisation}
        assert set(found_ids) == expected
    else:
        person_7 = next(a for a in desk.people() if a.person.own_code == "INV0007")
        assert person_7.id in found_ids


def test_a_document_number_with_one_wrong_digit_finds_its_holder(desk: Station) -> None:
    somebody = desk.people()[17]
    number = somebody.person.document
    wrong = number[:4] + str((int(number[4]) + 1) % 10) + number[5:]
    assert somebody.id in ids(desk, wrong)


def test_the_beginning_of_a_badge_code_finds_its_bearer(desk: Station) -> None:
    somebody = desk.people()[3]
    code = desk.badge(somebody)
    assert ids(desk, code.lower()) == [somebody.id]
    assert ids(desk, code[:14]) == [somebody.id]


def test_a_linked_code_finds_its_owner(desk: Station) -> None:
    somebody = desk.people()[5]
    link_code(desk.desk, "CARNET 55", somebody.id)
    assert ids(desk, "CARNET 55") == [somebody.id]


def test_who_is_called_so_comes_before_whose_institution_is(tmp_path: Path) -> None:
    crowd = [
        person(f"Uno Otro{n}", f"{42_000_000 + n}", organisation="Colegio Juan Pardo") for n in range(450)
    ]
    station = found(tmp_path / "names.checkin", people=[*crowd, person("Pardo Juan", "49999999")])
    assert search(station.desk, "juan pardo")[0].attendee.name == "Pardo Juan"
    correct(station.desk, station.person("Pardo Juan").id, person("Nuevo Nombre", "49999999"))
    assert search(station.desk, "nuevo nombre")[0].attendee.person.document == "49999999"
    assert all("Otro" in line.attendee.name for line in search(station.desk, "pardo juan"))
    station.close()
