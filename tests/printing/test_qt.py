"""Where there is no CUPS, Qt draws the pages itself; what it draws is still a document that verifies."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.documents.certificate import draw_certificates
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.raster import join_pdfs
from checkin_desktop.documents.register import draw_register
from checkin_desktop.documents.texts import badge_texts
from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.sheets import SINGLE
from checkin_desktop.keys.certificate_token import read_token_text
from checkin_desktop.printing.qt import QtPrinter
from checkin_desktop.services.badge_drawing import BadgePaper, BadgePress
from checkin_desktop.services.ports.documents import BadgeFace, Register, RegisterLine
from checkin_desktop.services.ports.printing import JobState
from checkin_desktop.words import load_words
from support.papers import KEY, SETTINGS, certificate, pages

WORDS = load_words("es")


def test_certificates_stay_landscape_and_their_codes_verify(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "printed.pdf"
    names = ("María del Carmen Ñahui", "Juan Modelo")
    faces = [certificate(name, serial=n) for n, name in enumerate(names, start=1)]
    printer = QtPrinter(to_file=out)
    job = printer.submit(draw_certificates(faces, WORDS), "", "Certificado")
    assert printer.fate(job).state is JobState.UNKNOWN, "the system doesn't tell"
    printed = pages(out, dpi=150)
    assert [(round(p.width), round(p.height)) for p in printed] == [(842, 595)] * 2
    for page, name in zip(printed, names, strict=True):
        (code,) = page.codes()
        token = read_token_text(code)
        assert token is not None
        assert token.signed_with(KEY.public)
        assert token.facts.name == name


def test_the_page_is_printed_at_its_own_size(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing is scaled or moved: a frame drawn at 9 mm comes out at 9 mm."""
    pdf = draw_certificates([certificate()], WORDS)
    out = tmp_path / "printed.pdf"
    QtPrinter(to_file=out).submit(pdf, "", "Certificado")
    (drawn,), (printed,) = pages(pdf, dpi=100), pages(out, dpi=100)
    edges = []
    for page in (drawn, printed):
        dark = (page.pixels < 200).any(axis=2)
        rows, columns = dark.any(axis=1).nonzero()[0], dark.any(axis=0).nonzero()[0]
        edges.append((rows[0], rows[-1], columns[0], columns[-1]))
    assert all(abs(int(a) - int(b)) <= 1 for a, b in zip(*edges, strict=True)), edges


def test_portrait_pages_stay_upright(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "printed.pdf"
    line = RegisterLine(
        "0001-2025", "Ana Ñ", "01234567", CertificateKind.ATTENDANCE, date(2025, 6, 21), False, ""
    )
    QtPrinter(to_file=out).submit(draw_register(Register((line,) * 60, ()), SETTINGS, WORDS), "", "Registro")
    assert [(round(p.width), round(p.height)) for p in pages(out, dpi=20)] == [(595, 842)] * 2


def test_badges_printed_by_qt_are_read(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "printed.pdf"
    codes = [f"1ABCDES{n:025d}" for n in range(8)]
    faces = [BadgeFace(code, f"Ana {n}", "Ana", str(n)) for n, code in enumerate(codes)]
    QtPrinter(to_file=out).submit(draw_badges(faces, SETTINGS, WORDS), "", "Credenciales")
    (page,) = pages(out, dpi=150)
    assert sorted(page.codes()) == codes


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_can_not_be_written_is_told_in_words(qapp: QApplication, tmp_path: Path) -> None:
    pdf = draw_certificates([certificate()], WORDS)
    with pytest.raises(PersonFacingError) as told:
        QtPrinter(to_file=tmp_path / "no" / "such" / "folder" / "x.pdf").submit(pdf, "", "Certificado")
    assert told.value.sentence == "printing-no-such-printer"


@pytest.mark.parametrize(("width", "height"), [(62, 100), (89, 36)])
def test_qt_prints_labels_at_their_exact_size(
    qapp: QApplication, tmp_path: Path, width: float, height: float
) -> None:
    paper = BadgePaper(sheet=SINGLE)
    press = BadgePress(PdfPress(), badge_texts, join_pdfs, WORDS, "Etiqueta")
    out = tmp_path / "printed.pdf"
    QtPrinter(to_file=out).submit(press.bind([press.test_label(width, height, paper)], paper), "", "Etiqueta")
    (page,) = pages(out, dpi=200)
    assert page.width == pytest.approx(width / 25.4 * 72, abs=1)
    assert page.height == pytest.approx(height / 25.4 * 72, abs=1)
    assert page.codes() == ["PRUEBA"]
