"""Stories played in the real window, from an empty computer to a printed certificate."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.support import midday
from tests.support.cups import Cups, until

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.importing import ImportPage
from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.certificates import review
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.verify_certificate import verify
from checkin_desktop.startup.demo_event import demo_event, demo_roster
from checkin_desktop.startup.events import create_event
from checkin_desktop.words import load_words
from checkin_desktop.words.verdicts import Tone

from .conftest import Program


def desk_of(program: Program) -> DeskPage:
    page = program.view.pages["desk"]
    assert isinstance(page, DeskPage)
    return page


def wedge(program: Program, code: str) -> None:
    """A USB scanner types the code into whatever has the keyboard, much faster than a person."""
    target = QApplication.focusWidget() or program.window
    for character in code:
        QTest.keyClick(target, character)
    QTest.keyClick(target, Qt.Key.Key_Return)
    program.settle()


@pytest.fixture
def today() -> Path:
    """A new event of one day, today at the venue."""
    settings = EventSettings(
        "Encuentro de hoy", (midday.today(),), timezone=midday.zone(), city="Cusco", issuers=("Red",), hours=8
    )
    with create_event(settings, load_words("es")) as opened:
        return opened.path


def test_from_a_list_to_a_certificate_in_the_tray(program: Program, cups: Cups, today: Path) -> None:
    """Import by the window, scan a badge by USB, print the certificate in two clicks, read it back from paper."""
    view = program.open(today)
    view.import_file(demo_roster())
    page = view.pages["import"]
    assert isinstance(page, ImportPage)
    program.until(lambda: page.stack.currentWidget() is page.review)
    program.settle()
    page.review.start.click()
    program.until(lambda: page.stack.currentWidget() is page.result, 60_000)
    program.settle()
    desk = view.context.desk
    assert event_info(desk).attendees == 130

    view.go("desk")
    program.settle()
    attendee_id, face = badge_faces(desk)[7]
    wedge(program, face.code)
    program.until(lambda: desk_of(program).card.person.text() == face.name)
    assert program.heard == [Tone.ADMITTED]

    desk_of(program).card.certificate.click()
    program.settle()
    certificates = view.pages["certificates"]
    assert isinstance(certificates, CertificatesPage)
    assert view.current is certificates
    button = certificates.review.panel.print
    program.until(button.isEnabled)
    button.click()
    printed = _wait_for_print(program, cups)
    (token,) = {r.text for r in decode_file(printed).readings}
    found = verify(desk, token)
    assert (found.verdict, found.name) == (CertificateVerdict.VALID, face.name)
    program.until(lambda: [x.prints for x in review(desk, [attendee_id])] == [1])


def _wait_for_print(program: Program, cups: Cups) -> Path:
    """Clicks the printer if the window asks which, and waits for the paper."""

    def printed() -> Path | None:
        QApplication.processEvents()
        for dialog in program.window.findChildren(_printer_dialog()):
            if dialog.isVisible():
                dialog.accept()
        outputs = cups.outputs()
        return next(iter(outputs), None)

    return until(printed)


def _printer_dialog() -> type:
    from checkin_desktop.gui.printer_dialog import PrinterDialog

    return PrinterDialog


def test_later_starts_open_ready_to_scan(program: Program) -> None:
    """Zero clicks: the desk page, today's checkpoint, the keyboard in the search field."""
    view = program.open(demo_event(load_words("es")))
    assert view.current is desk_of(program)
    assert view.context.session.checkpoint is not None
    admitted = event_info(view.context.desk).admitted
    face = badge_faces(view.context.desk)[-1][1]
    wedge(program, face.code)
    assert desk_of(program).card.result is not None
    assert event_info(view.context.desk).admitted >= admitted


def test_a_scanner_works_on_every_page(program: Program) -> None:
    view = program.open(demo_event(load_words("es")))
    desk = view.context.desk
    faces = iter([face for _, face in badge_faces(desk)])
    for name in ("event", "settings", "help", "exchange", "import"):
        view.go(name)
        program.settle()
        face = next(faces)
        wedge(program, face.code)
        program.until(lambda face=face: desk_of(program).card.person.text() == face.name)
        assert view.current is desk_of(program)


def test_every_page_opens_in_both_languages(program: Program) -> None:
    """No sentence is missing, no page breaks; nothing reaches the crash dialog."""
    view = program.open(demo_event(load_words("es")))
    for _ in range(2):
        for name in view.pages:
            view.go(name)
            program.settle()
        view.topbar.tongue.click()
        program.settle()
    assert program.window.crash.findChildren(object) == []
    assert program.window.language.words.language == "es"


def test_an_implausible_date_asks_before_anybody_is_recorded(program: Program) -> None:
    day = midday.today() + timedelta(days=40)
    with create_event(EventSettings("Otro mes", (day,)), load_words("es")) as opened:
        path = opened.path
    view = program.open(path)
    desk = desk_of(program)
    assert view.context.session.checkpoint is None
    wedge(program, "ALGUIEN-1234")
    assert event_info(view.context.desk).refused == 0
    assert desk.notice.isVisible()
    desk.notice.findChildren(type(desk.register))[0].click()
    program.settle()
    assert view.context.session.day_confirmed
    wedge(program, "ALGUIEN-1234")
    assert event_info(view.context.desk).refused == 1


def test_what_another_program_holds_is_said_and_the_open_event_stays(program: Program, today: Path) -> None:
    view = program.open(today)
    program.window.open_path(Path("/nowhere/evento.checkin"))
    program.until(program.window.toast.isVisible)
    assert "evento.checkin" in program.window.toast.text()
    assert program.window.event_view is view


def test_controls_have_names_for_those_who_cannot_see_them(program: Program) -> None:
    """Every button and field on every page says what it is."""
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    view = program.open(demo_event(load_words("es")))
    nameless = []
    for name, page in view.pages.items():
        view.go(name)
        program.settle()
        for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
            for control in page.findChildren(kind):
                said = control.accessibleName() or (
                    control.text() if isinstance(control, QAbstractButton) else ""
                )
                inner = re.match("qt_", control.objectName()) or isinstance(
                    control.parent(), QComboBox | QLineEdit
                )
                if not said and not inner and control.isVisible():
                    nameless.append((name, type(control).__name__, control.objectName()))
    assert nameless == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_names_offered_under_a_field_look_like_the_window(program: Program) -> None:
    """The style sheet is the window's; what Qt opens beside it is styled too."""
    view = program.open(demo_event(load_words("es")))
    view.context.change_preferences(replace(view.context.preferences(), theme="dark"))
    view.context.session.walk_in_wanted.emit("")
    program.settle()
    field = next(f for f in view.current.findChildren(QLineEdit) if f.isVisible() and f.completer())
    QTest.keyClicks(field, "muni")
    offered = field.completer().popup()
    program.until(offered.isVisible)
    drawn = offered.grab().toImage()
    assert drawn.pixelColor(drawn.width() - 8, drawn.height() // 2).lightnessF() < 0.3
