"""Operators on real desks: signing in, what roles may write, the wait after wrong PINs, a forgotten PIN."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action, Operator, Role
from checkin_desktop.keys import pins
from checkin_desktop.keys.event_keys import new_event_secrets
from checkin_desktop.services.authority import NotAllowed
from checkin_desktop.services.check_in import check_in, undo
from checkin_desktop.services.erase import erase
from checkin_desktop.services.exchange import PassphraseNeeded
from checkin_desktop.services.operators import (
    add,
    change,
    guarded,
    may_at,
    operator_names,
    operators,
    pin_fault,
    recover,
    remove,
    sign_in,
    sign_in_named,
    sign_out,
)
from checkin_desktop.services.pin_tries import PinWait, WrongPin
from checkin_desktop.services.register_walk_in import register
from checkin_desktop.storage.event_file import open_event_file
from support.desks import ROSTER, Station, person

PASSPHRASE = "llama puna quinua sol"
DOCUMENT = ROSTER[0].document


@pytest.fixture(autouse=True)
def quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same function with less memory: its strength is not what is tested here."""
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)


@pytest.fixture
def team(one: Station) -> dict[str, Operator]:
    """One of each role; the organiser is signed in."""
    made = {"organiser": add(one.desk, "Ana Ríos", Role.ORGANISER, "4821", PASSPHRASE)}
    for role, pin in ((Role.SUPERVISOR, "5832"), (Role.DESK, "6843"), (Role.STEWARD, "7854")):
        made[role.value] = add(one.desk, f"Persona {role.value}", role, pin)
    return made


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(PersonFacingError) as caught:
        act()
    return caught.value.sentence


def scan(station: Station, code: str = DOCUMENT) -> str:
    return check_in(station.desk, code, source=Source.SCANNER).entry


def test_a_fresh_event_asks_nobody_to_sign_in(one: Station) -> None:
    assert not guarded(one.desk)
    assert may_at(one.desk) == frozenset(Action)
    assert scan(one)


def test_the_first_one_is_an_organiser_and_chooses_the_passphrase(one: Station) -> None:
    with pytest.raises(PassphraseNeeded):
        add(one.desk, "Ana", Role.ORGANISER, "4821")
    assert refusal(lambda: add(one.desk, "Ana", Role.DESK, "4821", PASSPHRASE)) == "operators-first-organiser"
    ana = add(one.desk, "  Ana   Ríos ", Role.ORGANISER, "4821")
    assert ana.name == "Ana Ríos"
    assert one.desk.authority.operator_id == ana.id


def test_entries_name_who_signed_in(one: Station, team: dict[str, Operator]) -> None:
    sign_in(one.desk, team["steward"].id, "7854")
    entry = bytes.fromhex(scan(one))
    assert next(e for e in one.entries() if e.hash == entry).operator_id == team["steward"].id


def test_services_refuse_what_a_role_may_not_and_say_whom_to_fetch(
    one: Station, team: dict[str, Operator]
) -> None:
    sign_in(one.desk, team["steward"].id, "7854")
    assert refusal(lambda: register(one.desk, person("Rosa Nueva", "40998877"))) == "operators-needs-desk"
    assert refusal(lambda: one.desk.require(Action.SEARCH)) == "operators-needs-desk"
    assert refusal(lambda: add(one.desk, "Otro", Role.DESK, "9076")) == "operators-needs-organiser"
    sign_in(one.desk, team["desk"].id, "6843")
    assert register(one.desk, person("Rosa Nueva", "40998877")).name
    sign_out(one.desk)
    assert refusal(lambda: scan(one)) == "operators-sign-in-first"


def test_nobody_writes_under_another_name(one: Station, team: dict[str, Operator]) -> None:
    sign_in(one.desk, team["steward"].id, "7854")
    with pytest.raises(NotAllowed):
        check_in(one.desk, DOCUMENT, source=Source.SCANNER, operator=team["organiser"].id)


def test_undoing_asks_for_a_reason_and_another_ones_scan_for_a_supervisor(
    one: Station, team: dict[str, Operator]
) -> None:
    sign_in(one.desk, team["desk"].id, "6843")
    entry = scan(one)
    assert refusal(lambda: undo(one.desk, entry)) == "check-in-undo-reason"
    sign_in(one.desk, team["steward"].id, "7854")
    assert refusal(lambda: undo(one.desk, entry, "error")) == "operators-needs-supervisor"
    own = scan(one, ROSTER[1].document)
    undo(one.desk, own, "persona equivocada")
    sign_in(one.desk, team["supervisor"].id, "5832")
    undo(one.desk, entry, "persona equivocada")


