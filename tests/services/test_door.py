"""Substitutes, linked codes, questions, portraits and passes: what the desk notes beside an admission."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.admission import Outcome, Refusal, Refused, Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.questions import Choice, Question, QuestionKind
from checkin_desktop.services.check_in import admit_attendee, check_in, undo
from checkin_desktop.services.erase import erase
from checkin_desktop.services.link_code import link_code, linked_codes, unlink_code
from checkin_desktop.services.organisations import organisations
from checkin_desktop.services.photos import attach_photo, photo
from checkin_desktop.services.questions import (
    answer,
    answered,
    define_question,
    open_questions,
    questions,
    remove_question,
)
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.register_walk_in import register, withdraw
from checkin_desktop.services.reports import report
from checkin_desktop.services.substitutes import no_longer_represents, represent, representations_of
from checkin_desktop.words import load_words
from support.desks import Station, exchange_all, found, joined, person

DAY = "day-2025-10-09"
PORTRAIT = b"\xff\xd8\xff" + b"retrato" * 20
DIET = Question("DIET", QuestionKind.CHOICE, "¿Menú?", "Menu?", (Choice("veg", "Vegetariano", "Vegetarian"),))
CONSENT = Question("CONS", QuestionKind.CONSENT, "¿Autoriza fotos?", required=True, order=1)
SPEECH = Question("SPCH", QuestionKind.TEXT, "¿Tema?", categories=(Category.SPEAKER,), required=True)


def arrived(station: Station) -> dict[str, int]:
    return {o.name: o.arrived for o in organisations(station.desk)}


def test_a_pass_is_an_admission_that_names_its_reason_and_the_refusal(one: Station) -> None:
    ana = one.person("Ana")
    withdraw(one.desk, ana.id)
    assert isinstance(admit_attendee(one.desk, ana.id, DAY).verdict, Refused)
    let_in = admit_attendee(one.desk, ana.id, DAY, override_reason="viene con el alcalde")
    assert (let_in.outcome, let_in.override) == (Outcome.ADMITTED, "viene con el alcalde")
    line = recent_passages(one.desk)[0]
    assert (line.outcome, line.reason, line.override) == (
        Outcome.ADMITTED,
        Refusal.WITHDRAWN,
        "viene con el alcalde",
    )
    assert [a.name for a in one.inside()] == ["Ana Quispe"]
    headings, rows = report(one.desk, "attendance", load_words("es"))
    mine = dict(zip(headings, rows[-1 if rows[-1][0] == "Quispe" else 0], strict=True))
    assert "Day 1: viene con el alcalde" in (row[headings.index("Pase autorizado")] for row in rows), mine
    undo(one.desk, let_in.entry, "se equivocó")
    assert one.inside() == []
    assert one.digest() == one.rebuilt_digest()


def test_a_pass_without_a_reason_is_no_pass(one: Station) -> None:
    ana = one.person("Ana")
    withdraw(one.desk, ana.id)
    assert isinstance(admit_attendee(one.desk, ana.id, DAY, override_reason="  ").verdict, Refused)


def test_a_linked_code_admits_until_it_is_unlinked(one: Station, other: Station) -> None:
    dora = one.person("Dora")
    refused = check_in(one.desk, "TICKET-77", DAY, source=Source.SCANNER)
    assert isinstance(refused.verdict, Refused)
    link_code(one.desk, "TICKET-77", dora.id)
    exchange_all([one, other])
    let_in = check_in(other.desk, "TICKET-77", DAY, source=Source.SCANNER)
    assert (let_in.outcome, let_in.attendee and let_in.attendee.id) == (Outcome.ADMITTED, dora.id)
    with pytest.raises(PersonFacingError, match="link-known"):
        link_code(other.desk, "TICKET-77", one.person("Ana").id)
    with pytest.raises(PersonFacingError, match="link-own-badge"):
        link_code(one.desk, one.badge(one.person("Ana")), dora.id)
    with pytest.raises(PersonFacingError, match="link-known"):
        link_code(one.desk, "40000001", dora.id)
    ((entry, code),) = linked_codes(one.desk, dora.id)
    assert code == "TICKET-77"
    unlink_code(one.desk, entry)
    exchange_all([one, other])
    one.clock.turn(3600)
    other.clock.turn(3600)
    assert isinstance(check_in(other.desk, "TICKET-77", DAY, source=Source.SCANNER).verdict, Refused)
    exchange_all([one, other])
    assert one.digest() == other.digest() == one.rebuilt_digest()


def test_a_substitute_brings_the_delegation_and_leaves_the_mayor_absent(one: Station) -> None:
    mayor, councillor = (
        one.person("Carla"),
        register(one.desk, person("Elva Ríos", "40000010", organisation="Asesora")),
    )
    represent(one.desk, councillor.id, mayor.id)
    represent(one.desk, councillor.id, mayor.id)
    assert arrived(one)["REMURPE"] == 0
    admit_attendee(one.desk, councillor.id, DAY)
    assert (arrived(one)["REMURPE"], arrived(one)["Asesora"]) == (1, 1)
    assert [a.name for a in one.inside()] == ["Elva Ríos"]
    with one.file.read() as reads:
        assert [a.id for a in representations_of(reads, councillor.id).represents] == [mayor.id]
        assert [a.id for a in representations_of(reads, mayor.id).by] == [councillor.id]
    headings, rows = report(one.desk, "attendance", load_words("es"))
    assert "Carla Huamán" in [row[headings.index("En representación de")] for row in rows]
    no_longer_represents(one.desk, councillor.id, mayor.id)
    assert arrived(one)["REMURPE"] == 0
    with pytest.raises(PersonFacingError, match="substitute-same-person"):
        represent(one.desk, mayor.id, mayor.id)
    assert one.digest() == one.rebuilt_digest()


def test_questions_are_asked_once_and_of_those_concerned(one: Station) -> None:
    for question in (DIET, CONSENT, SPEECH):
        define_question(one.desk, replace(question, choices=(*question.choices, Choice("all", "Todo"))))
    ana, beto = one.person("Ana"), one.person("Beto")
    with one.file.read() as reads:
        assert [q.id for q in open_questions(reads, ana, DAY)] == ["DIET", "CONS"]
        assert [q.id for q in open_questions(reads, beto, DAY)] == ["DIET", "SPCH", "CONS"]
        assert answered(reads) == frozenset()
    answer(one.desk, ana.id, {"DIET": "veg", "CONS": "yes"})
    answer(one.desk, beto.id, {"CONS": "no"})
    with one.file.read() as reads:
        assert open_questions(reads, ana, DAY) == ()
        assert answered(reads) == {ana.id}
    with pytest.raises(PersonFacingError, match="question-bad-answer"):
        answer(one.desk, ana.id, {"DIET": "carne"})
    headings, rows = report(one.desk, "roster", load_words("es"))
    menu = headings.index("¿Menú?")
    assert [row[menu : menu + 3] for row in rows if "Ana" in row] == [["Vegetariano", "", "Sí"]]
    remove_question(one.desk, SPEECH)
    assert [q.id for q in questions(one.desk)] == ["DIET", "CONS"]
    assert one.digest() == one.rebuilt_digest()


def test_what_people_said_and_look_like_is_erased_with_them(one: Station, other: Station) -> None:
    ana = one.person("Ana")
    define_question(one.desk, SPEECH)
    define_question(one.desk, replace(SPEECH, categories=()))
    answer(one.desk, ana.id, {"SPCH": "respuesta secreta"})
    link_code(one.desk, "CARNET-SECRETO", ana.id)
    attach_photo(one.desk, ana.id, PORTRAIT)
    exchange_all([one, other])
    name = other.person("Ana").person.photo
    assert photo(other.desk, name) == PORTRAIT
    erase(one.desk, [ana.id])
    exchange_all([one, other])
    for station in (one, other):
        assert photo(station.desk, name) == b""
        assert linked_codes(station.desk, ana.id) == ()
        for file in station.path.parent.glob(station.path.name + "*"):
            for secret in (b"respuesta secreta", b"CARNET-SECRETO", PORTRAIT):
                assert secret not in file.read_bytes(), file
    assert one.digest() == other.digest() == one.rebuilt_digest() == other.rebuilt_digest()


_DEEDS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 3), st.integers(0, 3)), max_size=14)


@settings(max_examples=15, deadline=None)
@given(deeds=_DEEDS, seed=st.integers(0, 2**16))
def test_desks_that_note_apart_come_to_one_state(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[int, int, int]], seed: int
) -> None:
    folder: Path = tmp_path_factory.mktemp("door")
    one = found(folder / "one.checkin", people=[person(f"P{n} Q{n}", f"4000000{n}") for n in range(4)])
    two = joined(folder / "two.checkin", one)
    one.take_from(two)
    define_question(one.desk, DIET_BOTH)
    exchange_all([one, two])
    people = one.people()
    for kind, a, b in deeds:
        station = one if (kind + a) % 2 else two
        station.clock.turn(1)
        try:
            _do(station, kind, people[a].id, people[b].id)
        except PersonFacingError:
            continue
    shuffled = list(one.entries()) + list(two.entries())
    random.Random(seed).shuffle(shuffled)
    for station in (one, two):
        while station.take_in(shuffled)[0]:
            pass
    assert one.digest() == two.digest() == one.rebuilt_digest()
    one.close()
    two.close()


DIET_BOTH = replace(DIET, choices=(*DIET.choices, Choice("all", "Todo")))


def _do(station: Station, kind: int, one_id: str, other_id: str) -> None:
    match kind:
        case 0:
            represent(station.desk, one_id, other_id)
        case 1:
            no_longer_represents(station.desk, one_id, other_id)
        case 2:
            link_code(station.desk, f"X{other_id}", one_id)
        case 3:
            for entry, _ in linked_codes(station.desk, one_id):
                unlink_code(station.desk, entry)
        case 4:
            answer(station.desk, one_id, {"DIET": "veg"})
        case 5:
            erase(station.desk, [one_id])
        case 6:
            define_question(station.desk, replace(DIET_BOTH, es=f"¿Menú {one_id}?"))
        case _:
            attach_photo(station.desk, one_id, PORTRAIT)
