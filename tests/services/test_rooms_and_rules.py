"""Rooms, what is given once, moved scans and the organiser's rules, at real desks; merged in any order."""

import random
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.admission import (
    Admitted,
    KnownOf,
    Outcome,
    Refusal,
    Refused,
    Source,
    WelcomeBack,
)
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.rules import AdmissionRule, Effect, Often
from checkin_desktop.services.check_in import admit_attendee, check_in, enter_from_paper, undo
from checkin_desktop.services.desk import event_info, stations
from checkin_desktop.services.desk import settings as event_settings
from checkin_desktop.services.found_event import define_checkpoint, update_settings
from checkin_desktop.services.hours import hours_of
from checkin_desktop.services.moving import movable, move_back, move_passages
from checkin_desktop.services.organisations import merge_organisations, organisations, rename_organisation
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.rules import move_rule, remove_rule, rules, state_rule, what_if
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.words import load_words
from checkin_desktop.words.verdicts import verdict_words
from support.desks import OPENING, ROSTER, Station, exchange_all, found, joined

DAY = OPENING.date()


def _session(name: str, room: str, starts: int, ends: int, **more: object) -> Checkpoint:
    return Checkpoint(
        name,
        name,
        CheckpointKind.SESSION,
        DAY,
        time(starts),
        time(ends),
        room,
        **more,  # type: ignore[arg-type]
    )


POINTS = (
    Checkpoint("day", "Ingreso", CheckpointKind.DAY, DAY, required=True),
    _session("agua", "Sala Quilla", 8, 10, capacity=2),
    _session("residuos", "Sala Inti", 8, 10),
    _session("otra", "sala  inti", 8, 10),
    Checkpoint("almuerzo", "Almuerzo", CheckpointKind.ONCE, DAY, room="Patio"),
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Station, Station]:
    one = found(tmp_path / "one.checkin", checkpoints=POINTS, people=ROSTER)
    other = joined(tmp_path / "other.checkin", one, "Mesa 2")
    one.take_from(other)
    return one, other


def scan(station: Station, number: int, where: str, seconds: float = 120) -> CheckInResult:
    person = station.people()[number]
    result = admit_attendee(station.desk, person.id, where)
    station.clock.turn(seconds)
    return result


def within(station: Station, where: str) -> int:
    with station.file.read() as reads:
        return reads.passages.inside(where)


def test_entering_another_room_leaves_the_first_and_coming_back_is_welcome(
    pair: tuple[Station, Station],
) -> None:
    one, other = pair
    scan(one, 0, "agua")
    other.clock.now = one.clock.now
    scan(other, 0, "residuos")
    assert within(one, "agua") == 1
    exchange_all([one, other])
    assert (within(one, "agua"), within(one, "residuos")) == (0, 1)
    one.clock.now = other.clock.now
    back = scan(one, 0, "agua")
    assert isinstance(back.verdict, WelcomeBack)
    assert (within(one, "agua"), within(one, "residuos")) == (1, 0)
    assert event_info(one.desk).conflicts == 0
    assert one.digest() == one.rebuilt_digest()


def test_the_same_room_by_another_name_is_not_left(pair: tuple[Station, Station]) -> None:
    one, _ = pair
    scan(one, 0, "residuos")
    scan(one, 0, "otra")
    assert (within(one, "residuos"), within(one, "otra")) == (1, 1)
    define_checkpoint(one.desk, _session("otra", "Sala Chaska", 8, 10))
    assert (within(one, "residuos"), within(one, "otra")) == (0, 1)
    assert one.digest() == one.rebuilt_digest()


def test_undoing_what_emptied_a_room_fills_it_again(pair: tuple[Station, Station]) -> None:
    one, _ = pair
    scan(one, 0, "agua")
    wrong = scan(one, 0, "residuos")
    undo(one.desk, wrong.entry)
    assert (within(one, "agua"), within(one, "residuos")) == (1, 0)
    assert one.digest() == one.rebuilt_digest()


