"""The certificates page: who has earned one, issuing, exceptions, handing over, revoking, saving."""

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot
from tests.support.desks import Clock, Station, joined

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.certificates.dialogs import PreviewDialog
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.certificate_register import register_lines
from checkin_desktop.services.certificates import issue, review, revoke
from checkin_desktop.services.register_walk_in import withdraw
from checkin_desktop.services.views import CertificateState
from checkin_desktop.startup.events import OpenEvent

from .certificates_page import (
    attend,
    dialog,
    id_of,
    line_of,
    names,
    page,
    page_text,
    pick,
    press,
    shown,
    states,
)
from .conftest import Settled

__all__ = ["page"]


def test_everybody_is_listed_with_a_state_and_the_filters_count(
    page: CertificatesPage, context: Context, qtbot: QtBot
) -> None:
    chips = {state: chip.text() for state, chip in page.review.chips.items()}
    assert chips[None] == "Todos 12"
    assert chips[CertificateState.ELIGIBLE] == "Listos para emitir 3"
    assert chips[CertificateState.NOT_YET] == "Todavía no 9"
    assert chips[CertificateState.REVOKED] == "Anulados 0"
    press(qtbot, page.review.chips[CertificateState.ELIGIBLE])
    assert names(page) == ["Álvarez Soto", "Ñahui Peña", "Zárate Ríos"]
    press(qtbot, page.review.chips[CertificateState.REVOKED])
    assert names(page) == []
    assert page.review.empty.text() == "No hay certificados anulados."


@pytest.mark.parametrize("typed", ["nahui", "PEÑA lucia", "01234567", "altiplano lucía"])
def test_search_ignores_accents_and_finds_by_document_and_organisation(
    page: CertificatesPage, typed: str
) -> None:
    page.review.search.setText(typed)
    assert names(page) == ["Ñahui Peña"]


def test_what_is_missing_is_read_whole_in_the_list(context: Context, qtbot: QtBot, settled: Settled) -> None:
    attend(context, ("Zárate",), days=1)
    page = shown(context, qtbot, settled)
    page.resize(1130, 640)
    listed, state = page.review.list, 2
    first, second = (f"{c.day:%d/%m}" for c in context.session.checkpoints[:2])
    told = {listed.model().index(row, state).data() for row in range(listed.model().rowCount())}
    assert {f"Falta {first}, {second}", f"Falta {second}"} <= told
    assert all(
        listed.sizeHintForIndex(listed.model().index(row, state)).width() <= listed.columnWidth(state)
        for row in range(listed.model().rowCount())
    )


def test_one_missing_day_is_named(context: Context, qtbot: QtBot, settled: Settled) -> None:
    attend(context, ("Zárate",), days=1)
    page = shown(context, qtbot, settled)
    pick(page, "Zárate")
    second = context.session.checkpoints[1].name
    assert page.review.panel.warning.text() == f"Le falta: {second}."
    assert not page.review.panel.print.isVisible()
    assert page.review.panel.make_exception.isVisible()


def test_issue_for_all_is_the_primary_action_and_numbers_everybody_once(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, notes: list[str]
) -> None:
    assert page.review.panel.issue_all.text() == "Emitir para las 3 personas listas"
    press(qtbot, page.review.panel.issue_all)
    settled()
    assert states(context)[CertificateState.ISSUED] == 3
    assert "3 certificados emitidos." in notes
    assert page.review.chips[CertificateState.ISSUED].text() == "Emitidos 3"
    assert not page.review.panel.issue_all.isVisible()
    assert [line.number[:4] for line in register_lines(context.desk)] == ["0001", "0002", "0003"]


def test_the_selection_stays_when_somebody_else_checks_in(
    page: CertificatesPage, context: Context, settled: Settled
) -> None:
    pick(page, "Zárate", "Rojas")
    attend(context, ("Rojas",))
    context.session.changed.emit()
    settled()
    assert page.review.panel.name.text() == "2 personas elegidas"
    assert page.review.panel.print.text() == "Emitir e imprimir 2"


