"""Exceptions by a silent desk, one certificate alone, requests one by one, speakers of the programme."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.certifying import CertificationSettings
from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.certificates.requests_dialog import RequestsDialog
from checkin_desktop.gui.pages.certificates.speakers_dialog import SpeakersDialog
from checkin_desktop.services.certificate_requests import request, requests
from checkin_desktop.services.certificate_rules import assign_role
from checkin_desktop.services.certificates import issue
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.issuing_desk import configure_certification
from checkin_desktop.services.views import CertificateState
from checkin_desktop.startup.events import OpenEvent
from support.desks import Clock, Station, joined

from .certificates_page import dialog, id_of, line_of, page, pick, press
from .conftest import Settled
from .keys import CountedKeys

__all__ = ["page"]


@pytest.fixture
def other(event: OpenEvent, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Station]:
    """A second desk of the event, silent since it joined."""
    monkeypatch.setattr("checkin_desktop.services.freshness.SILENT_S", -1)
    assert event.file.open_secrets is not None
    here = Station(event.file, Clock(event.file.now_ms()), event.file.open_secrets)
    second = joined(home / "other.checkin", here, "Mesa 2")
    here.take_from(second)
    yield second
    second.close()


def test_one_key_issues_with_the_silent_desk_as_the_reason(
    other: Station, page: CertificatesPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    page.show_person(id_of(context, "Flores"))
    settled()
    keys = CountedKeys(page)
    assert page.review.panel.make_exception.hasFocus()
    keys.press(Qt.Key.Key_Return)
    asked = dialog(ReasonDialog)
    assert isinstance(asked, ReasonDialog)
    assert asked.written.startswith("Sin datos de la Mesa 2 desde las ")
    assert asked.focusWidget() is asked.yes
    keys.press(Qt.Key.Key_Return)
    settled()
    line = line_of(context, "Flores")
    assert line.state is CertificateState.ISSUED
    assert line.exception_reason.startswith("Sin datos de la Mesa 2 desde las ")
    assert keys.others <= 2


def test_one_certificate_is_issued_alone_and_the_other_desk_goes_on_issuing(
    other: Station, page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    settings = CertificationSettings(issuing_station=other.file.station.station_id)
    configure_certification(context.desk, settings)
    page.refresh()
    settled()
    pick(page, "Zárate")
    press(qtbot, page.review.panel.alone)
    asked = dialog(ReasonDialog)
    assert isinstance(asked, ReasonDialog)
    press(qtbot, asked.yes)
    settled()
    line = line_of(context, "Zárate")
    assert line.state is CertificateState.ISSUED
    assert line.alone_reason.startswith("Sin datos de la Mesa 2 desde las ")
    assert not line.exception_reason
    pick(page, "Álvarez")
    assert page.review.panel.print.isHidden()


def test_requests_are_issued_one_by_one_or_closed_with_a_reason(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    request(context.desk, [id_of(context, "Zárate"), id_of(context, "Álvarez")])
    page.refresh()
    settled()
    press(qtbot, page.review.panel.see_requests)
    asked = dialog(RequestsDialog)
    assert isinstance(asked, RequestsDialog)
    first, second = asked.rows.rows
    asked.list.selectRow(0)
    press(qtbot, asked.refuse)
    why = dialog(ReasonDialog)
    assert isinstance(why, ReasonDialog)
    why.reason.setPlainText("ya lo tiene")
    press(qtbot, why.yes)
    settled()
    assert [r.entry for r in requests(context.desk)] == [second.entry]
    assert issue(context.desk, [second.attendee.id])
    assert requests(context.desk) == ()
    assert first.attendee.id != second.attendee.id


def test_a_speaker_of_the_programme_is_confirmed_by_one_click_and_taken_back_by_another(
    page: CertificatesPage, context: Context, qtbot: QtBot, settled: Settled
) -> None:
    day = context.session.checkpoints[0]
    talk = replace(day, id="talk", name="Agua", kind=CheckpointKind.SESSION, required=False)
    define_checkpoint(context.desk, replace(talk, speakers=("Rosa Quispe",)))
    page.refresh()
    settled()
    assert page.review.panel.speakers.text() == "Confirmar ponentes (1)…"
    assert page.review.panel.speakers.toolTip() == "«Rosa Quispe» (Agua)"
    press(qtbot, page.review.panel.speakers)
    asked = dialog(SpeakersDialog)
    assert isinstance(asked, SpeakersDialog)
    (part,) = asked.parts
    choice = next(b for b in part.findChildren(QPushButton) if "Huamán" in b.accessibleName())
    press(qtbot, choice)
    settled()
    mine = [x for x in page.review.rows.rows if x.wanted.title == "Agua"]
    assert [x.attendee.person.surnames for x in mine] == ["Quispe Huamán"]
    page.review.list.clearSelection()
    page.review.list.selectRow(page.review.rows.rows.index(mine[0]))
    press(qtbot, page.review.panel.unrole)
    settled()
    assert not any(x.wanted.title == "Agua" for x in page.review.rows.rows)
    assign_role(context.desk, mine[0].attendee.id, CertificateKind.SPEAKER, "Agua")