def test_a_full_room_says_how_old_the_word_of_the_other_desk_is(pair: tuple[Station, Station]) -> None:
    one, other = pair
    one.clock.turn(600)
    scan(one, 0, "agua")
    let_in = scan(one, 1, "agua")
    names = {s.id: s.name for s in stations(one.desk)}
    words = verdict_words(load_words("es"), let_in.verdict, names)
    assert words.detail == "Con esta persona: 2 de 2, según lo que se sabe de la Mesa 2 hasta las 08:00"
    full = scan(one, 2, "agua")
    assert full.verdict == Refused(Refusal.FULL, limit=2)
    assert isinstance(full.verdict, Refused)
    assert full.verdict.room is not None
    assert full.verdict.room.silent == (KnownOf(other.file.station.station_id.hex(), OPENING),)
    words = verdict_words(load_words("es"), full.verdict, names)
    assert words.detail == "Aforo completo: 2, según lo que se sabe de la Mesa 2 hasta las 08:00"
    one.take_from(other)


def test_a_lunch_is_given_once_at_whatever_desk_and_lets_nobody_in(pair: tuple[Station, Station]) -> None:
    one, other = pair
    first = scan(one, 0, "almuerzo")
    assert first.verdict == Admitted(given=True)
    other.clock.now = one.clock.now
    exchange_all([one, other])
    again = scan(other, 0, "almuerzo")
    assert isinstance(again.verdict, Refused)
    assert again.verdict.reason is Refusal.ALREADY_GIVEN
    names = {s.id: s.name for s in stations(other.desk)}
    words = verdict_words(load_words("es"), again.verdict, names)
    assert (words.title, words.detail) == ("YA SE ENTREGÓ", "Se le entregó el 09/10 a las 08:00 en la Mesa 1")
    info = event_info(one.desk)
    assert (info.admitted, info.inside) == (0, 0)


def test_scans_at_the_wrong_checkpoint_are_moved_and_moved_back(pair: tuple[Station, Station]) -> None:
    one, other = pair
    for number in range(3):
        scan(one, number, "day")
    first, last = OPENING, OPENING + timedelta(minutes=2)
    assert movable(one.desk, "day", first, last) == 2
    before = one.digest()
    moved = move_passages(one.desk, "day", "residuos", first, last, "mesa equivocada")
    assert (within(one, "day"), within(one, "residuos")) == (1, 2)
    lines = [(p.checkpoint_id, p.moved_from) for p in recent_passages(one.desk)]
    assert lines == [("day", ""), ("residuos", "day"), ("residuos", "day")]
    assert one.digest() == one.rebuilt_digest() != before
    with pytest.raises(PersonFacingError, match="moving-nothing"):
        move_passages(other.desk, "day", "residuos", first, last)
    with pytest.raises(PersonFacingError, match="moving-where"):
        move_passages(one.desk, "day", "day", first, last)
    move_back(one.desk, moved)
    assert (within(one, "day"), within(one, "residuos")) == (3, 0)


def test_rules_are_stated_moved_and_taken_away(pair: tuple[Station, Station]) -> None:
    one, other = pair
    for name in ("a", "b", "c"):
        state_rule(one.desk, AdmissionRule(name, sentence=f"  regla   {name} "))
    move_rule(one.desk, "c", -1)
    move_rule(one.desk, "a", -1)
    assert [(r.id, r.sentence) for r in rules(one.desk)] == [
        ("a", "regla a"),
        ("c", "regla c"),
        ("b", "regla b"),
    ]
    remove_rule(one.desk, rules(one.desk)[0])
    exchange_all([one, other])
    assert [r.id for r in rules(other.desk)] == ["c", "b"]
    assert one.digest() == other.digest() == one.rebuilt_digest()


def test_a_rule_refuses_in_the_organisers_words_and_what_if_writes_nothing(
    pair: tuple[Station, Station],
) -> None:
    one, _ = pair
    person = one.people()[0]
    rule = AdmissionRule(
        "r",
        categories=frozenset({person.person.category}),
        rooms=("Sala Quilla",),
        sentence="Solo con invitación impresa",
    )
    state_rule(one.desk, rule)
    before = len(one.entries())
    supposed = what_if(one.desk, "agua", OPENING, attendee_id=person.id)
    assert supposed.number == 1
    assert what_if(one.desk, "residuos", OPENING, attendee_id=person.id).verdict == Admitted()
    assert what_if(one.desk, "agua", OPENING, category=person.person.category).number == 1
    assert what_if(one.desk, "agua", OPENING, code="nadie").verdict == Refused(Refusal.UNKNOWN)
    assert len(one.entries()) == before
    result = check_in(one.desk, one.badge(person), "agua", source=Source.CAMERA)
    assert (
        result.verdict == supposed.verdict == Refused(Refusal.CUSTOM, sentence="Solo con invitación impresa")
    )
    words = verdict_words(load_words("es"), result.verdict, {})
    assert words.detail == "Solo con invitación impresa"
    assert "supervisor" in words.advice


