"""The organiser's own rules: who × where × when × how often."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from checkin_desktop.domain.admission import (
    Admitted,
    BeenHere,
    Guest,
    Refusal,
    Refused,
    decide,
    next_checkpoint,
)
from checkin_desktop.domain.attendance import Stay, attended, hours_present
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, MissingExit, SessionKind
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.rules import AdmissionRule, Belongs, Effect, Often, Ruling, in_order, ruling

LIMA = ZoneInfo("America/Lima")
DAY = date(2025, 10, 9)
AT = datetime(2025, 10, 9, 9, 0, tzinfo=LIMA)
HALL = Checkpoint(
    "talk", "Conferencia", CheckpointKind.SESSION, DAY, time(9), time(10), "Paraninfo", SessionKind.TALK
)
TABLE = replace(HALL, id="table", room="Sala Inti", session_kind=SessionKind.WORKING_TABLE)
LUNCH = Checkpoint("lunch", "Almuerzo", CheckpointKind.ONCE, DAY, opens=time(12), closes=time(14))
PRESS = Guest(Category.PRESS, organisation="Radio Qosqo", region="Cusco")


def ruled(
    *rules: AdmissionRule, who: Guest = PRESS, where: Checkpoint = HALL, at: datetime = AT, been: int = 0
) -> Ruling | None:
    admissions = [(where.id, at - timedelta(hours=n + 1)) for n in range(been)]
    belongs = Belongs((who.organisation,), (who.region,))
    return ruling(rules, who.category, belongs, where, at, (HALL, TABLE), lambda: admissions)


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        (AdmissionRule("r"), True),
        (AdmissionRule("r", categories=frozenset({Category.PRESS})), True),
        (AdmissionRule("r", categories=frozenset({Category.GUEST})), False),
        (AdmissionRule("r", organisations=("RADIO  QOSQÓ",)), True),
        (AdmissionRule("r", organisations=("Radio Puno",)), False),
        (AdmissionRule("r", regions=("cusco",)), True),
        (AdmissionRule("r", regions=("Puno",)), False),
        (AdmissionRule("r", checkpoints=frozenset({"talk"})), True),
        (AdmissionRule("r", checkpoints=frozenset({"table"})), False),
        (AdmissionRule("r", rooms=("paraninfo",)), True),
        (AdmissionRule("r", rooms=("Sala Inti",)), False),
        (AdmissionRule("r", session_kinds=frozenset({SessionKind.TALK})), True),
        (AdmissionRule("r", session_kinds=frozenset({SessionKind.PANEL})), False),
        (AdmissionRule("r", days=frozenset({DAY})), True),
        (AdmissionRule("r", days=frozenset({DAY + timedelta(days=1)})), False),
        (AdmissionRule("r", since=time(9), until=time(9)), True),
        (AdmissionRule("r", since=time(9, 1)), False),
        (AdmissionRule("r", until=time(8, 59)), False),
    ],
)
def test_a_rule_is_about_somebody_somewhere_sometime(rule: AdmissionRule, holds: bool) -> None:
    assert (ruled(rule) is not None) is holds


def test_the_first_rule_decides_and_says_the_organisers_sentence() -> None:
    first = AdmissionRule(
        "b", 1, categories=frozenset({Category.PRESS}), sentence="Prensa: por la sala de prensa"
    )
    second = AdmissionRule("a", 2, effect=Effect.ALLOW)
    verdict = decide(PRESS, HALL, BeenHere(), 0, AT, ruling=ruled(*in_order([second, first])))
    assert verdict == Refused(Refusal.CUSTOM, sentence="Prensa: por la sala de prensa")


def test_a_rule_that_allows_lets_in_beyond_categories_and_hours_but_never_beyond_the_room() -> None:
    closed = replace(HALL, categories=frozenset({Category.AUTHORITY}), opens=time(10), capacity=2)
    allowed = ruled(AdmissionRule("a", effect=Effect.ALLOW))
    assert decide(PRESS, closed, BeenHere(), 0, AT) == Refused(Refusal.NOT_IN_CATEGORY)
    assert decide(PRESS, closed, BeenHere(), 0, AT, ruling=allowed) == Admitted()
    assert decide(PRESS, closed, BeenHere(), 2, AT, ruling=allowed) == Refused(Refusal.FULL, limit=2)


@pytest.mark.parametrize(
    ("often", "times", "been", "refused"),
    [
        (Often.ALWAYS, 1, 9, False),
        (Often.ONCE, 1, 0, False),
        (Often.ONCE, 1, 1, True),
        (Often.TIMES, 2, 1, False),
        (Often.TIMES, 2, 2, True),
    ],
)
def test_how_often(often: Often, times: int, been: int, refused: bool) -> None:
    found = ruled(AdmissionRule("a", often=often, times=times, effect=Effect.ALLOW), been=been)
    assert found is not None
    assert found.refuses is refused


def test_once_a_day_counts_each_day_anew() -> None:
    rule = AdmissionRule("a", often=Often.ONCE_A_DAY, effect=Effect.ALLOW)
    yesterday = [("table", AT - timedelta(days=1))]
    args = (Category.PRESS, Belongs(), HALL, AT, (HALL, TABLE))
    assert not (ruling([rule], *args, lambda: yesterday) or Ruling(rule, 9)).refuses
    today = [*yesterday, ("table", AT - timedelta(hours=1))]
    assert (ruling([rule], *args, lambda: today) or Ruling(rule)).refuses


def test_an_early_arrival_is_told_when_and_tolerance_opens_the_door_sooner() -> None:
    door = replace(HALL, opens=time(9, 30), closes=time(10), tolerance=10)
    early = decide(PRESS, door, BeenHere(), 0, AT)
    assert isinstance(early, Refused)
    assert (early.reason, early.wait) == (Refusal.TOO_EARLY, 20)
    assert early.opens == AT + timedelta(minutes=20)
    assert decide(PRESS, door, BeenHere(), 0, AT + timedelta(minutes=20)) == Admitted()
    assert decide(PRESS, door, BeenHere(), 0, AT + timedelta(minutes=70)) == Admitted()
    late = decide(PRESS, door, BeenHere(), 0, AT + timedelta(minutes=71))
    assert isinstance(late, Refused)
    assert late.reason is Refusal.TOO_LATE
    assert decide(PRESS, replace(door, tolerance=2**62), BeenHere(), 0, AT) == Admitted()


def test_a_lunch_is_given_once_and_the_second_time_says_when_and_where() -> None:
    noon = AT.replace(hour=12, minute=30)
    assert decide(PRESS, LUNCH, BeenHere(), 0, noon) == Admitted(given=True)
    been = BeenHere(True, noon, None, "aa")
    again = decide(PRESS, LUNCH, been, 0, noon + timedelta(hours=1))
    assert again == Refused(Refusal.ALREADY_GIVEN, since=noon, station_id="aa")
    assert attended((HALL, LUNCH), ["talk", "lunch"]) == (HALL,)


def test_a_kit_may_be_given_on_any_of_its_days() -> None:
    kit = replace(LUNCH, last_day=DAY + timedelta(days=1))
    tomorrow = AT.replace(hour=12, minute=30) + timedelta(days=1)
    assert decide(PRESS, kit, BeenHere(), 0, tomorrow) == Admitted(given=True)
    assert decide(PRESS, kit, BeenHere(), 0, tomorrow + timedelta(days=1)) == Refused(
        Refusal.WRONG_DAY, days=(DAY,)
    )


def test_the_session_that_opens_in_the_desks_room_is_proposed() -> None:
    first = replace(HALL, id="first", starts=time(9), ends=time(10))
    second = replace(HALL, id="second", starts=time(10, 15), ends=time(11))
    elsewhere = replace(TABLE, id="other", starts=time(10, 15), ends=time(11))
    entrance = Checkpoint("day", "Ingreso", CheckpointKind.DAY, DAY)
    programme = (entrance, first, second, elsewhere)
    assert next_checkpoint(programme, first, AT) is None
    assert next_checkpoint(programme, first, AT.replace(hour=9, minute=45)) is second
    assert next_checkpoint(programme, second, AT.replace(hour=10)) is None
    assert next_checkpoint(programme, entrance, AT) is None
    assert next_checkpoint(programme, replace(first, day=DAY - timedelta(days=1)), AT) is entrance
    opening = replace(second, opens=time(10, 10), tolerance=5)
    programme = (entrance, first, opening)
    assert next_checkpoint(programme, first, AT.replace(hour=10, minute=4)) is None
    assert next_checkpoint(programme, first, AT.replace(hour=10, minute=5)) is opening


@pytest.mark.parametrize(
    ("missing", "hours"),
    [(MissingExit.UNTIL_END, 1.75), (MissingExit.NOT_COUNTED, 1.0), (MissingExit.UNTIL_NEXT, 1.5)],
)
def test_hours_follow_the_events_rule_for_a_missing_exit(missing: MissingExit, hours: float) -> None:
    talk, panel = HALL, replace(HALL, id="panel", starts=time(9, 45), ends=time(10, 45))
    stays = [
        Stay("talk", AT),
        Stay("panel", AT + timedelta(minutes=30), AT + timedelta(hours=3)),
    ]
    assert hours_present((talk, panel), stays, missing, LIMA) == hours
