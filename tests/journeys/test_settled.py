"""What two desks decided apart, settled on one page and taken back; a shift that changes; an hour on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.operators import Role
from checkin_desktop.gui.pages.conflicts import ConflictsPage
from checkin_desktop.gui.pages.paper import PaperPage
from checkin_desktop.keys import pins
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.exchange import exchange_bundle
from checkin_desktop.services.operators import add
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.startup.events import join_event

from .conftest import Program
from .people import JUAN, PEDRO, ROSA, Door, badge, event_of_today

PASSPHRASE = "cuatro palabras bien largas"


def test_an_hour_on_paper(program: Program) -> None:
    """The power was out: three ticks with a time, typed from the sheet, become three entries at that time."""
    program.open(event_of_today())
    door = Door(program)
    program.view.go("paper")
    program.settle()
    page = program.view.pages["paper"]
    assert isinstance(page, PaperPage)
    page.ticking.picker.field.setFocus()
    for document in (ROSA, JUAN, PEDRO):
        door.type(document)
        door.press(Qt.Key.Key_Return)
    assert len(page.ticking.ticked_ids) == 3
    door.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    program.until(lambda: event_info(door.desk).admitted == 3)
    assert page.steps.currentWidget() is page.outcome


def test_the_shift_changes(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two keys and a PIN: what is scanned from then on bears the other name; a locked desk takes nothing."""
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    view = program.open(event_of_today())
    door = Door(program)
    ana = add(door.desk, "Ana", Role.ORGANISER, "4821", PASSPHRASE)
    beto = add(door.desk, "Beto", Role.DESK, "6843", PASSPHRASE)
    view.context.session.changed.emit()
    program.settle()
    door.show(badge(door.desk, ROSA))
    QTest.keyClick(view, Qt.Key.Key_F12)
    QTest.keyClick(
        view.front.gate, Qt.Key(Qt.Key.Key_1.value + [o.id for o in view.guard.team].index(beto.id))
    )
    program.settle()
    QTest.keyClicks(view.front.gate.pad.field, "6843")
    QTest.keyClick(view.front.gate.pad.field, Qt.Key.Key_Return)
    program.settle()
    door.show(badge(door.desk, JUAN))
    with door.desk.store.read() as reads:
        written = [e.operator_id for e in reads.journal.entries() if e.operator_id in (ana.id, beto.id)]
    assert written[-1] == beto.id
    assert ana.id in written
    QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    before = len(recent_passages(door.desk))
    door.show(badge(door.desk, PEDRO))
    assert view.front.gate.refused.isVisible()
    assert len(recent_passages(door.desk)) == before


def test_two_desks_a_pulled_cable_and_a_case_settled(program: Program, home: object) -> None:
    """The rush: two desks without a network let the same badge in; the stick brings it together; one click settles
    the case, another takes that back, and nobody's scan is lost."""
    path = event_of_today(passphrase=PASSPHRASE)
    view = program.open(path)
    door = Door(program)
    bundle = path.parent / "evento.bundle"
    exchange_bundle(door.desk, BundleFiles(), bundle, PASSPHRASE)
    other, _ = join_event(bundle, PASSPHRASE, path=path.parent / "mesa-2.checkin", station_name="Mesa 2")
    with other:
        for document in (ROSA, JUAN):
            door.show(badge(door.desk, document))
            assert door.verdict == "admitted"
        for document in (JUAN, PEDRO):
            check_in(other.desk, badge(other.desk, document), source=Source.SCANNER)
        exchange_bundle(other.desk, BundleFiles(), bundle, PASSPHRASE)
    exchange_bundle(door.desk, BundleFiles(), bundle, PASSPHRASE)
    assert event_info(door.desk).admitted == 3
    view.go("conflicts")
    program.settle()
    page = view.pages["conflicts"]
    assert isinstance(page, ConflictsPage)
    program.until(lambda: len(page.cases.cards) == 1)
    door.keys.click(next(iter(page.cases.cards[0].choices.values())))
    program.until(lambda: not page.cases.cards)
    page.cases.fold.click()
    door.keys.click(page.cases.rows[0].verb)
    program.until(lambda: len(page.cases.cards) == 1)
    assert event_info(door.desk).admitted == 3
    assert door.keys.clicks == 2
