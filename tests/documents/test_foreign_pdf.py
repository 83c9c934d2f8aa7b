"""Backgrounds as organisers have them, and as somebody who means harm has: fit for PDF/A, or one clear sentence."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import REGULAR, register_fonts
from checkin_desktop.documents.pictures import picture_name
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.template_images import prepare_background
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Placeholder, Template, TemplateUse, Text
from checkin_desktop.places import resource
from checkin_desktop.services.ports.documents import Filled
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.words import load_words
from support.foreign_pdfs import (
    attached,
    bomb,
    changed,
    content,
    huge_picture,
    jpeg_2000,
    laughs,
    layers,
    locked,
    loop,
    plain,
    script,
    tiny_tiles,
)
from support.papers import Page, pages
from support.pdfa import tag_faults, violations

PRESS = PdfPress()


def prepared(data: bytes, folder: Path) -> bytes:
    path = folder / "fondo.pdf"
    path.write_bytes(data)
    return prepare_background(path).data


def archived(background: bytes) -> tuple[bytes, Page]:
    """The archive copy of a page over this background; the green quarter is still seen."""
    name = picture_name(background)
    template = Template(
        "p", TemplateUse.CERTIFICATE, 200, 150, (Text(50, 20, 100, 20, "{name}", size=20),), name
    )
    page = PRESS.draw(template, Filled({Placeholder.NAME: "Ana Ñahui"}), {name: background})
    data = PRESS.archive(page, "Certificado 1", "es")
    (seen,) = pages(data, dpi=40)
    assert tuple(seen.pixels[-10, 10]) == (0, 128, 0)
    return data, seen


def kept(data: bytes, folder: Path) -> bytes:
    clean = prepared(data, folder)
    archive, _ = archived(clean)
    assert violations(archive) == []
    assert tag_faults(archive) == []
    # As a desk took it before this was cleaned, too.
    assert violations(archived(data)[0]) == []
    return archive


def test_shipped_backgrounds_make_sound_archive_copies() -> None:
    """They list a Helvetica that shows nothing."""
    for name in ("institucional", "moderna"):
        (background,) = shipped_templates()[f"shipped-{name}"].images.values()
        page = PRESS.draw(
            Template("p", TemplateUse.CERTIFICATE, 297, 210, (), picture_name(background)),
            Filled({}),
            {picture_name(background): background},
        )
        assert violations(PRESS.archive(page, "T", "es")) == []


@pytest.mark.parametrize("change", [script, attached], ids=["script", "attached"])
def test_scripts_actions_and_attachments_are_left_behind(
    change: Callable[[Pdf], None], tmp_path: Path
) -> None:
    clean = prepared(changed(change), tmp_path)
    for word in (b"JavaScript", b"JS", b"EmbeddedFile", b"Annots", b"/AA", b"Hidden"):
        with Pdf.open(io.BytesIO(clean)) as pdf:
            out = io.BytesIO()
            pdf.save(out, qdf=True, static_id=True)
        assert word not in out.getvalue()
    kept(changed(change), tmp_path)


def test_letters_in_a_font_that_is_not_embedded_are_refused_by_its_name(tmp_path: Path) -> None:
    def letters(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 20)
        canvas.drawString(20, 200, "Certificado")

    with pytest.raises(PersonFacingError) as told:
        prepared(plain(letters), tmp_path)
    assert (told.value.sentence, told.value.arguments["fonts"]) == ("documents-pdf-fonts", "Times-Bold")
    for language in ("es", "en"):
        assert "Times-Bold" in load_words(language).say(told.value.sentence, **told.value.arguments)


def test_letters_that_are_not_seen_are_no_reason(tmp_path: Path) -> None:
    def hidden(canvas: Canvas) -> None:
        text = canvas.beginText(20, 200)
        text.setTextRenderMode(3)
        text.textOut("leído por máquina")
        canvas.drawText(text)

    kept(plain(hidden), tmp_path)


def test_embedded_letters_stay(tmp_path: Path) -> None:
    register_fonts()

    def letters(canvas: Canvas) -> None:
        canvas.setFont(REGULAR, 20)
        canvas.drawString(20, 200, "Certificado Ñ")

    (seen,) = pages(kept(plain(letters), tmp_path), dpi=40)
    assert "Certificado Ñ" in seen.text


def test_printers_inks_keep_their_colour_with_a_profile(tmp_path: Path) -> None:
    def inks(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(0, 1, 0, 0)
        canvas.rect(200, 150, 200, 150, stroke=0, fill=1)

    archive, seen = archived(prepared(plain(inks), tmp_path))
    assert violations(archive) == []
    blue, green, red = (int(v) for v in seen.pixels[10, -10])
    assert red > 200
    assert green < 60
    assert 90 < blue < 190
    assert b"DefaultCMYK" in archive


def test_inks_named_by_a_space_an_image_or_a_group_get_the_profile_too(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        spot = Array(
            [
                Name.Separation,
                Name("/PANTONE"),
                Name.DeviceCMYK,
                Dictionary(
                    FunctionType=2,
                    Domain=Array([0, 1]),
                    C0=Array([0, 0, 0, 0]),
                    C1=Array([1, 0, 0, 0]),
                    N=1,
                ),
            ]
        )
        picture = Stream(pdf, bytes([0, 255, 0, 0]) * 4)
        picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 2, 2
        picture.ColorSpace, picture.BitsPerComponent = Name.DeviceCMYK, 8
        inner = Stream(pdf, b"1 0 0 0 k 300 0 50 50 re f")
        inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 300])
        inner.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        page = pdf.pages[0]
        page.Contents = Stream(
            pdf,
            b"q 0 0.5 0 rg 0 0 200 150 re f Q /S cs 1 scn 300 200 40 40 re f"
            b" q 40 0 0 40 300 100 cm /I Do Q /N Do",
        )
        page.Resources = Dictionary(
            ColorSpace=Dictionary(S=spot), XObject=Dictionary(I=pdf.make_indirect(picture), N=inner)
        )

    kept(changed(change), tmp_path)


def test_states_and_pictures_lose_what_archives_may_not_have(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        picture = Stream(pdf, b"\xff\0\0")
        picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 1, 1
        picture.ColorSpace, picture.BitsPerComponent, picture.Interpolate = Name.DeviceRGB, 8, True
        picture.Alternates = Array()
        false = Stream(pdf, b"no profile")
        false.N, false.Alternate = 3, Name.DeviceRGB
        page = pdf.pages[0]
        page.Contents = Stream(
            pdf, b"q 0 0.5 0 rg 0 0 200 150 re f Q /G gs /C cs 1 0 0 sc q 40 0 0 40 300 100 cm /I Do Q"
        )
        state = Dictionary(TR=Name.Identity, HTP=Array([0, 0]), BM=Name("/Odd"), OPM=1, op=True, ca=0.5)
        page.Resources = Dictionary(
            ExtGState=Dictionary(G=state),
            XObject=Dictionary(I=pdf.make_indirect(picture)),
            ColorSpace=Dictionary(C=Array([Name.ICCBased, pdf.make_indirect(false)])),
        )

    kept(changed(change), tmp_path)


def test_the_first_of_several_pages_is_used_and_said(tmp_path: Path) -> None:
    path = tmp_path / "tres.pdf"

    def more(canvas: Canvas) -> None:
        canvas.showPage()
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, 400, 300, fill=1)
        canvas.showPage()

    path.write_bytes(plain(more))
    found = prepare_background(path)
    assert found.pages == 2
    archived(found.data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (changed(loop), "documents-pdf-too-complex"),
        (changed(laughs), "documents-pdf-too-complex"),
        (changed(tiny_tiles), "documents-pdf-too-complex"),
        (content(b"q " * 40), "documents-pdf-too-complex"),
        (changed(bomb), "documents-bad-picture"),
        (content(b"0 0 1 1 re f " * 1_000_000), "documents-pdf-too-complex"),
        (changed(layers), "documents-pdf-layers"),
        (changed(huge_picture), "documents-picture-too-large"),
        (changed(jpeg_2000), "documents-pdf-unusual"),
        (content(b"1 2 evil"), "documents-pdf-unusual"),
        (locked("secreto"), "documents-pdf-locked"),
        (locked(""), "documents-pdf-locked"),
        (plain()[:400], "documents-bad-picture"),
        (b"%PDF-1.7 " + bytes(30_000_000), "documents-picture-too-large"),
    ],
)
def test_what_means_harm_is_refused_in_words(data: bytes, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(PersonFacingError) as told:
        prepared(data[:29_900_000], tmp_path) if sentence != "documents-picture-too-large" else archived(data)
    assert told.value.sentence == sentence
    for language in ("es", "en"):
        assert load_words(language).say(sentence, **told.value.arguments)


def test_what_was_cleaned_is_clean(tmp_path: Path) -> None:
    once = prepared(changed(script), tmp_path)
    assert prepared(once, tmp_path) == prepared(once, tmp_path)
    archived(prepared(once, tmp_path))


def told(error: PersonFacingError) -> None:
    assert load_words("es").say(error.sentence, **error.arguments)


VALUES = st.sampled_from(
    [
        *(Name.DeviceCMYK, Name.JavaScript, Array([]), Dictionary(), 0, -1, 10**9, True, String("x" * 40)),
        *(Array([Name.ICCBased, 3]), Array([Name.Indexed]), Array([1, 2, 3, 4]), Name("/None")),
    ]
)
_KEYS = (
    "/Resources /Contents /MediaBox /Rotate /XObject /Font /ColorSpace /Pattern /ExtGState /Shading "
    "/Subtype /Width /Height /Filter /BBox /Matrix /Group /SMask /F1 /Type /Parent /FontDescriptor "
    "/DecodeParms"
)
KEYS = st.sampled_from(_KEYS.split())


@settings(
    deadline=10_000,
    max_examples=30,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
@given(st.data())
def test_a_pdf_bent_anywhere_is_drawn_as_an_archive_allows_or_refused(data: st.DataObject) -> None:
    background = resource("templates", "institucional", "images", "fondo.pdf").read_bytes()

    def bend(pdf: Pdf) -> None:
        things = [thing for thing in pdf.objects if isinstance(thing, (Dictionary, Stream))]
        for _ in range(data.draw(st.integers(1, 4))):
            thing = data.draw(st.sampled_from(things))
            thing[
                data.draw(st.one_of(KEYS, st.sampled_from(sorted({*thing.keys(), "/X"} - {"/Length"}))))
            ] = data.draw(VALUES)

    def bent() -> bytes:
        return changed(bend, background)

    try:
        broken = bent()
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError):
        return  # pikepdf itself would not write it
    name = picture_name(broken)
    template = Template("p", TemplateUse.CERTIFICATE, 200, 150, (), name)
    try:
        page = PRESS.draw(template, Filled({}), {name: broken})
        archive = PRESS.archive(page, "T", "es")
    except PersonFacingError as error:
        told(error)
        return
    found = violations(archive)
    assert not [v for v in found if v.startswith("6.")], found


@settings(deadline=10_000, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_pdf_is_drawn_or_refused(places: list[tuple[int, int]]) -> None:
    broken = bytearray(plain())
    for place, value in places:
        broken[place % len(broken)] = value
    if not broken.startswith(b"%PDF-"):
        return
    name = picture_name(bytes(broken))
    template = Template("p", TemplateUse.CERTIFICATE, 200, 150, (), name)
    try:
        PRESS.archive(PRESS.draw(template, Filled({}), {name: bytes(broken)}), "T", "es")
    except PersonFacingError as error:
        told(error)
