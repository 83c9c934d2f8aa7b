"""The paper list, and what was ticked on it while there was no power."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QDate, Qt, QTime
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.paper import PaperPage
from checkin_desktop.gui.pages.paper.listing import LOOKED_AT_UNASKED
from checkin_desktop.services.badges import roll_lines
from checkin_desktop.services.check_in import admit_attendee, check_in
from checkin_desktop.services.desk import stations
from checkin_desktop.services.find_attendee import with_document
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.register_walk_in import withdraw
from checkin_desktop.words.dates import long_date
from support.desks import person, reading_of

Settled = Callable[[], None]
ROSA, JUAN, LUCIA, PEDRO = "40112233", "40112234", "01234567", "40112236"


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> PaperPage:
    made = PaperPage(context)
    context.session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    settled()
    return made


@pytest.fixture
def tick(page: PaperPage, qtbot: QtBot, settled: Settled) -> Callable[..., None]:
    def type_and_enter(*texts: str) -> None:
        field = page.ticking.picker.field
        for text in texts:
            qtbot.keyClicks(field, text)
            settled()
            qtbot.keyClick(field, Qt.Key.Key_Return)

    return type_and_enter


def id_of(context: Context, document: str) -> str:
    return with_document(context.desk, document)[0].id


def test_the_list_is_shown_and_saved(page: PaperPage, qtbot: QtBot, settled: Settled, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: page.sheet.preview.drawn)
    assert page.sheet.count.text() == "12 personas · 1 página"
    page.sheet.flow.ask_path = lambda name, chosen: chosen(tmp_path / name)  # type: ignore[method-assign]
    qtbot.mouseClick(page.sheet.save_button, Qt.MouseButton.LeftButton)
    settled()
    (saved,) = tmp_path.glob("*.pdf")
    document = pypdfium2.PdfDocument(saved)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "Ñahui Peña, Lucía" in text
    assert LUCIA in text


def test_the_list_follows_the_roster(page: PaperPage, settled: Settled, context: Context) -> None:
    withdraw(context.desk, id_of(context, ROSA))
    page.refresh()
    settled()
    assert page.sheet.count.text() == "11 personas · 1 página"


@pytest.fixture
def many(page: PaperPage, context: Context, settled: Settled) -> int:
    """So many that the list is no longer shown unasked."""
    people = [person(f"Persona Número{n}", f"{50_000_000 + n}") for n in range(LOOKED_AT_UNASKED)]
    import_roster(context.desk, reading_of(people))
    page.refresh()
    settled()
    return len(people) + 12


def test_a_long_list_is_drawn_only_when_asked_for(
    page: PaperPage, many: int, qtbot: QtBot, settled: Settled, context: Context, tmp_path: Path
) -> None:
    sheet, steps, between = page.sheet, list[tuple[int, int]](), list[int]()
    assert not sheet.preview.drawn
    assert sheet.count.text() == ""
    page.listing.working.connect(lambda done, total: steps.append((done, total)))
    qtbot.mouseClick(sheet.look_button, Qt.MouseButton.LeftButton)
    settled()
    qtbot.waitUntil(lambda: sheet.preview.drawn)
    assert (sheet.preview.pages, steps) == (1, [])
    assert sheet.count.text() == f"{many:,} personas · 70 páginas"

    def printed_meanwhile(done: int, total: int) -> None:
        if done == 10:
            context.lanes.work.run(lambda: None, lambda _: between.append(len(steps)))

    page.listing.working.connect(printed_meanwhile)
    sheet.flow.ask_path = lambda name, chosen: chosen(tmp_path / name)  # type: ignore[method-assign]
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert sheet.working.isVisible()
    assert not sheet.print_button.isEnabled()
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.pdf")), timeout=30_000)
    settled()
    assert steps[-2:] == [(70, 70), (0, 0)]
    assert between[0] < len(steps) - 2, "other work waits for ten pages, not for the whole list"
    assert not sheet.working.isVisible()
    (saved,) = tmp_path.glob("*.pdf")
    document = pypdfium2.PdfDocument(saved)
    assert len(document) == 70
    document.close()


def test_drawing_a_long_list_is_stopped_and_begun_again(
    page: PaperPage, many: int, qtbot: QtBot, settled: Settled, tmp_path: Path, notes: list[str]
) -> None:
    sheet = page.sheet
    sheet.flow.ask_path = lambda name, chosen: chosen(tmp_path / name)  # type: ignore[method-assign]
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.stop_button, Qt.MouseButton.LeftButton)
    settled()
    assert notes == ["Detenido: la lista no se imprimió ni se guardó."]
    assert not sheet.working.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.pdf")), timeout=30_000)


def test_ticks_are_entered_with_the_time_on_the_paper(
    page: PaperPage, qtbot: QtBot, settled: Settled, context: Context, tick: Callable[..., None]
) -> None:
    page.ticking.time.setTime(QTime(0, 5))
    tick("rosa elvira", JUAN, "nahui")
    assert page.ticking.picker.field.text() == ""
    assert page.ticking.save_button.text() == "Registrar 3 ingresos"
    qtbot.keyClick(page.ticking.picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert page.outcome.isVisible()
    assert page.outcome.summary.text() == "3 registrados"
    lines = recent_passages(context.desk)
    assert {line.name for line in lines} == {
        "Rosa Elvira Quispe Huamán",
        "Juan Carlos Mamani Condori",
        "Lucía Ñahui Peña",
    }
    for line in lines:
        assert (line.outcome, line.source) == (Outcome.ADMITTED, Source.PAPER)
        assert (line.at.hour, line.at.minute) == (0, 5)
        assert line.at.date() == context.session.checkpoints[0].day
        assert line.checkpoint_id == context.session.checkpoints[0].id


def test_refusals_come_first_and_say_why(
    page: PaperPage, qtbot: QtBot, settled: Settled, context: Context, tick: Callable[..., None]
) -> None:
    withdraw(context.desk, id_of(context, LUCIA))
    admit_attendee(context.desk, id_of(context, JUAN), context.session.checkpoints[0].id)
    page.ticking.time.setTime(QTime(0, 5))
    tick(ROSA, JUAN, LUCIA)
    qtbot.mouseClick(page.ticking.save_button, Qt.MouseButton.LeftButton)
    settled()
    told = [page.outcome.list.item(i).text() for i in range(page.outcome.list.count())]
    assert told[0].startswith("Ñahui Peña, Lucía\nNO PUEDE INGRESAR: Su inscripción fue retirada")
    assert told[1].startswith("Mamani Condori, Juan Carlos\nYA INGRESÓ")
    assert told[2] == "Quispe Huamán, Rosa Elvira"
    assert page.outcome.summary.text() == "1 registrado · 1 ya estaba · 1 no pudo ingresar"


def test_a_tick_of_the_minute_of_a_scan_repeats_it_and_is_counted_once(
    page: PaperPage, qtbot: QtBot, settled: Settled, context: Context, tick: Callable[..., None]
) -> None:
    tick(ROSA, JUAN)
    scanned = admit_attendee(context.desk, id_of(context, JUAN), context.session.checkpoints[0].id)
    page.ticking.time.setTime(QTime(scanned.at.hour, scanned.at.minute))
    qtbot.mouseClick(page.ticking.save_button, Qt.MouseButton.LeftButton)
    settled()
    told = [page.outcome.list.item(i).text() for i in range(page.outcome.list.count())]
    assert told == [
        f"Mamani Condori, Juan Carlos\nYa se registró a las {scanned.at:%H:%M}",
        "Quispe Huamán, Rosa Elvira",
    ]
    assert page.outcome.summary.text() == "1 registrado · 1 ya estaba"
    assert len(recent_passages(context.desk)) == 2


def test_the_whole_batch_is_undone_and_its_ticks_come_back(
    page: PaperPage, qtbot: QtBot, settled: Settled, context: Context, tick: Callable[..., None]
) -> None:
    tick(ROSA, PEDRO)
    qtbot.mouseClick(page.ticking.save_button, Qt.MouseButton.LeftButton)
    settled()
    qtbot.mouseClick(page.outcome.undo_button, Qt.MouseButton.LeftButton)
    settled()
    assert all(line.undone for line in recent_passages(context.desk))
    assert page.ticking.isVisible()
    assert set(page.ticking.ticked_ids) == {id_of(context, ROSA), id_of(context, PEDRO)}


def test_a_tick_is_taken_off_again(
    page: PaperPage, qtbot: QtBot, context: Context, tick: Callable[..., None], notes: list[str]
) -> None:
    tick(ROSA, PEDRO, ROSA)
    assert len(page.ticking.ticked_ids) == 2
    assert "ya está en las marcas" in notes[-1]
    page.ticking.ticked.setFocus()
    page.ticking.ticked.setCurrentRow(0)
    qtbot.keyClick(page.ticking.ticked, Qt.Key.Key_Delete)
    assert page.ticking.ticked_ids == (id_of(context, ROSA),)


def test_enter_before_the_answer_ticks_nobody_unseen(page: PaperPage, qtbot: QtBot, settled: Settled) -> None:
    field = page.ticking.picker.field
    field.setText("quispe")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled()
    assert page.ticking.ticked_ids == ()
    field.setText("zarate")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled()
    assert len(page.ticking.ticked_ids) == 1


def test_the_arrows_choose_among_those_who_fit(
    page: PaperPage, qtbot: QtBot, settled: Settled, context: Context
) -> None:
    field = page.ticking.picker.field
    qtbot.keyClicks(field, "quispe")
    settled()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (ticked,) = page.ticking.lines.values()
    assert ticked.attendee.name == "Rosa Quispe Ramos"


def test_the_checkpoint_brings_its_day_and_another_day_is_warned_of(
    page: PaperPage, context: Context
) -> None:
    second = context.session.checkpoints[1]
    page.ticking.checkpoint.setCurrentIndex(1)
    assert page.ticking.day.date() == QDate(second.day.year, second.day.month, second.day.day)
    page.ticking.day.setDate(page.ticking.day.date().addDays(-1))
    assert second.name in page.ticking.hint.text()
    assert page.ticking.hint.isVisible()


def test_the_time_given_by_a_person_stays(page: PaperPage, settled: Settled) -> None:
    page.ticking.time.setTime(QTime(7, 45))
    page.refresh()
    settled()
    assert page.ticking.time.time() == QTime(7, 45)


def test_checkpoints_are_called_in_the_language_chosen(page: PaperPage, context: Context) -> None:
    day = context.session.checkpoints[0].day
    assert page.ticking.checkpoint.currentText() == f"Ingreso · {long_date(day, 'es')}"
    context.language.switch("en")
    page.retranslate()
    assert page.ticking.checkpoint.currentText() == f"Entrance · {long_date(day, 'en')}"


def test_a_scanned_document_ticks_its_person_and_another_code_is_said(
    page: PaperPage, settled: Settled, notes: list[str]
) -> None:
    assert page.take_scan("401122362")
    settled()
    assert len(page.ticking.ticked_ids) == 1
    page.take_scan("NADIE-1")
    settled()
    assert len(page.ticking.ticked_ids) == 1
    assert len(notes) == 1


def test_a_rows_code_ticks_its_person(page: PaperPage, settled: Settled, context: Context) -> None:
    (row,) = (line for line in roll_lines(context.desk) if line.document == ROSA)
    assert page.take_scan(row.code)
    settled()
    assert page.ticking.ticked_ids == (id_of(context, ROSA),)
    assert check_in(context.desk, row.code, source=Source.SCANNER).outcome is Outcome.REFUSED


def test_the_desk_where_it_was_ticked_is_kept(
    page: PaperPage, settled: Settled, context: Context, tick: Callable[..., None]
) -> None:
    assert page.ticking.desk.isHidden()
    own, other = stations(context.desk)[0], "ab" * 32
    page.presenter.desks_known.emit((own, replace(own, id=other, name="Mesa 2", own=False)))
    assert page.ticking.desk.isVisible()
    page.ticking.desk.setCurrentIndex(1)
    tick(ROSA)
    page.ticking.submit()
    settled()
    (line,) = recent_passages(context.desk)
    assert (line.source, line.ticked_at) == (Source.PAPER, other[:8])
