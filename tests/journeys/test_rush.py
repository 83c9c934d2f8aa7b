"""The morning rush with two desks and a cable pulled: two whole windows on one network, a camera before the first."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.support.fault_proxy import SOUND, FaultProxy, Plan

from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.domain.admission import Source
from checkin_desktop.gui.pages.conflicts import ConflictsPage
from checkin_desktop.gui.pages.exchange import ExchangePage
from checkin_desktop.scanning.simulated_camera import SimulatedCamera, film
from checkin_desktop.scanning.stills import PDF_DPI
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.desk import event_info, settings
from checkin_desktop.services.pairing import pairing_text, read_pairing
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.startup.demo_film import badge_pictures
from checkin_desktop.storage.event_file import wall_clock_ms
from checkin_desktop.words import load_words

from .conftest import Program, window_on_the_loopback
from .people import JUAN, PEDRO, ROSA, Door, attendee, badge, event_of_today

PASSPHRASE = "cuatro palabras bien largas"
CROWD = tuple(f"4100{n:04}" for n in range(8))
_PX_PER_MM = PDF_DPI / 25.4
_LATER_MS = 200_000
"""Longer than a desk may be silent before it is said."""


@pytest.fixture
def first(home: Path, qtbot: QtBot) -> Iterator[Program]:
    with window_on_the_loopback(qtbot) as program:
        yield program


@pytest.fixture
def second(home: Path, qtbot: QtBot) -> Iterator[Program]:
    with window_on_the_loopback(qtbot) as program:
        yield program


@pytest.fixture
def one(first: Program) -> Door:
    """Mesa 1: it shares its network from the page «Intercambio»."""
    first.open(event_of_today(passphrase=PASSPHRASE))
    door = Door(first)
    first.view.go("exchange")
    first.settle()
    page = first.view.pages["exchange"]
    assert isinstance(page, ExchangePage)
    page.sharing.switch.click()
    first.until(lambda: page.sharing.pairing.isVisible())
    first.view.go("desk")
    first.settle()
    return door


@pytest.fixture
def cable(one: Door) -> Iterator[FaultProxy]:
    sharing = one.program.view.context.network.sharing()
    assert sharing is not None
    with FaultProxy(sharing.port) as proxy:
        yield proxy


@pytest.fixture
def other(one: Door, second: Program, cable: FaultProxy) -> Door:
    """Mesa 2: an empty computer that joins by the first one's QR, through the cable."""
    sharing = one.program.view.context.network.sharing()
    assert sharing is not None
    said = read_pairing(sharing.pairing)
    welcome = second.window.welcome
    assert welcome is not None
    welcome.tiles.tiles["join"].click()
    welcome.join_form.take_pairing(pairing_text(replace(said, port=cable.port)))
    welcome.join_form.passphrase.setText(PASSPHRASE)
    welcome.join_form.go.click()
    second.until(lambda: second.window.event_view is not None, 60_000)
    second.settle()
    second.until(lambda: "Conectado" in status(second, "lan"))
    return Door(second)


def status(program: Program, name: str) -> str:
    part = program.view.topbar.status.parts[name]
    return part.text() if part.isVisible() else ""


def digest(door: Door) -> str:
    with door.desk.store.read() as reads:
        return reads.journal.digest()


def alike(one: Door, other: Door) -> bool:
    return digest(one) == digest(other)


def filmed(door: Door, folder: Path, documents: tuple[str, ...]) -> Path:
    """Their printed badges held before a camera one after the other."""
    words = load_words("es")
    ids = [attendee(door.desk, document).id for document in documents]
    sheet, video = folder / "credenciales.pdf", folder / "camara.mp4"
    sheet.write_bytes(draw_badges([f for _, f in badge_faces(door.desk, ids)], settings(door.desk), words))
    film(SimulatedCamera(badge_pictures(sheet, len(documents)), _PX_PER_MM, 11), video)
    return video


@pytest.mark.slow
def test_the_morning_rush_with_two_desks_and_a_cable_pulled(
    one: Door, other: Door, cable: FaultProxy, tmp_path: Path
) -> None:
    # Together: the first desk's badges come before its camera, the second's before its scanner.
    video = filmed(one, tmp_path, CROWD[:3])
    one.page.feed.start(str(video))
    one.program.until(lambda: event_info(one.desk).admitted == 3, 60_000)
    assert {line.source for line in recent_passages(one.desk)} == {Source.CAMERA}
    for document in CROWD[3:5]:
        other.show(badge(other.desk, document))
        assert other.verdict == "admitted"
    one.program.until(lambda: alike(one, other))
    other.show(badge(other.desk, CROWD[0]))
    assert other.verdict == "attention", "the first desk let them in"
    other.press(Qt.Key.Key_Return)

    # The cable is pulled: both go on, and say how long they have not heard of each other.
    cable.plan(Plan(down=True))
    for door, documents in ((one, (ROSA, JUAN, CROWD[5])), (other, (JUAN, PEDRO, CROWD[6]))):
        for document in documents:
            door.show(badge(door.desk, document))
            assert door.verdict == "admitted"
    other.program.until(lambda: "Sin conexión" in status(other.program, "lan"))
    assert "por enviar" in status(other.program, "lan")
    for door, silent in ((one, "Mesa 2"), (other, "Mesa 1")):
        door.desk.store._now_ms = lambda: wall_clock_ms() + _LATER_MS  # type: ignore[attr-defined]
        door.program.view.outside.look()
        door.program.until(
            lambda door=door, silent=silent: status(door.program, "silence").startswith(
                f"Sin datos de la {silent} desde las "
            )
        )

    # It is put back: both know the same, nobody was lost, and the one let in twice waits for a person.
    cable.plan(SOUND)
    other.program.view.context.network.exchange_now()
    one.program.until(lambda: alike(one, other), 60_000)
    for door in (one, other):
        assert event_info(door.desk).admitted == 10
        door.program.until(lambda door=door: not status(door.program, "silence"))
        door.program.until(lambda door=door: "(1)" in door.program.view.sidebar.buttons["conflicts"].text())
    one.program.view.go("conflicts")
    one.program.settle()
    page = one.program.view.pages["conflicts"]
    assert isinstance(page, ConflictsPage)
    one.program.until(lambda: len(page.cases.cards) == 1)
    QTest.mouseClick(next(iter(page.cases.cards[0].choices.values())), Qt.MouseButton.LeftButton)
    one.program.until(lambda: not page.cases.cards)
    other.program.until(lambda: "(" not in other.program.view.sidebar.buttons["conflicts"].text())
    one.program.until(lambda: alike(one, other))
