"""Checking in at a real desk: verdicts, repetition, undo, paper, and what the journal keeps of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from checkin_desktop.domain.admission import (
    Admitted,
    AlreadyInside,
    Ambiguous,
    Left,
    Outcome,
    Refusal,
    Refused,
    Source,
    WelcomeBack,
)
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, Direction
from checkin_desktop.domain.facts import ClockMeasured
from checkin_desktop.services.badges import assign_badge, reserve_blank_badges, revoke_badge
from checkin_desktop.services.check_in import admit_attendee, check_in, enter_from_paper, undo
from checkin_desktop.services.desk import day_counts, event_info
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.register_walk_in import register, reinstate, withdraw
from checkin_desktop.services.views import CheckInResult
from support.desks import OPENING, Station, exchange_all, import_people, person

DAY = "day-2025-10-09"


def _scan(station: Station, code: str, checkpoint: str | None = None) -> CheckInResult:
    return check_in(station.desk, code, checkpoint, source=Source.SCANNER)


def _refusal(result: CheckInResult) -> Refusal:
    assert isinstance(result.verdict, Refused)
    return result.verdict.reason


def test_badge_document_and_own_code_find_the_same_person(one: Station) -> None:
    import_people(one, [person("Elva Nueva", "40000009", own_code="INV-77")])
    elva = one.person("Elva")
    for code in (one.badge(elva).lower(), "40000009", "INV-77"):
        result = _scan(one, code)
        assert result.attendee is not None
        assert result.attendee.id == elva.id
    assert event_info(one.desk).admitted == 1


def test_a_clock_put_back_a_little_makes_no_exit_of_the_same_code(one: Station) -> None:
    door = Checkpoint(
        "both", "Sala", CheckpointKind.SESSION, OPENING.date(), direction=Direction.BOTH, reentry=True
    )
    define_checkpoint(one.desk, door)
    badge = one.badge(one.person("Ana"))
    first = _scan(one, badge, "both")
    one.clock.turn(-40)
    again = _scan(one, badge, "both")
    assert (again.verdict, again.entry, again.repeated) == (Admitted(), first.entry, True)


def test_the_same_code_within_a_minute_repeats_the_first_verdict(one: Station) -> None:
    door = Checkpoint(
        "both", "Sala", CheckpointKind.SESSION, OPENING.date(), direction=Direction.BOTH, reentry=True
    )
    define_checkpoint(one.desk, door)
    badge = one.badge(one.person("Ana"))
    first = _scan(one, badge, "both")
    assert isinstance(first.verdict, Admitted)
    before = len(one.entries())
    for _ in range(2):
        one.clock.turn(29.9)
        again = _scan(one, badge, "both")
        assert (again.verdict, again.entry, again.repeated) == (Admitted(), first.entry, True)
    assert len(one.entries()) == before
    one.clock.turn(1)
    assert isinstance(_scan(one, badge, "both").verdict, Left)
    one.clock.turn(61)
    back = _scan(one, badge, "both").verdict
    assert isinstance(back, WelcomeBack)
    assert back.left_at is not None


def test_the_second_time_says_since_when_and_where(one: Station) -> None:
    badge = one.badge(one.person("Ana"))
    first = _scan(one, badge)
    one.clock.turn(120)
    verdict = _scan(one, badge).verdict
    assert verdict == AlreadyInside(first.at, one.file.station.station_id.hex())
    assert event_info(one.desk).inside == 1


def test_every_refusal_of_a_code_is_journaled(one: Station) -> None:
    lost = one.person("Beto")
    old_badge = one.badge(lost)
    revoke_badge(one.desk, lost.id)
    gone = one.person("Carla")
    withdraw(one.desk, gone.id)
    (blank,) = reserve_blank_badges(one.desk, 1)
    ana = one.badge(one.person("Ana"))
    refused = {
        "nobody": Refusal.UNKNOWN,
        ana[:-1] + ("0" if ana[-1] != "0" else "1"): Refusal.FORGED,
        ana[0] + "00000" + ana[6:]: Refusal.OTHER_EVENT,
        old_badge: Refusal.REVOKED,
        one.badge(gone): Refusal.WITHDRAWN,
        blank.code: Refusal.BLANK,
    }
    for code, reason in refused.items():
        before = len(one.entries())
        assert _refusal(_scan(one, code)) is reason
        assert len(one.entries()) == before + 1
    assert event_info(one.desk).refused == len(refused)
    assert _scan(one, one.badge(one.person("Beto"))).outcome is Outcome.ADMITTED
    assert _scan(one, old_badge).attendee == one.person("Beto")
    assert one.digest() == one.rebuilt_digest()


def test_a_withdrawn_person_taken_back_in_enters(one: Station) -> None:
    ana = one.person("Ana")
    withdraw(one.desk, ana.id)
    assert _refusal(_scan(one, one.badge(ana))) is Refusal.WITHDRAWN
    reinstate(one.desk, ana.id)
    assert _scan(one, one.badge(ana)).outcome is Outcome.ADMITTED


def test_another_day_names_the_days_and_can_be_confirmed(one: Station) -> None:
    one.clock.turn(-3 * 24 * 3600)
    badge = one.badge(one.person("Ana"))
    result = _scan(one, badge)
    assert isinstance(result.verdict, Refused)
    assert [d.isoformat() for d in result.verdict.days] == ["2025-10-09", "2025-10-10"]
    assert _refusal(_scan(one, badge, DAY)) is Refusal.WRONG_DAY
    confirmed = check_in(one.desk, badge, DAY, source=Source.CAMERA, day_confirmed=True)
    assert confirmed.outcome is Outcome.ADMITTED


def test_a_full_room_and_an_unknown_checkpoint(one: Station) -> None:
    define_checkpoint(
        one.desk, Checkpoint("room", "Sala", CheckpointKind.SESSION, OPENING.date(), capacity=1)
    )
    assert _scan(one, "40000001", "room").outcome is Outcome.ADMITTED
    assert _refusal(_scan(one, "40000002", "room")) is Refusal.FULL
    with pytest.raises(PersonFacingError) as told:
        _scan(one, "40000001", "attic")
    assert told.value.sentence == "desk-no-such-checkpoint"


def test_a_badge_of_another_desk_is_admitted_on_trust_and_filled_in_later(
    one: Station, other: Station
) -> None:
    walter = register(other.desk, person("Walter Nuevo", "70000001"))
    result = _scan(one, other.badge(walter))
    assert (result.verdict, result.attendee) == (Admitted(on_trust=True), None)
    exchange_all([one, other])
    assert [a.name for a in one.inside()] == ["Walter Nuevo"]
    assert one.digest() == other.digest() == one.rebuilt_digest()


def test_a_document_of_two_people_asks_which(one: Station, other: Station) -> None:
    for station in (one, other):
        register(station.desk, person("Walter Nuevo", "70000001"))
    exchange_all([one, other])
    result = _scan(one, "70000001")
    assert isinstance(result.verdict, Ambiguous)
    assert {a.name for a in result.candidates} == {"Walter Nuevo"}
    assert len(result.candidates) == 2
    assert result.entry == ""


def test_an_undone_scan_is_as_if_it_had_not_been_and_stays_in_the_journal(one: Station) -> None:
    first = _scan(one, "40000001")
    undo(one.desk, first.entry, "persona equivocada")
    undo(one.desk, first.entry)
    assert one.inside() == []
    assert event_info(one.desk).admitted == 0
    assert [(p.undone, p.name) for p in recent_passages(one.desk)] == [(True, "Ana Quispe")]
    assert _scan(one, "40000001").outcome is Outcome.ADMITTED
    with pytest.raises(PersonFacingError) as told:
        undo(one.desk, "00" * 32)
    assert told.value.sentence == "check-in-nothing-to-undo"
    assert one.digest() == one.rebuilt_digest()


def test_paper_counts_by_the_time_that_was_written_on_it(one: Station) -> None:
    ana, beto = one.person("Ana"), one.person("Beto")
    one.clock.turn(3 * 3600)
    at = OPENING + timedelta(minutes=30)
    results = enter_from_paper(one.desk, [ana.id, beto.id, ana.id, "nobody"], DAY, at)
    assert [r.outcome for r in results] == [Outcome.ADMITTED, Outcome.ADMITTED, Outcome.REFUSED]
    assert {r.at for r in results} == {at}
    later = _scan(one, one.badge(ana)).verdict
    assert later == AlreadyInside(at, one.file.station.station_id.hex())
    assert day_counts(one.desk, DAY).admitted == 2


def test_a_blank_badge_is_whose_it_was_given_to(one: Station) -> None:
    face, second = reserve_blank_badges(one.desk, 2)
    dora = one.person("Dora")
    assign_badge(one.desk, face.code, dora.id)
    result = _scan(one, face.code)
    assert result.attendee is not None
    assert result.attendee.id == dora.id
    assert result.outcome is Outcome.ADMITTED
    for code, to, sentence in (
        (face.code, one.person("Ana").id, "badges-already-assigned"),
        (one.badge(one.person("Ana")), dora.id, "badges-not-blank"),
        ("nobody", dora.id, "badges-not-blank"),
    ):
        with pytest.raises(PersonFacingError) as told:
            assign_badge(one.desk, code, to)
        assert told.value.sentence == sentence
    assert _refusal(_scan(one, second.code)) is Refusal.BLANK


def test_a_clock_known_to_be_off_is_corrected(one: Station, other: Station) -> None:
    """The other desk runs an hour late: its scans count an hour later, and still repeat within a minute."""
    with other.file.unit() as unit:
        unit.append(ClockMeasured(one.file.station.station_id, 3_600_000, 20))
    badge = other.badge(other.person("Ana"))
    first = _scan(other, badge)
    other.clock.turn(30)
    assert _scan(other, badge).repeated
    assert first.at == OPENING + timedelta(hours=1)
    exchange_all([one, other])
    (line,) = recent_passages(one.desk, own_only=False)
    assert line.at == OPENING + timedelta(hours=1)
    assert one.digest() == other.digest() == other.rebuilt_digest()


def test_picked_from_the_list(one: Station) -> None:
    ana = one.person("Ana")
    assert admit_attendee(one.desk, ana.id).outcome is Outcome.ADMITTED
    assert _refusal(admit_attendee(one.desk, "nobody")) is Refusal.UNKNOWN
    assert replace(one.person("Ana"), badge_prints=0) == ana
