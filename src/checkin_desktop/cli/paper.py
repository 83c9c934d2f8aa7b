"""`badges` and `list`: what is printed before the event."""

from pathlib import Path

import typer

from checkin_desktop.cli.context import context_of, say
from checkin_desktop.documents.badges import LAYOUTS, draw_badges
from checkin_desktop.documents.roll import draw_roll
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.badges import (
    badge_faces,
    record_badges_printed,
    reserve_blank_badges,
    roll_lines,
)
from checkin_desktop.services.desk import settings
from checkin_desktop.startup.files import write_file


def add_to(app: typer.Typer) -> None:
    app.command("badges")(badges)
    app.command("list")(paper_list)


def badges(
    context: typer.Context,
    blank: int = typer.Option(0, "--blank", help="So many blank badges instead."),
    unprinted: bool = typer.Option(False, "--unprinted", help="Only those not printed yet."),
    per_page: int = typer.Option(8, "--per-page", help="8 or 10."),
    out: Path = typer.Option(Path("badges.pdf"), "--out", help="The PDF to write."),
) -> None:
    """Badge sheets with QR codes and cut marks."""
    shared = context_of(context)
    if per_page not in LAYOUTS:
        raise typer.BadParameter(f"--per-page: {', '.join(map(str, LAYOUTS))}")
    with shared.writing() as opened:
        event = settings(opened.desk)
        if blank:
            write_file(
                out, draw_badges(reserve_blank_badges(opened.desk, blank), event, shared.words, per_page)
            )
            say(shared.words.say("cli-pdf-done", count=blank, file=str(out)))
            return
        faces = badge_faces(opened.desk, only_unprinted=unprinted)
        if not faces:
            raise PersonFacingError("cli-nothing-to-print")
        write_file(out, draw_badges([face for _, face in faces], event, shared.words, per_page))
        record_badges_printed(opened.desk, [attendee_id for attendee_id, _ in faces])
    say(shared.words.say("cli-pdf-done", count=len(faces), file=str(out)))


def paper_list(
    context: typer.Context,
    out: Path = typer.Option(Path("list.pdf"), "--out", help="The PDF to write."),
) -> None:
    """The alphabetical list with boxes, document and signature line, for when there is no power."""
    shared = context_of(context)
    with shared.reading() as desk:
        lines, event = roll_lines(desk), settings(desk)
    write_file(out, draw_roll(lines, event, shared.words))
    say(shared.words.say("cli-pdf-done", count=len(lines), file=str(out)))
