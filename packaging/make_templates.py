"""Makes resources/templates, the designs that are shipped: `python packaging/make_templates.py`.

Run again after a change; the same bytes come out.
"""

import hashlib
import json
import shutil
from dataclasses import fields
from pathlib import Path

from make_backgrounds import HEIGHT, WIDTH, institutional_paper, modern_paper
from make_badges import badge_templates

from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Family,
    Picture,
    PictureSource,
    Template,
    TemplateUse,
    Text,
    Vertical,
    Weight,
    template_faults,
)

FOLDER = Path(__file__).parents[1] / "resources" / "templates"
INK, SOFT, ACCENT, GOLD = "#14213D", "#5B6478", "#1F4E79", "#B08D3C"
SERIF = {"family": Family.SERIF}


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, background in (("institucional", institutional_paper()), ("moderna", modern_paper())):
        write(
            name,
            {"institucional": institutional, "moderna": modern}[name](digest(background)),
            {"fondo.pdf": background},
        )
    for name, template in badge_templates().items():
        write(name, template, {})


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write(name: str, template: Template, images: dict[str, bytes]) -> None:
    assert template_faults(template) == (), template_faults(template)
    said = {f.name: getattr(template, f.name) for f in fields(template) if f.name != "elements"}
    elements = [
        {"type": type(e).__name__.lower()} | {f.name: getattr(e, f.name) for f in fields(e)}
        for e in template.elements
    ]
    folder = FOLDER / name
    folder.mkdir(parents=True)
    document = {"version": 1, **said, "elements": elements}
    (folder / "template.json").write_text(
        json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    for file, data in images.items():
        (folder / "images").mkdir(exist_ok=True)
        (folder / "images" / file).write_bytes(data)


def institutional(background: str) -> Template:
    """Centred, serif, a guilloche around: what a municipality hangs on its wall."""
    return Template(
        "Institucional",
        TemplateUse.CERTIFICATE,
        WIDTH,
        HEIGHT,
        (
            Picture(38.5, 18, 220, 17, PictureSource.LOGOS),
            Text(38.5, 37.2, 220, 5, "{year_slogan}", size=8.5, smallest=5, colour=SOFT),
            Text(28.5, 42.4, 240, 8.6, "{issuers}", weight=Weight.SEMIBOLD, size=13, smallest=6.5, lines=2),
            Text(78.5, 51.2, 140, 5.4, "{grants}", **SERIF, size=12, smallest=8, colour=SOFT),
            Text(
                38.5,
                56.2,
                220,
                17,
                "{heading}",
                **SERIF,
                weight=Weight.BOLD,
                size=40,
                smallest=20,
                colour=ACCENT,
                spacing=6,
            ),
            Text(78.5, 78.4, 140, 5.6, "{to}", **SERIF, size=12.5, smallest=8, colour=SOFT),
            Text(
                28.5,
                84.2,
                240,
                15,
                "{honorific} {name}",
                **SERIF,
                weight=Weight.BOLD,
                size=32,
                smallest=16,
                lines=2,
                leading=1.15,
            ),
            Text(48.5, 100, 200, 5.6, "{identified}", **SERIF, size=12.5, smallest=8, colour=SOFT),
            Text(33.5, 107.4, 230, 34, "{body}", **SERIF, size=14.5, smallest=8, lines=7, leading=1.42),
            Text(78.5, 142.6, 140, 5.6, "{dated}", **SERIF, size=12, smallest=8, colour=SOFT),
            Text(22, 175.8, 214, 13, "{signatures}", size=10, smallest=6),
            Text(
                22,
                190.2,
                60,
                4.6,
                "{registered}",
                size=9,
                smallest=6,
                align=Align.LEFT,
                colour=INK,
                weight=Weight.MEDIUM,
            ),
            Text(84, 190.2, 152, 4.6, "{replaces}", size=7.5, smallest=5, align=Align.LEFT, colour=SOFT),
            *code(243, 149.5, 3),
        ),
        background=background,
    )


def modern(background: str) -> Template:
    """A band of woven steps at the left, everything in line beside it, the category's colour as an accent."""
    x, width = 84.0, 195.0
    left = {"align": Align.LEFT}
    return Template(
        "Moderna",
        TemplateUse.CERTIFICATE,
        WIDTH,
        HEIGHT,
        (
            Box(62, 0, 2.4, HEIGHT, fill="category"),
            Picture(x, 13, width, 15, PictureSource.LOGOS, align=Align.LEFT),
            Text(x, 32, width, 4.6, "{year_slogan}", size=7.5, smallest=5, colour=SOFT, **left),
            Text(
                x,
                39,
                width,
                14.5,
                "{heading}",
                weight=Weight.BOLD,
                size=34,
                smallest=18,
                spacing=5,
                colour=INK,
                **left,
            ),
            Box(x + 0.6, 54.6, 22, 1.3, fill="category"),
            Text(
                x,
                59,
                width,
                8.2,
                "{issuers} {grants} {to}",
                size=11,
                smallest=6.5,
                lines=2,
                colour=SOFT,
                vertical=Vertical.MIDDLE,
                **left,
            ),
            Text(
                x,
                69,
                width,
                19,
                "{honorific} {name}",
                weight=Weight.BOLD,
                size=32,
                smallest=17,
                lines=2,
                leading=1.12,
                colour="category",
                **left,
            ),
            Text(x, 88.4, width, 5.6, "{identified}", size=11, smallest=7, colour=SOFT, **left),
            Text(
                x,
                97.4,
                width,
                37,
                "{body}",
                size=13,
                smallest=7.5,
                lines=7,
                leading=1.5,
                vertical=Vertical.TOP,
                **left,
            ),
            Text(x, 136, width, 5.6, "{dated}", size=11, smallest=7, colour=SOFT, **left),
            Text(x, 176.5, 152, 13, "{signatures}", size=9.5, smallest=5.5, **left),
            Text(x, 193.5, 74, 4.6, "{registered}", size=8.5, smallest=6, weight=Weight.MEDIUM, **left),
            Text(x + 76, 193.5, 76, 4.6, "{replaces}", size=7, smallest=5, colour=SOFT, **left),
            *code(248, 152, 3),
        ),
        background=background,
    )


def code(x: float, y: float, quiet: float) -> tuple[Text | Code, ...]:
    """30 mm in a white box; over it that no seal belongs there, under it what is typed."""
    left, side = x - quiet, 30 + 2 * quiet
    return (
        Code(x, y, 30, quiet),
        Text(
            left - 5,
            y - quiet - 3.8,
            side + 10,
            3.2,
            "{do_not_seal}",
            size=6.5,
            smallest=5,
            colour=SOFT,
            weight=Weight.MEDIUM,
        ),
        Text(
            left - 5,
            y + 30 + quiet + 0.8,
            side + 10,
            3.1,
            "{verification}",
            size=6.5,
            smallest=5,
            colour=SOFT,
        ),
        Text(
            left - 1,
            y + 30 + quiet + 4,
            side + 2,
            3.6,
            "{typed_code}",
            size=7.5,
            smallest=6,
            weight=Weight.BOLD,
            colour=INK,
        ),
    )


if __name__ == "__main__":
    main()
