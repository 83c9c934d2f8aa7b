"""`certificates --register`, `--requests`, `--ask`, `--alone`: the libro, and one desk that issues for the others."""

from dataclasses import replace
from pathlib import Path

import pytest

from checkin_desktop.domain.certifying import CertificateLanguage, VoidReason
from checkin_desktop.rosters.files import read_tables
from checkin_desktop.services.certificate_register import void
from checkin_desktop.services.certificates import review
from checkin_desktop.services.issuing_desk import certification, configure_certification
from checkin_desktop.startup.events import open_event
from cli.conftest import Cli
from support.papers import pages


@pytest.fixture
def second(cli: Cli, attended: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk that joined; `carry` brings both to the same."""
    monkeypatch.setenv("CHECKIN_PASSPHRASE", "llama-alpaca")
    other = home / "b.checkin"
    carry(cli, home, attended, other)
    return other


def carry(cli: Cli, home: Path, *desks: Path) -> None:
    for desk in (*desks, desks[0]):
        cli.ok("exchange", "--bundle", home / "stick.bundle", "--event", desk)


def test_the_register_accounts_for_every_number(cli: Cli, attended: Path, home: Path) -> None:
    cli.ok("certificates", "--eligible")
    with open_event(attended) as opened:
        serial = review(opened.desk)[0].serial
        assert serial is not None
        void(opened.desk, [serial], VoidReason.SPOILED, "se atascó")
    said = cli.ok("certificates", "--register", home / "libro.pdf", "--json").json
    assert (said["used"], said["sound"]) == (3, True)
    (mine,) = said["desks"]
    assert (mine["first"], mine["issued"], mine["revoked"], mine["void"], mine["unused_from"]) == (
        1,
        2,
        0,
        1,
        4,
    )
    (page,) = pages(home / "libro.pdf", dpi=40)
    assert "Nulo: hoja malograda: se atascó" in page.text
    assert "vigentes 2, anulados 0, nulos 1; sin usar desde el 4" in page.text
    assert "todos explicados" in cli.ok("certificates", "--register", home / "libro.xlsx").out
    register, account = read_tables(home / "libro.xlsx")
    assert (register.sheet, len(register.rows)) == ("Libro de registro", 3)
    assert account.sheet == "Cuenta de números"
    assert account.rows[0][1][1:] == ("1", "20000", "2", "0", "1", "4", "Completo")
    assert cli("certificates", "--register", home / "libro.txt").code == 1


def test_a_desk_asks_and_the_one_that_issues_answers(
    cli: Cli, attended: Path, second: Path, home: Path
) -> None:
    assert cli.ok("certificates", "--ask", "--json", "--event", second).json == {"asked": 3}
    assert "nuevo" in cli.ok("certificates", "--ask", "--event", second).out
    named = ("--person", "40000004", "--ask", "--reason", "Expuso por video")
    cli.ok("certificates", *named, "--event", second)
    assert cli.ok("certificates", "--requests", "--json", "--event", attended).json["requests"] == []
    carry(cli, home, second, attended)
    waiting = cli.ok("certificates", "--requests", "--json", "--event", attended).json["requests"]
    assert {(r["document"], r["reason"]) for r in waiting} >= {("40000004", "Expuso por video")}
    assert len(waiting) == 4
    told = cli.ok("certificates", "--requests", "--event", attended)
    assert "Óscar Inventado Peña" in told.out
    assert "--refuse" in told.err
    refused = ("--requests", "--person", "40000002", "--refuse", "ya lo recibió", "--json")
    assert cli.ok("certificates", *refused, "--event", attended).json == {
        "requests": [],
        "closed": 1,
        "waiting": 0,
    }
    done = cli.ok("certificates", "--requests", "--issue", "--json", "--event", attended).json
    assert (done["issued"], done["waiting"]) == (3, 0)
    carry(cli, home, attended, second)
    register = cli.ok("certificates", "--register", home / "r.pdf", "--json", "--event", second).json
    assert [(d["issued"], d["sound"]) for d in register["desks"]] == [(3, True), (0, True)]


def test_a_desk_issues_alone_with_a_reason_that_is_kept(cli: Cli, attended: Path, second: Path) -> None:
    said = cli.ok("certificates", "--person", "01234567", "--alone", "el bus ya sale", "--event", second)
    assert "--ask" not in said.err
    why = ("--person", "40000004", "--alone", "la mesa 1 no responde")
    cli.ok("certificates", *why, "--event", second)
    told = cli.ok("certificates", "--person", "40000002", "--event", second)
    assert "--ask" in told.err, "issuing here though another desk does is said"
    with open_event(second, for_writing=False) as opened:
        reasons = {
            x.attendee.person.document: (x.alone_reason, x.exception_reason) for x in review(opened.desk)
        }
    assert reasons["01234567"] == ("el bus ya sale", "")
    assert reasons["40000004"] == ("la mesa 1 no responde", "la mesa 1 no responde")
    cli.ok("certificates", "--eligible", "--event", attended)
    with open_event(attended, for_writing=False) as opened:
        assert not any(x.alone_reason for x in review(opened.desk)), "the desk that issues is not alone"


def test_whoever_is_missing_is_not_refused_barely(
    cli: Cli, attended: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("certificates", "--person", "40000004", "--event", attended)
    assert "sin datos" not in cli.ok(*asked).err, "the other desk was heard of just now"
    monkeypatch.setattr("checkin_desktop.services.freshness.SILENT_S", -1)
    assert "sin datos de la Mesa 2 desde las" in cli.ok(*asked).err
    for wrong in (("--issue",), ("--requests", "--ask"), ("--requests", "--issue", "--refuse", "x")):
        assert cli("certificates", *wrong).code == 2


def test_the_language_at_hand_is_not_that_of_the_certificates(cli: Cli, attended: Path, home: Path) -> None:
    with open_event(attended) as opened:
        both = replace(certification(opened.desk), language=CertificateLanguage.BOTH)
        configure_certification(opened.desk, both)
    for language in ("es", "en", "qu"):
        cli.ok("certificates", "--out", home / f"{language}.pdf", "--lang", language)
    drawn = {(home / f"{language}.pdf").read_bytes() for language in ("es", "en", "qu")}
    assert len(drawn) == 1
    assert "CERTIFICADO / CERTIFICATE" in pages(home / "en.pdf", dpi=20)[0].text
    with open_event(attended) as opened:
        configure_certification(opened.desk, replace(both, language=CertificateLanguage.ENGLISH))
    cli.ok("certificates", "--out", home / "again.pdf")
    assert (home / "again.pdf").read_bytes() in drawn, "what is issued stays as it was written"
