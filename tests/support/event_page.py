"""The organiser's page on screen, and what a person does there."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.people import Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event import EventPage
from support.people_page import Settled


class Chosen(EventPage):
    """Answers the file dialogs."""

    file: Path | None = None

    def ask_save(self, proposed: str, suffix: str) -> str:
        return str(self.file or "")

    def ask_picture(self) -> str:
        return str(self.file or "")

    def ask_spreadsheet(self) -> str:
        return str(self.file or "")


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> Chosen:
    made = Chosen(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


def two_spellings(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """One organisation is written in two ways."""
    last = replace(people[-1], organisation="Mancom. Costa Norte", region="LAMBAYEQUE")
    return (*people, replace(last, given_names="Otra", document="40999999"))


def press(qtbot: QtBot, verb: QWidget) -> None:
    qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)


def modal(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    """The dialog that is open, once it is."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert found is not None
    return found
