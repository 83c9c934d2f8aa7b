"""The badges page: who gets one, how the sheets look, saved, printed, and noted as printed."""

import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from tests.support.cups import Cups, cups, cups_server

from checkin_desktop.domain.people import Category
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.badges import BadgesPage
from checkin_desktop.gui.pages.badges.view import Who
from checkin_desktop.services.badges import assign_badge, badge_faces, record_badges_printed
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.register_walk_in import withdraw

from .conftest import Settled

__all__ = ["cups", "cups_server"]

_CODE_ID = slice(7, 22)
"""Where a badge code has its id: version 1, event 5, category 1, id 15, MAC 10 characters."""


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled, tmp_path: Path) -> BadgesPage:
    made = BadgesPage(context)
    made.flow.ask_path = lambda name, chosen: chosen(tmp_path / name)  # type: ignore[method-assign]
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    settled()
    return made


def choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def sizes_of(pdf: Path) -> set[tuple[int, int]]:
    with pypdfium2.PdfDocument(pdf) as document:
        sizes = [document[n].get_size() for n in range(len(document))]
    return {(round(w / 72 * 25.4), round(h / 72 * 25.4)) for w, h in sizes}


def unprinted(context: Context) -> set[str]:
    return {line.attendee.name for line in roster(context.desk) if not line.attendee.badge_prints}


def codes_in(context: Context, pdf: Path) -> set[str]:
    return set(context.tools.decode_file(pdf))


def codes_of(context: Context, *names: str) -> set[str]:
    return {face.code for _, face in badge_faces(context.desk) if not names or face.name in names}


def pages_of(pdf: Path) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def test_first_those_without_a_printed_badge_are_offered(
    page: BadgesPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    assert page.who is Who.UNPRINTED
    assert page.sheet.summary.text() == "12 credenciales en 2 hojas"
    assert page.counts.text() == "0 impresas · 12 sin imprimir"
    qtbot.waitUntil(lambda: page.sheet.preview.drawn)

    record_badges_printed(context.desk, [line.attendee.id for line in roster(context.desk)][:5])
    page.refresh()
    settled()

    assert page.sheet.summary.text() == "7 credenciales en 1 hoja"
    page.choices[Who.EVERYBODY].click()
    assert page.sheet.summary.text() == "12 credenciales en 2 hojas"


def test_saved_badges_carry_everybodys_code_and_count_as_printed_once_confirmed(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled, notes: list[str]
) -> None:
    page.sheet.save.click()
    settled()

    saved = tmp_path / "Credenciales.pdf"
    assert pages_of(saved) == 2
    assert codes_in(context, saved) == codes_of(context)
    assert page.question.isVisible()
    assert len(unprinted(context)) == 12

    changed: list[bool] = []
    context.session.changed.connect(lambda: changed.append(True))
    page.printed.click()
    settled()

    assert not unprinted(context)
    assert changed
    assert notes == ["Guardado: Credenciales.pdf", "12 credenciales anotadas como impresas"]
    assert not page.question.isVisible()


def test_a_file_that_was_not_printed_yet_leaves_them_unprinted(
    page: BadgesPage, context: Context, settled: Settled
) -> None:
    page.sheet.save.click()
    settled()
    page.not_yet.click()
    settled()

    assert len(unprinted(context)) == 12
    assert not page.question.isVisible()


def test_ten_on_a_sheet(page: BadgesPage, tmp_path: Path, settled: Settled) -> None:
    choose(page.sheet.design, "shipped-credencial-10")
    page.choices[Who.CHOSEN].click()
    page.holders.tick_all.click()
    assert page.sheet.summary.text() == "12 credenciales en 2 hojas"
    page.holders.category.setCurrentIndex(1 + list(Category).index(Category.SPEAKER))
    page.holders.tick_none.click()
    page.holders.category.setCurrentIndex(1 + list(Category).index(Category.STAFF))
    page.holders.tick_none.click()

    assert page.sheet.summary.text() == "10 credenciales en 1 hoja"
    page.sheet.save.click()
    settled()
    assert pages_of(tmp_path / "Credenciales.pdf") == 1


def test_people_are_found_and_ticked(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled, qtbot: QtBot
) -> None:
    page.choices[Who.CHOSEN].click()
    assert page.sheet.summary.text() == "Ninguna credencial"
    assert not page.sheet.save.isEnabled()

    qtbot.keyClicks(page.holders.search, "alvarez")
    assert page.holders.model.rowCount() == 1
    row = page.holders.view.visualRect(page.holders.model.index(0, 1)).center()
    qtbot.mouseClick(page.holders.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row))
    page.holders.search.clear()
    page.holders.organisation.setCurrentText("Mancomunidad Altiplano Sur")
    page.holders.view.setFocus()
    page.holders.view.setCurrentIndex(page.holders.model.index(0, 0))
    qtbot.keyClick(page.holders.view, Qt.Key.Key_Space)
    page.sheet.save.click()
    settled()

    expected = codes_of(context, "Carmen Álvarez Soto", "Lucía Ñahui Peña")
    assert codes_in(context, tmp_path / "Credenciales.pdf") == expected


