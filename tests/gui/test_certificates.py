"""The certificates page: who has earned one, issuing, printing, handing over, revoking, and verifying."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.support.cups import Cups, cups, cups_server
from tests.support.desks import Clock, Station, joined
from tests.support.papers import certificate

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.gui.design.dialogs import Question
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.certificates.dialogs import PreviewDialog, ReasonDialog
from checkin_desktop.gui.pages.certificates.presenter import Working
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.certificates import certificate_faces, issue, register_lines, review, revoke
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.verify_certificate import verify_all
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.startup.events import OpenEvent

from .conftest import Settled

__all__ = ["cups", "cups_server"]

ATTENDED = ("Álvarez", "Ñahui", "Zárate")


def attend(context: Context, surnames: tuple[str, ...] | None = None, days: int = 2) -> None:
    """They enter on the first `days` days; everybody, if none are named."""
    for line in review(context.desk):
        if surnames is None or line.attendee.person.surnames.startswith(surnames):
            for checkpoint in context.session.checkpoints[:days]:
                admit_attendee(context.desk, line.attendee.id, checkpoint.id, day_confirmed=True)


def line_of(context: Context, surname: str) -> CertificateLine:
    return next(x for x in review(context.desk) if x.attendee.person.surnames.startswith(surname))


def id_of(context: Context, surname: str) -> str:
    return line_of(context, surname).attendee.id


def states(context: Context) -> dict[CertificateState, int]:
    lines = review(context.desk)
    return {state: sum(1 for line in lines if line.state is state) for state in CertificateState}


def names(page: CertificatesPage) -> list[str]:
    return [line.attendee.person.surnames for line in page.review.rows.rows]


def pick(page: CertificatesPage, *surnames: str) -> None:
    page.review.list.clearSelection()
    mode = page.review.list.selectionModel().SelectionFlag
    for place, line in enumerate(page.review.rows.rows):
        if line.attendee.person.surnames.startswith(surnames):
            index = page.review.rows.index(place, 0)
            page.review.list.selectionModel().select(index, mode.Select | mode.Rows)


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisibleTo(button.window())
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog(kind: type) -> object:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> CertificatesPage:
    """Shown; three of twelve attended both days."""
    attend(context, ATTENDED)
    return shown(context, qtbot, settled)


def shown(context: Context, qtbot: QtBot, settled: Settled) -> CertificatesPage:
    made = CertificatesPage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


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


class TestManyPeople:
    """Batches that take a while, stopped half way."""

    @pytest.fixture
    def people(self) -> tuple[Person, ...]:
        return tuple(
            Person("Persona", f"Número {n:03d}", DocumentKind.DNI, f"{70_000_000 + n}") for n in range(130)
        )

    @pytest.fixture
    def page(self, context: Context, qtbot: QtBot, settled: Settled) -> CertificatesPage:
        attend(context)
        return shown(context, qtbot, settled)

    def test_stopped_issuing_loses_and_doubles_nothing(
        self, page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
    ) -> None:
        page.presenter.working.connect(self._stop_after_first_slice(page, qtbot))
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

    def test_stopped_drawing_prints_and_notes_nothing(
        self, page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
    ) -> None:
        issue(context.desk, [line.attendee.id for line in review(context.desk)])
        page.refresh()
        settled()
        page.review.list.selectAll()
        page.presenter.working.connect(self._stop_after_first_slice(page, qtbot))
        press(qtbot, page.review.panel.print)
        settled()
        assert page.review.progress.text.text() == "Detenido: no se imprimió ni guardó nada."
        assert [line.prints for line in review(context.desk)] == [0] * 130
        assert page.review.panel.print.isEnabled()

    def test_a_long_batch_is_one_pdf_in_order(
        self,
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

    @staticmethod
    def _stop_after_first_slice(page: CertificatesPage, qtbot: QtBot) -> object:
        def stop(working: Working | None) -> None:
            if working is not None and working.done:
                press(qtbot, page.review.progress.stop_button)

        return stop


def test_a_desk_that_has_not_heard_from_another_says_since_when(
    context: Context, event: OpenEvent, home: Path, qtbot: QtBot, settled: Settled
) -> None:
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


class TestVerify:
    @pytest.fixture
    def pdf(self, page: CertificatesPage, context: Context, tmp_path: Path) -> Path:
        """Zárate's and Ñahui's certificates in one file."""
        ids = [id_of(context, "Zárate"), id_of(context, "Ñahui")]
        issue(context.desk, ids)
        faces = list(certificate_faces(context.desk, ids))
        path = tmp_path / "certificados.pdf"
        path.write_bytes(context.tools.draw_certificates(faces, context.language.words))
        return path

    def test_typed_as_printed_with_blanks_and_small_letters(
        self, page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled, pdf: Path
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
        self,
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

    def test_a_dropped_file_is_read(
        self, page: CertificatesPage, qtbot: QtBot, settled: Settled, pdf: Path
    ) -> None:
        page.tabs.setCurrentWidget(page.verify)
        drop(page, pdf)
        settled()
        assert page.verify.card.verdict is CertificateVerdict.VALID

    def test_a_scanned_code_of_an_altered_certificate(
        self, page: CertificatesPage, context: Context, settled: Settled, pdf: Path
    ) -> None:
        token = certificate_faces(context.desk, [id_of(context, "Zárate")])[0].token
        swapped = token[:-6] + ("AAA" if token[-6:-3] != "AAA" else "BBB") + token[-3:]
        page.take_scan(swapped)
        settled()
        assert page.tabs.currentWidget() is page.verify
        assert page.verify.card.title.text() == "FIRMA INVÁLIDA"
        assert page.verify.card.frame.property("verdict") == "refused"

    def test_another_events_certificate_may_be_genuine(
        self, page: CertificatesPage, settled: Settled
    ) -> None:
        page.verify_text(certificate().token)
        settled()
        assert page.verify.card.title.text() == "CLAVE DESCONOCIDA"
        assert "Puede ser auténtico" in page.verify.card.detail.text()

    def test_what_is_no_code_cannot_be_checked_here(
        self, page: CertificatesPage, settled: Settled, notes: list[str], tmp_path: Path
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
        self, page: CertificatesPage, context: Context, settled: Settled, pdf: Path
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


def page_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return str(document[0].get_textpage().get_text_range())
