"""Template zips: what this program made comes back, and no hostile one gets past a sentence."""

import hashlib
import io
import random
import stat
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdfium2 import PdfDocument

from checkin_desktop.documents.template_images import check_image
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Code, Picture, Template, TemplateUse, Text
from checkin_desktop.services.template_zip import MAX_FILES, read_template_zip, template_zip
from checkin_desktop.services.templates import StoredTemplate, WholeTemplate
from checkin_desktop.wire.templates import template_json


def picture(kind: str = "PNG", size: tuple[int, int] = (20, 10)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind)
    return out.getvalue()


def pdf(pages: int = 1) -> bytes:
    document, out = PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(842, 595)
    document.save(out)
    return out.getvalue()


def named(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


BACK, LOGO = pdf(), picture()
TEMPLATE = Template(
    "Ñandú «especial»",
    TemplateUse.CERTIFICATE,
    297,
    210,
    (Text(10, 10, 100, 20, "{name}"), Picture(5, 5, 20, 10, image=named(LOGO)), Code(5, 160)),
    background=named(BACK),
)
JSON = template_json(TEMPLATE)
GOOD = template_zip(WholeTemplate(StoredTemplate("x", TEMPLATE), {named(BACK): BACK, named(LOGO): LOGO}))


def zipped(*files: tuple[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", packing) as made:
        warnings.simplefilter("ignore", UserWarning)
        for name, data in files:
            made.writestr(name, data)
    return out.getvalue()


def with_entry(change: Callable[[zipfile.ZipInfo], None]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("template.json", JSON)
        info = zipfile.ZipInfo("images/a.png")
        change(info)
        made.writestr(info, LOGO)
    return out.getvalue()


def link(info: zipfile.ZipInfo) -> None:
    info.external_attr = (stat.S_IFLNK | 0o777) << 16


def encrypted() -> bytes:
    data = bytearray(zipped(("template.json", JSON)))
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    return bytes(data)


def understated() -> bytes:
    """A zip whose list says that a file is one byte shorter than it is."""
    data = bytearray(zipped(("template.json", JSON), packing=zipfile.ZIP_DEFLATED))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = (len(JSON) - 1).to_bytes(4, "little")
    return bytes(data)


def test_what_was_exported_comes_back_and_is_the_same_bytes_each_time() -> None:
    read = read_template_zip(GOOD, check_image)
    assert read.template == TEMPLATE
    assert read.images == {named(BACK): BACK, named(LOGO): LOGO}
    again = template_zip(WholeTemplate(StoredTemplate("y", read.template), read.images))
    assert again == GOOD


def test_one_written_by_hand_names_its_files_as_it_likes() -> None:
    by_hand = zipped(
        ("images/", b""), ("template.json", JSON), ("images/fondo.pdf", BACK), ("images/Mi logo.png", LOGO)
    )
    assert read_template_zip(by_hand, check_image).template == TEMPLATE


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a zip", "template-zip-damaged"),
        (GOOD[:-30], "template-zip-damaged"),
        (b"\0" * 25_000_001, "template-zip-too-large"),
        (zipped(("readme.txt", b"hola")), "template-zip-name"),
        (zipped(("images/a.png", LOGO)), "template-zip-without"),
        (zipped(("template.json", JSON), ("../../.bashrc", b"x")), "template-zip-name"),
        (zipped(("template.json", JSON), ("images/../../x.png", LOGO)), "template-zip-name"),
        (zipped(("template.json", JSON), ("/etc/passwd", b"x")), "template-zip-name"),
        (zipped(("template.json", JSON), ("images\\..\\x.png", LOGO)), "template-zip-name"),
        (zipped(("template.json", JSON), ("C:x.png", LOGO)), "template-zip-name"),
        (zipped(("template.json", JSON), ("images/c:x.png", LOGO)), "template-zip-name"),
        (zipped(("template.json", JSON), ("images/.hidden", LOGO)), "template-zip-name"),
        (zipped(("template.json", JSON), ("images/deep/a.png", LOGO)), "template-zip-name"),
        (zipped(("template.json", JSON), ("template.json", JSON)), "template-zip-twice"),
        (zipped(*((f"images/{n}.png", b"x") for n in range(MAX_FILES + 1))), "template-zip-too-many"),
        (zipped(("template.json", b" " * 399_000), packing=zipfile.ZIP_DEFLATED), "template-zip-bomb"),
        (zipped(("template.json", b"x" * 400_001)), "template-zip-file-too-large"),
        (zipped(("template.json", JSON), ("images/a.png", b"x" * 2_000_001)), "template-zip-file-too-large"),
        (
            zipped(("template.json", JSON), *((f"images/{n}.png", bytes([n]) * 2_000_000) for n in range(21)),
                   packing=zipfile.ZIP_DEFLATED),
            "template-zip-bomb",
        ),
        (zipped(("template.json", JSON)), "template-zip-lacks"),
        (zipped(("template.json", JSON), ("images/a.png", picture(size=(9, 9)))), "template-zip-lacks"),
        (zipped(("template.json", b"{}")), "template-malformed"),
        (zipped(("template.json", JSON.replace(b'"version":1', b'"version":9'))), "template-newer"),
        (with_entry(link), "template-zip-link"),
        (encrypted(), "template-zip-encrypted"),
        (understated(), "template-zip-damaged"),
    ],
)  # fmt: skip
def test_a_hostile_zip_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(PersonFacingError) as refused:
        read_template_zip(data, check_image)
    assert refused.value.sentence == said


def huge_image() -> bytes:
    """A PNG of eighty million pixels in some kilobytes."""
    out = io.BytesIO()
    Image.new("1", (8000, 10_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n nothing else", "template-not-a-picture"),
        (b"%PDF-1.7 nothing else", "documents-bad-picture"),
        (b"<svg onload='alert(1)'/>", "template-not-a-picture"),
        (picture("GIF"), "template-not-a-picture"),
        (huge_image(), "logos-file-too-large"),
    ],
)
def test_a_picture_that_is_none_or_is_huge_is_refused(data: bytes, said: str) -> None:
    wanted = replace(TEMPLATE, background=named(data), elements=())
    packed = zipped(("template.json", template_json(wanted)), ("images/x", data))
    with pytest.raises(PersonFacingError) as refused:
        read_template_zip(packed, check_image)
    assert refused.value.sentence == said


def test_a_file_without_a_name_is_refused() -> None:
    packed = zipped(("template.json", template_json(TEMPLATE)), ("qx", b"x"))
    with pytest.raises(PersonFacingError):
        read_template_zip(packed.replace(b"qx", b"\0x"), check_image)


@settings(max_examples=200, deadline=None)
@given(st.integers(), st.integers(1, 12))
def test_a_zip_with_any_bytes_changed_is_read_or_refused_in_words(seed: int, changes: int) -> None:
    chance, data = random.Random(seed), bytearray(GOOD)
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with suppress(PersonFacingError):
        read_template_zip(bytes(data), check_image)
