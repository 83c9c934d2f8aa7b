"""Badges as they come off the printer: every code is read from the page, every name stays inside its badge."""

import itertools

import pypdfium2
import pytest
from reportlab.lib.units import mm

from checkin_desktop.documents.badges import LAYOUTS, draw_badges
from checkin_desktop.documents.fonts import MissingGlyph
from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.documents.qr import matrix
from checkin_desktop.domain.badge import make_code
from checkin_desktop.domain.people import Category
from checkin_desktop.places import resource
from checkin_desktop.scanning.decoder import StillDecoder
from checkin_desktop.services.ports.documents import BadgeFace
from checkin_desktop.words import load_words
from support.papers import LONGEST_NAME, SETTINGS, Page, pages

WORDS = load_words("es")
KEY = bytes(range(32))
LOGO = prepare_logo(resource("demo", "logo-encuentro.png"))
A4 = (595.28, 841.89)
NAMES = (
    ("María del Carmen", "Ñahui Quispe"),
    ("Q’ori T'ika", "Ch'uspi K’anchay"),
    ("Ángel Óscar Íñigo", "Núñez Argüelles"),
    ("Ana", ""),
    ("", "Zárate"),
    ("Zoë Łukasz", "Šimon Çelik"),
    ("Wolfeschlegelsteinhausenbergerdorff", "X"),
    tuple(LONGEST_NAME.split(" Fernández")),
    ("JOSE LUIS", "MAMANI CONDORI"),
    ("José María", "De la Cruz"),
)


def face(n: int, given: str = "Ana", surnames: str = "Quispe", **more: object) -> BadgeFace:
    category = list(Category)[n % len(Category)]
    code = make_code("EVENT", category, f"{n:015d}", KEY)
    facts = {"organisation": "Mancomunidad Municipal Valle Sagrado", "position": "Alcaldesa"} | more
    return BadgeFace(code, f"{given} {surnames}".strip(), given, surnames, category=category, **facts)  # type: ignore[arg-type]


