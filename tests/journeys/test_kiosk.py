"""The kiosk: guests check themselves in, see nobody else, and leave it only with a PIN."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from tests.journeys.conftest import Program
from tests.journeys.people import event_of_today

from checkin_desktop.domain.operators import Action, Role
from checkin_desktop.domain.people import Attendee, AttendeeStatus
from checkin_desktop.gui.gate.pin_dialogs import KioskPin
from checkin_desktop.gui.passphrase import ChoosePassphrase
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.gui.shell.reopening import Reopening
from checkin_desktop.keys import pins
from checkin_desktop.services.kiosk import KioskExit, kiosk_exit
from checkin_desktop.services.operators import add, may_at
from checkin_desktop.services.passphrase_tries import forget_passphrase_tries
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.startup.preferences import load_preferences
from checkin_desktop.storage.lock import WriteLock
from checkin_desktop.words import load_words

SLOWER_THAN_A_SCANNER_MS = 300
PASSPHRASE = "llama puna quinua sol"


@pytest.fixture
def view(program: Program, monkeypatch: pytest.MonkeyPatch) -> EventView:
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    return program.open(event_of_today())


def newcomer(view: EventView) -> Attendee:
    with view.context.desk.store.read() as reads:
        admitted = reads.passages.admitted_at()
        people = reads.people.all()
    return next(
        a for a in people if a.id not in admitted and a.person.document and a.status is AttendeeStatus.ACTIVE
    )


def shown(view: EventView) -> str:
    return " ".join(x.text() for x in view.front.kiosk.findChildren(QLabel) if x.isVisible())


def begin(program: Program, view: EventView, pin: str = "4821") -> None:
    view.front.begin_kiosk(pin)
    program.settle()
    assert view.front.kiosk.isVisible()


def leave(program: Program, view: EventView, pin: str = "4821") -> None:
    view.front.kiosk.exit.click()
    type_pin(view, pin)
    program.settle()
    assert view.front.work.isVisible()


def type_pin(view: EventView, pin: str) -> None:
    QTest.keyClicks(view.front.kiosk.pad.field, pin)
    QTest.keyClick(view.front.kiosk.pad.field, Qt.Key.Key_Return)


def closed(program: Program, view: EventView) -> Path:
    path = view.path
    program.window.show_welcome()
    program.window.lanes.work.run(program.window._openers.close)
    program.settle()
    return path


def restarted(program: Program, view: EventView) -> EventView:
    """As after the program was killed: only what is on the disk is left."""
    return program.open(closed(program, view))


def test_a_guest_types_a_document_and_no_name_is_told(program: Program, view: EventView) -> None:
    guest = newcomer(view)
    begin(program, view)
    QTest.keyClicks(view.front.kiosk.field, guest.person.document)
    QTest.keyClick(view.front.kiosk.field, Qt.Key.Key_Return)
    program.settle()
    assert recent_passages(view.context.desk, 1)[0].attendee_id == guest.id
    assert view.front.kiosk.card.isVisible()
    assert guest.person.given_names not in shown(view)
    assert view.front.kiosk._timer.isActive()
    view.front.kiosk._timer.start(1)
    program.until(view.front.kiosk.welcome.isVisible)
    QTest.qWait(SLOWER_THAN_A_SCANNER_MS)
    leave(program, view)


def test_verdicts_are_read_in_three_languages(program: Program, view: EventView) -> None:
    begin(program, view)
    for code, button in view.front.kiosk.languages.items():
        button.click()
        view.scans.read("99999999")
        program.settle()
        assert load_words(code).say("verdict-refused") in shown(view)
    leave(program, view)


def said(view: EventView) -> set[str]:
    kiosk = view.front.kiosk
    parts = [*kiosk.findChildren(QLabel), *kiosk.findChildren(QAbstractButton)]
    fields = [x.placeholderText() for x in kiosk.findChildren(QLineEdit) if x.isVisible()]
    return {text for text in (*fields, *(x.text() for x in parts if x.isVisible())) if text}


def test_nothing_on_the_quechua_screens_is_said_in_spanish(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    view = program.open(event_of_today(passphrase=PASSPHRASE))
    kiosk, screens = view.front.kiosk, {}
    begin(program, view)
    for code in ("es", "qu"):
        kiosk.show_welcome()
        kiosk.languages[code].click()
        found = said(view)
        view.scans.read("99999999")
        program.settle()
        found |= said(view)
        kiosk.exit.click()
        type_pin(view, "1111")
        program.settle()
        found |= said(view)
        kiosk.forgot.click()
        kiosk.forgotten.passphrase.setText("otra clave")
        QTest.keyClick(kiosk.forgotten.passphrase, Qt.Key.Key_Return)
        program.settle()
        screens[code] = found | said(view)
    names = {kiosk.event_name.text(), "PIN", *(b.text() for b in kiosk.languages.values())}
    assert {text for text in screens["es"] & screens["qu"] - names if not text.isdigit()} == set()
    kiosk.show_welcome()
    leave(program, view)


def test_only_the_pin_leaves_and_wrong_ones_wait(program: Program, view: EventView) -> None:
    begin(program, view)
    for act in (program.window.close, program.window.turn_full_screen):
        act()
        assert view.front.kiosk.isVisible()
    QTest.keyClick(view.front.kiosk, Qt.Key.Key_F12)
    for pin in ("1111", "1111", "1111", "4821"):
        type_pin(view, pin)
        program.settle()
    assert view.front.kiosk.isVisible()
    assert "Espere" in view.front.kiosk.pad.wrong.text()
    again = restarted(program, view)
    again.front.kiosk.exit.click()
    type_pin(again, "4821")
    program.settle()
    assert again.front.kiosk.isVisible()
    assert "Espere" in again.front.kiosk.pad.wrong.text()
    again.front._end_kiosk()


def test_the_pin_leaves(program: Program, view: EventView) -> None:
    begin(program, view)
    leave(program, view)
    assert not view.context.desk.authority.kiosk
    assert view.context.preferences().kiosk == load_preferences().kiosk == ""
    assert not restarted(program, view).front.in_kiosk


def test_the_passphrase_leaves_where_the_pin_was_forgotten(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    view = program.open(event_of_today(passphrase=PASSPHRASE))
    begin(program, view)
    kiosk, forgotten = view.front.kiosk, view.front.kiosk.forgotten
    kiosk.exit.click()
    kiosk.forgot.click()
    assert forgotten.isVisible()
    view.scans.read("99999999")
    program.settle()
    assert forgotten.isVisible(), "no scan while somebody types"
    for wrong in ("otra clave", "una más", "la tercera", PASSPHRASE):
        forgotten.passphrase.setText(wrong)
        QTest.keyClick(forgotten.passphrase, Qt.Key.Key_Return)
        program.settle()
        assert kiosk.isVisible()
        assert not forgotten.passphrase.text()
    assert "Espere" in shown(view)
    with view.context.desk.store.unit() as unit:
        forget_passphrase_tries(unit)
    forgotten.passphrase.setText(PASSPHRASE)
    forgotten.go.click()
    program.settle()
    assert view.front.work.isVisible()
    assert not restarted(program, view).front.in_kiosk


def test_who_starts_it_without_operators_chooses_the_passphrase_that_opens_it(
    program: Program, view: EventView
) -> None:
    begin(program, view)
    view.front.kiosk.exit.click()
    assert not view.front.kiosk.forgot.isVisible(), "there is no passphrase"
    type_pin(view, "4821")
    program.settle()
    view.front.start_kiosk()
    choose = next(d for d in program.window.findChildren(ChoosePassphrase) if d.isVisible())
    choose.first.setText(PASSPHRASE)
    choose.again.setText(PASSPHRASE)
    choose.go.click()
    choose.go.click()
    program.settle()
    pin = next(d for d in program.window.findChildren(KioskPin) if d.isVisible())
    for field in (pin.pins.first, pin.pins.again):
        field.editor.setText("4821")
    pin.go.click()
    program.settle()
    view.front.kiosk.exit.click()
    view.front.kiosk.forgot.click()
    view.front.kiosk.forgotten.passphrase.setText(PASSPHRASE)
    view.front.kiosk.forgotten.go.click()
    program.settle()
    assert view.front.work.isVisible()


def test_no_guest_sees_the_kiosk_before_a_killed_program_would_come_back_into_it(
    program: Program, view: EventView
) -> None:
    kept: list[tuple[str, KioskExit | None]] = []
    with ThreadPoolExecutor(1) as beside:

        def on_disk() -> tuple[str, KioskExit | None]:
            return load_preferences().kiosk, kiosk_exit(view.context.desk)

        view.front.currentChanged.connect(lambda _: kept.append(beside.submit(on_disk).result()))
        begin(program, view)
        assert kept == [(str(view.path), KioskExit.OWN_PIN)]
        leave(program, view)


def test_the_program_started_again_shows_guests_nothing_but_the_kiosk(
    program: Program, view: EventView
) -> None:
    begin(program, view)
    program.window.reopen_kiosk(closed(program, view))
    shown: list[type] = []

    def look() -> bool:
        shown.append(type(program.window.centralWidget()))
        found = program.window.event_view
        return found is not None and not found.front.work.isVisible() and found.front.kiosk.isVisible()

    program.until(look)
    program.settle()
    assert set(shown) == {Reopening, EventView}
    program.view.front.kiosk.exit.click()
    type_pin(program.view, "1111")
    program.settle()
    assert program.view.front.kiosk.isVisible()
    leave(program, program.view)


def test_an_event_file_that_another_program_holds_is_tried_again(program: Program, view: EventView) -> None:
    begin(program, view)
    path = closed(program, view)
    held = WriteLock(path)
    held.acquire()
    program.window.reopen_kiosk(path)
    waiting = program.window.centralWidget()
    assert isinstance(waiting, Reopening)
    program.until(waiting.why.text)
    held.release()
    waiting._timer.start(1)
    program.until(lambda: program.window.event_view is not None)
    program.settle()
    assert program.view.front.in_kiosk
    leave(program, program.view)


def test_messages_wait_until_the_pages_are_back(program: Program, view: EventView) -> None:
    begin(program, view)
    program.window.toast.say("Memoria recibida")
    assert not program.window.toast.isVisible()
    leave(program, view)
    assert program.window.toast.isVisible()
    assert program.window.toast.text() == "Memoria recibida"


def test_the_next_guest_finds_neither_number_nor_language_of_the_last(
    program: Program, view: EventView
) -> None:
    begin(program, view)
    view.front.kiosk.languages["qu"].click()
    QTest.keyClicks(view.front.kiosk.field, "4011")
    assert view.front.kiosk._timer.isActive()
    view.front.kiosk._timer.start(1)
    program.until(lambda: not view.front.kiosk.field.text())
    assert view.front.kiosk.languages["es"].isChecked()
    view.front.kiosk.exit.click()
    assert view.front.kiosk.pad.isVisible()
    view.front.kiosk._timer.start(1)
    program.until(view.front.kiosk.welcome.isVisible)
    QTest.qWait(SLOWER_THAN_A_SCANNER_MS)
    leave(program, view)


def test_the_next_guest_need_not_wait_for_the_last_ones_verdict(program: Program, view: EventView) -> None:
    """Types over it, touches it away, or presses Enter; nothing typed is lost."""
    guest = newcomer(view)
    begin(program, view)
    kiosk = view.front.kiosk
    kiosk.scanned("99887766")
    program.settle()
    assert kiosk.card.isVisible()
    for digit in guest.person.document:
        QTest.keyClick(kiosk.field, digit)
        QTest.qWait(SLOWER_THAN_A_SCANNER_MS // 3)
    program.until(kiosk.welcome.isVisible)
    assert kiosk.field.text() == guest.person.document
    QTest.qWait(SLOWER_THAN_A_SCANNER_MS)
    QTest.keyClick(kiosk.field, Qt.Key.Key_Return)
    program.settle()
    assert recent_passages(view.context.desk, 1)[0].attendee_id == guest.id
    QTest.mouseClick(kiosk.title, Qt.MouseButton.LeftButton)
    assert kiosk.welcome.isVisible()
    kiosk.scanned("99887765")
    program.settle()
    QTest.keyClick(kiosk.field, Qt.Key.Key_Return)
    assert kiosk.welcome.isVisible()
    leave(program, view)


def test_a_guest_at_a_keyboard_chooses_the_language_too(program: Program, view: EventView) -> None:
    begin(program, view)
    kiosk = view.front.kiosk
    QTest.keyClick(kiosk.field, Qt.Key.Key_Backtab)
    for _ in range(4):
        if kiosk.languages["es"].hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        program.settle()
    QTest.keyClick(kiosk.languages["es"], Qt.Key.Key_Right)
    program.until(kiosk.languages["en"].isChecked)
    program.settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert kiosk.field.hasFocus(), "and goes on with the number"
    leave(program, view)


def test_a_document_is_typed_with_the_digits_on_screen(program: Program, view: EventView) -> None:
    guest = newcomer(view)
    begin(program, view)
    for digit in guest.person.document + "7":
        view.front.kiosk.digits.keys[digit].click()
    view.front.kiosk.digits.back.click()
    assert view.front.kiosk.field.text() == guest.person.document
    view.front.kiosk.go.click()
    program.settle()
    assert recent_passages(view.context.desk, 1)[0].attendee_id == guest.id
    leave(program, view)


def test_operators_leave_it_with_their_own(program: Program, view: EventView) -> None:
    ana = add(view.context.desk, "Ana", Role.ORGANISER, "4821", PASSPHRASE)
    view.context.session.changed.emit()
    program.settle()
    view.front.start_kiosk()
    program.settle()
    assert may_at(view.context.desk) == {Action.SCAN, Action.ANSWER_QUESTIONS}
    view.guard.lock()
    assert view.front.kiosk.isVisible()
    view.front.kiosk.exit.click()
    program.settle()
    assert view.front.gate.isVisible()
    QTest.keyClick(view.front.gate, Qt.Key.Key_Escape)
    assert view.front.kiosk.isVisible()
    view = restarted(program, view)
    view.front.kiosk.exit.click()
    program.settle()
    assert view.front.gate.isVisible()
    QTest.keyClicks(view.front.gate.pad.field, "4821")
    QTest.keyClick(view.front.gate.pad.field, Qt.Key.Key_Return)
    program.settle()
    assert view.front.work.isVisible()
    assert view.context.session.operator == ana
    assert Action.CONFIGURE in may_at(view.context.desk)
