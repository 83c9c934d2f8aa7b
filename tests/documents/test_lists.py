"""The paper list and the register of certificates."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
import zxingcpp

from checkin_desktop.documents.register import draw_register
from checkin_desktop.documents.roll import draw_roll
from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.people import Category
from checkin_desktop.services.ports.documents import Register, RegisterLine, RollLine
from checkin_desktop.words import load_words
from support.papers import SETTINGS, on, pages

ES, EN = load_words("es"), load_words("en")
LONG = "Fernández-Baca de la Cruz y Chumbivilcas, María de los Ángeles Guadalupe"


def line(name: str, document: str = "01234567", organisation: str = "Mancomunidad Valle Sagrado") -> RollLine:
    return RollLine(name, document, organisation, Category.ATTENDEE)


def test_people_are_in_spanish_order_across_pages() -> None:
    names = [
        "Ñahui, Ana",
        "Núñez, Beto",
        "Nunez, Ana",
        "Oré, Luz",
        "Álvarez, José",
        "Alva, Zoila",
        "zárate, Ana",
    ]
    ordered = [
        "Alva, Zoila",
        "Álvarez, José",
        "Nunez, Ana",
        "Núñez, Beto",
        "Ñahui, Ana",
        "Oré, Luz",
        "zárate, Ana",
    ]
    (page,) = pages(draw_roll([line(n) for n in names], SETTINGS, ES), dpi=40)
    places = [page.text.index(n) for n in ordered]
    assert places == sorted(places)


def test_everybody_is_on_the_list_with_document_and_organisation() -> None:
    people = [line(f"Apellido{n:03d}, Nombre", f"{n:08d}", f"Mancomunidad {n}") for n in range(130)]
    sheets = pages(draw_roll(people, SETTINGS, ES), dpi=20)
    text = " ".join(s.text for s in sheets)
    for person in people:
        assert person.sort_name in text
        assert person.document in text
        assert person.organisation in text
    assert f"1 de {len(sheets)}" in sheets[0].text
    assert f"{len(sheets)} de {len(sheets)}" in sheets[-1].text
    assert "130 personas" in sheets[0].text
    for heading in ("D1", "D2", "Apellidos y nombres", "Documento", "Institución", "Firma"):
        assert heading in sheets[-1].text


def test_a_long_name_is_whole() -> None:
    (page,) = pages(draw_roll([line(LONG, "PASAPORTE AB1234567")], SETTINGS, ES), dpi=40)
    assert LONG in page.text
    assert "PASAPORTE AB1234567" in page.text


def test_a_scanner_reads_the_code_of_every_row() -> None:
    people = [replace(line(f"Apellido{n:02d}, Nombre"), code=f"1ABCDE0{n:013d}") for n in range(28)]
    (page,) = pages(draw_roll(people, SETTINGS, ES), dpi=200)
    read = {found.text for found in zxingcpp.read_barcodes(page.pixels)}
    assert read == {person.code for person in people}


@pytest.mark.parametrize("days", [1, 2, 4])
def test_each_day_has_its_box(days: int) -> None:
    event = on(SETTINGS, *(date(2025, 6, 20) + timedelta(days=n) for n in range(days)))
    (page,) = pages(draw_roll([line("Ana")], event, ES), dpi=150)
    row = page.pixels[round(33 / 25.4 * 150), :]
    left_part = (row[: page.pixels.shape[1] // 2] < 120).all(axis=1)
    edges = sum(1 for before, now in itertools.pairwise(left_part) if now and not before)
    assert edges >= 2 * days
    assert f"D{days}" in page.text
    assert f"D{days + 1}" not in page.text


def test_an_empty_list_is_a_page_with_headings() -> None:
    (page,) = pages(draw_roll([], SETTINGS, EN), dpi=40)
    assert "1 of 1" in page.text


def register_line(n: int, revoked: bool = False) -> RegisterLine:
    reason = "nombre mal escrito; reemplazado por el 0009-2025" if revoked else ""
    return RegisterLine(
        f"{n:04d}-2025",
        f"Persona Ñ {n}",
        f"{n:05d}678",
        CertificateKind.PANELLIST,
        date(2025, 9, 21),
        revoked,
        reason,
    )


def test_the_register_says_every_number_its_state_and_masks_documents() -> None:
    lines = [register_line(n, revoked=n == 3) for n in range(1, 61)]
    sheets = pages(draw_register(Register(tuple(lines), ()), SETTINGS, ES), dpi=40)
    text = " ".join(s.text for s in sheets)
    assert len(sheets) == 2
    for entry in lines:
        assert entry.number in text
        assert entry.name in text
        assert entry.document not in text
    assert "•••••678" in text
    assert "Anulado: nombre mal escrito; reemplazado por el 0009-2025" in text
    assert text.count("Vigente") == 59
    assert "21/09/2025" in text
    assert "21 Sep 2025" in pages(draw_register(Register(tuple(lines[:1]), ()), SETTINGS, EN), dpi=40)[0].text


def test_a_very_long_reason_is_cut_not_spilled() -> None:
    spoken = RegisterLine(
        "0001-2025", LONG * 3, "X" * 30, CertificateKind.ATTENDANCE, date(2025, 9, 21), True, "motivo " * 60
    )
    (page,) = pages(draw_register(Register((spoken,), ()), SETTINGS, ES), dpi=100)
    assert not page.ink(page.width - 35, 0, page.width, page.height - 60)
