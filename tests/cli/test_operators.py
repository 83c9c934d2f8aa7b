"""Where people sign in, the command line asks for it too: `--operator` and CHECKIN_PIN."""

from pathlib import Path

import pytest

from checkin_desktop.domain.operators import Role
from checkin_desktop.keys import pins
from checkin_desktop.services.operators import add, sign_in
from checkin_desktop.startup.events import open_event
from checkin_desktop.words import load_words

from .conftest import Cli

ES = load_words("es")


@pytest.fixture
def guarded(event: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    with open_event(event) as opened:
        ana = add(opened.desk, "Ana", Role.ORGANISER, "4821", "llama puna quinua sol")
        sign_in(opened.desk, ana.id, "4821")
        add(opened.desk, "Percy", Role.STEWARD, "7854")
    return event


@pytest.mark.parametrize(
    "command",
    [
        ("export", "attendance", "salida.csv"),
        ("list", "--out", "lista.pdf"),
        ("exchange", "--bundle", "mesas.bundle"),
    ],
)
def test_what_is_read_or_carried_away_needs_a_role(
    cli: Cli, guarded: Path, home: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("CHECKIN_PASSPHRASE", "llama puna quinua sol")
    assert cli(*command).code != 0
    assert not (home / command[-1]).exists()
    monkeypatch.setenv("CHECKIN_PIN", "7854")
    assert cli("--operator", "Percy", *command).code != 0
    monkeypatch.setenv("CHECKIN_PIN", "1111")
    assert cli("--operator", "Ana", *command).code != 0
    assert not (home / command[-1]).exists()
    monkeypatch.setenv("CHECKIN_PIN", "4821")
    cli.ok("--operator", "Ana", *command)
    assert (home / command[-1]).exists()


def test_counts_stay_open(cli: Cli, guarded: Path) -> None:
    assert cli.ok("event", "info", "--json").json["attendees"] == 4
