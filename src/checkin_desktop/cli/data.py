"""`import` and `export`: spreadsheets in and out."""

from pathlib import Path
from typing import Any

import typer

from checkin_desktop.cli.context import answer, context_of, say, tell
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.rosters.columns import parse_mapping
from checkin_desktop.rosters.files import read_tables
from checkin_desktop.rosters.read import chosen_tables, read_people
from checkin_desktop.rosters.write import write_table
from checkin_desktop.services.import_roster import import_roster, plan_import
from checkin_desktop.services.ports.rosters import Problem
from checkin_desktop.services.reports import KINDS, report
from checkin_desktop.words import Words


def add_to(app: typer.Typer) -> None:
    app.command("import")(import_file)
    app.command("export")(export)


def import_file(
    context: typer.Context,
    file: Path = typer.Argument(..., help="xlsx, xls, ods, csv or text."),
    sheet: list[str] = typer.Option([], "--sheet", help="Only this sheet; may be repeated."),
    map_: str = typer.Option("", "--map", help='Columns as "Heading=field,Heading=field".'),
    dry_run: bool = typer.Option(False, "--dry-run", help="Say what would happen, write nothing."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """A spreadsheet into the roster; importing it again updates and never doubles."""
    shared = context_of(context)
    tables = chosen_tables(read_tables(file, hidden=bool(sheet)), sheet or None)
    reading = read_people(tables, parse_mapping(map_, tables) if map_ else None, file=file.name)
    if dry_run:
        with shared.reading(Action.CONFIGURE) as desk:
            plan = plan_import(desk, reading)
    else:
        with shared.writing(Action.CONFIGURE) as opened:
            plan = import_roster(opened.desk, reading)
    counted = {"new": plan.new, "updated": plan.updated, "unchanged": plan.unchanged}
    if as_json:
        people = [{"document": document, "name": name} for document, name in plan.people]
        answer(
            {**counted, "people": people, "problems": [_problem(p, shared.words) for p in reading.problems]}
        )
        return
    for problem in reading.problems:
        said = _problem(problem, shared.words)
        tell(
            shared.words.say(
                "cli-import-problem", row=said["row"], column=said["column"], problem=said["problem"]
            )
        )
    say(shared.words.say("cli-import-dry" if dry_run else "cli-import-done", **counted))


def export(
    context: typer.Context,
    kind: str = typer.Argument(..., help="roster, attendance, certificates or journal."),
    file: Path = typer.Argument(..., help="The file to write: .xlsx, .csv or .json."),
) -> None:
    """Reports as a spreadsheet, free of live formulas."""
    shared = context_of(context)
    if kind not in KINDS:
        raise PersonFacingError("cli-export-kind", kind=kind)
    with shared.reading(Action.SEE_REPORTS) as desk:
        headings, rows = report(desk, kind, shared.words)
    write_table(file, headings, rows)
    say(shared.words.say("cli-export-done", count=len(rows), file=str(file)))


def _problem(problem: Problem, words: Words) -> dict[str, Any]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "problem": words.say(problem.sentence, value=problem.value),
        "kind": problem.kind.value,
        "refused": problem.refuses_row,
    }
