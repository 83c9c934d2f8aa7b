"""What a certificate is earned by: answers, hours, what does not count."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from checkin_desktop.domain.attendance import Span
from checkin_desktop.domain.eligibility import Attendance, EligibilityRule, hours_share, will_qualify
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, MissingExit
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.questions import Question, QuestionKind
from checkin_desktop.services.certificate_rules import define_rule, would_qualify
from checkin_desktop.services.certificates import review
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import settings
from checkin_desktop.services.found_event import update_settings
from checkin_desktop.services.questions import answer, define_question, remove_question
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.words import load_words
from checkin_desktop.words.certificates import missing_words
from support.desks import OPENING, ROSTER, Station, found

DAY = OPENING.date()


def session(name: str, starts: int, ends: int) -> Checkpoint:
    return Checkpoint(name, name, CheckpointKind.SESSION, DAY, time(starts), time(ends))


AGUA, SUELO, MESA = session("agua", 8, 10), session("suelo", 8, 10), session("mesa", 10, 12)
LUNCH = Checkpoint("lunch", "Almuerzo", CheckpointKind.ONCE, DAY, time(12), time(14), required=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Station]:
    points = (Checkpoint("day", "Ingreso", CheckpointKind.DAY, DAY), AGUA, SUELO, MESA, LUNCH)
    station = found(tmp_path / "one.checkin", checkpoints=points, people=ROSTER)
    yield station
    station.close()


def line(station: Station, name: str) -> CertificateLine:
    return next(x for x in review(station.desk) if name in x.attendee.name)


def test_an_answer_is_asked_for_of_those_whose_it_is_to_give(desk: Station) -> None:
    poll = Question("POLL", QuestionKind.TEXT, "¿Qué le pareció?", "How was it?", checkpoints=("agua",))
    press = Question("PRES", QuestionKind.TEXT, "¿Medio?", categories=(Category.PRESS,))
    for question in (poll, press):
        define_question(desk.desk, question)
    rule = EligibilityRule(all_required=False, questions=("POLL", "PRES", "GONE"))
    ana, carla = desk.person("Ana").id, desk.person("Carla").id
    admit_attendee(desk.desk, ana, "agua")
    admit_attendee(desk.desk, carla, "mesa")
    assert would_qualify(desk.desk, rule)[0] == 1
    define_rule(desk.desk, rule)
    assert line(desk, "Carla").state is CertificateState.ELIGIBLE
    missing = line(desk, "Ana").missing
    assert missing_words(load_words("es"), missing) == "responder: ¿Qué le pareció?"
    assert missing_words(load_words("en"), missing) == "an answer to: How was it?"
    assert line(desk, "Ana").hopeful
    answer(desk.desk, ana, {"POLL": "bien"})
    assert line(desk, "Ana").state is CertificateState.ELIGIBLE
    remove_question(desk.desk, poll)
    admit_attendee(desk.desk, carla, "agua")
    assert line(desk, "Carla").state is CertificateState.ELIGIBLE


def test_a_lunch_earns_nothing_and_is_never_missing(desk: Station) -> None:
    define_rule(desk.desk, EligibilityRule(all_required=True, hours_share=50))
    ana, carla = desk.person("Ana").id, desk.person("Carla").id
    admit_attendee(desk.desk, ana, "lunch")
    assert line(desk, "Ana").state is CertificateState.NOT_YET
    admit_attendee(desk.desk, carla, "agua")
    assert line(desk, "Carla").state is CertificateState.ELIGIBLE


def test_hours_come_from_scans_only_where_the_organiser_turned_them_on(desk: Station) -> None:
    desk.clock.turn((datetime.combine(DAY, time(9, 30), OPENING.tzinfo) - OPENING).total_seconds())
    define_rule(desk.desk, EligibilityRule(all_required=False, hours_share=50))
    admit_attendee(desk.desk, desk.person("Ana").id, "agua")
    assert line(desk, "Ana").state is CertificateState.ELIGIBLE
    update_settings(desk.desk, replace(settings(desk.desk), hours_from_scans=True))
    assert [(m.have, m.wanted) for m in line(desk, "Ana").missing] == [(12, 50)]
    update_settings(
        desk.desk,
        replace(settings(desk.desk), hours_from_scans=True, missing_exit=MissingExit.NOT_COUNTED),
    )
    assert [(m.have, m.wanted) for m in line(desk, "Ana").missing] == [(0, 50)]


def test_two_sessions_at_once_count_once_and_what_does_not_count_is_left_out() -> None:
    def there(*ids: str) -> Attendance:
        return Attendance(frozenset(ids))

    assert hours_share((AGUA, SUELO, MESA, LUNCH), there("agua", "suelo")) == 50
    assert hours_share((AGUA, SUELO, MESA), there("agua", "mesa")) == 100
    assert hours_share((AGUA, SUELO), there("agua")) == 100
    odd = tuple(Checkpoint(str(n), "", CheckpointKind.SESSION, DAY, time(8), time(8, 7)) for n in range(3))
    assert hours_share(odd, there("0", "1", "2")) == 100


def test_whoever_stays_from_now_on_still_qualifies() -> None:
    def at(hour: int, minute: int = 0) -> datetime:
        return datetime.combine(date(2025, 10, 9), time(hour, minute))

    rule = EligibilityRule(all_required=False, hours_share=80)
    spans = (Span("agua", datetime.combine(DAY, time(8)), datetime.combine(DAY, time(9))),)
    late = Attendance(frozenset({"agua"}), spans=spans)
    assert at(9).date() == DAY
    assert will_qualify((AGUA, MESA), late, rule, at(9))
    assert will_qualify((AGUA, MESA), late, rule, at(9, 40))
    assert not will_qualify((AGUA, MESA), late, rule, at(10, 30))
