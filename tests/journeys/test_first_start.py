"""The first start on a computer: one screen says what the desk does, once; «Ayuda» shows it again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.support.desks import reading_of

from checkin_desktop.gui.tour import Tour
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.startup.preferences import load_preferences

from .conftest import Program
from .people import PEOPLE, event_of_today


def tours(program: Program) -> list[Tour]:
    return [x for x in program.window.findChildren(Tour) if x.isVisible()]


def test_the_tour_is_shown_at_the_first_event_and_enter_begins_work(program: Program) -> None:
    program.window.tours = True
    path = event_of_today()
    view = program.open(path)
    (tour,) = tours(program)
    said = " ".join(x.text() for x in tour.findChildren(QLabel))
    assert "F4" in said
    assert "Ctrl+Z" in said
    QTest.keyClick(tour, Qt.Key.Key_Return)
    program.settle()
    assert tours(program) == []
    assert view.pages["desk"].isVisible()
    assert load_preferences().toured
    program.open(event_of_today())
    assert tours(program) == [], "once on a computer"


def test_the_help_shows_it_again_and_escape_leaves_everything_as_it_was(program: Program) -> None:
    view = program.open(event_of_today())
    assert tours(program) == [], "nobody is at the window of a command or a picture"
    view.go("help")
    program.settle()
    view.pages["help"].tour.click()  # type: ignore[attr-defined]
    (tour,) = tours(program)
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    program.settle()
    assert tours(program) == []
    assert view.current is view.pages["help"]
    assert not view.context.preferences().toured


def test_the_desk_of_an_empty_list_says_where_to_import_it(program: Program) -> None:
    view = program.open(event_of_today(people=()))
    card = view.pages.desk.card
    assert card.title.text() == "La lista está vacía"
    assert "«Importar lista»" in card.detail.text()
    import_roster(view.context.desk, reading_of(PEOPLE))
    view.context.session.changed.emit()
    program.settle()
    assert card.title.text() == "Muestre la credencial a la cámara"
