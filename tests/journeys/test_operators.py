"""Operators at the window: signing in, locking, taking over in two keys, and what a role does not see."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.conftest import Program

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.operators import Action, Operator, Role
from checkin_desktop.domain.people import Attendee, AttendeeStatus
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.keys import pins
from checkin_desktop.services.authority import NotAllowed
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.operators import add, remove
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.startup.demo_event import demo_event
from checkin_desktop.words import load_words

PINS = {Role.ORGANISER: "4821", Role.SUPERVISOR: "5832", Role.DESK: "6843", Role.STEWARD: "7854"}


@pytest.fixture
def view(program: Program, monkeypatch: pytest.MonkeyPatch) -> EventView:
    """The demo event with one operator of each role, the organiser signed in."""
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    view = program.open(demo_event(load_words("es")))
    for role, pin in PINS.items():
        add(view.context.desk, f"Persona {role.value}", role, pin, "llama puna quinua sol")
    view.context.session.changed.emit()
    program.settle()
    return view


def of(view: EventView, role: Role) -> Operator:
    return next(o for o in view.guard.team if o.role is role)


def roster_of(view: EventView) -> list[Attendee]:
    with view.context.desk.store.read() as reads:
        return reads.people.all()


def type_pin(program: Program, view: EventView, pin: str) -> None:
    QTest.keyClicks(view.front.gate.pad.field, pin)
    QTest.keyClick(view.front.gate.pad.field, Qt.Key.Key_Return)
    program.settle()


def take_over(program: Program, view: EventView, role: Role) -> None:
    """F12, the operator's digit, the PIN."""
    QTest.keyClick(view, Qt.Key.Key_F12)
    assert view.front.gate.isVisible()
    QTest.keyClick(view.front.gate, Qt.Key(Qt.Key.Key_1.value + list(PINS).index(role)))
    program.settle()
    type_pin(program, view, PINS[role])


def test_the_lock_takes_nothing_from_who_goes_on_and_everything_from_another(
    program: Program, view: EventView
) -> None:
    take_over(program, view, Role.DESK)
    desk = view.pages.desk
    for letter in "quilla":
        QTest.keyClick(desk.search, letter)
        QTest.qWait(60)
    view.guard.lock()
    program.settle()
    assert view.front.gate.isVisible()
    QTest.keyClick(view.front.gate, Qt.Key(Qt.Key.Key_1.value + list(PINS).index(Role.DESK)))
    program.settle()
    type_pin(program, view, PINS[Role.DESK])
    assert desk.search.text() == "quilla"
    take_over(program, view, Role.SUPERVISOR)
    assert desk.search.text() == ""


def test_two_keys_and_a_pin_take_over(program: Program, view: EventView) -> None:
    assert view.context.session.operator == of(view, Role.ORGANISER)
    take_over(program, view, Role.STEWARD)
    assert view.front.work.isVisible()
    assert view.context.operator_id == of(view, Role.STEWARD).id
    assert "Persona" in view.topbar.operator.text()


def test_another_one_begins_at_the_desk_and_the_same_one_where_they_were(
    program: Program, view: EventView
) -> None:
    view.go("settings")
    view.guard.lock()
    take_over(program, view, Role.ORGANISER)
    assert view.current is view.pages["settings"]
    take_over(program, view, Role.STEWARD)
    assert view.current is view.pages["desk"]


def test_escape_leaves_who_was_signed_in(program: Program, view: EventView) -> None:
    QTest.keyClick(view, Qt.Key.Key_F12)
    QTest.keyClick(view.front.gate, Qt.Key.Key_Escape)
    assert view.front.work.isVisible()
    assert view.context.session.operator == of(view, Role.ORGANISER)


def test_a_locked_desk_refuses_scans_and_says_so(program: Program, view: EventView) -> None:
    before = len(recent_passages(view.context.desk, 500))
    QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert view.front.gate.isVisible()
    assert view.front.gate.title.text() == "Bloqueado"
    view.scans.read("40000001")
    program.settle()
    assert view.front.gate.refused.isVisible()
    assert len(recent_passages(view.context.desk, 500)) == before
    with pytest.raises(NotAllowed):
        check_in(view.context.desk, "40000001", source=Source.SCANNER)
    QTest.keyClick(view.front.gate, Qt.Key.Key_Escape)
    assert view.front.gate.isVisible()


