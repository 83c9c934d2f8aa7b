"""The import page as an organiser uses it: real lists, a real event file, real widgets."""

import csv
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.people import Category
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.importing import ImportPage
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.ports.rosters import RosterField

LISTS = Path(__file__).parents[1] / "rosters" / "data"
HEAD = ("Apellidos", "Nombres", "DNI", "Organización", "Cargo", "Correo")
ROWS = (
    ("Poma Inga", "Delia", "70000001", "Mancomunidad Huaytará", "PONENTE", "delia@example.pe"),
    ("Tito Cusi", "Raúl", "1234567", "Mancomunidad Huaytará", "DOCENTE", ""),
    ("Vargas Sol", "Inés", "70000003", "Mancomunidad Huaytará", "DOCENTE", "no-es-correo"),
    ("", "", "70000004", "Mancomunidad Huaytará", "DOCENTE", ""),
)
Settled = Callable[[], None]


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> ImportPage:
    made = ImportPage(context)
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return written(tmp_path / "lista.csv", ROWS)


def written(path: Path, rows: tuple[tuple[str, ...], ...] | list[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEAD, *rows])
    return path


def people(context: Context) -> dict[str, Category]:
    return {line.attendee.name: line.attendee.person.category for line in roster(context.desk)}


@pytest.mark.parametrize(
    ("file", "count"),
    [
        ("formulario_inscripcion.xlsx", 128),
        ("relacion_oficial.csv", 60),
        ("por_dia.xlsx", 90),
        ("texto_unicode.txt", 45),
    ],
)
def test_a_list_is_shown_first_and_comes_in_with_one_click(
    page: ImportPage, context: Context, settled: Settled, file: str, count: int
) -> None:
    before = event_info(context.desk).attendees

    page.open_file(LISTS / file)
    settled()

    assert page.stack.currentWidget() is page.review
    assert page.review.start.text() == f"Importar {count} personas"
    assert event_info(context.desk).attendees == before
    page.review.start.click()
    settled()
    assert page.stack.currentWidget() is page.result
    assert page.result.title.text() == f"Se importó a {count} personas"
    assert event_info(context.desk).attendees == before + count


def test_the_same_list_again_has_nothing_to_import(page: ImportPage, small: Path, settled: Settled) -> None:
    page.open_file(small)
    settled()
    page.review.start.click()
    settled()

    page.open_file(small)
    settled()

    assert not page.review.start.isEnabled()
    assert "sin cambios" in page.review.summary.text()


def test_every_column_says_what_it_is_taken_for(page: ImportPage, small: Path, settled: Settled) -> None:
    page.open_file(small)
    settled()

    taken = {heading: head.combo.currentText() for heading, head in page.review.preview.header.heads.items()}

    assert taken == {
        "Apellidos": "Apellidos",
        "Nombres": "Nombres",
        "DNI": "N.º de documento",
        "Organización": "Institución",
        "Cargo": "Cargo",
        "Correo": "Correo",
    }
    assert page.review.preview.rows.item(0, 0).text() == "Poma Inga"


def test_a_column_taken_for_something_else_is_looked_over_at_once(
    page: ImportPage, context: Context, small: Path, settled: Settled, qtbot: QtBot
) -> None:
    page.open_file(small)
    settled()
    combo = page.review.preview.header.heads["Organización"].combo
    combo.setFocus()
    for _ in range(list(RosterField).index(RosterField.REGION) - combo.currentIndex()):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert not page.review.start.isEnabled()
    settled()

    assert combo.value is RosterField.REGION
    assert combo.hasFocus()
    page.review.start.click()
    settled()

    found = next(line.attendee.person for line in roster(context.desk) if "Delia" in line.attendee.name)
    assert (found.organisation, found.region) == ("", "Mancomunidad Huaytará")


def test_without_a_column_of_names_it_says_so_and_can_be_put_right(
    page: ImportPage, small: Path, settled: Settled
) -> None:
    page.open_file(small)
    settled()
    for heading in ("Apellidos", "Nombres"):
        page.review.preview.header.changed.emit(heading, RosterField.IGNORE)
    settled()
    assert "columna de nombres" in page.review.summary.text()
    assert not page.review.start.isEnabled()

    page.review.preview.header.changed.emit("Apellidos", RosterField.SURNAMES)
    page.review.preview.header.changed.emit("Nombres", RosterField.GIVEN_NAMES)
    settled()

    assert page.review.start.isEnabled()


def test_what_a_position_makes_somebody_can_be_changed(
    page: ImportPage, context: Context, small: Path, settled: Settled, qtbot: QtBot
) -> None:
    page.open_file(small)
    settled()
    combos = page.review.values.combos
    assert combos["PONENTE"].value is Category.SPEAKER
    assert combos["DOCENTE"].value is Category.ATTENDEE

    for _ in range(2):
        qtbot.keyClick(combos["DOCENTE"], Qt.Key.Key_Down)
    settled()
    page.review.start.click()
    settled()

    assert people(context)["Raúl Tito Cusi"] is Category.PANELLIST
    assert people(context)["Delia Poma Inga"] is Category.SPEAKER


