"""The organiser's page: what was done with it is in the event, and in the files written."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt, QTime
from pytestqt.qtbot import QtBot
from tests.support.event_page import Chosen, modal, page, press, two_spellings

from checkin_desktop.domain.event import Checkpoint, CheckpointKind, HourKind, SessionKind
from checkin_desktop.domain.facts import EventConfigured
from checkin_desktop.domain.people import Person
from checkin_desktop.gui.design.dialogs import Question
from checkin_desktop.gui.design.rows import choose
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.checkpoint_dialog import CheckpointDialog
from checkin_desktop.gui.pages.event.erasing import EraseQuestion
from checkin_desktop.gui.pages.event.organisations import Shown
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import checkpoints, settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.found_event import define_checkpoint, update_settings
from checkin_desktop.services.images import logos
from checkin_desktop.services.readiness import Step

__all__ = ["page"]

Settle = Callable[[], None]


@pytest.fixture
def people(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return two_spellings(people)


def test_tells_who_came(page: Chosen, context: Context, settled: Settle) -> None:
    def shown(name: str) -> str:
        return page.overview.figures[name].value.text()

    assert (shown("expected"), shown("came"), shown("organisations")) == ("13", "0", "0 de 7")
    assert shown("regions") == "0 de 6"
    assert page.overview.arrivals.empty.isVisible()
    day = checkpoints(context.desk)[0]
    for line in roster(context.desk):
        if line.attendee.person.region in ("Cusco", "Puno"):
            admit_attendee(context.desk, line.attendee.id, day.id)
    page.refresh()
    settled()
    assert (shown("came"), shown("organisations"), shown("regions")) == ("5", "2 de 7", "2 de 6")
    assert not page.overview.arrivals.empty.isVisible()


def test_details_are_saved_whole(
    page: Chosen, context: Context, notes: list[str], qtbot: QtBot, settled: Settle
) -> None:
    before, tab = settings(context.desk), page.details
    page.tabs.setCurrentIndex(1)
    assert not tab.save.isEnabled()
    tab.name.clear()
    qtbot.keyClicks(tab.name, "Encuentro corregido")
    qtbot.keyClicks(tab.place, "Paraninfo")
    tab.issuers.setPlainText("Red de Mancomunidades\n\n  Municipalidad del Cusco ")
    press(qtbot, tab.signatories.add)
    qtbot.keyClicks(tab.signatories.rows[0].name, "Flor Pariona")
    qtbot.keyClicks(tab.signatories.rows[0].position, "Presidenta")
    tab.hours.setValue(20)
    tab.hour_kind.show_value(HourKind.CLOCK)
    press(qtbot, tab.save)
    settled()
    now = settings(context.desk)
    assert now.name == "Encuentro corregido"
    assert now.place == "Paraninfo"
    assert now.issuers == ("Red de Mancomunidades", "Municipalidad del Cusco")
    assert now.signatories == (("Flor Pariona", "Presidenta"),)
    assert (now.hours, now.hour_kind) == (20, HourKind.CLOCK)
    assert (now.days, now.timezone, now.city) == (before.days, before.timezone, before.city)
    assert not tab.dirty
    assert not tab.save.isEnabled()
    assert notes == ["Cambios guardados."]


def test_what_is_being_typed_is_not_overwritten_and_can_be_discarded(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    page.tabs.setCurrentIndex(1)
    tab = page.details
    qtbot.keyClicks(tab.place, "Aula")
    update_settings(context.desk, replace(settings(context.desk), city="Lima"))
    page.refresh()
    settled()
    assert tab.place.text() == "Aula"
    assert tab.unsaved.isVisible()
    tab.name.clear()
    qtbot.keyClick(tab.name, Qt.Key.Key_Space)
    assert not tab.save.isEnabled()
    press(qtbot, tab.discard)
    assert tab.place.text() == ""
    assert tab.name.text() == "Encuentro de prueba"
    page.refresh()
    settled()
    assert tab.city.text() == "Lima"


def test_logos_are_added_and_removed(
    page: Chosen, context: Context, home: Path, notes: list[str], qtbot: QtBot, settled: Settle
) -> None:
    picture = Image.new("RGB", (300, 120), "white")
    ImageDraw.Draw(picture).ellipse((10, 10, 110, 110), fill="navy")
    picture.save(home / "logo.png")
    page.tabs.setCurrentIndex(1)
    page.file = home / "logo.png"
    press(qtbot, page.details.logos.add)
    qtbot.waitUntil(lambda: bool(notes))
    settled()
    [(name, _)] = logos(context.desk)
    page.file = home / "carta.png"
    page.file.write_text("no es una imagen")
    press(qtbot, page.details.logos.add)
    settled()
    qtbot.waitUntil(page.banner.isVisible)
    assert "carta.png" in page.wrong.text()
    page.presenter.remove_logo(name)
    settled()
    assert logos(context.desk) == ()


def test_a_session_is_added_changed_and_removed(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    page.tabs.setCurrentIndex(2)
    tab, days = page.programme, settings(context.desk).days
    press(qtbot, tab.add)
    asked = modal(qtbot, CheckpointDialog)
    assert isinstance(asked, CheckpointDialog)
    press(qtbot, asked.go)
    assert asked.name_field.wrong.isVisible()
    qtbot.keyClicks(asked.name, "Mesa de agua")
    asked.day.setCurrentIndex(1)
    asked.kind.show_value(SessionKind.WORKING_TABLE)
    asked.room.setText("Sala B")
    asked.capacity.setValue(40)
    asked.required.setChecked(True)
    asked.starts.known.setChecked(True)
    asked.ends.known.setChecked(True)
    asked.starts.editor.setTime(QTime(15, 0))
    asked.ends.editor.setTime(QTime(14, 0))
    press(qtbot, asked.go)
    assert asked.ends_field.wrong.isVisible()
    asked.ends.editor.setTime(QTime(17, 30))
    press(qtbot, asked.go)
    settled()
    [made] = [c for c in checkpoints(context.desk) if c.kind is CheckpointKind.SESSION]
    assert (made.name, made.day, made.session_kind) == ("Mesa de agua", days[1], SessionKind.WORKING_TABLE)
    assert (made.starts, made.ends, made.room, made.capacity) == (time(15), time(17, 30), "Sala B", 40)
    assert made.required
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 3)

    choose(tab.view, tab.rows, [made.id])
    press(qtbot, tab.edit)
    edited = modal(qtbot, CheckpointDialog)
    assert isinstance(edited, CheckpointDialog)
    assert edited.windowTitle() == "Editar sesión"
    edited.capacity.setValue(0)
    press(qtbot, edited.go)
    settled()
    [changed] = [c for c in checkpoints(context.desk) if c.kind is CheckpointKind.SESSION]
    assert changed == replace(made, capacity=None)

    qtbot.waitUntil(lambda: tab.rows.rows[-1] == changed)
    choose(tab.view, tab.rows, [made.id])
    press(qtbot, tab.copy)
    copied = modal(qtbot, CheckpointDialog)
    assert isinstance(copied, CheckpointDialog)
    assert copied.windowTitle() == "Duplicar sesión"
    press(qtbot, copied.cancel)
    press(qtbot, tab.remove)
    question = modal(qtbot, Question)
    assert isinstance(question, Question)
    press(qtbot, question.yes)
    settled()
    assert [c.kind for c in checkpoints(context.desk)] == [CheckpointKind.DAY, CheckpointKind.DAY]


def test_a_days_entrance_can_be_named_but_not_removed(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    page.tabs.setCurrentIndex(2)
    tab, day = page.programme, checkpoints(context.desk)[0]
    choose(tab.view, tab.rows, [day.id])
    assert tab.edit.isEnabled()
    assert not tab.remove.isEnabled()
    press(qtbot, tab.edit)
    asked = modal(qtbot, CheckpointDialog)
    assert isinstance(asked, CheckpointDialog)
    asked.name.setText("Primer día")
    press(qtbot, asked.go)
    settled()
    assert checkpoints(context.desk)[0] == replace(day, name="Primer día")


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_reports_are_written(
    page: Chosen, context: Context, home: Path, notes: list[str], suffix: str, qtbot: QtBot, settled: Settle
) -> None:
    page.tabs.setCurrentIndex(4)
    page.file = home / f"inscritos.{suffix}"
    press(qtbot, page.reports.buttons["roster", suffix])
    settled()
    qtbot.waitUntil(lambda: bool(notes))
    assert notes == [f"13 filas en inscritos.{suffix}"]
    assert page.file.stat().st_size > 200
    qtbot.waitUntil(page.reports.buttons["roster", suffix].isEnabled)
    if suffix == "json":
        assert len(json.loads(page.file.read_text(encoding="utf-8"))) == 13


def test_a_report_that_cannot_be_written_is_said(
    page: Chosen, home: Path, notes: list[str], qtbot: QtBot, settled: Settle
) -> None:
    page.tabs.setCurrentIndex(4)
    page.file = home / "no existe" / "inscritos.csv"
    press(qtbot, page.reports.buttons["journal", "csv"])
    settled()
    assert notes == ["rosters-not-written"]


def test_the_page_speaks_english_when_asked(page: Chosen, context: Context) -> None:
    context.language.switch("en")
    page.retranslate()
    assert [page.tabs.tabText(i) for i in range(5)] == [
        "Overview",
        "Details",
        "Programme",
        "Rules",
        "Reports",
    ]
    assert page.overview.figures["organisations"].value.text() == "0 of 7"


def test_personal_data_is_erased_once_the_events_name_is_typed(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle, notes: list[str]
) -> None:
    page.tabs.setCurrentIndex(4)
    press(qtbot, page.erasing.verb)
    question = modal(qtbot, EraseQuestion)
    assert isinstance(question, EraseQuestion)
    qtbot.keyClicks(question.typed, "Encuentro")
    assert not question.yes.isEnabled()
    qtbot.keyClicks(question.typed, " DE prueba")
    press(qtbot, question.yes)
    settled()
    assert {line.attendee.name for line in roster(context.desk)} == {""}
    assert "13 personas" in notes[-1]


def test_a_room_too_full_and_a_timezone_that_is_none_are_told(
    page: Chosen, context: Context, settled: Settle
) -> None:
    assert page.overview.notice.isHidden()
    desk, door = context.desk, checkpoints(context.desk)[0]
    for line in roster(desk)[:2]:
        admit_attendee(desk, line.attendee.id, door.id)
    define_checkpoint(desk, replace(door, capacity=1))
    with desk.store.unit() as unit:
        unit.append(EventConfigured(replace(settings(desk), timezone="Marte/Olimpo")))
    page.refresh()
    settled()
    assert not page.overview.notice.isHidden()
    assert "hay 2 personas y el aforo es 1" in page.overview.told.text()
    assert "Marte/Olimpo" in page.overview.told.text()


def test_the_organisers_report_is_among_the_reports_on_paper_too(
    page: Chosen, tmp_path: Path, qtbot: QtBot, settled: Settle
) -> None:
    page.tabs.setCurrentIndex(4)
    for suffix, begins in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        page.file = tmp_path / f"informe.{suffix}"
        press(qtbot, page.reports.buttons["summary", suffix])
        qtbot.waitUntil(page.file.exists)
        settled()
        assert page.file.read_bytes().startswith(begins)
    assert ("roster", "pdf") not in page.reports.buttons


def test_what_is_left_to_do_before_the_event_leads_to_where_it_is_done(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    card, wanted = page.overview.readiness, list[str]()
    context.session.page_wanted.connect(wanted.append)
    assert card.isVisible()
    assert "listo" in card.verbs[Step.LIST].text()
    for step in (Step.TEAM, Step.BADGES, Step.DESKS):
        assert "listo" not in card.verbs[step].text()
        press(qtbot, card.verbs[step])
    assert wanted == ["operators", "badges", "exchange"]
    press(qtbot, card.verbs[Step.PROGRAMME])
    assert page.tabs.currentIndex() == 2
    page.tabs.setCurrentIndex(0)
    press(qtbot, card.verbs[Step.REGIONS])
    assert page.overview.organisations.which.value is Shown.NO_REGION
    define_checkpoint(
        context.desk, Checkpoint("t", "T", CheckpointKind.SESSION, settings(context.desk).days[0])
    )
    page.refresh()
    settled()
    assert "listo" in card.verbs[Step.PROGRAMME].text()
    admit_attendee(context.desk, roster(context.desk)[0].attendee.id, checkpoints(context.desk)[0].id)
    page.refresh()
    settled()
    assert not card.isVisible(), "the event has begun"
