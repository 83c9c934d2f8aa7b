"""The line under the top bar: the stick, the network and how fresh this desk is, in plain words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.icons import load_icons
from checkin_desktop.gui.design.tokens import LIGHT
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.network_watch import state_text
from checkin_desktop.gui.shell.status_row import StatusRow
from checkin_desktop.gui.stick_keeper import Phase, StickState
from checkin_desktop.services.freshness import Freshness
from checkin_desktop.services.ports.network import HubConnected, HubLooking, HubOff, HubWaiting, Road
from checkin_desktop.services.views import StationLine

VENUE = ZoneInfo("America/Lima")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=VENUE)
WHY = PersonFacingError("hub-unreachable", hub="Mesa 1")


def ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


@pytest.fixture
def pressed() -> list[bool]:
    return []


@pytest.fixture
def row(qtbot: QtBot, pressed: list[bool]) -> StatusRow:
    load_icons()
    made = StatusRow(Language("es"), VENUE, lambda: LIGHT, lambda: pressed.append(True))
    qtbot.addWidget(made)
    made.resize(1100, 60)
    return made


def shown(row: StatusRow) -> dict[str, str]:
    return {name: part.text() for name, part in row.parts.items() if not part.isHidden()}


def test_each_state_of_a_road_is_said_in_words() -> None:
    language = Language("es")
    said = {
        HubOff(Road.LAN): "",
        HubLooking(Road.LAN, "192.168.0.12:8765"): "Buscando 192.168.0.12:8765…",
        HubConnected(Road.LAN, "Mesa 1", ms(NOON - timedelta(seconds=3))): "Conectado con Mesa 1 · hace 3 s",
        HubWaiting(Road.LAN, "Mesa 1", ms(NOON + timedelta(minutes=2)), WHY): (
            "Sin conexión con Mesa 1; se reintenta a las 12:02"
        ),
        HubWaiting(
            Road.LAN, "Mesa 1", ms(NOON + timedelta(minutes=2)), WHY, ms(NOON - timedelta(minutes=170))
        ): "Sin conexión con Mesa 1 desde las 09:10; se reintenta a las 12:02",
    }
    for state, words in said.items():
        assert state_text(language, state, NOON) == words
    long_ago = HubWaiting(Road.LAN, "Mesa 1", ms(NOON), WHY, ms(NOON - timedelta(days=1)))
    assert "22 de noviembre" in state_text(language, long_ago, NOON)
    for state in said:
        assert bool(state_text(Language("en"), state, NOON)) == (not isinstance(state, HubOff))


def test_nothing_is_shown_where_a_desk_works_alone(row: StatusRow) -> None:
    row.show_network((HubOff(Road.LAN), HubOff(Road.INTERNET)), None)
    row.show_freshness(Freshness((), 40, False, NOON))
    assert shown(row) == {}
    assert row.isHidden()


def test_what_is_only_here_and_who_is_silent(row: StatusRow, pressed: list[bool], qtbot: QtBot) -> None:
    heard = NOON - timedelta(minutes=170)
    silent = StationLine("ab", "Mesa 2", 2, 40, heard - timedelta(minutes=5), False, False, None, heard)
    fresh = StationLine("cd", "Mesa 3", 3, 40, heard, False, False, None, NOON - timedelta(seconds=20))
    row.show_freshness(Freshness((silent, fresh), 12, True, NOON))
    assert shown(row) == {
        "only-here": "12 registros solo en este equipo",
        "silence": "Sin datos de la Mesa 2 desde las 09:10",
    }
    assert not row.isHidden()
    qtbot.mouseClick(row.parts["silence"], Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_the_network_says_what_is_not_there_yet_and_why(row: StatusRow) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=1)
    row.show_network(
        (
            HubWaiting(Road.LAN, "Mesa 1", ms(soon), WHY, 0, 12),
            HubConnected(Road.INTERNET, "oficina", ms(soon)),
        ),
        None,
    )
    assert shown(row)["lan"].endswith("· por enviar: 12")
    assert "esta mesa sigue sola" in row.parts["lan"].toolTip()
    assert shown(row)["internet"] == "Conectado con oficina · ahora"
    row.show_network((HubOff(Road.LAN), HubOff(Road.INTERNET)), None)
    assert shown(row) == {}


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        (Phase.NONE, ""),
        (Phase.OFFERED, ""),
        (Phase.WORKING, "Memoria: intercambiando…"),
        (Phase.KEPT, "Memoria al día, 12:00"),
        (Phase.PULLED, "Memoria retirada; último intercambio a las 12:00"),
        (Phase.FAILED, "No se pudo usar la memoria"),
    ],
)
def test_the_stick(row: StatusRow, phase: Phase, said: str) -> None:
    trouble = PersonFacingError("exchange-no-room", file="x", needed=1.3) if phase is Phase.FAILED else None
    row.show_stick(StickState(phase, "KINGSTON", None, NOON.astimezone(UTC), trouble))
    assert shown(row).get("stick", "") == said
    if trouble:
        assert "1,3 MB" in row.parts["stick"].toolTip().replace("1.3", "1,3")


def test_other_words_at_once_in_another_language(row: StatusRow, qtbot: QtBot) -> None:
    row.show_freshness(Freshness((), 12, True, NOON))
    row._language.switch("en")
    row.draw(anew=True)
    assert shown(row) == {"only-here": "12 entries only on this computer"}
