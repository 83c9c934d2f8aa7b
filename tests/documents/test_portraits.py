"""Portraits from files, folders and archives, whatever lies in them."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from checkin_desktop.documents.portraits import prepare_portrait, read_portraits
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.photos import MAX_PHOTO_BYTES


def _picture(kind: str, size: tuple[int, int] = (1600, 1200)) -> bytes:
    noise = Image.effect_noise(size, 80).convert("RGB")
    out = io.BytesIO()
    noise.save(out, kind)
    return out.getvalue()


def test_a_large_noisy_photograph_becomes_a_small_upright_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "40000001.png"
    path.write_bytes(_picture("PNG"))
    content = prepare_portrait(path)
    assert len(content) <= MAX_PHOTO_BYTES
    with Image.open(io.BytesIO(content)) as made:
        assert (made.format, made.size) == ("JPEG", (300, 375))
        assert not made.getexif()


def test_what_is_no_picture_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"\xff\xd8\xff nothing")
    for wrong in (path, tmp_path / "not-there.jpg"):
        with pytest.raises(PersonFacingError, match="photo-unusable"):
            prepare_portrait(wrong)


def test_a_folder_and_a_zip_give_the_same(tmp_path: Path) -> None:
    folder, archive = tmp_path / "fotos", tmp_path / "fotos.zip"
    folder.mkdir()
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in (
            ("40000001.jpg", _picture("JPEG", (300, 400))),
            ("INV-7.PNG", _picture("PNG", (200, 200))),
            ("rota.jpg", b"nothing"),
            ("lista.txt", b"nothing"),
        ):
            (folder / name).write_bytes(content)
            packed.writestr(f"carpeta/../{name}", content)
    for place in (folder, archive):
        read = read_portraits(place)
        assert sorted(read.found) == ["40000001", "INV-7"]
        assert read.unusable == ("rota.jpg",)


def test_an_archive_that_is_none_and_an_empty_folder_say_so(tmp_path: Path) -> None:
    bad = tmp_path / "fotos.zip"
    bad.write_bytes(b"PK nothing")
    with pytest.raises(PersonFacingError, match="photo-bad-archive"):
        read_portraits(bad)
    empty = tmp_path / "vacia"
    empty.mkdir()
    with pytest.raises(PersonFacingError, match="photo-none-found"):
        read_portraits(empty)
