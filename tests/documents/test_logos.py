"""Logos: from a file that somebody chose, through the journal, to every desk's certificates."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.documents.certificate import draw_certificates
from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.places import resource
from checkin_desktop.services.badges import badge_faces, reserve_blank_badges
from checkin_desktop.services.certificates import certificate_faces, issue
from checkin_desktop.services.desk import settings
from checkin_desktop.services.images import MAX_LOGOS, add_logo, logos, remove_logo
from checkin_desktop.services.ports.documents import MAX_IMAGE_BYTES
from checkin_desktop.wire.bodies import deterministic, settings_from
from checkin_desktop.words import load_words
from support.desks import ROSTER, Station, found, joined

WORDS = load_words("es")
DEMO = [resource("demo", f"logo-{name}.png") for name in ("encuentro", "red")]


@pytest.fixture
def desk(tmp_path: Path) -> Station:
    return found(tmp_path / "a.checkin", people=ROSTER)


def png(colour: str, size: tuple[int, int] = (60, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def seen(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_logo_reaches_certificates_and_badges(desk: Station) -> None:
    names = [add_logo(desk.desk, prepare_logo(path)) for path in DEMO]
    assert settings(desk.desk).logos == tuple(names)
    holders = issue(desk.desk, [a.id for a in desk.people()], exception_reason="prueba")
    faces = certificate_faces(desk.desk, holders)
    assert all(face.logos == tuple(prepare_logo(path) for path in DEMO) for face in faces)
    pdf = draw_certificates(faces, WORDS)
    assert pdf.count(b"/Subtype /Image") == 4, "two pictures and their transparency"
    assert {face.logo for _, face in badge_faces(desk.desk)} == {prepare_logo(DEMO[0])}
    assert reserve_blank_badges(desk.desk, 1)[0].logo == prepare_logo(DEMO[0])
    assert b"/Subtype /Image" in draw_badges(
        [f for _, f in badge_faces(desk.desk)], settings(desk.desk), WORDS
    )


def test_what_was_issued_is_printed_again_as_it_was(desk: Station) -> None:
    first = add_logo(desk.desk, png("red"))
    holders = issue(desk.desk, [a.id for a in desk.people()[:1]], exception_reason="prueba")
    before = draw_certificates(certificate_faces(desk.desk, holders), WORDS)
    remove_logo(desk.desk, first)
    add_logo(desk.desk, png("green"))
    assert logos(desk.desk) == ((settings(desk.desk).logos[0], png("green")),)
    assert draw_certificates(certificate_faces(desk.desk, holders), WORDS) == before


def test_another_desk_has_them_too_and_the_same_digest(desk: Station, tmp_path: Path) -> None:
    add_logo(desk.desk, prepare_logo(DEMO[0]))
    other = joined(tmp_path / "b.checkin", desk)
    assert logos(other.desk) == logos(desk.desk)
    add_logo(other.desk, png("red"))
    desk.take_from(other)
    assert logos(desk.desk) == logos(other.desk)
    assert len(logos(desk.desk)) == 2
    assert desk.digest() == other.digest() == desk.rebuilt_digest()


def test_the_same_picture_from_two_desks_is_one(desk: Station, tmp_path: Path) -> None:
    other = joined(tmp_path / "b.checkin", desk)
    names = {add_logo(station.desk, png("red")) for station in (desk, other)}
    desk.take_from(other)
    other.take_from(desk)
    assert len(names) == 1
    assert desk.digest() == other.digest() == desk.rebuilt_digest()


def test_adding_again_changes_nothing_and_removing_and_adding_stores_nothing_new(desk: Station) -> None:
    name = add_logo(desk.desk, png("red"))
    entries = len(desk.entries())
    assert add_logo(desk.desk, png("red")) == name
    assert len(desk.entries()) == entries
    remove_logo(desk.desk, name)
    remove_logo(desk.desk, name)
    assert len(desk.entries()) == entries + 1
    add_logo(desk.desk, png("red"))
    assert [e.kind for e in desk.entries()].count("image_added") == 1


def test_no_more_than_fit_and_nothing_but_pictures(desk: Station) -> None:
    for colour in ("red", "green", "blue", "black"):
        add_logo(desk.desk, png(colour))
    for data, sentence in (
        (png("white"), "logos-too-many"),
        (b"GIF89a", "logos-not-an-image"),
        (b"", "logos-not-an-image"),
        (png("red") + bytes(MAX_IMAGE_BYTES), "logos-too-large"),
    ):
        with pytest.raises(PersonFacingError) as told:
            add_logo(desk.desk, data)
        assert told.value.sentence == sentence
        assert WORDS.say(sentence, **told.value.arguments)
    assert len(logos(desk.desk)) == MAX_LOGOS


def test_settings_written_before_there_were_logos_are_read() -> None:
    old = {"name": "Encuentro", "days": ["2025-06-20"], "timezone": "America/Lima"}
    assert settings_from(deterministic(old)).logos == ()


def test_a_picture_is_trimmed_made_small_and_cleaned(tmp_path: Path) -> None:
    large = Image.new("RGBA", (4000, 3000), (0, 0, 0, 0))
    ImageDraw.Draw(large).ellipse((1000, 500, 3000, 2500), fill="navy")
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Secreto Personal")
    path = tmp_path / "logo.png"
    large.save(path, pnginfo=info)
    data = prepare_logo(path)
    assert len(data) < MAX_IMAGE_BYTES
    assert b"Secreto" not in data
    picture = seen(data)
    assert picture.size == (400, 400), "the round mark alone"
    assert picture.mode == "RGBA"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_pictures_as_people_have_them(tmp_path: Path, kind: str, desk: Station) -> None:
    source = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(source).rectangle((20, 20, 279, 179), fill="maroon")
    path = tmp_path / f"logo.{kind.lower()}"
    source.save(path, kind)
    add_logo(desk.desk, prepare_logo(path))
    width, height = seen(logos(desk.desk)[0][1]).size
    assert width / height == pytest.approx(260 / 160, rel=0.15)


def test_a_photograph_lies_upright_and_becomes_small_enough(tmp_path: Path) -> None:
    noise = Image.effect_noise((1600, 1200), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    path = tmp_path / "photo.jpg"
    noise.save(path, "JPEG", exif=exif, quality=95)
    data = prepare_logo(path)
    assert len(data) <= MAX_IMAGE_BYTES
    width, height = seen(data).size
    assert height > width
    assert not seen(data).getexif()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "logos-not-a-picture"),
        (b"nothing like a picture", "logos-not-a-picture"),
        (png("red")[:40], "logos-not-a-picture"),
        (png("red")[:-30], "logos-not-a-picture"),
        (png("white"), "logos-empty-picture"),
    ],
    ids=["empty", "text", "header", "cut", "white"],
)
def test_what_is_no_picture_is_told_in_words(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(PersonFacingError) as told:
        prepare_logo(path)
    assert told.value.sentence == sentence
    assert "logo.png" in WORDS.say(sentence, **told.value.arguments)


def test_a_missing_file_a_folder_and_a_bomb_are_told_in_words(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(bomb)
    for path, sentence in (
        (tmp_path / "none.png", "logos-no-file"),
        (tmp_path, "logos-no-file"),
        (bomb, "logos-file-too-large"),
    ):
        with pytest.raises(PersonFacingError) as told:
            prepare_logo(path)
        assert told.value.sentence == sentence
