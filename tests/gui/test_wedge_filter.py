"""A USB scanner types on any page; a person's typing stays the person's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.design.reason_choice import ReasonChoice
from checkin_desktop.gui.shell.wedge_filter import WedgeFilter
from checkin_desktop.scanning.wedge import WedgeRecogniser

CODE = "1Q8ZK2C000000000000001ABCDEF0123"


class Clock:
    """Moves on by `step` seconds at each look."""

    def __init__(self) -> None:
        self.now, self.step = 100.0, 0.004

    def __call__(self) -> float:
        self.now += self.step
        return self.now


class Desk(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field, self.pressed = QLineEdit(), 0
        self.button = QPushButton("x")
        self.button.clicked.connect(self._press)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)

    def _press(self) -> None:
        self.pressed += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scanned(clock: Clock, qapp: QApplication) -> Iterator[list[str]]:
    codes: list[str] = []
    watching = WedgeFilter(WedgeRecogniser(), codes.append, clock)
    qapp.installEventFilter(watching)
    yield codes
    qapp.removeEventFilter(watching)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.field.setFocus()
    return made


def test_a_burst_is_a_code_and_leaves_the_field_as_it_was(
    desk: Desk, scanned: list[str], clock: Clock, qtbot: QtBot
) -> None:
    clock.step = 0.2
    qtbot.keyClicks(desk.field, "Rosa")
    clock.now += 1
    clock.step = 0.004
    qtbot.keyClicks(desk.field, CODE)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert scanned == [CODE]
    assert desk.field.text() == "Rosa"


def test_what_a_person_types_stays(desk: Desk, scanned: list[str], clock: Clock, qtbot: QtBot) -> None:
    clock.step = 0.12
    qtbot.keyClicks(desk.field, "quispe huaman")
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert scanned == []
    assert desk.field.text() == "quispe huaman"


def test_the_scanners_enter_presses_no_button(desk: Desk, scanned: list[str], qtbot: QtBot) -> None:
    desk.button.setDefault(True)
    desk.button.setFocus()
    qtbot.keyClicks(desk.button, CODE)
    qtbot.keyClick(desk.button, Qt.Key.Key_Return)
    assert scanned == [CODE]
    assert desk.pressed == 0


def test_two_codes_in_a_row(desk: Desk, scanned: list[str], qtbot: QtBot) -> None:
    for code in (CODE, "40112233"):
        qtbot.keyClicks(desk.field, code)
        qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert scanned == [CODE, "40112233"]
    assert desk.field.text() == ""


def press(widget: QWidget, key: Qt.Key, text: str, *, repeated: bool) -> None:
    QApplication.sendEvent(
        widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeated)
    )


def test_a_stuck_key_fills_no_field_and_is_said_once(
    desk: Desk, clock: Clock, qapp: QApplication, qtbot: QtBot
) -> None:
    told: list[str] = []
    watching = WedgeFilter(WedgeRecogniser(), lambda code: None, clock, told.append)
    qapp.installEventFilter(watching)
    press(desk.field, Qt.Key.Key_A, "a", repeated=False)
    for _ in range(300):
        press(desk.field, Qt.Key.Key_A, "a", repeated=True)
    assert 1 < len(desk.field.text()) < 20
    assert told == ["a"]
    qapp.removeEventFilter(watching)


def test_a_held_enter_presses_a_button_once(desk: Desk, scanned: list[str], clock: Clock) -> None:
    clock.step = 0.03
    entered: list[int] = []
    desk.field.returnPressed.connect(lambda: entered.append(1))
    press(desk.field, Qt.Key.Key_Return, "\r", repeated=False)
    for _ in range(50):
        press(desk.field, Qt.Key.Key_Return, "\r", repeated=True)
    assert len(entered) == 1
    assert scanned == []


def test_a_held_backspace_still_clears(desk: Desk, scanned: list[str]) -> None:
    desk.field.setText("x" * 40)
    for _ in range(40):
        press(desk.field, Qt.Key.Key_Backspace, "\b", repeated=True)
    assert desk.field.text() == ""


def test_a_scanner_without_enter_is_heard_after_a_moment(
    desk: Desk, scanned: list[str], clock: Clock, qtbot: QtBot
) -> None:
    desk.field.setText("Rosa")
    qtbot.keyClicks(desk.field, CODE)
    clock.step = 0.3
    qtbot.waitUntil(lambda: scanned == [CODE], timeout=5_000)
    assert desk.field.text() == "Rosa"


def test_prefix_and_suffix_may_change_while_it_runs(
    desk: Desk, clock: Clock, qapp: QApplication, qtbot: QtBot
) -> None:
    codes: list[str] = []
    watching = WedgeFilter(WedgeRecogniser(), codes.append, clock)
    qapp.installEventFilter(watching)
    watching.use(WedgeRecogniser("~", "$"))
    qtbot.keyClicks(desk.field, f"~{CODE}$")
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert codes == [CODE]
    assert desk.field.text() == ""
    qapp.removeEventFilter(watching)


def keys(window: QWidget, typed: str, *, enter: bool = True) -> None:
    """As from the window system: to whatever is in front."""
    target = window.windowHandle()
    for letter in typed:
        QTest.keyClick(target, letter)
    if enter:
        QTest.keyClick(target, Qt.Key.Key_Return)


def test_a_burst_chooses_no_reason(desk: Desk, scanned: list[str], qtbot: QtBot) -> None:
    """Every badge code begins with the number of the first reason."""
    given: list[str] = []
    asking = ReasonChoice(
        desk,
        title="Deshacer",
        about="Rosa",
        reasons=("Persona equivocada", "Prueba"),
        own="Otro",
        yes="Deshacer",
        no="Cancelar",
        given=given.append,
    )
    asking.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is asking)
    keys(asking, CODE)
    assert scanned == [CODE]
    assert given == []
    assert asking.own.text() == ""
    keys(asking, "2", enter=False)
    qtbot.waitUntil(lambda: given == ["Prueba"], timeout=5_000)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_burst_below_an_open_list_of_names_is_whole(
    desk: Desk, scanned: list[str], clock: Clock, qtbot: QtBot
) -> None:
    completer = QCompleter(["Rosa Quispe", "Rosario Luna"], desk.field)
    desk.field.setCompleter(completer)
    clock.step = 0.2
    keys(desk, "Ros", enter=False)
    assert completer.popup().isVisible()
    clock.now += 1
    clock.step = 0.004
    keys(desk, "40112233")
    assert scanned == ["40112233"]
    assert desk.field.text() == "Ros"
    assert not completer.popup().isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_burst_chooses_nothing_in_an_open_menu(desk: Desk, scanned: list[str], qtbot: QtBot) -> None:
    done: list[str] = []
    menu = QMenu(desk)
    menu.addAction("Imprimir", lambda: done.append("printed"))
    menu.popup(desk.mapToGlobal(desk.rect().center()))
    menu.setActiveAction(menu.actions()[0])
    keys(desk, CODE)
    assert scanned == [CODE]
    assert done == []
    assert not menu.isVisible()


def test_a_persons_space_presses_a_button(desk: Desk, scanned: list[str], clock: Clock, qtbot: QtBot) -> None:
    desk.button.setFocus()
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.pressed == 1, timeout=5_000)