def test_wrong_pins_wait_and_the_right_one_must_too(program: Program, view: EventView) -> None:
    view.guard.lock()
    view.front.gate.tiles[3].click()
    for _ in range(3):
        type_pin(program, view, "1111")
        assert view.front.gate.pad.wrong.text() == load_words("es").say("operators-wrong-pin")
    type_pin(program, view, PINS[Role.STEWARD])
    assert view.front.gate.isVisible()
    assert "Espere" in view.front.gate.pad.wrong.text()
    view.front.gate.other.click()
    view.front.gate.tiles[2].click()
    for digit in PINS[Role.DESK]:
        view.front.gate.pad.digits[digit].click()
    view.front.gate.pad.go.click()
    program.settle()
    assert view.context.session.operator == of(view, Role.DESK)


def test_nobody_touching_it_locks_it(program: Program, view: EventView) -> None:
    assert view.guard._idle.isActive()
    view.guard._idle.start(1)
    program.until(lambda: view.front.gate.isVisible())
    assert view.guard.locked


def test_a_steward_scans_and_browses_nothing(program: Program, view: EventView) -> None:
    take_over(program, view, Role.STEWARD)
    shown = [name for name, made in view.sidebar.buttons.items() if not made.isHidden()]
    assert not {"people", "certificates"} & set(shown)
    assert "desk" in shown
    view.go("people")
    assert view.current is view.pages["desk"]
    assert program.window.toast.isVisible()
    assert not view.context.may(Action.SEARCH)
    people = roster_of(view)
    desk = view.pages["desk"]
    QTest.keyClicks(desk.search, people[0].person.surnames[:5])
    program.settle()
    assert desk.middle.currentWidget() is not desk.hits
    desk.search.clear()
    QTest.keyClicks(desk.search, next(a.person.document for a in people if a.person.document))
    QTest.keyClick(desk.search, Qt.Key.Key_Return)
    program.settle()
    assert desk.card.result is not None
    with pytest.raises(NotAllowed):
        search(view.context.desk, "a")


def test_the_desk_offers_a_steward_nothing_that_they_may_not(program: Program, view: EventView) -> None:
    desk = view.pages["desk"]
    assert isinstance(desk, DeskPage)
    with view.context.desk.store.read() as reads:
        came = reads.passages.admitted_at()
    person = next(a for a in roster_of(view) if a.id not in came and a.status is AttendeeStatus.ACTIVE)
    desk.presenter.admit(person.id)
    program.settle()
    desk.search.setText(person.person.surnames[:4])
    program.settle()
    assert desk.register.isVisible()
    take_over(program, view, Role.STEWARD)
    assert not desk.search.text()
    assert desk.card.result is None, "nothing of the last one's"
    assert not desk.register.isVisible()
    view.scans.read("99999999")
    program.settle()
    offered = (desk.card.walk_in, desk.card.certificate, desk.card.more)
    assert not any(part.isVisible() for part in offered)
    assert "llame a un supervisor" in desk.card.advice.text()
    desk.search.setText("quispe")
    program.settle()
    QTest.keyClick(desk.search, Qt.Key.Key_Return)
    program.settle()
    assert "alguien de mesa" in program.window.toast.text()
    take_over(program, view, Role.DESK)
    assert desk.card.walk_in.isVisible(), "the refusal is still to be answered"
    assert "regístrelo" in desk.card.advice.text()
    assert desk.register.isVisible()


def test_one_removed_elsewhere_is_locked_out(program: Program, view: EventView) -> None:
    take_over(program, view, Role.DESK)
    gone, authority = of(view, Role.DESK), view.context.desk.authority
    authority.operator_id = of(view, Role.ORGANISER).id
    remove(view.context.desk, gone.id)
    authority.operator_id = gone.id
    view.context.session.changed.emit()
    program.settle()
    assert view.front.gate.isVisible()
    assert len(view.front.gate.tiles) == 3


def test_the_team_page_adds_the_first_organiser(program: Program, home: Path) -> None:
    view = program.open(demo_event(load_words("es")))
    view.go("operators")
    program.settle()
    page = view.pages["operators"]
    page.presenter.add("Ana", Role.ORGANISER, "4821", "llama puna quinua sol")
    program.settle()
    assert view.context.session.operator is not None
    assert page.rows.rowCount() == 1
    assert not view.topbar.operator.isHidden()
