"""The mail page: server, message, queue, sending to a real local server, and what went wrong."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.mail_server import PASSWORD, USER, Running, mail_server

from checkin_desktop.domain.mailing import MailState, MailThing
from checkin_desktop.domain.people import Category, Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.outbox import OutboxPage
from checkin_desktop.mailing.smtp import SmtpMailer
from checkin_desktop.services.certificates import issue
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.outbox import queue_mails
from checkin_desktop.services.ports.mailing import Courier
from checkin_desktop.startup.courier import attached
from checkin_desktop.startup.events import OpenEvent
from checkin_desktop.startup.outbox import DeskCourier
from checkin_desktop.words import load_words
from support.desks import Clock, Station, joined

from .conftest import Settled


@pytest.fixture
def people() -> tuple[Person, ...]:
    return (
        Person("Ana", "Quispe", email="ana@casa.example"),
        Person("Beto", "Mamani", email="beto@casa.example", category=Category.SPEAKER),
        Person("Dora", "Sin Correo"),
    )


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with mail_server(tmp_path / "mail") as server:
        yield server


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled, running: Running) -> Iterator[OutboxPage]:
    couriers: list[DeskCourier] = []

    def courier(desk: Desk) -> Courier:
        made = DeskCourier(
            desk,
            lambda: load_words("es"),
            attached,
            lambda server, password: SmtpMailer(server, password, running.trust),
        )
        couriers.append(made)
        return made

    with context.desk.store.read() as reads:
        ids = [a.id for a in reads.people.all()]
    issue(context.desk, ids, exception_reason="ensayo")
    context.tools = replace(context.tools, courier=courier)
    made = OutboxPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.refresh()
    settled()
    yield made
    for one in couriers:
        one.close()


def set_up(page: OutboxPage, running: Running, settled: Settled) -> None:
    server = page.server
    server.host.setText(running.server.host)
    server.port.setValue(running.server.port)
    server.username.setText(USER)
    server.address.setText("red@red.example")
    server.pace.setValue(120)
    server.keep.click()
    settled()


def test_before_a_server_is_named_that_is_said(page: OutboxPage, notes: list[str], settled: Settled) -> None:
    assert "Servidor de correo" in page.said.text()
    assert not page.start.isEnabled()
    page.server.keep.click()
    settled()
    assert notes == ["outbox-no-server"]


def test_certificates_are_queued_and_sent(
    page: OutboxPage, running: Running, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    set_up(page, running, settled)
    assert page.queue.text() == "Poner 2 en la cola"
    qtbot.mouseClick(page.queue, Qt.MouseButton.LeftButton)
    settled()
    assert not page.queue.isEnabled()
    page.password.setText(PASSWORD)
    qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(running.box.mails) == 2 and not page.presenter.state.running, timeout=15_000)
    settled()
    assert {x.state for x in page._lines} == {MailState.SENT, None}
    assert "2 enviados" in page.about.text()
    (file,) = running.box.mails[0].iter_attachments()
    assert file.get_content().startswith(b"%PDF")
    assert file.get_filename().endswith(".pdf")


def test_a_wrong_password_says_what_to_do(
    page: OutboxPage, running: Running, qtbot: QtBot, settled: Settled
) -> None:
    set_up(page, running, settled)
    page.queue.click()
    settled()
    page.password.setText("otra")
    page.start.click()
    qtbot.waitUntil(lambda: "clave de aplicación" in page.said.text(), timeout=15_000)
    settled()
    assert running.box.mails == []
    qtbot.waitUntil(page.start.isEnabled, timeout=5_000)


def test_the_message_is_shown_as_it_will_arrive(page: OutboxPage, qtbot: QtBot, settled: Settled) -> None:
    assert "Su certificado: Encuentro de prueba" in page.message.shown_subject.text()
    page.message.body.setPlainText("Hola {nombre}")
    qtbot.waitUntil(lambda: page.message.shown.text().startswith("Hola "), timeout=5_000)
    settled()
    page.message.body.setPlainText("Hola {apodo}")
    qtbot.waitUntil(lambda: not page.message.keep.isEnabled(), timeout=5_000)
    assert "apodo" in page.message.fields["body"].wrong.text()


def test_badges_may_be_sent_before_the_event(page: OutboxPage, settled: Settled) -> None:
    page.thing.setCurrentIndex(1)
    page.thing.activated.emit(1)
    settled()
    assert len(page._lines) == 3
    assert "Su credencial" in page.message.shown_subject.text()


def elsewhere(event: OpenEvent, home: Path) -> None:
    """A second desk queues everybody's certificate, and this one hears of it."""
    assert event.file.open_secrets is not None
    here = Station(event.file, Clock(event.file.now_ms()), event.file.open_secrets)
    other = joined(home / "other.checkin", here, "Mesa 2")
    queue_mails(other.desk, MailThing.CERTIFICATE, [a.id for a in other.people()])
    here.take_from(other)
    other.close()


def test_another_desks_queue_is_taken_over_with_a_reason_and_given_back(
    page: OutboxPage, event: OpenEvent, qtbot: QtBot, settled: Settled, notes: list[str], home: Path
) -> None:
    assert not page.take.isVisible()
    elsewhere(event, home)
    page.refresh()
    settled()
    assert page.model.index(0, 3).data() == "En la cola (Mesa 2)"
    assert not page.start.isEnabled()
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert page.dialog is not None
    assert not page.dialog.yes.isEnabled(), "not without a reason"
    page.dialog.reason.setPlainText("Se quedó sin batería")
    page.dialog.yes.click()
    settled()
    assert notes[-1] == "2 envíos pasaron a la cola de esta mesa."
    assert not page.take.isVisible()
    assert all(x.here for x in page._lines)
    qtbot.mouseClick(page.give, Qt.MouseButton.LeftButton)
    settled()
    assert notes[-1] == "2 envíos volvieron a la cola de la otra mesa."
    assert page.take.isVisible()
    assert not page.give.isVisible()
