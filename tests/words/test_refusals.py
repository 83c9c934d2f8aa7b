"""What a refusal says: why, in the person's own facts, and what the guest can do."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from checkin_desktop.domain.admission import Admitted, Ambiguous, KnownOf, Refusal, Refused, RoomLeft
from checkin_desktop.words import LANGUAGES, load_words
from checkin_desktop.words.verdicts import Tone, verdict_words

AT = datetime(2025, 10, 9, 9, 10)
DESKS = {"aa": "Mesa 2", "bb": "Mesa 3"}
WHOLE = Refused(
    Refusal.UNKNOWN,
    days=(date(2025, 10, 9),),
    opens=AT,
    closes=AT.replace(hour=18),
    limit=40,
    wait=12,
    sentence="Solo con invitación",
    since=AT,
    station_id="aa",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", list(Refusal))
def test_every_refusal_says_why_and_what_to_do(reason: Refusal, language: str) -> None:
    said = verdict_words(load_words(language), replace(WHOLE, reason=reason), DESKS)
    assert said.tone is Tone.REFUSED
    assert said.title == said.title.upper()
    assert len(said.detail) > 5
    assert len(said.advice) > 10
    assert said.advice.endswith(".")


@pytest.mark.parametrize("verdict", [*(replace(WHOLE, reason=r) for r in Refusal), Ambiguous(("a", "b"))])
def test_a_steward_is_told_nothing_that_they_may_not_do(verdict: Refused | Ambiguous) -> None:
    for language, forbidden in (
        ("es", ("busque", "búsquelo", "regístr", "registre", "elija a la persona", "escriba")),
        ("en", ("find ", "register ", "choose the person", "type ")),
    ):
        said = verdict_words(load_words(language), verdict, DESKS, searches=False).advice
        assert len(said) > 10
        assert not [word for word in forbidden if word in said.lower()], said


@pytest.mark.parametrize(
    ("reason", "detail"),
    [
        (Refusal.TOO_EARLY, "Todavía no abre: desde las 09:10, faltan 12 minutos"),
        (Refusal.TOO_LATE, "Ya cerró a las 18:10"),
        (Refusal.FULL, "Aforo completo: 40"),
        (Refusal.ALREADY_GIVEN, "Se le entregó el 09/10 a las 09:10 en la Mesa 2"),
        (Refusal.CUSTOM, "Solo con invitación"),
    ],
)
def test_the_facts_stand_in_it(reason: Refusal, detail: str) -> None:
    assert verdict_words(load_words("es"), replace(WHOLE, reason=reason), DESKS).detail == detail


def test_a_rule_without_a_sentence_says_what_it_allows() -> None:
    silent = replace(WHOLE, reason=Refusal.CUSTOM, sentence="  ")
    said = verdict_words(load_words("es"), silent, DESKS)
    assert said.detail == "Ya ingresó las veces que permite el organizador: 40"
    never = replace(silent, limit=None)
    assert verdict_words(load_words("es"), never, DESKS).detail == "Una regla del organizador no lo permite"


@pytest.mark.parametrize(
    ("silent", "ending"),
    [
        ((), "38 de 40"),
        ((KnownOf("aa", AT),), "38 de 40, según lo que se sabe de la Mesa 2 hasta las 09:10"),
        ((KnownOf("aa", None),), "38 de 40; de la Mesa 2 todavía no se sabe nada"),
        (
            (KnownOf("aa", AT), KnownOf("bb", AT)),
            "38 de 40, según lo que se sabe de la Mesa 2 hasta las 09:10 y de otra mesa",
        ),
    ],
)
def test_a_number_of_people_says_whose_word_is_missing(silent: tuple[KnownOf, ...], ending: str) -> None:
    said = verdict_words(load_words("es"), Admitted(room=RoomLeft(38, 40, silent)), DESKS)
    assert said.detail == f"Con esta persona: {ending}"


def test_a_lunch_is_handed_over_and_not_entered() -> None:
    assert verdict_words(load_words("es"), Admitted(given=True), DESKS).title == "ENTREGAR"