def test_a_tick_taken_away_by_hand_makes_it_a_choice(page: BadgesPage) -> None:
    page.holders.model.setData(
        page.holders.model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    )

    assert page.who is Who.CHOSEN
    assert page.sheet.summary.text() == "11 credenciales en 2 hojas"


def test_somebody_withdrawn_gets_none(page: BadgesPage, context: Context, settled: Settled) -> None:
    withdraw(context.desk, roster(context.desk)[0].attendee.id)
    page.refresh()
    settled()

    assert page.sheet.summary.text() == "11 credenciales en 2 hojas"


def test_blank_badges_can_be_given_to_whoever_registers(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled, qtbot: QtBot
) -> None:
    page.choices[Who.BLANK].click()
    page.blank_count.setValue(9)
    assert page.sheet.summary.text() == "9 credenciales en blanco en 2 hojas"
    page.sheet.save.click()
    settled()

    saved = tmp_path / "Credenciales en blanco.pdf"
    codes = codes_in(context, saved)
    assert len(codes) == 9
    assert not page.question.isVisible()
    someone = roster(context.desk)[0].attendee
    assign_badge(context.desk, min(codes), someone.id)
    (own,) = codes_of(context, someone.name)
    assert own[_CODE_ID] == min(codes)[_CODE_ID]


def test_a_large_batch_can_be_stopped(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled, qtbot: QtBot
) -> None:
    page.choices[Who.BLANK].click()
    page.blank_count.setValue(5_000)
    page.sheet.save.click()
    qtbot.waitUntil(lambda: page.sheet.progress.value() > 0, timeout=30_000)
    assert page.sheet.working.isVisible()
    assert not page.sheet.save.isEnabled()

    page.sheet.cancel.click()
    settled()

    assert not page.presenter.busy
    assert not (tmp_path / "Credenciales en blanco.pdf").exists()
    assert page.sheet.save.isEnabled()


@pytest.mark.parametrize("people", [()])
def test_without_participants_it_leads_to_the_import(page: BadgesPage, context: Context) -> None:
    wanted: list[str] = []
    context.session.page_wanted.connect(wanted.append)
    assert page.nobody.isVisible()
    assert not page.sheet.print.isEnabled()

    page.import_list.click()

    assert wanted == ["import"]


def test_the_language_changes_on_the_page(page: BadgesPage, context: Context) -> None:
    context.language.switch("en")
    page.retranslate()

    assert page.sheet.summary.text() == "12 badges on 2 sheets"
    assert page.holders.model.data(page.holders.model.index(0, 4)) == "Not printed"


@pytest.mark.cups
def test_badges_are_printed_and_noted(
    page: BadgesPage, context: Context, settled: Settled, qtbot: QtBot, cups: Cups
) -> None:
    context.change_preferences(type(context.preferences())(printer=cups.default))
    before = cups.outputs()
    page.choices[Who.CHOSEN].click()
    page.holders.search.setText("nahui")
    page.holders.tick_all.click()
    with qtbot.waitSignal(page.flow.finished, timeout=60_000):
        page.sheet.print.click()
    qtbot.waitUntil(lambda: len(cups.outputs()) > len(before), timeout=60_000)
    (printed,) = cups.outputs() - before
    assert codes_in(context, printed) == codes_of(context, "Lucía Ñahui Peña")

    page.printed.click()
    settled()

    assert len(unprinted(context)) == 11
    assert "Lucía Ñahui Peña" not in unprinted(context)


