"""The press: pages kept as content streams, wrapped into whole, tagged, archivable files."""

import io
import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from checkin_desktop.documents.glyphs import shipped_faces
from checkin_desktop.documents.pictures import picture_name
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import certificate_texts
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import (
    Box,
    Code,
    Family,
    Picture,
    PictureSource,
    Template,
    TemplateUse,
    Text,
    Weight,
)
from checkin_desktop.services.ports.documents import Filled, FrozenPage, Place, Sheet
from checkin_desktop.words import load_words
from support.papers import certificate, pages
from support.pdfa import tag_faults, violations

ES = load_words("es")
PRESS = PdfPress()


def png(colour: str = "#ff0000") -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


LOGO = png()
TEMPLATE = Template(
    "prueba",
    TemplateUse.CERTIFICATE,
    297,
    210,
    (
        Box(10, 10, 277, 190, stroke="#1F4E79", line=2),
        Picture(20, 20, 30, 20, image=picture_name(LOGO)),
        Picture(100, 15, 97, 20, PictureSource.LOGOS),
        Text(30, 50, 237, 20, "{heading}", Family.SERIF, Weight.BOLD, 40, spacing=6),
        Text(30, 80, 237, 20, "{name}", Family.SERIF, Weight.BOLD, 31, 14, 2),
        Text(30, 110, 237, 30, "{body}", Family.SERIF, size=14, lines=4, smallest=8),
        Text(20, 190, 100, 6, "Registro N.º {number}", size=9),
        Text(20, 180, 100, 6, "{replaces}", size=9),
        Code(247, 150),
    ),
)
IMAGES = {picture_name(LOGO): LOGO}


def filled(name: str = "María del Carmen Ñahui Quispe") -> Filled:
    return certificate_texts(replace(certificate(name), logos=(png("#0000ff80"),)), ES)


def drawn(name: str = "María del Carmen Ñahui Quispe", template: Template = TEMPLATE) -> FrozenPage:
    return PRESS.draw(template, filled(name), IMAGES)


