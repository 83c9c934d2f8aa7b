"""The roster and one person's card, with the real widgets on a real event file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Refused, Source
from checkin_desktop.domain.people import AttendeeStatus, Category, DocumentKind, Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.gui.pages.people.presenter import Standing
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.check_in import admit_attendee, check_in
from checkin_desktop.services.find_attendee import attendee, with_document
from checkin_desktop.services.register_walk_in import withdraw
from checkin_desktop.startup.events import OpenEvent
from support.people_page import LUCIA, ROSA, Settled, fill, id_of, people_page, shown

__all__ = ["people_page"]


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


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
