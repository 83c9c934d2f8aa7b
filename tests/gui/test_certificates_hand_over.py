"""Piles, hand-over, the register's audit, rules, and pages that stay as they were issued."""

from dataclasses import replace

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.certificate import CertificateKind, Entitlement
from checkin_desktop.domain.certifying import CertificateLanguage, CertificationSettings
from checkin_desktop.domain.eligibility import EligibilityRule
from checkin_desktop.domain.questions import Question, QuestionKind
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.design.rows import choose
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.certificates.hand_over_dialogs import CollectorDialog, LastGoodDialog
from checkin_desktop.gui.pages.certificates.one_dialogs import CorrectDialog
from checkin_desktop.gui.pages.certificates.presenter import Working
from checkin_desktop.gui.pages.certificates.rules_dialog import RulesDialog
from checkin_desktop.gui.pages.certificates.settings_dialog import CertificationDialog
from checkin_desktop.services.certificate_register import register_audit, register_lines
from checkin_desktop.services.certificate_rules import assign_role, rules
from checkin_desktop.services.certificates import certificate_faces, issue, record_prints, review
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.handing_over import piles
from checkin_desktop.services.issuing_desk import certification, configure_certification
from checkin_desktop.services.print_runs import record_sheets, sent_sheets
from checkin_desktop.services.questions import define_question
from checkin_desktop.services.views import CertificateState
from support.tray import Tray

from .certificates_page import dialog, id_of, line_of, page, pick, press
from .conftest import Settled

__all__ = ["page"]


@pytest.fixture
def issued(page: CertificatesPage, context: Context, settled: Settled) -> CertificatesPage:
    """Three certificates in two piles, the hand-over tab shown."""
    issue(context.desk, [line.attendee.id for line in review(context.desk)])
    page.tabs.setCurrentWidget(page.hand_over)
    settled()
    return page


def test_before_anything_is_issued_it_says_what_to_do(page: CertificatesPage, settled: Settled) -> None:
    tab = page.hand_over
    page.tabs.setCurrentWidget(tab)
    settled()
    assert "primera pestaña" in tab.empty.text()
    assert tab.empty.isVisible()
    assert not tab.pile_list.isVisible()
    assert not tab.print_piles.isVisible()


