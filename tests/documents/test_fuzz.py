"""Names in any script, pictures as they come, hostile templates: a page, or one clear sentence; never a hang."""

import io
import itertools
import zlib

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.glyphs import face_of
from checkin_desktop.documents.layout import ABOVE, BELOW, Room, fit_box
from checkin_desktop.documents.pictures import picture_name
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import certificate_texts
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Family,
    Fit,
    Picture,
    PictureSource,
    Placeholder,
    Template,
    TemplateUse,
    Text,
    Vertical,
    Weight,
)
from checkin_desktop.services.ports.documents import Filled
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.words import load_words
from support.papers import certificate, pages

ES = load_words("es")
PRESS = PdfPress()
RELAXED = settings(
    deadline=5_000, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
LATIN = st.text(
    st.sampled_from("abcdefghijklmnñopqrstuvwxyzáéíóúüÁÉÍÓÚÑçŠłẞʼ’'-. "), min_size=1, max_size=200
).filter(str.strip)


def refused(error: PersonFacingError) -> None:
    """The sentence exists in both languages, with what it was given."""
    for language in ("es", "en"):
        assert load_words(language).say(error.sentence, **error.arguments)


@RELAXED
@given(
    st.one_of(
        st.text(max_size=200), st.text(st.characters(min_codepoint=0x590, max_codepoint=0x1FAFF)), LATIN
    )
)
@pytest.mark.parametrize("design", ["institucional", "moderna"])
def test_any_name_is_printed_whole_or_refused_with_its_character(design: str, name: str) -> None:
    shipped = shipped_templates()[f"shipped-{design}"]
    face = certificate("Ana")
    texts = {**certificate_texts(face, ES).texts, Placeholder.NAME: name}
    try:
        page = PRESS.draw(shipped.template, Filled(texts, face.token), shipped.images)
    except PersonFacingError as error:
        refused(error)
        return
    PRESS.archive(page, name[:40], "es")


@RELAXED
@given(LATIN, st.floats(20, 400), st.floats(8, 90), st.integers(1, 6), st.floats(0, 6), st.booleans())
def test_no_line_leaves_its_box(
    name: str, width: float, height: float, lines: int, spacing: float, whole: bool
) -> None:
    face = face_of(Family.SERIF, Weight.BOLD)
    said = face.printable(name)
    room = Room(width, height, 32, 8, lines, 1.2, spacing)
    try:
        size, drawn = fit_box([said], face, room, whole)
    except PersonFacingError as error:
        assert whole
        refused(error)
        return
    for line in drawn:
        ends = max(0, len(line) - 1) * spacing
        if len(line) > 1:
            assert face.width(line) * size + ends <= width + 0.02
    assert (ABOVE + BELOW + (len(drawn) - 1) * 1.2) * size <= height + 0.02 or size <= 3
    if whole:
        assert "".join(drawn).replace(" ", "") == said.replace(" ", "")


def test_two_hundred_characters_are_all_on_the_page() -> None:
    syllables = [a + b for a in ("Ña", "Que", "Wi", "Cha", "Ti") for b in ("lla", "mpu", "rak", "sqa", "nti")]
    name = " ".join(a + b.lower() for a, b in itertools.pairwise(syllables))[:200].strip()
    assert len(name) > 190
    for design in ("institucional", "moderna"):
        shipped = shipped_templates()[f"shipped-{design}"]
        page = PRESS.draw(shipped.template, certificate_texts(certificate(name), ES), shipped.images)
        (seen,) = pages(PRESS.single(page, "T", "es"), dpi=100)
        assert name in seen.text
        assert seen.codes() == [certificate(name).token]


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("عمر", "ع م ر"),
        ("דוד", "ד ו"),
        ("Ana 🎉", "🎉"),
        ("李雷", "李 雷"),
        ("Ana \ud800", "U+D800"),
        ("नाम", "न U+093E म"),
        ("กานดา สุขใจ", "ก า น ด ส U+0E38 ข ใ …"),
    ],
)
def test_a_script_that_can_not_be_printed_is_named_with_the_way_out(name: str, characters: str) -> None:
    shipped = shipped_templates()["shipped-institucional"]
    texts = {Placeholder.NAME: name}
    with pytest.raises(PersonFacingError) as told:
        PRESS.draw(shipped.template, Filled(texts, "X"), shipped.images)
    assert told.value.arguments["character"] == characters
    refused(told.value)
    assert "ficha de la persona" in ES.say(told.value.sentence, **told.value.arguments)


