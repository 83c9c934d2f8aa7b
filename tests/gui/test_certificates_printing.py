"""Certificates on a real printer: one click for one, one job for many, reprints said before."""

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot
from tests.support.cups import Cups, cups, cups_server

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.gui.design.dialogs import Question
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.printer_dialog import PrinterDialog
from checkin_desktop.services.certificate_register import register_lines
from checkin_desktop.services.certificates import review
from checkin_desktop.services.verify_certificate import verify_all
from checkin_desktop.services.views import CertificateState

from .certificates_page import dialog, id_of, line_of, page, press
from .conftest import Settled

__all__ = ["cups", "cups_server", "page"]


@pytest.mark.cups
def test_from_the_desk_one_click_issues_and_prints(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, cups: Cups
) -> None:
    context.change_preferences(type(context.preferences())(printer=cups.default))
    before = cups.outputs()
    page.show_person(id_of(context, "Ñahui"))
    settled()
    assert page.review.panel.name.text() == "Lucía Ñahui Peña"
    assert page.review.panel.print.text() == "Imprimir certificado"
    qtbot.waitUntil(page.review.panel.print.hasFocus)
    with qtbot.waitSignal(page.review.verbs.flow.finished, timeout=60_000):
        press(qtbot, page.review.panel.print)
    settled()
    line = line_of(context, "Ñahui")
    assert (line.state, line.prints) == (CertificateState.ISSUED, 1)
    assert page.review.status.state.text() == "Impreso"
    qtbot.waitUntil(lambda: len(cups.outputs()) > len(before), timeout=60_000)
    (printed,) = cups.outputs() - before
    read = verify_all(context.desk, context.tools.decode_file(printed))
    assert [(v.verdict, v.name) for v in read] == [(CertificateVerdict.VALID, "Lucía Ñahui Peña")]


@pytest.mark.cups
def test_out_of_paper_is_said_in_words(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, cups: Cups
) -> None:
    queue = cups.add_queue("vacia", "nopaper")
    context.change_preferences(type(context.preferences())(printer=queue))
    page.show_person(id_of(context, "Zárate"))
    settled()
    press(qtbot, page.review.panel.print)
    qtbot.waitUntil(lambda: "ponga papel" in page.review.status.state.text(), timeout=60_000)
    with qtbot.waitSignal(page.review.verbs.flow.finished, timeout=60_000):
        cups.put_paper_in()


@pytest.mark.cups
def test_many_are_printed_as_one_job_and_noted_once_each(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, cups: Cups
) -> None:
    context.change_preferences(type(context.preferences())(printer=cups.default))
    before = cups.outputs()
    press(qtbot, page.review.chips[CertificateState.ELIGIBLE])
    page.review.list.selectAll()
    with qtbot.waitSignal(page.review.verbs.flow.finished, timeout=60_000):
        press(qtbot, page.review.panel.print)
    settled()
    assert [line.prints for line in review(context.desk) if line.serial] == [1, 1, 1]
    qtbot.waitUntil(lambda: len(cups.outputs()) > len(before), timeout=60_000)
    (printed,) = cups.outputs() - before
    with pypdfium2.PdfDocument(printed) as document:
        assert len(document) == 3


@pytest.mark.cups
def test_a_reprint_is_said_before_and_only_done_if_wanted(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, cups: Cups
) -> None:
    context.change_preferences(type(context.preferences())(printer=cups.default))
    page.show_person(id_of(context, "Zárate"))
    settled()
    with qtbot.waitSignal(page.review.verbs.flow.finished, timeout=60_000):
        press(qtbot, page.review.panel.print)
    settled()
    assert "Ya se imprimió 1 vez" in page.review.panel.warning.text()
    press(qtbot, page.review.panel.print)
    question = dialog(Question)
    assert isinstance(question, Question)
    press(qtbot, question.no)
    settled()
    assert line_of(context, "Zárate").prints == 1
    press(qtbot, page.review.panel.print)
    question = dialog(Question)
    assert isinstance(question, Question)
    with qtbot.waitSignal(page.review.verbs.flow.finished, timeout=60_000):
        press(qtbot, question.yes)
    settled()
    assert line_of(context, "Zárate").prints == 2


@pytest.mark.cups
def test_a_double_click_prints_once(
    page: CertificatesPage,
    context: Context,
    qtbot: QtBot,
    settled: Settled,
    cups: Cups,
    notes: list[str],
) -> None:
    context.change_preferences(type(context.preferences())(printer=cups.default))
    before = cups.outputs()
    page.show_person(id_of(context, "Zárate"))
    settled()
    with qtbot.waitSignal(page.review.verbs.flow.finished, timeout=60_000):
        press(qtbot, page.review.panel.print)
        press(qtbot, page.review.panel.print)
    settled()
    assert "Ya se envió a la impresora. Espere a que termine, o cancele la impresión." in notes
    line = line_of(context, "Zárate")
    assert (line.prints, len(register_lines(context.desk))) == (1, 1)
    qtbot.waitUntil(lambda: len(cups.outputs()) > len(before), timeout=60_000)
    assert len(cups.outputs() - before) == 1


@pytest.mark.cups
def test_no_printer_chosen_leaves_the_certificate_issued_and_not_printed(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, cups: Cups
) -> None:
    page.show_person(id_of(context, "Zárate"))
    settled()
    press(qtbot, page.review.panel.print)
    settled()
    asked = dialog(PrinterDialog)
    assert isinstance(asked, PrinterDialog)
    asked.reject()
    settled()
    line = line_of(context, "Zárate")
    assert (line.state, line.prints) == (CertificateState.ISSUED, 0)
    press(qtbot, page.review.panel.print)
    settled()
    asked = dialog(PrinterDialog)
    assert isinstance(asked, PrinterDialog)
    with qtbot.waitSignal(page.review.verbs.flow.finished, timeout=60_000):
        press(qtbot, asked.print_button)
    settled()
    assert line_of(context, "Zárate").prints == 1
