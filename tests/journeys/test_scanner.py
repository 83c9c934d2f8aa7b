"""A USB scanner at the whole window: whatever keyboard it means, whatever page is shown."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from checkin_desktop.domain.keyboards import Mistyped, as_typed
from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.register_walk_in import register
from checkin_desktop.startup.demo_event import demo_event
from checkin_desktop.words import load_words

from .conftest import Program

OWN = "Ptx-2025/ab:7"


def scan(program: Program, typed: str, end: bool = True) -> None:
    """As a scanner does: keys to whatever has the keyboard."""
    field = QApplication.focusWidget()
    assert isinstance(field, QWidget)
    for character in typed:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(field, event)
    if end:
        QTest.keyClick(field, Qt.Key.Key_Return)
    program.settle()


def opened(program: Program, home: Path) -> None:
    view = program.open(demo_event(load_words("es")))
    register(
        view.context.desk,
        Person("Elva", "Nueva", DocumentKind.DNI, "40000009", "Puno", "Puno", own_code=OWN),
    )
    program.until(lambda: view.pages["desk"].search.hasFocus())


def codes_seen(program: Program) -> list[str]:
    return [p.name for p in recent_passages(program.view.context.desk, 3)]


def test_a_code_typed_on_the_wrong_keyboard_is_put_right_and_explained_once(
    program: Program, home: Path
) -> None:
    opened(program, home)
    for why in Mistyped:
        scan(program, as_typed(OWN, why))
        assert codes_seen(program)[0] == "Elva Nueva"
        said = program.view.context.say(f"shell-scanner-{why.value}")
        assert program.window.toast.text() == said
    program.window.toast.say("")
    scan(program, as_typed(OWN, Mistyped.SCANNER_ENGLISH))
    assert program.window.toast.text() == ""


def test_from_any_page_with_a_prefix_and_two_codes_in_one_burst(program: Program, home: Path) -> None:
    opened(program, home)
    context = program.view.context
    context.change_preferences(
        replace(context.preferences(), scanner_prefix="~", scanner_suffix="$", camera="")
    )
    first, second = (face.code for _, face in badge_faces(context.desk)[-2:])
    names = {face.name for _, face in badge_faces(context.desk)[-2:]}
    program.view.go("help")
    scan(program, f"~{first}{second}$")
    assert set(codes_seen(program)[:2]) == names
    assert program.view.current is program.view.pages["desk"]


def test_a_stuck_key_is_said(program: Program, home: Path) -> None:
    opened(program, home)
    field = QApplication.focusWidget()
    for _ in range(40):
        QApplication.sendEvent(
            field,
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j", True),
        )
    assert program.window.toast.text() == program.view.context.say("shell-key-stuck", key="j")
    assert len(program.view.pages["desk"].search.text()) < 15


def test_the_next_badge_gives_no_reason_for_undoing(program: Program, home: Path) -> None:
    """The volunteer was asked why, turned to the next guest, and every badge begins with a number."""
    opened(program, home)
    first, second = (face.code for _, face in badge_faces(program.view.context.desk)[-2:])
    scan(program, first)
    QTest.keyClick(program.view.pages["desk"].search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    program.until(lambda: QApplication.activeModalWidget() is not None)
    program.until(lambda: QApplication.focusWidget() is QApplication.activeModalWidget())
    scan(program, second)
    assert [p.undone for p in recent_passages(program.view.context.desk, 2)] == [False, False]
    assert QApplication.activeModalWidget() is not None, "the question stays"
