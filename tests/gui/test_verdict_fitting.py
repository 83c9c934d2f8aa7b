"""The verdict is read from two metres, and nothing of it is cut off on a small screen with large letters."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.looking import cut_off

from checkin_desktop.gui.design.stylesheet import stylesheet
from checkin_desktop.gui.design.tokens import LIGHT, VERDICT
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.register_walk_in import correct
from checkin_desktop.startup.screenshot_event import ask_questions

from .conftest import Settled


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> DeskPage:
    """Somebody with a long name and a note came twice, at two minutes' distance."""
    who = roster(context.desk)[0].attendee
    long = replace(
        who.person, surnames="Wamanmarcaya Quillaorqollo de la Quebradita", note="Avisar a protocolo"
    )
    correct(context.desk, who.id, long)
    made = DeskPage(context)
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    made.take_scan(next(face.code for _, face in badge_faces(context.desk, [who.id])))
    settled()
    return made


def _letters(page: DeskPage) -> int:
    return QFontInfo(page.card.title.font()).pixelSize()


def test_the_word_is_larger_where_there_is_room(page: DeskPage, qtbot: QtBot) -> None:
    usual = _letters(page)
    assert usual >= VERDICT * 1.2
    page.resize(3600, 2000)
    qtbot.waitUntil(lambda: _letters(page) > 2 * usual)
    page.resize(700, 420)
    qtbot.waitUntil(lambda: _letters(page) < usual)


@pytest.mark.parametrize("size", [(1150, 710), (800, 600), (900, 480), (3600, 2000)])
def test_nothing_of_it_is_cut_off(
    page: DeskPage, size: tuple[int, int], settled: Settled, qtbot: QtBot
) -> None:
    page.resize(*size)
    settled()
    qtbot.wait(50)
    assert page.card.person.isVisible()
    assert page.card.note.isVisible()
    assert not cut_off(page.card)


@pytest.mark.parametrize("size", [(950, 526), (1100, 590)])
def test_beside_a_question_and_a_refusal_at_200_percent(
    context: Context,
    page: DeskPage,
    qapp: QApplication,
    qtbot: QtBot,
    settled: Settled,
    size: tuple[int, int],
) -> None:
    """The page in the smallest window at the largest letters: word, name and note stay whole, no button is cut."""
    context.change_preferences(replace(context.preferences(), scale=200))
    qapp.setStyleSheet(stylesheet(LIGHT, 200))
    page.resize(*size)
    ask_questions(context.desk)
    page.take_scan("7YQ-OTRO-EVENTO")
    settled()
    qtbot.waitUntil(lambda: not cut_off(page.card))
    noted = roster(context.desk)[1].attendee
    correct(context.desk, noted.id, replace(noted.person, note="Avisar a protocolo"))
    page.admit(noted.id)
    settled()
    assert page.questions.folded
    assert page.pinned.isVisible()
    assert page.card.person.isVisible()
    assert page.card.note.isVisible()
    qtbot.waitUntil(lambda: not cut_off(page.card))
