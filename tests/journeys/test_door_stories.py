"""Stories at the door: a walk-in whom another desk knows, badges forgotten and stolen, a substitute, a full room."""

from datetime import time

import pytest
from PySide6.QtCore import QRect, Qt
from tests.support import midday

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, SessionKind
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.substitutes import representations_of

from .conftest import Program
from .people import ELENA, JUAN, PEDRO, ROSA, Door, attendee, badge, event_of_today


@pytest.fixture
def door(program: Program) -> Door:
    room = Checkpoint(
        "sala",
        "Mesa de agua",
        CheckpointKind.SESSION,
        midday.today(),
        time(0),
        time(23, 59),
        "Sala Quilla",
        SessionKind.WORKING_TABLE,
        capacity=2,
    )
    program.open(event_of_today(room))
    return Door(program)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_walk_in_who_is_on_the_list_after_all(program: Program, door: Door) -> None:
    """Says she never enrolled; the document number tells that she did, and nobody is written twice."""
    before = event_info(door.desk).attendees
    door.type("rosita kispe")
    door.press(Qt.Key.Key_F4)
    program.until(lambda: program.view.current is program.view.pages["people"])
    program.settle()
    door.type(ROSA)
    door.press(Qt.Key.Key_Return)
    door.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert event_info(door.desk).attendees == before


def test_a_forgotten_and_a_stolen_badge(program: Program, door: Door) -> None:
    """Left at the hotel: found by name, printed again with the same code. Stolen: revoked, and when somebody shows
    it the card names the owner and asks for the document, while the new badge goes in."""
    stolen = badge(door.desk, PEDRO)
    printed: list[str] = []
    flow = door.page.verbs.printing.flow
    flow.print_pdf = lambda pdf, title, done=None, **_: printed.append(title)  # type: ignore[method-assign]
    door.type("zarate")
    door.press(Qt.Key.Key_F8)
    program.until(lambda: len(printed) == 1)
    assert badge(door.desk, PEDRO) == stolen
    door.page.search.clear()
    program.settle()
    door.show(stolen)
    assert door.verdict == "admitted"
    door.page.verbs.lost(door.page.person)
    door.keys.click(door.page.verbs.dialog.yes)  # type: ignore[union-attr]
    program.until(lambda: len(printed) == 2)
    door.show(stolen)
    assert door.verdict == "refused"
    assert door.page.card.person.text() == "Pedro Zárate Ríos"
    assert "documento" in door.page.card.advice.text()
    door.press(Qt.Key.Key_Return)
    fresh = badge(door.desk, PEDRO)
    assert fresh != stolen
    door.show(fresh)
    assert door.page.card.person.text() == "Pedro Zárate Ríos"
    assert door.verdict != "refused"


def test_the_councillor_comes_for_the_mayor(program: Program, door: Door) -> None:
    """Pedro is found and F6 asks for whom he came; the mayor stays absent, and no name is typed twice."""
    door.type("zarate")
    door.press(Qt.Key.Key_F6)
    door.type("elena rojas")
    door.press(Qt.Key.Key_Return)
    pedro, elena = attendee(door.desk, PEDRO), attendee(door.desk, ELENA)
    with door.desk.store.read() as reads:
        assert [a.id for a in representations_of(reads, pedro.id).represents] == [elena.id]
        assert not reads.passages.of(elena.id)
    assert recent_passages(door.desk)[0].attendee_id == pedro.id
    assert door.keys.all <= 3
    door.told("substitute", 10)


def test_the_mayors_badge_shown_by_the_councillor_lets_no_mayor_in(program: Program, door: Door) -> None:
    """Asked for whom Pedro came, the volunteer scans the badge that he brought along: by the reader, then by the
    camera."""
    elena = attendee(door.desk, ELENA)
    door.type("zarate")
    door.press(Qt.Key.Key_F6)
    door.show(badge(door.desk, ELENA))
    door.page._seen(badge(door.desk, ELENA))
    program.settle()
    door.press(Qt.Key.Key_Return)
    with door.desk.store.read() as reads:
        assert not reads.passages.of(elena.id)
        represented = representations_of(reads, attendee(door.desk, PEDRO).id).represents
    assert [a.id for a in represented] == [elena.id]
    assert [line.name for line in recent_passages(door.desk)] == ["Pedro Zárate Ríos"]


def test_a_full_room(program: Program, door: Door) -> None:
    """Two chairs: the third is told that the room is full, a supervisor lets him in all the same, and it is noted."""
    program.view.choice.choose(next(c for c in program.view.context.session.checkpoints if c.id == "sala"))
    program.settle()
    door.page.notice.confirm()
    for document in (ROSA, ELENA):
        door.show(badge(door.desk, document))
        assert door.verdict == "admitted"
    door.show(badge(door.desk, JUAN))
    assert door.verdict == "refused"
    assert recent_passages(door.desk)[0].outcome is Outcome.REFUSED
    assert "2" in door.said, "how many there are is said"
    door.press(Qt.Key.Key_F7)
    door.press(Qt.Key.Key_2)
    line = recent_passages(door.desk)[0]
    assert (line.outcome, bool(line.override)) == (Outcome.ADMITTED, True)


def test_the_session_at_which_one_works_is_taken_out_elsewhere(program: Program, door: Door) -> None:
    """Nobody is recorded at what no longer is; the entrance is proposed, and only confirmed by a person."""
    context = program.view.context
    room = next(c for c in context.session.checkpoints if c.id == "sala")
    program.view.choice.choose(room)
    program.settle()
    door.page.notice.confirm()
    define_checkpoint(door.desk, room, removed=True)
    door.show(badge(door.desk, ROSA))
    assert not recent_passages(door.desk)
    assert "otra mesa retiró" in program.window.toast.text()
    assert context.session.checkpoint != room
    assert door.page.notice.isVisible()
    door.press(Qt.Key.Key_Return)
    assert not door.page.notice.isVisible()
    door.show(badge(door.desk, ROSA))
    assert door.verdict == "admitted"


def test_a_session_added_elsewhere_can_be_chosen_at_once(program: Program, door: Door) -> None:
    context = program.view.context
    added = Checkpoint("nueva", "Mesa de riego", CheckpointKind.SESSION, midday.today(), time(0), time(23))
    define_checkpoint(door.desk, added)
    context.session.changed.emit()
    program.settle()
    assert added in context.session.checkpoints


def test_a_short_message_stands_over_nothing_that_is_wanted_at_the_door(program: Program, door: Door) -> None:
    door.show(badge(door.desk, ROSA))
    toast, card = program.window.toast, door.page.card
    for told in (
        "Corto.",
        "Una frase bastante más larga de lo que cabe en una sola línea de la columna. " * 3,
    ):
        toast.say(told)
        over = QRect(toast.mapToGlobal(toast.rect().topLeft()), toast.size())
        assert not over.intersects(QRect(card.mapToGlobal(card.rect().topLeft()), card.size()))
