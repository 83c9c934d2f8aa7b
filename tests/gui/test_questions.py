"""Questions: defined on their page, asked once beside the green verdict, never in the way."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.people import Category
from checkin_desktop.domain.questions import Choice, Question, QuestionKind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.questions import QuestionsPage
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.questions import define_question, questions

from .conftest import Settled
from .keys import CountedKeys

MENU = Question(
    "MENU",
    QuestionKind.CHOICE,
    "¿Almuerzo?",
    choices=(Choice("t", "Tradicional"), Choice("v", "Vegetariano")),
)
TALK = Question("TALK", QuestionKind.TEXT, "¿Su tema?", order=1)


@pytest.fixture
def desk(context: Context, qtbot: QtBot, settled: Settled) -> DeskPage:
    made = DeskPage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    made.notice.confirm()
    made.search.setFocus()
    return made


def _answers(context: Context, name: str) -> dict[str, str]:
    attendee = search(context.desk, name)[0].attendee
    with context.desk.store.read() as reads:
        return reads.door.answers(attendee.id).get(attendee.id, {})


def test_a_question_is_defined_on_its_page(
    context: Context, qtbot: QtBot, settled: Settled, notes: list[str]
) -> None:
    page = QuestionsPage(context)
    qtbot.addWidget(page)
    page.resize(1150, 710)
    page.show()
    page.refresh()
    settled()
    qtbot.keyClicks(page.form.es, "Que almuerzo prefiere?")
    page.form.kind.setCurrentIndex(list(QuestionKind).index(QuestionKind.CHOICE))
    page.form.choices.setPlainText("Tradicional / Traditional\nVegetariano\n\nTradicional")
    page.form.categories[list(Category).index(Category.SPEAKER)].click()
    page.form.required.click()
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    settled()
    (made,) = questions(context.desk)
    assert [(c.es, c.en) for c in made.choices] == [("Tradicional", "Traditional"), ("Vegetariano", "")]
    assert (made.categories, made.required) == ((Category.SPEAKER,), True)
    assert page.list.currentRow() == 0
    page.form.es.setText("¿Almuerzo?")
    page.form.choices.setPlainText("Vegetariano\nTradicional")
    page.save()
    settled()
    (again,) = questions(context.desk)
    assert (again.id, again.es) == (made.id, "¿Almuerzo?")
    assert {c.es: c.id for c in again.choices} == {c.es: c.id for c in made.choices}
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.dialog.yes, Qt.MouseButton.LeftButton)
    settled()
    assert questions(context.desk) == ()


def test_a_question_without_wording_says_what_is_missing(
    context: Context, qtbot: QtBot, settled: Settled, notes: list[str]
) -> None:
    page = QuestionsPage(context)
    qtbot.addWidget(page)
    page.save()
    settled()
    assert notes == ["question-no-wording"]


def test_questions_are_asked_once_and_answered_by_keys(
    desk: DeskPage, context: Context, settled: Settled
) -> None:
    for question in (MENU, TALK):
        define_question(context.desk, question)
    keys = CountedKeys(desk)
    keys.type("zarate")
    keys.press(Qt.Key.Key_Return)
    settled()
    assert desk.questions.isVisible()
    assert desk.focusWidget() is desk.search
    keys.press(Qt.Key.Key_F3, Qt.Key.Key_2)
    keys.type("Agua")
    keys.press(Qt.Key.Key_Return)
    settled()
    assert _answers(context, "zarate") == {"MENU": "v", "TALK": "Agua"}
    assert not desk.questions.isVisible()
    assert desk.focusWidget() is desk.search


def test_the_next_guest_takes_the_card_and_what_was_answered_is_kept(
    desk: DeskPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    for question in (MENU, TALK):
        define_question(context.desk, question)
    desk.admit(search(context.desk, "zarate")[0].attendee.id)
    settled()
    qtbot.mouseClick(desk.questions.choices[0], Qt.MouseButton.LeftButton)
    desk.admit(search(context.desk, "elena rojas")[0].attendee.id)
    settled()
    assert _answers(context, "zarate") == {"MENU": "t"}
    assert "Elena" in desk.questions.about.text()
    assert desk.questions.question == MENU
    desk.questions.take_keyboard()
    qtbot.keyClick(desk.questions, Qt.Key.Key_Escape)
    settled()
    assert not desk.questions.isVisible()
    assert _answers(context, "elena rojas") == {}


def test_words_half_typed_when_the_next_guest_comes_are_kept_and_nothing_steals_the_keyboard(
    desk: DeskPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    define_question(context.desk, TALK)
    pedro, lucia = (search(context.desk, name)[0].attendee for name in ("zarate", "nahui"))
    desk.presenter.admit(pedro.id)
    settled()
    qtbot.keyClick(desk.search, Qt.Key.Key_F3)
    qtbot.keyClicks(desk.questions.text, "agua")
    context.session.changed.emit()
    settled()
    qtbot.wait(1)
    assert desk.questions.text.hasFocus(), "another desk's scans came in"
    qtbot.keyClicks(desk.questions.text, " y saneamiento")
    desk.take_scan(badge_faces(context.desk, [lucia.id])[0][1].code)
    settled()
    assert desk.card.person.text() == "Lucía Ñahui Peña"
    assert _answers(context, "zarate") == {"TALK": "agua y saneamiento"}


def test_later_is_no_answer_whatever_was_typed(
    desk: DeskPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    define_question(context.desk, TALK)
    desk.presenter.admit(search(context.desk, "zarate")[0].attendee.id)
    settled()
    qtbot.keyClick(desk.search, Qt.Key.Key_F3)
    qtbot.keyClicks(desk.questions.text, "agua")
    qtbot.keyClick(desk.questions.text, Qt.Key.Key_Escape)
    settled()
    assert _answers(context, "zarate") == {}
