"""Where one is: the event, the checkpoint, this desk, how many have come, the time at the venue."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout

from checkin_desktop.domain.event import Checkpoint, Direction
from checkin_desktop.domain.operators import Operator
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.combos import ElidedCombo
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import ElidedLabel, button, label
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.shell.status_row import StatusRow
from checkin_desktop.words.dates import clock_time

_SECOND_MS = 1_000
_LETTERS_IN_LINE = 88
_NO_END = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""


class TopBar(QFrame):
    """`chosen` is called with the checkpoint that a person picked, `switch` to change the language; `status` is
    its second line."""

    def __init__(
        self,
        language: Language,
        zone: ZoneInfo,
        chosen: Callable[[Checkpoint], None],
        switch: Callable[[], None],
        status: StatusRow,
    ) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self._language, self._zone, self._chosen = language, zone, chosen
        self._checkpoints: tuple[Checkpoint, ...] = ()
        self.event_name = ElidedLabel("strong")
        self.checkpoint = ElidedCombo()
        self.checkpoint.setMinimumContentsLength(24)
        self.checkpoint.setMaxVisibleItems(24)
        self.checkpoint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.checkpoint.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.checkpoint.activated.connect(self._picked)
        self.caption, self.counted, self.station = label("small"), label("strong"), label("small")
        self.clock = label("strong")
        self.tongue = button("quiet", switch)
        self.operator = button("who", lambda: None)
        self._menu = QMenu(self.operator)
        self._operator: Operator | None = None
        self._stacked = False
        self._entries: list[tuple[str, Key | None, QAction]] = []
        self.operator.setMenu(self._menu)
        self.operator.hide()
        self.status = status
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        layout, self._row, self._below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        outer.addLayout(layout)
        outer.addLayout(self._below)
        outer.addWidget(status)
        self._below.setContentsMargins(PAD, 0, PAD, 0)
        layout.setContentsMargins(PAD, GAP, PAD, GAP)
        layout.setSpacing(PAD)
        layout.addWidget(self.event_name, 2)
        layout.addWidget(self.caption)
        layout.addLayout(self._row, 9)
        self._row.addWidget(self.checkpoint)
        layout.addWidget(self.counted)
        layout.addWidget(self.station)
        layout.addWidget(self.operator)
        layout.addWidget(self.clock)
        layout.addWidget(self.tongue)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(_SECOND_MS)
        self.tick()

    def offer(self, checkpoints: tuple[Checkpoint, ...], current: Checkpoint | None) -> None:
        """The programme, day by day; nothing chosen while `current` is None."""
        self._checkpoints = checkpoints
        self.checkpoint.clear()
        for c in checkpoints:
            self.checkpoint.addItem(self._named(c), c.id)
        self.show_chosen(current)

    def show_chosen(self, current: Checkpoint | None) -> None:
        at = next((i for i, c in enumerate(self._checkpoints) if current and c.id == current.id), -1)
        self.checkpoint.setCurrentIndex(at)
        self.checkpoint.setToolTip(self.checkpoint.currentText())
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where few letters have room the checkpoint has a line of its own, and what is read elsewhere is left out."""
        stacked = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_IN_LINE
        if stacked != self._stacked:
            self._stacked = stacked
            (self._below if stacked else self._row).addWidget(self.checkpoint)
            self.counted.setVisible(not stacked)
            self.show_operator(self._operator)
        self._share()

    def _share(self) -> None:
        """The checkpoint is read whole before the event's name is, and the name before the checkpoint's caption."""
        wanted = self.checkpoint.wanted_width
        self.checkpoint.setMaximumWidth(_NO_END if self._stacked else wanted)
        always = (self.counted, self.operator, self.clock, self.tongue)
        left = self.width() - wanted - PAD * 3
        left -= sum(part.sizeHint().width() + PAD for part in always if not part.isHidden())
        left -= self.station.sizeHint().width() + PAD
        self.station.setVisible(not self._stacked and left >= self.event_name.minimumWidth())
        left -= self.caption.sizeHint().width() + PAD
        self.caption.setVisible(not self._stacked and left >= self.event_name.sizeHint().width())

    def tell(self, event_name: str, station: str, admitted: int, attendees: int) -> None:
        self.event_name.setText(event_name)
        self._share()
        self.station.setText(station)
        self.counted.setText(f"{admitted} / {attendees}")
        self.counted.setToolTip(self._language.say("shell-counted", admitted=admitted, attendees=attendees))
        self.counted.setAccessibleName(self.counted.toolTip())

    def operator_menu(self, *entries: tuple[str, Key | None, Callable[[], object]]) -> None:
        """(sentence, its key, what it does): what stands under the operator's name."""
        for sentence, key, act in entries:
            action = self._menu.addAction("")
            action.triggered.connect(lambda _=False, act=act: act())
            self._entries.append((sentence, key, action))

    def show_operator(self, operator: Operator | None) -> None:
        """Who is signed in; nothing while nobody has to."""
        self._operator = operator
        self.operator.setVisible(operator is not None)
        if operator is not None:
            name = operator.name or self._language.say("team-nameless")
            self.operator.setText(name.split()[0] if self._stacked else " ".join(name.split()[:2]))
            said = self._language.say("shell-operator", name=name)
            self.operator.setToolTip(said)
            self.operator.setAccessibleName(said)

    def tick(self) -> None:
        self.clock.setText(clock_time(datetime.now(UTC).astimezone(self._zone)))
        self.status.draw()

    def dress(self, percent: int) -> None:
        """The letters are of another size."""
        self.event_name.setMinimumWidth(round(120 * percent / 100))
        self._arrange()

    def retranslate(self) -> None:
        say = self._language.say
        self.caption.setText(say("shell-checkpoint"))
        self.caption.setBuddy(self.checkpoint)
        self.checkpoint.setAccessibleName(say("shell-checkpoint"))
        self.checkpoint.setPlaceholderText(say("shell-choose-checkpoint"))
        self.clock.setAccessibleName(say("shell-clock"))
        self.tongue.setText(say("shell-other-language"))
        self.tongue.setToolTip(say("shell-switch-language"))
        for sentence, key, action in self._entries:
            said = say(sentence)
            action.setText(f"{said}\t{key.shown(say)}" if key else said)
        self.status.draw(anew=True)
        for i, c in enumerate(self._checkpoints):
            self.checkpoint.setItemText(i, self._named(c))
        self._share()

    def _named(self, c: Checkpoint) -> str:
        """With what is counted there: who enters, who leaves, or both. An entrance says by its name that it is one."""
        named = checkpoint_text(c, self._language)
        if c.direction is Direction.ENTRY and named.startswith(self._language.say("shell-entrance")):
            return named
        return f"{named} · {self._language.say(f'shell-direction-{c.direction.value}')}"

    def _picked(self, index: int) -> None:
        self._chosen(self._checkpoints[index])
