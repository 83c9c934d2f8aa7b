"""A real event file, real lanes and real tools for the pages; notes what the shell would have been told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support import midday

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Category, DocumentKind, Person
from checkin_desktop.gui.design.icons import load_icons
from checkin_desktop.gui.design.stylesheet import stylesheet
from checkin_desktop.gui.design.tokens import LIGHT
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.page import Context, Session
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.places import resource
from checkin_desktop.services.desk import checkpoints
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.services.ports.rosters import RosterReading, RosterRow
from checkin_desktop.startup.events import OpenEvent, create_event
from checkin_desktop.startup.tools import build_tools
from checkin_desktop.words import load_words

_NAMES = (
    ("Rosa Elvira", "Quispe Huamán", "40112233", "Mancomunidad Valle Sagrado", "Cusco", Category.ATTENDEE),
    ("Juan Carlos", "Mamani Condori", "40112234", "Mancomunidad Valle Sagrado", "Cusco", Category.ATTENDEE),
    ("Lucía", "Ñahui Peña", "01234567", "Mancomunidad Altiplano Sur", "Puno", Category.SPEAKER),
    ("Pedro", "Zárate Ríos", "40112236", "Mancomunidad Altiplano Sur", "Puno", Category.ATTENDEE),
    ("Carmen", "Álvarez Soto", "40112237", "Mancomunidad Los Andes", "Ayacucho", Category.PANELLIST),
    ("Miguel", "Flores Torres", "40112238", "Mancomunidad Los Andes", "Ayacucho", Category.ATTENDEE),
    ("Elena", "Rojas Vega", "40112239", "Mancomunidad Río Chira", "Piura", Category.AUTHORITY),
    ("Óscar", "Paredes León", "40112240", "Mancomunidad Río Chira", "Piura", Category.ATTENDEE),
    ("Julia", "Cárdenas Luna", "40112241", "Mancomunidad Selva Central", "Junín", Category.GUEST),
    ("Andrés", "Ibáñez Cruz", "40112242", "Mancomunidad Selva Central", "Junín", Category.PRESS),
    ("Teresa", "Huanca Apaza", "40112243", "", "Puno", Category.STAFF),
    ("Rosa", "Quispe Ramos", "", "Mancomunidad Costa Norte", "Lambayeque", Category.ATTENDEE),
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that the program keeps lies here."""
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def people() -> tuple[Person, ...]:
    """Twelve invented people; put others in a test's own fixture of this name."""
    return tuple(
        Person(
            given, sur, DocumentKind.DNI if number else None, number, organisation, region, category=category
        )
        for given, sur, number, organisation, region, category in _NAMES
    )


@pytest.fixture
def event(home: Path, people: tuple[Person, ...]) -> Iterator[OpenEvent]:
    """Open at its founder's desk; its days are today (at the venue) and tomorrow."""
    first = midday.today()
    settings = EventSettings(
        "Encuentro de prueba",
        (first, first + timedelta(days=1)),
        timezone=midday.zone(),
        city="Cusco",
        issuers=("Red de Mancomunidades",),
        hours=16,
    )
    with create_event(settings, load_words("es"), path=home / "event.checkin") as opened:
        rows = tuple(RosterRow("", n + 2, person) for n, person in enumerate(people))
        import_roster(opened.desk, RosterReading(rows, (), 0, {}, {}))
        yield opened


@pytest.fixture
def notes() -> list[str]:
    """What the shell's toast was told."""
    return []


@pytest.fixture
def context(event: OpenEvent, qapp: QApplication, notes: list[str]) -> Iterator[Context]:
    """What a page is given. A failure in words lands in `notes` as its sentence's id; any other fails the test."""
    for font in resource("fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    load_icons()
    qapp.setStyleSheet(stylesheet(LIGHT, 100))
    crashes: list[BaseException] = []

    def told(error: PersonFacingError) -> None:
        notes.append(error.sentence)

    kept = [Preferences()]
    lanes = Lanes(told, crashes.append)
    tools = replace(build_tools(lambda tone: None), save_preferences=lambda p: kept.__setitem__(0, p))
    session = Session()
    session.checkpoints = checkpoints(event.desk)
    session.choose(session.checkpoints[0], False)
    made = Context(
        event.desk,
        lanes,
        tools,
        Language("es"),
        session,
        lambda: kept[0],
        lambda: LIGHT,
        notes.append,
        lambda p: kept.__setitem__(0, p),
    )
    yield made
    made.camera.stop()
    lanes.close()
    assert not crashes, crashes


@pytest.fixture
def settled(context: Context, qtbot: QtBot) -> "Settled":
    return Settled(context, qtbot)


class Settled:
    """Called: waits until all lanes are idle and their answers delivered."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self._context, self._qtbot = context, qtbot

    def __call__(self) -> None:
        self._qtbot.waitUntil(lambda: not self._context.lanes.busy, timeout=10_000)
