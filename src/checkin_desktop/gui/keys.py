"""Every key that the window knows: declared here, bound from here, and told by «Ayuda» from here."""

from collections.abc import Callable
from enum import Enum, StrEnum, unique
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_DIGITS = tuple("123456789")
_ENTER = ("Return", "Enter")
_SAVE = ("Ctrl+Return", "Ctrl+Enter")
_ARROWS = ("Left", "Right", "Up", "Down")
_NAMED = ("Shift", "Del", "Backspace", "PgDown", "PgUp", "Ins")
_SIGNS = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class Scope(StrEnum):
    """Where a key works: in the whole open event, on one page, or on what stands before it."""

    EVERYWHERE = "everywhere"
    DESK = "desk"
    ANSWERING = "answering"
    CHOOSING = "choosing"
    CERTIFICATES = "certificates"
    PEOPLE = "people"
    PAPER = "paper"
    EVENT = "event"
    IMPORTING = "importing"
    DESIGNER = "designer"
    BADGES = "badges"
    QUESTIONS = "questions"
    EXCHANGE = "exchange"
    GATE = "gate"
    KIOSK = "kiosk"
    WELCOME = "welcome"


OUTSIDE = frozenset({Scope.GATE, Scope.KIOSK, Scope.WELCOME})
"""Where the keys of the whole open event do not work."""


