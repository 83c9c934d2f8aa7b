"""The page for exchanging with other desks."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, row
from checkin_desktop.gui.drives import Drive
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.exchange.comparing import CompareDialog
from checkin_desktop.gui.pages.exchange.connecting import ConnectingCard
from checkin_desktop.gui.pages.exchange.desks import DesksCard
from checkin_desktop.gui.pages.exchange.held import HeldSection
from checkin_desktop.gui.pages.exchange.prepare import PrepareDialog
from checkin_desktop.gui.pages.exchange.presenter import ExchangePresenter, ExchangeState
from checkin_desktop.gui.pages.exchange.roads import RoadsPresenter
from checkin_desktop.gui.pages.exchange.sharing import SharingCard
from checkin_desktop.gui.pages.exchange.stick import StepsCard, StickCard, typed_path
from checkin_desktop.gui.passphrase import ChoosePassphrase, EnterPassphrase
from checkin_desktop.gui.scan_dialog import ScanDialog
from checkin_desktop.services.comparing import is_heads_text
from checkin_desktop.services.pairing import is_pairing_text
from checkin_desktop.services.revocation_list import is_revocation_text


class ExchangePage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self.presenter, self.roads = ExchangePresenter(context), RoadsPresenter(context)
        self._state: ExchangeState | None = None
        self._drives: tuple[Drive, ...] = ()
        self.stick = StickCard(context.language, self._choose)
        self.steps = StepsCard(context.language, context.theme)
        self.sharing = SharingCard(context.language, context.theme)
        self.connecting = ConnectingCard(
            context.language, context.theme, self._scan_pairing, self._choose_picture
        )
        self.cases = button("primary", lambda: context.session.page_wanted.emit("conflicts"))
        self.cases.hide()
        self.desks = DesksCard(context.language)
        self.held = HeldSection(context.language, context.theme)
        self.head = PageHead()
        self._parts = (
            self.stick,
            self.steps,
            self.sharing,
            self.connecting,
            self.desks,
            self.held,
        )
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self.head.name(self.context.say("nav-exchange"), self.context.say("head-exchange"))
        for part in self._parts:
            part.retranslate()
        self._offer(self._drives)
        self.roads.redraw()

    def refresh(self) -> None:
        self.presenter.load()
        self.presenter.look_for_drives()
        self.roads.load()

    def take_scan(self, code: str) -> bool:
        """Another desk's QR: of what it holds, or to connect to it."""
        if is_heads_text(code):
            self.presenter.compare(code, self._tell_comparison)
        elif is_revocation_text(code):
            self.presenter.take_revocations(code, self._tell_comparison)
        elif is_pairing_text(code):
            self.roads.connect_to(code)
        else:
            return False
        return True

    def ask_file(self, proposed: str) -> str:
        """A bundle that is there already, or the name of a new one; empty if none was chosen."""
        kept = QFileDialog.Option.DontConfirmOverwrite
        title = self.context.say("exchange-path")
        return QFileDialog.getSaveFileName(self, title, proposed, options=kept)[0]

    def ask_picture(self) -> str:
        """A photo of another desk's QR; empty if none was chosen."""
        title, home = self.context.say("roads-picture"), str(Path.home())
        return QFileDialog.getOpenFileName(self, title, home, "(*.png *.jpg *.jpeg *.bmp *.webp)")[0]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.stick.path.setText(event.mimeData().urls()[0].toLocalFile())
        self._exchange(self.stick.path.text())

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(PAD + 4)
        column.addWidget(Columns([self.stick, self.steps], letters=38, stretches=[3, 2]))
        column.addWidget(Columns([self.sharing, self.connecting], letters=38))
        column.addLayout(row(self.cases, 0))
        column.addWidget(self.desks)
        column.addWidget(self.held)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.body.addWidget(self.head)
        self.body.addWidget(self._scroll, 1)

    def _bring_in_pairing(self) -> None:
        """The QR that others scan now is in sight; only once the page is laid out with it."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.sharing.pairing))

    def _connect(self) -> None:
        p, roads = self.presenter, self.roads
        p.loaded.connect(self._show)
        p.drives_found.connect(self._offer)
        p.working.connect(self.stick.set_working)
        p.exchanged.connect(self.stick.tell)
        p.failed.connect(self.stick.tell_failure)
        p.passphrase_wanted.connect(self._ask_passphrase)
        self.stick.go.connect(self._exchange)
        self.steps.prepare.connect(self._prepare)
        self.desks.remove.connect(self._ask_removal)
        self.desks.compare.connect(self._compare)
        self.desks.revocations.connect(self._revocations)
        for part in (self.sharing, self.connecting):
            roads.news.connect(part.show_news)
            roads.working.connect(part.set_working)
        self.sharing.begun.connect(self._bring_in_pairing)
        roads.pairing_drawn.connect(self.sharing.pairing.show_picture)
        roads.connected.connect(self.connecting.tell_connected)
        roads.failed.connect(self._roads_failed)
        roads.passphrase_wanted.connect(self._passphrase_to_share)
        self.sharing.switched.connect(lambda on: roads.share() if on else roads.stop_sharing())
        self.sharing.code_wanted.connect(roads.new_code)
        self.connecting.wanted.connect(roads.connect_to)
        self.connecting.left.connect(roads.disconnect_from)
        self.connecting.again.connect(roads.exchange_now)

    def _show(self, state: ExchangeState) -> None:
        first, self._state = self._state is None, state
        for part in (self.sharing.pairing, self.connecting.lan, self.connecting.internet):
            part.zone = state.zone
        if first and not self.stick.path.text():
            remembered = self.presenter.remembered(state)
            self.stick.path.setText(str(remembered) if remembered else "")
        self.stick.shared.setVisible(state.slot_shared)
        self.cases.setVisible(state.cases > 0)
        self.cases.setText(self.context.say("conflicts-to-see", count=state.cases))
        self.desks.show_desks(state.stations)
        self.sharing.show_desks(state.stations)
        self.held.show_lines(state.held)
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

    def _choose_picture(self) -> None:
        chosen = self.ask_picture()
        if chosen:
            self.roads.connect_by_picture(Path(chosen))

    def _scan_pairing(self) -> None:
        context = self.context
        camera = context.preferences().camera
        ScanDialog(
            self, context.language, context.camera, camera, is_pairing_text, self.roads.connect_to
        ).open()

    def _prepare(self) -> None:
        opened = PrepareDialog(
            self, self.context.language, self.roads, self._state.zone if self._state else None
        )
        opened.stick_wanted.connect(self.stick.path.setFocus)
        opened.open()

    def _compare(self) -> None:
        shown = CompareDialog(self, self.context.language, self._scan_state)
        self.presenter.draw_state(shown.show_picture)
        shown.open()

    def _scan_state(self, over: QWidget) -> None:
        context = self.context
        camera = context.preferences().camera
        ScanDialog(
            over,
            context.language,
            context.camera,
            camera,
            lambda text: is_heads_text(text) or is_revocation_text(text),
            self.take_scan,
        ).open()

    def _revocations(self) -> None:
        shown = CompareDialog(self, self.context.language, self._scan_state, "revocations")
        self.presenter.draw_revocations(shown.show_picture, self._tell_comparison)
        shown.open()

    def _tell_comparison(self, text: str) -> None:
        shown = self.findChild(CompareDialog)
        shown.tell(text) if shown is not None else self.context.notify(text)

    def _ask_removal(self, station_id: str) -> None:
        line = next((s for s in self._state.stations if s.id == station_id), None) if self._state else None
        if line is not None:
            say = self.context.say
            ReasonDialog(
                self,
                title=say("stations-remove-title"),
                about=line.name,
                text=say("stations-remove-text", count=line.entries),
                example=say("stations-remove-example"),
                caption=say("stations-reason"),
                yes=say("stations-remove-yes"),
                no=say("exchange-cancel"),
                given=lambda reason: self.presenter.revoke(station_id, reason),
            ).open()

    def _roads_failed(self, text: str) -> None:
        """Said where the person is looking: sharing was asked for, or a connection."""
        asked_to_share = self.roads.asked_to_share
        (self.sharing if asked_to_share else self.connecting).tell_failure(text)

    def _passphrase_to_share(self) -> None:
        over = self.window().findChild(PrepareDialog) or self
        ChoosePassphrase(over, self.context.language, self.roads.share_with).open()

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