def test_three_wrong_pins_make_one_wait_and_a_restart_does_not_help(
    one: Station, team: dict[str, Operator]
) -> None:
    steward = team["steward"].id
    for _ in range(3):
        with pytest.raises(WrongPin):
            sign_in(one.desk, steward, "1111")
    with pytest.raises(PinWait) as first:
        sign_in(one.desk, steward, "7854")
    path = one.path
    one.close()
    again = Station(open_event_file(path, now_ms=one.clock), one.clock, one.secrets)
    try:
        with pytest.raises(PinWait):
            sign_in(again.desk, steward, "7854")
        sign_in(again.desk, team["desk"].id, "6843")
        one.clock.turn(first.value.seconds)
        with pytest.raises(WrongPin):
            sign_in(again.desk, steward, "1111")
        with pytest.raises(PinWait) as second:
            sign_in(again.desk, steward, "7854")
        assert second.value.seconds > first.value.seconds
        one.clock.turn(-10_000)
        with pytest.raises(PinWait) as back:
            sign_in(again.desk, steward, "7854")
        assert back.value.seconds <= second.value.seconds
        one.clock.turn(10_000 + second.value.seconds)
        assert sign_in(again.desk, steward, "7854").role is Role.STEWARD
    finally:
        again.close()


def test_a_forgotten_organiser_pin_is_replaced_with_the_passphrase(
    one: Station, team: dict[str, Operator]
) -> None:
    sign_out(one.desk)
    ana = team["organiser"]
    assert refusal(lambda: recover(one.desk, ana.id, "otra cosa", "2468")) == "exchange-wrong-passphrase"
    assert refusal(lambda: recover(one.desk, team["desk"].id, PASSPHRASE, "2468")) == (
        "operators-recover-organiser"
    )
    recover(one.desk, ana.id, PASSPHRASE, "2468")
    assert Action.MANAGE_OPERATORS in may_at(one.desk)
    sign_out(one.desk)
    with pytest.raises(WrongPin):
        sign_in(one.desk, ana.id, "4821")
    assert sign_in_named(one.desk, "ana rios", "2468") == ana


def test_everybody_changes_their_own_pin_and_nobody_their_own_role(
    one: Station, team: dict[str, Operator]
) -> None:
    steward = team["steward"].id
    sign_in(one.desk, steward, "7854")
    change(one.desk, steward, pin="2580")
    assert refusal(lambda: change(one.desk, steward, role=Role.ORGANISER)) == "operators-needs-organiser"
    assert sign_in(one.desk, steward, "2580")


def test_the_last_organiser_stays(one: Station, team: dict[str, Operator]) -> None:
    ana = team["organiser"].id
    assert refusal(lambda: remove(one.desk, ana)) == "operators-last-organiser"
    assert refusal(lambda: change(one.desk, ana, role=Role.DESK)) == "operators-last-organiser"
    change(one.desk, team["supervisor"].id, role=Role.ORGANISER)
    remove(one.desk, ana)
    assert ana not in {o.id for o in operators(one.desk)}
    assert operator_names(one.desk)[ana] == "Ana Ríos"
    assert refusal(lambda: scan(one)) == "operators-sign-in-first"


def test_one_removed_elsewhere_writes_nothing_more(
    one: Station, other: Station, team: dict[str, Operator]
) -> None:
    other.take_from(one)
    sign_in(other.desk, team["desk"].id, "6843")
    remove(one.desk, team["desk"].id)
    assert scan(other, ROSTER[1].document)
    other.take_from(one)
    assert refusal(lambda: scan(other, ROSTER[2].document)) == "operators-sign-in-first"
    assert refusal(lambda: sign_in(other.desk, team["desk"].id, "6843")) == "operators-gone"


def test_the_kiosk_writes_scans_alone_whoever_started_it(one: Station, team: dict[str, Operator]) -> None:
    one.desk.authority.kiosk = True
    assert scan(one)
    assert refusal(lambda: register(one.desk, person("Rosa Nueva", "40998877"))) == ("operators-not-at-kiosk")


def test_a_pin_fits_nowhere_without_the_events_secrets(one: Station, team: dict[str, Operator]) -> None:
    secrets = one.desk.store.secrets
    verifier = pins.make_verifier("4821", "x", secrets)
    assert pins.pin_fits("4821", verifier, "x", secrets)
    assert not pins.pin_fits("4822", verifier, "x", secrets)
    assert not pins.pin_fits("4821", verifier, "y", secrets)
    assert not pins.pin_fits("4821", verifier, "x", new_event_secrets().event)
    assert not pins.pin_fits("4821", b"\x02" + verifier[1:], "x", secrets)
    assert not pins.pin_fits("4821", b"", "x", secrets)


@pytest.mark.parametrize("pin", ["123", "1234567", "12a4", "1111", "1234", "4321", "٤٨٢١"])
def test_a_new_pin_has_four_to_six_digits_and_is_not_the_first_to_be_tried(pin: str) -> None:
    assert pin_fault(pin)


def test_names_are_erased_with_everybody_elses(
    one: Station, team: dict[str, Operator], tmp_path: Path
) -> None:
    erase(one.desk)
    assert set(operator_names(one.desk).values()) == {""}
    assert b"Ana R" not in one.path.read_bytes()
    assert one.rebuilt_digest() == one.digest()
