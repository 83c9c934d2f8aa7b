"""The organiser's rules, what would happen if…, the programme from a spreadsheet, and moving scans, by real clicks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot
from tests.support.event_page import Chosen, modal, page, press

from checkin_desktop.domain.event import Checkpoint, CheckpointKind, MissingExit
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.rules import AdmissionRule, Effect, Often
from checkin_desktop.gui.design.dialogs import Question
from checkin_desktop.gui.design.rows import choose
from checkin_desktop.gui.moving_dialog import MovingDialog
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk.notice import CheckpointNotice
from checkin_desktop.gui.pages.event.checkpoint_dialog import CheckpointDialog
from checkin_desktop.gui.pages.event.programme_import import ProgrammeImportDialog
from checkin_desktop.gui.pages.event.rule_dialog import RuleDialog
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import checkpoints, local_time, settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.rules import rules, state_rule
from checkin_desktop.words import load_words

__all__ = ["page"]

Settle = Callable[[], None]


@pytest.fixture(autouse=True)
def _rules_shown(page: Chosen) -> None:
    page.tabs.setCurrentIndex(3)


def test_a_rule_that_shuts_everything_is_asked_about(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    press(qtbot, page.rules.add)
    asked = modal(qtbot, RuleDialog)
    assert isinstance(asked, RuleDialog)
    press(qtbot, asked.go)
    question = modal(qtbot, Question)
    assert isinstance(question, Question)
    press(qtbot, question.no)
    settled()
    assert asked.isVisible(), "what was chosen is kept"
    assert rules(context.desk) == ()
    press(qtbot, asked.go)
    question = modal(qtbot, Question)
    assert isinstance(question, Question)
    press(qtbot, question.yes)
    settled()
    assert [r.shuts_everything for r in rules(context.desk)] == [True]


def test_every_change_of_the_rules_is_undone_in_turn(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    tab = page.rules
    for name in ("a", "b", "c"):
        state_rule(context.desk, AdmissionRule(name, rooms=(name,)))
    context.session.changed.emit()
    settled()
    before = rules(context.desk)
    for rule, verb in (("c", tab.up), ("a", tab.remove), ("b", tab.remove)):
        choose(tab.view, tab.rows, [rule])
        press(qtbot, verb)
        settled()
        settled()
    assert [r.id for r in rules(context.desk)] == ["c"]
    for left in (["b", "c"], ["a", "b", "c"], ["a", "b", "c"]):
        press(qtbot, tab.back)
        settled()
        settled()
        assert sorted(r.id for r in rules(context.desk)) == left
    assert rules(context.desk) == before
    assert not tab.back.isVisible()


def test_a_rule_is_made_tried_moved_taken_away_and_brought_back(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    tab = page.rules
    assert tab.empty.isVisible()
    press(qtbot, tab.add)
    asked = modal(qtbot, RuleDialog)
    assert isinstance(asked, RuleDialog)
    next(b for c, b in asked.categories.buttons if c is Category.PRESS).click()
    asked.since.known.setChecked(True)
    asked.until.known.setChecked(True)
    asked.until.editor.setTime(QTime(8, 0))
    qtbot.keyClicks(asked.sentence, "Por la puerta lateral")
    press(qtbot, asked.go)
    assert asked.fields["until"].wrong.isVisible()
    asked.until.editor.setTime(QTime(18, 0))
    press(qtbot, asked.go)
    settled()
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 1)
    [made] = rules(context.desk)
    assert (made.categories, made.sentence) == (frozenset({Category.PRESS}), "Por la puerta lateral")
    assert (made.since, made.until, made.effect) == (time(9), time(18), Effect.REFUSE)

    card = tab.what_if
    qtbot.keyClicks(card.search, "ibanez")
    settled()
    assert card.who.currentText().startswith("Andrés Ibáñez Cruz")
    qtbot.waitUntil(lambda: card.detail.text() == "Por la puerta lateral")
    assert card.frame.property("verdict") == "refused"
    assert card.decided.text() == "Decide la regla 1 de la tabla."
    card.at.setTime(QTime(8, 30))
    settled()
    qtbot.waitUntil(lambda: card.frame.property("verdict") == "admitted")

    state_rule(context.desk, AdmissionRule("second", often=Often.ONCE, effect=Effect.ALLOW))
    context.session.changed.emit()
    settled()
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 2)
    choose(tab.view, tab.rows, ["second"])
    press(qtbot, tab.up)
    settled()
    assert [r.id for r in rules(context.desk)] == ["second", made.id]
    qtbot.waitUntil(lambda: tab.rows.key_at(0) == "second")
    choose(tab.view, tab.rows, ["second"])
    press(qtbot, tab.remove)
    settled()
    assert [r.id for r in rules(context.desk)] == [made.id]
    qtbot.waitUntil(tab.back.isVisible)
    press(qtbot, tab.back)
    settled()
    assert [r.id for r in rules(context.desk)] == ["second", made.id]


def test_what_would_happen_follows_the_language_and_keeps_what_was_chosen(
    page: Chosen, context: Context, settled: Settle
) -> None:
    card = page.rules.what_if
    card.who.setCurrentIndex(3)
    settled()
    day, chosen = card.day.itemText(0), card.who.currentIndex()
    assert " de " in day
    context.language.words = load_words("en")
    page.retranslate()
    settled()
    assert card.day.itemText(0) != day
    assert " de " not in card.day.itemText(0)
    assert not card.where.itemText(0).startswith("Ingreso ·")
    assert card.who.currentIndex() == chosen


def test_hours_from_scans_are_asked_for(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    card = page.rules.presence
    assert not card.field.isEnabled()
    card.computed.click()
    settled()
    assert settings(context.desk).hours_from_scans
    card.missing.show_value(MissingExit.NOT_COUNTED)
    card.missing.chosen.emit(MissingExit.NOT_COUNTED)
    settled()
    assert settings(context.desk).missing_exit is MissingExit.NOT_COUNTED


def test_a_programme_is_looked_at_before_it_is_imported(
    page: Chosen, context: Context, home: Path, qtbot: QtBot, settled: Settle
) -> None:
    page.file = home / "programa.csv"
    page.file.write_text(
        "Día;Inicio;Fin;Título;Sala\n1;09:00;10:00;Agua;Inti\n9;09:00;10:00;Otra;Inti\n", "utf-8"
    )
    press(qtbot, page.programme.from_file)
    asked = modal(qtbot, ProgrammeImportDialog)
    assert isinstance(asked, ProgrammeImportDialog)
    assert [s.checkpoint.name for s in asked.rows.rows] == ["Agua"]
    assert "Fila 3" in asked.problems.item(0).text()
    assert len(checkpoints(context.desk)) == 2
    press(qtbot, asked.go)
    settled()
    assert [c.name for c in checkpoints(context.desk) if c.kind is CheckpointKind.SESSION] == ["Agua"]


def test_a_lunch_is_made_copied_taken_away_and_brought_back(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    page.tabs.setCurrentIndex(2)
    tab = page.programme
    press(qtbot, tab.add)
    asked = modal(qtbot, CheckpointDialog)
    assert isinstance(asked, CheckpointDialog)
    qtbot.keyClicks(asked.name, "Almuerzo")
    asked.once.setChecked(True)
    asked.opens.known.setChecked(True)
    asked.opens.editor.setTime(QTime(12, 30))
    asked.tolerance.setValue(15)
    press(qtbot, asked.go)
    settled()
    [lunch] = [c for c in checkpoints(context.desk) if c.once]
    assert (lunch.name, lunch.opens, lunch.tolerance, lunch.session_kind) == (
        "Almuerzo",
        time(12, 30),
        15,
        None,
    )
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 3)
    choose(tab.view, tab.rows, [lunch.id])
    press(qtbot, tab.copy)
    copied = modal(qtbot, CheckpointDialog)
    assert isinstance(copied, CheckpointDialog)
    assert copied.name.text() == "Almuerzo (copia)"
    press(qtbot, copied.go)
    settled()
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 4)
    choose(tab.view, tab.rows, [lunch.id])
    press(qtbot, tab.remove)
    question = modal(qtbot, Question)
    assert isinstance(question, Question)
    press(qtbot, question.yes)
    settled()
    assert lunch.id not in {c.id for c in checkpoints(context.desk)}
    qtbot.waitUntil(tab.back.isVisible)
    press(qtbot, tab.back)
    settled()
    assert lunch in checkpoints(context.desk)


def test_scans_are_moved_and_moved_back(
    page: Chosen, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    desk = context.desk
    day = checkpoints(desk)[0]
    session = Checkpoint("mesa", "Mesa de agua", CheckpointKind.SESSION, day.day, room="Inti")
    define_checkpoint(desk, session)
    context.session.checkpoints = checkpoints(desk)
    admit_attendee(desk, roster(desk)[0].attendee.id, day.id)
    page.tabs.setCurrentIndex(2)
    press(qtbot, page.programme.moving)
    asked = modal(qtbot, MovingDialog)
    assert isinstance(asked, MovingDialog)
    settled()
    qtbot.waitUntil(lambda: asked.count.text() == "1 registro de esta mesa")
    assert not asked.go.isEnabled()
    asked.target.setCurrentIndex([c.id for c in context.session.checkpoints].index("mesa"))
    settled()
    qtbot.waitUntil(asked.go.isEnabled)
    press(qtbot, asked.go)
    settled()
    assert [(p.checkpoint_id, p.moved_from) for p in recent_passages(desk)] == [("mesa", day.id)]
    qtbot.waitUntil(asked.back.isVisible)
    press(qtbot, asked.back)
    settled()
    assert [(p.checkpoint_id, p.moved_from) for p in recent_passages(desk)] == [(day.id, "")]
    asked.reject()


def test_the_session_that_begins_in_the_desks_room_is_one_key_away(
    context: Context, qtbot: QtBot, settled: Settle
) -> None:
    desk = context.desk
    now = local_time(desk.store.now_ms(), desk.zone)
    first = Checkpoint(
        "first",
        "Primera",
        CheckpointKind.SESSION,
        now.date(),
        time(0, 0),
        time(23, 58),
        "Inti",
        opens=time(0),
    )
    second = replace(first, id="second", name="Segunda", starts=time(0, 1), closes=time(23, 59))
    for session in (first, second):
        define_checkpoint(desk, session)
    context.session.checkpoints = checkpoints(desk)
    context.session.choose(first, day_confirmed=False)
    told: list[int] = []
    notice = CheckpointNotice(context, lambda: told.append(1))
    qtbot.addWidget(notice)
    notice.confirm()
    assert not notice.asking
    notice.look()
    settled()
    qtbot.waitUntil(lambda: notice.asking)
    assert "Segunda" in notice.text.text()
    notice.confirm()
    assert context.session.checkpoint is not None
    assert context.session.checkpoint.id == "second"
    assert not notice.asking
    notice.look()
    settled()
    assert not notice.asking
