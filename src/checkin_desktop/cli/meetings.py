"""`meetings`: the programme of bilateral meetings, in and out."""

from pathlib import Path
from typing import Any

import typer

from checkin_desktop.cli.context import answer, context_of, say, tell
from checkin_desktop.documents.acta import draw_actas
from checkin_desktop.documents.agenda import draw_agendas, draw_summary
from checkin_desktop.domain.operators import Action
from checkin_desktop.rosters.schedule import read_schedule
from checkin_desktop.services.desk import settings
from checkin_desktop.services.import_meetings import import_meetings, plan_meetings
from checkin_desktop.services.meeting_papers import acta_face, agenda, agendas_by_party, summary_face
from checkin_desktop.services.meetings import MeetingLine, meetings
from checkin_desktop.startup.files import write_file

_room = typer.Typer(help="Bilateral meetings: list, import, agenda, actas, summary.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    _room.command("list")(list_meetings)
    _room.command("import")(import_file)
    _room.command("agenda")(print_agenda)
    _room.command("actas")(print_actas)
    _room.command("summary")(print_summary)
    app.add_typer(_room, name="meetings")


def list_meetings(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """Every meeting by day, time and table."""
    shared = context_of(context)
    with shared.reading(Action.SCAN) as desk:
        found = meetings(desk)
    if as_json:
        answer([_meeting(one) for one in found])
        return
    for one in found:
        place = one.meeting.place
        say(
            shared.words.say(
                "cli-meeting",
                day=place.day.isoformat(),
                starts=f"{place.starts:%H:%M}",
                table=place.table or "-",
                a=one.a,
                b=one.b,
                state=shared.words.say(f"meeting-state-{one.meeting.state.value}"),
            )
        )


def import_file(
    context: typer.Context,
    file: Path = typer.Argument(..., help="Day, start, table, party A, party B, topic."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Say what would happen, write nothing."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """A spreadsheet into the programme; importing it again updates and never doubles."""
    shared = context_of(context)
    with shared.reading(Action.SETTLE) as desk:
        reading = read_schedule(file, settings(desk).days)
        done = plan_meetings(desk, reading)
    if not dry_run:
        with shared.writing(Action.SETTLE) as opened:
            done = import_meetings(opened.desk, reading)
    words = shared.words
    problems = [(p.row, words.say(p.sentence, value=p.value), True) for p in reading.problems]
    problems += [(w.row, words.say(w.sentence, **dict(w.arguments)), False) for w in done.warnings]
    counted = {"new": done.new, "updated": done.updated, "unchanged": done.unchanged}
    if as_json:
        told = [{"row": row, "problem": text, "refused": refused} for row, text, refused in sorted(problems)]
        answer({**counted, "problems": told})
        return
    for row, text, refused in sorted(problems):
        tell(words.say("cli-meetings-refused" if refused else "cli-meetings-warned", row=row, problem=text))
    say(words.say("cli-meetings-dry" if dry_run else "meetings-import-done", **counted))


def print_agenda(
    context: typer.Context,
    out: Path = typer.Option(Path("agenda.pdf"), "--out", help="The PDF to write."),
    by_party: bool = typer.Option(False, "--by-party", help="A page for each party instead."),
) -> None:
    """The programme as a PDF, whole or for each party."""
    shared = context_of(context)
    with shared.reading(Action.SCAN) as desk:
        found, event = meetings(desk), settings(desk)
    agendas = agendas_by_party(found) if by_party and found else (agenda(found),)
    write_file(out, draw_agendas(agendas, event, shared.words))
    say(shared.words.say("cli-pdf-done", count=len(found), file=str(out)))


def print_actas(
    context: typer.Context,
    out: Path = typer.Option(Path("actas.pdf"), "--out", help="The PDF to write."),
    written: bool = typer.Option(False, "--written", help="Only those with an acta typed."),
) -> None:
    """An acta for each meeting: filled as typed, else with lines to write on."""
    shared = context_of(context)
    with shared.reading(Action.REGISTER) as desk:
        found = [one for one in meetings(desk) if one.acta is not None or not written]
        event = settings(desk)
    write_file(out, draw_actas([acta_face(one) for one in found], event, shared.words))
    say(shared.words.say("cli-pdf-done", count=len(found), file=str(out)))


def print_summary(
    context: typer.Context,
    out: Path = typer.Option(Path("summary.pdf"), "--out", help="The PDF to write."),
) -> None:
    """For the report: organisations and regions present, meetings held, arrivals, attendance by session."""
    shared = context_of(context)
    with shared.reading(Action.SEE_REPORTS) as desk:
        face, event = summary_face(desk), settings(desk)
    write_file(out, draw_summary(face, event, shared.words))
    say(shared.words.say("cli-pdf-done", count=1, file=str(out)))


def _meeting(one: MeetingLine) -> dict[str, Any]:
    place = one.meeting.place
    return {
        "id": one.id,
        "day": place.day.isoformat(),
        "starts": f"{place.starts:%H:%M}",
        "ends": f"{place.ends:%H:%M}",
        "table": place.table,
        "a": one.a,
        "b": one.b,
        "topic": one.meeting.topic,
        "state": one.meeting.state.value,
        "absent": [side.value for side in one.meeting.absent],
        "acta": one.acta is not None,
        "disputed": one.meeting.disputed,
        "clashing": one.clashing,
    }