def test_a_badge_scanned_over_the_piles_says_where_it_lies_and_enter_hands_it_over(
    issued: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    tab = issued.hand_over
    tab.show_person(id_of(context, "Zárate"))
    settled()
    assert "Mancomunidad Altiplano Sur" in tab.found.text()
    assert tab.give.hasFocus() or tab.give.isEnabled()
    press(qtbot, tab.give)
    settled()
    assert line_of(context, "Zárate").handed_over
    tab.show_person(id_of(context, "Flores"))
    settled()
    assert tab.found.text() == "Esa persona no tiene certificados por entregar."


def test_one_person_collects_a_whole_delegation_and_it_can_be_taken_back(
    issued: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    tab = issued.hand_over
    tab.search.setText("altiplano")
    assert [p.name for p in tab.piles.rows] == ["Mancomunidad Altiplano Sur"]
    press(qtbot, tab.give_to)
    asked = dialog(CollectorDialog)
    assert isinstance(asked, CollectorDialog)
    asked.person.setCurrentIndex(asked.person.count() - 1)
    assert not asked.yes.isEnabled()
    asked.name.setText("Chofer Ticona")
    press(qtbot, asked.yes)
    settled()
    held = [h for p in piles(context.desk) for h in p.held if h.handed_over]
    assert {h.collector for h in held} == {"Chofer Ticona"}
    assert len(held) == 2
    tab.held_list.selectAll()
    press(qtbot, tab.back)
    settled()
    assert not any(h.handed_over for p in piles(context.desk) for h in p.held)


def test_a_batch_is_printed_by_piles_with_a_sheet_before_each(
    issued: CertificatesPage, context: Context, qtbot: QtBot
) -> None:
    drawn: list[bytes] = []
    issued.delivering.draw_run(piles(context.desk), drawn.append)
    qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)
    with pypdfium2.PdfDocument(drawn[0]) as document:
        texts = [" ".join(p.get_textpage().get_text_range().split()) for p in document]
    assert len(texts) == 5
    assert "Mancomunidad Altiplano Sur" in texts[0]
    assert "2 certificados" in texts[0]
    assert "1 certificado" in texts[3]
    papers: list[bytes] = []
    issued.delivering.draw_cargo(piles(context.desk), papers.append)
    qtbot.waitUntil(lambda: bool(papers), timeout=20_000)
    with pypdfium2.PdfDocument(papers[0]) as document:
        assert len(document) == 2


def test_a_batch_shows_how_far_it_is_and_stopped_prints_nothing(
    issued: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    tab, seen = issued.hand_over, list[str]()

    def stop(working: Working | None) -> None:
        if working is not None:
            seen.append(tab.progress.text.text())
            assert tab.progress.isVisible()
            tab.progress.stop_button.click()

    issued.delivering.working.connect(stop)
    drawn: list[bytes] = []
    issued.delivering.draw_run(piles(context.desk), drawn.append)
    settled()
    assert seen[0] == "Preparando las páginas: 0 de 3"
    assert drawn == []
    assert tab.progress.text.text() == "Detenido: no se imprimió ni guardó nada."
    press(qtbot, tab.progress.stop_button)
    assert not tab.progress.isVisible()
    issued.delivering.working.disconnect(stop)
    issued.delivering.draw_run(piles(context.desk), drawn.append)
    settled()
    assert len(drawn) == 1
    assert not tab.progress.isVisible()


def test_after_a_jam_it_is_printed_from_the_next_sheet_on_as_it_was_sent(
    issued: CertificatesPage,
    context: Context,
    qtbot: QtBot,
    settled: Settled,
) -> None:
    held = {h.sort_name: h for p in piles(context.desk) for h in p.held}
    order = [held[name] for name in ("Zárate Ríos, Pedro", "Álvarez Soto, Carmen", "Ñahui Peña, Lucía")]
    record_sheets(context.desk, [h.serial for h in order], "láser")
    issued.delivering.refresh()
    settled()
    tray = Tray()
    context.tools = replace(context.tools, printer=lambda: tray)
    context.change_preferences(replace(context.preferences(), printer="láser"))
    press(qtbot, issued.hand_over.after_jam)
    settled()
    asked = dialog(LastGoodDialog)
    assert isinstance(asked, LastGoodDialog)
    assert not asked.yes.isEnabled()
    assert not asked.printer.isVisible()
    asked.last.setCurrentIndex(2)
    assert asked.told.text() == (
        f"2 hojas por repetir. Se sigue con el N.º {order[1].number}, Álvarez Soto, Carmen."
    )
    press(qtbot, asked.yes)
    settled()
    with pypdfium2.PdfDocument(tray.jobs[0]) as document:
        texts = [" ".join(p.get_textpage().get_text_range().split()) for p in document]
    assert [order[1].number in texts[1], order[2].number in texts[3]] == [True, True]
    assert len(texts) == 4
    assert "eimpresi" not in "".join(texts)
    assert [h.prints for p in piles(context.desk) for h in p.held] == [1, 1, 1]
    assert [s.held.serial for s in sent_sheets(context.desk)] == [h.serial for h in order]


def test_what_is_left_at_the_end_is_voided_with_its_reason(
    issued: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    press(qtbot, issued.hand_over.close_up)
    reason = dialog(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    reason.reason.setPlainText("no vino a recogerlo")
    press(qtbot, reason.yes)
    settled()
    (one,) = register_audit(context.desk)
    assert (one.issued, one.void, one.sound) == (0, 3, True)
    issued.tabs.setCurrentWidget(issued.register)
    settled()
    assert issued.register.told.text() == "3 números usados, y todos están explicados."


def test_a_rule_shows_whom_it_would_help_before_it_is_kept(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    define_question(context.desk, Question("POLL", QuestionKind.TEXT, "¿Qué le pareció?"))
    page.tabs.setCurrentWidget(page.register)
    settled()
    press(qtbot, page.register.rules)
    asked = dialog(RulesDialog)
    assert isinstance(asked, RulesDialog)
    settled()
    qtbot.waitUntil(lambda: asked.count.text().startswith("1 de 10"), timeout=5_000)
    asked.required.setChecked(False)
    asked.days.setValue(1)
    asked.days.setValue(3)
    qtbot.waitUntil(lambda: asked.count.text().startswith("0 de 10"), timeout=5_000)
    asked.questions.boxes["POLL"].setChecked(True)
    second = context.session.checkpoints[1].id
    asked.not_counted.boxes[second].setChecked(True)
    press(qtbot, asked.keep)
    settled()
    kept = EligibilityRule(all_required=False, days=3, questions=("POLL",), not_counted=(second,))
    assert rules(context.desk) == (kept,)
    assert asked.questions.boxes["POLL"].isChecked()
    asked.reject()


def test_how_numbers_are_shown_is_checked_before_it_is_kept(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    page.tabs.setCurrentWidget(page.register)
    settled()
    press(qtbot, page.register.settings)
    asked = dialog(CertificationDialog)
    assert isinstance(asked, CertificationDialog)
    asked.pattern.setText("{year}")
    assert not asked.keep.isEnabled()
    asked.pattern.setText("RM-{number:03}")
    asked.language.setCurrentIndex(asked.language.findText("Español e inglés"))
    assert asked.example.text() == "El séptimo se verá así: RM-007"
    press(qtbot, asked.keep)
    settled()
    assert certification(context.desk).number_pattern == "RM-{number:03}"
    assert certification(context.desk).language is CertificateLanguage.BOTH


def test_a_wrong_name_is_corrected_and_reissued_in_one_go(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    issue(context.desk, [id_of(context, "Zárate")])
    page.refresh()
    settled()
    pick(page, "Zárate")
    press(qtbot, page.review.panel.correct)
    asked = dialog(CorrectDialog)
    assert isinstance(asked, CorrectDialog)
    asked.surnames.setText("Zárate Tello")
    asked.reason.setText("apellido equivocado")
    press(qtbot, asked.yes)
    settled()
    assert line_of(context, "Zárate").number.startswith("0002")
    assert line_of(context, "Zárate").attendee.person.surnames == "Zárate Tello"


def test_a_missing_title_is_said_and_given_by_reissuing(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    who = id_of(context, "Zárate")
    assign_role(context.desk, who, CertificateKind.SPEAKER, "")
    issue(context.desk, [Entitlement(who, CertificateKind.SPEAKER)])
    assign_role(context.desk, who, CertificateKind.SPEAKER, "Riego andino")
    page.refresh()
    settled()
    (line,) = (
        x for x in page.review.rows.rows if x.attendee.id == who and x.wanted.kind is CertificateKind.SPEAKER
    )
    choose(page.review.list, page.review.rows, (line.key,))
    assert "«Riego andino»" in page.review.panel.warning.text()
    press(qtbot, page.review.panel.correct)
    asked = dialog(CorrectDialog)
    assert isinstance(asked, CorrectDialog)
    assert asked.talk.currentText() == "Riego andino"
    asked.reason.setText("faltaba el título")
    press(qtbot, asked.yes)
    settled()
    spoke = [x.wanted for x in page.review.rows.rows if x.wanted.kind is CertificateKind.SPEAKER]
    assert [w.title for w in spoke if w.attendee_id == who] == ["Riego andino"]
    assert [x.revoked for x in register_lines(context.desk)] == [True, False]


def test_ahead_is_offered_for_those_who_missed_nothing_so_far(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    admit_attendee(
        context.desk, id_of(context, "Flores"), context.session.checkpoints[0].id, day_confirmed=True
    )
    page.refresh()
    settled()
    assert page.review.panel.ahead.text() == "Emitir por adelantado a 1 persona"
    press(qtbot, page.review.panel.ahead)
    settled()
    assert line_of(context, "Flores").state is CertificateState.ISSUED
    assert line_of(context, "Flores").ahead


def test_the_page_issued_stays_as_it_was_whatever_is_changed_later(
    page: CertificatesPage, context: Context
) -> None:
    who = id_of(context, "Zárate")
    issue(context.desk, [who])
    words = context.language.words
    (before,) = certificate_faces(context.desk, [who])
    assert before.page is not None
    record_prints(context.desk, [who], "láser")
    configure_certification(context.desk, CertificationSettings(number_pattern="{number}"))
    (after,) = certificate_faces(context.desk, [who])
    assert after.page == before.page
    assert context.tools.draw_certificates([after], words) == context.tools.draw_certificates([before], words)
    with context.desk.store.read() as reads:
        (kept,) = reads.certificates.all()
    assert len(kept.template) == 64
    configure_certification(context.desk, CertificationSettings(mark_reprints=True))
    (marked,) = certificate_faces(context.desk, [who])
    with pypdfium2.PdfDocument(context.tools.draw_certificates([marked], words)) as document:
        assert "eimpresi" in document[0].get_textpage().get_text_range()
