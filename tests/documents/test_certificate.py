"""Certificates as a person holds them: the wording, the code that verifies, names of any length, logos."""

import io
import itertools
from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.units import mm

from checkin_desktop.documents.certificate import draw_certificates
from checkin_desktop.documents.fonts import MissingGlyph
from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.documents.texts import body_text
from checkin_desktop.domain.event import EventSettings, HourKind
from checkin_desktop.domain.people import Category
from checkin_desktop.keys.certificate_token import read_token_text
from checkin_desktop.places import resource
from checkin_desktop.scanning.decoder import StillDecoder
from checkin_desktop.words import load_words
from support.papers import KEY, LONGEST_NAME, SETTINGS, certificate, on, pages

ES, EN = load_words("es"), load_words("en")
LOGOS = tuple(prepare_logo(resource("demo", f"logo-{name}.png")) for name in ("encuentro", "red"))


def said(settings: EventSettings, role: Category = Category.ATTENDEE, words: object = ES) -> str:
    return body_text(certificate(role=role, settings=settings), words)  # type: ignore[arg-type]


def test_the_page_says_what_a_certificate_says_in_peru() -> None:
    face = certificate(logos=LOGOS)
    (page,) = pages(draw_certificates([face], ES), dpi=40)
    assert (round(page.width), round(page.height)) == (842, 595)
    for sentence in (
        "«Año de la recuperación y consolidación de la economía peruana»",
        "Red Andina de Mancomunidades · Municipalidad Provincial de Villa Serena otorgan el presente",
        "CERTIFICADO a María del Carmen Ñahui Quispe identificado(a) con DNI N.º 01234567, por haber",
        "por haber participado en calidad de PONENTE en el II Encuentro Nacional de Mancomunidades Municipales"
        " del Perú, realizado en la ciudad del Cusco los días 20 y 21 de junio de 2025, con una duración de 16"
        " horas académicas. Cusco, 21 de junio de 2025",
        "Rosa Ejemplo Quispe Presidenta",
        "Juan Modelo Huamán Alcalde",
        "no sellar aquí",
        "código de verificación",
        "Registro N.º 0001-2025",
    ):
        assert sentence in page.text, page.text
    assert "firma digital" not in page.text.lower()


def test_the_english_page() -> None:
    (page,) = pages(draw_certificates([certificate()], EN), dpi=40)
    assert (
        "grant this CERTIFICATE to María del Carmen Ñahui Quispe identified by DNI No. 01234567, for having taken"
        " part as SPEAKER in the II Encuentro Nacional de Mancomunidades Municipales del Perú, held in the city of"
        " Cusco on 20 and 21 June 2025, with a duration of 16 academic hours. Cusco, 21 June 2025"
    ) in page.text


@pytest.mark.parametrize(
    ("role", "spanish", "english"),
    [
        (Category.ATTENDEE, "ASISTENTE", "ATTENDEE"),
        (Category.SPEAKER, "PONENTE", "SPEAKER"),
        (Category.PANELLIST, "PANELISTA", "PANELLIST"),
        (Category.MODERATOR, "MODERADOR(A)", "MODERATOR"),
        (Category.ORGANISER, "ORGANIZADOR(A)", "ORGANISER"),
        (Category.AUTHORITY, "ASISTENTE", "ATTENDEE"),
    ],
)
def test_what_somebody_took_part_as(role: Category, spanish: str, english: str) -> None:
    assert f"en calidad de {spanish} en el II Encuentro" in said(SETTINGS, role)
    assert f"as {english} in the II Encuentro" in said(SETTINGS, role, EN)


@pytest.mark.parametrize(
    ("days", "spanish", "english"),
    [
        ([date(2025, 6, 20)], "el 20 de junio de 2025", "on 20 June 2025"),
        (
            [date(2025, 6, 21), date(2025, 6, 20)],
            "los días 20 y 21 de junio de 2025",
            "on 20 and 21 June 2025",
        ),
        (
            [date(2025, 6, 30), date(2025, 7, 1)],
            "los días 30 de junio y 1 de julio de 2025",
            "on 30 June and 1 July 2025",
        ),
        (
            [date(2025, 3, d) for d in (3, 4, 5, 6, 7)],
            "del 3 al 7 de marzo de 2025",
            "from 3 to 7 March 2025",
        ),
        (
            [date(2025, 3, 3), date(2025, 3, 5), date(2025, 3, 7)],
            "los días 3, 5 y 7 de marzo de 2025",
            "on 3, 5 and 7 March 2025",
        ),
        (
            [date(2025, 12, 31), date(2026, 1, 1)],
            "los días 31 de diciembre de 2025 y 1 de enero de 2026",
            "on 31 December 2025 and 1 January 2026",
        ),
    ],
)
def test_when_it_was(days: list[date], spanish: str, english: str) -> None:
    settings = on(SETTINGS, *days)
    assert f", realizado en la ciudad del Cusco {spanish}, con" in said(settings)
    assert f", held in the city of Cusco {english}, with" in said(settings, words=EN)
    nowhere = replace(settings, city="", place="")
    assert f", realizado {spanish}, con" in said(nowhere)
    assert f", held {english}, with" in said(nowhere, words=EN)


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("II Encuentro Nacional", "en el II Encuentro"),
        ("Primera Cumbre Andina", "en la Primera Cumbre"),
        ("V Feria del Libro", "en la V Feria"),
        ("Jornadas de Gestión", "en las Jornadas"),
        ("XIV Juegos Florales", "en los XIV Juegos"),
        ("3er Congreso", "en el 3er Congreso"),
        ("2025", "en el 2025"),
        ("Talleres de Riego", "en los Talleres"),
        ("Segundas Reuniones Regionales", "en las Segundas Reuniones"),
    ],
)
def test_the_article_agrees_with_the_event(name: str, phrase: str) -> None:
    assert phrase in said(replace(SETTINGS, name=name))


