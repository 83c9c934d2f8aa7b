"""The meetings page by keys, clicks and scans: plan, start, acta, no-show, swap, on the spot, papers."""

from datetime import datetime, time
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.meetings import MeetingState, Party, Place, Side
from checkin_desktop.gui.design.stylesheet import stylesheet
from checkin_desktop.gui.design.tokens import LIGHT
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.meetings import MeetingsPage
from checkin_desktop.gui.pages.meetings.dialogs import (
    ActaDialog,
    MeetingsImportDialog,
    NoShowDialog,
    SwapDialog,
)
from checkin_desktop.gui.pages.meetings.meeting_dialog import MeetingDialog
from checkin_desktop.gui.pages.meetings.on_the_spot import OnTheSpotDialog
from checkin_desktop.rosters.write import write_table
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.desk import local_time, settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.meetings import meetings, schedule

from .conftest import Settled

ANDES, CHIRA = "Mancomunidad Los Andes", "Mancomunidad Río Chira"


@pytest.fixture
def now(context: Context) -> datetime:
    return local_time(context.desk.store.now_ms(), context.desk.zone)


@pytest.fixture
def planned(context: Context, now: datetime) -> str:
    """A meeting that is on now."""
    place = Place("Mesa 3", now.date(), time(now.hour), time(23, 59))
    return schedule(context.desk, Party(ANDES), Party(CHIRA), place, "Riego")


@pytest.fixture
def page(context: Context, settled: Settled, qtbot: QtBot) -> MeetingsPage:
    made = MeetingsPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    context.session.changed.connect(made.refresh)
    made.refresh()
    settled()
    return made


def code(context: Context, name: str) -> str:
    who = next(line.attendee.id for line in roster(context.desk) if name in line.attendee.name)
    return next(face.code for _, face in badge_faces(context.desk, [who]))


def click(page: MeetingsPage, verb: str) -> None:
    assert page.detail.verbs[verb].isVisible(), verb
    QTest.mouseClick(page.detail.verbs[verb], Qt.MouseButton.LeftButton)


def dialog(page: MeetingsPage, kind: type[QDialog]) -> QDialog:
    return next(d for d in page.window().findChildren(kind) if d.isVisible())


def test_a_scan_of_each_side_starts_it_and_the_acta_is_typed(
    planned: str, page: MeetingsPage, context: Context, settled: Settled, home: Path
) -> None:
    assert page.take_scan(code(context, "Carmen"))
    settled()
    settled()
    assert "Carmen Álvarez Soto" in page.station.told.text()
    assert "Mesa 3" in page.station.told.text()
    assert page.station.next.text() == f"Falta la contraparte: {CHIRA}."
    assert page.detail.state.text() == f"Falta la contraparte: {CHIRA}"
    QTest.keyClicks(page.station.code, "40112239")
    QTest.keyClick(page.station.code, Qt.Key.Key_Return)
    settled()
    settled()
    assert page.station.next.text() == "La reunión empezó: están las dos partes."
    assert page.detail.state.text().startswith("En curso")
    click(page, "acta")
    acta = dialog(page, ActaDialog)
    assert isinstance(acta, ActaDialog)
    QTest.keyClicks(acta.topics, "Canal")
    QTest.keyClicks(acta.agreements, "Medir el caudal")
    QTest.mouseClick(acta.go, Qt.MouseButton.LeftButton)
    settled()
    settled()
    (line,) = meetings(context.desk)
    assert line.meeting.state is MeetingState.HELD
    assert line.acta is not None
    assert line.acta.agreements == "Medir el caudal"
    assert [a.name for a in line.people_a + line.people_b] == ["Carmen Álvarez Soto", "Elena Rojas Vega"]
    assert "Medir el caudal" in page.detail.acta.text()
    page.flow.ask_path = lambda name, chosen: chosen(home / name)  # type: ignore[method-assign]
    page.ask_save = lambda proposed: str(home / Path(proposed).name)  # type: ignore[method-assign]
    for action in page.menu.actions()[2:]:
        action.trigger()
        settled()
        settled()
    told = pypdfium2.PdfDocument(home / "actas.pdf")[0].get_textpage().get_text_range()
    assert "Medir el caudal" in told
    for name in ("reuniones.pdf", "agendas-por-parte.pdf", "reuniones.xlsx"):
        assert (home / name).is_file()