def test_a_sheet_left_out_does_not_come_in(page: ImportPage, settled: Settled) -> None:
    page.open_file(LISTS / "por_dia.xlsx")
    settled()
    whole = page.review.start.text()

    page.review.preview.sheets["Ponentes"].click()
    settled()

    assert page.review.start.isEnabled()
    assert page.review.start.text() != whole
    for box in page.review.preview.sheets.values():
        box.setChecked(False)
    settled()
    assert page.review.summary.text() == "Marque al menos una hoja para importar."


def test_refused_rows_and_values_left_out_are_told_apart_and_saved(
    page: ImportPage, small: Path, tmp_path: Path, settled: Settled, notes: list[str]
) -> None:
    page.open_file(small)
    settled()
    problems = page.review.problems
    assert problems.title.text() == "1 fila no entra · 1 dato se omite"
    shown = [[problems.rows.item(r, c).text() for c in (0, 2, 4)] for r in range(problems.rows.rowCount())]
    assert shown == [["La fila no entra", "5", ""], ["Solo se omite el dato", "4", "no-es-correo"]]

    target = tmp_path / "problemas.xlsx"
    asked = []
    page.ask_save = lambda suggested, chosen: (asked.append(suggested), chosen(target))  # type: ignore[method-assign]
    problems.save.click()
    settled()

    assert asked == ["Problemas de lista.xlsx"]
    assert notes == ["Guardado: problemas.xlsx"]
    saved = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert [line[4] for line in saved] == ["Dice", "", "no-es-correo"]


def test_a_file_that_is_no_list_is_told_and_another_one_can_be_chosen(
    page: ImportPage, small: Path, tmp_path: Path, settled: Settled
) -> None:
    broken = tmp_path / "rota.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing of a workbook")
    page.open_file(broken)
    settled()
    assert page.choose.wrong.isVisible()
    assert "rota.xlsx" in page.choose.wrong.text()

    page.ask_file = lambda chosen: chosen(small)  # type: ignore[method-assign]
    page.choose.choose.click()
    settled()

    assert page.stack.currentWidget() is page.review


def test_a_list_dropped_on_the_page_is_opened(page: ImportPage, small: Path, settled: Settled) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(small))])
    how = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    entering = QDragEnterEvent(QPoint(400, 300), *how)
    QApplication.sendEvent(page, entering)
    QApplication.sendEvent(page, QDropEvent(QPoint(400, 300), *how))
    settled()

    assert entering.isAccepted()
    assert page.review.file.text() == "lista.csv"


def test_the_language_changes_on_the_page(
    page: ImportPage, context: Context, small: Path, settled: Settled
) -> None:
    page.open_file(small)
    settled()

    context.language.switch("en")
    page.retranslate()

    assert page.review.start.text() == "Import 3 people"
    assert page.review.preview.header.heads["Cargo"].combo.currentText() == "Position"
    assert page.review.values.combos["PONENTE"].currentText() == "Speaker"


def test_the_result_leads_on(page: ImportPage, context: Context, small: Path, settled: Settled) -> None:
    page.open_file(small)
    settled()
    page.review.start.click()
    settled()
    wanted: list[str] = []
    context.session.page_wanted.connect(wanted.append)

    page.result.badges.click()
    page.result.desk.click()

    assert wanted == ["badges", "desk"]
    assert page.result.problems.isVisible()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    rows = [
        (f"Apellido{n % 997} Otro{n % 13}", f"Nombre{n}", f"{20_000_000 + n}", f"Red {n % 60}", "Alcalde", "")
        for n in range(20_000)
    ]
    return written(tmp_path / "grande.csv", rows)


def test_check_ins_go_on_while_twenty_thousand_people_come_in(
    page: ImportPage, context: Context, large: Path, qtbot: QtBot
) -> None:
    page.open_file(large)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review, timeout=60_000)
    known = [line.attendee.person.document for line in roster(context.desk) if line.attendee.person.document]
    landed: list[int] = []
    progress: list[int] = []
    page.presenter.progressed.connect(lambda done, total: progress.append(done))

    def next_one(*_: object) -> None:
        landed.append(len(progress))
        if page.presenter.busy:
            document = known[len(landed) % len(known)]
            context.lanes.writer.run(
                lambda: check_in(context.desk, document, source=Source.SEARCH, day_confirmed=True), next_one
            )

    page.review.start.click()
    next_one()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.result, timeout=120_000)

    assert len(roster(context.desk)) == 20_012
    assert len(progress) == 201
    longest = max(later - earlier for earlier, later in pairwise(landed))
    assert longest <= 20, "a check-in waited behind this many chunks"
    assert len(landed) > 20


def test_a_cancelled_import_leaves_nobody(
    page: ImportPage, context: Context, large: Path, qtbot: QtBot, notes: list[str]
) -> None:
    page.open_file(large)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review, timeout=60_000)
    before = people(context)

    page.review.start.click()
    qtbot.waitUntil(lambda: page.progress.bar.value() > 0, timeout=30_000)
    page.progress.cancel.click()
    qtbot.waitUntil(lambda: not page.presenter.busy, timeout=30_000)

    assert notes == ["Importación cancelada: no se agregó a nadie."]
    assert people(context) == before
    assert page.stack.currentWidget() is page.review
    assert page.review.start.isEnabled()


def test_reading_can_be_stopped(page: ImportPage, large: Path, settled: Settled) -> None:
    page.open_file(large)
    page.progress.cancel.click()
    settled()

    assert page.stack.currentWidget() is page.choose
