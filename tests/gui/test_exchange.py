"""The exchange page: a stick between two real desks, the passphrase chosen on the way."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.merge import CHOICES, ConflictKind
from checkin_desktop.gui.drives import Drive
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.conflicts.cases import choice_text
from checkin_desktop.gui.pages.exchange import ExchangePage
from checkin_desktop.gui.pages.exchange.desks import clock_text, heard_text
from checkin_desktop.gui.passphrase import ChoosePassphrase, EnterPassphrase
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import checkpoints, event_info
from checkin_desktop.services.exchange import exchange_bundle, set_passphrase
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.views import StationLine
from checkin_desktop.startup.events import OpenEvent, join_event

SECRET = "tambo 2026"
D = TypeVar("D", bound=QWidget)


class NamedFile(ExchangePage):
    """Answers the file dialog."""

    chosen = ""

    def ask_file(self, proposed: str) -> str:
        self.proposed = proposed
        return self.chosen


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Callable[[], None]) -> NamedFile:
    made = NamedFile(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


@pytest.fixture
def stick(home: Path) -> Path:
    (home / "stick").mkdir()
    return home / "stick" / "encuentro.intercambio"


@pytest.fixture
def other(event: OpenEvent, stick: Path, home: Path) -> Iterator[OpenEvent]:
    """A second desk that joined by the stick."""
    set_passphrase(event.desk, SECRET)
    exchange_bundle(event.desk, BundleFiles(), stick, None)
    opened, _ = join_event(stick, SECRET, path=home / "other.checkin", station_name="Mesa 2")
    with opened:
        yield opened


def dialog(qtbot: QtBot, kind: type[D]) -> D:
    def there() -> bool:
        return isinstance(QApplication.activeModalWidget(), kind)

    qtbot.waitUntil(there)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def press(qtbot: QtBot, verb: QWidget) -> None:
    qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)


def test_first_exchange_has_the_passphrase_chosen_and_shown_once(
    page: NamedFile, context: Context, stick: Path, home: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    assert not page.stick.start.isEnabled()
    page.stick.path.setText(str(stick))
    press(qtbot, page.stick.start)
    asked = dialog(qtbot, ChoosePassphrase)
    asked.first.setText("corta")
    asked.again.setText("corta")
    press(qtbot, asked.go)
    assert "6" in asked.wrong.text()
    asked.first.setText(SECRET)
    asked.again.setText("otra cosa")
    press(qtbot, asked.go)
    assert asked.wrong.isVisible()
    assert not stick.exists()
    asked.again.setText(SECRET)
    press(qtbot, asked.go)
    assert asked.shown.isVisible()
    assert asked.shown.text() == SECRET
    press(qtbot, asked.go)
    settled()
    qtbot.waitUntil(page.stick.told.isVisible)
    assert str(event_info(context.desk).entries) in page.stick.outcome.text()
    assert context.preferences().bundle == str(stick)
    opened, result = join_event(stick, SECRET, path=home / "second.checkin")
    with opened:
        assert event_info(opened.desk).attendees == 12
        assert result.joined


def test_cancelled_passphrase_writes_nothing(
    page: NamedFile, stick: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page.stick.path.setText(str(stick))
    press(qtbot, page.stick.start)
    dialog(qtbot, ChoosePassphrase).reject()
    settled()
    assert not stick.exists()
    qtbot.waitUntil(page.stick.start.isEnabled)


def test_leads_to_what_is_left_to_settle(
    page: NamedFile,
    context: Context,
    other: OpenEvent,
    stick: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    twice = roster(context.desk)[0].attendee
    for desk in (context.desk, other.desk):
        admit_attendee(desk, twice.id, checkpoints(context.desk)[0].id)
    exchange_bundle(other.desk, BundleFiles(), stick, None)
    assert not page.cases.isVisible()
    page.stick.path.setText(str(stick))
    press(qtbot, page.stick.start)
    settled()
    qtbot.waitUntil(page.cases.isVisible)
    assert page.cases.text() == "1 caso por resolver…"
    with qtbot.waitSignal(context.session.page_wanted) as asked:
        press(qtbot, page.cases)
    assert asked.args == ["conflicts"]


def test_says_in_words_what_is_wrong_with_the_file(
    page: NamedFile, other: OpenEvent, home: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    strange = home / "carta.intercambio"
    strange.write_text("no es un intercambio")
    page.stick.path.setText(str(strange))
    press(qtbot, page.stick.start)
    settled()
    assert page.stick.wrong.isVisible()
    assert "no es un intercambio de checkin-desktop" in page.stick.wrong.text()
    qtbot.waitUntil(page.stick.start.isEnabled)
    page.stick.path.setText(str(home / "retirada" / "encuentro.intercambio"))
    press(qtbot, page.stick.start)
    settled()
    assert "Conecte la memoria" in page.stick.wrong.text()
    assert not (home / "retirada").exists()


def test_a_file_dropped_on_the_page_is_exchanged(
    page: NamedFile, other: OpenEvent, stick: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page.refresh()
    settled()
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(stick))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, dragged, left, none))
    settled()
    qtbot.waitUntil(page.stick.told.isVisible)
    assert len({s.name for s in page.desks._lines}) == 2


def test_sticks_and_folders_stand_for_the_events_file(
    page: NamedFile, context: Context, other: OpenEvent, home: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    (home / "KINGSTON").mkdir()
    page.presenter.drives_found.emit((Drive(home / "KINGSTON", "KINGSTON"),))
    assert page.stick.path.text() == str(home / "KINGSTON" / "encuentro-de-prueba.intercambio")
    page.stick.path.setText(f"{home / 'KINGSTON'}/")
    press(qtbot, page.stick.start)
    settled()
    assert (home / "KINGSTON" / "encuentro-de-prueba.intercambio").is_file()


def test_the_file_chosen_is_remembered_for_this_event(
    page: NamedFile,
    context: Context,
    other: OpenEvent,
    stick: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    page.chosen = str(stick)
    press(qtbot, page.stick.choose)
    assert page.stick.path.text() == str(stick)
    press(qtbot, page.stick.start)
    settled()
    again = ExchangePage(context)
    qtbot.addWidget(again)
    again.refresh()
    settled()
    assert again.stick.path.text() == str(stick)
    kept = context.preferences()
    context.change_preferences(replace(kept, bundle_event="another event"))
    third = ExchangePage(context)
    qtbot.addWidget(third)
    third.refresh()
    settled()
    assert third.stick.path.text() == str(stick.with_name("encuentro-de-prueba.intercambio"))


def test_shows_in_either_language_when_desks_were_heard_and_whose_clock_is_wrong(context: Context) -> None:
    at = datetime.now().astimezone().replace(hour=9, minute=10)
    line = StationLine("ab", "Mesa 2", 2, 40, at, False, False, 300.0)
    assert heard_text(context.language, line) == "Sin datos desde las 09:10"
    yesterday = replace(line, last_entry_at=at - timedelta(days=1))
    assert "09:10" in heard_text(context.language, yesterday)
    assert heard_text(context.language, yesterday) != heard_text(context.language, line)
    text, act = clock_text(context.language, line)
    assert act
    assert "Adelantado 5 min" in text
    assert clock_text(context.language, replace(line, clock_offset_s=-300.0))[0].startswith("Atrasado 5 min")
    assert clock_text(context.language, replace(line, clock_offset_s=100.0)) == ("En hora", False)
    assert clock_text(context.language, replace(line, hours_ahead=50)) == (
        "Reloj adelantado 50 h: no se le hace caso. Corrija la fecha y la hora de ese equipo.",
        True,
    )
    context.language.switch("en")
    assert heard_text(context.language, line) == "No data since 09:10"


def test_every_choice_of_every_conflict_has_words(context: Context) -> None:
    for language in ("es", "en"):
        context.language.switch(language)
        texts = {
            kind: [choice_text(context.language, kind, c) for c in CHOICES[kind]] for kind in ConflictKind
        }
        assert all(len(set(t)) == len(t) and all(t) for t in texts.values())


def test_the_page_speaks_english_when_asked(page: NamedFile, context: Context) -> None:
    context.language.switch("en")
    page.retranslate()
    assert page.stick.start.text() == "Exchange now"
    assert page.desks.heading.text() == "Desks of the event"


def test_asks_for_the_passphrase_where_two_desks_share_a_slot(
    page: NamedFile,
    context: Context,
    other: OpenEvent,
    stick: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    page.refresh()
    settled()
    assert page._state is not None
    assert not page.stick.shared.isVisible()
    page._show(replace(page._state, slot_shared=True))
    assert page.stick.shared.isVisible()
    page.stick.path.setText(str(stick))
    press(qtbot, page.stick.start)
    asked = dialog(qtbot, EnterPassphrase)
    asked.field.setText(SECRET)
    press(qtbot, asked.go)
    settled()
    qtbot.waitUntil(page.stick.told.isVisible)
