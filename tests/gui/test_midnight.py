"""A desk that is open when midnight passes: the new day is proposed, or asked for, never refused over and over."""

import pytest
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.gui.kiosk import Kiosk
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.services.kiosk import KioskExit

from .conftest import Settled

DAY_MS = 86_400_000


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> DeskPage:
    made = DeskPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    settled()
    return made


def pass_days(context: Context, monkeypatch: pytest.MonkeyPatch, days: int = 1) -> None:
    now = context.desk.store.now_ms
    monkeypatch.setattr(context.desk.store, "_now_ms", lambda at=now() + days * DAY_MS: at)


def test_the_next_day_is_proposed_and_one_key_goes_there(
    page: DeskPage, context: Context, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    page.notice.confirm()
    pass_days(context, monkeypatch)
    page.notice.look()
    settled()
    assert page.notice.text.text().startswith("Empezó otro día del evento")
    page.notice.confirm()
    settled()
    assert context.session.checkpoint == context.session.checkpoints[1]
    assert not page.notice.isVisible()


def test_a_desk_where_nobody_confirmed_yet_moves_by_itself(
    page: DeskPage, context: Context, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    pass_days(context, monkeypatch)
    page.notice.look()
    settled()
    assert context.session.checkpoint == context.session.checkpoints[1]
    assert page.notice.asking, "it is still to be confirmed"


def test_after_the_last_day_the_refused_scan_asks_for_the_day(
    page: DeskPage, context: Context, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    page.notice.confirm()
    pass_days(context, monkeypatch, 2)
    page.presenter.scan("40112233", Source.CAMERA)
    settled()
    assert page.card.result is not None
    assert page.card.result.outcome is Outcome.REFUSED
    assert "no es un día del evento" in page.notice.text.text()
    assert not page.notice.asking, "no key alone vouches for a day"
    page.notice._buttons[1].click()
    settled()
    assert context.session.day_confirmed
    assert not page.notice.isVisible()


def test_who_stays_after_midnight_vouches_until_the_next_one(
    page: DeskPage, context: Context, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    first = context.session.checkpoints[0]
    page.notice.confirm()
    pass_days(context, monkeypatch)
    page.notice.look()
    settled()
    page.notice._buttons[0].click()
    settled()
    assert context.session.checkpoint == first
    assert context.session.day_confirmed
    assert not page.notice.isVisible()
    pass_days(context, monkeypatch)
    page.notice.look()
    settled()
    assert page.notice.isVisible(), "a date vouched for yesterday is asked for again"


def test_a_kiosk_left_on_overnight_serves_the_new_day(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    kiosk = Kiosk(context, lambda: None, lambda: None)
    qtbot.addWidget(kiosk)
    kiosk.show()
    kiosk.begin(KioskExit.OWN_PIN)
    pass_days(context, monkeypatch)
    kiosk.scanned("40112233")
    settled()
    assert kiosk.title.text() == "ADELANTE"
    assert context.session.checkpoint == context.session.checkpoints[1]
