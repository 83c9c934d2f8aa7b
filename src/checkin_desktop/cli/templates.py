"""`templates`: the event's designs listed, exported, brought in, and seen as they print."""

import re
from dataclasses import replace
from pathlib import Path

import typer

from checkin_desktop.cli.context import answer, context_of, say
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.raster import page_png
from checkin_desktop.documents.template_images import check_image
from checkin_desktop.documents.texts import badge_texts, certificate_texts
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.services.desk import Desk, settings
from checkin_desktop.services.ports.documents import FrozenPage
from checkin_desktop.services.template_samples import (
    Sample,
    invented_person,
    sample_badge,
    sample_certificate,
)
from checkin_desktop.services.template_zip import read_template_zip, template_zip, zip_bytes
from checkin_desktop.services.templates import WholeTemplate, choices, save_template, template, templates
from checkin_desktop.startup.files import write_file
from checkin_desktop.words import Words

_WIDTH = 1754
"""Pixels: A4 landscape at 150 dpi."""
_templates = typer.Typer(help="Designs of certificates and badges.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(_templates, name="templates")


@_templates.command("list")
def list_templates(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """The event's own designs, then those that come with the program."""
    shared = context_of(context)
    with shared.reading(None) as desk:
        found, chosen = templates(desk), choices(desk)
    for stored in found:
        about = sorted(what or "*" for (_, what), one in chosen.items() if one == stored.id)
        t = stored.template
        if as_json:
            answer(
                {
                    "id": stored.id,
                    "name": t.name,
                    "use": t.use.value,
                    "width": t.width,
                    "height": t.height,
                    "shipped": stored.shipped,
                    "used_for": about,
                }
            )
        else:
            say(
                f"{t.name} · {t.use.value} · {t.width:g} × {t.height:g} mm · {stored.id} {' '.join(about)}".strip()
            )


@_templates.command("export")
def export_template(
    context: typer.Context,
    name: str = typer.Argument(..., help="Its name or its id."),
    file: Path = typer.Argument(..., help="The .zip to write."),
) -> None:
    """A design as one .zip, to be brought into another event."""
    shared = context_of(context)
    with shared.reading(Action.CONFIGURE) as desk:
        data = template_zip(_named(desk, name))
    write_file(file, data)
    say(shared.words.say("designer-exported", file=file.name))


@_templates.command("import")
def import_template(
    context: typer.Context, file: Path = typer.Argument(..., help="A .zip that was exported.")
) -> None:
    """A design from a .zip becomes one of the event's."""
    shared = context_of(context)
    read = read_template_zip(zip_bytes(file), check_image)
    with shared.writing(Action.CONFIGURE) as opened:
        save_template(opened.desk, read.template, read.images)
    say(shared.words.say("designer-saved", name=read.template.name))


@_templates.command("preview")
def preview_template(
    context: typer.Context,
    name: str = typer.Argument("", help="Its name or its id; none: all designs of certificates."),
    out: Path = typer.Option(Path("preview.pdf"), "--out", help="A .pdf to write, or a folder for pictures."),
) -> None:
    """Three pages each: the longest name of the event, the shortest, an example; as one PDF, or as PNG in a folder."""
    shared = context_of(context)
    with shared.reading(Action.CONFIGURE) as desk:
        wholes = [_named(desk, name)] if name else _of_certificates(desk)
        drawn = [(whole.stored.template.name, _preview(desk, whole, shared.words)) for whole in wholes]
    pdf = PdfPress().bind([page for _, some in drawn for page in some], "", shared.words.language)
    names = [f"{_plain(design)}-{sample.value}.png" for design, _ in drawn for sample in Sample]
    if out.suffix.lower() == ".pdf":
        write_file(out, pdf)
    else:
        out.mkdir(parents=True, exist_ok=True)
        for number, file in enumerate(names):
            write_file(out / file, page_png(pdf, number, _WIDTH))
    say(shared.words.say("cli-pdf-done", count=len(names), file=str(out)))


def _of_certificates(desk: Desk) -> list[WholeTemplate]:
    found = [s for s in templates(desk) if s.template.use is TemplateUse.CERTIFICATE]
    return [template(desk, stored.id) for stored in found]


def _plain(name: str) -> str:
    """A design's name as part of a file's."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "_"


def _preview(desk: Desk, whole: WholeTemplate, words: Words) -> list[FrozenPage]:
    drawn, press = whole.stored.template, PdfPress()
    invented = invented_person(
        words.say("designer-example-given"),
        words.say("designer-example-surnames"),
        words.say("designer-example-organisation"),
        words.say("designer-example-position"),
        "Cusco",
    )
    event, pages = settings(desk), []
    for sample in Sample:
        if drawn.use is TemplateUse.BADGE:
            filled = badge_texts(sample_badge(desk, sample, invented), event, words)
        else:
            face = sample_certificate(desk, sample, invented)
            filled = certificate_texts(replace(face, language=drawn.language or face.language), words)
        pages.append(press.draw(drawn, filled, whole.images))
    return pages


def _named(desk: Desk, name: str) -> WholeTemplate:
    """By its id, else its name, the event's own before a shipped one. Raises PersonFacingError."""
    found = [s.id for s in templates(desk) if name == s.id or name.casefold() == s.template.name.casefold()]
    if not found:
        raise PersonFacingError("cli-no-template", name=name)
    return template(desk, found[0])
