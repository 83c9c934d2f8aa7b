"""The demo event: whole, alive, and made by the ways of a real one."""

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Outcome, Refusal, Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, SessionKind
from checkin_desktop.domain.meetings import MeetingState
from checkin_desktop.domain.people import Category, DocumentKind
from checkin_desktop.rosters.read import read_roster
from checkin_desktop.rosters.regions import REGIONS
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.delegations import delegations
from checkin_desktop.services.desk import checkpoints, event_info, proposed_checkpoint, settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.images import logos
from checkin_desktop.services.import_roster import plan_import
from checkin_desktop.services.meetings import meetings
from checkin_desktop.services.organisations import organisations
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.rules import rules
from checkin_desktop.startup.demo_event import demo_event, demo_roster, found_demo_event
from checkin_desktop.startup.events import OpenEvent, last_event, open_event
from checkin_desktop.words import load_words

ES = load_words("es")
DAYS = (date(2025, 6, 20), date(2025, 6, 21))


@pytest.fixture
def demo(home: Path) -> OpenEvent:
    with open_event(demo_event(ES)) as opened:
        yield opened


def test_its_people(demo: OpenEvent) -> None:
    people = [line.attendee.person for line in roster(demo.desk)]
    assert len(people) == 130
    assert {p.category for p in people} == set(Category)
    assert {p.document_kind for p in people} == {
        DocumentKind.DNI,
        DocumentKind.CE,
        DocumentKind.PASSPORT,
        None,
    }
    assert len({p.region for p in people}) == 18
    assert {p.region for p in people} <= set(REGIONS)
    held = organisations(demo.desk)
    assert len(held) == 52
    assert sum(o.name.startswith("Mancomunidad Municipal ") for o in held) == 40
    assert all(o.region for o in held)
    assert Counter(p.document for p in people if p.document).most_common(1)[0][1] == 1


def test_its_list_is_imported_without_a_problem_and_knows_everybody_again(demo: OpenEvent) -> None:
    reading = read_roster(demo_roster())
    assert (len(reading.rows), reading.problems, reading.repeated) == (130, (), 0)
    plan = plan_import(demo.desk, reading)
    assert (plan.new, plan.updated, plan.unchanged) == (0, 0, 130)


def test_its_programme_of_two_days(demo: OpenEvent) -> None:
    points = checkpoints(demo.desk)
    entrances = [c for c in points if c.kind is CheckpointKind.DAY]
    sessions = [c for c in points if c.kind is CheckpointKind.SESSION]
    given = [c for c in points if c.once]
    days = settings(demo.desk).days
    assert len(given) == 3
    assert [c.last_day for c in given if c.name.startswith("Kit")] == [days[1]]
    assert [r.rooms for r in rules(demo.desk)] == [("Sala de Consejo",)]
    assert [c.day for c in entrances] == list(days)
    assert all(c.required for c in entrances)
    assert days[1] - days[0] == timedelta(days=1)
    assert all(c.starts and c.ends and c.starts < c.ends and c.room and not c.required for c in sessions)
    kinds = Counter(c.session_kind for c in sessions)
    assert kinds[SessionKind.BILATERAL] >= 20
    assert set(kinds) >= set(SessionKind) - {SessionKind.OTHER}
    bilaterals = [c for c in sessions if c.session_kind is SessionKind.BILATERAL]
    assert {c.day for c in bilaterals} == set(days)
    assert all(c.capacity and "mesa" in c.room for c in bilaterals)
    assert not any(overlap(a, b) for a in sessions for b in sessions if a.id < b.id)


def overlap(a: Checkpoint, b: Checkpoint) -> bool:
    """Two sessions at once in one room or at one table."""
    if (a.day, a.room) != (b.day, b.room) or not (a.starts and a.ends and b.starts and b.ends):
        return False
    return a.starts < b.ends and b.starts < a.ends


def test_scanning_works_at_once_and_screens_are_alive(demo: OpenEvent) -> None:
    desk, now = demo.desk, datetime.now(demo.desk.zone)
    proposed = proposed_checkpoint(desk)
    assert proposed
    assert proposed.day == settings(desk).days[0]
    info = event_info(desk)
    at_meetings_only = 4
    came = 40 + at_meetings_only
    assert (info.admitted, info.inside, info.refused, info.conflicts) == (came, came, 1, 0)
    recent = recent_passages(desk, 100)
    assert sum(p.undone for p in recent) == 1
    assert [p.reason for p in recent if p.outcome is Outcome.REFUSED] == [Refusal.OTHER_EVENT]
    assert all(p.at <= now and p.at.date() == proposed.day for p in recent)
    come = {p.attendee_id for p in recent}
    code = next(face.code for i, face in badge_faces(desk) if i not in come)
    assert check_in(desk, code, source=Source.CAMERA).outcome is Outcome.ADMITTED


def test_its_meetings_and_delegations(demo: OpenEvent) -> None:
    lines = meetings(demo.desk)
    states = Counter(line.meeting.state for line in lines)
    assert (len(lines), states[MeetingState.HELD], states[MeetingState.NO_SHOW]) == (24, 4, 1)
    assert not any(line.clashing for line in lines)
    known = {o.name for o in organisations(demo.desk)}
    assert all({line.a, line.b} <= known for line in lines)
    assert all(line.acta and line.acta.agreements for line in lines[:4])
    assert all(line.people_a and line.people_b for line in lines[:4])
    groups = delegations(demo.desk)
    assert [(d.name, d.escorts) for d in groups.lines if d.arranged] == [
        ("Delegación de la Amazonía", 3),
        ("Delegación del Altiplano", 2),
    ]


def test_papers_say_who_grants_and_who_signs(demo: OpenEvent) -> None:
    said = settings(demo.desk)
    assert "demostración" in said.name
    assert (said.city, said.hours, said.timezone) == ("Cusco", 20, "America/Lima")
    assert said.place
    assert said.issuers
    assert len(said.signatories) == 2
    assert len(logos(demo.desk)) == 2


def test_the_second_time_it_is_found_as_it_was_left(home: Path) -> None:
    path = demo_event(ES)
    with open_event(path) as opened:
        code = badge_faces(opened.desk)[1][1].code
        assert check_in(opened.desk, code, source=Source.CAMERA).outcome is Outcome.ADMITTED
        station = opened.desk.store.station
    assert demo_event(load_words("en")) == path
    with open_event(path) as again:
        assert event_info(again.desk).admitted == 45
        assert again.desk.store.station == station
        with again.desk.store.read() as reads:
            assert reads.journal.faults() == []


def test_a_demo_cut_short_leaves_nothing_that_is_taken_for_one(home: Path) -> None:
    class Interrupted(Exception):
        pass

    class CutShort:
        language = "es"

        def say(self, sentence: str, **arguments: object) -> str:
            raise Interrupted

    with pytest.raises(Interrupted):
        demo_event(CutShort())
    assert list((home / "events").iterdir()) == []
    with open_event(demo_event(ES)) as opened:
        assert event_info(opened.desk).attendees == 130


def test_making_it_does_not_change_what_the_program_opens_next(home: Path) -> None:
    found_demo_event(home / "own.checkin", DAYS, ES).close()
    assert last_event() is None
    with open_event(home / "own.checkin"):
        pass
    demo_event(ES)
    assert last_event() == home / "own.checkin"
