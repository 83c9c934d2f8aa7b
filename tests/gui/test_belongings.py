"""Linked codes, representation and answers on somebody's card; the order of the questions."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.questions import Choice, Question, QuestionKind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.gui.pages.people.answer_dialog import AnswerDialog
from checkin_desktop.gui.pages.questions import QuestionsPage
from checkin_desktop.services.belongings import Belongings, belongings_of
from checkin_desktop.services.link_code import link_code, linked_codes
from checkin_desktop.services.questions import answer, define_question, questions
from checkin_desktop.services.substitutes import represent
from support.people_page import LUCIA, ROSA, Settled, id_of, people_page

__all__ = ["people_page"]
MENU = Question(
    "MENU",
    QuestionKind.CHOICE,
    "¿Almuerzo?",
    choices=(Choice("t", "Tradicional"), Choice("v", "Vegetariano")),
)
TALK = Question("TALK", QuestionKind.TEXT, "¿Su tema?", order=1)


@pytest.fixture
def rosa(people_page: PeoplePage, context: Context) -> str:
    return id_of(context, ROSA)


def known(context: Context, attendee_id: str) -> Belongings:
    found = belongings_of(context.desk, attendee_id)
    assert found is not None
    return found


def test_a_linked_code_is_taken_off_with_a_reason(
    people_page: PeoplePage, rosa: str, context: Context, settled: Settled
) -> None:
    link_code(context.desk, "GIMNASIO-77", rosa)
    people_page.show_person(rosa)
    settled()
    people_page.belongings.verbs["GIMNASIO-77"].click()
    dialog = people_page.belongings.dialog
    assert dialog is not None
    assert not dialog.yes.isEnabled()  # type: ignore[union-attr]
    dialog.reason.setPlainText("Era de otra persona")  # type: ignore[union-attr]
    dialog.yes.click()  # type: ignore[union-attr]
    settled()
    assert linked_codes(context.desk, rosa) == ()
    assert people_page.belongings.isHidden()


def test_a_representation_is_removed_from_either_card(
    people_page: PeoplePage, rosa: str, context: Context, settled: Settled
) -> None:
    lucia = id_of(context, LUCIA)
    represent(context.desk, rosa, lucia)
    people_page.show_person(lucia)
    settled()
    people_page.belongings.verbs[rosa].click()
    people_page.belongings.question.yes.click()
    settled()
    assert known(context, rosa).represented.represents == ()


def test_an_answer_is_put_right_later(
    people_page: PeoplePage, rosa: str, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    for question in (MENU, TALK):
        define_question(context.desk, question)
    answer(context.desk, rosa, {"MENU": "t"})
    people_page.show_person(rosa)
    settled()
    people_page.belongings.verbs["MENU"].click()
    dialog = people_page.belongings.dialog
    assert isinstance(dialog, AnswerDialog)
    qtbot.mouseClick(dialog.choices["v"], Qt.MouseButton.LeftButton)
    settled()
    people_page.belongings.verbs["TALK"].click()
    dialog = people_page.belongings.dialog
    assert isinstance(dialog, AnswerDialog)
    qtbot.keyClicks(dialog.text, "Agua")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    settled()
    assert [given for _, given in known(context, rosa).answers] == ["v", "Agua"]


def test_questions_change_their_order_by_key(context: Context, qtbot: QtBot, settled: Settled) -> None:
    for question in (MENU, TALK):
        define_question(context.desk, question)
    page = QuestionsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settled()
    page.list.setCurrentRow(1)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert [q.id for q in questions(context.desk)] == ["TALK", "MENU"]
    assert page.list.currentRow() == 0
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert [q.id for q in questions(context.desk)] == ["TALK", "MENU"]
