"""Mail to a real local server: under TLS or not at all, and what its refusals mean."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.mailing import MailTrouble
from checkin_desktop.mailing.smtp import SmtpMailer, wire_form
from checkin_desktop.services.outbox import is_address
from checkin_desktop.services.ports.mailing import Attached, MailError, MailServer, Message, Security
from support.mail_server import PASSWORD, Running, mail_server

PDF = b"%PDF-1.7\r\n.\r\n..dots and nothing\n\x00\xff" * 40
MAIL = Message(
    "0011223344@red.example",
    "certificados@red.example",
    "Red de Mancomunidades «Ñ»",
    "ana@casa.example",
    "Ana Ñahui Quispe",
    "Su certificado: Encuentro de prueba",
    "Hola, Ana:\n\n.\nEste punto solo no corta nada.\n",
    (Attached("0001-2025-ana-nahui.pdf", PDF), Attached("0001.png", b"\x89PNG", "image/png")),
)


@pytest.fixture(params=list(Security))
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    with mail_server(tmp_path, request.param) as found:
        yield found


def test_a_message_arrives_whole(running: Running) -> None:
    mailer = SmtpMailer(running.server, PASSWORD, running.trust)
    mailer.send(MAIL)
    mailer.send(replace(MAIL, message_id="2@red.example"))
    mailer.close()
    first, second = running.box.mails
    assert first["Message-ID"] == "<0011223344@red.example>"
    assert str(first["From"].addresses[0].display_name) == MAIL.sender_name
    assert first["Subject"] == MAIL.subject
    body, *attached = first.iter_parts()
    assert body.get_content().replace("\r\n", "\n") == MAIL.body
    assert [Attached(x.get_filename(), x.get_content(), x.get_content_type()) for x in attached] == list(
        MAIL.attachments
    )
    assert second["Message-ID"] == "<2@red.example>"


def refused(running: Running, message: Message = MAIL, password: str = PASSWORD) -> MailError:
    mailer = SmtpMailer(running.server, password, running.trust)
    with pytest.raises(MailError) as told:
        mailer.send(message)
    mailer.close()
    return told.value


def test_refusals_say_what_can_be_done(running: Running) -> None:
    running.box.recipients |= {
        "nadie@casa.example": "550 no such user",
        "luego@casa.example": "451 greylisted",
    }
    for address, trouble, code in (
        ("nadie@casa.example", MailTrouble.ADDRESS, 550),
        ("luego@casa.example", MailTrouble.BUSY, 451),
    ):
        error = refused(running, replace(MAIL, to=address))
        assert (error.trouble, error.code) == (trouble, code)
    running.box.after_data += ["552 too large"]
    assert refused(running).trouble is MailTrouble.REFUSED
    assert refused(running, password="otra").trouble is MailTrouble.LOGIN
    assert refused(running, replace(MAIL, to="no es\r\nBcc: x@y.example")).trouble is MailTrouble.ADDRESS
    assert running.box.mails == []


def test_a_line_cut_before_the_end_is_safe_to_try_again_and_after_it_is_not(running: Running) -> None:
    running.box.cut_at_recipient += [MAIL.to]
    assert refused(running).trouble is MailTrouble.CUT
    assert running.box.mails == []
    running.box.after_data += ["cut"]
    assert refused(running).trouble is MailTrouble.UNCERTAIN


def test_after_a_refusal_the_same_line_goes_on(running: Running) -> None:
    running.box.recipients["nadie@casa.example"] = "550 no such user"
    mailer = SmtpMailer(running.server, PASSWORD, running.trust)
    with pytest.raises(MailError):
        mailer.send(replace(MAIL, to="nadie@casa.example"))
    mailer.send(MAIL)
    mailer.close()
    assert running.box.addressed == [MAIL.to]


def test_a_server_that_nobody_vouches_for_gets_neither_password_nor_mail(running: Running) -> None:
    mailer = SmtpMailer(running.server, PASSWORD, ssl.create_default_context())
    with pytest.raises(MailError) as told:
        mailer.send(MAIL)
    assert told.value.trouble is MailTrouble.NOT_TRUSTED


def test_without_a_network_that_is_said() -> None:
    mailer = SmtpMailer(MailServer("127.0.0.1", 9, Security.STARTTLS), "")
    with pytest.raises(MailError) as told:
        mailer.send(MAIL)
    assert told.value.trouble is MailTrouble.NO_SERVER


ODD = "Ana\r\nBcc: x@y.example\x00\x0b\u2028Ñahui 😀"
CLEAN = "Ana Bcc: x@y.example Ñahui 😀"


def test_line_breaks_in_names_neither_stop_a_mail_nor_add_to_its_head(running: Running) -> None:
    mailer = SmtpMailer(running.server, PASSWORD, running.trust)
    odd = replace(MAIL, to_name=ODD, sender_name=ODD, subject=ODD, attachments=(Attached(f"{ODD}.pdf", PDF),))
    mailer.send(odd)
    mailer.close()
    (mail,) = running.box.mails
    assert mail["Bcc"] is None
    assert (mail["Subject"], str(mail["To"].addresses[0].display_name)) == (CLEAN, CLEAN)
    assert [x.get_filename() for x in mail.iter_attachments()] == [f"{CLEAN}.pdf"]


def test_what_no_mail_can_say_is_refused_with_its_own_reason(running: Running) -> None:
    half = "Ana\ud83d"
    for bad in (
        replace(MAIL, body=half),
        replace(MAIL, message_id="ñ\n@x"),
        replace(MAIL, attachments=(Attached("a.pdf", b"", "no\nkind/pdf"),)),
    ):
        assert refused(running, bad).trouble is MailTrouble.UNWRITABLE
    assert running.box.mails == []


@given(st.text(st.sampled_from("ab.@()[]:;\\'\"=?\x00\x7fé\u0301\u200b-_+%&~^ "), max_size=14))
@settings(max_examples=400, deadline=None)
def test_whatever_counts_as_an_address_can_be_written(text: str) -> None:
    address = f"{text}.pe"
    if is_address(address):
        assert address.encode() in wire_form(replace(MAIL, to=address, attachments=()))
