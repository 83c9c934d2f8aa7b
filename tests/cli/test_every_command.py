"""The contract of the command line with who signs in: every command says what it needs, or why it needs nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from checkin_desktop.cli.commands import add_commands
from checkin_desktop.domain.operators import Role
from checkin_desktop.keys import pins
from checkin_desktop.services.operators import add, sign_in
from checkin_desktop.startup.events import open_event
from checkin_desktop.words import load_words

from .conftest import Cli

ES = load_words("es")
TEAM = {
    Role.STEWARD: ("Percy", "7854"),
    Role.DESK: ("Rosa", "6843"),
    Role.SUPERVISOR: ("Julián", "5832"),
    Role.ORGANISER: ("Ana", "4821"),
}
NEEDS: dict[str, tuple[Role, str]] = {
    "event logo": (Role.ORGANISER, "--clear"),
    "event checkpoints": (Role.STEWARD, ""),
    "event erase": (Role.ORGANISER, "--all --yes"),
    "event rules": (Role.STEWARD, ""),
    "event programme": (Role.ORGANISER, "programa.csv --dry-run"),
    "event days": (Role.ORGANISER, "--add 2025-06-22"),
    "event move": (Role.SUPERVISOR, "--from a --to b --since 2025-06-20 --until 2025-06-21"),
    "import": (Role.ORGANISER, "lista.csv --dry-run --json"),
    "export": (Role.SUPERVISOR, "journal salida.csv"),
    "badges": (Role.DESK, "--out b.pdf"),
    "list": (Role.DESK, "--out l.pdf"),
    "check-in": (Role.STEWARD, "40000002"),
    "scan": (Role.STEWARD, "--source pictures"),
    "certificates": (Role.DESK, "--json"),
    "exchange": (Role.SUPERVISOR, "--bundle mesas.bundle"),
    "meetings list": (Role.STEWARD, ""),
    "meetings import": (Role.SUPERVISOR, "reuniones.csv"),
    "meetings agenda": (Role.STEWARD, "--out a.pdf"),
    "meetings actas": (Role.DESK, "--out a.pdf"),
    "meetings summary": (Role.SUPERVISOR, "--out a.pdf"),
    "templates export": (Role.ORGANISER, "shipped-credencial d.zip"),
    "templates import": (Role.ORGANISER, "d.zip"),
    "templates preview": (Role.ORGANISER, "shipped-credencial"),
    "mail server": (Role.SUPERVISOR, "localhost --sender a@b.pe"),
    "mail queue": (Role.SUPERVISOR, ""),
    "mail take-over": (Role.SUPERVISOR, "--reason r"),
    "mail status": (Role.SUPERVISOR, "--json"),
    "mail send": (Role.SUPERVISOR, ""),
}
"""Command → the least role, and a command line that would do something."""
OPEN = {
    "event create": "makes another event",
    "event info": "counts, no names",
    "decode": "pictures, no event",
    "verify": "anybody may verify a certificate",
    "manifest": "public keys",
    "revocations": "serial numbers, published",
    "trust": "other events' public keys",
    "verification-page": "what is published",
    "templates list": "designs by name",
    "journal verify": "hashes",
    "journal rebuild": "computes tables anew, shows nothing",
    "journal digest": "a hash",
    "hub serve": "a server's own",
    "hub pair": "a server's own",
    "demo": "invented people",
    "lan-demo": "invented people",
    "lan-demo-desk": "invented people",
    "screenshots": "invented people",
    "doctor": "this computer",
}
SHOWN_OPENLY = ("event info --json", "templates list --json", "journal verify --json", "journal digest")


def commands(command: Any, before: str = "") -> Iterator[str]:
    """By their whole names; `command` is typer's own kind of group or command."""
    inside = getattr(command, "commands", None)
    if inside is None:
        yield before
        return
    for name, part in inside.items():
        yield from commands(part, f"{before} {name}".strip())


@pytest.fixture
def guarded(event: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    monkeypatch.setenv("CHECKIN_PASSPHRASE", "llama puna quinua sol")
    with open_event(event) as opened:
        name, pin = TEAM[Role.ORGANISER]
        first = add(opened.desk, name, Role.ORGANISER, pin, "llama puna quinua sol")
        sign_in(opened.desk, first.id, pin)
        for role, (name, pin) in TEAM.items():
            if role is not Role.ORGANISER:
                add(opened.desk, name, role, pin)
    (home / "pictures").mkdir()
    day = "2025-06-20"
    (home / "programa.csv").write_text(f"Día;Inicio;Fin;Título\n{day};09:00;10:00;Charla\n", encoding="utf-8")
    meetings = f"Día;Inicio;Mesa;Parte A;Parte B\n{day};09:00;Mesa 1;GORE Cusco;Mancomunidad Valle Sagrado\n"
    (home / "reuniones.csv").write_text(meetings, encoding="utf-8")
    return event


def test_every_command_says_what_it_needs() -> None:
    every = typer.Typer()
    add_commands(every)
    found = set(commands(typer.main.get_command(every)))
    assert found == NEEDS.keys() | OPEN.keys(), (
        "say in NEEDS what a new command needs, or in OPEN why nothing"
    )
    assert not NEEDS.keys() & OPEN.keys()


@pytest.mark.parametrize("command", NEEDS)
def test_nobody_without_the_role(
    cli: Cli, guarded: Path, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    least, rest = NEEDS[command]
    words = [*command.split(), *rest.split()]
    if command == "templates import":
        monkeypatch.setenv("CHECKIN_PIN", TEAM[Role.ORGANISER][1])
        cli.ok("--operator", "Ana", "templates", "export", "shipped-credencial", "d.zip")
    if command == "scan":
        from PIL import Image

        Image.new("RGB", (40, 40)).save(home / "pictures" / "a.png")
    monkeypatch.delenv("CHECKIN_PIN", raising=False)
    refused = cli(*words)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.strip() == ES.say("operators-sign-in-first")
    below = list(Role)[: list(Role).index(least)]
    if below:
        name, pin = TEAM[below[-1]]
        monkeypatch.setenv("CHECKIN_PIN", pin)
        refused = cli("--operator", name, *words)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err.strip() == ES.say(f"operators-needs-{least.value}")


def test_what_stays_open_names_nobody(cli: Cli, guarded: Path) -> None:
    for command in SHOWN_OPENLY:
        told = cli.ok(*command.split())
        assert not any(name in told.out for name in ("Quispe", "Modelo", "40000002", "Valle Sagrado")), (
            command
        )
