"""The roster, one person's card, walk-ins and corrections, with the real widgets on a real event file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Outcome, Refused, Source
from checkin_desktop.domain.people import AttendeeStatus, Category, DocumentKind, Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.gui.pages.people.presenter import Standing
from checkin_desktop.services.badges import badge_faces, reserve_blank_badges
from checkin_desktop.services.check_in import admit_attendee, check_in
from checkin_desktop.services.find_attendee import attendee, roster, with_document
from checkin_desktop.services.register_walk_in import withdraw
from checkin_desktop.startup.events import OpenEvent

Settled = Callable[[], None]
ROSA, LUCIA = "40112233", "01234567"


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> PeoplePage:
    made = PeoplePage(context)
    context.session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    settled()
    return made


def shown(page: PeoplePage) -> list[str]:
    model = page.table.model
    return [model.line(row).attendee.person.sort_name for row in range(model.rowCount())]


def id_of(context: Context, document: str) -> str:
    return with_document(context.desk, document)[0].id


def fill(page: PeoplePage, qtbot: QtBot, **texts: str) -> None:
    for name, text in texts.items():
        field = page.form_pane.form.fields[name]
        field.clear()
        field.setFocus()
        qtbot.keyClicks(field, text)


def test_everybody_is_there_by_surname(page: PeoplePage) -> None:
    assert len(shown(page)) == 12
    assert shown(page)[0] == "Álvarez Soto, Carmen"
    assert page.count.text().startswith("12 personas")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("quispe rosa", "Quispe Huamán, Rosa Elvira"),
        ("nahui", "Ñahui Peña, Lucía"),
        (LUCIA, "Ñahui Peña, Lucía"),
    ],
)
def test_typing_searches_without_accents_by_name_or_document(
    page: PeoplePage, qtbot: QtBot, settled: Settled, typed: str, first: str
) -> None:
    qtbot.keyClicks(page.search, typed)
    settled()
    assert first in shown(page)
    assert len(shown(page)) <= 2


def test_only_the_last_text_typed_is_answered(page: PeoplePage, settled: Settled) -> None:
    answered: list[str] = []
    page.presenter.roster_changed.connect(lambda answer: answered.append(answer.question.typed))
    for text in ("q", "qu", "zarate"):
        page.search.setText(text)
    settled()
    assert answered == ["zarate"]


def test_filters_by_category_and_by_who_has_arrived(
    page: PeoplePage, context: Context, settled: Settled
) -> None:
    admit_attendee(context.desk, id_of(context, ROSA), context.session.checkpoints[0].id)
    withdraw(context.desk, id_of(context, LUCIA))
    page.standing.setCurrentIndex(list(Standing).index(Standing.ARRIVED))
    settled()
    assert shown(page) == ["Quispe Huamán, Rosa Elvira"]
    page.standing.setCurrentIndex(list(Standing).index(Standing.WITHDRAWN))
    settled()
    assert shown(page) == ["Ñahui Peña, Lucía"]
    page.standing.setCurrentIndex(list(Standing).index(Standing.NOT_ARRIVED))
    settled()
    assert len(shown(page)) == 10
    page.category.setCurrentIndex(1 + list(Category).index(Category.PRESS))
    settled()
    assert shown(page) == ["Ibáñez Cruz, Andrés"]


def test_enter_in_the_search_field_opens_the_best_hit(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    admit_attendee(context.desk, id_of(context, LUCIA), context.session.checkpoints[0].id)
    qtbot.keyClicks(page.search, "lucia")
    settled()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert page.card.name.text() == "Lucía Ñahui Peña"
    card = page.card.shown
    assert card is not None
    assert [a.checkpoint.id for a in card.arrivals] == [context.session.checkpoints[0].id]


def test_the_person_chosen_stays_chosen_when_the_list_is_loaded_again(
    page: PeoplePage, settled: Settled, context: Context
) -> None:
    page.show_person(id_of(context, ROSA))
    settled()
    page.refresh()
    settled()
    row = page.table.view.currentIndex().row()
    assert page.table.model.line(row).attendee.person.document == ROSA
    assert page.card.shown is not None
    assert page.card.shown.attendee.person.document == ROSA


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
    page.start_walk_in("Otra Persona")
    fill(page, qtbot, document=LUCIA)
    settled()
    assert "Lucía Ñahui Peña" in page.form_pane.said.text()
    qtbot.mouseClick(page.form_pane.admit_button, Qt.MouseButton.LeftButton)
    settled()
    assert len(roster(context.desk)) == 12
    assert page.form_pane.isVisible()
    qtbot.mouseClick(page.form_pane.open_owner, Qt.MouseButton.LeftButton)
    settled()
    assert page.card.isVisible()
    assert page.card.name.text() == "Lucía Ñahui Peña"


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
    with qtbot.waitSignal(page.registered) as registered:
        qtbot.mouseClick(page.form_pane.save_button, Qt.MouseButton.LeftButton)
    settled()
    result = check_in(context.desk, blank.code, context.session.checkpoints[0].id, source=Source.CAMERA)
    assert result.outcome is Outcome.ADMITTED
    assert result.attendee is not None
    assert result.attendee.id == registered.args[0]
    assert page.card.shown is not None
    assert page.card.shown.blank_badge


def test_a_badge_that_is_somebodys_is_said_while_scanning(
    page: PeoplePage, settled: Settled, context: Context
) -> None:
    ((_, face),) = badge_faces(context.desk, [id_of(context, ROSA)])
    page.start_walk_in("Ana Ruiz")
    page.take_scan(face.code)
    settled()
    assert "no es de una credencial en blanco" in page.form_pane.form.badge_hint.text()


def test_a_scan_elsewhere_on_the_page_goes_to_the_desk(page: PeoplePage) -> None:
    assert not page.take_scan("1ABCDEF")


def test_a_document_scanned_into_the_form_is_its_number(page: PeoplePage) -> None:
    page.start_walk_in("")
    page.take_scan("701234567")
    assert page.form_pane.form.fields["document"].text() == "70123456"


def test_correcting_keeps_what_the_form_does_not_ask(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    before = with_document(context.desk, ROSA)[0]
    page.show_person(before.id)
    settled()
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert page.form_pane.isVisible()
    fill(page, qtbot, surnames="Quispe Huaman de Soto", phone="984 000 111")
    qtbot.mouseClick(page.form_pane.save_button, Qt.MouseButton.LeftButton)
    settled()
    after = attendee(context.desk, before.id)
    assert after is not None
    assert after.person.surnames == "Quispe Huaman de Soto"
    assert after.person.phone == "984 000 111"
    assert (after.person.document, after.person.region) == (ROSA, "Cusco")
    assert after.code_id == before.code_id
    assert page.card.name.text() == "Rosa Elvira Quispe Huaman de Soto"


def test_losing_a_badge_asks_first_and_then_revokes_it(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    ((_, face),) = badge_faces(context.desk, [id_of(context, ROSA)])
    page.show_person(id_of(context, ROSA))
    settled()
    qtbot.mouseClick(page.card.lost, Qt.MouseButton.LeftButton)
    assert "Rosa Elvira Quispe Huamán" in page.question.windowTitle()
    qtbot.mouseClick(page.question.no, Qt.MouseButton.LeftButton)
    settled()
    checkpoint = context.session.checkpoints[0].id
    assert badge_faces(context.desk, [id_of(context, ROSA)])[0][1].code == face.code
    qtbot.mouseClick(page.card.lost, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.question.yes, Qt.MouseButton.LeftButton)
    settled()
    verdict = check_in(context.desk, face.code, checkpoint, source=Source.CAMERA).verdict
    assert isinstance(verdict, Refused)
    assert verdict.reason == "revoked"


def test_withdrawing_and_reinstating(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    page.show_person(id_of(context, LUCIA))
    settled()
    for status in (AttendeeStatus.WITHDRAWN, AttendeeStatus.ACTIVE):
        qtbot.mouseClick(page.card.withdrawal, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.question.yes, Qt.MouseButton.LeftButton)
        settled()
        assert with_document(context.desk, LUCIA)[0].status is status
        assert page.card.withdrawn.isVisible() is (status is AttendeeStatus.WITHDRAWN)
        assert page.card.print_badge.isEnabled() is (status is AttendeeStatus.ACTIVE)


def test_one_badge_is_seen_saved_and_counted_as_printed(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context, tmp_path: Path
) -> None:
    page.show_person(id_of(context, ROSA))
    settled()
    qtbot.mouseClick(page.card.print_badge, Qt.MouseButton.LeftButton)
    settled()
    dialog = page.badge_dialog
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.preview.drawn)
    dialog.flow.ask_path = lambda name, chosen: chosen(tmp_path / name)  # type: ignore[method-assign]
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settled()
    (saved,) = tmp_path.glob("*.pdf")
    ((_, face),) = badge_faces(context.desk, [id_of(context, ROSA)])
    assert context.tools.decode_file(saved) == (face.code,)
    assert with_document(context.desk, ROSA)[0].badge_prints == 1
    assert "Rosa" not in saved.name, "the file's name names nobody"


def test_the_certificate_is_asked_of_its_page(
    page: PeoplePage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    page.show_person(id_of(context, ROSA))
    settled()
    with qtbot.waitSignal(context.session.certificate_wanted) as wanted:
        qtbot.mouseClick(page.card.certificate, Qt.MouseButton.LeftButton)
    assert wanted.args == [id_of(context, ROSA)]


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


def test_every_text_follows_the_language(page: PeoplePage, settled: Settled, context: Context) -> None:
    page.show_person(id_of(context, ROSA))
    settled()
    context.language.switch("en")
    page.retranslate()
    assert page.card.lost.text() == "Badge lost or stolen…"
    assert page.count.text().startswith("12 people")
    assert page.table.model.headerData(0, Qt.Orientation.Horizontal) == "Surnames, names"


class TestManyPeople:
    """Twenty thousand: nothing on the main thread grows with them."""

    @pytest.fixture
    def people(self) -> tuple[Person, ...]:
        return tuple(
            Person(f"Nombre{n}", f"Apellido{n}", DocumentKind.DNI, f"{n:08}", f"Mancomunidad {n % 52}")
            for n in range(20_000)
        )

    @pytest.mark.slow
    def test_the_roster_holds_twenty_thousand(
        self, page: PeoplePage, event: OpenEvent, qtbot: QtBot, settled: Settled
    ) -> None:
        assert page.table.model.rowCount() == 20_000
        qtbot.keyClicks(page.search, "apellido19999")
        settled()
        assert shown(page) == ["Apellido19999, Nombre19999"]
        qtbot.keyClick(page.search, Qt.Key.Key_Escape)
        settled()
        assert page.table.model.rowCount() == 20_000