def test_a_font_that_has_the_letters_is_named() -> None:
    page = Template("p", TemplateUse.CERTIFICATE, 200, 100, (Text(0, 0, 200, 40, "{name}", Family.SERIF),))
    only_sans = {chr(c) for c in face_of(Family.SANS, Weight.REGULAR).glyphs} - {
        chr(c) for c in face_of(Family.SERIF, Weight.REGULAR).glyphs
    }
    name = "Ana " + next(c for c in sorted(only_sans) if c.isalpha() and c.isprintable())
    with pytest.raises(PersonFacingError) as told:
        PRESS.draw(page, Filled({Placeholder.NAME: name}), {})
    assert "«Sin remates»" in ES.say(told.value.sentence, **told.value.arguments)
    refused(told.value)
    sans = Template("p", TemplateUse.CERTIFICATE, 200, 100, (Text(0, 0, 200, 40, "{name}"),))
    (seen,) = pages(PRESS.single(PRESS.draw(sans, Filled({Placeholder.NAME: name}), {}), "T", "es"), dpi=20)
    assert seen.text.startswith("Ana")


@pytest.mark.parametrize("name", ["\u200b", "\u202e\u2066", "\ufe0f \u00ad"])
def test_a_name_that_can_not_be_seen_is_no_name(name: str) -> None:
    shipped = shipped_templates()["shipped-institucional"]
    with pytest.raises(PersonFacingError) as told:
        PRESS.draw(shipped.template, Filled({Placeholder.NAME: name}, "X"), shipped.images)
    assert told.value.sentence == "documents-nothing-to-see"
    assert "U+" in str(told.value.arguments["character"])
    refused(told.value)


def test_zero_width_and_turning_characters_leave_no_trace() -> None:
    shipped = shipped_templates()["shipped-institucional"]

    def drawn(name: str) -> bytes:
        return PRESS.draw(shipped.template, Filled({Placeholder.NAME: name}, "X"), shipped.images).content

    assert drawn("An\u200ba\u202e Q\u2066uispe\ufe0f") == drawn("Ana Quispe")
    assert drawn("Pen\u0303a") == drawn("Peña")


def picture(mode: str, kind: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    out = io.BytesIO()
    image = Image.new("L", size, 120).convert(mode) if mode != "I;16" else Image.new("I;16", size, 40_000)
    image.save(out, kind, **options)
    return out.getvalue()


def palette_with_alpha() -> bytes:
    out = io.BytesIO()
    image = Image.new("P", (20, 20), 1)
    image.putpalette([0, 0, 0, 200, 0, 0])
    image.putpixel((0, 0), 0)
    image.save(out, "PNG", transparency=0)
    return out.getvalue()


def pdf_page(count: int = 1, rotate: int = 0) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 100), invariant=1)
    for _ in range(count):
        canvas.setFillColorRGB(0, 0.5, 0)
        canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
        canvas.setPageRotation(rotate)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


PICTURES = {
    "rgb": picture("RGB", "PNG"),
    "grey": picture("L", "PNG"),
    "one-bit": picture("1", "PNG"),
    "alpha": picture("RGBA", "PNG"),
    "grey-alpha": picture("LA", "PNG"),
    "palette-alpha": palette_with_alpha(),
    "16-bit": picture("I;16", "PNG"),
    "jpeg": picture("RGB", "JPEG"),
    "progressive": picture("RGB", "JPEG", progressive=True),
    "grey-jpeg": picture("L", "JPEG"),
    "cmyk": picture("CMYK", "JPEG"),
    "pdf": pdf_page(),
    "turned-pdf": pdf_page(rotate=90),
}


def with_picture(data: bytes, fit: Fit = Fit.CONTAIN) -> Template:
    return Template(
        "prueba",
        TemplateUse.CERTIFICATE,
        100,
        60,
        (Picture(50, 10, 40, 30, image=picture_name(data), fit=fit),),
        background=picture_name(data),
    )


