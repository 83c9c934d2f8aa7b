"""Badges that print by themselves at the desk, and the question before one is printed again."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.support.cups import Cups, cups, cups_server

from checkin_desktop.domain.people import Attendee, Person
from checkin_desktop.gui.badge_printing import BackgroundBadges, BadgePrinting, badge_paper
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.preferences import BadgeMoment
from checkin_desktop.services.badges import record_badges_printed
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.print_log import print_log
from checkin_desktop.services.register_walk_in import register

from .conftest import Settled

__all__ = ["cups", "cups_server"]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def prefer(context: Context, **chosen: object) -> None:
    context.change_preferences(replace(context.preferences(), **chosen))  # type: ignore[arg-type]


def somebody(context: Context) -> Attendee:
    return roster(context.desk)[0].attendee


def test_nothing_prints_by_itself_unless_chosen(
    context: Context, window: QWidget, settled: Settled, notes: list[str]
) -> None:
    badges = BackgroundBadges(context, window)
    prefer(context, badge_moment=BadgeMoment.FIRST_ENTRY.value)
    badges.registered(somebody(context).id)
    settled()
    assert notes == []


def test_without_a_printer_it_says_so_and_the_admission_stands(
    context: Context, window: QWidget, settled: Settled, notes: list[str]
) -> None:
    badges = BackgroundBadges(context, window)
    prefer(context, badge_moment=BadgeMoment.FIRST_ENTRY.value)
    someone = somebody(context)
    checkpoint = context.session.checkpoint or context.session.checkpoints[0]
    result = admit_attendee(context.desk, someone.id, checkpoint.id, day_confirmed=True)
    badges.decided(result)
    settled()
    assert len(notes) == 1
    assert someone.name in notes[0]
    assert "Ajustes" in notes[0]
    assert print_log(context.desk) == ()


@pytest.mark.cups
def test_the_first_entry_prints_once_and_a_printer_that_fails_says_so(
    context: Context, window: QWidget, settled: Settled, notes: list[str], qtbot: QtBot, cups: Cups
) -> None:
    badges = BackgroundBadges(context, window)
    prefer(context, badge_moment=BadgeMoment.FIRST_ENTRY.value, badge_printer=cups.default)
    before, someone = cups.outputs(), somebody(context)
    checkpoint = context.session.checkpoint or context.session.checkpoints[0]
    result = admit_attendee(context.desk, someone.id, checkpoint.id, day_confirmed=True)
    badges.decided(result)
    badges.decided(result)
    settled()
    badges.decided(result)
    settled()
    (line,) = print_log(context.desk, someone.id)
    assert line.printer == cups.default
    qtbot.waitUntil(lambda: len(cups.outputs() - before) == 1, timeout=60_000)
    assert notes == []

    prefer(context, badge_printer="no-existe")
    badges.print(roster(context.desk)[1].attendee.id)
    settled()
    assert len(notes) == 1
    assert "El ingreso quedó registrado" in notes[0]
    assert len(print_log(context.desk)) == 1


@pytest.mark.cups
def test_a_walk_in_has_their_badge_as_soon_as_they_are_registered(
    context: Context, window: QWidget, settled: Settled, notes: list[str], qtbot: QtBot, cups: Cups
) -> None:
    badges = BackgroundBadges(context, window)
    prefer(context, badge_moment=BadgeMoment.REGISTERED.value, badge_printer=cups.default)
    before = cups.outputs()
    new = register(context.desk, Person("Rosa", "Sin Cita Ñahui", None, ""))
    badges.registered(new.id)
    badges.registered(new.id)
    settled()
    checkpoint = context.session.checkpoint or context.session.checkpoints[0]
    badges.decided(admit_attendee(context.desk, new.id, checkpoint.id, day_confirmed=True))
    settled()
    (line,) = print_log(context.desk)
    assert (line.attendee_id, line.printer) == (new.id, cups.default)
    qtbot.waitUntil(lambda: len(cups.outputs() - before) == 1, timeout=60_000)
    assert notes == []


def test_a_badge_printed_already_is_asked_about_first(
    context: Context, window: QWidget, settled: Settled
) -> None:
    someone, printing = somebody(context), BadgePrinting(context, window)
    record_badges_printed(context.desk, [someone.id], printer="Brother QL")
    drawn: list[str] = []
    printing.drawn.connect(lambda attendee_id, _: drawn.append(attendee_id))
    printing.print_badge(someone.id)
    settled()
    assert printing.question is not None
    assert drawn == []
    printing.question.yes.click()
    settled()
    assert drawn == [someone.id]


def test_how_badges_are_printed_is_this_computers_choice(context: Context) -> None:
    prefer(context, badge_sheet="single", badge_turned=True, badge_bilingual=True)
    paper = badge_paper(context)
    assert (paper.sheet.id, paper.turned, set(paper.languages)) == ("single", True, {"es", "en"})
    prefer(context, badge_sheet="a4", badge_turned=True)
    assert not badge_paper(context).turned
