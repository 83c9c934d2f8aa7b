"""`meetings`: a spreadsheet in, the programme and its papers out."""

import json
from pathlib import Path

import pypdfium2
import pytest

from checkin_desktop.cli.main import run
from checkin_desktop.rosters.write import write_table


def test_import_list_and_papers(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["event", "create", "Encuentro", "--day", "2025-10-09"]) == 0
    rows = [
        ("2025-10-09", "9:00", "Mesa 1", "Alto", "Bajo", "Riego"),
        ("2025-10-09", "nunca", "Mesa 1", "Alto", "Bajo", ""),
    ]
    write_table(home / "programa.xlsx", ("Día", "Inicio", "Mesa", "Parte A", "Parte B", "Tema"), rows)
    capsys.readouterr()
    assert run(["meetings", "import", str(home / "programa.xlsx"), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 1
    assert run(["meetings", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(["meetings", "import", str(home / "programa.xlsx"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], [(p["row"], p["refused"]) for p in told["problems"]]) == (
        1,
        [(2, False), (2, False), (3, True)],
    )
    assert run(["meetings", "list", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["starts"], one["table"], one["a"], one["state"]) == ("09:00", "Mesa 1", "Alto", "scheduled")
    for name, more in (("agenda", ["--by-party"]), ("agenda", []), ("actas", []), ("summary", [])):
        out = home / f"{name}{len(more)}.pdf"
        assert run(["meetings", name, "--out", str(out), *more]) == 0
        assert len(pypdfium2.PdfDocument(out)) >= 1
    for kind in ("meetings", "delegations", "summary"):
        assert run(["export", kind, str(home / f"{kind}.csv")]) == 0
        assert (home / f"{kind}.csv").read_text(encoding="utf-8-sig").count("\n") >= 1
    assert run(["meetings", "list"]) == 0
    assert "Alto con Bajo" in capsys.readouterr().out
