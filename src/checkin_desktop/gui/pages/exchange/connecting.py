"""«Conectarse a otra mesa» and the office's server: where to, how it stands, and how to leave."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, TIGHT, Theme
from checkin_desktop.gui.design.widgets import button, card, clear, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.network_watch import state_text, to_send
from checkin_desktop.gui.pages.exchange.roads import NetworkNews
from checkin_desktop.services.pairing import is_pairing_text
from checkin_desktop.services.ports.network import (
    HubConnected,
    HubOff,
    HubSeen,
    HubState,
    HubWaiting,
    Road,
)

_TICK_MS = 1_000


class RoadLine(QWidget):
    """How one road stands, with the verbs that fit."""

    left = Signal(object)
    again = Signal()

    def __init__(self, language: Language, theme: Callable[[], Theme], road: Road) -> None:
        super().__init__()
        self._language, self._theme, self._road = language, theme, road
        self._state: HubState = HubOff(road)
        self.zone: ZoneInfo | None = None
        self._mark, self.text, self.more = QLabel(), label("strong", wrap=True), label("soft", wrap=True)
        self.leave = button("quiet", lambda: self.left.emit(self._road))
        self.try_now = button("quiet", self.again.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        head = row(self._mark, self.text)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(self.more)
        column.addLayout(row(self.try_now, self.leave, 0))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.hide()

    def show_state(self, state: HubState) -> None:
        self._state = state
        self.setVisible(not isinstance(state, HubOff))
        say = self._language.say
        waiting = isinstance(state, HubWaiting)
        colour = self._theme().wrong if waiting else self._theme().accent
        self._mark.setPixmap(pixmap("wifi-off" if waiting else "wifi", colour, 18))
        told = []
        if isinstance(state, HubWaiting):
            told.append(say(state.why.sentence, **state.why.arguments))
        told.append(
            say("roads-all-sent") if not to_send(state) else say("roads-to-send", count=to_send(state))
        )
        if isinstance(state, HubConnected):
            told += [say("roads-set-aside", count=state.set_aside)] if state.set_aside else []
            told += [say("roads-held-there", count=state.held)] if state.held else []
        self.more.setText("\n".join(told))
        self.leave.setText(say("roads-leave"))
        self.try_now.setText(say("roads-try-now"))
        self._tick()

    def _tick(self) -> None:
        self._timer.start() if self.isVisible() else self._timer.stop()
        self.text.setText(state_text(self._language, self._state, datetime.now(UTC).astimezone(self.zone)))


class ConnectingCard(QWidget):
    """`wanted` carries an address or pairing text, and a one-time code."""

    wanted = Signal(str, str)
    left = Signal(object)
    again = Signal()

    def __init__(
        self,
        language: Language,
        theme: Callable[[], Theme],
        scan: Callable[[], None],
        picture: Callable[[], None],
    ) -> None:
        super().__init__()
        self._language = language
        self._found: tuple[HubSeen, ...] | None = None
        frame, column = card()
        column.setSpacing(GAP + 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.heading, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.lan = RoadLine(language, theme, Road.LAN)
        self.internet = RoadLine(language, theme, Road.INTERNET)
        self.nearby = label("group", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(TIGHT)
        self.scan, self.picture = button("", scan), button("", picture)
        self.where, self.code = QLineEdit(), QLineEdit()
        self.go = button("primary", self._send)
        self.where_label, self.code_label = label("strong"), label("strong")
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.where_label, self.where)
        form.addRow(self.code_label, self.code)
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        for part in (self.heading, self.about, self.lan, self.internet, self.nearby):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addLayout(row(self.scan, self.picture, 0))
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addLayout(row(self.go, 0))
        column.addStretch()
        for line in (self.lan, self.internet):
            line.left.connect(self.left)
            line.again.connect(self.again)
        for field in (self.where, self.code):
            field.returnPressed.connect(self._send)
            field.textChanged.connect(self._typed)

    def retranslate(self) -> None:
        say = self._language.say
        self.heading.setText(say("roads-connect-title"))
        self.about.setText(say("roads-connect-about"))
        self.nearby.setText(say("roads-nearby"))
        self.scan.setText(say("roads-scan"))
        self.picture.setText(say("roads-picture"))
        for caption, field, name in (
            (self.where_label, self.where, "where"),
            (self.code_label, self.code, "code"),
        ):
            caption.setText(say(f"roads-{name}-field"))
            caption.setBuddy(field)
            field.setAccessibleName(say(f"roads-{name}-field"))
            field.setPlaceholderText(say(f"roads-{name}-empty"))
        self.go.setText(say("roads-connect"))
        self.wrong.hide()
        found, self._found = self._found, None
        self._offer(found or ())
        self._typed()

    def show_news(self, news: NetworkNews) -> None:
        self.lan.show_state(news.lan)
        self.internet.show_state(news.internet)
        self._offer(tuple(h for h in news.found if not h.own))

    def set_working(self, working: bool) -> None:
        for part in (self.where, self.code, self.scan, self.picture):
            part.setEnabled(not working)
        if working:
            self.wrong.hide()
            self.go.setEnabled(False)
        else:
            self._typed()

    def tell_failure(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()

    def tell_connected(self) -> None:
        self.where.clear()
        self.code.clear()

    def _offer(self, found: tuple[HubSeen, ...]) -> None:
        self.nearby.setVisible(bool(found))
        if found == self._found:
            return
        self._found = found
        clear(self._list)
        for hub in found:
            offered = button("", lambda hub=hub: self.wanted.emit(hub.address, ""))  # type: ignore[misc]
            offered.setText(self._language.say("roads-connect-to", name=hub.name, address=hub.address))
            self._list.addWidget(offered)

    def _typed(self) -> None:
        where = self.where.text().strip()
        self.code.setEnabled(not is_pairing_text(where))
        self.go.setEnabled(bool(where))

    def _send(self) -> None:
        if self.go.isEnabled():
            self.wanted.emit(self.where.text().strip(), self.code.text().strip())
