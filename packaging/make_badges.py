"""The badges that are shipped: for sheets, lanyards, cards, label printers and to be folded. See make_templates.py."""

from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Element,
    Fit,
    Picture,
    PictureSource,
    Template,
    TemplateUse,
    Text,
    Vertical,
    Weight,
)

INK, SOFT, WHITE, BLACK = "#14213D", "#5B6478", "#FFFFFF", "#000000"
LEFT = {"align": Align.LEFT}


def badge_templates() -> dict[str, Template]:
    """By folder; the first is what is used where nobody chose another."""
    made = {
        "credencial": ("Credencial A4, 8 por hoja", 95, 68, sheet(68)),
        "credencial-10": ("Credencial A4, 10 por hoja", 95, 55, sheet(55)),
        "credencial-colgante": ("Colgante A6", 105, 148, lanyard(0, photo=False)),
        "credencial-colgante-foto": ("Colgante A6 con foto", 105, 148, lanyard(0, photo=True)),
        "credencial-etiqueta-100x62": ("Etiqueta 100 × 62 mm", 100, 62, label(100, 62, 28)),
        "credencial-etiqueta-89x36": ("Etiqueta 89 × 36 mm", 89, 36, label(89, 36, 24)),
        "credencial-plegable": ("Plegable A5", 210, 148, folded()),
        "credencial-tarjeta": ("Tarjeta 86 × 54 mm", 86, 54, card()),
    }
    return {
        folder: Template(name, TemplateUse.BADGE, float(width), float(height), elements)
        for folder, (name, width, height, elements) in made.items()
    }


def band(x: float, y: float, width: float, height: float, size: float) -> tuple[Element, ...]:
    """What somebody takes part as, in the category's colour."""
    said = Text(
        x + 3,
        y,
        width - 6,
        height,
        "{role}",
        weight=Weight.BOLD,
        size=size,
        smallest=6,
        colour=WHITE,
        upper=True,
        spacing=0.6,
    )
    return (Box(x, y, width, height, fill="category"), said)


def sheet(height: float) -> tuple[Element, ...]:
    """Event, days and logo above; the given names over the whole width; the code at the right."""
    tight = height < 60
    side = 25.4 if tight else 27.0
    beside, below = 82 - side, height - 7.5
    event = Text(
        4.5,
        2.6,
        64,
        3.8 if tight else 6.2,
        "{event}",
        weight=Weight.MEDIUM,
        size=8,
        smallest=5,
        lines=1 if tight else 2,
        leading=1.15,
        colour=SOFT,
        **LEFT,
    )
    days = Text(4.5, 6.4 if tight else 8.8, 64, 3, "{days}", size=6.5, smallest=5, colour=SOFT, **LEFT)
    given = (9.1, 7.0) if tight else (12.4, 8.2)
    surnames = (16.2, 8.4) if tight else (20.6, 6.6)
    organisation = (25.0, 10.6) if tight else (30.0, 15.0)
    position = (35.8, 6.0) if tight else (45.2, 7.6)
    write_on = ((10.0, 12.0), (24.0, 12.0)) if tight else ((13.0, 13.0), (29.0, 13.0))
    return (
        Picture(70.5, 2.2 if tight else 3, 20, 6.6 if tight else 9, PictureSource.LOGOS, align=Align.RIGHT),
        event,
        days,
        Text(
            4.5,
            given[0],
            86,
            given[1],
            "{given_names}",
            weight=Weight.BOLD,
            size=20,
            smallest=9,
            leading=1.1,
            **LEFT,
        ),
        Text(
            4.5,
            surnames[0],
            beside if tight else 86,
            surnames[1],
            "{surnames}",
            weight=Weight.SEMIBOLD,
            size=16,
            smallest=8,
            lines=2 if tight else 1,
            leading=1.1,
            **LEFT,
        ),
        Text(
            4.5,
            organisation[0],
            beside,
            organisation[1],
            "{organisation}",
            weight=Weight.MEDIUM,
            size=9,
            smallest=6,
            lines=4,
            colour=SOFT,
            vertical=Vertical.TOP,
            **LEFT,
        ),
        Text(
            4.5,
            position[0],
            beside,
            position[1],
            "{position}",
            size=8,
            smallest=5.5,
            lines=2,
            leading=1.15,
            colour=SOFT,
            vertical=Vertical.TOP,
            **LEFT,
        ),
        *(
            Text(4.5, y, beside, high, what, size=6.5, smallest=5, colour=SOFT, **LEFT)
            for (y, high), what in zip(write_on, ("{blank_name}", "{blank_organisation}"), strict=True)
        ),
        Code(90.5 - side, below - side - 2.9, side, 2.8, framed=False),
        Text(4.5, below - 3.4, beside, 2.8, "{typed_code}", size=5.5, smallest=4, colour=SOFT, **LEFT),
        *band(0, below, 95, 7.5, 11),
    )


