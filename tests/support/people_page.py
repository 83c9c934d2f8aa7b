"""The people page on screen, and short ways to read and fill it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.services.find_attendee import with_document

Settled = Callable[[], None]
ROSA, LUCIA = "40112233", "01234567"


@pytest.fixture
def people_page(context: Context, qtbot: QtBot, settled: Settled) -> PeoplePage:
    made = PeoplePage(context)
    context.session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    settled()
    return made


def shown(page: PeoplePage) -> list[str]:
    model = page.table.model
    return [model.line(row).attendee.person.sort_name for row in range(model.rowCount())]


def id_of(context: Context, document: str) -> str:
    return with_document(context.desk, document)[0].id


def fill(page: PeoplePage, qtbot: QtBot, **texts: str) -> None:
    for name, text in texts.items():
        field = page.form_pane.form.fields[name]
        field.clear()
        field.setFocus()
        qtbot.keyClicks(field, text)
