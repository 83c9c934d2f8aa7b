"""Certificates by kind and rule, one desk that issues, numbers accounted for, and into people's hands."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.certificate import CertificateKind, Entitlement, good_pattern, register_number
from checkin_desktop.domain.certifying import CertificationSettings, Piles, VoidReason
from checkin_desktop.domain.eligibility import EligibilityRule
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.register import NumberState, audit
from checkin_desktop.services.certificate_register import (
    register_audit,
    register_lines,
    skip_numbers,
    void,
)
from checkin_desktop.services.certificate_requests import (
    close_requests,
    issue_requested,
    request,
    requests,
)
from checkin_desktop.services.certificate_rules import assign_role, define_rule, would_qualify
from checkin_desktop.services.certificates import (
    certificate_faces,
    issue,
    record_prints,
    review,
    revoke,
)
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.erase import erase
from checkin_desktop.services.handing_over import (
    Collector,
    hand_over,
    left_over,
    piles,
    take_back,
    void_left_over,
)
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.issuing_desk import configure_certification, issuing_desk, take_over
from checkin_desktop.services.print_runs import record_sheets, record_sheets_lost, runs_of, sent_sheets
from checkin_desktop.services.reissuing import correct
from checkin_desktop.services.views import CertificateLine, CertificateState
from support.desks import Station, differences, exchange_all, joined

DAY = "day-2025-10-09"
ALONE = Terms("vino", alone_reason="sola")


def came(station: Station, *names: str) -> list[str]:
    ids = [station.person(name).id for name in names]
    for who in ids:
        admit_attendee(station.desk, who, DAY, source=Source.SEARCH)
    return ids


def line(station: Station, name: str) -> CertificateLine:
    return next(x for x in review(station.desk) if name in x.attendee.name)


def test_whoever_spoke_needs_one_day_and_is_a_speaker_for_each_talk(one: Station) -> None:
    (beto,) = came(one, "Beto")
    assert line(one, "Beto").wanted.kind is CertificateKind.SPEAKER
    assign_role(one.desk, beto, CertificateKind.SPEAKER, "Agua")
    assign_role(one.desk, beto, CertificateKind.SPEAKER, "Suelo")
    assign_role(one.desk, beto, CertificateKind.MODERATOR, "")
    assert issue(one.desk, [beto]) == (beto,)
    held = [(f.kind, f.talk) for f in certificate_faces(one.desk, [beto])]
    assert sorted(held) == [
        (CertificateKind.MODERATOR, ""),
        (CertificateKind.SPEAKER, "Agua"),
        (CertificateKind.SPEAKER, "Suelo"),
    ]
    # The days that somebody came are no sessions that he spoke at.
    assert {f.sessions for f in certificate_faces(one.desk, [beto])} == {()}
    with one.file.read() as reads:
        assert not reads.conflicts.all(open_only=True)
    assign_role(one.desk, beto, CertificateKind.SPEAKER, "Suelo", removed=True)
    states = [x.state for x in review(one.desk, [beto])]
    assert states == [CertificateState.ISSUED] * 3  # what was issued stays listed
    assert one.digest() == one.rebuilt_digest()


def test_a_rule_says_what_is_missing_and_whom_it_would_help_before_it_is_kept(one: Station) -> None:
    came(one, "Ana", "Carla")
    assert [m.what for m in line(one, "Ana").missing] == ["Day 2"]
    easier = EligibilityRule(all_required=False, days=1)
    assert would_qualify(one.desk, easier) == (2, 3)
    define_rule(one.desk, easier)
    assert line(one, "Ana").state is CertificateState.ELIGIBLE
    define_rule(
        one.desk, EligibilityRule(category=Category.ATTENDEE, all_required=False, entry_and_exit=True)
    )
    assert [(m.lack.value, m.what) for m in line(one, "Ana").missing] == [("exit", "Day 1")]
    define_rule(one.desk, EligibilityRule(category=Category.ATTENDEE, all_required=False, not_counted=(DAY,)))
    assert line(one, "Ana").state is CertificateState.NOT_YET


def test_one_desk_issues_and_answers_what_the_other_asks_for(one: Station, other: Station) -> None:
    ana, carla = came(one, "Ana", "Carla")
    define_rule(one.desk, EligibilityRule(all_required=False))
    exchange_all([one, other])
    named = issuing_desk(other.desk)
    assert named is not None
    assert named.name == "Mesa 1"
    assert request(other.desk, [ana, carla]) == 2
    assert request(other.desk, [ana]) == 0
    exchange_all([one, other])
    waiting = requests(one.desk)
    assert [w.attendee.name for w in waiting] == ["Ana Quispe", "Carla Huamán"]
    close_requests(one.desk, [waiting[1].entry], "se fue")
    assert issue_requested(one.desk, [w.entry for w in waiting]) == ((ana,), 0)
    exchange_all([one, other])
    assert requests(other.desk) == ()
    assert line(other, "Ana").number == "0001-2025"
    assert not differences(one, other)


def test_a_desk_alone_takes_over_with_a_reason(one: Station, other: Station) -> None:
    with pytest.raises(PersonFacingError):
        take_over(other.desk, " ")
    take_over(other.desk, "la mesa 1 no responde")
    assert issuing_desk(other.desk) is None
    other.clock.turn(1)
    exchange_all([one, other])
    assert issuing_desk(one.desk) is not None


def test_numbers_are_shown_as_the_organiser_wants_and_stay_so(one: Station) -> None:
    (ana,) = came(one, "Ana")
    configure_certification(one.desk, CertificationSettings(number_pattern="REMURPE-{year}-{number:03}"))
    issue(one.desk, [ana], exception_reason="vino")
    configure_certification(one.desk, CertificationSettings())
    assert line(one, "Ana").number == "REMURPE-2025-001"
    with pytest.raises(PersonFacingError):
        configure_certification(one.desk, CertificationSettings(number_pattern="{year}"))


@pytest.mark.parametrize(
    ("pattern", "good"),
    [
        ("{number}", True),
        ("N {number:05}/{year}", True),
        ("{number}{number}", False),
        ("{numero}", False),
        ("", False),
        ("{number}" + "x" * 40, False),
    ],
)
def test_patterns(pattern: str, good: bool) -> None:
    assert good_pattern(pattern) is good
    if good:
        assert register_number(7, 2025, pattern) != register_number(8, 2025, pattern)


def test_every_number_is_accounted_for_issued_revoked_void_or_left_out(one: Station) -> None:
    ids = came(one, "Ana", "Carla", "Dora")
    assert skip_numbers(one.desk, 2, "hojas numeradas malogradas") == (1, 2)
    issue(one.desk, ids, exception_reason="vino")
    revoke(one.desk, ids[0], "nombre mal escrito")
    serial = line(one, "Carla").serial
    assert serial is not None
    assert void(one.desk, [serial], VoidReason.SPOILED, "se atascó") == (serial,)
    assert void(one.desk, [serial], VoidReason.SPOILED, "otra vez") == ()
    with pytest.raises(PersonFacingError):
        void(one.desk, [99], VoidReason.SPOILED)
    (mine,) = register_audit(one.desk)
    assert (mine.issued, mine.revoked, mine.void, mine.unused) == (1, 1, 3, 6)
    assert mine.sound
    assert [(x.number, x.void) for x in register_lines(one.desk)][:2] == [
        ("0001-2025", "skipped"),
        ("0002-2025", "skipped"),
    ]
    assert line(one, "Carla").state is CertificateState.REVOKED
    issue(one.desk, ids, exception_reason="otra vez")
    assert one.digest() == one.rebuilt_digest()


def test_a_name_is_corrected_and_the_new_one_says_which_it_replaces(one: Station) -> None:
    (ana,) = came(one, "Ana")
    issue(one.desk, [ana], exception_reason="vino")
    person = replace(one.person("Ana").person, surnames="Quispe Ttito")
    number = correct(one.desk, line(one, "Ana").wanted, person, "apellido incompleto")
    (face,) = certificate_faces(one.desk, [ana])
    assert (face.name, face.number, face.replaces) == ("Ana Quispe Ttito", number, "0001-2025")
    assert [x.revoked for x in register_lines(one.desk)] == [True, False]


def test_issued_ahead_to_whom_nothing_is_missing_so_far_and_voided_if_not_earned(one: Station) -> None:
    ana, carla = came(one, "Ana", "Carla")
    assert line(one, "Ana").hopeful
    assert not line(one, "Dora").hopeful
    assert set(issue(one.desk, [p.id for p in one.people()], terms=Terms(ahead=True))) == {ana, carla}
    one.clock.turn(24 * 3600)
    admit_attendee(one.desk, ana, "day-2025-10-10", source=Source.SEARCH)
    hand_over(one.desk, [])
    undelivered, unearned = left_over(one.desk)
    assert [h.attendee_id for h in undelivered] == [ana]
    assert [h.attendee_id for h in unearned] == [carla]
    hand_over(one.desk, [ana])
    assert void_left_over(one.desk, [], [h.serial for h in unearned], "no vino el segundo día") == 1
    assert line(one, "Carla").void == VoidReason.UNEARNED
    assert register_audit(one.desk)[0].sound


def test_piles_and_who_collected_them(one: Station) -> None:
    ids = came(one, "Ana", "Carla", "Dora")
    issue(one.desk, ids, exception_reason="vino")
    assert [(p.name, len(p.held)) for p in piles(one.desk)] == [("AMSAT", 2), ("REMURPE", 1)]
    configure_certification(one.desk, CertificationSettings(piles=Piles.LETTER))
    assert [p.name for p in piles(one.desk)] == ["H", "Ñ", "Q"]
    hand_over(one.desk, ids[:2], Collector(ids[0]))
    hand_over(one.desk, ids[2:], Collector(name="Chofer Ticona", document="40999999"))
    held = {h.attendee_id: h for p in piles(one.desk) for h in p.held}
    assert [held[i].collector for i in ids] == ["Ana Quispe", "Ana Quispe", "Chofer Ticona"]
    take_back(one.desk, [held[ids[0]].serial])
    assert not line(one, "Ana").handed_over
    assert line(one, "Carla").handed_over
    erase(one.desk)
    assert not any(h.collector for p in piles(one.desk) for h in p.held)
    assert one.digest() == one.rebuilt_digest()


def test_what_a_jam_ate_is_no_reprint(one: Station) -> None:
    (ana,) = came(one, "Ana")
    issue(one.desk, [ana], exception_reason="vino")
    record_prints(one.desk, [ana], "láser")
    serial = line(one, "Ana").serial
    assert serial is not None
    record_sheets_lost(one.desk, [serial])
    assert line(one, "Ana").prints == 0
    record_prints(one.desk, [ana], "láser")
    assert line(one, "Ana").prints == 1


def test_after_a_jam_it_goes_on_in_the_order_in_which_it_was_sent(one: Station, other: Station) -> None:
    ids = came(one, "Ana", "Carla", "Dora", "Beto")
    issue(one.desk, ids, exception_reason="vino")
    by_name = {h.sort_name.split(",")[0]: h.serial for p in piles(one.desk) for h in p.held}
    order = [by_name[n] for n in ("Ñahui", "Quispe", "Mamani", "Huamán")]
    record_sheets(one.desk, order[:3], "láser")
    one.clock.turn(1)
    record_sheets(one.desk, order[3:], "láser")
    # What decides how piles lie changes; what was sent was sent.
    configure_certification(one.desk, CertificationSettings(piles=Piles.LETTER))
    sent = sent_sheets(one.desk)
    assert [s.held.serial for s in sent] == order
    assert {s.printer for s in sent} == {"láser"}
    lost = sent[1:]
    record_sheets_lost(one.desk, [s.held.serial for s in lost])
    assert [h.serial for p in runs_of(lost) for h in p.held] == order[1:]
    assert [f.reprint for f in certificate_faces(one.desk, ids)] == [False] * 4
    record_sheets(one.desk, order[1:], "láser")
    assert [s.held.serial for s in sent_sheets(one.desk)] == order
    assert [s.held.prints for s in sent_sheets(one.desk)] == [1] * 4
    exchange_all([one, other])
    assert sent_sheets(other.desk) == ()  # it was not that desk's printer
    assert not differences(one, other)
    hand_over(one.desk, ids[:1])
    assert by_name["Quispe"] not in [s.held.serial for s in sent_sheets(one.desk)]
    assert one.digest() == one.rebuilt_digest()


@given(
    st.lists(st.tuples(st.integers(1, 30), st.sampled_from(NumberState)), max_size=30),
    st.randoms(use_true_random=False),
)
def test_the_audit_leaves_no_number_out_in_any_order(
    numbers: list[tuple[int, NumberState]], chance: random.Random
) -> None:
    said = audit([(1, 1, 15), (2, 16, 30)], numbers)
    shuffled = list(numbers)
    chance.shuffle(shuffled)
    assert audit([(2, 16, 30), (1, 1, 15)], shuffled) == said
    for one in said:
        mine = [n for n, _ in numbers if one.first <= n <= one.last]
        holes = {n for a, b in one.holes for n in range(a, b + 1)}
        assert holes | set(mine) == set(range(one.first, one.unused))
        assert not holes & set(mine)
        assert one.used == len(mine)
        assert set(one.twice) == {n for n in mine if mine.count(n) > 1}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3), st.integers(0, 6)), max_size=12), st.data())
def test_any_order_of_entries_is_the_same_register(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    from support.desks import ROSTER, found

    folder: Path = tmp_path_factory.mktemp("register")
    one = found(folder / "one.checkin", people=ROSTER)
    other, third = joined(folder / "two.checkin", one), joined(folder / "three.checkin", one)
    try:
        for place, who, what in steps:
            station = (one, other)[place]
            station.clock.turn(1)
            somebody = station.people()[who].id
            serials = [x.serial for x in review(station.desk, [somebody]) if x.serial]
            match what:
                case 0:
                    issue(station.desk, [somebody], terms=ALONE)
                case 1 if serials:
                    void(station.desk, serials, VoidReason.SPOILED)
                case 2:
                    hand_over(station.desk, [somebody], Collector(name="Otro"))
                case 3:
                    take_back(station.desk, serials)
                case 4:
                    request(station.desk, [somebody])
                case 5:
                    assign_role(station.desk, somebody, CertificateKind.MODERATOR, "")
                case 6:
                    skip_numbers(station.desk, 1, "hoja malograda")
        entries = [*one.entries(), *other.entries()]
        third.take_in(data.draw(st.permutations(entries)))
        while third.take_in(entries)[0]:
            pass
        one.take_from(other)
        one.take_from(third)
        assert not differences(one, third)
        assert all(a.sound for a in register_audit(third.desk))
        assert third.digest() == third.rebuilt_digest()
    finally:
        for station in (one, other, third):
            station.close()


def test_an_entitlement_of_a_talk_is_named_by_its_title() -> None:
    plain = Entitlement("A", CertificateKind.SPEAKER)
    assert plain.key == "A|speaker"
    assert len({plain.key, replace(plain, title="x").key, replace(plain, title="y").key}) == 3
