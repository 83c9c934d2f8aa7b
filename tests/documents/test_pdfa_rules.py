"""The checker of archive copies (support/pdfa.py) notices what it is for: a sound copy, broken in one way each."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, StreamDecodeLevel, String

from checkin_desktop.documents.certificate import certificate_file
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import certificate_texts
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.words import load_words
from support.papers import certificate
from support.pdfa import tag_faults, violations

PRESS = PdfPress()


def copy_to_keep() -> bytes:
    design = shipped_templates()["shipped-institucional"]
    filled = certificate_texts(certificate(), load_words("es"))
    return PRESS.archive(PRESS.draw(design.template, filled, design.images), "Certificado", "es")


def broken(change: Callable[[Pdf], object]) -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(copy_to_keep())) as pdf:
        change(pdf)
        pdf.save(out, fix_metadata_version=False, stream_decode_level=StreamDecodeLevel.none)
    return out.getvalue()


def more(said: bytes) -> Callable[[Pdf], object]:
    return lambda pdf: pdf.pages[0].contents_add(Stream(pdf, said))


def image(**values: object) -> Callable[[Pdf], object]:
    def change(pdf: Pdf) -> None:
        picture = Stream(pdf, bytes(4))
        picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 1, 1
        picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
        for key, value in values.items():
            picture[f"/{key}"] = value
        pdf.pages[0].Resources.XObject.Im = picture
        pdf.pages[0].contents_add(Stream(pdf, b"/Artifact BMC /Im Do EMC"))

    return change


def unembedded(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources.Font.H = font
    pdf.pages[0].contents_add(Stream(pdf, b"BT /H 9 Tf (x) Tj ET"))


def without(key: str) -> Callable[[Pdf], object]:
    return lambda pdf: pdf.Root.__delitem__(key)


def told(key: str, value: str) -> Callable[[Pdf], object]:
    return lambda pdf: pdf.docinfo.__setitem__(key, String(value))


def on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("x"))


def other_profile(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(Stream(pdf, b"none", N=3))


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (on_opening, "6.6.1"),
        (without("/Metadata"), "6.6.2.1"),
        (without("/OutputIntents"), "6.2.3"),
        (other_profile, "6.2.3"),
        (told("/Title", "Otro"), "6.6.3"),
        (told("/Author", "Ana"), "6.6.3"),
        (unembedded, "6.2.11.4.1"),
        (more(b"0 1 0 0 k 0 0 9 9 re f"), "6.2.4.3"),
        (more(b"/Nothing gs"), "6.2.2"),
        (more(b"1 foo"), "6.2.2"),
        (more(b"q " * 30 + b"Q " * 30), "6.1.13"),
        (image(Interpolate=True), "6.2.8"),
        (image(Filter=Name.JPXDecode), "6.1.7"),
        (image(ColorSpace=Name.DeviceCMYK), "6.2.4.3"),
        (image(F=String("http://example.org")), "6.1.7"),
        (lambda pdf: pdf.attachments.__setitem__("a.txt", b"x"), "6.8"),
    ],
)
def test_what_breaks_a_rule_is_noticed(change: Callable[[Pdf], object], clause: str) -> None:
    found = violations(broken(change))
    assert any(said.startswith(clause) for said in found), found


def swapped(pdf: Pdf) -> None:
    marked = pdf.Root.StructTreeRoot.K.K
    pdf.Root.StructTreeRoot.K.K = Array([marked[1], marked[0], *list(marked)[2:]])


@pytest.mark.parametrize(
    "change",
    [
        without("/Lang"),
        without("/MarkInfo"),
        without("/StructTreeRoot"),
        swapped,
        more(b"0 0 9 9 re f"),
        more(b"/P <</MCID 99>> BDC EMC"),
        lambda pdf: next(e for e in pdf.Root.StructTreeRoot.K.K if Name.Figure == e.S).__delitem__("/Alt"),
    ],
    ids=["language", "mark", "tree", "order", "untagged", "unlisted", "alternative"],
)
def test_what_breaks_the_tags_is_noticed(change: Callable[[Pdf], object]) -> None:
    assert tag_faults(broken(change)) != []


def test_both_shipped_designs_make_sound_copies() -> None:
    assert violations(copy_to_keep()) == []
    assert violations(broken(lambda pdf: None)) == []
    assert tag_faults(copy_to_keep()) == []


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en-US"), ("es-en", "es-PE"), ("es", "es-PE"), ("", "es-PE")]
)
def test_a_copy_is_in_the_language_of_its_certificate_not_of_its_reader(language: str, tag: str) -> None:
    for reader in ("es", "en"):
        if not language and reader == "en":
            continue
        face = replace(certificate(), language=language)
        data = certificate_file(face, load_words(reader))
        assert violations(data) == []
        with Pdf.open(io.BytesIO(data)) as pdf:
            assert str(pdf.Root.Lang) == tag
            title = "Certificate" if language == "en" else "Certificado"
            assert str(pdf.docinfo["/Title"]).startswith(title)
