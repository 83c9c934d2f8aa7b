"""The outbox sends each mail once: through refusals, cut lines, a restart in between, at its own pace."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

import msgspec
import pytest

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailState, MailThing, MailTrouble
from checkin_desktop.domain.people import Person
from checkin_desktop.mailing.smtp import SmtpMailer
from checkin_desktop.services.certificates import issue
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.mail_message import filled, sample
from checkin_desktop.services.outbox import (
    MailSettings,
    OutboxLine,
    Outgoing,
    begin,
    cancel,
    keep_mail_settings,
    mail_settings,
    next_mail,
    outbox_lines,
    queue_mails,
    try_again,
)
from checkin_desktop.services.ports.mailing import Attached, CourierState, Mailer, MailServer
from checkin_desktop.startup.outbox import MOST_TRIES, Attach, DeskCourier
from checkin_desktop.words import load_words
from support.desks import Station, found
from support.mail_server import PASSWORD, Running, mail_server

PEOPLE = (
    Person("Ana", "Quispe", email="ana@casa.example"),
    Person("Beto", "Mamani", email="beto@casa.example"),
    Person("Carla", "Rojas", email="carla@casa.example"),
    Person("Dora", "Sin Correo"),
    Person("Elsa", "Mal Escrito", email="elsa arroba casa"),
)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with mail_server(tmp_path / "mail") as server:
        yield server


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "event.checkin", people=PEOPLE)
    issue(station.desk, [a.id for a in station.people()], exception_reason="ensayo")
    yield station
    station.close()


def attached(desk: Desk, mail: Outgoing) -> tuple[Attached, ...]:
    return (Attached(f"{mail.number}.pdf", b"%PDF-1.7 prueba"),)


@dataclass
class Sending:
    """A courier whose every word is kept; `attach` gives a small file."""

    station: Station
    running: Running
    told: list[CourierState] = field(default_factory=list)

    def __post_init__(self) -> None:
        server = self.running.server
        settings = MailSettings(server.host, server.port, server.security, server.username, "red@red.example")
        keep_mail_settings(self.station.desk, settings)
        with self.station.file.unit() as unit:  # faster than a person may ask for
            unit.keep_note(
                "outbox", msgspec.json.encode(msgspec.structs.replace(settings, per_minute=60_000))
            )

    def courier(self, attach: Attach = attached) -> DeskCourier:
        return DeskCourier(self.station.desk, lambda: load_words("es"), attach, self._mailer, patience_s=0.01)

    def run(self, password: str = PASSWORD, attach: Attach = attached) -> CourierState:
        courier = self.courier(attach)
        courier.start(password, self.told.append)
        courier.wait()
        assert not courier.state.running
        return courier.state

    def _mailer(self, server: MailServer, password: str) -> Mailer:
        return SmtpMailer(server, password, self.running.trust)

    def lines(self) -> dict[str, OutboxLine]:
        return {
            x.attendee.person.given_names: x for x in outbox_lines(self.station.desk, MailThing.CERTIFICATE)
        }


@pytest.fixture
def sending(one: Station, running: Running) -> Sending:
    return Sending(one, running)


def queue_all(station: Station, again: bool = False) -> int:
    ids = [a.id for a in station.people()]
    return queue_mails(station.desk, MailThing.CERTIFICATE, ids, again=again)


def test_everybody_with_an_address_gets_theirs_once(sending: Sending) -> None:
    assert queue_all(sending.station) == 3
    assert queue_all(sending.station) == 0, "queued already"
    state = sending.run()
    assert (state.sent, state.failed, state.trouble) == (3, 0, None)
    assert sorted(sending.running.box.addressed) == [
        "ana@casa.example",
        "beto@casa.example",
        "carla@casa.example",
    ]
    mail = sending.running.box.mails[0]
    assert str(mail["To"].addresses[0].display_name) in mail.get_body().get_content()  # type: ignore[union-attr]
    assert {x.state for x in sending.lines().values()} == {MailState.SENT, None}
    assert queue_all(sending.station) == 0, "sent already"
    assert sending.run().sent == 0
    assert queue_all(sending.station, again=True) == 3
    assert sending.station.rebuilt_digest() == sending.station.digest()


def test_refusals_stay_with_their_mail_and_stop_nobody(sending: Sending) -> None:
    sending.running.box.recipients |= {"ana@casa.example": "550 no", "beto@casa.example": "451 later"}
    queue_all(sending.station)
    state = sending.run()
    lines = sending.lines()
    assert (state.sent, state.failed) == (1, 2)
    assert (lines["Ana"].state, lines["Ana"].trouble, lines["Ana"].code) == (
        MailState.FAILED,
        MailTrouble.ADDRESS,
        550,
    )
    assert (lines["Beto"].state, lines["Beto"].trouble) == (MailState.FAILED, MailTrouble.BUSY)
    assert lines["Carla"].state is MailState.SENT
    sending.running.box.recipients.clear()
    try_again(sending.station.desk, [x.mail_id for x in lines.values()])
    assert sending.run().sent == 2
    assert MOST_TRIES > 1


def test_a_line_cut_in_between_doubles_nothing(sending: Sending) -> None:
    sending.running.box.cut_at_recipient += ["ana@casa.example"]
    sending.running.box.after_data += ["250 taken", "cut"]
    queue_all(sending.station)
    state = sending.run()
    assert state.sent == 2
    assert len(sending.running.box.mails) == 3, "one of them nobody acknowledged"
    uncertain = [x for x in sending.lines().values() if x.state is MailState.UNCERTAIN]
    assert len(uncertain) == 1
    sending.run()
    assert len(sending.running.box.mails) == 3, "what may have arrived is not sent again by itself"


def test_what_was_begun_when_the_program_ended_is_left_to_a_person(sending: Sending) -> None:
    queue_all(sending.station)
    mail = next_mail(sending.station.desk)
    assert mail is not None
    begin(sending.station.desk, mail.mail_id)
    assert sending.run().sent == 2
    line = next(x for x in sending.lines().values() if x.mail_id == mail.mail_id)
    assert line.state is MailState.UNCERTAIN
    try_again(sending.station.desk, [mail.mail_id])
    assert sending.run().sent == 1
    assert str(sending.running.box.mails[-1]["Message-ID"]).startswith(f"<{mail.mail_id}@")


def test_a_wrong_password_stops_at_once_and_loses_nothing(sending: Sending) -> None:
    queue_all(sending.station)
    state = sending.run("otra clave")
    assert (state.sent, state.trouble) == (0, MailTrouble.LOGIN)
    assert sending.run().sent == 3


def test_a_mail_taken_back_is_not_sent(sending: Sending) -> None:
    queue_all(sending.station)
    cancel(sending.station.desk, [sending.lines()["Ana"].mail_id])
    sending.run()
    assert "ana@casa.example" not in sending.running.box.addressed


def test_the_other_desk_knows_and_does_not_send(sending: Sending, tmp_path: Path) -> None:
    queue_all(sending.station)
    sending.run()
    lines = outbox_lines(sending.station.desk, MailThing.BADGE)
    assert {x.state for x in lines} == {None}, "another thing is another mail"


def test_one_mail_that_can_not_be_written_is_set_aside_and_the_rest_go(sending: Sending) -> None:
    queue_all(sending.station)

    def odd(desk: Desk, mail: Outgoing) -> tuple[Attached, ...]:
        match mail.attendee.person.given_names:
            case "Ana":
                return (Attached("Ana\ud83d.pdf", b"", "half\n/kind"),)
            case "Beto":
                raise PersonFacingError("template-gone")
        return (Attached("Carla\nRojas.pdf", b"%PDF"),)

    state = sending.run(attach=odd)
    lines = sending.lines()
    assert (state.sent, state.failed, state.running) == (1, 2, False)
    assert {name: lines[name].trouble for name in ("Ana", "Beto")} == {
        "Ana": MailTrouble.UNWRITABLE,
        "Beto": MailTrouble.NOT_DRAWN,
    }
    assert lines["Carla"].state is MailState.SENT
    try_again(sending.station.desk, [lines["Ana"].mail_id])
    assert sending.run(attach=lambda desk, mail: ()).failed == 1
    assert sending.lines()["Ana"].trouble == MailTrouble.NOTHING_TO_SEND


def test_starting_again_right_after_a_pause_goes_on(sending: Sending) -> None:
    queue_all(sending.station)
    under_way, go_on = Event(), Event()

    def slow(desk: Desk, mail: Outgoing) -> tuple[Attached, ...]:
        under_way.set()
        assert go_on.wait(20)
        return attached(desk, mail)

    courier = sending.courier(slow)
    courier.start(PASSWORD, sending.told.append)
    assert under_way.wait(20)
    courier.pause()
    courier.start(PASSWORD, sending.told.append)
    courier.start(PASSWORD, sending.told.append)
    go_on.set()
    courier.wait()
    assert sorted(sending.running.box.addressed) == sorted(p.email for p in PEOPLE[:3])
    assert not courier.state.running
    assert {x.state for x in sending.lines().values() if x.has_address} == {MailState.SENT}


def test_closing_waits_for_all_that_was_started(sending: Sending) -> None:
    queue_all(sending.station)
    courier = sending.courier()
    for _ in range(3):
        courier.start(PASSWORD, sending.told.append)
        courier.pause()
    courier.close()
    assert not courier.state.running
    assert not [t for t in threading.enumerate() if t.name == "courier"]


def test_text_of_ones_own_and_a_placeholder_that_there_is_not(one: Station) -> None:
    words = load_words("es")
    said = sample(
        one.desk, MailSettings(sender="a@b.pe", subject="Para {nombre}"), MailThing.CERTIFICATE, words
    )
    assert said.subject == f"Para {said.to_name}"
    with pytest.raises(PersonFacingError, match="outbox-no-such-placeholder"):
        filled("Hola {apodo}", {"nombre": "x"})
    for bad in (MailSettings("", sender="a@b.pe"), MailSettings("h", sender="nadie")):
        with pytest.raises(PersonFacingError):
            keep_mail_settings(one.desk, bad)
    assert replace(one.desk) == one.desk


def test_a_mail_whose_text_can_not_be_filled_in_waits_on(sending: Sending) -> None:
    assert queue_all(sending.station) == 3
    desk = sending.station.desk
    bad = msgspec.structs.replace(mail_settings(desk), body="Estimada {nadie}:")
    with sending.station.file.unit() as unit:
        unit.keep_note("outbox", msgspec.json.encode(bad))
    wrong = sending.run().wrong
    assert wrong is not None
    assert wrong.sentence == "outbox-no-such-placeholder"
    states = {line.state for line in sending.lines().values() if line.has_address}
    assert states == {MailState.QUEUED}, "nothing was sent, so nothing is uncertain"