@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_of_all_kinds_are_printed_and_kept_in_allowed_colours(kind: str) -> None:
    data = PICTURES[kind]
    page = PRESS.draw(with_picture(data, Fit.COVER), Filled({}), {picture_name(data): data})
    pdf = PRESS.archive(page, "T", "es")
    (seen,) = pages(pdf, dpi=40)
    assert seen.ink(10, 10, 60, 60)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for stored in opened.pages[0].Resources.XObject.values():
            if str(stored.Subtype) == "/Image":
                assert str(stored.ColorSpace) in ("/DeviceRGB", "/DeviceGray")
                assert int(stored.BitsPerComponent) == 8


def test_a_pdf_stays_a_drawing() -> None:
    page = PRESS.draw(
        with_picture(PICTURES["pdf"]), Filled({}), {picture_name(PICTURES["pdf"]): PICTURES["pdf"]}
    )
    pdf = PRESS.single(page, "T", "es")
    assert b"/Subtype /Image" not in pdf
    (seen,) = pages(pdf, dpi=40)
    assert seen.ink(5, 5, 60, 60)


def bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    return out.getvalue()


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_page())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="secreto", owner="secreto"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "documents-bad-picture"),
        (b"nothing", "documents-bad-picture"),
        (PICTURES["rgb"][:60], "documents-bad-picture"),
        (PICTURES["jpeg"][:200], "documents-bad-picture"),
        (b"%PDF-1.7\nnothing", "documents-bad-picture"),
        (pdf_page(2), "documents-pdf-pages"),
        (locked(), "documents-pdf-locked"),
        (bomb(), "documents-picture-too-large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "documents-bad-picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(21_000_000), "documents-picture-too-large"),
    ],
)
def test_what_is_no_picture_is_told_in_words(data: bytes, sentence: str) -> None:
    with pytest.raises(PersonFacingError) as told:
        PRESS.draw(with_picture(data), Filled({}), {picture_name(data): data})
    assert told.value.sentence == sentence
    refused(told.value)


@RELAXED
@given(st.sampled_from(sorted(PICTURES)), st.data())
def test_a_damaged_picture_is_printed_or_refused(kind: str, data: st.DataObject) -> None:
    broken = bytearray(PICTURES[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    image = bytes(broken)
    try:
        page = PRESS.draw(with_picture(image), Filled({}), {picture_name(image): image})
        PRESS.archive(page, "T", "es")
    except PersonFacingError as error:
        refused(error)


NUMBERS = st.one_of(st.floats(allow_nan=True, allow_infinity=True), st.floats(-10, 400))
COLOURS = st.sampled_from(["#14213D", "category", "", "red", "#12", "#FFFFFF"])
ELEMENTS = st.one_of(
    st.builds(
        Text,
        NUMBERS,
        NUMBERS,
        NUMBERS,
        NUMBERS,
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(["{name}", "{body} {name}", "{signatures}", "{}", "{x", "}{"]),
        ),
        st.sampled_from(Family),
        st.sampled_from(Weight),
        NUMBERS,
        NUMBERS,
        st.integers(-2, 50),
        COLOURS,
        st.sampled_from(Align),
        st.sampled_from(Vertical),
        NUMBERS,
        NUMBERS,
        st.booleans(),
    ),
    st.builds(
        Picture,
        NUMBERS,
        NUMBERS,
        NUMBERS,
        NUMBERS,
        st.sampled_from(PictureSource),
        st.sampled_from(["", "0" * 64]),
    ),
    st.builds(Code, NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.booleans()),
    st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS, COLOURS, COLOURS, NUMBERS, NUMBERS),
)


@RELAXED
@given(
    st.builds(
        Template,
        st.just("hostil"),
        st.sampled_from(TemplateUse),
        NUMBERS,
        NUMBERS,
        st.lists(ELEMENTS, max_size=6).map(tuple),
    )
)
def test_a_hostile_template_is_drawn_or_refused(template: Template) -> None:
    face = certificate("Ana Quispe", logos=(PICTURES["rgb"],))
    try:
        page = PRESS.draw(template, certificate_texts(face, ES), {"0" * 64: PICTURES["rgb"]})
    except PersonFacingError as error:
        refused(error)
        return
    content = zlib.decompress(page.content)
    assert b"nan" not in content
    assert b"inf " not in content
    PRESS.archive(page, "T", "es")