def lanyard(x: float, photo: bool) -> tuple[Element, ...]:
    """A6 upright, from `x`: the hole's room free, name in the middle, code below."""
    left, room = x + 8, 89.0
    name = 42.0
    logos = Picture(left, 13, room, 12, PictureSource.LOGOS)
    portrait = (Picture(x + 12, 91, 30, 38, PictureSource.PHOTO, fit=Fit.COVER),) if photo else ()
    code = 36.0 if photo else 38.0
    middle = x + (72.5 if photo else 52.5)
    rest = name + 26
    return (
        logos,
        Text(
            left,
            26,
            room,
            6.6,
            "{event}",
            weight=Weight.MEDIUM,
            size=9,
            smallest=5.5,
            lines=2,
            leading=1.15,
            colour=SOFT,
        ),
        Text(left, 32.4, room, 3.6, "{days}", size=7, smallest=5, colour=SOFT),
        *portrait,
        Text(
            left,
            name,
            room,
            14,
            "{given_names}",
            weight=Weight.BOLD,
            size=30,
            smallest=13,
            lines=2,
            leading=1.05,
        ),
        Text(
            left,
            name + 14,
            room,
            11,
            "{surnames}",
            weight=Weight.SEMIBOLD,
            size=21,
            smallest=11,
            lines=2,
            leading=1.05,
        ),
        Text(left, name + 4, room, 14, "{blank_name}", size=7, smallest=5, colour=SOFT, **LEFT),
        Text(left, name + 20, room, 14, "{blank_organisation}", size=7, smallest=5, colour=SOFT, **LEFT),
        Text(
            left,
            rest,
            room,
            10.5,
            "{organisation}",
            weight=Weight.MEDIUM,
            size=10.5,
            smallest=6.5,
            lines=3,
            leading=1.2,
            colour=SOFT,
        ),
        Text(left, rest + 11, room, 5, "{position}", size=9, smallest=6, colour=SOFT),
        Code(middle - code / 2, 128 - code, code, 2.6, framed=False),
        Text(middle - 24, 129.8, 48, 3, "{typed_code}", size=5.5, smallest=4, colour=SOFT),
        *band(x, 134, 105, 14, 17),
    )


