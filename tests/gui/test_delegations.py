"""The delegations page by keys and clicks: found, checked in whole, taken back, escorts, arranged."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.delegations import DelegationsPage
from checkin_desktop.gui.pages.delegations.arranging import ArrangeDialog
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.services.badges import record_badges_printed
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.delegations import delegations
from checkin_desktop.services.find_attendee import roster

from .conftest import Settled


@pytest.fixture
def page(context: Context, settled: Settled, qtbot: QtBot) -> DelegationsPage:
    made = DelegationsPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    context.session.changed.connect(made.refresh)
    made.refresh()
    settled()
    return made


def person(context: Context, name: str) -> str:
    return next(line.attendee.id for line in roster(context.desk) if name in line.attendee.name)


def shown(page: DelegationsPage) -> dict[str, str]:
    return {page._cells(d)[0]: page._cells(d)[2] for d in page.model.rows}


def test_it_lists_filters_and_says_how_many_regions_came(
    page: DelegationsPage, context: Context, settled: Settled
) -> None:
    assert shown(page)["Mancomunidad Los Andes"] == "0 de 2"
    assert "0 de 6 · Regiones: 0 de 6" in page.covered.text()
    admit_attendee(context.desk, person(context, "Carmen"))
    page.refresh()
    settled()
    assert shown(page)["Mancomunidad Los Andes"] == "1 de 2"
    assert "1 de 6 · Regiones: 1 de 6" in page.covered.text()
    assert "Ayacucho" not in page.regions.text()
    page.standing.setCurrentIndex(2)
    assert list(shown(page)) == ["Mancomunidad Los Andes"]
    page.standing.setCurrentIndex(0)
    QTest.keyClicks(page.search, "quispe cusco")
    assert list(shown(page)) == ["Mancomunidad Valle Sagrado"]


def test_one_key_lets_the_others_in_and_one_click_takes_them_back(
    page: DelegationsPage, context: Context, settled: Settled, qtbot: QtBot, notes: list[str]
) -> None:
    wanted: list[str] = []
    context.session.page_wanted.connect(wanted.append)
    admit_attendee(context.desk, person(context, "Carmen"))
    page.show_member(person(context, "Carmen"))
    settled()
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.detail.check_in)
    assert page.detail.asked.text() == "¿Ingresar también a la persona que falta?"
    QTest.keyClick(page.detail.check_in, Qt.Key.Key_Space)
    settled()
    settled()
    assert shown(page)["Mancomunidad Los Andes"] == "2 de 2"
    assert wanted == ["desk"], "back to the queue"
    assert page.detail.undo.isVisible()
    QTest.mouseClick(page.detail.undo, Qt.MouseButton.LeftButton)
    settled()
    settled()
    assert shown(page)["Mancomunidad Los Andes"] == "1 de 2"


def test_who_is_unticked_stays_out(page: DelegationsPage, context: Context, settled: Settled) -> None:
    page.view.selectRow(page.model.place_of(next(d.id for d in page.model.rows if "Andes" in d.name)) or 0)
    first = page.detail.model.rows[0]
    page.detail.view.setCurrentIndex(page.detail.model.index(0, 0))
    QTest.keyClick(page.detail.view, Qt.Key.Key_Space)
    assert page.detail.ticked == tuple(
        m.attendee.id for m in page.detail.model.rows if m.attendee.id != first.attendee.id
    )
    QTest.mouseClick(page.detail.check_in, Qt.MouseButton.LeftButton)
    settled()
    settled()
    assert shown(page)["Mancomunidad Los Andes"] == "1 de 2"


def test_escorts_are_a_number_put_right_by_another(
    page: DelegationsPage, context: Context, settled: Settled
) -> None:
    page.view.selectRow(0)
    for count in (5, 3):
        page.detail.count.setValue(count)
        QTest.mouseClick(page.detail.note, Qt.MouseButton.LeftButton)
        settled()
        settled()
    assert page._cells(page.model.rows[0])[3] == "3"


def test_a_delegation_is_arranged_and_dissolved(
    page: DelegationsPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    settled()
    dialog = page.findChild(ArrangeDialog) or page.window().findChild(ArrangeDialog)
    assert isinstance(dialog, ArrangeDialog)
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.search, "puno")
    QTest.mouseClick(dialog.tick_all, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.name_field.wrong.isVisible(), "not without a name"
    QTest.keyClicks(dialog.name, "Comitiva de Puno")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settled()
    settled()
    assert shown(page)["Comitiva de Puno"] == "0 de 3"
    assert "Mancomunidad Altiplano Sur" not in shown(page)


def test_papers(page: DelegationsPage, settled: Settled, home: Path) -> None:
    page.flow.ask_path = lambda name, chosen: chosen(home / name)  # type: ignore[method-assign]
    page.ask_save = lambda proposed: str(home / Path(proposed).name)  # type: ignore[method-assign]
    for action in page.menu.actions():
        action.trigger()
        settled()
        settled()
    names = {path.name for path in home.iterdir() if path.suffix in (".pdf", ".xlsx")}
    assert names == {
        "delegaciones.pdf",
        "delegaciones.xlsx",
        "resumen-para-el-informe.pdf",
        "resumen-para-el-informe.xlsx",
    }


def test_the_desk_offers_the_others_and_ctrl_g_asks_for_them(
    context: Context, settled: Settled, qtbot: QtBot
) -> None:
    desk = DeskPage(context)
    qtbot.addWidget(desk)
    desk.show()
    asked: list[str] = []
    context.session.delegation_wanted.connect(asked.append)
    carmen = person(context, "Carmen")
    desk.presenter.admit(carmen)
    settled()
    settled()
    assert desk.delegation.isVisible()
    assert "Mancomunidad Los Andes: 1 de 2" in desk.delegation.told.text()
    QTest.keyClick(desk, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert asked == [carmen]
    desk.presenter.admit(person(context, "Teresa"))
    settled()
    settled()
    assert not desk.delegation.isVisible(), "nobody else is of her organisation"
    assert len(delegations(context.desk).lines) == 6
    desk.leave()


def test_the_badges_of_one_delegation_are_printed_and_asked_about_the_second_time(
    page: DelegationsPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    row = next(n for n, d in enumerate(page.model.rows) if d.name == "Mancomunidad Los Andes")
    page.view.selectRow(row)
    members = {m.attendee.id for m in page.model.rows[row].members}
    drawn: list[set[str]] = []
    page.badges.drawn.connect(lambda ids, pdf: drawn.append(set(ids)) if pdf[:5] == b"%PDF-" else None)
    assert page.detail.badges.text() == "Imprimir sus 2 credenciales"
    record_badges_printed(context.desk, [person(context, "Carmen")])
    page.refresh()
    settled()
    assert page.detail.badges.text() == "Imprimir 1 credencial"
    qtbot.mouseClick(page.detail.badges, Qt.MouseButton.LeftButton)
    settled()
    assert drawn == [members - {person(context, "Carmen")}]
    record_badges_printed(context.desk, list(drawn[0]))
    page.refresh()
    settled()
    qtbot.mouseClick(page.detail.badges, Qt.MouseButton.LeftButton)
    settled()
    assert len(drawn) == 1
    assert page.badges.question is not None
    page.badges.question.yes.click()
    settled()
    assert drawn[1:] == [members]
