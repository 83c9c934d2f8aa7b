"""Badges from the design of their category, on every sheet and as labels; read by the real decoder at 150 dpi."""

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.qr import badge_image, matrix
from checkin_desktop.documents.raster import join_pdfs
from checkin_desktop.documents.texts import badge_texts
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category, Person
from checkin_desktop.domain.sheets import CUT_A4, SHEETS, SINGLE, SheetLayout, sheet_named
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.rosters.write import write_table
from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.badge_codes import FileNames, code_lines, merge_table
from checkin_desktop.services.badge_drawing import BadgePaper, BadgePress, badge_designs
from checkin_desktop.services.badges import (
    badge_faces,
    record_badges_printed,
    reserve_blank_badges,
    revoke_badge,
)
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.print_log import print_log
from checkin_desktop.services.register_walk_in import register, withdraw
from checkin_desktop.services.templates import choose_template
from checkin_desktop.words import load_words
from support.desks import found
from support.papers import pages

WORDS = load_words("es")
PRESS = BadgePress(PdfPress(), badge_texts, join_pdfs, WORDS, "Credenciales")


SHIPPED = (
    "credencial",
    "credencial-10",
    "credencial-colgante",
    "credencial-colgante-foto",
    "credencial-etiqueta-100x62",
    "credencial-etiqueta-89x36",
    "credencial-plegable",
    "credencial-tarjeta",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = found(tmp_path / "event.checkin").desk
    for n, category in enumerate([*Category, *Category]):
        register(made, Person(f"Ana {n}", "Ñahui Quispe", None, f"4000{n:04}", category=category))
    return made


def people(desk: Desk) -> list[str]:
    return [i for i, _ in badge_faces(desk)]


def codes(desk: Desk) -> list[str]:
    return sorted(face.code for _, face in badge_faces(desk))


def made(desk: Desk, paper: BadgePaper, count: int = 100) -> bytes:
    return PRESS.bind(PRESS.people(desk, people(desk)[:count], paper).pages, paper)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        points = [document[n].get_size() for n in range(len(document))]
    return [(round(w / 72 * 25.4, 1), round(h / 72 * 25.4, 1)) for w, h in points]


def read(pdf: bytes) -> list[str]:
    return sorted(code for page in pages(pdf, dpi=150) for code in page.codes())


def test_every_shipped_badge_is_among_those_tried(desk: Desk) -> None:
    assert {i for i, _ in badge_designs(desk)} == {f"shipped-{name}" for name in SHIPPED}


@pytest.mark.parametrize("design", SHIPPED)
def test_every_drawn_badge_is_read_at_150_dpi(desk: Desk, design: str) -> None:
    paper = BadgePaper(f"shipped-{design}", SINGLE)
    size = {i: (t.width, t.height) for i, t in badge_designs(desk)}[paper.template_id]
    whole = made(desk, paper, 3)
    assert sizes(whole) == [size] * 3
    assert read(whole) == sorted(f.code for _, f in badge_faces(desk)[:3])
    on_side = made(desk, replace(paper, turned=True), 3)
    assert sizes(on_side) == [size[::-1]] * 3
    assert read(on_side) == read(whole)


def test_codes_are_version_3_at_most_at_level_h(desk: Desk) -> None:
    assert {len(matrix(code, "H")) for code in codes(desk)} == {29}


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.columns], ids=lambda s: s.id)
def test_every_label_sheet_holds_its_badges(desk: Desk, sheet: SheetLayout) -> None:
    design = "shipped-credencial-etiqueta-89x36" if sheet.label[1] < 45 else "shipped-credencial-tarjeta"
    paper = BadgePaper(design, sheet)
    pdf = made(desk, paper)
    each = sheet.columns * sheet.rows
    assert len(sizes(pdf)) == -(-18 // each)
    assert read(pdf) == codes(desk)
    for page, first in zip(pages(pdf, dpi=100), range(0, 18, each), strict=True):
        taken = min(18 - first, each)
        for place in range(each):
            row, column = divmod(place, sheet.columns)
            x = sheet.left + column * (sheet.label[0] + sheet.gap[0])
            y = sheet.top + row * (sheet.label[1] + sheet.gap[1])
            points = [v / 25.4 * 72 for v in (x, y, x + sheet.label[0], y + sheet.label[1])]
            inside = (points[0], page.height - points[3], points[2], page.height - points[1])
            assert page.ink(*inside) is (place < taken), place


def test_a_sheet_used_already_is_begun_where_it_is_free(desk: Desk) -> None:
    paper = BadgePaper("shipped-credencial-tarjeta", sheet_named("l4785"), start=9)
    pdf = made(desk, paper)
    first, *_ = pages(pdf, dpi=150)
    assert len(sizes(pdf)) == 3
    assert len(first.codes()) == 1


def test_each_category_gets_the_design_chosen_for_it(desk: Desk) -> None:
    choose_template(desk, TemplateUse.BADGE, Category.SPEAKER.value, "shipped-credencial-colgante")
    assert sizes(made(desk, BadgePaper(sheet=SINGLE))).count((105, 148)) == 2
    cut = made(desk, BadgePaper())
    assert read(cut) == codes(desk)
    assert sizes(cut) == [(210, 297)] * 3, "sixteen small ones on two sheets, two large ones on another"
    assert sizes(made(desk, BadgePaper("shipped-of-another-event", SINGLE)))[0] == (95, 68)


def test_the_category_is_said_in_both_languages_and_the_role_of_the_list_instead(desk: Desk) -> None:
    someone = Person("Iris", "Rol", extra=(("Texto de la credencial", "Comité científico"),))
    own = register(desk, someone).id
    paper = BadgePaper("shipped-credencial", SINGLE, languages=("es", "en"))
    text = [p.text for p in pages(made(desk, paper), dpi=40)]
    assert any("PONENTE · SPEAKER" in t for t in text)
    (page,) = pages(PRESS.bind(PRESS.people(desk, [own], paper).pages, paper), dpi=40)
    assert "COMITÉ CIENTÍFICO" in page.text


def test_a_badge_too_large_for_the_sheet_is_refused_before_anything_is_made(desk: Desk) -> None:
    with pytest.raises(PersonFacingError) as told:
        made(desk, BadgePaper("shipped-credencial-colgante", sheet_named("l4785")))
    assert told.value.sentence == "badges-too-large-for-sheet"


@pytest.mark.parametrize("design", SHIPPED)
def test_blank_badges_are_printed_with_any_design(desk: Desk, design: str) -> None:
    faces = reserve_blank_badges(desk, 3)
    paper = BadgePaper(f"shipped-{design}", CUT_A4)
    assert read(PRESS.bind(PRESS.blank(desk, faces, paper), paper)) == sorted(f.code for f in faces)


def test_the_test_label_is_as_large_as_the_label(desk: Desk) -> None:
    for turned, size in ((False, (62, 100)), (True, (100, 62))):
        paper = BadgePaper(sheet=SINGLE, turned=turned)
        pdf = PRESS.bind([PRESS.test_label(62, 100, paper)], paper)
        assert sizes(pdf) == [size]
        (page,) = pages(pdf, dpi=150)
        assert page.codes() == ["PRUEBA"]
        assert "62 × 100 mm" in page.text


def test_printing_is_logged_and_a_reprint_keeps_the_code(desk: Desk) -> None:
    someone = people(desk)[0]
    before = dict(badge_faces(desk))[someone].code
    record_badges_printed(desk, [someone], printer="brother")
    record_badges_printed(desk, people(desk)[:2])
    first, second = print_log(desk, someone)
    assert (first.printer, second.printer) == ("brother", "")
    assert first.station == second.station != ""
    assert first.at <= second.at
    assert len(print_log(desk)) == 3
    assert dict(badge_faces(desk))[someone].code == before
    revoke_badge(desk, someone)
    record_badges_printed(desk, [someone], printer="brother")
    assert dict(badge_faces(desk))[someone].code != before
    assert [line.name for line in print_log(desk, someone)] == ["Ana 0 Ñahui Quispe"] * 3
    withdraw(desk, someone)
    assert PRESS.people(desk, [someone], BadgePaper()).pages == ()


def test_pictures_and_the_merge_list_go_together(desk: Desk, tmp_path: Path) -> None:
    register(desk, Person("=1+1", "CON", organisation="@SUM(A1)", email="a@b.pe"))
    register(desk, Person("=1+1", "con"))
    lines = code_lines(desk)
    assert len({line.file.casefold() for line in lines}) == len(lines) == 20
    assert lines[-1].file == "40000017.png" or "40000000.png" in {line.file for line in lines}
    for line in lines[:2]:
        (tmp_path / line.file).write_bytes(badge_image(line.code))
        assert [r.text for r in decode_file(tmp_path / line.file).readings] == [line.code]
    with Image.open(io.BytesIO(badge_image(lines[0].code))) as picture:
        assert picture.size == (37 * 12, 37 * 12)
    headings, rows = merge_table(lines, WORDS)
    write_table(tmp_path / "lista.csv", headings, rows)
    text = (tmp_path / "lista.csv").read_text("utf-8-sig")
    assert "'=1+1" in text
    assert "'@SUM(A1)" in text
    assert ",=" not in text
    by_name = {line.file for line in code_lines(desk, FileNames.NAME)}
    assert "nahui-quispe-ana-3.png" in by_name
    assert "con-1-1.png" in by_name
    assert "con-1-1-2.png" in by_name
