"""Frames from files and addresses; what cannot be read is said in a sentence that exists in both languages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.scanning.files import Images, VideoFile
from checkin_desktop.scanning.simulated_camera import SimulatedCamera, film
from checkin_desktop.scanning.sources import open_source
from checkin_desktop.scanning.stills import decode_file, load_pictures
from checkin_desktop.scanning.troubles import CameraError
from checkin_desktop.words import LANGUAGES, load_words
from support.codes import PX_PER_MM, badge_codes, qr, write_image


def sentence(error: PersonFacingError) -> str:
    """What is said, in every language."""
    return " ".join(load_words(language).say(error.sentence, **error.arguments) for language in LANGUAGES)


def test_a_video_gives_every_frame_once_with_its_time(tmp_path: Path) -> None:
    video = tmp_path / "vídeo de prueba.mp4"
    filmed = film(SimulatedCamera([qr(badge_codes(1)[0])], PX_PER_MM, seed=1), video)
    source = open_source(str(video))
    assert isinstance(source, VideoFile)
    assert not source.live
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    assert [f.index for f in frames] == list(range(filmed))
    assert all(f.pixels.shape == (720, 1280, 3) for f in frames)
    assert np.allclose(np.diff([f.taken_at for f in frames]), 1 / 30)


def test_a_folder_gives_its_images_by_name_far_apart(tmp_path: Path) -> None:
    for name in ("b.png", "a.jpg", "c.BMP"):
        write_image(tmp_path / name, qr(name))
    (tmp_path / "notas.txt").write_text("no image")
    source = open_source(str(tmp_path))
    assert isinstance(source, Images)
    times = []
    while (frame := source.read()) is not None:
        times.append(frame.taken_at)
    assert times == [0.0, 10.0, 20.0]
    assert source.read() is None


def test_one_image(tmp_path: Path) -> None:
    source = open_source(str(write_image(tmp_path / "uno.png", qr("UNO"))))
    assert source.read() is not None
    assert source.read() is None


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("Cámara que no existe", "scanning-no-source"),
        ("texto.txt", "scanning-not-a-video"),
        ("vacío.mp4", "scanning-not-a-video"),
        ("ceros.mp4", "scanning-not-a-video"),
        ("carpeta", "scanning-no-images"),
        ("http://127.0.0.1:9/video", "scanning-camera-unreachable"),
        ("rtsp://127.0.0.1:9/video", "scanning-camera-unreachable"),
    ],
)
def test_what_cannot_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("texto.txt").write_text("Hola\n" * 100)
    Path("vacío.mp4").touch()
    Path("ceros.mp4").write_bytes(bytes(50_000))
    Path("carpeta").mkdir()
    with pytest.raises(PersonFacingError) as caught:
        open_source(where)
    assert caught.value.sentence == expected
    assert sentence(caught.value)


def test_a_webcam_that_is_not_there() -> None:
    with pytest.raises(CameraError) as caught:
        open_source("97")
    assert sentence(caught.value)


@pytest.mark.parametrize("content", [b"", b"no image", b"%PDF-1.4 broken", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_files_that_are_no_pictures(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "foto.png"
    file.write_bytes(content)
    with pytest.raises(PersonFacingError) as caught:
        decode_file(file)
    assert caught.value.sentence == "scanning-not-an-image"
    assert "foto.png" in sentence(caught.value)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(PersonFacingError) as caught:
        decode_file(tmp_path / "foto.png")
    assert caught.value.sentence == "scanning-no-file"


def test_pages_of_a_pdf_come_one_at_a_time(tmp_path: Path) -> None:
    sheets = tmp_path / "pages.pdf"
    canvas = Canvas(str(sheets), pagesize=A4)
    codes = badge_codes(3)
    for code in codes:
        picture = write_image(tmp_path / f"{code}.png", qr(code, error="H"))
        canvas.drawImage(str(picture), 100, 400, 100, 100)
        canvas.showPage()
    canvas.save()
    pages = load_pictures(sheets)
    assert next(pages).shape[:2] == (2339, 1654)
    assert [r.text for r in decode_file(sheets).readings] == codes


def test_a_very_large_photograph_is_read(tmp_path: Path) -> None:
    code = badge_codes(1)[0]
    large = np.full((4_600, 6_100), 190, np.uint8)
    picture = qr(code, scale=24, error="H")
    large[1_000 : 1_000 + picture.shape[0], 2_000 : 2_000 + picture.shape[1]] = picture
    assert [r.text for r in decode_file(write_image(tmp_path / "grande.jpg", large)).readings] == [code]


def test_images_with_wrong_endings_are_read_by_content(tmp_path: Path) -> None:
    picture = write_image(tmp_path / "foto.png", qr("CONTENIDO"))
    renamed = tmp_path / "foto.heic"
    shutil.move(picture, renamed)
    assert [r.text for r in decode_file(renamed).readings] == ["CONTENIDO"]


@pytest.mark.parametrize("source", ["roto.mp4", "http://127.0.0.1:9/video", "97"])
def test_on_the_command_line_one_sentence_is_all_that_is_said(tmp_path: Path, source: str) -> None:
    """Neither OpenCV nor FFmpeg speaks to a person."""
    (tmp_path / "roto.mp4").write_bytes(bytes([0, 0, 0, 32]) + b"ftypisom" + bytes(range(256)) * 40)
    done = subprocess.run(
        [sys.executable, "-m", "checkin_desktop", "scan", "--source", source],
        cwd=tmp_path,
        env=os.environ | {"CHECKIN_HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
