"""Who comes to the stories' event, and what a person at the window does there."""

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.keys import AVERAGE_S, SKILLED_S, CountedKeys
from tests.support import midday

from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.people import Attendee, Category, DocumentKind, Person
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.find_attendee import with_document
from checkin_desktop.services.found_event import entrances
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.services.ports.rosters import RosterReading, RosterRow
from checkin_desktop.startup.events import create_event
from checkin_desktop.words import load_words

from .conftest import Program

_LETTER_MS = 60
ROSA, JUAN, PEDRO, ELENA = "40112233", "40112234", "40112236", "40112239"
_ROSA = Person("Rosa Elvira", "Quispe Huamán", DocumentKind.DNI, ROSA, "Mancomunidad Valle Sagrado", "Cusco")
PEOPLE = (
    _ROSA,
    replace(_ROSA, given_names="Juan Carlos", surnames="Mamani Condori", document=JUAN),
    replace(_ROSA, given_names="Pedro", surnames="Zárate Ríos", document=PEDRO, organisation="Altiplano Sur"),
    replace(
        _ROSA,
        given_names="Elena",
        surnames="Rojas Vega",
        document=ELENA,
        organisation="Río Chira",
        category=Category.AUTHORITY,
    ),
    *(replace(_ROSA, given_names="Persona", surnames=f"Número{n}", document=f"4100{n:04}") for n in range(8)),
)


def event_of_today(*more: Checkpoint, people: tuple[Person, ...] = PEOPLE, passphrase: str = "") -> Path:
    """One day, today at the venue, with the day's entrance and `more`; its list imported."""
    day = midday.today()
    settings = EventSettings(
        "Encuentro de hoy", (day,), timezone=midday.zone(), city="Cusco", issuers=("Red",), hours=8
    )
    points = entrances((day,), ("Ingreso",)) + more
    with create_event(
        settings, load_words("es"), passphrase=passphrase or None, checkpoints=points
    ) as opened:
        rows = tuple(RosterRow("", n, person) for n, person in enumerate(people, 2))
        import_roster(opened.desk, RosterReading(rows, (), 0, {}, {}))
        return opened.path


def attendee(desk: Desk, document: str) -> Attendee:
    return with_document(desk, document)[0]


def badge(desk: Desk, document: str) -> str:
    return next(face.code for _, face in badge_faces(desk, [attendee(desk, document).id]))


class Door:
    """The desk page of the window: what somebody standing at it does and sees."""

    def __init__(self, program: Program) -> None:
        page = program.view.pages["desk"]
        assert isinstance(page, DeskPage)
        self.program, self.page, self.desk = program, page, program.view.context.desk
        self.keys = CountedKeys(program.window)
        page.notice.confirm()
        page.search.setFocus()
        program.settle()
        self._began = time.process_time()

    def show(self, code: str) -> None:
        """A badge before the scanner."""
        self.program.view.scans.read(code)
        self.program.settle()

    def told(self, task: str, may_take_s: int | None = None) -> None:
        """What the task took so far, for `make bench-tasks`: printed, never judged."""
        keys, cpu = self.keys, time.process_time() - self._began
        skilled, average = keys.seconds(SKILLED_S), keys.seconds(AVERAGE_S)
        goal = f" · may take {may_take_s} s" if may_take_s else ""
        print(
            f"\n{task}: {keys.text} letters, {keys.others} keys, {keys.clicks} clicks · by the keystroke-level model"
            f" {skilled:.1f} s at 55 words a minute, {average:.1f} s at 40 · the program {cpu:.2f} s of CPU{goal}"
        )

    def type(self, text: str) -> None:
        """As a person does: a scanner types faster."""
        self.keys.think()
        for letter in text:
            self.keys.type(letter)
            QTest.qWait(_LETTER_MS)
        self.program.settle()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys.press(*keys, held=held)
        self.program.settle()

    @property
    def verdict(self) -> str:
        """admitted, attention, refused, or idle."""
        return str(self.page.card.property("verdict"))

    @property
    def said(self) -> str:
        return self.page.card.accessibleName()