def test_an_exception_needs_a_written_reason_and_is_journaled_as_one(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    page.show_person(id_of(context, "Rojas"))
    settled()
    press(qtbot, page.review.panel.make_exception)
    asked = dialog(ReasonDialog)
    assert isinstance(asked, ReasonDialog)
    assert not asked.yes.isEnabled()
    qtbot.keyClicks(asked.reason, "   ")
    assert not asked.yes.isEnabled()
    qtbot.keyClicks(asked.reason, "Su vuelo se retraso; lo confirma la coordinadora")
    press(qtbot, asked.yes)
    settled()
    line = line_of(context, "Rojas")
    assert line.state is CertificateState.ISSUED
    assert line.exception_reason == "Su vuelo se retraso; lo confirma la coordinadora"
    assert "Por excepción: Su vuelo" in page.review.panel.facts.text()


def test_revoking_asks_why_and_the_number_stays_in_the_register(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    issue(context.desk, [id_of(context, "Zárate")])
    page.show_person(id_of(context, "Zárate"))
    settled()
    press(qtbot, page.review.panel.revoke)
    asked = dialog(ReasonDialog)
    assert isinstance(asked, ReasonDialog)
    qtbot.keyClicks(asked.reason, "Nombre mal escrito")
    press(qtbot, asked.yes)
    settled()
    assert page.review.panel.state.text() == "Anulado"
    assert "Nombre mal escrito" in page.review.panel.facts.text()
    assert page.review.panel.issue.text() == "Emitir uno nuevo"
    press(qtbot, page.review.panel.issue)
    settled()
    said = [(line.revoked, line.reason) for line in register_lines(context.desk)]
    assert said == [(True, "Nombre mal escrito"), (False, "")]


def test_handing_over_is_marked_for_several(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    press(qtbot, page.review.panel.issue_all)
    settled()
    pick(page, "Zárate", "Ñahui")
    press(qtbot, page.review.panel.hand_over)
    settled()
    handed = [line.attendee.person.surnames for line in review(context.desk) if line.handed_over]
    assert handed == ["Ñahui Peña", "Zárate Ríos"]
    pick(page, "Ñahui")
    assert not page.review.panel.hand_over.isVisible()


def test_saved_in_one_pdf_and_one_each(
    page: CertificatesPage,
    context: Context,
    qtbot: QtBot,
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    press(qtbot, page.review.panel.issue_all)
    settled()
    page.review.list.selectAll()
    monkeypatch.setattr(page.review.verbs.flow, "ask_path", lambda name, chosen: chosen(tmp_path / name))
    press(qtbot, page.review.panel.save_one)
    settled()
    with pypdfium2.PdfDocument(tmp_path / "Certificados.pdf") as document:
        assert len(document) == 3
    folder = tmp_path / "todos"
    monkeypatch.setattr(page.review.verbs, "ask_folder", lambda: folder)
    press(qtbot, page.review.panel.save_each)
    settled()
    saved = sorted(path.name for path in folder.iterdir())
    year = context.session.checkpoints[1].day.year
    assert saved == [
        f"0001-{year}-carmen-alvarez-soto.pdf",
        f"0002-{year}-lucia-nahui-pena.pdf",
        f"0003-{year}-pedro-zarate-rios.pdf",
    ]
    assert "Pedro Zárate Ríos" in page_text(folder / saved[2])


def test_the_register_and_the_spreadsheet_are_saved(
    page: CertificatesPage,
    context: Context,
    qtbot: QtBot,
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issue(context.desk, [id_of(context, "Ñahui"), id_of(context, "Zárate")])
    revoke(context.desk, id_of(context, "Zárate"), "Nombre mal escrito")
    monkeypatch.setattr(page.review.verbs.flow, "ask_path", lambda name, chosen: chosen(tmp_path / name))
    press(qtbot, page.review.register)
    settled()
    register = page_text(tmp_path / "Libro de registro de certificados.pdf")
    assert "Lucía Ñahui Peña" in register
    assert "Nombre mal escrito" in register
    monkeypatch.setattr(page.review.verbs, "ask_table_path", lambda: tmp_path / "c.csv")
    press(qtbot, page.review.spreadsheet)
    settled()
    table = (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    assert "Pedro Zárate Ríos" in table
    assert "Anulado" in table


def test_the_preview_shows_the_page_that_is_printed(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    issue(context.desk, [id_of(context, "Zárate")])
    page.show_person(id_of(context, "Zárate"))
    settled()
    press(qtbot, page.review.panel.preview)
    settled()
    preview = dialog(PreviewDialog)
    assert isinstance(preview, PreviewDialog)
    qtbot.waitUntil(lambda: preview.preview.drawn)
    assert preview.preview.pages == 1
    preview.reject()


def test_a_certificate_of_somebody_withdrawn_can_still_be_revoked(
    page: CertificatesPage, context: Context, settled: Settled, notes: list[str]
) -> None:
    who = id_of(context, "Zárate")
    issue(context.desk, [who])
    withdraw(context.desk, who)
    withdraw(context.desk, id_of(context, "Ñahui"))
    page.refresh()
    settled()
    assert "Zárate Ríos" in names(page)
    assert "Ñahui Peña" not in names(page)
    revoke(context.desk, who, "Se retiró")
    page.refresh()
    settled()
    assert "Zárate Ríos" not in names(page)
    page.show_person(who)
    settled()
    assert notes[-1].startswith("Esa persona está retirada de la lista")
    assert page.review.panel.name.text() == "Certificados del evento"


def test_a_sample_is_seen_before_any_is_issued_and_cannot_be_printed(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    press(qtbot, page.review.panel.sample)
    settled()
    preview = dialog(PreviewDialog)
    assert isinstance(preview, PreviewDialog)
    qtbot.waitUntil(lambda: preview.preview.drawn)
    assert not preview.print.isVisible()
    assert register_lines(context.desk) == ()
    preview.reject()


def test_a_desk_that_has_not_heard_from_another_says_since_when(
    context: Context,
    event: OpenEvent,
    home: Path,
    qtbot: QtBot,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("checkin_desktop.services.freshness.SILENT_S", -1)
    assert event.file.open_secrets is not None
    here = Station(event.file, Clock(event.file.now_ms()), event.file.open_secrets)
    other = joined(home / "other.checkin", here, "Mesa 2")
    here.take_from(other)
    page = shown(context, qtbot, settled)
    assert "sin datos de la Mesa 2 desde las " in page.review.fresh.text()
    page.show_person(id_of(context, "Rojas"))
    settled()
    assert "sin datos de la Mesa 2 desde las " in page.review.panel.warning.text()
    issue(context.desk, [id_of(context, "Zárate")], exception_reason="x")
    page.verify_text(line_of(context, "Zárate").typed_code)
    settled()
    assert page.verify.card.verdict is CertificateVerdict.VALID
    assert "Una anulación reciente puede faltar" in page.verify.card.fresh.text()
    other.close()


def test_a_badge_scanned_over_the_list_finds_its_owner(
    page: CertificatesPage, context: Context, settled: Settled, notes: list[str]
) -> None:
    codes = {face.name: face.code for _, face in badge_faces(context.desk)}
    assert page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    assert page.review.panel.name.text() == "Pedro Zárate Ríos"
    assert page.take_scan("no es de nadie")
    settled()
    assert notes == ["Ese código no es de nadie de la lista. Busque a la persona por su nombre o documento."]
