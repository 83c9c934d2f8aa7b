"""Names and free text of meetings and delegations are in no body, and erasing takes them."""

from dataclasses import replace
from datetime import time

from checkin_desktop.domain.delegations import DelegationArranged, named_id
from checkin_desktop.domain.meetings import MeetingScheduled, Party, Place
from checkin_desktop.services import meetings as m
from checkin_desktop.services.delegations import arrange, delegations, dissolve
from checkin_desktop.services.erase import erase
from checkin_desktop.services.import_meetings import import_meetings
from checkin_desktop.services.ports.schedules import ScheduleReading, ScheduleRow
from support.desks import DAYS, Station, differences, exchange_all

NINE = Place("Mesa 3", DAYS[0], time(9), time(9, 25))
ROW = ScheduleRow(2, DAYS[0], time(10), time(10, 25), "Mesa 1", "Zoila Pérez", "Hugo Vera", "Deuda de Zoila")


def bodies(station: Station) -> bytes:
    return b"".join(entry.body for entry in station.entries())


def shown(station: Station) -> list[tuple[str, str, str]]:
    return [(one.a, one.b, one.meeting.topic) for one in m.meetings(station.desk)]


def test_a_party_who_is_on_no_list_and_the_topic_are_in_no_body(one: Station, other: Station) -> None:
    key = m.schedule(one.desk, Party("Zoila Pérez"), Party("REMURPE"), NINE, "Deuda de Zoila")
    import_meetings(one.desk, ScheduleReading((ROW,), ()))
    assert b"Zoila" not in bodies(one)
    assert b"REMURPE" in bodies(one), "an organisation of the list is nobody"
    first, second = (
        ("Zoila Pérez", "REMURPE", "Deuda de Zoila"),
        ("Zoila Pérez", "Hugo Vera", "Deuda de Zoila"),
    )
    assert sorted(shown(one)) == [second, first]
    exchange_all([one, other])
    assert shown(other) == shown(one)
    m.schedule(
        other.desk, Party("Zoila Pérez"), Party("REMURPE"), replace(NINE, table="Mesa 9"), meeting_id=key
    )
    one.clock.turn(5)
    erase(one.desk)
    exchange_all([one, other])
    assert differences(one, other) == {}
    for desk in (one, other):
        assert sorted(shown(desk)) == [("—", "REMURPE", ""), ("—", "—", "")]
    assert one.digest() == other.digest() == one.rebuilt_digest()
    assert not one.faults()


def test_whoever_meets_takes_the_topic_along(one: Station) -> None:
    ana = one.person("Ana")
    m.schedule(one.desk, Party("", (ana.id,)), Party("Zoila Pérez"), NINE, "Deuda de Ana")
    erase(one.desk, [ana.id])
    ((_, party, topic),) = shown(one)
    assert (party, topic) == ("Zoila Pérez", "")


def test_importing_a_programme_again_finds_its_meetings(one: Station, other: Station) -> None:
    exchange_all([one, other])
    assert import_meetings(one.desk, ScheduleReading((ROW,), ())).new == 1
    assert import_meetings(other.desk, ScheduleReading((ROW,), ())).new == 1
    exchange_all([one, other])
    assert len(m.meetings(one.desk)) == 1, "the same at every desk of the event"
    assert import_meetings(one.desk, ScheduleReading((ROW,), ())).unchanged == 1


def test_meetings_and_delegations_of_older_entries_are_read_and_found_again(one: Station) -> None:
    with one.file.unit() as unit:
        old = "2VGR8H2XPAVN1A6"
        unit.append(MeetingScheduled(old, Party("Zoila Pérez"), Party("REMURPE"), NINE, "Deuda"))
        unit.append(DelegationArranged(named_id("Comitiva Pérez"), "Comitiva Pérez", (one.person("Ana").id,)))
    assert shown(one) == [("Zoila Pérez", "REMURPE", "Deuda")]
    members = [one.person("Ana").id, one.person("Dora").id]
    assert arrange(one.desk, "comitiva perez", members) == named_id("Comitiva Pérez")
    (line,) = [d for d in delegations(one.desk).lines if d.arranged]
    assert line.expected == 2


def test_a_delegation_s_name_is_in_no_body_and_is_erased(one: Station, other: Station) -> None:
    members = [one.person("Ana").id, one.person("Dora").id]
    key = arrange(one.desk, "Comitiva de Zoila Pérez", members)
    assert key == arrange(other.desk, "comitiva de zoila perez", members)
    assert key != named_id("Comitiva de Zoila Pérez")
    exchange_all([one, other])
    assert b"Zoila" not in bodies(one)
    assert next(d.name for d in delegations(other.desk).lines if d.arranged).lower().startswith("comitiva")
    erase(one.desk, [members[0]])
    assert next(d.name for d in delegations(one.desk).lines if d.arranged).lower().startswith("comitiva")
    one.clock.turn(5)
    erase(one.desk)
    exchange_all([one, other])
    assert [d.name for d in delegations(other.desk).lines if d.arranged] == [""]
    assert one.digest() == other.digest() == one.rebuilt_digest()
    dissolve(one.desk, key)
    assert not [d for d in delegations(one.desk).lines if d.arranged]
