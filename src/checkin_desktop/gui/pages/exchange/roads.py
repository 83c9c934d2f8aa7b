"""The page's side of the network: shares, connects, looks for other desks; nothing waits for it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.network_watch import NetworkWatch
from checkin_desktop.gui.one_at_a_time import OneAtATime
from checkin_desktop.gui.page import Context
from checkin_desktop.services.exchange import set_passphrase
from checkin_desktop.services.pairing import is_pairing_text
from checkin_desktop.services.ports.network import HubSeen, HubState, Road, Sharing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NetworkNews:
    lan: HubState
    internet: HubState
    sharing: Sharing | None
    found: tuple[HubSeen, ...]


class RoadsPresenter(QObject):
    """`passphrase_wanted`: the event has none yet, and sharing needs it. `pairing_drawn` a Picture.

    `asked_to_share`: whether what was asked for last concerns this desk's own sharing.
    """

    news = Signal(object)
    working = Signal(bool)
    failed = Signal(str)
    connected = Signal()
    passphrase_wanted = Signal()
    pairing_drawn = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._doing = OneAtATime(self)
        self._doing.working.connect(self.working)
        self._listening = False
        self._drawn = ""
        self.asked_to_share = False
        self._watch = NetworkWatch(context.network)
        self._watch.changed.connect(self.tell)

    def load(self) -> None:
        """The first time it also begins to listen for desks that announce themselves."""
        self.tell()
        if not self._listening:
            self._listening = True
            self._context.lanes.network.run(self._context.network.look, failed=self._deaf)

    def tell(self) -> None:
        network = self._context.network
        lan, internet = network.states()
        sharing = network.sharing()
        self.news.emit(NetworkNews(lan, internet, sharing, network.found()))
        if sharing is not None and sharing.pairing != self._drawn:
            self._drawn = sharing.pairing
            self._draw(sharing.pairing)

    def redraw(self) -> None:
        """For somebody who has just begun to look."""
        self._drawn = ""
        self.tell()

    def share(self) -> None:
        self._run(self._context.network.share, lambda _: self.tell(), sharing=True)

    def share_with(self, passphrase: str) -> None:
        """Chooses the event's passphrase, then shares."""
        desk, network = self._context.desk, self._context.network

        def work() -> Sharing:
            set_passphrase(desk, passphrase)
            return network.share()

        def done(_: Sharing) -> None:
            self._context.session.changed.emit()
            self.tell()

        self._run(work, done, sharing=True)

    def stop_sharing(self) -> None:
        self._run(self._context.network.stop_sharing, lambda _: self.tell(), sharing=True)

    def new_code(self) -> None:
        self._run(self._context.network.new_code, lambda _: self.tell(), sharing=True)

    def connect_to(self, where: str, code: str = "") -> None:
        """`where`: a pairing text or an address."""
        network = self._context.network

        def done(_: None) -> None:
            self.tell()
            self.connected.emit()
            self._context.session.changed.emit()

        self._run(lambda: network.connect(where.strip(), code.strip()), done)

    def connect_by_picture(self, picture: Path) -> None:
        """A photo or a screenshot of another desk's QR."""
        context = self._context

        def work() -> None:
            found = [text for text in context.tools.decode_file(picture) if is_pairing_text(text)]
            if not found:
                raise PersonFacingError("roads-no-pairing-in-picture")
            context.network.connect(found[0])

        def done(_: None) -> None:
            self.tell()
            self.connected.emit()
            context.session.changed.emit()

        self._run(work, done)

    def disconnect_from(self, road: Road) -> None:
        network = self._context.network
        self._run(lambda: network.disconnect(road), lambda _: self.tell())

    def exchange_now(self) -> None:
        self._context.network.exchange_now()

    def _draw(self, text: str) -> None:
        def drawn(picture: object) -> None:
            if text == self._drawn:
                self.pairing_drawn.emit(picture)

        self._context.lanes.work.run(lambda: self._context.tools.draw_qr(text), drawn)

    def _run(self, work: Callable[[], T], done: Callable[[T], object], *, sharing: bool = False) -> None:
        self.asked_to_share = sharing
        self._doing.run(self._context.lanes.network, work, done, self._refused)

    def _refused(self, error: PersonFacingError) -> None:
        if error.sentence == "hub-share-needs-passphrase":
            self.passphrase_wanted.emit()
        else:
            self.failed.emit(self._context.say(error.sentence, **error.arguments))

    def _deaf(self, _: PersonFacingError) -> None:
        """No multicast here: addresses and QR codes have to do. Tried again when the page is shown anew."""
        self._listening = False
