"""`badges` and `list`: what is printed or sent before the event."""

from pathlib import Path

import typer

from checkin_desktop.cli.context import context_of, say
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.qr import badge_image
from checkin_desktop.documents.raster import join_pdfs
from checkin_desktop.documents.roll import draw_roll
from checkin_desktop.documents.texts import badge_texts
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.sheets import SHEETS, grid_of, sheet_named
from checkin_desktop.rosters.write import write_table
from checkin_desktop.services.badge_codes import FileNames, code_lines, merge_table
from checkin_desktop.services.badge_drawing import BadgePaper, BadgePress, badge_designs, size_for
from checkin_desktop.services.badges import (
    badge_faces,
    record_badges_printed,
    reserve_blank_badges,
    roll_lines,
)
from checkin_desktop.services.desk import Desk, settings
from checkin_desktop.startup.files import write_file
from checkin_desktop.startup.zip_file import write_zip
from checkin_desktop.words import LANGUAGES, Words

_SHEETS = ", ".join(layout.id for layout in SHEETS)
_PER_PAGE = {8: "shipped-credencial", 10: "shipped-credencial-10"}


def add_to(app: typer.Typer) -> None:
    app.command("badges")(badges)
    app.command("list")(paper_list)


def badges(
    context: typer.Context,
    blank: int = typer.Option(0, "--blank", help="So many blank badges instead."),
    unprinted: bool = typer.Option(False, "--unprinted", help="Only those not printed yet."),
    per_page: int = typer.Option(0, "--per-page", help="8 or 10 of the shipped designs on A4."),
    template: str = typer.Option("", "--template", help="A design's name or id; else each category's own."),
    sheet: str = typer.Option("a4", "--sheet", help=_SHEETS),
    start: int = typer.Option(1, "--start", min=1, help="The first free place of a sheet used already."),
    turned: bool = typer.Option(False, "--turned", help="On their side, with --sheet single."),
    languages: str = typer.Option("", "--languages", help="The category in these: es,en."),
    images: Path | None = typer.Option(None, "--images", help="QR pictures: a folder or a .zip."),
    merge: Path | None = typer.Option(None, "--merge", help="A list for a mail merge: .xlsx or .csv."),
    file_names: FileNames = typer.Option(
        FileNames.DOCUMENT, "--file-names", help="What pictures are called."
    ),
    out: Path = typer.Option(Path("badges.pdf"), "--out", help="The PDF to write."),
) -> None:
    """Badges on sheets or labels; or, before the event, QR pictures and the list for a mail merge."""
    shared = context_of(context)
    if images is not None or merge is not None:
        with shared.reading(Action.REPRINT_BADGE) as desk:
            _codes(desk, images, merge, file_names, shared.words)
        return
    if per_page and per_page not in _PER_PAGE:
        raise typer.BadParameter(f"--per-page: {', '.join(map(str, _PER_PAGE))}")
    spoken = tuple(filter(None, languages.split(",")))
    if not set(spoken) <= set(LANGUAGES):
        raise typer.BadParameter(f"--languages: {', '.join(LANGUAGES)}")
    with shared.writing(Action.REPRINT_BADGE) as opened:
        desk = opened.desk
        chosen = _design(desk, template) if template else _PER_PAGE.get(per_page, "")
        paper = BadgePaper(chosen, sheet_named(sheet), start - 1, turned, spoken)
        press = BadgePress(
            PdfPress(),
            badge_texts,
            join_pdfs,
            shared.words,
            shared.words.say("documents-badges-title", event=settings(desk).name),
        )
        grid_of(paper.sheet, *size_for(desk, paper))
        if blank:
            faces = reserve_blank_badges(desk, blank)
            write_file(out, press.bind(press.blank(desk, faces, paper), paper))
            say(shared.words.say("cli-pdf-done", count=blank, file=str(out)))
            return
        wanted = [i for i, _ in badge_faces(desk, only_unprinted=unprinted)]
        if not wanted:
            raise PersonFacingError("cli-nothing-to-print")
        drawn = press.people(desk, wanted, paper)
        write_file(out, press.bind(drawn.pages, paper))
        record_badges_printed(desk, drawn.attendee_ids)
    say(shared.words.say("cli-pdf-done", count=len(drawn.pages), file=str(out)))


def _codes(desk: Desk, images: Path | None, merge: Path | None, names: FileNames, words: Words) -> None:
    lines = code_lines(desk, names)
    if not lines:
        raise PersonFacingError("cli-nothing-to-print")
    if images is not None:
        if images.suffix.lower() == ".zip":
            codes = {line.file: line.code for line in lines}
            write_zip(images, list(codes), lambda file: (file, badge_image(codes[file])))
        else:
            for line in lines:
                write_file(images / line.file, badge_image(line.code))
        say(words.say("cli-pdf-done", count=len(lines), file=str(images)))
    if merge is not None:
        write_table(merge, *merge_table(lines, words))
        say(words.say("cli-pdf-done", count=len(lines), file=str(merge)))


def _design(desk: Desk, name: str) -> str:
    for template_id, design in badge_designs(desk):
        if name == template_id or name.casefold() == design.name.casefold():
            return template_id
    raise PersonFacingError("cli-no-template", name=name)


def paper_list(
    context: typer.Context,
    out: Path = typer.Option(Path("list.pdf"), "--out", help="The PDF to write."),
) -> None:
    """The alphabetical list with boxes, document and signature line, for when there is no power."""
    shared = context_of(context)
    with shared.reading(Action.SEARCH) as desk:
        lines, event = roll_lines(desk), settings(desk)
    write_file(out, draw_roll(lines, event, shared.words))
    say(shared.words.say("cli-pdf-done", count=len(lines), file=str(out)))
