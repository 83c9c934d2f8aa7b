"""Two stories in the whole window: a delegation of five, and a bilateral meeting from two scans to its acta."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.support import midday

from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.meetings import MeetingState, Party, Place
from checkin_desktop.domain.people import Category, DocumentKind, Person
from checkin_desktop.gui.pages.delegations import DelegationsPage
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.meetings import MeetingsPage
from checkin_desktop.gui.pages.meetings.dialogs import ActaDialog
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.services.meetings import meetings, schedule
from checkin_desktop.services.ports.rosters import RosterReading, RosterRow
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.startup.events import create_event
from checkin_desktop.words import load_words

from .conftest import Program

_FIRST = Person("Rosa", "Quispe", DocumentKind.DNI, "40000001", "Mancomunidad Alto Andes", "Cusco")
_PEOPLE = (
    *(
        replace(_FIRST, given_names=name, surnames=f"{name} Ríos", document=f"4000000{n}")
        for n, name in enumerate(("Ana", "Beto", "Carla", "Dina", "Elmer"), 1)
    ),
    replace(
        _FIRST,
        given_names="Fidel",
        surnames="Soto",
        document="40000009",
        organisation="Mancomunidad Río Claro",
        region="Puno",
        category=Category.AUTHORITY,
    ),
)


@pytest.fixture
def today() -> Path:
    day = midday.today()
    with create_event(
        EventSettings("Encuentro de hoy", (day,), timezone=midday.zone()), load_words("es")
    ) as opened:
        rows = tuple(RosterRow("", n, person) for n, person in enumerate(_PEOPLE, 2))
        import_roster(opened.desk, RosterReading(rows, (), 0, {}, {}))
        place = Place("Mesa 3", day, time(0), time(23, 59))
        schedule(
            opened.desk, Party("Mancomunidad Alto Andes"), Party("Mancomunidad Río Claro"), place, "Riego"
        )
        return opened.path


def scanned(program: Program, code: str) -> None:
    """What a USB scanner typed, once it was told from a person's typing (tests/journeys/test_scanner.py)."""
    program.view.scans.read(code)
    program.settle()


def code(program: Program, name: str) -> str:
    desk = program.view.context.desk
    who = next(line.attendee.id for line in roster(desk) if line.attendee.name.startswith(name))
    return next(face.code for _, face in badge_faces(desk, [who]))


def test_a_delegation_of_five(program: Program, today: Path) -> None:
    """One is scanned, Ctrl+G and one key let the other four in; the queue goes on; a mistake is taken back at once."""
    view = program.open(today)
    desk, door = view.context.desk, view.pages["desk"]
    assert isinstance(door, DeskPage)
    scanned(program, code(program, "Ana"))
    program.until(door.delegation.isVisible)
    assert door.delegation.told.text().startswith("¿Ingresar también a los otros 4?")
    target = QApplication.focusWidget() or door
    QTest.keyClick(target, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    program.settle()
    page = view.pages["delegations"]
    assert isinstance(page, DelegationsPage)
    program.until(lambda: QApplication.focusWidget() is page.detail.check_in)
    QTest.keyClick(page.detail.check_in, Qt.Key.Key_Space)
    program.until(lambda: view.current is door)
    program.settle()
    assert event_info(desk).admitted == 5
    assert len({line.entry for line in recent_passages(desk)}) == 5, "each by an entry of their own"
    view.go("delegations")
    program.settle()
    page.detail.undo.click()
    program.until(lambda: event_info(desk).admitted == 1)


def test_a_bilateral_meeting(program: Program, today: Path) -> None:
    """A scan of each side begins it; the acta is typed; the programme shows it as held."""
    view = program.open(today)
    desk, page = view.context.desk, view.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    view.go("meetings")
    program.settle()
    scanned(program, code(program, "Beto"))
    program.until(lambda: page.station.next.text() == "Falta la contraparte: Mancomunidad Río Claro.")
    scanned(program, code(program, "Fidel"))
    program.until(lambda: meetings(desk)[0].meeting.state is MeetingState.UNDER_WAY)
    program.until(page.detail.verbs["acta"].isVisible)
    page.detail.verbs["acta"].click()
    acta = next(d for d in program.window.findChildren(ActaDialog) if d.isVisible())
    QTest.keyClicks(acta.agreements, "Limpiar el canal")
    acta.go.click()
    program.until(lambda: meetings(desk)[0].meeting.state is MeetingState.HELD)
    program.settle()
    line = meetings(desk)[0]
    assert line.acta is not None
    assert line.acta.agreements == "Limpiar el canal"
    assert page.detail.state.text().startswith("Realizada")
    assert event_info(desk).admitted == 0, "the meetings' station lets nobody in at the door"