def test_planning_by_keys_and_what_is_in_the_way(
    planned: str, page: MeetingsPage, context: Context, settled: Settled, now: datetime
) -> None:
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    made = dialog(page, MeetingDialog)
    assert isinstance(made, MeetingDialog)
    QTest.mouseClick(made.go, Qt.MouseButton.LeftButton)
    settled()
    assert made.wrong.text() == "Indique las dos partes de la reunión."
    made.a.setEditText("los andes")
    made.b.setEditText("Mancomunidad Costa Norte")
    made.table.setEditText("Mesa 9")
    made.starts.setTime(made.starts.time().fromString(f"{now:%H}:30", "HH:mm"))
    made.ends.setTime(made.starts.time().addSecs(60))
    QTest.mouseClick(made.go, Qt.MouseButton.LeftButton)
    settled()
    assert made.wrong.text().startswith(f"{ANDES} ya tiene reunión")
    assert made.isVisible()
    QTest.mouseClick(made.anyway, Qt.MouseButton.LeftButton)
    settled()
    settled()
    assert sorted(line.b for line in meetings(context.desk)) == ["Mancomunidad Costa Norte", CHIRA]
    assert all(line.clashing for line in meetings(context.desk))


def test_no_show_undone_cancelled(
    planned: str, page: MeetingsPage, context: Context, settled: Settled
) -> None:
    page.list.setFocus()
    page.list.selectRow(0)
    click(page, "no_show")
    asked = dialog(page, NoShowDialog)
    assert isinstance(asked, NoShowDialog)
    assert not asked.go.isEnabled()
    asked.sides[Side.B].click()
    QTest.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    settled()
    settled()
    assert page.detail.state.text() == f"No se presentó: {CHIRA}"
    click(page, "reopen")
    settled()
    settled()
    assert page.detail.state.text() == "Programada"
    click(page, "start")
    settled()
    settled()
    click(page, "end")
    settled()
    settled()
    assert meetings(context.desk)[0].meeting.state is MeetingState.HELD


def test_two_meetings_change_places(
    planned: str, page: MeetingsPage, context: Context, settled: Settled
) -> None:
    day = settings(context.desk).days[1]
    place = Place("Mesa 1", day, time(9), time(9, 25))
    other = schedule(context.desk, Party(ANDES), Party("Mancomunidad Costa Norte"), place)
    page.refresh()
    settled()
    page.list.selectRow(page.list.lines.place_of(planned) or 0)
    click(page, "swap")
    asked = dialog(page, SwapDialog)
    assert isinstance(asked, SwapDialog)
    QTest.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    settled()
    settled()
    tables = {line.id: line.meeting.place.table for line in meetings(context.desk)}
    assert tables == {planned: "Mesa 1", other: "Mesa 3"}
    click(page, "swap_back")
    settled()
    settled()
    tables = {line.id: line.meeting.place.table for line in meetings(context.desk)}
    assert tables == {planned: "Mesa 3", other: "Mesa 1"}
    assert not page.detail.verbs["swap_back"].isVisible()


def test_on_the_spot_in_two_clicks(page: MeetingsPage, context: Context, settled: Settled) -> None:
    for name in ("Carmen", "Elena"):
        page.take_scan(code(context, name))
        settled()
        settled()
    assert page.station.told.text() == "Carmen Álvarez Soto y Elena Rojas Vega"
    QTest.keyClicks(page.station.table, "Mesa 7")
    QTest.mouseClick(page.station.begin, Qt.MouseButton.LeftButton)
    settled()
    settled()
    (line,) = meetings(context.desk)
    assert (line.meeting.state, line.meeting.place.table) == (MeetingState.UNDER_WAY, "Mesa 7")
    assert page.take_scan("NADIE")
    settled()
    assert page.station.told.text() == "Ese código no es de nadie de la lista"


