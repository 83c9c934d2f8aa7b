"""May this badge in, now, here: the whole table of verdicts."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.admission import (
    Admitted,
    AlreadyInside,
    Ambiguous,
    BeenHere,
    Guest,
    Left,
    Outcome,
    Refusal,
    Refused,
    Stranger,
    Verdict,
    WelcomeBack,
    checkpoint_for,
    decide,
    outcome_of,
)
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, Direction
from checkin_desktop.domain.people import Category

LIMA = ZoneInfo("America/Lima")
DAY = date(2025, 10, 9)
AT = datetime(2025, 10, 9, 9, 0, tzinfo=LIMA)
BEFORE = AT - timedelta(hours=1)
DOOR = Checkpoint("day", "Ingreso", CheckpointKind.DAY, DAY)
BOTH = replace(DOOR, direction=Direction.BOTH, reentry=True)
EXIT = replace(DOOR, direction=Direction.EXIT)
GUEST = Guest(Category.ATTENDEE)
NEW = BeenHere()
INSIDE = BeenHere(True, BEFORE, None, "aa")
GONE = BeenHere(False, BEFORE, AT - timedelta(minutes=5), "aa")


@pytest.mark.parametrize(
    ("checkpoint", "been", "verdict"),
    [
        (DOOR, NEW, Admitted()),
        (DOOR, INSIDE, AlreadyInside(BEFORE, "aa")),
        (DOOR, GONE, Refused(Refusal.NO_REENTRY)),
        (replace(DOOR, reentry=True), INSIDE, WelcomeBack(BEFORE, None)),
        (replace(DOOR, reentry=True), GONE, WelcomeBack(BEFORE, GONE.left_at)),
        (BOTH, NEW, Admitted()),
        (BOTH, INSIDE, Left(BEFORE)),
        (BOTH, GONE, WelcomeBack(BEFORE, GONE.left_at)),
        (EXIT, NEW, Left(None)),
        (EXIT, INSIDE, Left(BEFORE)),
        (replace(DOOR, categories=frozenset({Category.PRESS})), NEW, Refused(Refusal.NOT_IN_CATEGORY)),
        (replace(DOOR, categories=frozenset({Category.ATTENDEE})), NEW, Admitted()),
    ],
)
def test_the_verdict_at_a_checkpoint(checkpoint: Checkpoint, been: BeenHere, verdict: Verdict) -> None:
    assert decide(GUEST, checkpoint, been, 0, AT) == verdict


@pytest.mark.parametrize("reason", Refusal)
def test_a_stranger_is_refused_for_the_reason_known(reason: Refusal) -> None:
    for checkpoint in (DOOR, BOTH, EXIT):
        assert decide(Stranger(reason), checkpoint, NEW, 0, AT) == Refused(reason)


def test_another_day_is_refused_until_a_person_confirms_it() -> None:
    tomorrow = AT + timedelta(days=1)
    assert decide(GUEST, DOOR, NEW, 0, tomorrow) == Refused(Refusal.WRONG_DAY, days=(DAY,))
    assert decide(GUEST, DOOR, NEW, 0, tomorrow, day_confirmed=True) == Admitted()
    assert decide(GUEST, BOTH, INSIDE, 0, tomorrow) == Left(BEFORE)


def test_a_known_badge_of_another_desk_is_admitted_on_trust() -> None:
    assert decide(Guest(Category.PRESS, on_trust=True), DOOR, NEW, 0, AT) == Admitted(on_trust=True)


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        (time(7, 59, 59), Refusal.TOO_EARLY),
        (time(8, 0), None),
        (time(10, 0), None),
        (time(10, 0, 1), Refusal.TOO_LATE),
    ],
)
def test_the_window_counts_by_the_venues_clock(at: time, reason: Refusal | None) -> None:
    door = replace(DOOR, opens=time(8, 0), closes=time(10, 0))
    verdict = decide(GUEST, door, NEW, 0, datetime.combine(DAY, at, LIMA))
    if reason is None:
        assert verdict == Admitted()
    else:
        opens, closes = (datetime.combine(DAY, t, LIMA) for t in (time(8), time(10)))
        assert verdict == Refused(reason, opens=opens, closes=closes)


def test_who_is_inside_is_told_so_after_hours_and_may_leave() -> None:
    closed = replace(DOOR, closes=time(8, 30))
    assert decide(GUEST, closed, INSIDE, 0, AT) == AlreadyInside(BEFORE, "aa")
    assert decide(GUEST, replace(closed, direction=Direction.BOTH), INSIDE, 0, AT) == Left(BEFORE)


@pytest.mark.parametrize(("inside", "full"), [(1, False), (2, True), (3, True)])
def test_capacity(inside: int, full: bool) -> None:
    room = replace(DOOR, capacity=2)
    wanted = Refused(Refusal.FULL, limit=2) if full else Admitted()
    assert decide(GUEST, room, NEW, inside, AT) == wanted
    assert decide(GUEST, room, INSIDE, inside, AT) == AlreadyInside(BEFORE, "aa")
    assert isinstance(decide(GUEST, replace(room, reentry=True), INSIDE, inside, AT), WelcomeBack)


def test_every_verdict_has_its_name() -> None:
    verdicts = [
        Admitted(),
        WelcomeBack(AT),
        AlreadyInside(AT, ""),
        Left(None),
        Refused(Refusal.FULL),
        Ambiguous(()),
    ]
    assert [outcome_of(v) for v in verdicts] == list(Outcome)


@given(st.builds(Guest, st.sampled_from(Category)), st.sampled_from([NEW, INSIDE, GONE]), st.booleans())
def test_only_somebody_inside_leaves_where_one_scan_means_both(
    guest: Guest, been: BeenHere, reentry: bool
) -> None:
    verdict = decide(guest, replace(BOTH, reentry=reentry), been, 0, AT)
    assert isinstance(verdict, Left) == been.inside


def test_the_clock_proposes_the_days_entrance() -> None:
    talk = Checkpoint("talk", "Charla", CheckpointKind.SESSION, DAY)
    second = replace(DOOR, id="second", day=DAY + timedelta(days=1))
    assert checkpoint_for((talk, DOOR, second), AT) == DOOR
    assert checkpoint_for((talk, DOOR, second), AT + timedelta(days=1)) == second
    assert checkpoint_for((talk, DOOR, second), AT + timedelta(days=2)) is None
