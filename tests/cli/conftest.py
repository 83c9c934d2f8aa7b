"""The command line as a person uses it: a home of its own, what it prints, how it exits."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checkin_desktop.cli.main import run

PEOPLE = """Nombres;Apellidos;DNI;Institución;Cargo;Categoría
María del Carmen;Ñahui Quispe;01234567;Mancomunidad Valle Sagrado;Alcaldesa;PONENTE
Juan;Modelo Huamán;40000002;Mancomunidad Valle Sagrado;Regidor;Asistente
Rosa;Ejemplo Ríos;40000003;GORE Cusco;;Asistente
Óscar;Inventado Peña;40000004;GORE Cusco;;Panelista
"""
FIRST, SECOND = "2025-06-20", "2025-06-21"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout; fails if there is anything else."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class Cli:
    """Called with the words of a command line."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> Answer:
        self._capsys.readouterr()
        code = run([str(word) for word in words])
        said = self._capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Answer(code, said.out, said.err)

    def ok(self, *words: object) -> Answer:
        answer = self(*words)
        assert answer.code == 0, answer
        return answer


@pytest.fixture
def cli(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.delenv("CHECKIN_PASSPHRASE", raising=False)
    monkeypatch.chdir(home)
    return Cli(capsys)


@pytest.fixture
def people(home: Path) -> Path:
    path = home / "lista.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


@pytest.fixture
def event(cli: Cli, home: Path, people: Path) -> Path:
    """A two-day event with four people, opened last."""
    path = home / "a.checkin"
    cli.ok(
        *("event", "create", "Encuentro de prueba", "--day", FIRST, "--day", SECOND, "--event", path),
        *("--city", "Cusco", "--issuer", "Red Andina", "--hours", "16"),
    )
    cli.ok("import", people)
    return path


@pytest.fixture
def attended(cli: Cli, event: Path) -> Path:
    """Three came on both days, Óscar on none."""
    for day in (FIRST, SECOND):
        cli.ok("check-in", "01234567", "40000002", "40000003", "--at", f"{day}T09:00")
    return event
