"""What the desk does about a person: notes, portraits, passes, substitutes, lost badges, linked codes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.operators import Operator, Role
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.services.badges import badge_faces, reserve_blank_badges
from checkin_desktop.services.check_in import admit_attendee, check_in
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.link_code import linked_codes
from checkin_desktop.services.photos import attach_photo
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.register_walk_in import correct, withdraw
from checkin_desktop.services.substitutes import representations_of

from .conftest import Settled
from .keys import CountedKeys


@pytest.fixture
def desk(context: Context, qtbot: QtBot, settled: Settled) -> DeskPage:
    made = DeskPage(context)
    qtbot.addWidget(made)
    context.session.changed.connect(made.refresh)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    made.notice.confirm()
    made.search.setFocus()
    return made


@pytest.fixture
def keys(desk: DeskPage) -> CountedKeys:
    return CountedKeys(desk)


def _id(context: Context, name: str) -> str:
    return search(context.desk, name)[0].attendee.id


def _portrait() -> bytes:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_the_card_shows_note_portrait_and_earlier_visits(
    desk: DeskPage, context: Context, settled: Settled
) -> None:
    elena = search(context.desk, "elena rojas")[0].attendee
    correct(context.desk, elena.id, replace(elena.person, note="Autoridad: avisar a protocolo"))
    attach_photo(context.desk, elena.id, _portrait())
    first = context.session.checkpoints[0]
    admit_attendee(context.desk, elena.id, context.session.checkpoints[-1].id, day_confirmed=True)
    desk.admit(elena.id)
    settled()
    assert desk.card.note.isVisible()
    assert desk.card.note.text() == "Autoridad: avisar a protocolo"
    assert desk.card.photo.isVisible()
    assert context.session.checkpoints[-1].name in desk.card.visits.text()
    assert first.name not in desk.card.visits.text()
    assert "avisar a protocolo" in desk.card.accessibleName()


def test_a_refused_guest_is_let_in_with_a_reason(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys
) -> None:
    pedro = _id(context, "zarate")
    withdraw(context.desk, pedro)
    desk.admit(pedro)
    settled()
    assert desk.card.let_in.isVisible()
    keys.press(Qt.Key.Key_F7, Qt.Key.Key_2)
    settled()
    line = recent_passages(context.desk)[0]
    assert (line.outcome, line.override) == (Outcome.ADMITTED, "Autoridad o su comitiva")
    assert desk.card.title.text() == "PASE AUTORIZADO"
    assert desk.presenter.unanswered == ()


def test_who_may_not_override_is_told_whom_to_call(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys, notes: list[str]
) -> None:
    pedro = _id(context, "zarate")
    withdraw(context.desk, pedro)
    context.session.operator, context.session.any_operators = Operator("o1", "Ana", Role.DESK), True
    desk.presenter.decided.emit(check_in(context.desk, "40112236", source=Source.SEARCH))
    settled()
    assert not desk.card.let_in.isEnabled()
    keys.press(Qt.Key.Key_F7)
    assert any("supervisor" in note for note in notes)


def test_a_substitute_is_noted_and_let_in(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys
) -> None:
    keys.type("zarate")
    settled()
    keys.press(Qt.Key.Key_F6)
    keys.type("elena rojas")
    settled()
    keys.press(Qt.Key.Key_Return)
    settled()
    pedro, elena = _id(context, "zarate"), _id(context, "elena rojas")
    with context.desk.store.read() as reads:
        assert [a.id for a in representations_of(reads, pedro).represents] == [elena]
        assert not reads.passages.of(elena)
    assert "Elena Rojas Vega" in desk.card.visits.text()
    assert recent_passages(context.desk)[0].attendee_id == pedro
    assert keys.others <= 3


def test_who_is_here_already_is_not_represented_without_a_word(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys, notes: list[str]
) -> None:
    desk.presenter.admit(_id(context, "elena rojas"))
    settled()
    keys.type("zarate")
    settled()
    keys.press(Qt.Key.Key_F6)
    keys.type("elena rojas")
    settled()
    keys.press(Qt.Key.Key_Return)
    settled()
    assert any("Elena Rojas Vega, que ya ingresó" in note for note in notes)


def test_an_unknown_code_is_linked_to_a_person_and_lets_them_in(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys
) -> None:
    desk.take_scan("ENTRADA-00981")
    settled()
    keys.press(Qt.Key.Key_F10)
    keys.type("carmen")
    settled()
    keys.press(Qt.Key.Key_Return)
    settled()
    carmen = _id(context, "carmen")
    assert [code for _, code in linked_codes(context.desk, carmen)] == ["ENTRADA-00981"]
    assert recent_passages(context.desk)[0].attendee_id == carmen
    assert desk.presenter.unanswered == ()


def test_a_lost_badge_is_revoked_printed_anew_and_names_its_owner_when_shown(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys, qtbot: QtBot
) -> None:
    old = {face.name: face.code for _, face in badge_faces(context.desk)}["Pedro Zárate Ríos"]
    drawn: list[str] = []
    desk.verbs.printing.flow.print_pdf = lambda pdf, title, done, **_: drawn.append(title)  # type: ignore[method-assign]
    desk.take_scan(old)
    settled()
    desk.verbs.lost(desk.person)
    qtbot.mouseClick(desk.verbs.dialog.yes, Qt.MouseButton.LeftButton)  # type: ignore[union-attr]
    settled()
    assert len(drawn) == 1
    desk.take_scan(old)
    settled()
    assert desk.card.property("verdict") == "refused"
    assert desk.card.person.text() == "Pedro Zárate Ríos"
    assert "documento" in desk.card.advice.text()


def test_a_forgotten_badge_is_printed_again_with_the_same_code(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys
) -> None:
    before = {face.name: face.code for _, face in badge_faces(context.desk)}["Pedro Zárate Ríos"]
    printed: list[bytes] = []
    desk.verbs.printing.drawn.connect(lambda _, pdf: printed.append(pdf))
    desk.verbs.printing.flow.print_pdf = lambda pdf, title, done, **_: done("impresora")  # type: ignore[method-assign]
    keys.type("zarate")
    settled()
    keys.press(Qt.Key.Key_F8)
    settled()
    assert printed[0].startswith(b"%PDF")
    assert {f.name: f.code for _, f in badge_faces(context.desk)}["Pedro Zárate Ríos"] == before
    assert search(context.desk, "zarate")[0].attendee.badge_prints == 1


def test_a_blank_badge_opens_registration_with_it_and_admits_nobody(
    desk: DeskPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    (blank,) = reserve_blank_badges(context.desk, 1)
    with qtbot.waitSignal(context.session.walk_in_wanted) as wanted:
        desk.take_scan(blank.code)
    settled()
    assert wanted.args == [blank.code]
    assert desk.presenter.unanswered == ()
    assert recent_passages(context.desk)[0].outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "¿De quién?"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "¿De quién?"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier, "¿De quién?"),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, "a quien se rechazó"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "¿De quién?"),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "¿De quién?"),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, "Se vincula un código"),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "deshacer"),
    ],
)
def test_a_key_about_somebody_says_what_it_wants_where_there_is_nobody(
    desk: DeskPage, keys: CountedKeys, notes: list[str], key: Qt.Key, held: Qt.KeyboardModifier, said: str
) -> None:
    keys.press(key, held=held)
    assert len(notes) == 1
    assert said in notes[0]


def test_a_pass_is_for_the_card_in_view_not_for_one_behind_the_people_found(
    desk: DeskPage, context: Context, settled: Settled, keys: CountedKeys, notes: list[str]
) -> None:
    withdraw(context.desk, _id(context, "elena rojas"))
    desk.presenter.admit(_id(context, "elena rojas"))
    settled()
    keys.type("zarate")
    settled()
    keys.press(Qt.Key.Key_F7)
    assert "deje ese aviso a la vista" in notes[-1]