@unique
class Key(Enum):
    """What it does is the sentence `key-…` of its name. Several sequences do the same, or choose by their place."""

    HELP = (Scope.EVERYWHERE, "F1")
    TO_DESK = (Scope.EVERYWHERE, "Ctrl+K")
    PAGE = (Scope.EVERYWHERE, *(f"Ctrl+{digit}" for digit in _DIGITS))
    FOLD = (Scope.EVERYWHERE, "Ctrl+0")
    FULL_SCREEN = (Scope.EVERYWHERE, "F11")
    SWITCH_OPERATOR = (Scope.EVERYWHERE, "F12")
    LOCK = (Scope.EVERYWHERE, "Ctrl+L")
    DESK_ADMIT = (Scope.DESK, *_ENTER)
    DESK_STEP = (Scope.DESK, "Down", "Up")
    DESK_CLEAR = (Scope.DESK, "Esc")
    DESK_UNDO = (Scope.DESK, "Ctrl+Z")
    DESK_CORRECT = (Scope.DESK, "F2")
    DESK_QUESTIONS = (Scope.DESK, "F3")
    DESK_REGISTER = (Scope.DESK, "F4")
    DESK_CAMERA = (Scope.DESK, "F5")
    DESK_REPRESENT = (Scope.DESK, "F6")
    DESK_SUBSTITUTE = (Scope.DESK, "Shift+F6")
    DESK_PASS = (Scope.DESK, "F7")
    DESK_PRINT = (Scope.DESK, "F8")
    DESK_MORE = (Scope.DESK, "F9")
    DESK_LINK = (Scope.DESK, "F10")
    DESK_DELEGATION = (Scope.DESK, "Ctrl+G")
    DESK_PASTE = (Scope.DESK, "Ctrl+V", "Shift+Ins")
    ANSWER = (Scope.ANSWERING, *_DIGITS)
    ANSWER_LATER = (Scope.ANSWERING, "Esc")
    REASON = (Scope.CHOOSING, *_DIGITS)
    CHOOSE_STEP = (Scope.CHOOSING, "Down", "Up")
    CHOOSE_TAKE = (Scope.CHOOSING, *_ENTER)
    CERTIFICATES_SEARCH = (Scope.CERTIFICATES, "Ctrl+F")
    CERTIFICATES_PRINT = (Scope.CERTIFICATES, "Ctrl+P")
    CERTIFICATES_DO = (Scope.CERTIFICATES, *_ENTER)
    PEOPLE_SEARCH = (Scope.PEOPLE, "Ctrl+F")
    PEOPLE_NEW = (Scope.PEOPLE, "Ctrl+N")
    PEOPLE_CORRECT = (Scope.PEOPLE, "F2")
    PEOPLE_REPRESENT = (Scope.PEOPLE, "F6")
    PEOPLE_SAVE = (Scope.PEOPLE, *_SAVE)
    PEOPLE_BACK = (Scope.PEOPLE, "Esc")
    PAPER_STEP = (Scope.PAPER, "Down", "Up", "PgDown", "PgUp")
    PAPER_REMOVE = (Scope.PAPER, "Del")
    PAPER_SAVE = (Scope.PAPER, *_SAVE)
    EVENT_SAVE = (Scope.EVENT, "Ctrl+S")
    EVENT_REMOVE = (Scope.EVENT, "Del")
    EVENT_UNDO = (Scope.EVENT, "Ctrl+Z")
    EVENT_RULE_UP = (Scope.EVENT, "Ctrl+Up")
    EVENT_RULE_DOWN = (Scope.EVENT, "Ctrl+Down")
    IMPORT_OPEN = (Scope.IMPORTING, "Ctrl+O")
    IMPORT_START = (Scope.IMPORTING, *_SAVE)
    DESIGN_UNDO = (Scope.DESIGNER, "Ctrl+Z")
    DESIGN_REDO = (Scope.DESIGNER, "Ctrl+Y", "Ctrl+Shift+Z")
    DESIGN_SAVE = (Scope.DESIGNER, "Ctrl+S")
    DESIGN_DUPLICATE = (Scope.DESIGNER, "Ctrl+D")
    DESIGN_LOCK = (Scope.DESIGNER, "Ctrl+Shift+L")
    DESIGN_COPY = (Scope.DESIGNER, "Ctrl+C")
    DESIGN_CUT = (Scope.DESIGNER, "Ctrl+X")
    DESIGN_PASTE = (Scope.DESIGNER, "Ctrl+V")
    DESIGN_ALL = (Scope.DESIGNER, "Ctrl+A")
    DESIGN_NUDGE = (Scope.DESIGNER, *_ARROWS)
    DESIGN_NUDGE_LITTLE = (Scope.DESIGNER, *(f"Ctrl+{arrow}" for arrow in _ARROWS))
    DESIGN_DELETE = (Scope.DESIGNER, "Del", "Backspace")
    DESIGN_NOTHING = (Scope.DESIGNER, "Esc")
    BADGES_PRINT = (Scope.BADGES, "Ctrl+P")
    BADGES_SAVE = (Scope.BADGES, "Ctrl+S")
    QUESTIONS_NEW = (Scope.QUESTIONS, "Ctrl+N")
    QUESTIONS_SAVE = (Scope.QUESTIONS, *_SAVE)
    QUESTIONS_UP = (Scope.QUESTIONS, "Ctrl+Up")
    QUESTIONS_DOWN = (Scope.QUESTIONS, "Ctrl+Down")
    EXCHANGE_START = (Scope.EXCHANGE, *_SAVE)
    GATE_WHO = (Scope.GATE, *_DIGITS)
    GATE_BACK = (Scope.GATE, "Esc")
    KIOSK_LEAVE = (Scope.KIOSK, "F12")
    WELCOME_OPEN = (Scope.WELCOME, "Ctrl+O")
    WELCOME_BACK = (Scope.WELCOME, "Esc")

    def __init__(self, scope: Scope, *sequences: str) -> None:
        self.scope, self.sequences = scope, sequences

    @property
    def sentence(self) -> str:
        return f"key-{self.name.lower().replace('_', '-')}"

    def shown(self, say: Callable[..., str]) -> str:
        """As it stands on the keyboard of who reads it: «Ctrl+1…9», «Ctrl+Supr»."""
        told: list[str] = []
        for held, keys in groupby(self.sequences, lambda keys: keys.rpartition("+")[0]):
            last = [keys.rpartition("+")[2] for keys in keys]
            if tuple(last) == _DIGITS:
                last = [f"{_DIGITS[0]}…{_DIGITS[-1]}"]
            before = "".join(f"{_named(key, say)}+" for key in held.split("+") if key)
            told += [f"{before}{_named(key, say)}" for key in last]
        return " / ".join(dict.fromkeys(told))

    def which(self, event: QKeyEvent) -> int | None:
        """The place of the sequence that was pressed; the digits' block on the right is as good."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(event.key() | held.value)
        return next((at for at, keys in enumerate(self.sequences) if QKeySequence(keys) == pressed), None)

    def pressed(self, event: QKeyEvent) -> bool:
        return self.which(event) is not None


def bind(key: Key, owner: QWidget, act: Callable[[], object], *, focused: bool = True) -> None:
    """`act` on any of its sequences while the keyboard is within `owner`, else (`focused` False) while it is seen."""
    _bound(owner, key.sequences, act, focused)


def bind_each(key: Key, owner: QWidget, act: Callable[[int], object], *, focused: bool = True) -> None:
    """`act` with the place of the sequence pressed."""
    for at, keys in enumerate(key.sequences):
        _bound(owner, (keys,), partial(act, at), focused)


def _bound(owner: QWidget, sequences: tuple[str, ...], act: Callable[[], object], focused: bool) -> None:
    made = QShortcut(owner)
    made.setKeys([QKeySequence(keys) for keys in sequences])
    made.setContext(
        Qt.ShortcutContext.WidgetWithChildrenShortcut if focused else Qt.ShortcutContext.WindowShortcut
    )
    made.activated.connect(act)


def _named(key: str, say: Callable[..., str]) -> str:
    return say(f"keyboard-{key.lower()}") if key in _NAMED else _SIGNS.get(key, key)
