"""Sharing and connecting on the exchange page: real hubs and sockets on the loopback, real QR codes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.exchange import ExchangePage
from checkin_desktop.gui.pages.exchange.comparing import CompareDialog
from checkin_desktop.gui.pages.exchange.prepare import PrepareDialog
from checkin_desktop.gui.passphrase import ChoosePassphrase
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.certificates import issue, revoke
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.comparing import heads_text
from checkin_desktop.services.desk import checkpoints, event_info
from checkin_desktop.services.exchange import exchange_bundle, has_passphrase, set_passphrase
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.freshness import freshness
from checkin_desktop.services.ports.network import HubConnected, HubWaiting
from checkin_desktop.services.revocation_list import take_revocations
from checkin_desktop.startup.events import OpenEvent, join_event
from checkin_desktop.startup.joining import join_over_lan
from checkin_desktop.startup.network import DeskNetwork, open_network
from support.lan_desk import LOOPBACK

SECRET = "tambo 2026"
LONG_MS = 20_000


class Pictured(ExchangePage):
    """Answers the file dialog for a photo."""

    photo = ""

    def ask_picture(self) -> str:
        return self.photo


@pytest.fixture
def page(context: Context, event: OpenEvent, qtbot: QtBot, settled: Callable[[], None]) -> Pictured:
    context.network = open_network(event, LOOPBACK)
    made = Pictured(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


@pytest.fixture
def other(event: OpenEvent, home: Path) -> Iterator[OpenEvent]:
    """A second desk that joined by a stick."""
    set_passphrase(event.desk, SECRET)
    stick = home / "stick.intercambio"
    exchange_bundle(event.desk, BundleFiles(), stick, None)
    opened, _ = join_event(stick, SECRET, path=home / "other.checkin", station_name="Mesa 2", as_last=False)
    exchange_bundle(event.desk, BundleFiles(), stick, None)
    with opened:
        yield opened


@pytest.fixture
def hub(other: OpenEvent) -> DeskNetwork:
    """The second desk shares."""
    network = open_network(other, LOOPBACK)
    network.share()
    return network


def press(qtbot: QtBot, verb: QWidget) -> None:
    qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)


def pairing_of(network: DeskNetwork) -> str:
    sharing = network.sharing()
    assert sharing is not None
    return sharing.pairing


def admit(opened: OpenEvent, number: int) -> None:
    people = roster(opened.desk)
    admit_attendee(opened.desk, people[number].attendee.id, checkpoints(opened.desk)[0].id)


def connect(page: Pictured, hub: DeskNetwork, qtbot: QtBot) -> None:
    page.connecting.where.setText(pairing_of(hub))
    press(qtbot, page.connecting.go)
    qtbot.waitUntil(lambda: "Conectado con" in page.connecting.lan.text.text(), timeout=LONG_MS)


def test_sharing_asks_for_the_passphrase_first_and_the_qr_on_screen_lets_a_laptop_in(
    page: Pictured, context: Context, event: OpenEvent, home: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page.sharing.switch.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChoosePassphrase))
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, ChoosePassphrase)
    asked.first.setText(SECRET)
    asked.again.setText(SECRET)
    press(qtbot, asked.go)
    press(qtbot, asked.go)
    qtbot.waitUntil(lambda: not page.sharing.pairing.qr.empty, timeout=LONG_MS)
    assert has_passphrase(event.desk)
    qtbot.waitUntil(page.sharing.switch.isChecked, timeout=LONG_MS)
    assert "127.0.0.1:" in page.sharing.pairing.address.text()
    photo = home / "qr.png"
    assert page.sharing.pairing.qr.grab().save(str(photo))
    [read] = context.tools.decode_file(photo)
    opened, _ = join_over_lan(
        read, SECRET, path=home / "laptop.checkin", station_name="Mesa 2", as_last=False
    )
    with opened:
        assert event_info(opened.desk).attendees == 12
        network = open_network(opened, LOOPBACK)
        network.exchange_now()

        def known() -> bool:
            page.refresh()
            settled()
            return "Mesa 2" in page.sharing.connected.text()

        qtbot.waitUntil(known, timeout=LONG_MS)
    page.sharing.switch.click()
    qtbot.waitUntil(lambda: not page.sharing.pairing.isVisible(), timeout=LONG_MS)
    assert context.network.sharing() is None


def test_connects_by_the_text_of_the_qr_and_says_how_it_stands(
    page: Pictured, context: Context, event: OpenEvent, other: OpenEvent, hub: DeskNetwork, qtbot: QtBot
) -> None:
    admit(event, 0)
    assert freshness(event.desk).only_here == 1
    connect(page, hub, qtbot)
    assert "Mesa 2" in page.connecting.lan.text.text()
    assert page.connecting.lan.more.text() == "Todo enviado."
    qtbot.waitUntil(lambda: not page.connecting.where.text())
    assert event_info(other.desk).admitted == 1
    qtbot.waitUntil(lambda: freshness(event.desk).only_here == 0, timeout=LONG_MS)
    admit(other, 1)
    qtbot.waitUntil(lambda: event_info(event.desk).admitted == 2, timeout=LONG_MS)
    hub.stop_sharing()

    def silent() -> bool:
        page.roads.exchange_now()
        return isinstance(context.network.states()[0], HubWaiting)

    qtbot.waitUntil(silent, timeout=LONG_MS)
    qtbot.waitUntil(lambda: "Sin conexión con" in page.connecting.lan.text.text(), timeout=LONG_MS)
    assert "se reintenta a las" in page.connecting.lan.text.text()
    assert "esta mesa sigue sola" in page.connecting.lan.more.text()
    press(qtbot, page.connecting.lan.leave)
    qtbot.waitUntil(lambda: not page.connecting.lan.isVisible(), timeout=LONG_MS)


def test_connects_by_a_photo_of_the_qr(
    page: Pictured,
    context: Context,
    hub: DeskNetwork,
    home: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    page.photo = str(home / "photo.png")
    page.grab().save(page.photo)
    press(qtbot, page.connecting.picture)
    qtbot.waitUntil(page.connecting.wrong.isVisible, timeout=LONG_MS)
    assert "no hay un QR" in page.connecting.wrong.text()
    page.sharing.pairing.qr.show_picture(context.tools.draw_qr(pairing_of(hub)))
    page.sharing.pairing.qr.grab().save(page.photo)
    press(qtbot, page.connecting.picture)
    qtbot.waitUntil(lambda: isinstance(context.network.states()[0], HubConnected), timeout=LONG_MS)


def test_a_hand_scanner_reads_the_qr_on_this_page(
    page: Pictured, context: Context, hub: DeskNetwork, qtbot: QtBot
) -> None:
    assert not page.take_scan("1ABCDE")
    assert page.take_scan(pairing_of(hub))
    qtbot.waitUntil(lambda: isinstance(context.network.states()[0], HubConnected), timeout=LONG_MS)


def test_says_in_words_why_a_connection_was_not_made(
    page: Pictured, other: OpenEvent, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    for where, said in (("no es nada", "no es la dirección"), ("127.0.0.1:9", "No se llega a 127.0.0.1:9")):
        page.connecting.where.setText(where)
        press(qtbot, page.connecting.go)
        qtbot.waitUntil(page.connecting.go.isEnabled, timeout=LONG_MS)
        settled()
        assert said in page.connecting.wrong.text()
        assert page.connecting.wrong.isVisible()
        assert not page.sharing.wrong.isVisible()


def test_preparing_another_computer_shows_a_large_qr(
    page: Pictured, context: Context, other: OpenEvent, home: Path, qtbot: QtBot
) -> None:
    press(qtbot, page.steps.start)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrepareDialog))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PrepareDialog)
    shown.tabs.setCurrentIndex(1)
    press(qtbot, shown.share)
    qtbot.waitUntil(lambda: not shown.pairing.qr.empty, timeout=LONG_MS)
    assert shown.pairing.qr.grab().save(str(home / "qr.png"))
    sharing = context.network.sharing()
    assert sharing is not None
    assert context.tools.decode_file(home / "qr.png") == (sharing.pairing,)
    qtbot.waitUntil(shown.pairing.renew.isEnabled, timeout=LONG_MS)
    press(qtbot, shown.pairing.renew)
    qtbot.waitUntil(lambda: sharing.code[:5] not in shown.pairing.code.text(), timeout=LONG_MS)
    shown.reject()


def test_a_lost_laptop_is_taken_out_with_a_reason_and_what_it_writes_later_is_held(
    page: Pictured,
    event: OpenEvent,
    other: OpenEvent,
    home: Path,
    notes: list[str],
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    page.refresh()
    settled()
    [(lost, verb)] = page.desks.removals.items()
    assert lost == other.desk.store.station.station_id.hex()
    press(qtbot, verb)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReasonDialog))
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, ReasonDialog)
    assert not asked.yes.isEnabled()
    asked.reason.setPlainText("se perdió en el taxi")
    press(qtbot, asked.yes)
    settled()
    qtbot.waitUntil(lambda: not page.desks.removals)
    assert notes[-1].startswith("Mesa retirada")
    assert not page.held.isVisible()
    admit(other, 0)
    stick = home / "stick.intercambio"
    exchange_bundle(other.desk, BundleFiles(), stick, None)
    exchange_bundle(event.desk, BundleFiles(), stick, None)
    assert event_info(event.desk).admitted == 0
    page.refresh()
    settled()
    assert page.held.isVisible()
    assert "(1)" in page.held.fold.text()
    assert not page.held.body.isVisible()
    press(qtbot, page.held.fold)
    assert page.held.body.isVisible()
    said = page.held._list.itemAt(0).widget()
    assert "fue retirada del evento" in said.text()


def test_compares_two_desks_by_the_qr_on_screen(
    page: Pictured,
    context: Context,
    other: OpenEvent,
    home: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    press(qtbot, page.desks.comparing)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CompareDialog))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, CompareDialog)
    qtbot.waitUntil(lambda: not shown.qr.empty)
    assert shown.qr.grab().save(str(home / "state.png"))
    assert context.tools.decode_file(home / "state.png") == (heads_text(context.desk),)
    admit(other, 0)
    assert page.take_scan(heads_text(other.desk))
    settled()
    assert shown.told.text() == "A esta mesa le falta: 1 registro de Mesa 2."
    shown.reject()


def test_hands_the_revoked_certificates_over_by_a_qr(
    page: Pictured,
    context: Context,
    other: OpenEvent,
    home: Path,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    person = roster(context.desk)[0].attendee.id
    issue(context.desk, [person], exception_reason="ensayo")
    revoke(context.desk, person, "error")
    press(qtbot, page.desks.revoked)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CompareDialog))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, CompareDialog)
    qtbot.waitUntil(lambda: not shown.qr.empty)
    assert shown.qr.grab().save(str(home / "revoked.png"))
    (text,) = context.tools.decode_file(home / "revoked.png")
    assert take_revocations(other.desk, text) == 1
    assert page.take_scan(text)
    settled()
    assert shown.told.text() == "Lista tomada: un certificado anulado."
    shown.reject()
