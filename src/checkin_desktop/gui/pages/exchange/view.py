"""The page for exchanging with other desks."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.merge import Choice
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.drives import Drive
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.exchange.cases import CasesSection
from checkin_desktop.gui.pages.exchange.desks import DesksCard
from checkin_desktop.gui.pages.exchange.passphrase import ChoosePassphrase, EnterPassphrase
from checkin_desktop.gui.pages.exchange.presenter import ExchangePresenter, ExchangeState
from checkin_desktop.gui.pages.exchange.stick import StepsCard, StickCard, typed_path


class ExchangePage(Page):
    name = "exchange"
    icon = "usb"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self.presenter = ExchangePresenter(context)
        self._state: ExchangeState | None = None
        self._drives: tuple[Drive, ...] = ()
        self.stick = StickCard(context.language, self._choose)
        self.steps = StepsCard(context.language, context.theme)
        self.cases = CasesSection(context.language, context.theme)
        self.desks = DesksCard(context.language)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(PAD + 4)
        column.addWidget(Columns([self.stick, self.steps], letters=38, stretches=[3, 2]))
        column.addWidget(self.cases)
        column.addWidget(self.desks)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.body.addWidget(scroll)
        self.presenter.loaded.connect(self._show)
        self.presenter.drives_found.connect(self._offer)
        self.presenter.working.connect(self.stick.set_working)
        self.presenter.exchanged.connect(self.stick.tell)
        self.presenter.failed.connect(self.stick.tell_failure)
        self.presenter.passphrase_wanted.connect(self._ask_passphrase)
        self.stick.go.connect(self._exchange)
        self.cases.chosen.connect(lambda case, choice: self.presenter.settle(case, Choice(choice)))
        self.retranslate()

    def retranslate(self) -> None:
        for part in (self.stick, self.steps, self.cases, self.desks):
            part.retranslate()
        self._offer(self._drives)

    def refresh(self) -> None:
        self.presenter.load()
        self.presenter.look_for_drives()

    def ask_file(self, proposed: str) -> str:
        """A bundle that is there already, or the name of a new one; empty if none was chosen."""
        kept = QFileDialog.Option.DontConfirmOverwrite
        title = self.context.say("exchange-path")
        return QFileDialog.getSaveFileName(self, title, proposed, options=kept)[0]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.stick.path.setText(event.mimeData().urls()[0].toLocalFile())
        self._exchange(self.stick.path.text())

    def _show(self, state: ExchangeState) -> None:
        first, self._state = self._state is None, state
        if first and not self.stick.path.text():
            remembered = self.presenter.remembered(state)
            self.stick.path.setText(str(remembered) if remembered else "")
        self.stick.shared.setVisible(state.slot_shared)
        self.cases.show_cases(state.open, state.settled)
        self.desks.show_desks(state.stations)
        self._offer(self._drives)

    def _offer(self, drives: tuple[Drive, ...]) -> None:
        self._drives = drives
        if self._state is not None:
            self.stick.offer(drives, self._state.file_name)

    def _choose(self) -> None:
        name = self._state.file_name if self._state else ""
        chosen = self.ask_file(self.stick.path.text() or str(Path.home() / name))
        if chosen:
            self.stick.path.setText(chosen)

    def _exchange(self, text: str, passphrase: str | None = None) -> None:
        if self._state is None:
            return
        if self._state.slot_shared and self._state.sealed and passphrase is None:
            self._ask_passphrase(choose=False)
            return
        self.presenter.exchange(typed_path(text, self._state.file_name), self._state.event_id, passphrase)

    def _ask_passphrase(self, choose: bool) -> None:
        text = self.stick.path.text().strip()
        kind = ChoosePassphrase if choose else EnterPassphrase
        kind(self, self.context.language, lambda passphrase: self._exchange(text, passphrase)).open()
