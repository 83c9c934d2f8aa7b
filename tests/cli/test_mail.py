"""Mail by the command line, over TLS to a real local server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.mail_server import PASSWORD, USER, Running, mail_server

from .conftest import Cli

ADDRESSES = "DNI;Nombres;Apellidos;Correo\n01234567;María del Carmen;Ñahui Quispe;maria@casa.example\n" + (
    "40000002;Juan;Modelo Huamán;juan@casa.example\n40000003;Rosa;Ejemplo Ríos;\n"
)


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    with mail_server(tmp_path / "mail") as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "mail" / "server.pem"))
        monkeypatch.setenv("CHECKIN_MAIL_PASSWORD", PASSWORD)
        yield server


@pytest.fixture
def ready(cli: Cli, attended: Path, home: Path, running: Running) -> Path:
    """Three certificates issued, two of their people have an address; the server is named."""
    (home / "correos.csv").write_text(ADDRESSES, encoding="utf-8")
    cli.ok("import", home / "correos.csv")
    cli.ok("certificates")
    server = running.server
    named = ("--sender", "red@red.example", "--username", USER, "--per-minute", "120")
    cli.ok("mail", "server", server.host, "--port", server.port, *named)
    return attended


def test_the_queue_is_sent_a_few_at_a_time(cli: Cli, ready: Path, running: Running) -> None:
    assert cli.ok("mail", "status", "--json").json["certificates"] | {"mails": 0} == {
        **dict.fromkeys(("queued", "sending", "sent", "failed", "uncertain", "cancelled"), 0),
        "never": 2,
        "without_address": 1,
        "mails": 0,
    }
    cli.ok("mail", "queue")
    cli.ok("mail", "queue")
    first = cli.ok("mail", "send", "--limit", "1", "--json").json
    assert first == {"sent": 1, "failed": 0, "waiting": 1, "stopped": None}
    running.box.recipients["juan@casa.example"] = "550 no such user"
    running.box.recipients["maria@casa.example"] = "550 no such user"
    assert cli.ok("mail", "send", "--json").json["failed"] == 1
    told = cli.ok("mail", "status").out
    assert "550" in told
    mails = cli.ok("mail", "status", "--json").json["certificates"]["mails"]
    assert sorted((x["state"], x["trouble"], x["here"]) for x in mails) == [
        ("failed", "address", True),
        ("sent", None, True),
    ]
    (mail,) = running.box.mails
    (file,) = mail.iter_attachments()
    assert file.get_content().startswith(b"%PDF")


def test_badges_to_one_person(cli: Cli, ready: Path, running: Running) -> None:
    cli.ok("mail", "queue", "badges", "--person", "40000002")
    assert cli.ok("mail", "send", "--json").json["sent"] == 1
    names = [x.get_filename() for x in running.box.mails[0].iter_attachments()]
    assert names == ["Credencial.pdf", "Credencial-QR.png"]
    cli.ok("mail", "queue", "badges", "--person", "40000002", "--again")
    assert cli.ok("mail", "send", "--json").json["sent"] == 1


def test_what_stops_sending_is_said_and_loses_nothing(
    cli: Cli, ready: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.ok("mail", "queue")
    monkeypatch.setenv("CHECKIN_MAIL_PASSWORD", "otra")
    refused = cli("mail", "send", "--json")
    assert (refused.code, refused.json["stopped"], refused.json["waiting"]) == (1, "login", 2)
    assert "clave de aplicación" in refused.err
    monkeypatch.delenv("CHECKIN_MAIL_PASSWORD")
    assert "CHECKIN_MAIL_PASSWORD" in cli("mail", "send").err
    monkeypatch.setenv("CHECKIN_MAIL_PASSWORD", PASSWORD)
    monkeypatch.delenv("SSL_CERT_FILE")
    assert cli("mail", "send", "--json").json["stopped"] == "not_trusted"
    assert running.box.mails == []


def test_without_a_server_the_next_step_is_said(cli: Cli, attended: Path) -> None:
    assert "smtp" in cli("mail", "send").err
    assert cli("mail", "server", "smtp.example", "--sender", "nadie").code == 1


def test_another_desks_queue_is_taken_over(
    cli: Cli, ready: Path, home: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKIN_PASSPHRASE", "tambo 2026")
    cli.ok("mail", "queue")
    cli.ok("exchange", "--bundle", home / "stick")
    cli.ok("exchange", "--bundle", home / "stick", "--event", home / "b.checkin", "--station", "Mesa 2")
    there = ("--event", home / "b.checkin")
    assert "smtp" in cli("mail", "send", *there).err
    here = [x["here"] for x in cli.ok("mail", "status", "--json", *there).json["certificates"]["mails"]]
    assert here == [False, False]
    assert "2 envíos" in cli.ok("mail", "take-over", "--reason", "se apagó", *there).out
    server = running.server
    named = ("--sender", "red@red.example", "--username", USER, "--per-minute", "120")
    cli.ok("mail", "server", server.host, "--port", server.port, *named, *there)
    assert cli.ok("mail", "send", "--limit", "1", "--json", *there).json["sent"] == 1
    for event in (there, ("--event", ready)):
        cli.ok("exchange", "--bundle", home / "stick", *event)
    assert cli.ok("mail", "send", "--json", "--event", ready).json == {
        "sent": 0,
        "failed": 0,
        "waiting": 0,
        "stopped": None,
    }
