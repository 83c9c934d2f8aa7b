"""Logos as SVG: kept as drawings, alike to the eye; what means harm or would be drawn otherwise is told by name."""

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.documents.pictures import picture_name
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.svg import svg_page
from checkin_desktop.documents.template_images import prepare_picture
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Picture, PictureSource, Template, TemplateUse
from checkin_desktop.places import resource
from checkin_desktop.services.ports.documents import MAX_IMAGE_BYTES, Filled
from checkin_desktop.words import load_words
from support.papers import pages
from support.pdfa import tag_faults, violations

PRESS = PdfPress()
RED = Path(resource("demo", "logo-red.svg"))


def svg(inside: str, more: str = 'width="100" height="50"') -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {spaces} {more}><rect width="50" height="50" fill="#008000"/>{inside}</svg>'.encode()


def on_paper(picture: bytes) -> bytes:
    template = Template(
        "p", TemplateUse.CERTIFICATE, 100, 100, (Picture(0, 0, 100, 100, image=picture_name(picture)),)
    )
    return PRESS.archive(PRESS.draw(template, Filled({}), {picture_name(picture): picture}), "T", "es")


def test_a_drawing_stays_one_and_looks_alike() -> None:
    made = prepare_picture(RED)
    assert (made.width, made.height) == (40, 40)
    archive = on_paper(made.data)
    assert violations(archive) == []
    assert tag_faults(archive) == []
    with pikepdf.open(io.BytesIO(archive)) as pdf:
        assert not [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    (seen,) = pages(archive, dpi=100)
    with Image.open(resource("demo", "logo-red.png")) as opened:
        kept = Image.new("RGB", opened.size, "white")
        kept.paste(opened, mask=opened.getchannel("A") if opened.mode == "RGBA" else None)
    size = (200, 200)
    drawn = Image.fromarray(np.ascontiguousarray(seen.pixels[:, :, ::-1])).resize(size)
    far = np.abs(np.asarray(kept.resize(size), np.int16) - np.asarray(drawn, np.int16)).max(axis=2) > 80
    assert far.mean() < 0.01


def test_an_event_logo_is_cut_to_what_is_seen_and_stays_a_drawing(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(svg("", 'width="1000" height="1000" viewBox="-50 -100 200 200"'))
    data = prepare_logo(path)
    assert data.startswith(b"%PDF-")
    assert len(data) < MAX_IMAGE_BYTES
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _, _, width, height = (float(v) for v in pdf.pages[0].mediabox)
        assert width == pytest.approx(height, rel=0.02)
    template = Template(
        "p", TemplateUse.CERTIFICATE, 100, 100, (Picture(0, 0, 100, 100, PictureSource.LOGOS),)
    )
    archive = PRESS.archive(PRESS.draw(template, Filled({}, logos=(data,)), {}), "T", "es")
    (seen,) = pages(archive, dpi=30)
    assert tuple(seen.pixels[60, 60]) == (0, 128, 0)
    assert violations(archive) == []


def test_a_pdf_as_logo_and_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "logo.pdf"
    path.write_bytes(svg_page(svg("")))
    assert prepare_logo(path).startswith(b"%PDF-")
    path.write_bytes(svg_page(svg("").replace(b"#008000", b"none")))
    with pytest.raises(PersonFacingError) as told:
        prepare_logo(path)
    assert told.value.sentence == "logos-empty-picture"


def test_gradients_and_clips_are_drawn(tmp_path: Path) -> None:
    path = tmp_path / "g.svg"
    path.write_bytes(
        svg(
            '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/>'
            '</linearGradient><clipPath id="c"><rect x="50" width="25" height="50"/></clipPath></defs>'
            '<rect x="50" width="50" height="50" fill="url(#g)" clip-path="url(#c)"/>'
        )
    )
    archive = on_paper(prepare_picture(path).data)
    assert violations(archive) == []


@pytest.mark.parametrize(
    ("data", "sentence", "what"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("&a;"), "documents-svg-unusual", "ENTITY"),
        (
            b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("&x;"),
            "documents-svg-unusual",
            "ENTITY",
        ),
        (svg('<image href="/etc/passwd" width="9" height="9"/>'), "documents-svg-unusual", "image"),
        (svg('<use xlink:href="http://127.0.0.1/x.svg#a"/>'), "documents-svg-unusual", "href"),
        (svg('<use href="other.svg#a"/>'), "documents-svg-unusual", "href"),
        (svg('<rect style="fill:url(http://127.0.0.1/a)"/>'), "documents-svg-unusual", "style"),
        (svg("<style>@import url(http://127.0.0.1/a.css);</style>"), "documents-svg-unusual", "style"),
        (svg("<script>alert(1)</script>"), "documents-svg-unusual", "script"),
        (svg("<foreignObject/>"), "documents-svg-unusual", "foreignObject"),
        (svg('<g filter="url(#f)"/>'), "documents-svg-unusual", "filter"),
        (svg("<text>Hola</text>"), "documents-svg-letters", ""),
        (svg("<g>" * 200 + "</g>" * 200), "documents-pdf-too-complex", ""),
        (svg("<g/>" * 30_000), "documents-pdf-too-complex", ""),
        (svg(" " * 1_000_001), "documents-picture-too-large", ""),
        (svg("", 'width="0" height="9"'), "documents-svg-unreadable", ""),
        (svg("", 'width="1e30" height="9"'), "documents-svg-unreadable", ""),
        (svg("<rect")[:90], "documents-svg-unreadable", ""),
        (svg("").decode().encode("utf-16"), "documents-svg-unreadable", ""),
    ],
)
def test_what_means_harm_is_told_by_name(data: bytes, sentence: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data)
    for prepare in (prepare_picture, prepare_logo):
        with pytest.raises(PersonFacingError) as told:
            prepare(path)
        assert told.value.sentence == sentence
        assert str(told.value.arguments.get("what", "")).endswith(what)
        for language in ("es", "en"):
            assert load_words(language).say(sentence, **told.value.arguments)


def test_uses_of_uses_are_counted_before_they_are_drawn() -> None:
    """Ten to the ninth rectangles in a kilobyte; and one that uses itself."""
    groups = "".join(
        f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)
    ).replace("#g0", "#r")
    many = svg(f'<defs><rect id="r" width="1" height="1"/>{groups}</defs><use href="#g9"/>')
    itself = svg('<g id="a"><use href="#a"/></g>')
    for data in (many, itself):
        with pytest.raises(PersonFacingError) as told:
            svg_page(data)
        assert told.value.sentence == "documents-pdf-too-complex"
    assert svg_page(svg('<defs><rect id="r" width="1" height="1"/></defs>' + '<use href="#r" x="9"/>' * 50))


@settings(deadline=10_000, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 127)), min_size=1, max_size=8))
def test_a_damaged_svg_is_drawn_or_refused(places: list[tuple[int, int]]) -> None:
    broken = bytearray(RED.read_bytes())
    for place, value in places:
        broken[place % len(broken)] = value
    try:
        svg_page(bytes(broken))
    except PersonFacingError as error:
        load_words("es").say(error.sentence, **error.arguments)
