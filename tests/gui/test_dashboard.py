"""The dashboard: figures, arrivals by the quarter of an hour, rooms, desks, and the helper for the next rush."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.support.desks import Clock, Station, joined

from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.domain.facts import CheckpointDefined
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.dashboard import DashboardPage
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.dashboard import queue_plan
from checkin_desktop.services.desk import checkpoints, local_time
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.startup.events import OpenEvent


class NamedImage(DashboardPage):
    chosen = ""

    def ask_file(self, proposed: str) -> str:
        return self.chosen


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Callable[[], None]) -> NamedImage:
    made = NamedImage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


def test_counts_what_is_recorded(page: NamedImage, context: Context, settled: Callable[[], None]) -> None:
    assert page.chart.heights == ()
    assert page.figures["arrived"].value.text() == "0 de 12"
    people = [line.attendee for line in roster(context.desk)]
    first, second = checkpoints(context.desk)[:2]
    for one in people[:5]:
        admit_attendee(context.desk, one.id, first.id)
    admit_attendee(context.desk, people[0].id, second.id, day_confirmed=True)
    context.session.changed.emit()
    settled()
    assert sum(page.chart.heights) == 5
    assert page.figures["arrived"].value.text() == "5 de 12"
    assert page.figures["inside"].value.text() == "5", "nobody twice, whatever days they came"
    regions = {p.person.region for p in people[:5]}
    assert page.figures["regions"].value.text().startswith(f"{len(regions)} de ")
    bars = {bar.name: bar.text for bar in page.categories.shown}
    assert bars["Asistente"].endswith(f" de {sum(p.person.category == 'attendee' for p in people)}")

    page.presenter.choose(second.id)
    settled()
    assert sum(page.chart.heights) == 1
    assert page.figures["arrived"].value.text() == "1 de 12"


def test_says_what_stands_under_the_pointer(
    page: NamedImage, context: Context, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    first = checkpoints(context.desk)[0]
    for line in roster(context.desk)[:3]:
        admit_attendee(context.desk, line.attendee.id, first.id)
    context.session.changed.emit()
    settled()
    peak = page.chart.detail.text()
    plot = page.chart.plot
    qtbot.mouseMove(plot, plot.rect().center())
    assert page.chart.detail.text() == peak
    qtbot.mouseMove(plot, QPoint(60, plot.height() // 2))
    qtbot.waitUntil(lambda: page.chart.detail.text() != peak)
    assert "3" in page.chart.detail.text()


def test_a_full_room_says_how_old_the_word_of_other_desks_is(
    page: NamedImage,
    context: Context,
    settled: Callable[[], None],
    home: Path,
    event: OpenEvent,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = checkpoints(context.desk)[0]
    long = "Mesa de trabajo sobre agua y cabeceras de cuenca de la mancomunidad"
    room = replace(
        first, id="sala", name=long, kind=CheckpointKind.SESSION, capacity=3, starts=time(), ends=None
    )
    later = replace(room, id="luego", day=date(2099, 1, 1))
    with context.desk.store.unit() as unit:
        unit.append(CheckpointDefined(replace(room, day=local_time(unit.now, context.desk.zone).date())))
        unit.append(CheckpointDefined(later))
    people = [line.attendee for line in roster(context.desk)]
    for one in people[:2]:
        admit_attendee(context.desk, one.id, "sala", day_confirmed=True)
    page.refresh()
    settled()
    assert page.sessions.notes == {}
    (bar,) = [bar for bar in page.sessions.shown if long in bar.name]
    assert bar.text == "2 dentro, aforo 3"
    assert not any("2099" in bar.name for bar in page.sessions.shown)
    assert page.sessions.others.isVisible()
    admit_attendee(context.desk, people[2].id, "sala", day_confirmed=True)
    page.refresh()
    settled()
    assert page.sessions.notes == {"sala": "Lleno"}
    monkeypatch.setattr("checkin_desktop.services.freshness.SILENT_S", -1)
    assert event.file.open_secrets is not None
    here = Station(event.file, Clock(event.file.now_ms()), event.file.open_secrets)
    here.take_from(joined(home / "other.checkin", here, "Mesa 2"))
    page.refresh()
    settled()
    assert page.sessions.notes["sala"].startswith("Lleno · sin datos de la Mesa 2 desde las ")


def test_the_report_is_saved_from_here(
    page: NamedImage, home: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page.flow.ask_path = lambda name, chosen: chosen(home / name)  # type: ignore[method-assign]
    qtbot.mouseClick(page.report, Qt.MouseButton.LeftButton)
    settled()
    settled()
    assert (home / "resumen-para-el-informe.pdf").read_bytes().startswith(b"%PDF")


def test_says_how_many_desks_and_who_goes_where(
    page: NamedImage, context: Context, settled: Callable[[], None]
) -> None:
    page.queue.arrivals.setValue(600)
    page.queue.minutes.setValue(30)
    settled()
    plan = queue_plan(context.desk, 600, 30, 60)
    assert plan.needed.desks > 1
    assert f"{plan.needed.desks} mesas" in page.queue.answer.text()
    assert len(page.queue.signs) == len(plan.letters) <= plan.needed.desks
    page.queue.desks.setValue(2)
    settled()
    assert len(page.queue.signs) == 2
    assert page.queue.there.text() == "Con 2 mesas la cola solo crece: al final esperarán unas 240 personas."
    page.queue.desks.setValue(9)
    settled()
    assert page.queue.there.text().startswith("Con 9 mesas: espera promedio de")
    page.queue.desks.setValue(0)
    settled()
    assert not page.queue.there.isVisible()
    page.queue.desks.setValue(2)
    settled()
    assert sum(part.people for part in queue_plan(context.desk, 600, 30, 60, 2).letters) == 12
    page.queue.arrivals.setValue(100_000)
    settled()
    assert "Ni con" in page.queue.answer.text()


def test_saves_a_picture_of_all_of_it(
    page: NamedImage, home: Path, notes: list[str], qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page.chosen = str(home / "panel")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    settled()
    assert (home / "panel.png").read_bytes().startswith(b"\x89PNG")
    assert notes == ["Imagen guardada: panel.png"]
