"""What a meeting is after what was said of it, and what can't be held at once."""

from datetime import date, time

from checkin_desktop.domain.meetings import (
    ActaWritten,
    ClashKind,
    Meeting,
    MeetingAttended,
    MeetingCancelled,
    MeetingFact,
    MeetingNoShow,
    MeetingReopened,
    MeetingScheduled,
    MeetingsSwapped,
    MeetingStarted,
    MeetingState,
    Party,
    Place,
    Said,
    Side,
    clashes,
    meeting_of,
)

DAY = date(2025, 10, 9)
MORNING = Place("Mesa 1", DAY, time(9), time(9, 25))
NOON = Place("Mesa 2", DAY, time(12), time(12, 25))
A, B, C = Party("Alto Andes"), Party("Río Claro"), Party("", ("persona",))


def said(*facts: MeetingFact) -> list[Said]:
    return [Said(bytes([n]), n, fact) for n, fact in enumerate(facts, 1)]


PLAN = MeetingScheduled("m", A, B, MORNING, "Agua")


def now(*facts: MeetingFact) -> Meeting:
    meeting = meeting_of("m", said(PLAN, *facts))
    assert meeting is not None
    return meeting


def test_a_meeting_from_plan_to_acta() -> None:
    assert meeting_of("m", said(MeetingCancelled("m"))) is None
    assert now().state is MeetingState.SCHEDULED
    one = now(MeetingAttended("m", "x", Side.A, 5))
    assert (one.here(Side.A), one.here(Side.B)) == (True, False)
    begun = now(MeetingAttended("m", "x", Side.A, 5), MeetingStarted("m", (), 7))
    assert (begun.state, begun.started_at) == (MeetingState.UNDER_WAY, 7)
    held = now(MeetingStarted("m", (), 7), ActaWritten("m", ("x",), b"", 90))
    assert (held.state, held.ended_at, held.attendees) == (MeetingState.HELD, 90, ("x",))
    typed_in_the_evening = now(MeetingStarted("m", (), 7), ActaWritten("m", ("x",), b"", 7 * 3_600_000))
    assert (typed_in_the_evening.state, typed_in_the_evening.ended_at) == (MeetingState.HELD, None)


def test_a_mistake_is_taken_back() -> None:
    missed = now(MeetingAttended("m", "x", Side.A, 1), MeetingNoShow("m", (Side.B,), 9))
    assert (missed.state, missed.absent) == (MeetingState.NO_SHOW, (Side.B,))
    back = now(MeetingAttended("m", "x", Side.A, 1), MeetingNoShow("m", (Side.B,), 9), MeetingReopened("m"))
    assert (back.state, back.absent, back.arrivals) == (MeetingState.SCHEDULED, (), ())


def test_a_swap_moves_and_a_later_plan_moves_again() -> None:
    swapped = MeetingsSwapped("m", "n", NOON, MORNING)
    assert now(swapped).place == NOON
    again = MeetingScheduled("m", A, B, MORNING, "Agua")
    assert now(swapped, again).place == MORNING


def test_edits_unknown_to_each_other_are_noticed_and_the_latest_shown() -> None:
    first = said(PLAN)[0].entry
    mine = MeetingScheduled("m", A, B, NOON, "Agua", replaces=(first,))
    theirs = MeetingScheduled("m", A, B, MORNING, "Caminos", replaces=(first,))
    both = now(mine, theirs)
    assert (both.topic, both.disputed) == ("Caminos", True)
    settled = now(mine, theirs, MeetingScheduled("m", A, B, NOON, "Agua", replaces=both.edits))
    assert (settled.place, settled.disputed) == (NOON, False)


def test_a_table_or_a_party_can_not_be_needed_twice() -> None:
    standing = [Meeting("m", A, B, MORNING), Meeting("k", A, C, NOON, state=MeetingState.CANCELLED)]
    table = Meeting("n", C, Party("Otra"), Place("mesa 1", DAY, time(9, 20), time(9, 45)))
    assert [c.kind for c in clashes(table, standing)] == [ClashKind.TABLE]
    party = Meeting("n", Party("ALTO ANDES"), C, Place("Mesa 9", DAY, time(9, 20), time(9, 45)))
    assert [c.kind for c in clashes(party, standing)] == [ClashKind.PARTY]
    after = Meeting("n", A, B, Place("Mesa 1", DAY, time(9, 25), time(9, 50)))
    assert clashes(after, standing) == ()
    assert clashes(Meeting("n", A, C, NOON), standing) == ()


def test_two_people_of_one_organisation_may_sit_at_two_tables() -> None:
    standing = [Meeting("m", Party("Alto", ("x",)), B, MORNING)]
    other = Meeting("n", Party("Alto", ("y",)), C, Place("Mesa 2", DAY, time(9), time(9, 25)))
    assert clashes(other, standing) == ()
