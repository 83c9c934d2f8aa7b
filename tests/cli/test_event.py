"""`event`, `import`, `export`, `journal`, `doctor`, and the frame around every command."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from checkin_desktop.places import resource
from cli.conftest import FIRST, SECOND, Cli

DATA = Path(__file__).parents[1] / "rosters" / "data"
SHARED = Path("/work/shared/data/rosters")
MANIFEST = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))


def test_an_event_is_made_and_looked_at(cli: Cli, home: Path) -> None:
    path = home / "b.checkin"
    made = cli.ok("event", "create", "Cumbre", "--day", SECOND, "--day", FIRST, "--event", path, "--json")
    assert made.json == {"file": str(path), "name": "Cumbre", "days": [FIRST, SECOND]}
    info = cli.ok("event", "info", "--json").json
    assert set(info) == {
        *(
            "name",
            "days",
            "attendees",
            "admitted",
            "inside",
            "refused",
            "conflicts",
            "certificates",
            "entries",
        )
    }
    assert (info["name"], info["days"], info["attendees"]) == ("Cumbre", [FIRST, SECOND], 0)
    assert info["entries"] > 0
    points = cli.ok("event", "checkpoints").out.splitlines()
    assert points == ["20 de junio de 2025", "21 de junio de 2025"]
    assert [p["day"] for p in cli.ok("event", "checkpoints", "--json").json] == [FIRST, SECOND]
    again = cli("event", "create", "Cumbre", "--day", FIRST, "--event", path)
    assert (again.code, again.out) == (1, "")
    assert str(path) in again.err


@pytest.mark.parametrize("words", [("event", "info", "--event"), ("--event",)], ids=["after", "before"])
def test_the_event_may_be_named_anywhere(cli: Cli, event: Path, words: tuple[str, ...]) -> None:
    cli.ok("event", "create", "Otro", "--day", FIRST, "--event", event.with_name("other.checkin"))
    tail = () if "info" in words else ("event", "info")
    assert "Encuentro de prueba" in cli.ok(*words, event, *tail).out
    assert "Otro" in cli.ok("event", "info").out, "the last one opened"


def test_language(cli: Cli, event: Path) -> None:
    assert "Inscritos: 4" in cli.ok("event", "info").out
    assert "Inscritos" not in cli.ok("event", "info", "--lang", "en").out
    assert "was not found" in cli("event", "info", "--event", "none.checkin", "--lang=en").err


@pytest.mark.parametrize(
    "words",
    [
        ("event", "create"),
        ("event", "create", "X", "--day", "ayer"),
        ("event", "create", "X", "--day", FIRST, "--timezone", "Luna/Mar"),
        ("no-such-command",),
        ("check-in",),
        ("check-in", "1", "--at", "ayer"),
        ("badges", "--per-page", "7"),
        ("exchange",),
        ("event", "logo"),
        ("verify",),
        ("event", "info", "--lang", "fr"),
        ("event", "info", "--nonsense"),
    ],
)
def test_bad_usage_exits_2(cli: Cli, event: Path, words: tuple[str, ...]) -> None:
    answer = cli(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()


@pytest.mark.parametrize(
    "words",
    [
        ("event", "info", "--event", "none.checkin"),
        ("event", "info", "--event", "lista.csv"),
        ("import", "none.xlsx"),
        ("export", "people", "x.csv"),
        ("export", "roster", "x.docx"),
        ("check-in", "1", "--checkpoint", "Luna"),
        ("certificates", "--person", "Nadie"),
        ("event", "logo", "lista.csv"),
        ("exchange", "--hub", "http://hub"),
        ("decode", "none.png"),
    ],
)
def test_a_failure_is_one_sentence_on_stderr(cli: Cli, event: Path, words: tuple[str, ...]) -> None:
    answer = cli(*words)
    assert (answer.code, answer.out) == (1, "")
    assert len(answer.err.strip().splitlines()) == 1
    assert "inesperado" not in answer.err


def test_without_any_event_it_says_how_to_make_one(cli: Cli) -> None:
    answer = cli("event", "info")
    assert answer.code == 1
    assert "event create" in answer.err


def test_import_says_what_it_did_and_a_second_time_changes_nothing(
    cli: Cli, event: Path, people: Path
) -> None:
    again = cli.ok("import", people, "--json").json
    assert (again["new"], again["updated"], again["unchanged"]) == (0, 0, 4)
    assert {"document": "01234567", "name": "María del Carmen Ñahui Quispe"} in again["people"]
    people.write_text(people.read_text("utf-8").replace("Regidor", "Alcalde"), encoding="utf-8")
    dry = cli.ok("import", people, "--dry-run", "--json").json
    assert (dry["new"], dry["updated"], dry["unchanged"]) == (0, 1, 3)
    assert cli.ok("import", people, "--json").json["updated"] == 1
    assert cli.ok("event", "info", "--json").json["attendees"] == 4


@pytest.mark.parametrize(
    "folder", [DATA, pytest.param(SHARED, marks=pytest.mark.slow)], ids=["copies", "shared"]
)
@pytest.mark.parametrize("file", MANIFEST)
def test_the_public_lists_come_in_whole_and_once(cli: Cli, home: Path, file: str, folder: Path) -> None:
    if not (folder / file).is_file():
        pytest.skip(f"{folder} is not here")
    cli.ok("event", "create", "Lista", "--day", FIRST, "--event", home / "l.checkin")
    said = cli.ok("import", folder / file, "--json").json
    assert said["new"] == MANIFEST[file]["people"] == len(said["people"])
    for problem in said["problems"]:
        assert {"row", "column", "problem"} <= set(problem)
        assert problem["problem"]
    if "dnis" in MANIFEST[file]:
        assert sorted(p["document"] for p in said["people"]) == MANIFEST[file]["dnis"]
    if MANIFEST[file].get("rows_with_errors"):
        assert len({p["row"] for p in said["problems"]}) == MANIFEST[file]["rows_with_errors"]
    again = cli.ok("import", folder / file, "--json").json
    assert (again["new"], again["updated"], again["unchanged"]) == (0, 0, MANIFEST[file]["people"])


EVIL = '=HYPERLINK("http://x","y")'


@pytest.fixture
def evil(cli: Cli, event: Path, home: Path) -> Path:
    path = home / "evil.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=";").writerows(
            [["Nombres", "Apellidos", "DNI", "Institución"], ["Ana", "Prueba", "40000009", EVIL]]
        )
    cli.ok("import", path)
    return event


def test_reports_in_every_format(cli: Cli, attended: Path, home: Path) -> None:
    cli.ok("certificates")
    entries = cli.ok("event", "info", "--json").json["entries"]
    for kind, expected in (("roster", 4), ("attendance", 4), ("certificates", 3), ("journal", entries)):
        book, text, objects = (home / f"{kind}.{ending}" for ending in ("xlsx", "csv", "json"))
        for out in (book, text, objects):
            cli.ok("export", kind, out)
        rows = (
            len(CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()) - 1,
            len(list(csv.reader(io.StringIO(text.read_text("utf-8-sig"))))) - 1,
            len(json.loads(objects.read_text("utf-8"))),
        )
        assert rows == (expected,) * 3, kind


def test_no_formula_leaves_the_program(cli: Cli, evil: Path, home: Path) -> None:
    cli.ok("export", "roster", home / "r.csv")
    cells = [c for row in csv.reader(io.StringIO((home / "r.csv").read_text("utf-8-sig"))) for c in row]
    assert f"'{EVIL}" in cells
    assert not any(c.startswith(("=", "+", "-", "@")) for c in cells)
    cli.ok("export", "roster", home / "r.xlsx")
    rows = CalamineWorkbook.from_path(home / "r.xlsx").get_sheet_by_index(0).to_python()
    assert any(EVIL in row for row in rows), "shown as text, not calculated"


def test_the_journal_is_verified_rebuilt_and_named_in_a_line(cli: Cli, attended: Path) -> None:
    sound = cli.ok("journal", "verify", "--json").json
    assert sound == {
        "entries": cli.ok("event", "info", "--json").json["entries"],
        "sound": True,
        "faults": [],
    }
    digest = cli.ok("journal", "digest").out.strip()
    assert len(digest) == 64
    assert "iguales" in cli.ok("journal", "rebuild").out
    assert cli.ok("journal", "digest", "--json").json == {"digest": digest}


def test_logos_are_added_and_cleared(cli: Cli, event: Path) -> None:
    logos = [resource("demo", f"logo-{name}.png") for name in ("encuentro", "red")]
    assert "2 logos" in cli.ok("event", "logo", *logos).out
    assert "2 logos" in cli.ok("event", "logo", logos[0]).out, "again changes nothing"
    assert "un logo" in cli.ok("event", "logo", "--clear", logos[1]).out
    assert "ya no tiene" in cli.ok("event", "logo", "--clear").out


def test_doctor(cli: Cli, event: Path) -> None:
    found = cli.ok("doctor", "--json").json
    assert {c["check"] for c in found["checks"]} == {
        *("camera", "printer", "sound", "disk", "clock", "database", "decoder")
    }
    for check in found["checks"]:
        assert set(check) == {"check", "works", "detail", "advice"}
        assert (check["advice"] is None) == check["works"]
        assert not check["detail"].startswith("printing-"), "a sentence, not its id"
        assert "Discard all samples" not in check["detail"], "a device that nobody hears"
    assert found["ok"] == all(c["works"] for c in found["checks"])
    assert "Base de datos" in cli.ok("doctor").out


def real(*words: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "checkin_desktop", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=dict(os.environ),
        check=False,
        timeout=120,
    )


def test_a_real_process_answers_and_exits_0(event: Path) -> None:
    info = real("event", "info", "--json")
    assert (info.returncode, json.loads(info.stdout)["attendees"], info.stderr) == (0, 4, "")


@pytest.mark.slow
def test_a_real_process_fails_with_1_and_2_and_refuses_with_0(event: Path) -> None:
    failed = real("event", "info", "--event", "none.checkin")
    assert (failed.returncode, failed.stdout) == (1, "")
    assert "Traceback" not in failed.stderr
    assert real("no-such-command").returncode == 2
    refused = real("check-in", "99999999", "--at", f"{FIRST}T09:00", "--json")
    assert (refused.returncode, json.loads(refused.stdout)["verdict"]) == (0, "refused")


@pytest.mark.slow
def test_without_the_windows_libraries_one_sentence_says_so(home: Path) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from checkin_desktop.cli.main import run\nsys.exit(run([]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=dict(os.environ),
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "doctor" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_people_are_erased_for_good(cli: Cli, attended: Path, home: Path) -> None:
    assert cli("event", "erase", "--yes").code == 2
    kept = cli("event", "erase", "--all")
    assert (kept.code, "--yes" in kept.err) == (1, True)
    assert cli("event", "erase", "--person", "99999999", "--yes").code == 1
    assert cli.ok("event", "erase", "--person", "Juan Modelo Huamán", "--yes", "--json").json == {"erased": 1}
    assert "40000002" not in _exported(cli, home)
    assert "Ñahui" in _exported(cli, home)
    before = cli.ok("event", "info", "--json").json
    assert f"{before['attendees']} personas" in cli.ok("event", "erase", "--all", "--yes").out
    left = _exported(cli, home)
    assert "Ñahui" not in left
    assert "01234567" not in left
    assert "Mancomunidad Valle Sagrado" in left
    assert cli.ok("event", "info", "--json").json["admitted"] == before["admitted"] > 0
    assert cli.ok("journal", "verify").code == 0


def _exported(cli: Cli, home: Path) -> str:
    said = ""
    for kind in ("roster", "attendance", "certificates"):
        path = home / f"{kind}.csv"
        cli.ok("export", kind, path)
        said += path.read_text(encoding="utf-8-sig")
    return said