def test_labels_come_one_a_page_at_their_size_and_turned(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled, qtbot: QtBot
) -> None:
    choose(page.sheet.design, "shipped-credencial-etiqueta-100x62")
    choose(page.sheet.layout_choice, "single")
    assert page.sheet.summary.text() == "12 credenciales en 12 hojas"
    assert "100 × 62 mm" in page.sheet.hint.text()
    assert page.sheet.test.isVisible()
    assert not page.sheet.beginning.isVisible()
    page.sheet.turned.click()
    qtbot.waitUntil(lambda: page.sheet.preview.drawn)
    page.sheet.save.click()
    settled()
    saved = tmp_path / "Credenciales.pdf"
    assert sizes_of(saved) == {(62, 100)}
    assert codes_in(context, saved) == codes_of(context)
    known = context.preferences()
    assert (known.badge_sheet, known.badge_turned) == ("single", True)


def test_a_label_sheet_begins_where_it_is_free(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled
) -> None:
    choose(page.sheet.design, "shipped-credencial-tarjeta")
    choose(page.sheet.layout_choice, "l4785")
    page.sheet.start.setValue(9)
    assert page.sheet.summary.text() == "12 credenciales en 2 hojas"
    page.sheet.save.click()
    settled()
    assert pages_of(tmp_path / "Credenciales.pdf") == 2
    assert codes_in(context, tmp_path / "Credenciales.pdf") == codes_of(context)


def test_a_badge_too_large_for_the_sheet_says_so_and_prints_nothing(page: BadgesPage) -> None:
    choose(page.sheet.design, "shipped-credencial-colgante")
    choose(page.sheet.layout_choice, "l4785")
    assert "105 × 148" in page.sheet.wrong.text()
    assert page.sheet.wrong.isVisible()
    assert not page.sheet.print.isEnabled()
    choose(page.sheet.layout_choice, "a4")
    assert not page.sheet.wrong.isVisible()
    assert page.sheet.print.isEnabled()


def test_printing_some_again_is_asked_about(page: BadgesPage, context: Context, settled: Settled) -> None:
    record_badges_printed(context.desk, [line.attendee.id for line in roster(context.desk)][:5])
    page.refresh()
    settled()
    page.choices[Who.EVERYBODY].click()
    page.sheet.print.click()
    assert page.again is not None
    assert page.again.windowTitle() == "5 de estas credenciales ya se imprimieron"
    page.again.no.click()
    settled()
    assert not page.presenter.busy


def test_codes_go_into_a_zip_a_folder_and_a_list(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled
) -> None:
    codes = page.codes
    codes.ask_path = lambda suffix, chosen: chosen(tmp_path / f"codigos.{suffix}")  # type: ignore[method-assign]
    codes.ask_folder = lambda chosen: chosen(tmp_path / "qr")  # type: ignore[method-assign]
    page.before.click()
    for verb in (codes.zip, codes.folder, codes.merge):
        verb.click()
        settled()
        assert "12 personas" in codes.told.text()
    pictures = {p.name for p in (tmp_path / "qr").iterdir()}
    with zipfile.ZipFile(tmp_path / "codigos.zip") as packed:
        assert set(packed.namelist()) == pictures
    assert len(pictures) == 12
    assert {text for p in pictures for text in codes_in(context, tmp_path / "qr" / p)} == codes_of(context)
    (table,) = context.tools.read_tables(tmp_path / "codigos.xlsx")
    assert {cells[-1] for _, cells in table.rows} == pictures


def test_the_print_log_is_shown_and_saved(
    page: BadgesPage, context: Context, tmp_path: Path, settled: Settled
) -> None:
    someone = roster(context.desk)[0].attendee
    record_badges_printed(context.desk, [someone.id], printer="Brother QL")
    page.log.ask_path = lambda name, chosen: chosen(tmp_path / name)  # type: ignore[method-assign]
    page.history.click()
    settled()
    assert page.log.model.rowCount() == 1
    assert page.log.model.data(page.log.model.index(0, 1)) == someone.name
    assert page.log.model.data(page.log.model.index(0, 4)) == "Brother QL"
    page.log.save.click()
    settled()
    (table,) = context.tools.read_tables(tmp_path / "credenciales-impresas.xlsx")
    assert [cells[-1] for _, cells in table.rows] == ["Brother QL"]
