"""Meetings and delegations at desks: scans begin them, desks agree, personal words can be erased."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random

import pytest

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.meetings import MeetingState, Party, Place, Side
from checkin_desktop.domain.people import Person
from checkin_desktop.services import meeting_station as station
from checkin_desktop.services import meetings as m
from checkin_desktop.services.delegations import (
    Standing,
    admitted_entries,
    arrange,
    check_in_delegation,
    delegation_of,
    delegations,
    dissolve,
    record_escorts,
    undo_delegation,
)
from checkin_desktop.services.desk import checkpoints
from checkin_desktop.services.erase import erase
from checkin_desktop.services.ports.meetings import ActaTexts
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.register_walk_in import register
from support.desks import DAYS, LIMA, Station, exchange_all

NINE = Place("Mesa 3", DAYS[0], time(9), time(9, 25))
TEN = Place("Mesa 1", DAYS[0], time(10), time(10, 25))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(DAYS[0], time(hour, minute), LIMA)


def only(one: Station) -> m.MeetingLine:
    (line,) = m.meetings(one.desk)
    return line


def test_a_scan_from_each_side_begins_the_meeting(one: Station) -> None:
    m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE, "Agua")
    ana, carla = one.person("Ana"), one.person("Carla")
    early = station.scan(one.desk, one.badge(ana), at=at(8, 10))
    assert (early.early, early.side, early.line and early.line.meeting.place) == (True, Side.A, NINE)
    first = station.scan(one.desk, one.badge(ana), at=at(8, 55))
    assert first.line is not None
    assert (first.early, first.started, first.line.b) == (False, False, "REMURPE")
    again = station.scan(one.desk, one.badge(ana), at=at(8, 56))
    assert again.line is not None
    assert len(again.line.meeting.arrivals) == 1
    second = station.scan(one.desk, one.badge(carla), at=at(9, 1))
    assert second.started
    line = only(one)
    assert line.meeting.state is MeetingState.UNDER_WAY
    assert [a.name for a in line.people_a + line.people_b] == ["Ana Quispe", "Carla Huamán"]
    assert station.scan(one.desk, "nadie").attendee is None


def test_an_acta_a_no_show_and_taking_back(one: Station) -> None:
    key = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    m.no_show(one.desk, key, [Side.B])
    assert only(one).meeting.absent == (Side.B,)
    m.reopen(one.desk, key)
    m.start(one.desk, key)
    m.write_acta(one.desk, key, ActaTexts("Riego", "Ana presta la bomba"), [one.person("Ana").id])
    line = only(one)
    assert (line.meeting.state, line.acta and line.acta.agreements) == (
        MeetingState.HELD,
        "Ana presta la bomba",
    )
    with pytest.raises(PersonFacingError):
        m.no_show(one.desk, key, [])


def test_what_can_not_be_held_at_once_is_said_when_saving(one: Station) -> None:
    m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    with pytest.raises(m.Clashing) as told:
        m.schedule(one.desk, Party("amsat"), Party("Otra"), replace(NINE, table="Mesa 4"))
    assert (told.value.sentence, told.value.arguments["what"]) == ("meetings-clash-party", "AMSAT")
    m.schedule(one.desk, Party("AMSAT"), Party("Otra"), NINE, anyway=True)
    assert [line.clashing for line in m.meetings(one.desk)] == [True, True]
    for wrong in (Party(), Party("AMSAT")):
        with pytest.raises(PersonFacingError):
            m.schedule(one.desk, Party("AMSAT"), wrong, TEN)


def test_a_swap_is_one_entry(one: Station) -> None:
    first = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    second = m.schedule(one.desk, Party("AMSAT"), Party("Otra"), TEN)
    before = len(one.entries())
    m.swap(one.desk, first, second)
    assert len(one.entries()) == before + 1
    assert {line.id: line.meeting.place for line in m.meetings(one.desk)} == {first: TEN, second: NINE}


def test_ad_hoc(one: Station) -> None:
    ana, carla = (station.party_of(one.person(name)) for name in ("Ana", "Carla"))
    station.start_ad_hoc(one.desk, ana, carla, table="Mesa 7")
    line = only(one)
    assert (line.meeting.state, line.meeting.ad_hoc) == (MeetingState.UNDER_WAY, True)
    assert (line.a, line.b) == ("Ana Quispe (AMSAT)", "Carla Huamán (REMURPE)")


def test_desks_that_changed_one_meeting_apart_say_the_same_and_show_it(one: Station, other: Station) -> None:
    key = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    exchange_all([one, other])
    m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), TEN, meeting_id=key)
    other.clock.turn(5)
    m.schedule(other.desk, Party("AMSAT"), Party("REMURPE"), replace(NINE, table="Mesa 9"), meeting_id=key)
    exchange_all([one, other])
    assert one.digest() == other.digest()
    for desk in (one, other):
        assert (only(desk).meeting.place.table, only(desk).meeting.disputed) == ("Mesa 9", True)


@pytest.mark.parametrize("seed", range(4))
def test_any_order_comes_to_the_same(one: Station, other: Station, seed: int) -> None:
    key = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    later = m.schedule(one.desk, Party("AMSAT"), Party("Otra"), TEN)
    m.swap(one.desk, key, later)
    station.scan(one.desk, one.badge(one.person("Ana")), at=at(9, 50))
    m.write_acta(one.desk, key, ActaTexts("a", "b"), [one.person("Ana").id])
    arrange(one.desk, "Comitiva", [one.person("Ana").id, one.person("Dora").id])
    record_escorts(one.desk, "g", checkpoints(one.desk)[0].id, 4)
    record_escorts(one.desk, "g", checkpoints(one.desk)[0].id, 2)
    erase(one.desk, [one.person("Ana").id])
    entries = one.entries()
    Random(seed).shuffle(entries)
    for entry in entries:
        other.take_in([entry])
    other.take_from(one)
    assert other.digest() == one.digest() == one.rebuilt_digest()
    for desk in (one, other):
        found = {line.id: line for line in m.meetings(desk.desk)}
        assert found[key].meeting.state is MeetingState.HELD
        assert found[key].acta is None, "whoever took part and is erased takes the free text along"


def test_an_acta_that_names_nobody_is_erased_with_everybody(one: Station) -> None:
    key = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    m.write_acta(one.desk, key, ActaTexts("", "Habló Dora"), [])
    erase(one.desk, [one.person("Ana").id])
    assert only(one).acta is not None
    erase(one.desk)
    assert only(one).acta is None


def _each_delegation_alone_is_as_in_the_list(one: Station, day: str) -> None:
    lines = {m.attendee.id: line for line in delegations(one.desk, day).lines for m in line.members}
    for person in one.people():
        alone, listed = delegation_of(one.desk, person.id, day), lines.get(person.id)
        assert alone == (listed if listed and listed.expected > 1 else None)


def test_a_delegation_is_checked_in_from_one_of_it_and_taken_back(one: Station) -> None:
    day = checkpoints(one.desk)[0].id
    one.clock.turn(60)
    before = delegation_of(one.desk, one.person("Ana").id, day)
    assert before is not None
    assert (before.name, before.present, before.expected, before.standing) == ("AMSAT", 0, 3, Standing.ABSENT)
    check_in_delegation(one.desk, [one.person("Ana").id], day)
    partial = delegation_of(one.desk, one.person("Ana").id, day)
    assert partial is not None
    assert partial.standing is Standing.PARTIAL
    results = check_in_delegation(one.desk, [x.attendee.id for x in partial.missing], day)
    whole = delegation_of(one.desk, one.person("Ana").id, day)
    assert whole is not None
    assert whole.standing is Standing.PRESENT
    assert len(recent_passages(one.desk)) == 3, "each has an entry of their own"
    undo_delegation(one.desk, admitted_entries(results))
    back = delegation_of(one.desk, one.person("Ana").id, day)
    assert back is not None
    assert (back.present, len(back.missing)) == (1, 2)
    assert delegation_of(one.desk, one.person("Carla").id, day) is None, "nobody else is of it"


def test_arranged_and_column_delegations_and_escorts_of_two_desks(one: Station, other: Station) -> None:
    day = checkpoints(one.desk)[0].id
    register(one.desk, Person("Elsa", "Rojas", organisation="X", extra=(("Delegación", "Puno"),)))
    key = arrange(one.desk, "Puno", [one.person("Carla").id])
    record_escorts(one.desk, key, day, 5)
    record_escorts(one.desk, key, day, 3)
    exchange_all([one, other])
    record_escorts(other.desk, key, day, 2)
    exchange_all([one, other])
    for desk, own in ((one, 3), (other, 2)):
        (puno,) = [d for d in delegations(desk.desk, day).lines if d.name == "Puno"]
        assert [x.attendee.name for x in puno.members] == ["Carla Huamán", "Elsa Rojas"]
        assert (puno.arranged, puno.escorts, puno.own_escorts) == (True, 5, own)
    coverage = delegations(one.desk).coverage
    assert (coverage.organisations, coverage.organisations_present, coverage.escorts) == (3, 0, 5)
    dissolve(one.desk, key)
    assert [len(d.members) for d in delegations(one.desk, day).lines if d.name == "Puno"] == [1]
    for wrong in (("", ["x"]), ("Y", [])):
        with pytest.raises(PersonFacingError):
            arrange(one.desk, *wrong)
    for desk in (one, other):
        _each_delegation_alone_is_as_in_the_list(desk, day)


def test_the_next_meeting_is_the_one_not_over_yet(one: Station) -> None:
    m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    m.schedule(one.desk, Party("AMSAT"), Party("Otra"), TEN)
    seen = station.scan(one.desk, one.badge(one.person("Ana")), at=at(9, 20))
    assert seen.line is not None
    assert seen.line.meeting.place == NINE
    seen = station.scan(one.desk, one.badge(one.person("Ana")), at=at(9, 26) + timedelta(minutes=5))
    assert seen.line is not None
    assert seen.line.meeting.place == TEN
