"""«Compartir con otras mesas»: this desk as the hub of the venue."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from checkin_desktop.gui.design.qr_view import QrView
from checkin_desktop.gui.design.tokens import GAP, Theme
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.exchange.roads import NetworkNews
from checkin_desktop.gui.tools import Picture
from checkin_desktop.services.ports.network import Sharing
from checkin_desktop.services.views import StationLine
from checkin_desktop.words.dates import clock_time, long_date

_QR_SIDE = 230
_CONNECTED_S = 30


class PairingView(QWidget):
    """The QR of a desk that shares, its addresses and the one-time code. `zone`: the venue's."""

    def __init__(self, language: Language, side: int, new_code: Callable[[], None]) -> None:
        super().__init__()
        self._language = language
        self._sharing: Sharing | None = None
        self.zone: ZoneInfo | None = None
        self.qr = QrView(side)
        self.address, self.code = label("strong", wrap=True), label("strong", wrap=True)
        self.until = label("small", wrap=True)
        for line in (self.address, self.code):
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.renew = button("quiet", new_code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for part in (self.qr, self.address, self.code, self.until):
            column.addWidget(part)
        column.addLayout(row(self.renew, 0))

    def show_sharing(self, sharing: Sharing) -> None:
        self._sharing = sharing
        self.retranslate()

    def show_picture(self, picture: Picture) -> None:
        self.qr.show_picture(picture)

    def retranslate(self) -> None:
        say, sharing = self._language.say, self._sharing
        self.renew.setText(say("roads-new-code"))
        self.qr.setAccessibleName(say("roads-qr"))
        if sharing is None:
            return
        self.address.setText(say("roads-address", address=" · ".join(sharing.addresses)))
        self.code.setText(say("roads-code", code=f"{sharing.code[:5]} {sharing.code[5:]}"))
        until = datetime.fromtimestamp(sharing.code_until / 1000, UTC).astimezone(self.zone)
        day = long_date(until.date(), self._language.words.language)
        self.until.setText(say("roads-code-until", day=day, time=clock_time(until)))


class SharingCard(QWidget):
    """`switched` carries what a person wants: shared or not. `begun`: its QR is about to be seen."""

    begun = Signal()
    switched = Signal(bool)
    code_wanted = Signal()

    def __init__(self, language: Language, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self._news: NetworkNews | None = None
        self._desks: tuple[StationLine, ...] = ()
        frame, column = card()
        column.setSpacing(GAP + 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.heading, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.switch = QCheckBox()
        self.switch.clicked.connect(self._clicked)
        self.pairing = PairingView(language, _QR_SIDE, self.code_wanted.emit)
        self.connected, self.firewall = label("", wrap=True), label("small", wrap=True)
        self.wrong = label("wrong", wrap=True)
        for part in (self.heading, self.about, self.switch, self.wrong, self.pairing, self.connected):
            column.addWidget(part)
        column.addWidget(self.firewall)
        column.addStretch()
        for part in (self.wrong, self.pairing, self.connected):
            part.hide()

    def retranslate(self) -> None:
        say = self._language.say
        self.heading.setText(say("roads-share-title"))
        self.about.setText(say("roads-share-about"))
        self.switch.setText(say("roads-share"))
        self.firewall.setText(say("roads-firewall"))
        self.pairing.retranslate()
        self.wrong.hide()
        self._draw()

    def show_news(self, news: NetworkNews) -> None:
        self._news = news
        self._draw()

    def show_desks(self, desks: tuple[StationLine, ...]) -> None:
        self._desks = desks
        self._draw()

    def set_working(self, working: bool) -> None:
        self.switch.setEnabled(not working)
        self.pairing.renew.setEnabled(not working)
        if working:
            self.wrong.hide()
        else:
            self._draw()

    def tell_failure(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()
        self._draw()

    def _draw(self) -> None:
        sharing = self._news.sharing if self._news else None
        if self.switch.isEnabled():
            self.switch.setChecked(sharing is not None)
        if sharing is not None and self.pairing.isHidden() and self.isVisible():
            self.begun.emit()
        self.pairing.setVisible(sharing is not None)
        self.connected.setVisible(sharing is not None)
        if sharing is not None:
            self.pairing.show_sharing(sharing)
            names = [d.name for d in self._desks if not d.own and _lately(d)]
            sentence = "roads-desks-connected" if names else "roads-no-desks-connected"
            self.connected.setText(self._language.say(sentence, desks=", ".join(names)))

    def _clicked(self, wanted: bool) -> None:
        self.switched.emit(wanted)


def _lately(line: StationLine) -> bool:
    heard = line.heard_at
    return heard is not None and (heard.now(heard.tzinfo) - heard).total_seconds() < _CONNECTED_S