@pytest.mark.parametrize(
    ("city", "phrase"), [("Cusco", "del Cusco"), ("Callao", "del Callao"), ("Puno", "de Puno")]
)
def test_cities_with_an_article(city: str, phrase: str) -> None:
    assert f"en la ciudad {phrase} los días" in said(replace(SETTINGS, city=city))


@pytest.mark.parametrize(
    ("hours", "kind", "phrase"),
    [
        (16, HourKind.ACADEMIC, ", con una duración de 16 horas académicas."),
        (1, HourKind.TEACHING, ", con una duración de 1 hora lectiva."),
        (8, HourKind.CLOCK, ", con una duración de 8 horas cronológicas."),
        (None, HourKind.ACADEMIC, "de junio de 2025."),
    ],
)
def test_hours_as_the_organiser_states_them(hours: int | None, kind: HourKind, phrase: str) -> None:
    assert said(replace(SETTINGS, hours=hours, hour_kind=kind)).endswith(phrase)


def test_one_issuer_grants_alone_and_a_person_without_document_is_not_identified() -> None:
    face = certificate(document="", settings=replace(SETTINGS, issuers=("Red Andina",)))
    (page,) = pages(draw_certificates([face], ES), dpi=40)
    assert "Red Andina otorga el presente" in page.text
    assert "identificado" not in page.text


@pytest.mark.parametrize("name", ["María del Carmen Ñahui Quispe", LONGEST_NAME], ids=["usual", "longest"])
@pytest.mark.parametrize("domain", ["", "verifica.example.org"], ids=["ME1", "url"])
def test_the_code_is_30_mm_and_verifies_and_stands_in_white(name: str, domain: str) -> None:
    face = certificate(name, settings=replace(SETTINGS, domain=domain), logos=LOGOS)
    (page,) = pages(draw_certificates([face], ES), dpi=150)
    (reading,) = StillDecoder().decode(page.pixels)
    token = read_token_text(reading.text)
    assert token is not None
    assert token.signed_with(KEY.public)
    assert (token.facts.name, token.facts.serial, token.facts.hours) == (name, 1, 16)
    xs, ys = [x for x, _ in reading.corners], [y for _, y in reading.corners]
    assert 29.5 <= page.millimetres(max(xs) - min(xs)) <= 30.5
    left, right = min(xs) / 150 * 72, max(xs) / 150 * 72
    top, bottom = page.height - min(ys) / 150 * 72, page.height - max(ys) / 150 * 72
    near, far = 0.5 * mm, 2.6 * mm
    assert not page.ink(left - far, bottom - far, left - near, top + far)
    assert not page.ink(right + near, bottom - far, right + far, top + far)
    assert not page.ink(left - far, top + near, right + far, top + far)
    assert not page.ink(left - far, bottom - far, right + far, bottom - near)
    assert face.typed_code in page.text.replace(" ", "")


@pytest.mark.parametrize(
    "settings",
    [
        SETTINGS,
        replace(
            SETTINGS,
            name="Primera Jornada Nacional de Intercambio de Experiencias sobre Gestión Integral del Agua, los"
            " Residuos Sólidos y el Desarrollo Económico Territorial en las Mancomunidades Municipales",
            issuers=(
                "Asociación Red Andina de Mancomunidades Municipales y Regionales del Perú",
                "Municipalidad Provincial de Villa Serena de los Andes",
                "Gobierno Regional de la Región Imaginaria del Sur",
            ),
            signatories=((LONGEST_NAME, "Presidenta de la Asociación Red Andina de Mancomunidades"),) * 3,
        ),
        EventSettings("Taller", (date(2025, 6, 20),)),
    ],
    ids=["usual", "fullest", "barest"],
)
@pytest.mark.parametrize("logos", [(), LOGOS[:1], LOGOS * 2], ids=["0", "1", "4"])
def test_nothing_overlaps_and_nothing_leaves_the_frame(
    settings: EventSettings, logos: tuple[bytes, ...]
) -> None:
    face = certificate(LONGEST_NAME, settings=settings, logos=logos)
    (page,) = pages(draw_certificates([face], ES), dpi=100)
    assert face.name in page.text
    assert not page.ink(0, 0, page.width, 8 * mm)
    assert not page.ink(0, page.height - 8 * mm, page.width, page.height)
    # Between the frame's lines and the text there is air, left and right.
    for x in (15 * mm, page.width - 17.5 * mm):
        assert not page.ink(x, 17 * mm, x + 2.5 * mm, page.height - 17 * mm), x
    # Ink and seals need room: nothing between the text and the lines to sign on, left of the code.
    assert not page.ink(20 * mm, 34.5 * mm, 235 * mm, 54 * mm)
    assert page.codes() == [face.token]
    if logos:
        # The row of logos ends before the first line begins.
        assert page.ink(30 * mm, page.height - 35 * mm, page.width - 30 * mm, page.height - 16 * mm)
        assert not page.ink(30 * mm, page.height - 37 * mm, page.width - 30 * mm, page.height - 35.3 * mm)