def cell(per_page: int, place: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a badge on the page, in points."""
    columns, rows, width, height = LAYOUTS[per_page]
    left = (A4[0] - columns * width) / 2 + (place % columns) * width
    top = (A4[1] + rows * height) / 2 - (place // columns) * height
    return left, top - height, left + width, top


@pytest.mark.parametrize("logo", [b"", LOGO], ids=["plain", "logo"])
@pytest.mark.parametrize("per_page", LAYOUTS)
def test_every_code_is_read_from_its_place_and_large_enough(per_page: int, logo: bytes) -> None:
    people = list(itertools.islice(itertools.cycle(NAMES), per_page * 2 - 1))
    faces = [face(n, given, surnames, logo=logo) for n, (given, surnames) in enumerate(people)]
    sheets = pages(draw_badges(faces, SETTINGS, WORDS, per_page))
    assert [(round(p.width), round(p.height)) for p in sheets] == [(595, 842)] * 2
    for number, sheet in enumerate(sheets):
        on_page = faces[number * per_page : (number + 1) * per_page]
        read = {r.text: r.corners for r in StillDecoder().decode(sheet.pixels)}
        assert set(read) == {f.code for f in on_page}
        for place, f in enumerate(on_page):
            corners = read[f.code]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            assert sheet.millimetres(max(xs) - min(xs)) >= 25
            assert sheet.millimetres(max(ys) - min(ys)) >= 25
            left, bottom, right, top = cell(per_page, place)
            assert left < min(xs) / sheet.dpi * 72 < max(xs) / sheet.dpi * 72 < right
            assert bottom < sheet.height - max(ys) / sheet.dpi * 72
            assert sheet.height - min(ys) / sheet.dpi * 72 < top


def test_the_code_is_version_3_at_level_h() -> None:
    assert len(matrix(face(1).code, "H")) == 29


@pytest.mark.parametrize("per_page", LAYOUTS)
@pytest.mark.parametrize(
    ("given", "surnames"), [*NAMES, ("W" * 120, "M" * 120), ("Ana " * 40, "Quispe " * 40)]
)
def test_no_ink_outside_of_the_badge_nor_around_its_code(per_page: int, given: str, surnames: str) -> None:
    long = face(0, given, surnames, organisation="Asociación Interprovincial " * 8, position="Gerenta " * 20)
    (sheet,) = pages(draw_badges([long], SETTINGS, WORDS, per_page), dpi=200)
    left, bottom, right, top = cell(per_page, 0)
    assert sheet.ink(left + mm, bottom + mm, right - mm, top - mm)
    # The neighbours are empty but for the cut marks at their corners.
    for place in (1, 2, 3):
        other = cell(per_page, place)
        inside = (other[0] + 1.5 * mm, other[1] + 1.5 * mm, other[2] - 1.5 * mm, other[3] - 1.5 * mm)
        assert not sheet.ink(*inside), place
    assert not sheet.ink(left + 2 * mm, top + 0.3 * mm, right - 2 * mm, top + 3 * mm)
    (reading,) = StillDecoder().decode(sheet.pixels)
    assert reading.text == long.code
    assert quiet(sheet, reading.corners) >= 2.5


def quiet(sheet: Page, corners: object) -> float:
    """Millimetres of white around a code: the largest ring without ink, up to 3."""
    xs = [x / sheet.dpi * 72 for x, _ in corners]  # type: ignore[attr-defined]
    ys = [sheet.height - y / sheet.dpi * 72 for _, y in corners]  # type: ignore[attr-defined]
    box = (min(xs), min(ys), max(xs), max(ys))
    for tenths in range(6, 31):
        d, near = tenths * mm / 10, 0.6 * mm
        left, bottom, right, top = box[0] - d, box[1] - d, box[2] + d, box[3] + d
        rings = (
            (left, bottom, box[0] - near, top),
            (box[2] + near, bottom, right, top),
            (left, bottom, right, box[1] - near),
            (left, box[3] + near, right, top),
        )
        if any(sheet.ink(*ring) for ring in rings):
            return (tenths - 1) / 10
    return 3.0


@pytest.mark.parametrize("per_page", LAYOUTS)
def test_the_whole_name_is_on_the_badge(per_page: int) -> None:
    for n, (given, surnames) in enumerate(NAMES):
        (sheet,) = pages(draw_badges([face(n, given, surnames)], SETTINGS, WORDS, per_page), dpi=40)
        text = sheet.text.replace(" ", "").replace("-", "").replace("\ufffe", "")
        assert given.replace(" ", "").replace("-", "") in text
        assert surnames.replace(" ", "").replace("-", "") in text


def test_a_badge_says_event_organisation_role_and_typed_code() -> None:
    someone = face(1)
    (sheet,) = pages(draw_badges([someone], SETTINGS, WORDS), dpi=40)
    for words in (
        SETTINGS.name,
        "20 y 21 de junio de 2025",
        someone.organisation,
        someone.position,
        "PONENTE",
    ):
        assert words in sheet.text
    assert someone.code in sheet.text.replace(" ", "")
    (english,) = pages(draw_badges([someone], SETTINGS, load_words("en")), dpi=40)
    assert "SPEAKER" in english.text
    assert "20 and 21 June 2025" in english.text


def test_names_are_large_and_shrink_only_as_far_as_they_must() -> None:
    def capital(given: str, surnames: str, per_page: int) -> float:
        """Height of the first letter, in points."""
        document = pypdfium2.PdfDocument(draw_badges([face(0, given, surnames)], SETTINGS, WORDS, per_page))
        words = document[0].get_textpage()
        index, _ = words.search(given, match_case=True).get_next()
        _, bottom, _, top = words.get_charbox(index)
        document.close()
        return float(top - bottom)

    for per_page in LAYOUTS:
        short, usual = capital("Ana", "Paz", per_page), capital("María del Carmen", "Ñahui Quispe", per_page)
        long = capital("María de los Ángeles Guadalupe Inmaculada", "Fernández-Baca de la Cruz", per_page)
        assert short >= usual > long
        assert usual > 4.2 * mm, "read at two metres"
        assert long > 2.5 * mm


@pytest.mark.parametrize("per_page", LAYOUTS)
def test_cut_marks_stand_at_every_edge_between_badges(per_page: int) -> None:
    (sheet,) = pages(draw_badges([face(0)], SETTINGS, WORDS, per_page))
    columns, rows, width, height = LAYOUTS[per_page]
    left, top = cell(per_page, 0)[0], cell(per_page, 0)[3]
    for column in range(columns + 1):
        x = left + column * width
        for y in (top + 2 * mm, top - rows * height - 2 * mm):
            assert sheet.ink(x - 1, y - 1, x + 1, y + 1), (column, y)
    for row in range(rows + 1):
        y = top - row * height
        for x in (left - 2 * mm, left + columns * width + 2 * mm):
            assert sheet.ink(x - 1, y - 1, x + 1, y + 1), (row, x)


def test_blank_badges_have_a_code_and_lines_to_write_on() -> None:
    blanks = [BadgeFace(make_code("EVENT", None, f"{n:015d}", KEY), logo=LOGO) for n in range(3)]
    (sheet,) = pages(draw_badges(blanks, SETTINGS, WORDS))
    assert set(sheet.codes()) == {b.code for b in blanks}
    assert "Nombre y apellidos" in sheet.text
    assert "CREDENCIAL" in sheet.text


@pytest.mark.parametrize("character", ["你", "🎉", "\u0600"])
def test_a_character_that_the_font_lacks_is_refused_and_named(character: str) -> None:
    with pytest.raises(MissingGlyph) as told:
        draw_badges([face(0, f"Ana {character}", "Quispe")], SETTINGS, WORDS)
    said = WORDS.say(told.value.sentence, **told.value.arguments)
    assert character in said
    assert "Ana" in said


def test_a_decomposed_name_is_composed_and_invisible_characters_are_dropped() -> None:
    composed = face(0, "Íñigo", "Peña")
    decomposed = face(0, "I\u0301n\u0303igo\u200b", "\ufeffPen\u0303a")
    assert draw_badges([composed], SETTINGS, WORDS) == draw_badges([decomposed], SETTINGS, WORDS)


def test_the_same_badges_are_the_same_bytes_and_a_logo_is_stored_once() -> None:
    one = draw_badges([face(0, logo=LOGO)], SETTINGS, WORDS)
    assert one == draw_badges([face(0, logo=LOGO)], SETTINGS, WORDS)
    many = draw_badges([face(n, logo=LOGO) for n in range(40)], SETTINGS, WORDS)
    assert many.count(b"/Subtype /Image") == one.count(b"/Subtype /Image") > 0
    assert len(many) - len(one) < 40 * 2_000
