"""What the window knows of the other desks at every moment: the stick, the network, how fresh everything is."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from checkin_desktop.gui.network_watch import NetworkWatch, to_send
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.shell.status_row import StatusRow
from checkin_desktop.gui.shell.stick_banner import StickBanner
from checkin_desktop.gui.stick_keeper import StickKeeper
from checkin_desktop.services.desk import newest_entry
from checkin_desktop.services.freshness import Freshness, freshness
from checkin_desktop.services.ports.network import HubConnected
from checkin_desktop.services.views import ExchangeResult

_LOOK_EVERY_MS = 20_000
_GATHER_MS = 400


class Outside(QObject):
    """`row` and `banner` are the shell's to place. Pages are told (`session.changed`) when entries came in."""

    def __init__(self, context: Context, zone: ZoneInfo) -> None:
        super().__init__()
        self._context = context
        self._newest = -1
        self._looking = False
        self.keeper = StickKeeper(context)
        self.row = StatusRow(
            context.language, zone, context.theme, lambda: context.session.page_wanted.emit("exchange")
        )
        self.banner = StickBanner(context.language, context.theme, self.keeper)
        self._watch = NetworkWatch(context.network)
        self._watch.changed.connect(self._network_changed)
        self.keeper.changed.connect(lambda: self.row.show_stick(self.keeper.state))
        self.keeper.exchanged.connect(self._stick_exchanged)
        self._timer, self._came_in = QTimer(self), QTimer(self)
        self._timer.timeout.connect(self.look)
        self._came_in.setSingleShot(True)
        self._came_in.setInterval(_GATHER_MS)
        self._came_in.timeout.connect(context.session.changed)

    def start(self) -> None:
        self.keeper.start()
        self._timer.start(_LOOK_EVERY_MS)
        self._network_changed()

    def stop(self) -> None:
        self.keeper.stop()
        self._timer.stop()
        self._came_in.stop()
        self._watch.changed.disconnect(self._network_changed)

    def pages_told(self) -> None:
        """Something changed and the pages know: not said again for the same."""
        self._came_in.stop()
        self._newest = -1
        self.look()

    def look(self) -> None:
        """How fresh this desk is; pages are told where something came in meanwhile, a little later at once."""
        if self._looking:
            return
        self._looking = True
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: (newest_entry(desk), freshness(desk)), self._looked)

    def retranslate(self) -> None:
        self.banner.retranslate()

    def _looked(self, found: tuple[int, Freshness]) -> None:
        self._looking = False
        newest, fresh = found
        live = [to_send(s) for s in self._context.network.states() if isinstance(s, HubConnected)]
        if live:
            fresh = replace(fresh, only_here=min(fresh.only_here, *live), shared=True)
        self.row.show_freshness(fresh)
        before, self._newest = self._newest, newest
        if before not in (-1, newest):
            self._came_in.start()

    def _network_changed(self) -> None:
        network = self._context.network
        self.row.show_network(network.states(), network.sharing())
        self.look()

    def _stick_exchanged(self, result: ExchangeResult) -> None:
        say = self._context.say
        self._context.notify(say("exchange-done", sent=result.sent, received=result.received))
