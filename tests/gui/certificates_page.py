"""What the tests of the certificates page share: who attended, what is on screen, what a person presses."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.services.certificates import review
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.views import CertificateLine, CertificateState

from .conftest import Settled

ATTENDED = ("Álvarez", "Ñahui", "Zárate")


def attend(context: Context, surnames: tuple[str, ...] | None = None, days: int = 2) -> None:
    """They enter on the first `days` days; everybody, if none are named."""
    for line in review(context.desk):
        if surnames is None or line.attendee.person.surnames.startswith(surnames):
            for checkpoint in context.session.checkpoints[:days]:
                admit_attendee(context.desk, line.attendee.id, checkpoint.id, day_confirmed=True)


def line_of(context: Context, surname: str) -> CertificateLine:
    return next(x for x in review(context.desk) if x.attendee.person.surnames.startswith(surname))


def id_of(context: Context, surname: str) -> str:
    return line_of(context, surname).attendee.id


def states(context: Context) -> dict[CertificateState, int]:
    lines = review(context.desk)
    return {state: sum(1 for line in lines if line.state is state) for state in CertificateState}


def names(page: CertificatesPage) -> list[str]:
    return [line.attendee.person.surnames for line in page.review.rows.rows]


def pick(page: CertificatesPage, *surnames: str) -> None:
    page.review.list.clearSelection()
    mode = page.review.list.selectionModel().SelectionFlag
    for place, line in enumerate(page.review.rows.rows):
        if line.attendee.person.surnames.startswith(surnames):
            index = page.review.rows.index(place, 0)
            page.review.list.selectionModel().select(index, mode.Select | mode.Rows)


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisibleTo(button.window())
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog(kind: type) -> object:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> CertificatesPage:
    """Shown; three of twelve attended both days."""
    attend(context, ATTENDED)
    return shown(context, qtbot, settled)


def shown(context: Context, qtbot: QtBot, settled: Settled) -> CertificatesPage:
    made = CertificatesPage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


def page_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return str(document[0].get_textpage().get_text_range())