def sound(pdf: bytes, folder: Path) -> None:
    """qpdf finds nothing wrong: its library always, the program where it is installed."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        return
    path = folder / "checked.pdf"
    path.write_bytes(pdf)
    ran = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "WARNING" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("kind", ["single", "archive", "bind", "sheet"])
def test_files_are_sound_say_the_text_and_show_the_code(kind: str, tmp_path: Path) -> None:
    page = drawn()
    match kind:
        case "bind":
            pdf = PRESS.bind([page, page], "Certificados", "es")
        case "sheet":
            pdf = PRESS.bind([page] * 3, "Certificados", "es", Sheet(310, 450, 1, 2))
        case _:
            pdf = getattr(PRESS, kind)(page, "Certificado 0001-2025", "es")
    sound(pdf, tmp_path)
    seen = pages(pdf)
    assert len(seen) == (2 if kind in ("bind", "sheet") else 1)
    for sheet in seen:
        assert "CERTIFICADO María del Carmen Ñahui Quispe por haber participado" in sheet.text
        assert "Registro N.º 0001-2025" in sheet.text
        assert set(sheet.codes()) == {certificate().token}


def test_the_same_page_is_the_same_bytes() -> None:
    assert drawn().content == drawn().content
    for wrap in (PRESS.single, PRESS.archive):
        assert wrap(drawn(), "T", "es") == wrap(drawn(), "T", "es")
    assert PRESS.bind([drawn(), drawn("Ana")], "T", "es") == PRESS.bind([drawn(), drawn("Ana")], "T", "es")


def test_a_page_kept_is_all_that_a_file_needs() -> None:
    """Nothing of the template is asked for again; and what is kept of a page is in every file unchanged."""
    page = drawn()
    kept = FrozenPage(page.content, page.width, page.height, dict(page.images))
    for pdf in (PRESS.single(kept, "T", "es"), PRESS.bind([kept], "T", "es"), PRESS.archive(kept, "T", "es")):
        assert page.content in pdf


def test_fonts_are_the_files_that_pages_of_old_name() -> None:
    """Never change a font file: pages are kept that name it by its hash. Adding one is fine."""
    assert [face.key for face in shipped_faces()] == [
        "a414b48a",
        "f1738576",
        "f30e9d25",
        "fbe825cb",
        "d47da11c",
        "d31cd1fb",
        "162a2018",
    ]


def test_an_archive_copy_is_tagged_pdf_a_2b_in_its_language() -> None:
    for language, tag in (("es", "es-PE"), ("en", "en-US")):
        data = PRESS.archive(drawn(), "Certificado 0001-2025", language)
        assert violations(data) == []
        assert tag_faults(data) == []
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert str(pdf.Root.Lang) == tag
            with pdf.open_metadata() as about:
                assert list(about["dc:language"]) == [tag]
                assert about["dc:title"] == "Certificado 0001-2025"


def test_widths_and_meaning_agree_with_the_font() -> None:
    from fontTools.ttLib import TTFont

    with pikepdf.open(io.BytesIO(PRESS.single(drawn(), "T", "es"))) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            below = font.DescendantFonts[0]
            file = TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
            order, units = file.getGlyphOrder(), file["head"].unitsPerEm
            meaning = dict(re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]{4})>\n", font.ToUnicode.read_bytes()))
            entries = list(below.W)
            checked = 0
            for first, widths in zip(entries[::2], entries[1::2], strict=True):
                for place, width in enumerate(widths):
                    glyph = int(first) + place
                    assert abs(file["hmtx"][order[glyph]][0] * 1000 / units - float(width)) < 1
                    assert glyph == 0 or b"%04x" % glyph in meaning
                    checked += 1
            assert checked > 300


def test_a_single_file_is_tagged_and_speaks_the_code() -> None:
    with pikepdf.open(io.BytesIO(PRESS.single(drawn(), "Certificado", "es"))) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "es-PE"
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.MarkInfo.Marked
        document = root.StructTreeRoot.K
        kinds = [str(e.S) for e in document.K]
        assert kinds == ["/H1", "/P", "/P", "/P", "/Figure"]
        assert str(document.K[-1].Alt).endswith(certificate().typed_code)
        parents = root.StructTreeRoot.ParentTree.Nums
        assert [e.objgen for e in parents[1]] == [e.objgen for e in document.K]
        assert [int(e.K) for e in document.K] == list(range(5))


def test_a_stamp_is_over_the_page_and_what_is_kept_stays() -> None:
    page = drawn()
    stamped = PRESS.stamp(page, "Reimpresión", Place.HEAD)
    (seen,) = pages(PRESS.single(stamped, "T", "es"), dpi=50)
    assert "Reimpresión" in seen.text
    assert zlib.decompress(stamped.content).startswith(zlib.decompress(page.content))
    assert "Reimpresión" not in pages(PRESS.single(page, "T", "es"), dpi=20)[0].text


@pytest.mark.parametrize("place", Place)
def test_a_stamp_reads_over_any_design(place: Place) -> None:
    """White behind its letters, whatever is beneath: dark, as here, or busy."""
    dark = replace(TEMPLATE, elements=(Box(0, 0, 297, 210, fill="#14213D"),))
    said = ES.say("documents-signed-footer")
    pdf = PRESS.archive(PRESS.stamp(PRESS.draw(dark, Filled({}), {}), said, place), "T", "es")
    (seen,) = pages(pdf, dpi=200)
    assert said in seen.text
    high = round(11 / 25.4 * 200)
    band = seen.pixels[:high] if place is Place.HEAD else seen.pixels[-high:]
    white = (band.min(axis=2) > 250).mean(axis=0)
    assert (white > 0.1).mean() > 0.15
    assert violations(pdf) == []
    assert tag_faults(pdf) == []


def test_a_name_beyond_latin_is_printed_with_the_whole_font() -> None:
    name = "Иван Ñahui Ỹ"
    (page,) = pages(PRESS.bind([drawn(name)], "T", "es"), dpi=30)
    assert name in page.text


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (replace(TEMPLATE, elements=(Text(0, 0, 50, 20, "{nombre}"),)), "documents-bad-template"),
        (replace(TEMPLATE, background="0" * 64), "documents-image-missing"),
        (replace(TEMPLATE, elements=(Text(0, 0, 50, 20, "你"),)), "documents-missing-glyph"),
        (replace(TEMPLATE, elements=(Text(0, 0, 3, 3, "{body}"),)), "documents-does-not-fit"),
    ],
)
def test_what_can_not_be_printed_well_is_refused(template: Template, sentence: str) -> None:
    with pytest.raises(PersonFacingError) as told:
        drawn(template=template)
    assert told.value.sentence == sentence
    assert ES.say(sentence, **told.value.arguments)