def card() -> tuple[Element, ...]:
    return (
        *band(0, 0, 86, 7, 9.5),
        Text(4, 8.4, 78, 4.2, "{event}", weight=Weight.MEDIUM, size=7, smallest=4.5, colour=SOFT, **LEFT),
        Text(4, 13.2, 78, 7.6, "{given_names}", weight=Weight.BOLD, size=17, smallest=8, **LEFT),
        Text(
            4,
            20.6,
            50,
            8.4,
            "{surnames}",
            weight=Weight.SEMIBOLD,
            size=13,
            smallest=7,
            lines=2,
            leading=1.1,
            **LEFT,
        ),
        Text(
            4,
            30,
            49,
            9,
            "{organisation}",
            weight=Weight.MEDIUM,
            size=8,
            smallest=5.5,
            lines=3,
            leading=1.15,
            colour=SOFT,
            vertical=Vertical.TOP,
            **LEFT,
        ),
        Text(4, 39.4, 49, 4, "{position}", size=7, smallest=5, colour=SOFT, **LEFT),
        Text(4, 43.4, 49, 4, "{region}", size=7, smallest=5, colour=SOFT, **LEFT),
        Text(4, 14, 50, 12, "{blank_name}", size=6, smallest=5, colour=SOFT, **LEFT),
        Text(4, 28, 50, 12, "{blank_organisation}", size=6, smallest=5, colour=SOFT, **LEFT),
        Code(55.5, 22.4, 26.5, 2, framed=False),
        Text(4, 49.6, 78, 2.6, "{typed_code}", size=5, smallest=4, colour=SOFT, **LEFT),
    )


def label(width: float, height: float, side: float) -> tuple[Element, ...]:
    """Black alone: label printers know no colour."""
    room = width - side - 8.5
    low = height < 45
    strip = 6.0 if low else 9.0
    name = 2.0 if low else 9.5
    high = (height - strip - name) * (0.36 if low else 0.3)
    dark = {"colour": BLACK, **LEFT}
    event = (
        ()
        if low
        else (Text(3, 2.4, width - 6, 5, "{event}", weight=Weight.MEDIUM, size=8, smallest=5, **dark),)
    )
    return (
        *event,
        Text(
            3,
            name,
            room,
            high,
            "{given_names}",
            weight=Weight.BOLD,
            size=22,
            smallest=10,
            lines=2,
            leading=1.05,
            **dark,
        ),
        Text(
            3,
            name + high,
            room,
            high * 0.85,
            "{surnames}",
            weight=Weight.SEMIBOLD,
            size=16,
            smallest=9,
            lines=2,
            leading=1.05,
            **dark,
        ),
        Text(
            3,
            name + high * 1.85 + 0.4,
            room,
            height - strip - name - high * 1.85 - 0.8,
            "{organisation}",
            size=9,
            smallest=5.5,
            lines=4,
            leading=1.15,
            vertical=Vertical.TOP,
            **dark,
        ),
        Text(3, name, room, high, "{blank_name}", size=5.5, smallest=4, **dark),
        Text(3, name + high, room, high, "{blank_organisation}", size=5.5, smallest=4, **dark),
        Code(width - side - 3, 3 if low else (height - strip - side) / 2 + 2.5, side, 1.5, framed=False),
        Box(0, height - strip, width, strip, fill=BLACK),
        Text(
            3,
            height - strip,
            width - 6,
            strip,
            "{role}",
            weight=Weight.BOLD,
            size=10 if low else 13,
            smallest=6,
            colour=WHITE,
            upper=True,
            spacing=0.6,
        ),
    )


def folded() -> tuple[Element, ...]:
    """A5 across, folded in the middle: the front at the right, the event at the back; ticks show where to fold."""
    back = (
        Picture(18, 22, 69, 20, PictureSource.LOGOS),
        Text(12, 50, 81, 26, "{event}", weight=Weight.SEMIBOLD, size=15, smallest=8, lines=4),
        Text(12, 78, 81, 6, "{days}", size=10, smallest=6, colour=SOFT),
        Text(12, 85, 81, 10, "{place}", size=10, smallest=6, lines=2, colour=SOFT),
        Text(12, 112, 81, 10, "{contact}", size=8.5, smallest=5.5, lines=2, colour=SOFT),
        *band(0, 134, 105, 14, 17),
    )
    ticks = (Box(105, 0, 0, 4, stroke=SOFT, line=0.4), Box(105, 128, 0, 4, stroke=SOFT, line=0.4))
    return (*back, *lanyard(105, photo=False), *ticks)
