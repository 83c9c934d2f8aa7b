"""`event rules` and `event programme`: the organiser's rules as they stand, a programme from a spreadsheet."""

from pathlib import Path
from typing import Any

import typer

from checkin_desktop.cli.context import answer, context_of, moment, say, tell
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.rules import AdmissionRule
from checkin_desktop.rosters.programme import read_programme
from checkin_desktop.services.desk import checkpoint_named, checkpoints, settings
from checkin_desktop.services.import_programme import Change, PlannedSession, import_programme, plan_programme
from checkin_desktop.services.moving import move_passages
from checkin_desktop.services.ports.programme import ProgrammeProblem
from checkin_desktop.services.rules import rules
from checkin_desktop.words import Words
from checkin_desktop.words.rules import RuleWords, rule_words


def add_to(event: typer.Typer) -> None:
    event.command("rules")(list_rules)
    event.command("programme")(programme)
    event.command("move")(move)


def list_rules(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """The organiser's rules, in the order in which they are read: who, where, when, how often, and what then."""
    shared = context_of(context)
    with shared.reading(Action.SCAN) as desk:
        found, names = rules(desk), {c.id: c.name for c in checkpoints(desk)}
    said = [(rule, rule_words(shared.words, rule, names)) for rule in found]
    if as_json:
        answer([_rule(number, rule, words) for number, (rule, words) in enumerate(said, 1)])
        return
    for number, (_, words) in enumerate(said, 1):
        say(f"{number}. " + " | ".join(words.cells))
    if not said:
        say(shared.words.say("cli-no-rules"))


def _rule(number: int, rule: AdmissionRule, words: RuleWords) -> dict[str, Any]:
    return {
        "number": number,
        "id": rule.id,
        "effect": rule.effect.value,
        "who": words.who,
        "where": words.where,
        "when": words.when,
        "often": words.often,
        "sentence": rule.sentence,
    }


def programme(
    context: typer.Context,
    file: Path = typer.Argument(..., help="xlsx, xls, ods, csv or text: day, start, end, title, room …"),
    sheet: str = typer.Option("", "--sheet", help="Only this sheet."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Say what would happen, write nothing."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """A programme from a spreadsheet; importing it again updates and never doubles."""
    shared = context_of(context)
    with shared.reading(Action.CONFIGURE) as desk:
        days = settings(desk).days
    reading = read_programme(file, days, sheet or None)
    if dry_run:
        with shared.reading(Action.CONFIGURE) as desk:
            plan = plan_programme(desk, reading)
    else:
        with shared.writing(Action.CONFIGURE) as opened:
            plan = import_programme(opened.desk, reading)
    counted = {change.value: plan.count(change) for change in Change}
    if as_json:
        problems = [_problem(p, shared.words) for p in reading.problems]
        answer({**counted, "sessions": [_session(s) for s in plan.sessions], "problems": problems})
        return
    for problem in reading.problems:
        said = problem_words(shared.words, problem)
        tell(shared.words.say("cli-import-problem", row=problem.row, column=problem.column, problem=said))
    say(shared.words.say("cli-programme-dry" if dry_run else "cli-programme-done", **counted))


def move(
    context: typer.Context,
    from_: str = typer.Option(..., "--from", help="The checkpoint where this desk stood, by name or id."),
    to: str = typer.Option(..., "--to", help="The checkpoint where the scans belong."),
    since: str = typer.Option(..., "--since", help="From when, ISO 8601."),
    until: str = typer.Option(..., "--until", help="Until when, ISO 8601; the minute included."),
    reason: str = typer.Option("", "--reason"),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """This desk's entries and exits of a while from the wrong checkpoint to the right one; moving them back is
    the same with both names exchanged."""
    shared = context_of(context)
    with shared.writing(Action.MOVE_PASSAGES) as opened:
        desk, known = opened.desk, checkpoints(opened.desk)
        source, target = checkpoint_named(known, from_), checkpoint_named(known, to)
        first, last = moment(since, desk), moment(until, desk)
        if first is None or last is None:
            raise typer.BadParameter("--since, --until")
        moved = move_passages(desk, source.id, target.id, first, last, reason)
    count = len(moved.entries)
    if as_json:
        answer({"moved": count, "from": source.name, "to": target.name})
    else:
        say(shared.words.say("moving-done", count=count))


def problem_words(words: Words, problem: ProgrammeProblem) -> str:
    return words.say(problem.sentence, value=problem.value)


def _problem(problem: ProgrammeProblem, words: Words) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "problem": problem_words(words, problem),
        "kind": problem.kind.value,
        "refused": problem.refuses_row,
    }


def _session(planned: PlannedSession) -> dict[str, Any]:
    c = planned.checkpoint
    return {
        "row": planned.row,
        "change": planned.change.value,
        "day": c.day.isoformat(),
        "starts": f"{c.starts:%H:%M}" if c.starts else None,
        "ends": f"{c.ends:%H:%M}" if c.ends else None,
        "name": c.name,
        "room": c.room,
        "kind": c.session_kind.value if c.session_kind else c.kind.value,
        "speakers": list(c.speakers),
        "capacity": c.capacity,
    }
