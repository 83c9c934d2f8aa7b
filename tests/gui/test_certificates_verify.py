"""Whether a certificate is genuine: typed, scanned, dropped, or read from a PDF."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.support.papers import certificate

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.keys.manifest import read_manifest
from checkin_desktop.keys.revocations import unpack_file
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.services.manifests import signed_manifest
from checkin_desktop.services.register_walk_in import register
from checkin_desktop.services.revocation_list import revocation_file
from checkin_desktop.startup.events import create_event
from checkin_desktop.words import load_words

from .certificates_page import (
    id_of,
    line_of,
    page,
    press,
)
from .conftest import Settled

__all__ = ["page"]


@pytest.fixture
def pdf(page: CertificatesPage, context: Context, tmp_path: Path) -> Path:
    """Zárate's and Ñahui's certificates in one file."""
    ids = [id_of(context, "Zárate"), id_of(context, "Ñahui")]
    issue(context.desk, ids)
    faces = list(certificate_faces(context.desk, ids))
    path = tmp_path / "certificados.pdf"
    path.write_bytes(context.tools.draw_certificates(faces, context.language.words))
    return path


def test_typed_as_printed_with_blanks_and_small_letters(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, pdf: Path
) -> None:
    page.tabs.setCurrentWidget(page.verify)
    code = line_of(context, "Zárate").typed_code.lower()
    qtbot.keyClicks(page.verify.code, " ".join(code[i : i + 5] for i in range(0, 20, 5)))
    press(qtbot, page.verify.check)
    settled()
    assert page.verify.card.title.text() == "VÁLIDO"
    assert page.verify.card.frame.property("verdict") == "admitted"
    assert "Pedro Zárate Ríos" in card_facts(page)


def test_a_pdf_with_one_revoked_shows_that_first(
    page: CertificatesPage,
    context: Context,
    qtbot: QtBot,
    settled: Settled,
    pdf: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    revoke(context.desk, id_of(context, "Ñahui"), "Nombre mal escrito")
    page.tabs.setCurrentWidget(page.verify)
    monkeypatch.setattr(page.verify, "ask_file", lambda: pdf)
    press(qtbot, page.verify.file_button)
    settled()
    assert page.verify.card.title.text() == "ANULADO"
    assert "Nombre mal escrito" in page.verify.card.detail.text()
    assert page.verify.card.others.text().startswith(
        "2 certificados en el archivo: VÁLIDO: 1 · ANULADO: 1 (0002"
    )


def test_a_dropped_file_is_read(page: CertificatesPage, qtbot: QtBot, settled: Settled, pdf: Path) -> None:
    page.tabs.setCurrentWidget(page.verify)
    drop(page, pdf)
    settled()
    assert page.verify.card.verdict is CertificateVerdict.VALID


def test_a_scanned_code_of_an_altered_certificate(
    page: CertificatesPage, context: Context, settled: Settled, pdf: Path
) -> None:
    token = certificate_faces(context.desk, [id_of(context, "Zárate")])[0].token
    swapped = token[:-6] + ("AAA" if token[-6:-3] != "AAA" else "BBB") + token[-3:]
    page.take_scan(swapped)
    settled()
    assert page.tabs.currentWidget() is page.verify
    assert page.verify.card.title.text() == "FIRMA INVÁLIDA"
    assert page.verify.card.frame.property("verdict") == "refused"


def test_another_events_certificate_may_be_genuine(page: CertificatesPage, settled: Settled) -> None:
    page.verify_text(certificate().token)
    settled()
    assert page.verify.card.title.text() == "CLAVE DESCONOCIDA"
    assert "Puede ser auténtico" in page.verify.card.detail.text()


def test_another_events_manifest_dropped_here_verifies_its_certificates(
    page: CertificatesPage, context: Context, settled: Settled, notes: list[str], tmp_path: Path
) -> None:
    other = create_event(
        EventSettings("Feria de Puno", (date(2025, 6, 20),)),
        load_words("es"),
        path=tmp_path / "o.checkin",
        as_last=False,
    )
    with other:
        who = register(other.desk, Person("Alma", "Ríos"))
        issue(other.desk, [who.id], exception_reason="x")
        token = certificate_faces(other.desk, [who.id])[0].token
        (tmp_path / "o.manifest").write_bytes(signed_manifest(other.desk))
        revoke(other.desk, who.id, "x")
        (tmp_path / "o.revocations").write_bytes(revocation_file(other.desk))
    page.tabs.setCurrentWidget(page.verify)
    drop(page, tmp_path / "o.revocations")
    settled()
    assert notes == ["revocations-other-event"]
    drop(page, tmp_path / "o.manifest")
    settled()
    assert "Feria de Puno" in page.verify.trust.known.text()
    page.verify_text(token)
    settled()
    assert page.verify.card.title.text() == "VÁLIDO"
    assert "Sin lista de anulaciones" in page.verify.card.detail.text()
    assert "Feria de Puno" in card_facts(page)
    drop(page, tmp_path / "o.revocations")
    settled()
    page.verify_text(token)
    settled()
    assert page.verify.card.title.text() == "ANULADO"


def test_what_others_need_is_written_where_one_says(
    page: CertificatesPage,
    qtbot: QtBot,
    settled: Settled,
    notes: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.tabs.setCurrentWidget(page.verify)
    trust = page.verify.trust
    monkeypatch.setattr(trust, "ask_folder", lambda: tmp_path / "web")
    monkeypatch.setattr(trust, "ask_file", lambda name, suffix: tmp_path / f"x{suffix}")
    for part in (trust.page, trust.manifest, trust.revocations):
        press(qtbot, part)
        settled()
    assert {f.name for f in (tmp_path / "web").iterdir()} >= {"index.html", "data.js"}
    assert read_manifest((tmp_path / "x.manifest").read_bytes()).name == "Encuentro de prueba"
    assert unpack_file((tmp_path / "x.revocations").read_bytes())
    assert len(notes) == 3


def test_what_is_no_code_cannot_be_checked_here(
    page: CertificatesPage, settled: Settled, notes: list[str], tmp_path: Path
) -> None:
    page.verify_text("hola")
    settled()
    assert page.verify.card.title.text() == "NO SE PUEDE COMPROBAR AQUÍ"
    wrong = tmp_path / "notas.txt"
    wrong.write_text("hola")
    drop(page, wrong)
    settled()
    assert any("no es una imagen" in note for note in notes)


def test_everything_is_said_in_the_language_chosen(
    page: CertificatesPage, context: Context, settled: Settled, pdf: Path
) -> None:
    page.verify_text(line_of(context, "Zárate").typed_code)
    settled()
    context.language.switch("en")
    page.retranslate()
    assert page.verify.card.title.text() == "VALID"
    assert page.review.chips[None].text() == "All 12"
    assert page.tabs.tabText(0) == "Issue and hand over"


def drop(page: CertificatesPage, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.verify.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


def card_facts(page: CertificatesPage) -> list[str]:
    return [part.text() for part in page.verify.card.frame.findChildren(QLabel)]