def picture(width: int, height: int, colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def test_logos_are_equally_high_in_order_and_stay_apart() -> None:
    logos = (picture(100, 100, "#ff0000"), picture(400, 100, "#00ff00"), picture(50, 200, "#0000ff"))
    (page,) = pages(draw_certificates([certificate(logos=logos)], ES), dpi=100)
    upper = page.pixels[: round(40 / 25.4 * 100)].astype(np.int16)
    boxes = []
    for bgr in ((0, 0, 255), (0, 255, 0), (255, 0, 0)):
        rows, columns = np.nonzero((np.abs(upper - np.array(bgr)) < 30).all(axis=2))
        boxes.append((rows.min(), rows.max(), columns.min(), columns.max()))
    heights = [bottom - top for top, bottom, _, _ in boxes]
    assert max(heights) - min(heights) <= 1
    assert page.millimetres(heights[0]) == pytest.approx(17, abs=0.6)
    for (_, _, _, right), (_, _, left, _) in itertools.pairwise(boxes):
        assert page.millimetres(left - right) >= 5
    for (top, bottom, left, right), shape in zip(boxes, (1, 4, 0.25), strict=True):
        assert (right - left) / (bottom - top) == pytest.approx(shape, rel=0.06), "not distorted"


def test_very_wide_logos_share_the_row() -> None:
    logos = tuple(picture(2000, 100, c) for c in ("red", "green", "blue", "black"))
    (page,) = pages(draw_certificates([certificate(logos=logos)], ES), dpi=150)
    assert not page.ink(15 * mm, 100 * mm, 20 * mm, page.height - 17 * mm)
    assert page.codes() != []


def test_a_batch_stores_frame_logos_and_fonts_once() -> None:
    names = [f"{LONGEST_NAME[: 20 + n % 40].strip()} {n}" for n in range(100)]
    faces = [certificate(name, serial=n, logos=LOGOS) for n, name in enumerate(names, start=1)]
    one, batch = draw_certificates(faces[:1], ES), draw_certificates(faces, ES)
    each = (len(batch) - len(one)) / 99
    print(f"certificates: {len(one)} bytes alone, {each:.0f} bytes each in a batch of 100")
    assert each <= 4_096
    assert batch.count(b"/Subtype /Image") == one.count(b"/Subtype /Image") > 0
    document = pages(batch, dpi=10)
    assert len(document) == 100
    assert all(name in page.text for name, page in zip(names, document, strict=True))


def test_certificates_with_different_logos_in_one_batch_keep_their_own() -> None:
    red, green = picture(100, 100, "#ff0000"), picture(100, 100, "#00ff00")
    faces = [certificate(serial=n, logos=(logo,)) for n, logo in enumerate((red, green, red), start=1)]
    seen = []
    for page in pages(draw_certificates(faces, ES), dpi=50):
        middle = page.pixels[round(26 / 25.4 * 50), page.pixels.shape[1] // 2]
        seen.append("red" if middle[2] > 200 else "green")
    assert seen == ["red", "green", "red"]


def test_the_same_certificates_are_the_same_bytes() -> None:
    faces = [certificate(serial=n, logos=LOGOS) for n in (1, 2)]
    assert draw_certificates(faces, ES) == draw_certificates(faces, ES)


def test_the_file_says_its_number_and_names_nobody() -> None:
    """Print queues show titles to everybody."""
    document = pypdfium2.PdfDocument(draw_certificates([certificate()], ES))
    about = document.get_metadata_dict()
    document.close()
    assert about["Title"] == "Certificado 0001-2025"
    assert not any("Ñahui" in value for value in about.values())


def test_a_character_that_the_font_lacks_is_refused() -> None:
    with pytest.raises(MissingGlyph) as told:
        draw_certificates([certificate("Ana 你 Quispe")], ES)
    assert "你" in ES.say(told.value.sentence, **told.value.arguments)
