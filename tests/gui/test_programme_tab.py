"""Days and programme on the organiser's page, by real clicks: changed, told of, and taken back."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot
from tests.support.event_page import modal, page, press

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.gui.design.dialogs import Question
from checkin_desktop.gui.design.rows import choose
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event import EventPage
from checkin_desktop.gui.pages.event.checkpoint_dialog import CheckpointDialog
from checkin_desktop.gui.pages.event.days_dialog import DaysDialog
from checkin_desktop.gui.pages.event.time_field import TimeField
from checkin_desktop.services.check_in import admit_attendee, check_in
from checkin_desktop.services.desk import checkpoints, settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.storage.errors import DiskFull
from checkin_desktop.words.dates import long_date

__all__ = ["page"]

Settle = Callable[[], None]


def test_days_are_put_off_added_and_removed(
    page: EventPage, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    first, second = settings(context.desk).days
    define_checkpoint(context.desk, Checkpoint("talk", "Agua", CheckpointKind.SESSION, second))
    page.refresh()
    settled()
    page.tabs.setCurrentIndex(1)
    qtbot.keyClicks(page.details.place, "Paraninfo")

    def dialog() -> DaysDialog:
        press(qtbot, page.details.change_days)
        asked = modal(qtbot, DaysDialog)
        assert isinstance(asked, DaysDialog)
        assert not asked.go.isEnabled()
        return asked

    asked = dialog()
    put_off = first + timedelta(days=7)
    asked.rows[0].editor.setDate(QDate(put_off.year, put_off.month, put_off.day))
    assert asked.days == (put_off, second + timedelta(days=7)), "the second day is pushed along"
    press(qtbot, asked.add)
    assert asked.days[-1] == second + timedelta(days=8)
    same = asked.days[0]
    asked.rows[2].editor.setDate(QDate(same.year, same.month, same.day))
    assert not asked.go.isEnabled()
    assert long_date(same, "es") in asked.wrong.text()
    after = second + timedelta(days=9)
    asked.rows[2].editor.setDate(QDate(after.year, after.month, after.day))
    press(qtbot, asked.go)
    settled()
    assert settings(context.desk).days == (put_off, second + timedelta(days=7), after)
    assert page.details.place.text() == "Paraninfo", "what is typed meanwhile stays"
    press(qtbot, page.details.save)
    settled()
    assert settings(context.desk).days == (put_off, second + timedelta(days=7), after)

    day = next(c for c in checkpoints(context.desk) if c.day == put_off)
    admit_attendee(context.desk, roster(context.desk)[0].attendee.id, day.id, day_confirmed=True)
    page.refresh()
    settled()
    asked = dialog()
    assert not asked.rows[0].editor.isEnabled()
    assert not asked.rows[0].drop.isEnabled()
    press(qtbot, asked.rows[1].drop)
    assert "1" in asked.told.text(), "the session that is lost is told"
    press(qtbot, asked.go)
    settled()
    assert settings(context.desk).days == (put_off, after)
    assert "talk" not in {c.id for c in checkpoints(context.desk)}


def test_every_change_of_the_programme_is_undone_in_turn(
    page: EventPage, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    day = settings(context.desk).days[0]
    for name in ("agua", "caminos"):
        define_checkpoint(context.desk, Checkpoint(name, name, CheckpointKind.SESSION, day, room="Sala A"))
    page.refresh()
    settled()
    page.tabs.setCurrentIndex(2)
    tab, before = page.programme, checkpoints(context.desk)
    assert not tab.back.isVisible()
    for name in ("agua", "caminos"):
        choose(tab.view, tab.rows, [name])
        press(qtbot, tab.remove)
        question = modal(qtbot, Question)
        assert isinstance(question, Question)
        press(qtbot, question.yes)
        settled()
        settled()
    entrance = before[0]
    choose(tab.view, tab.rows, [entrance.id])
    press(qtbot, tab.edit)
    asked = modal(qtbot, CheckpointDialog)
    assert isinstance(asked, CheckpointDialog)
    asked.name.setText("Puerta")
    press(qtbot, asked.go)
    settled()
    settled()
    assert "Puerta" in tab.back.text()
    for name in ("Puerta", "caminos", "agua"):
        assert name in tab.back.text()
        press(qtbot, tab.back)
        settled()
        settled()
    assert checkpoints(context.desk) == before
    assert not tab.back.isVisible()


def test_what_could_not_be_undone_on_a_full_disk_is_undone_later(
    page: EventPage, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    day = settings(context.desk).days[0]
    define_checkpoint(context.desk, Checkpoint("agua", "Agua", CheckpointKind.SESSION, day))
    page.refresh()
    settled()
    page.tabs.setCurrentIndex(2)
    tab = page.programme
    choose(tab.view, tab.rows, ["agua"])
    press(qtbot, tab.remove)
    question = modal(qtbot, Question)
    assert isinstance(question, Question)
    press(qtbot, question.yes)
    settled()
    settled()
    _limit_pages(context, 1)
    with pytest.raises(DiskFull):
        _fill(context)
    press(qtbot, tab.back)
    settled()
    assert "Agua" in tab.back.text()
    assert "agua" not in {c.id for c in checkpoints(context.desk)}
    _limit_pages(context, 1_000_000)
    press(qtbot, tab.back)
    settled()
    settled()
    assert "agua" in {c.id for c in checkpoints(context.desk)}
    assert not tab.back.isVisible()


def _fill(context: Context) -> None:
    for number in range(10_000):
        check_in(context.desk, f"nadie {number} " + "x" * 400, source=Source.SCANNER)


def _limit_pages(context: Context, most: int) -> None:
    with context.desk.store.unit() as unit:
        unit._conn.exec_driver_sql(f"PRAGMA max_page_count={most}")  # type: ignore[attr-defined]


def test_a_time_left_out_is_not_shown_as_one_and_a_click_proposes_it(qtbot: QtBot) -> None:
    field = TimeField(None, time(9, 30))
    qtbot.addWidget(field)
    field.show()
    assert (field.value, field.editor.text()) == (None, "--:--")
    qtbot.mouseClick(field.editor.lineEdit(), Qt.MouseButton.LeftButton)
    assert (field.value, field.editor.text()) == (time(9, 30), "09:30")
    field.known.setChecked(False)
    field.known.setChecked(True)
    assert field.value == time(9, 30)


def test_two_sessions_in_one_room_at_once_are_told_and_a_new_one_is_proposed_on_the_day_chosen(
    page: EventPage, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    second = settings(context.desk).days[1]
    page.tabs.setCurrentIndex(2)
    tab = page.programme
    assert not tab.clashes.isVisible()
    for name, room, starts, ends in (
        ("Agua", "Sala A", 9, 12),
        ("Corto", "Sala A", 10, 11),
        ("Caminos", "sala  a", 11, 13),
        ("Después", "Sala A", 13, 14),
        ("Quinua", "Sala B", 9, 12),
    ):
        talk = Checkpoint(name, name, CheckpointKind.SESSION, second, time(starts), time(ends), room)
        define_checkpoint(context.desk, talk)
    page.refresh()
    settled()
    assert tab.clashes.isVisible()
    assert all(f"«Agua» / «{name}»" in tab.clashes.text() for name in ("Corto", "Caminos"))
    assert not any(name in tab.clashes.text() for name in ("Quinua", "Después"))
    choose(tab.view, tab.rows, ["Agua"])
    press(qtbot, tab.add)
    asked = modal(qtbot, CheckpointDialog)
    assert isinstance(asked, CheckpointDialog)
    assert asked.day.currentText() == long_date(second, "es")
    press(qtbot, asked.cancel)
