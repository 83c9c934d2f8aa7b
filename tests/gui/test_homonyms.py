"""Two people of one name never look alike, and neither is let in before somebody says which."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.people import Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.desk.homonyms import HomonymDialog
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.find_attendee import roster, with_document
from checkin_desktop.services.photos import attach_photo

from .conftest import Settled

FIRST, SECOND = "40112233", "77889900"
FACES = {FIRST: "#cc1122", SECOND: "#1122cc"}
_STRIDE = 3


@pytest.fixture
def people(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return (*people, replace(people[0], document=SECOND, organisation="Universidad Andina"))


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> DeskPage:
    for document, colour in FACES.items():
        portrait = BytesIO()
        Image.new("RGB", (90, 120), colour).save(portrait, "JPEG")
        attach_photo(context.desk, with_document(context.desk, document)[0].id, portrait.getvalue())
    made = DeskPage(context)
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


def told_apart(hits: QListWidget) -> dict[str, str]:
    """By the document's tail in each line as a screen reader says it: whose face is painted in it."""
    painted = hits.viewport().grab().toImage()
    return {_tail(hits, row): _face(painted, hits, row) for row in range(hits.count())}


def _tail(hits: QListWidget, row: int) -> str:
    said = hits.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
    return next(document for document in FACES if f"…{document[-4:]}" in said)


def _face(painted: QImage, hits: QListWidget, row: int) -> str:
    line = hits.visualItemRect(hits.item(row))
    near = dict.fromkeys(FACES, 0)
    for x in range(line.left(), line.left() + line.height(), _STRIDE):
        for y in range(line.top(), line.bottom(), _STRIDE):
            seen = painted.pixelColor(x, y)
            for document, colour in FACES.items():
                near[document] += _alike(seen, QColor(colour))
    return max(near, key=lambda document: near[document]) if any(near.values()) else "nobody"


def _alike(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(a - b) < 40 for a, b in pairs)


def test_each_hit_shows_its_face_the_documents_tail_and_the_organisation(
    page: DeskPage, settled: Settled, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "rosa elvira")
    settled()
    assert told_apart(page.hits) == {FIRST: FIRST, SECOND: SECOND}
    said = {_tail(page.hits, row): page.hits.item(row).toolTip() for row in range(2)}
    assert "Mancomunidad Valle Sagrado" in said[FIRST]
    assert "Universidad Andina" in said[SECOND]


def test_enter_admits_neither_and_the_one_pointed_at_is_the_one_let_in(
    page: DeskPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "rosa elvira")
    settled()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    dialog = page.findChild(HomonymDialog)
    assert dialog is not None
    settled()
    assert told_apart(dialog.list) == {FIRST: FIRST, SECOND: SECOND}
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settled()
    assert dialog.isVisible()
    assert event_info(context.desk).admitted == 0
    row = next(row for row in range(2) if _tail(dialog.list, row) == SECOND)
    where = dialog.list.visualItemRect(dialog.list.item(row)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settled()
    came = [
        line.attendee.person.document for line in roster(context.desk, _here(context)) if line.admitted_at
    ]
    assert came == [SECOND]


def test_escape_lets_nobody_in(page: DeskPage, context: Context, settled: Settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "rosa elvira")
    settled()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.findChild(HomonymDialog), Qt.Key.Key_Escape)
    settled()
    assert event_info(context.desk).admitted == 0


def _here(context: Context) -> str:
    checkpoint = context.session.checkpoint
    assert checkpoint is not None
    return checkpoint.id