def test_on_the_spot_by_one_click_on_each_party_and_undone(
    planned: str, page: MeetingsPage, context: Context, settled: Settled
) -> None:
    def hit(asked: OnTheSpotDialog, text: str) -> None:
        (item,) = asked.hits.findItems(text, Qt.MatchFlag.MatchStartsWith)
        middle = asked.hits.visualItemRect(item).center()
        QTest.mouseClick(asked.hits.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    QTest.mouseClick(page.now, Qt.MouseButton.LeftButton)
    asked = dialog(page, OnTheSpotDialog)
    assert isinstance(asked, OnTheSpotDialog)
    hit(asked, ANDES)
    hit(asked, ANDES)
    settled()
    assert asked.wrong.text() == "Las dos partes son la misma. Elija otra contraparte."
    hit(asked, CHIRA)
    settled()
    settled()
    assert not page.window().findChildren(OnTheSpotDialog)
    assert page.detail.name.text() == f"{ANDES} con {CHIRA}"
    assert page.detail.state.text().startswith("En curso")
    click(page, "reopen")
    settled()
    settled()
    assert [line.id for line in meetings(context.desk)] == [planned]


def test_on_the_spot_by_keys_with_somebody_of_the_list(
    page: MeetingsPage, context: Context, settled: Settled
) -> None:
    QTest.mouseClick(page.now, Qt.MouseButton.LeftButton)
    asked = dialog(page, OnTheSpotDialog)
    assert isinstance(asked, OnTheSpotDialog)
    for text in ("carmen", "elena"):
        QTest.keyClicks(asked.field, text)
        settled()
        QTest.keyClick(asked.field, Qt.Key.Key_Return)
    settled()
    settled()
    (line,) = meetings(context.desk)
    assert [a.name for a in line.people_a + line.people_b] == ["Carmen Álvarez Soto", "Elena Rojas Vega"]
    assert line.meeting.state is MeetingState.UNDER_WAY


def test_a_programme_comes_in_and_bad_rows_are_named(
    page: MeetingsPage, context: Context, settled: Settled, home: Path
) -> None:
    day = settings(context.desk).days[0].isoformat()
    rows = [
        (day, "9:00", "Mesa 1", "Los Andes", "Río Chira", "Riego"),
        (day, "nunca", "Mesa 1", "Los Andes", "Río Chira", ""),
    ]
    write_table(home / "p.xlsx", ("Día", "Inicio", "Mesa", "Parte A", "Parte B", "Tema"), rows)
    page.ask_file = lambda: str(home / "p.xlsx")  # type: ignore[method-assign]
    page.menu.actions()[0].trigger()
    settled()
    settled()
    told = dialog(page, MeetingsImportDialog)
    assert isinstance(told, MeetingsImportDialog)
    assert told.rows.toPlainText() == "Fila 3, no entró: la hora no se entiende: «nunca»"
    assert meetings(context.desk) == (), "nothing is written before it was seen"
    QTest.mouseClick(told.go, Qt.MouseButton.LeftButton)
    settled()
    settled()
    assert [(line.a, line.b) for line in meetings(context.desk)] == [(ANDES, CHIRA)]
    page.menu.actions()[0].trigger()
    settled()
    again = dialog(page, MeetingsImportDialog)
    assert isinstance(again, MeetingsImportDialog)
    assert not again.go.isEnabled(), "the same list once more"
    again.reject()
    assert page.grid.item(0, 0).text() == f"○ Programada\n{ANDES}\n{CHIRA}"
    page.tabs.setCurrentIndex(1)
    page.grid.setFocus()
    page.grid.setCurrentCell(0, 0)
    assert page.detail.name.text() == f"{ANDES} con {CHIRA}"
    QTest.keyClicks(page.search, "nadie")
    assert page.nothing.isVisible()


def test_at_200_percent_the_tables_have_the_page_and_a_scan_brings_the_station_back(
    planned: str,
    page: MeetingsPage,
    context: Context,
    qapp: QApplication,
    qtbot: QtBot,
    settled: Settled,
) -> None:
    qapp.setStyleSheet(stylesheet(LIGHT, 200))
    page.resize(900, 520)
    page.refresh()
    settled()
    assert page.station.isVisible()
    page.tabs.setCurrentWidget(page.grid)
    settled()
    assert not page.station.isVisible()
    top = page.grid.rect().topLeft()
    qtbot.waitUntil(lambda: page.grid.mapTo(page.area, top).y() < page.area.height() // 2)
    page.take_scan(code(context, "Álvarez"))
    settled()
    assert page.station.isVisible()
    page.tabs.setCurrentWidget(page.list)
    assert page.station.isVisible()
