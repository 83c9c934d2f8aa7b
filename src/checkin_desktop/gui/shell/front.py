"""What stands in front: the pages, the screen where operators sign in, or the guests' kiosk."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from checkin_desktop.domain.operators import Operator
from checkin_desktop.gui.gate import Gate, Guard
from checkin_desktop.gui.gate.pin_dialogs import KioskPin, ask_new_pin
from checkin_desktop.gui.kiosk import Kiosk
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.passphrase import ChoosePassphrase
from checkin_desktop.services.exchange import has_passphrase, set_passphrase
from checkin_desktop.services.kiosk import KioskExit, begin_kiosk, end_kiosk
from checkin_desktop.services.operators import operators
from checkin_desktop.words.verdicts import Tone

_NOBODY_LEAVES_MS = 40_000


class Front(QStackedWidget):
    """`covering`: the pages are about to be hidden. `working`: they are seen again."""

    covering = Signal()
    working = Signal()

    def __init__(self, context: Context, path: Path, guard: Guard, work: QWidget) -> None:
        super().__init__()
        self._context, self._path, self._guard = context, path, guard
        self.work = work
        self.gate = Gate(context, self._signed_in, self.back_to_work)
        self.kiosk = Kiosk(context, self._ask_operator, self._end_kiosk)
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self._nobody_left)
        for part in (self.work, self.gate, self.kiosk):
            self.addWidget(part)

    @property
    def covered(self) -> bool:
        return self.currentWidget() is not self.work

    @property
    def asking(self) -> bool:
        """Somebody should sign in."""
        return self.currentWidget() is self.gate

    @property
    def in_kiosk(self) -> bool:
        return self._context.desk.authority.kiosk

    def retranslate(self) -> None:
        self.gate.retranslate()

    def switch_operator(self) -> None:
        """Another one takes over; who is signed in stays until the PIN fits."""
        if self._context.session.any_operators:
            self._ask(self._guard.team, locked=False)

    def lock(self) -> None:
        self._ask(self._guard.team, locked=True)

    def change_pin(self) -> None:
        operator = self._context.session.operator
        if operator is not None:
            ask_new_pin(self._context, self, operator)

    def refuse_scan(self) -> None:
        """A scanner read something while nobody is signed in."""
        self.gate.refuse_scan()
        if self._context.preferences().sounds:
            self._context.tools.play(Tone.ATTENTION)

    def back_to_work(self) -> None:
        if self.in_kiosk:
            self.setCurrentWidget(self.kiosk)
            self.kiosk.resume()
            return
        self.setCurrentWidget(self.work)
        self.working.emit()

    def start_kiosk(self) -> None:
        """For the guests, until somebody gives a PIN: an operator's, or where nobody signs in one chosen now.

        Such a PIN is forgotten by somebody some day: the event needs a passphrase then, which opens too.
        """
        if self._context.session.any_operators:
            self.begin_kiosk("")
        elif has_passphrase(self._context.desk):
            KioskPin(self._context, self, self.begin_kiosk).open()
        else:
            dialog = ChoosePassphrase(self, self._context.language, self._passphrase_chosen)
            dialog.about.setText(self._context.say("kiosk-passphrase-why"))
            dialog.open()

    def _passphrase_chosen(self, passphrase: str) -> None:
        desk = self._context.desk
        self._context.lanes.writer.run(lambda: set_passphrase(desk, passphrase), lambda _: self.start_kiosk())

    def begin_kiosk(self, pin: str) -> None:
        """No guest sees it before a program killed at any moment would come back into it."""
        desk, lanes = self._context.desk, self._context.lanes
        self._remember(str(self._path))
        lanes.work.run(
            lambda: None, lambda _: lanes.writer.run(lambda: begin_kiosk(desk, pin), self.show_kiosk)
        )

    def show_kiosk(self, by: KioskExit) -> None:
        self._cover()
        self._context.desk.authority.kiosk = True
        self.setCurrentWidget(self.kiosk)
        self.kiosk.begin(by)
        self.window().showFullScreen()

    def _remember(self, path: str) -> None:
        """Which event file to open when the program begins."""
        chosen = self._context.preferences()
        if chosen.kiosk != path:
            self._context.change_preferences(replace(chosen, kiosk=path))

    def _cover(self) -> None:
        """Nothing of the pages stays before the guests, or before whoever finds the desk locked."""
        self.covering.emit()
        for dialog in self.window().findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

    def _ask(self, team: tuple[Operator, ...], *, locked: bool) -> None:
        self._cover()
        self.gate.ask(team, locked=locked)
        self.setCurrentWidget(self.gate)

    def _ask_operator(self) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: operators(desk), self._let_go)

    def _let_go(self, team: tuple[Operator, ...]) -> None:
        if team and self.in_kiosk:
            self._ask(team, locked=False)
            self._leaving.start(_NOBODY_LEAVES_MS)

    def _nobody_left(self) -> None:
        """Whoever asked to leave gave no PIN: the next guest is welcomed."""
        if self.in_kiosk and self.asking:
            self._cover()
            self.back_to_work()

    def _signed_in(self, operator: Operator) -> None:
        if not self.in_kiosk:
            self._guard.signed_in(operator)
            return
        desk = self._context.desk

        def ended(_: None) -> None:
            self._end_kiosk()
            self._guard.signed_in(operator)

        self._context.lanes.writer.run(lambda: end_kiosk(desk), ended)

    def _end_kiosk(self) -> None:
        self._context.desk.authority.kiosk = False
        self._remember("")
        self.window().showMaximized()
        self.back_to_work()
