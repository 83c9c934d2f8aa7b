"""The first screen, with the openers that the program really uses."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.gui.design.icons import load_icons
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.welcome import WelcomePage
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.desk import Desk, event_info
from checkin_desktop.services.exchange import exchange_bundle, has_passphrase
from checkin_desktop.startup.desk import EventHolder
from checkin_desktop.startup.events import create_event
from checkin_desktop.words import load_words

SECRET = "tambo 2026"


class Chosen(WelcomePage):
    """Answers the file dialogs."""

    file = ""

    def ask_open(self, title: str, patterns: str) -> str:
        return self.file


class Screen:
    """The page, and what it told the shell, in order."""

    def __init__(self, lanes: Lanes, qtbot: QtBot) -> None:
        self.holder = EventHolder()
        self.told: list[tuple[str, object]] = []
        self.desks: list[Desk] = []
        self.lanes, self.qtbot, self.language = lanes, qtbot, Language("es")
        self.page = Chosen(self.language, self.holder.openers(), lanes, self._opened)
        self.page.import_after.connect(lambda path: self.told.append(("import", path)))
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)
        self.page.show()
        self.settle()

    def _opened(self, desk: Desk, path: Path) -> None:
        self.desks.append(desk)
        self.told.append(("opened", path))

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.lanes.busy, timeout=60_000)
        QApplication.processEvents()

    def press(self, verb: QPushButton) -> None:
        self.qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def screen(home: Path, qtbot: QtBot) -> Iterator[Screen]:
    load_icons()
    crashes: list[BaseException] = []

    def told(error: PersonFacingError) -> None:
        crashes.append(error)

    lanes = Lanes(told, crashes.append)
    made = Screen(lanes, qtbot)
    yield made
    lanes.close()
    made.holder.close()
    assert not crashes, crashes


def test_creates_an_event_after_saying_what_is_missing(screen: Screen) -> None:
    form = screen.page.create_form
    screen.press(screen.page.tiles.tiles["create"])
    assert form.isVisible()
    assert not screen.page.tiles.isVisible()
    screen.press(form.go)
    assert form.fields["name"].wrong.isVisible()
    assert screen.told == []
    form.name.setText("II Encuentro de prueba")
    assert not form.fields["name"].wrong.isVisible()
    form.passphrase.setText(SECRET)
    screen.press(form.go)
    assert form.fields["again"].wrong.isVisible()
    assert form.again.hasFocus(), "what is wrong is where one types next"
    assert screen.told == []
    form.again.setText(SECRET)
    first = date.today() + timedelta(days=3)
    form.first_day.setDate(QDate(first.year, first.month, first.day))
    form.day_count.setValue(2)
    form.city.setText("Cusco")
    form.hours.setValue(16)
    screen.qtbot.keyClick(form.name, Qt.Key.Key_Return)
    screen.settle()
    [(what, _)] = screen.told
    assert what == "opened"
    info = event_info(screen.desks[0])
    assert info.settings.name == "II Encuentro de prueba"
    assert info.settings.days == (first, first + timedelta(days=1))
    assert (info.settings.city, info.settings.hours, info.settings.timezone) == ("Cusco", 16, "America/Lima")
    assert has_passphrase(screen.desks[0])


def test_a_list_is_imported_after_its_event_was_created(screen: Screen, home: Path) -> None:
    roster = home / "lista.csv"
    roster.write_text("nombre\nAna\n")
    screen.press(screen.page.tiles.tiles["import"])
    assert screen.page.tiles.isVisible()
    screen.page.file = str(roster)
    screen.press(screen.page.tiles.tiles["import"])
    assert "lista.csv" in screen.page.create_form.about.text()
    screen.page.create_form.name.setText("Con lista")
    screen.press(screen.page.create_form.go)
    assert [what for what, _ in screen.told] == ["import", "opened"]
    assert screen.told[0] == ("import", roster)
    assert not has_passphrase(screen.desks[0])


def test_joins_from_a_stick_and_stays_where_the_passphrase_is_wrong(screen: Screen, home: Path) -> None:
    stick = home / "stick.intercambio"
    settings = EventSettings("Encuentro", (date(2026, 6, 20),))
    with create_event(settings, load_words("es"), path=home / "first.checkin", passphrase=SECRET) as founder:
        exchange_bundle(founder.desk, BundleFiles(), stick, None)
    form = screen.page.join_form
    screen.press(screen.page.tiles.tiles["join"])
    screen.press(form.go)
    assert form.isVisible()
    screen.page.file = str(stick)
    screen.press(form.choose)
    form.passphrase.setText("no es esta")
    screen.press(form.go)
    assert screen.told == []
    assert form.isVisible()
    assert form.isEnabled()
    assert "La clave no abre este evento" in screen.page.wrong.text()
    assert screen.page.banner.isVisible()
    form.passphrase.setText(SECRET)
    screen.qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    screen.settle()
    assert [what for what, _ in screen.told] == ["opened"]
    assert event_info(screen.desks[0]).settings.name == "Encuentro"


def test_opens_the_demonstration(screen: Screen) -> None:
    screen.qtbot.keyClick(screen.page.tiles.tiles["demo"], Qt.Key.Key_Space)
    assert screen.page.progress.isVisible()
    assert not screen.page.tiles.isEnabled()
    screen.settle()
    assert [what for what, _ in screen.told] == ["opened"]
    assert not screen.page.progress.isVisible()
    assert event_info(screen.desks[0]).attendees > 100


def test_offers_the_events_opened_before_and_says_why_one_does_not_open(home: Path, screen: Screen) -> None:
    path = home / "home" / "conocido.checkin"
    create_event(EventSettings("Conocido", (date(2026, 6, 20),)), load_words("es"), path=path).close()
    screen.page.presenter.load()
    screen.settle()
    known = [b for b in screen.page.tiles.known.findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in known] == ["conocido"]
    screen.press(known[0])
    assert screen.told == [("opened", path)]
    letter = home / "carta.checkin"
    letter.write_text("no es un evento")
    screen.page.file = str(letter)
    screen.press(screen.page.tiles.open_other)
    assert len(screen.told) == 1
    assert "carta.checkin" in screen.page.wrong.text()


def test_escape_returns_to_the_tiles(screen: Screen) -> None:
    screen.press(screen.page.tiles.tiles["create"])
    screen.qtbot.keyClick(screen.page.create_form.name, Qt.Key.Key_Escape)
    assert screen.page.tiles.isVisible()
    assert not screen.page.create_form.isVisible()


def test_offers_every_timezone_and_keeps_lima(screen: Screen) -> None:
    names = screen.page.create_form.timezone
    assert names.currentText() == "America/Lima"
    assert names.findText("America/La_Paz") >= 0


def test_switches_language(screen: Screen) -> None:
    screen.language.changed.connect(screen.page.retranslate)
    assert "Bienvenido" in screen.page.tiles.heading.text()
    screen.press(screen.page.switch)
    assert "Welcome" in screen.page.tiles.heading.text()
    assert screen.page.tiles.tiles["join"].accessibleName() == "Join an event"
    screen.press(screen.page.switch)
    assert "Bienvenido" in screen.page.tiles.heading.text()
