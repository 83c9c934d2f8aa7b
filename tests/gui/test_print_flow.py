"""A PDF leaves the window: saved whole, printed on a real CUPS, and followed until it is out."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.documents.roll import draw_roll
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pdf_preview import PdfPreview
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus
from checkin_desktop.gui.printer_dialog import PrinterDialog
from checkin_desktop.services.badges import roll_lines
from checkin_desktop.services.desk import settings
from checkin_desktop.services.ports.printing import JobFate, JobState
from support.cups import Cups, cups, cups_server  # noqa: F401 - fixtures

Settled = Callable[[], None]


@pytest.fixture
def pdf(context: Context) -> bytes:
    desk = context.desk
    return draw_roll(roll_lines(desk) * 4, settings(desk), context.language.words)


@pytest.fixture
def flow(context: Context, qtbot: QtBot) -> PrintFlow:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return PrintFlow(context, window)


def pages(pdf: bytes | Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def printer_dialog(qtbot: QtBot) -> PrinterDialog:
    def opened() -> PrinterDialog | None:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PrinterDialog) and w.isVisible()]
        return found[0] if found else None

    qtbot.waitUntil(lambda: opened() is not None)
    dialog = opened()
    assert dialog is not None
    return dialog


def test_saving_writes_the_whole_file_and_says_so(
    flow: PrintFlow, pdf: bytes, settled: Settled, tmp_path: Path, notes: list[str]
) -> None:
    asked: list[str] = []
    told: list[Path] = []

    def answer(name: str, chosen: Callable[[Path], object]) -> None:
        asked.append(name)
        chosen(tmp_path / "new" / name)

    flow.ask_path = answer  # type: ignore[method-assign]
    flow.save(pdf, "lista.pdf", told.append)
    settled()
    assert asked == ["lista.pdf"]
    assert told == [tmp_path / "new" / "lista.pdf"]
    assert told[0].read_bytes() == pdf
    assert "lista.pdf" in notes[-1]


def test_a_place_that_cannot_be_written_is_told_in_words(
    flow: PrintFlow, pdf: bytes, settled: Settled, tmp_path: Path, notes: list[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    flow.ask_path = lambda name, chosen: chosen(tmp_path / "file" / name)  # type: ignore[method-assign]
    told: list[Path] = []
    flow.save(pdf, "lista.pdf", told.append)
    settled()
    assert notes == ["files-cannot-write"]
    assert told == []


@pytest.mark.cups
def test_the_first_time_asks_which_printer_and_remembers_it(
    flow: PrintFlow,
    pdf: bytes,
    qtbot: QtBot,
    context: Context,
    cups: Cups,  # noqa: F811
) -> None:
    printed_before = cups.outputs()
    taken: list[str] = []
    with qtbot.waitSignal(flow.finished, timeout=60_000) as finished:
        flow.print_pdf(pdf, "Lista", taken.append)
        dialog = printer_dialog(qtbot)
        assert dialog.chosen == cups.default, "the system's default is proposed"
        qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    assert finished.args == [JobFate(JobState.PRINTED)]
    assert taken == [cups.default]
    assert context.preferences().printer == cups.default
    qtbot.waitUntil(lambda: len(cups.outputs() - printed_before) == 1, timeout=30_000)
    (printed,) = cups.outputs() - printed_before
    assert pages(printed) == pages(pdf)

    with qtbot.waitSignal(flow.finished, timeout=60_000) as finished:
        flow.print_pdf(pdf, "Lista")
    assert finished.args == [JobFate(JobState.PRINTED)]


@pytest.mark.cups
def test_out_of_paper_is_said_until_there_is_paper(
    flow: PrintFlow,
    pdf: bytes,
    qtbot: QtBot,
    context: Context,
    cups: Cups,  # noqa: F811
) -> None:
    queue = cups.add_queue("sin-papel", "nopaper")
    context.change_preferences(Preferences(printer=queue))
    said: list[str] = []
    flow.state_changed.connect(said.append)
    with qtbot.waitSignal(flow.finished, timeout=60_000) as finished:
        flow.print_pdf(pdf, "Lista")
        qtbot.waitUntil(lambda: any("Sin papel" in text for text in said), timeout=30_000)
        assert flow.running
        cups.put_paper_in()
    assert finished.args == [JobFate(JobState.PRINTED)]
    assert said[-1] == "Impreso"


@pytest.mark.cups
def test_a_job_can_be_cancelled_from_the_status_line(
    flow: PrintFlow,
    pdf: bytes,
    qtbot: QtBot,
    context: Context,
    cups: Cups,  # noqa: F811
) -> None:
    queue = cups.add_queue("atascada", "nopaper")
    context.change_preferences(Preferences(printer=queue))
    status = PrintStatus(context, flow)
    qtbot.addWidget(status)
    flow.print_pdf(pdf, "Lista")
    qtbot.waitUntil(lambda: status.cancel_button.isVisible(), timeout=30_000)
    with qtbot.waitSignal(flow.finished, timeout=30_000) as finished:
        qtbot.mouseClick(status.cancel_button, Qt.MouseButton.LeftButton)
    assert finished.args == [JobFate(JobState.CANCELLED)]
    assert not status.cancel_button.isVisible()
    assert cups.run("lpstat", "-W", "not-completed", "-o", queue).strip() == ""


def test_the_preview_shows_page_after_page(
    context: Context, pdf: bytes, qtbot: QtBot, settled: Settled
) -> None:
    preview = PdfPreview(context)
    qtbot.addWidget(preview)
    preview.resize(500, 500)
    preview.show()
    preview.show_pdf(pdf)
    qtbot.waitUntil(lambda: preview.drawn)
    assert (preview.page, preview.pages) == (0, pages(pdf))
    assert not preview.previous.isEnabled()
    first = preview.grab().toImage()
    qtbot.mouseClick(preview.next, Qt.MouseButton.LeftButton)
    settled()
    assert preview.page == 1
    assert preview.grab().toImage() != first
    assert preview.place.text() == f"Página 2 de {pages(pdf)}"


def test_the_preview_forgets_what_it_was_asked_before(
    context: Context, pdf: bytes, qtbot: QtBot, settled: Settled
) -> None:
    preview = PdfPreview(context)
    qtbot.addWidget(preview)
    preview.show_pdf(pdf)
    preview.clear("nada")
    settled()
    assert not preview.drawn
