"""The sign-in screen: who, then the PIN. Large, by keyboard and mouse."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.operators import Operator, Role
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, scaled
from checkin_desktop.gui.design.widgets import button, clear, label, row
from checkin_desktop.gui.gate.pin_pad import PinPad
from checkin_desktop.gui.gate.presenter import GatePresenter
from checkin_desktop.gui.gate.recover_dialog import RecoverDialog
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context

_DIGITS = 9
_MARK, _PAD_WIDTH, _PAD_HEIGHT, _TILE_WIDTH, _WIDEST = 40, 300, 420, 260, 840


class Gate(QWidget):
    """`signed_in` is called with who gave their PIN, `cancelled` when who was signed in goes on."""

    def __init__(
        self, context: Context, signed_in: Callable[[Operator], None], cancelled: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context, self._cancelled = context, cancelled
        self._team: tuple[Operator, ...] = ()
        self._chosen: Operator | None = None
        self._locked = True
        self.presenter = GatePresenter(context)
        self.presenter.signed_in.connect(signed_in)
        self.presenter.failed.connect(self._failed)
        self._mark, self.title, self.told = (
            QLabel(),
            label("invitation"),
            label("large", wrap=True),
        )
        self.refused = label("wrong", wrap=True)
        self.tiles: list[QPushButton] = []
        self._tiles, self._holder = Flow(centred=True), QWidget()
        self.who = label("large")
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.refused.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pad = PinPad(self._entered)
        self.other, self.forgot = button("quiet", self._back), button("quiet", self._forgot)
        self.cancel = button("", self._cancel)
        self.steps = QStackedWidget()
        self._lay_out()

    def ask(self, team: tuple[Operator, ...], *, locked: bool, chosen: Operator | None = None) -> None:
        """`locked`: nobody is signed in; else Escape goes back to who is. `chosen`: their PIN is asked at once."""
        self._team, self._locked = team, locked
        self.refused.hide()
        self.retranslate()
        if chosen is None and len(team) == 1:
            chosen = team[0]
        if chosen is None:
            self._back()
        else:
            self._choose(chosen)

    def refuse_scan(self) -> None:
        """A scanner read something while nobody is signed in."""
        self.refused.setText(self._context.say("gate-scan-refused"))
        self.refused.show()

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        percent = self._context.preferences().scale
        self._mark.setPixmap(
            pixmap("lock" if self._locked else "users", theme.accent, scaled(_MARK, percent))
        )
        self.title.setText(say("gate-locked" if self._locked else "gate-switch"))
        self.told.setText(say("gate-who"))
        self.pad.name(say("gate-pin"), say("gate-back"), say("gate-go"), theme)
        self._middle.setMaximumWidth(scaled(_WIDEST, percent))
        self.pad.setFixedWidth(scaled(_PAD_WIDTH, percent))
        self.other.setText(say("gate-other"))
        self.forgot.setText(say("gate-forgot"))
        self.cancel.setText(say("shell-cancel"))
        self.cancel.setVisible(not self._locked)
        self._draw_tiles()
        if self._chosen is not None:
            self.who.setText(say("team-pin-of", name=self._name(self._chosen)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A little above the middle, where there is room."""
        super().resizeEvent(event)
        percent = self._context.preferences().scale
        spare = event.size().height() - scaled(_PAD_HEIGHT, percent)
        self._body.setContentsMargins(0, max(PAD, spare // 3), 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = Key.GATE_WHO.which(event)
        if Key.GATE_BACK.pressed(event):
            self._escape()
        elif self._chosen is None and number is not None and number < len(self._team):
            self._choose(self._team[number])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._holder.setLayout(self._tiles)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        asking = QWidget()
        first = QVBoxLayout(asking)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(PAD)
        first.addWidget(self.told)
        first.addWidget(area, 1)
        giving = QWidget()
        second = QVBoxLayout(giving)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(GAP)
        self.who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        second.addWidget(self.who)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self.pad)
        middle.addStretch()
        second.addLayout(middle)
        second.addLayout(row(0, self.other, self.forgot, 0))
        second.addStretch()
        pad_area = QScrollArea()
        pad_area.setWidgetResizable(True)
        pad_area.setWidget(giving)
        pad_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps.addWidget(asking)
        self.steps.addWidget(pad_area)
        top = QHBoxLayout()
        top.setSpacing(PAD)
        top.addStretch(1)
        top.addWidget(self._mark)
        top.addWidget(self.title)
        top.addStretch(1)
        self._middle = QWidget()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(PAD, PAD, PAD, PAD)
        whole.addStretch(1)
        whole.addWidget(self._middle, 100)
        whole.addStretch(1)
        body = self._body = QVBoxLayout(self._middle)
        body.setSpacing(PAD)
        body.addLayout(top)
        body.addWidget(self.refused)
        body.addWidget(self.steps, 1)
        body.addLayout(row(0, self.cancel, 0))
        self.refused.hide()

    def _draw_tiles(self) -> None:
        clear(self._tiles)
        percent = self._context.preferences().scale
        self.tiles = []
        for number, operator in enumerate(self._team, start=1):
            tile = button("operator", partial(self._choose, operator))
            role = self._context.say(f"role-{operator.role.value}")
            digit, below = (f"{number}   ", "\u2007   ") if number <= _DIGITS else ("", "")
            tile.setText(f"{digit}{self._name(operator)}\n{below}{role}")
            tile.setAccessibleName(f"{self._name(operator)}, {role}")
            tile.setMinimumWidth(scaled(_TILE_WIDTH, percent))
            self._tiles.addWidget(tile)
            self.tiles.append(tile)

    def _name(self, operator: Operator) -> str:
        return operator.name or self._context.say("team-nameless")

    def _choose(self, operator: Operator) -> None:
        self._chosen = operator
        self.who.setText(self._context.say("team-pin-of", name=self._name(operator)))
        self.pad.clear()
        self.other.setVisible(len(self._team) > 1)
        self.forgot.setVisible(operator.role is Role.ORGANISER)
        self.steps.setCurrentIndex(1)
        self._focus()

    def _back(self) -> None:
        self._chosen = None
        self.pad.clear()
        self.steps.setCurrentIndex(0)
        self._focus()

    def _focus(self) -> None:
        (self if self._chosen is None else self.pad).setFocus()

    def _escape(self) -> None:
        if self._chosen is not None and len(self._team) > 1:
            self._back()
        else:
            self._cancel()

    def _cancel(self) -> None:
        if not self._locked:
            self._cancelled()

    def _entered(self, pin: str) -> None:
        if self._chosen is not None:
            self.pad.set_busy(True)
            self.presenter.enter(self._chosen, pin)

    def _forgot(self) -> None:
        operator = self._chosen
        if operator is not None:
            RecoverDialog(
                self,
                self._context.language,
                self._name(operator),
                lambda passphrase, pin: self.presenter.recover(operator, passphrase, pin),
            ).open()

    def _failed(self, text: str) -> None:
        self.pad.set_busy(False)
        self.pad.tell(text)
        self._focus()
