"""Walk-ins by keyboard, scanner and mouse: the form on a real event file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.gui.pages.people.typed_name import prefilled
from checkin_desktop.services.badges import badge_faces, reserve_blank_badges
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.find_attendee import attendee, roster
from checkin_desktop.services.views import OrganisationLine
from support.people_page import LUCIA, ROSA, Settled, fill, id_of, people_page

__all__ = ["people_page"]


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


def test_a_walk_in_is_registered_by_keyboard_alone(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    qtbot.keyClicks(page.search, "martha solis")
    settled()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    form = page.form_pane.form
    assert (form.fields["given_names"].text(), form.fields["surnames"].text()) == ("Martha", "Solis")
    assert QApplication.focusWidget() is form.fields["document"]
    qtbot.keyClicks(form.fields["document"], "70 123-456")
    qtbot.keyClick(form.fields["document"], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.fields["organisation"]
    qtbot.keyClicks(form.fields["organisation"], "Mancomunidad Nueva")
    with qtbot.waitSignal(page.registered) as registered:
        qtbot.keyClick(form.fields["organisation"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    found = attendee(context.desk, registered.args[0])
    assert found is not None
    assert found.person == Person(
        "Martha", "Solis", DocumentKind.DNI, "70123456", organisation="Mancomunidad Nueva"
    )
    assert page.card.name.text() == "Martha Solis"
    row = page.table.view.currentIndex().row()
    assert page.table.model.line(row).attendee.id == found.id


def test_the_desk_opens_the_form_and_gets_the_person_back_to_admit(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    page.start_walk_in("70123456")
    form = page.form_pane.form
    assert form.fields["document"].text() == "70123456"
    fill(page, qtbot, given_names="Ana", surnames="Ruiz")
    with qtbot.waitSignal(context.session.admission_wanted) as wanted:
        qtbot.mouseClick(page.form_pane.admit_button, Qt.MouseButton.LeftButton)
    settled()
    assert wanted.args == [id_of(context, "70123456")]


def test_a_known_document_says_whose_it_is_and_opens_that_person(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    fill(page, qtbot, given_names="Otra", surnames="Persona", document=LUCIA)
    settled()
    assert "Lucía Ñahui Peña" in page.form_pane.said.text()
    qtbot.mouseClick(page.form_pane.save_button, Qt.MouseButton.LeftButton)
    settled()
    assert len(roster(context.desk)) == 12
    assert page.form_pane.isVisible()
    qtbot.mouseClick(page.form_pane.open_owner, Qt.MouseButton.LeftButton)
    settled()
    assert page.card.isVisible()
    assert page.card.name.text() == "Lucía Ñahui Peña"


def test_at_the_door_one_more_enter_lets_in_who_is_on_the_list_after_all(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    page.start_walk_in("Lucha Nahui")
    fill(page, qtbot, document=LUCIA, organisation="Ninguna", region="Puno")
    settled()
    qtbot.keyClick(page.form_pane.form.fields["region"], Qt.Key.Key_Return)
    settled()
    assert QApplication.focusWidget() is page.form_pane.open_owner
    with qtbot.waitSignal(context.session.admission_wanted) as wanted:
        qtbot.keyClick(page.form_pane.open_owner, Qt.Key.Key_Return)
    assert wanted.args == [id_of(context, LUCIA)]
    assert len(roster(context.desk)) == 12


def test_a_number_of_somebody_of_another_name_is_to_be_put_right(
    page: PeoplePage, qtbot: QtBot, settled: Settled
) -> None:
    page.start_walk_in("Otra Persona")
    fill(page, qtbot, document=LUCIA, organisation="Ninguna", region="Puno")
    settled()
    qtbot.keyClick(page.form_pane.form.fields["region"], Qt.Key.Key_Return)
    settled()
    assert QApplication.focusWidget() is page.form_pane.form.fields["document"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_at_the_door_enter_goes_from_what_is_asked_to_letting_in(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    """Three letters of the institution and Enter take its whole name and region; one more Enter registers."""
    page.start_walk_in("martha de la cruz solis")
    settled()
    form = page.form_pane.form
    assert (form.fields["given_names"].text(), form.fields["surnames"].text()) == (
        "Martha",
        "De la Cruz Solis",
    )
    assert not any(form.fields[name].isVisible() for name in ("position", "email", "phone", "note", "badge"))
    qtbot.keyClicks(form.fields["document"], "70123456")
    qtbot.keyClick(form.fields["document"], Qt.Key.Key_Return)
    field = form.fields["organisation"]
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "chi")
    qtbot.wait(1)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Mancomunidad Río Chira"
    assert form.fields["region"].text() == "Piura"
    assert page.form_pane.isVisible(), "choosing an organisation does not save"
    with qtbot.waitSignal(context.session.admission_wanted) as wanted:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settled()
    found = attendee(context.desk, wanted.args[0])
    assert found is not None
    assert (found.person.organisation, found.person.region) == ("Mancomunidad Río Chira", "Piura")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_institutions_that_begin_alike_are_told_apart_before_one_is_taken(
    page: PeoplePage, qtbot: QtBot, settled: Settled
) -> None:
    page.start_walk_in("Ana Ruiz")
    settled()
    field = page.form_pane.form.fields["organisation"]
    long = [f"Mancomunidad Municipal de las Cuencas Altas del Sur Andino {n}" for n in ("Este", "Oeste")]
    page.form_pane.form.offer(
        tuple(OrganisationLine(str(n), name, "Puno", (), 0, 0) for n, name in enumerate(long))
    )
    field.setFocus()
    qtbot.keyClicks(field, "cuencas")
    listed = field.completer().popup()
    assert listed.isVisible()
    assert listed.width() > listed.fontMetrics().horizontalAdvance(long[1])


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_of_an_institution_that_nobody_knows_the_region_is_asked(
    page: PeoplePage, qtbot: QtBot, settled: Settled
) -> None:
    page.start_walk_in("Ana Ruiz")
    settled()
    form = page.form_pane.form
    form.fields["organisation"].setFocus()
    qtbot.keyClicks(form.fields["organisation"], "Empresa Nueva")
    qtbot.keyClick(form.fields["organisation"], Qt.Key.Key_Return)
    assert form.fields["organisation"].text() == "Empresa Nueva"
    assert QApplication.focusWidget() is form.fields["region"]


def test_a_missing_document_is_asked_for_once(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    page.start_walk_in("Ana Ruiz")
    qtbot.mouseClick(page.form_pane.admit_button, Qt.MouseButton.LeftButton)
    settled()
    assert "Falta el documento" in page.form_pane.said.text()
    assert QApplication.focusWidget() is page.form_pane.form.fields["document"]
    with qtbot.waitSignal(context.session.admission_wanted):
        qtbot.mouseClick(page.form_pane.admit_button, Qt.MouseButton.LeftButton)
    settled()
    assert len(roster(context.desk)) == 13


def test_what_else_there_is_to_say_is_one_click_away(
    page: PeoplePage, qtbot: QtBot, settled: Settled
) -> None:
    page.start_walk_in("Ana Ruiz")
    qtbot.mouseClick(page.form_pane.form.more, Qt.MouseButton.LeftButton)
    assert page.form_pane.form.fields["note"].isVisible()
    assert QApplication.focusWidget() is page.form_pane.form.fields["position"]


def test_who_was_being_registered_is_not_lost_to_the_next(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    """The desk was shown meanwhile; a blank badge is for whoever is being registered."""
    form = page.form_pane.form
    page.start_walk_in("Ana Ruiz")
    fill(page, qtbot, document="70123456")
    page.start_walk_in("Otra Persona")
    assert "Ana Ruiz" in page.question.windowTitle()
    qtbot.mouseClick(page.question.no, Qt.MouseButton.LeftButton)
    assert (form.fields["given_names"].text(), form.fields["document"].text()) == ("Ana", "70123456")
    (blank,) = reserve_blank_badges(context.desk, 1)
    page.start_walk_in(blank.code)
    settled()
    assert (form.fields["given_names"].text(), form.badge_code) == ("Ana", blank.code)
    assert form.fields["badge"].isVisible()
    page.start_walk_in("Otra Persona")
    qtbot.mouseClick(page.question.yes, Qt.MouseButton.LeftButton)
    assert form.fields["given_names"].text() == "Otra"


def test_a_code_of_something_else_overwrites_nothing(
    page: PeoplePage, qtbot: QtBot, settled: Settled, notes: list[str]
) -> None:
    page.start_walk_in("Ana Ruiz")
    fill(page, qtbot, document="70123456")
    for code in ("https://redmancomunidades.pe/evento/2025", "WIFI-INVITADOS"):
        page.take_scan(code)
        assert page.form_pane.form.fields["document"].text() == "70123456"
        assert "no se anotó nada" in notes[-1]


@pytest.mark.parametrize(
    ("typed", "given", "surnames"),
    [
        ("nelida apaza cutipa", "Nelida", "Apaza Cutipa"),
        ("maría del carmen quispe huamán", "María del Carmen", "Quispe Huamán"),
        ("juana de la cruz", "Juana", "De la Cruz"),
        ("rosa san martín ríos", "Rosa", "San Martín Ríos"),
        ("Juan DE LA CRUZ", "Juan", "DE LA CRUZ"),
        ("ana", "", "Ana"),
    ],
)
def test_a_name_typed_in_a_hurry_is_parted_and_written_as_names_are(
    typed: str, given: str, surnames: str
) -> None:
    person, badge = prefilled(typed)
    assert (person.given_names, person.surnames, badge) == (given, surnames, "")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"document": "70123456"}, "Falta el nombre"),
        ({"given_names": "Ana", "document": "123"}, "8 dígitos"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_written(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context, fields: dict[str, str], said: str
) -> None:
    page.start_walk_in("")
    fill(page, qtbot, **fields)
    qtbot.keyClick(
        page.form_pane.form.fields["phone"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    settled()
    assert said in page.form_pane.said.text()
    assert page.form_pane.notice.isVisible()
    assert len(roster(context.desk)) == 12


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_organisation_completes_and_brings_its_region(
    page: PeoplePage, qtbot: QtBot, settled: Settled
) -> None:
    page.start_walk_in("Ana Ruiz")
    settled()
    field = page.form_pane.form.fields["organisation"]
    field.setFocus()
    qtbot.keyClicks(field, "rio chi")
    popup = field.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Mancomunidad Río Chira"
    assert page.form_pane.form.fields["region"].text() == "Piura"
    assert page.form_pane.isVisible(), "choosing an organisation does not save"


def test_a_blank_badge_scanned_into_the_form_is_the_persons(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    (blank,) = reserve_blank_badges(context.desk, 1)
    page.start_walk_in("Ana Ruiz")
    assert page.take_scan(blank.code)
    settled()
    assert page.form_pane.form.badge_code == blank.code
    assert "lista" in page.form_pane.form.badge_hint.text()
    fill(page, qtbot, document="70123456")
    with qtbot.waitSignal(page.registered) as registered:
        qtbot.mouseClick(page.form_pane.admit_button, Qt.MouseButton.LeftButton)
    settled()
    result = check_in(context.desk, blank.code, context.session.checkpoints[0].id, source=Source.CAMERA)
    assert result.outcome is Outcome.ADMITTED
    assert result.attendee is not None
    assert result.attendee.id == registered.args[0]
    assert page.card.shown is not None
    assert page.card.shown.blank_badge


def test_the_next_guests_badge_is_not_noted_for_whom_is_being_registered(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    ((_, face),) = badge_faces(context.desk, [id_of(context, ROSA)])
    page.start_walk_in("Ana Ruiz")
    page.take_scan(face.code)
    settled()
    assert page.form_pane.form.badge_code == ""
    assert "nadie ingresó con ella" in page.form_pane.said.text()
    assert page.form_pane.notice.isVisible()


def test_a_badge_code_typed_that_is_not_blank_is_said(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    ((_, face),) = badge_faces(context.desk, [id_of(context, ROSA)])
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    fill(page, qtbot, badge=face.code)
    settled()
    assert "no es de una credencial en blanco" in page.form_pane.form.badge_hint.text()


def test_a_scan_elsewhere_on_the_page_goes_to_the_desk(page: PeoplePage) -> None:
    assert not page.take_scan("1ABCDEF")


def test_a_document_scanned_into_the_form_is_its_number(page: PeoplePage) -> None:
    page.start_walk_in("")
    page.take_scan("701234567")
    assert page.form_pane.form.fields["document"].text() == "70123456"


def test_leaving_the_form_asks_only_if_something_was_typed(
    page: PeoplePage, qtbot: QtBot, context: Context
) -> None:
    page.start_walk_in("Ana Ruiz")
    with qtbot.waitSignal(context.session.page_wanted) as wanted:
        qtbot.mouseClick(page.form_pane.cancel_button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["desk"], "back to where the walk-in came from"
    page.start_walk_in("Ana Ruiz")
    fill(page, qtbot, phone="984000111")
    qtbot.keyClick(page.form_pane.form.fields["phone"], Qt.Key.Key_Escape)
    assert page.form_pane.isVisible()
    qtbot.mouseClick(page.form_pane.question.no, Qt.MouseButton.LeftButton)
    assert page.form_pane.form.fields["phone"].text() == "984000111"
    page.form_pane.leave()
    qtbot.mouseClick(page.form_pane.question.yes, Qt.MouseButton.LeftButton)
    assert not page.form_pane.isVisible()
