"""The desk page on screen, its camera found wanting, and the badges of whom it expects."""

import pytest
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.services.badges import badge_faces
from support.people_page import Settled


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> DeskPage:
    """Shown, its camera found wanting, nobody scanned yet."""
    made = DeskPage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


@pytest.fixture
def codes(context: Context) -> dict[str, str]:
    """Badge codes by name."""
    return {face.name: face.code for _, face in badge_faces(context.desk)}
