"""The five tasks of the desk in the whole window, with the most keys and clicks that each may take."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from tests.support.cups import Cups

from checkin_desktop.domain.people import Category
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.services.certificates import review
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.words.verdicts import Tone

from .conftest import Program
from .people import PEDRO, PEOPLE, Door, attendee, badge, event_of_today

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def door(program: Program) -> Door:
    people = tuple(replace(p, category=Category.SPEAKER) for p in PEOPLE)
    program.open(event_of_today(people=people))
    return Door(program)


def test_scanning_takes_no_key_at_all(program: Program, door: Door) -> None:
    """The volunteer holds the scanner: every badge is decided, and the next one replaces the green card."""
    for document in (PEDRO, "41000001"):
        door.show(badge(door.desk, document))
        assert door.verdict == "admitted"
    assert program.heard == [Tone.ADMITTED] * 2
    assert door.keys.all == 0
    door.told("scan")


def test_finding_and_admitting_by_name_takes_six_at_most(door: Door) -> None:
    """No badge: a few letters of the name and Enter."""
    door.type("zarate")
    door.press(Qt.Key.Key_Return)
    assert door.page.card.person.text() == "Pedro Zárate Ríos"
    assert recent_passages(door.desk)[0].attendee_id == attendee(door.desk, PEDRO).id
    assert door.keys.all <= 6
    door.told("find and admit by name")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_walk_in_takes_twenty_five_at_most(program: Program, door: Door) -> None:
    """On no list: the name typed already is carried over; the document, and three letters of the institution."""
    door.type("nelida apaza cutipa")
    door.press(Qt.Key.Key_Return)
    program.until(lambda: program.view.current is program.view.pages["people"])
    program.settle()
    door.type("45612378")
    door.press(Qt.Key.Key_Return)
    _chosen_institution_and_in(program, door)
    assert door.keys.all <= 25
    door.told("walk-in", 15)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_walk_in_whose_dni_is_scanned(program: Program, door: Door) -> None:
    """The Code 39 on the back of the card instead of eight digits."""
    door.type("nelida apaza cutipa")
    door.press(Qt.Key.Key_Return)
    program.until(lambda: program.view.current is program.view.pages["people"])
    program.settle()
    door.show("45612378")
    _chosen_institution_and_in(program, door)
    assert door.keys.all <= 25
    door.told("walk-in, the DNI scanned", 15)


def _chosen_institution_and_in(program: Program, door: Door) -> None:
    door.type("alt")
    door.keys.think()  # is the one that is marked the one that was meant?
    door.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    program.until(lambda: program.view.current is door.page)
    program.settle()
    (found,) = search(door.desk, "nelida apaza cutipa")
    assert (found.attendee.person.document, found.attendee.person.organisation) == (
        "45612378",
        "Altiplano Sur",
    )
    assert recent_passages(door.desk)[0].attendee_id == found.attendee.id


def test_undoing_takes_three_at_most(door: Door) -> None:
    """The wrong one went in: Ctrl+Z, and the number of the reason."""
    door.show(badge(door.desk, PEDRO))
    door.press(Qt.Key.Key_Z, held=CTRL)
    door.press(Qt.Key.Key_1)
    assert recent_passages(door.desk)[0].undone
    assert door.keys.all <= 3
    door.told("undo")


def test_a_certificate_from_the_desk_takes_three_at_most(program: Program, door: Door, cups: Cups) -> None:
    """A speaker before the bus leaves: scanned, «Certificado», Enter, and the page is at the printer."""
    context = program.view.context
    context.change_preferences(replace(context.preferences(), printer=cups.default))
    door.show(badge(door.desk, PEDRO))
    door.keys.click(door.page.card.certificate)
    program.settle()
    page = program.view.pages["certificates"]
    assert isinstance(page, CertificatesPage)
    program.until(page.review.panel.print.hasFocus)
    door.press(Qt.Key.Key_Return)
    program.until(
        lambda: [x.prints for x in review(door.desk, [attendee(door.desk, PEDRO).id])] == [1], 60_000
    )
    assert door.keys.all <= 3
    door.told("certificate from the desk")
