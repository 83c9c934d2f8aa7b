"""Who sits at a bilateral meeting attends the bilateral session; taking the meeting back takes that back too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import AlreadyInside, Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, SessionKind
from checkin_desktop.domain.facts import ClockMeasured
from checkin_desktop.domain.meetings import Meeting, MeetingState, Party, Place, Side, session_of
from checkin_desktop.services import meetings as m
from checkin_desktop.services.badges import revoke_badge
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.found_event import entrances
from checkin_desktop.services.meeting_station import arrive, free_table, party_of, scan, start_ad_hoc
from support.desks import DAYS, LIMA, ROSTER, Station, exchange_all, found, joined

BILATERAL = Checkpoint(
    "bilateral",
    "Reuniones bilaterales",
    CheckpointKind.SESSION,
    DAYS[0],
    time(9),
    time(11),
    room="Salón Wayra",
    session_kind=SessionKind.BILATERAL,
)
NINE = Place("Mesa 3", DAYS[0], time(9), time(9, 25))
TEN = Place("Mesa 3", DAYS[0], time(10), time(10, 25))


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    points = (*entrances(DAYS, ("Día 1", "Día 2")), BILATERAL)
    station = found(tmp_path / "one.checkin", checkpoints=points, people=ROSTER)
    yield station
    station.close()


@pytest.fixture
def other(one: Station, tmp_path: Path) -> Iterator[Station]:
    station = joined(tmp_path / "other.checkin", one)
    one.take_from(station)
    yield station
    station.close()


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(DAYS[0], time(hour, minute), LIMA)


def attending(station: Station) -> list[str]:
    with station.file.read() as reads:
        came = reads.passages.admitted_at()
        return sorted(a.name for a in station.people() if "bilateral" in came.get(a.id, ()))


def admissions(station: Station, name: str) -> list[Source]:
    with station.file.read() as reads:
        return [
            p.source for p in reads.passages.of(station.person(name).id) if p.checkpoint_id == "bilateral"
        ]


def test_a_scan_at_the_meetings_station_is_attendance_at_the_session_once(one: Station) -> None:
    first = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    m.schedule(one.desk, Party("AMSAT"), Party("Otra"), TEN)
    ana, carla = one.person("Ana"), one.person("Carla")
    admit_attendee(one.desk, carla.id, "bilateral", at=at(8, 50))
    scan(one.desk, one.badge(ana), at=at(8, 55))
    scan(one.desk, one.badge(carla), at=at(9))
    assert attending(one) == ["Ana Quispe", "Carla Huamán"]
    assert admissions(one, "Carla") == [Source.SEARCH], "the door let her in: nothing is doubled"
    m.end(one.desk, first)
    arrive(one.desk, ana.id, at=at(9, 55))
    assert admissions(one, "Ana") == [Source.MEETING], "the second meeting of one session adds nothing"
    door = admit_attendee(one.desk, ana.id, "bilateral", at=at(10, 30))
    assert isinstance(door.verdict, AlreadyInside)


def test_a_meeting_and_the_door_at_desks_that_do_not_know_of_each_other_are_no_conflict(
    one: Station, other: Station
) -> None:
    m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    exchange_all([one, other])
    arrive(one.desk, one.person("Ana").id, at=at(8, 55))
    admit_attendee(other.desk, one.person("Ana").id, "bilateral", at=at(8, 58))
    exchange_all([one, other])
    assert one.digest() == other.digest() == one.rebuilt_digest()
    assert event_info(one.desk).conflicts == 0
    assert attending(other) == ["Ana Quispe"]


def test_taking_a_meeting_back_takes_its_attendance_back(one: Station) -> None:
    key = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    arrive(one.desk, one.person("Ana").id, at=at(8, 55))
    m.start(one.desk, key)
    m.reopen(one.desk, key)
    assert (attending(one), m.meetings(one.desk)[0].meeting.arrivals) == ([], ())
    later = m.schedule(one.desk, Party("AMSAT"), Party("Otra"), TEN)
    arrive(one.desk, one.person("Ana").id, at=at(8, 55))
    m.end(one.desk, key)
    arrive(one.desk, one.person("Ana").id, at=at(9, 55))
    m.reopen(one.desk, later)
    assert attending(one) == ["Ana Quispe"], "she still was at the other one"


def test_undoing_a_no_show_or_a_cancelling_leaves_who_had_come(one: Station) -> None:
    key = m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    arrive(one.desk, one.person("Ana").id, at=at(8, 55))
    for call_off in (lambda: m.no_show(one.desk, key, [Side.B]), lambda: m.cancel(one.desk, key)):
        call_off()
        call_off()
        m.reopen(one.desk, key)
        (line,) = m.meetings(one.desk)
        assert line.meeting.state is MeetingState.SCHEDULED
        assert line.meeting.here(Side.A)
    assert attending(one) == ["Ana Quispe"]
    arrive(one.desk, one.person("Carla").id, at=at(9))
    m.no_show(one.desk, key, [Side.B])
    m.reopen(one.desk, key)
    assert m.meetings(one.desk)[0].meeting.state is MeetingState.UNDER_WAY, "as it was before"


def test_one_begun_on_the_spot_and_taken_back_never_was(one: Station) -> None:
    one.clock.turn(5_000)
    ana = party_of(one.person("Ana"))
    key = start_ad_hoc(one.desk, ana, Party("REMURPE"), table="Mesa 1")
    (line,) = m.meetings(one.desk)
    assert (line.a, line.b, line.meeting.state) == ("Ana Quispe (AMSAT)", "REMURPE", MeetingState.UNDER_WAY)
    assert attending(one) == ["Ana Quispe"]
    m.reopen(one.desk, key)
    assert (m.meetings(one.desk), attending(one)) == ((), [])


def test_times_are_shown_as_the_reference_station_has_them(one: Station, other: Station) -> None:
    m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    exchange_all([one, other])
    slow = 40 * 60_000
    with other.file.unit() as unit:
        unit.append(ClockMeasured(one.file.station.station_id, slow, 10))
    assert arrive(other.desk, one.person("Ana").id).early is False, "it is 8:40, whatever this clock says"
    arrive(other.desk, one.person("Carla").id)
    (line,) = m.meetings(other.desk)
    assert line.started_at is not None
    assert (line.started_at.hour, line.started_at.minute) == (8, 40)
    exchange_all([one, other])
    assert m.meetings(one.desk)[0].started_at == line.started_at


def test_a_stolen_badge_opens_no_meeting(one: Station) -> None:
    m.schedule(one.desk, Party("AMSAT"), Party("REMURPE"), NINE)
    ana = one.person("Ana")
    code = one.badge(ana)
    revoke_badge(one.desk, ana.id)
    assert scan(one.desk, code, at=at(9)).attendee is None
    assert attending(one) == []


def test_which_session_a_meeting_belongs_to() -> None:
    meeting = Meeting("m", Party("Andes"), Party("Chira"), TEN)
    both = "Andes", "Chira"
    early = replace(BILATERAL, id="early", starts=time(8), ends=time(9))
    table_3 = replace(BILATERAL, id="three", room="Salón Wayra, mesa 3")
    table_30 = replace(BILATERAL, id="thirty", room="Salón Wayra, mesa 30")
    named = replace(early, id="named", name="Reunión: Andes con Chira")
    talk = replace(BILATERAL, id="talk", session_kind=SessionKind.TALK)
    tomorrow = replace(BILATERAL, id="tomorrow", day=DAYS[1])

    def found(*programme: Checkpoint) -> str:
        session = session_of(meeting, both, programme)
        return session.id if session else ""

    assert found(BILATERAL, early, talk, tomorrow) == "bilateral"
    assert found(talk, tomorrow, early) == ""
    assert found(table_3, table_30) == "three"
    assert found(table_30, replace(table_30, id="other")) == "", "which one can't be told"
    assert found(table_3, named) == "named"
    assert found(replace(BILATERAL, starts=None, ends=None)) == "bilateral"


def test_the_first_free_table() -> None:
    def on(table: str, place: Place, state: MeetingState = MeetingState.SCHEDULED) -> Meeting:
        return Meeting(table, Party("a"), Party("b"), replace(place, table=table), state=state)

    now = datetime.combine(DAYS[0], time(9, 40))
    planned = [on("Mesa 10", NINE), on("Mesa 2", NINE), on("Mesa 1", TEN)]
    assert free_table(planned, now) == "Mesa 2"
    planned.append(on("Mesa 2", NINE, MeetingState.UNDER_WAY))
    assert free_table(planned, now) == "Mesa 10"
    assert free_table([], now) == ""
