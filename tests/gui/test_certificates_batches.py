"""Batches of certificates that take a while, stopped half way."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.certificates.presenter import Working
from checkin_desktop.services.certificate_register import register_lines
from checkin_desktop.services.certificates import issue, review
from checkin_desktop.services.register_walk_in import correct
from checkin_desktop.services.views import CertificateState

from .certificates_page import (
    attend,
    press,
    shown,
    states,
)
from .conftest import Settled


@pytest.fixture
def people() -> tuple[Person, ...]:
    return tuple(
        Person("Persona", f"Número {n:03d}", DocumentKind.DNI, f"{70_000_000 + n}") for n in range(130)
    )


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> CertificatesPage:
    attend(context)
    return shown(context, qtbot, settled)


def test_stopped_issuing_loses_and_doubles_nothing(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    page.presenter.working.connect(stop_after_first_slice(page, qtbot))
    press(qtbot, page.review.panel.issue_all)
    settled()
    some = states(context)
    assert 0 < some[CertificateState.ISSUED] < 130
    told = f"Detenido: {some[CertificateState.ISSUED]} de 130 emitidos."
    assert page.review.progress.text.text().startswith(told)
    page.presenter.working.disconnect()
    press(qtbot, page.review.panel.issue_all)
    settled()
    serials = [line.serial for line in review(context.desk)]
    assert states(context)[CertificateState.ISSUED] == 130
    assert sorted(s for s in serials if s) == list(range(1, 131))
    assert len(register_lines(context.desk)) == 130


def test_a_name_that_no_font_has_holds_nobody_else_up(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    odd = review(context.desk)[7].attendee
    correct(context.desk, odd.id, replace(odd.person, given_names="☃"))
    page.refresh()
    settled()
    press(qtbot, page.review.panel.issue_all)
    settled()
    assert states(context)[CertificateState.ISSUED] == 129
    told = page.review.progress.text.text()
    assert told.startswith("Un certificado no se pudo dibujar y quedó sin emitir; los demás están emitidos.")
    assert "☃" in told
    press(qtbot, page.review.progress.stop_button)
    assert not page.review.progress.isVisible()


def test_stopped_drawing_prints_and_notes_nothing(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    issue(context.desk, [line.attendee.id for line in review(context.desk)])
    page.refresh()
    settled()
    page.review.list.selectAll()
    page.presenter.working.connect(stop_after_first_slice(page, qtbot))
    press(qtbot, page.review.panel.print)
    settled()
    assert page.review.progress.text.text() == "Detenido: no se imprimió ni guardó nada."
    assert [line.prints for line in review(context.desk)] == [0] * 130
    assert page.review.panel.print.isEnabled()


def test_a_long_batch_is_one_pdf_in_order(
    page: CertificatesPage,
    context: Context,
    qtbot: QtBot,
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issue(context.desk, [line.attendee.id for line in review(context.desk)])
    page.refresh()
    settled()
    page.review.list.selectAll()
    monkeypatch.setattr(page.review.verbs.flow, "ask_path", lambda name, chosen: chosen(tmp_path / name))
    press(qtbot, page.review.panel.save_one)
    settled()
    with pypdfium2.PdfDocument(tmp_path / "Certificados.pdf") as document:
        assert len(document) == 130
        assert "Número 051" in document[51].get_textpage().get_text_range()


def stop_after_first_slice(page: CertificatesPage, qtbot: QtBot) -> object:
    def stop(working: Working | None) -> None:
        if working is not None and working.done:
            press(qtbot, page.review.progress.stop_button)

    return stop


def test_a_person_far_down_the_list_is_brought_into_view(
    context: Context, qtbot: QtBot, settled: Settled
) -> None:
    page = CertificatesPage(context)
    qtbot.addWidget(page)
    page.resize(1150, 710)
    page.show()
    page.show_person(review(context.desk)[120].attendee.id)
    settled()
    qtbot.waitUntil(lambda: page.review.list.indexAt(page.review.list.viewport().rect().center()).row() > 100)
    assert page.review.panel.name.text() == "Persona Número 120"