def test_a_rule_holds_for_every_spelling_of_an_association_and_for_the_region_that_the_organiser_gave(
    pair: tuple[Station, Station],
) -> None:
    one, _ = pair
    ana, carla = one.person("Ana"), one.person("Carla")
    assert ana.person.organisation != carla.person.organisation
    of = {o.name: o.id for o in organisations(one.desk)}
    merge_organisations(one.desk, of["REMURPE"], [of["AMSAT"]])
    rename_organisation(one.desk, of["REMURPE"], "Red de Municipalidades", "Ayacucho")
    for rule in (
        AdmissionRule("name", organisations=("Red de Municipalidades",)),
        AdmissionRule("spelling", organisations=("amsat",)),
        AdmissionRule("region", regions=("Ayacucho",)),
        AdmissionRule("written", regions=(ana.person.region,)),
    ):
        state_rule(one.desk, rule)
        assert what_if(one.desk, "agua", OPENING, attendee_id=ana.id).verdict == Refused(Refusal.CUSTOM), (
            rule.id
        )
        assert isinstance(scan(one, 0, "agua").verdict, Refused)
        remove_rule(one.desk, rule)
    assert isinstance(scan(one, 0, "agua").verdict, Admitted)


def test_a_rule_lets_in_so_often_and_no_more(pair: tuple[Station, Station]) -> None:
    one, _ = pair
    state_rule(one.desk, AdmissionRule("r", often=Often.TIMES, times=2, effect=Effect.ALLOW))
    assert scan(one, 0, "agua").outcome is Outcome.ADMITTED
    assert scan(one, 0, "residuos").outcome is Outcome.ADMITTED
    third = scan(one, 0, "day")
    words = verdict_words(load_words("es"), third.verdict, {})
    assert words.detail == "Ya ingresó las veces que permite el organizador: 2"


def test_hours_are_computed_where_the_organiser_asked(pair: tuple[Station, Station]) -> None:
    one, _ = pair
    scan(one, 0, "agua", 3600)
    scan(one, 0, "residuos")
    assert hours_of(one.desk) is None
    update_settings(one.desk, replace(event_settings(one.desk), hours_from_scans=True))
    assert hours_of(one.desk) == {one.people()[0].id: 2.0}


ACTS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["scan", "scan", "scan", "paper", "undo", "move", "rule", "room"]),
        st.integers(0, 2),
        st.sampled_from(["day", "agua", "residuos", "otra", "almuerzo"]),
        st.integers(0, 240),
    ),
    min_size=4,
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, seed=st.integers(0, 9_999))
def test_rooms_moves_and_rules_come_out_the_same_in_any_order(
    acts: list[tuple[int, str, int, str, int]], seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("order")
    one = found(folder / "one.checkin", checkpoints=POINTS, people=ROSTER)
    other = joined(folder / "other.checkin", one)
    third = joined(folder / "third.checkin", one)
    shuffled = random.Random(seed)
    for which, act, who, where, seconds in acts:
        _do((one, other)[which], act, who, where, seconds)
        if shuffled.random() < 0.2:
            exchange_all([one, other])
    lacking = [*one.entries(), *other.entries()]
    shuffled.shuffle(lacking)
    while lacking:
        part, lacking = lacking[:5], lacking[5:]
        with third.file.unit() as unit:
            unit.take_in(part)
    exchange_all([one, other, third])
    assert one.digest() == other.digest() == third.digest() == third.rebuilt_digest()
    for station in (one, other, third):
        station.close()


def _do(station: Station, act: str, who: int, where: str, seconds: int) -> None:
    desk, person = station.desk, station.people()[who]
    match act:
        case "scan":
            admit_attendee(desk, person.id, where)
        case "paper":
            enter_from_paper(desk, [person.id], where, OPENING + timedelta(seconds=seconds))
        case "undo":
            for line in recent_passages(desk, 1):
                undo(desk, line.entry)
        case "move":
            try:
                move_passages(desk, where, "otra", OPENING, OPENING + timedelta(seconds=seconds))
            except PersonFacingError:
                return
        case "rule":
            state_rule(desk, AdmissionRule(f"r{who}", categories=frozenset({Category.PRESS}), times=seconds))
        case "room":
            define_checkpoint(desk, _session("otra", ("", "Sala Quilla", "Sala Inti")[who], 8, 10))
    station.clock.turn(seconds)
