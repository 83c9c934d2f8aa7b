"""`event programme`, `event rules` and `check-in --what-if`."""

from pathlib import Path

import pytest

from checkin_desktop.domain.people import Category
from checkin_desktop.domain.rules import AdmissionRule, Effect, Often
from checkin_desktop.services.rules import state_rule
from checkin_desktop.startup.events import open_event
from cli.conftest import FIRST, SECOND, Cli

PROGRAMME = """Programa del encuentro;;;;;;;
;;;;;;;
Día;Hora de inicio;Fin;Título de la sesión;Sala;Tipo;Ponentes;Aforo
20/06/2025;09:00;10:30;Conferencia inaugural;Paraninfo;Conferencia;Ana Ñahui y Luis Paz;400
;11:00;12:30;Mesa de agua;Sala Quilla;Mesa de trabajo;;40
;13.00;14.00;Almuerzo;Patio;;;
Día 2;9:00 a. m.;10:00 a. m.;Panel: Caminos;Paraninfo;;Eva Paz, Rita Luz;
22/06/2025;09:00;10:00;Otro día;;;;
21 de junio;;;;Sala Inti;;;
Día 2;mañana;;Bilateral 1;Mesa 1;;;-3
"""


@pytest.fixture
def programme(home: Path) -> Path:
    path = home / "programa.csv"
    path.write_text(PROGRAMME, encoding="utf-8")
    return path


def test_a_programme_comes_from_a_spreadsheet_and_never_doubles(
    cli: Cli, event: Path, programme: Path
) -> None:
    dry = cli.ok("event", "programme", programme, "--dry-run", "--json").json
    assert (dry["new"], dry["updated"], dry["unchanged"]) == (5, 0, 0)
    assert len(cli.ok("event", "checkpoints").out.splitlines()) == 2
    done = cli.ok("event", "programme", programme, "--json").json
    assert done["new"] == 5
    assert done["sessions"][0] == {
        "row": 4,
        "change": "new",
        "day": FIRST,
        "starts": "09:00",
        "ends": "10:30",
        "name": "Conferencia inaugural",
        "room": "Paraninfo",
        "kind": "talk",
        "speakers": ["Ana Ñahui", "Luis Paz"],
        "capacity": 400,
    }
    assert [(s["day"], s["starts"], s["kind"]) for s in done["sessions"][1:]] == [
        (FIRST, "11:00", "working_table"),
        (FIRST, "13:00", "once"),
        (SECOND, "09:00", "panel"),
        (SECOND, None, "bilateral"),
    ]
    assert [(p["row"], p["kind"], p["refused"]) for p in done["problems"]] == [
        (8, "bad_day", True),
        (9, "no_title", True),
        (10, "bad_time", False),
        (10, "bad_capacity", False),
    ]
    again = cli.ok("event", "programme", programme, "--json").json
    assert (again["new"], again["updated"], again["unchanged"]) == (0, 0, 5)
    text = PROGRAMME.replace("Mesa de agua", "Mesa de agua y cuencas").replace(";Fin;", ";Final;")
    programme.write_text(text.replace("09:00;10:30;Conferencia", "09:30;10:30;Conferencia"), encoding="utf-8")
    changed = cli.ok("event", "programme", programme, "--json").json
    assert (changed["new"], changed["updated"], changed["unchanged"]) == (0, 2, 3)
    assert len(cli.ok("event", "checkpoints").out.splitlines()) == 7


def test_a_list_without_sessions_says_what_it_should_hold(cli: Cli, event: Path, people: Path) -> None:
    answer = cli("event", "programme", people)
    assert answer.code == 1
    assert "día, inicio, fin, título, sala" in answer.err


def test_rules_are_listed_and_tried_out(cli: Cli, event: Path) -> None:
    assert "Reglas" in cli.ok("event", "rules").out
    with open_event(event) as opened:
        speakers = frozenset({Category.SPEAKER})
        state_rule(
            opened.desk, AdmissionRule("r1", categories=speakers, sentence="Los ponentes van por el jardín")
        )
        state_rule(opened.desk, AdmissionRule("r2", often=Often.TIMES, times=3, effect=Effect.ALLOW))
    assert cli.ok("event", "rules").out.splitlines() == [
        "1. Ponente | En todo el evento | Siempre | Nunca | No ingresa: «Los ponentes van por el jardín»",
        "2. Todas las personas | En todo el evento | Siempre | 3 veces | Ingresa",
    ]
    assert [r["id"] for r in cli.ok("event", "rules", "--json").json] == ["r1", "r2"]
    entries = cli.ok("event", "info", "--json").json["entries"]
    said = cli.ok("check-in", "01234567", "40000002", "--what-if", "--at", f"{FIRST}T09:00", "--json").lines
    assert [(v["verdict"], v["reason"], v["rule_number"], v["entry"]) for v in said] == [
        ("refused", "custom", 1, None),
        ("admitted", None, 2, None),
    ]
    told = cli.ok("check-in", "01234567", "--what-if", "--at", f"{FIRST}T09:00").out
    assert "Los ponentes van por el jardín · decide la regla 1" in told
    assert cli.ok("event", "info", "--json").json["entries"] == entries
    assert "--checkpoint" in cli("check-in", "01234567", "--what-if", "--at", "2025-01-01T09:00").err


def test_scans_are_moved_and_moved_back(cli: Cli, event: Path, programme: Path) -> None:
    cli.ok("event", "programme", programme)
    cli.ok("check-in", "01234567", "40000002", "--at", f"{FIRST}T09:00")
    span = ("--since", f"{FIRST}T08:30", "--until", f"{FIRST}T09:00", "--json")
    day, talk = "20 de junio de 2025", "Conferencia inaugural"
    assert cli.ok("event", "move", "--from", day, "--to", talk, *span).json == {
        "moved": 2,
        "from": day,
        "to": talk,
    }
    assert cli("event", "move", "--from", day, "--to", talk, *span).code == 1
    assert cli.ok("event", "move", "--from", talk, "--to", day, *span).json["moved"] == 2


def test_the_events_days_are_changed(cli: Cli, event: Path, programme: Path) -> None:
    assert cli.ok("event", "days", "--json").json == {"days": [FIRST, SECOND]}
    cli.ok("event", "programme", programme)
    told = cli.ok("event", "days", "--move", f"{FIRST}=2025-06-28", "--add", "2025-06-22", "--json").json
    assert told == {"days": [SECOND, "2025-06-22", "2025-06-28"]}
    again = cli.ok("event", "programme", programme, "--dry-run", "--json").json
    assert again["problems"][0]["kind"] == "bad_day", "the list still says the old date"
    assert "2025-06-22" in [s["day"] for s in again["sessions"]], "the day that was lacking is there now"
    cli.ok("event", "days", "--remove", "2025-06-22")
    assert cli("event", "days", "--remove", "2025-06-22").code == 2
    assert cli("event", "days", "--add", "mañana").code == 2
    assert cli("event", "days", "--add", SECOND).code == 1
