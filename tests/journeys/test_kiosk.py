"""The kiosk: guests check themselves in, see nobody else, and leave it only with a PIN."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.journeys.conftest import Program

from checkin_desktop.domain.operators import Action, Role
from checkin_desktop.domain.people import Attendee, AttendeeStatus
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.keys import pins
from checkin_desktop.services.operators import add, may_at
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.startup.demo_event import demo_event
from checkin_desktop.words import load_words


@pytest.fixture
def view(program: Program, monkeypatch: pytest.MonkeyPatch) -> EventView:
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    return program.open(demo_event(load_words("es")))


def newcomer(view: EventView) -> Attendee:
    with view.context.desk.store.read() as reads:
        admitted = reads.passages.admitted_at()
        people = reads.people.all()
    return next(
        a for a in people if a.id not in admitted and a.person.document and a.status is AttendeeStatus.ACTIVE
    )


def shown(view: EventView) -> str:
    return " ".join(x.text() for x in view.kiosk.findChildren(QLabel) if x.isVisible())


def type_pin(view: EventView, pin: str) -> None:
    QTest.keyClicks(view.kiosk.pad.field, pin)
    QTest.keyClick(view.kiosk.pad.field, Qt.Key.Key_Return)


def test_a_guest_types_a_document_and_no_name_is_told(program: Program, view: EventView) -> None:
    guest = newcomer(view)
    view._run_kiosk("4821")
    QTest.keyClicks(view.kiosk.field, guest.person.document)
    QTest.keyClick(view.kiosk.field, Qt.Key.Key_Return)
    program.settle()
    assert recent_passages(view.context.desk, 1)[0].attendee_id == guest.id
    assert view.kiosk.card.isVisible()
    assert guest.person.given_names not in shown(view)
    assert view.kiosk._timer.isActive()
    view.kiosk._timer.start(1)
    program.until(view.kiosk.welcome.isVisible)
    view._end_kiosk()


def test_verdicts_are_read_in_three_languages(program: Program, view: EventView) -> None:
    view._run_kiosk("4821")
    for code, button in view.kiosk.languages.items():
        button.click()
        view.scanned("99999999")
        program.settle()
        assert load_words(code).say("verdict-refused") in shown(view)
    view._end_kiosk()


def test_only_the_pin_leaves(program: Program, view: EventView) -> None:
    view._run_kiosk("4821")
    for act in (program.window.close, program.window.turn_full_screen):
        act()
        assert view.kiosk.isVisible()
    QTest.keyClick(view.kiosk, Qt.Key.Key_F12)
    for pin in ("1111", "1111", "1111", "4821"):
        type_pin(view, pin)
        program.settle()
    assert view.kiosk.isVisible()
    assert view.kiosk.pad.wrong.text()
    view._end_kiosk()
    view._run_kiosk("4821")
    view.kiosk.exit.click()
    type_pin(view, "4821")
    program.settle()
    assert view.work.isVisible()
    assert not view.context.desk.authority.kiosk


def test_the_kiosk_comes_back_after_the_program_was_killed(program: Program, view: EventView) -> None:
    view._run_kiosk("4821")
    program.settle()
    kept = view.context.preferences()
    assert kept.kiosk == str(view.path)
    assert "4821" not in kept.kiosk_pin
    view.context.desk.authority.kiosk = False
    again = program.open(view.path)
    program.settle()
    assert again.in_kiosk
    assert again.kiosk.isVisible()
    again.kiosk.exit.click()
    type_pin(again, "1111")
    program.settle()
    assert again.kiosk.isVisible()
    type_pin(again, "4821")
    program.settle()
    assert again.work.isVisible()
    assert again.context.preferences().kiosk == ""


def test_a_document_is_typed_with_the_digits_on_screen(program: Program, view: EventView) -> None:
    guest = newcomer(view)
    view._run_kiosk("4821")
    for digit in guest.person.document + "7":
        view.kiosk.digits.keys[digit].click()
    view.kiosk.digits.back.click()
    assert view.kiosk.field.text() == guest.person.document
    view.kiosk.go.click()
    program.settle()
    assert recent_passages(view.context.desk, 1)[0].attendee_id == guest.id
    view._end_kiosk()


def test_operators_leave_it_with_their_own(program: Program, view: EventView) -> None:
    ana = add(view.context.desk, "Ana", Role.ORGANISER, "4821", "llama puna quinua sol")
    view.context.session.changed.emit()
    program.settle()
    view.start_kiosk()
    assert may_at(view.context.desk) == {Action.SCAN, Action.ANSWER_QUESTIONS}
    view.guard.lock()
    assert view.kiosk.isVisible()
    view.kiosk.exit.click()
    assert view.gate.isVisible()
    QTest.keyClick(view.gate, Qt.Key.Key_Escape)
    assert view.kiosk.isVisible()
    view.kiosk.exit.click()
    QTest.keyClicks(view.gate.pad.field, "4821")
    QTest.keyClick(view.gate.pad.field, Qt.Key.Key_Return)
    program.settle()
    assert view.work.isVisible()
    assert view.context.session.operator == ana
    assert Action.CONFIGURE in may_at(view.context.desk)
