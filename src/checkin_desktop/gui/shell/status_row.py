"""Under the top bar: the stick, the network, and how far this desk and the others know of each other.

Nothing is shown where a desk works alone; each part leads to the exchange page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QPushButton, QWidget

from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD, Theme
from checkin_desktop.gui.design.widgets import button
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.network_watch import state_text, to_send
from checkin_desktop.gui.stick_keeper import Phase, StickState
from checkin_desktop.services.freshness import Freshness
from checkin_desktop.services.freshness_words import only_here_text, silence_text, silences_text
from checkin_desktop.services.ports.network import HubState, HubWaiting, Sharing
from checkin_desktop.words.dates import clock_time

_NAMES = ("stick", "sharing", "lan", "internet", "only-here", "silence")


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    mark: str
    more: str = ""
    act: bool = False


class StatusRow(QWidget):
    """`pressed` is called when a person wants to know more."""

    def __init__(
        self, language: Language, zone: ZoneInfo, theme: Callable[[], Theme], pressed: Callable[[], None]
    ) -> None:
        super().__init__()
        self._language, self._zone, self._theme = language, zone, theme
        self._stick = StickState()
        self._states: Sequence[HubState] = ()
        self._sharing: Sharing | None = None
        self._fresh: Freshness | None = None
        self._drawn: dict[str, _Said] = {}
        flow = Flow()
        flow.setContentsMargins(PAD - GAP + 2, 0, PAD, GAP // 2)
        self.setLayout(flow)
        self.parts: dict[str, QPushButton] = {}
        for name in _NAMES:
            made = button("status", pressed)
            made.hide()
            self.parts[name] = made
            flow.addWidget(made)
        self.hide()

    def show_stick(self, stick: StickState) -> None:
        self._stick = stick
        self.draw()

    def show_network(self, states: Sequence[HubState], sharing: Sharing | None) -> None:
        self._states, self._sharing = tuple(states), sharing
        self.draw()

    def show_freshness(self, fresh: Freshness) -> None:
        self._fresh = fresh
        self.draw()

    def draw(self, *, anew: bool = False) -> None:
        """Called every second: only what says something else is touched. `anew`: the theme is another one."""
        said = self._said()
        for name, part in self.parts.items():
            now = said.get(name)
            if now == self._drawn.get(name) and not anew:
                continue
            part.setVisible(now is not None)
            if now is not None:
                part.setText(now.text)
                part.setToolTip(now.more or now.text)
                part.setAccessibleName(now.text)
                colour = self._theme().wrong if now.act else self._theme().soft
                put_icon(part, now.mark, colour)
        self._drawn = said
        self.setVisible(bool(said))

    def _said(self) -> dict[str, _Said]:
        said: dict[str, _Said] = {}
        now = datetime.now(UTC).astimezone(self._zone)
        stick = self._stick_said()
        if stick:
            said["stick"] = stick
        if self._sharing:
            said["sharing"] = _Said(self._language.say("network-sharing"), "wifi")
        for name, state in zip(("lan", "internet"), self._states, strict=False):
            text = state_text(self._language, state, now)
            if text:
                waiting = to_send(state)
                if waiting:
                    text = f"{text} · {self._language.say('network-to-send', count=waiting)}"
                more, act = "", isinstance(state, HubWaiting)
                if isinstance(state, HubWaiting):
                    more = self._language.say(state.why.sentence, **state.why.arguments)
                said[name] = _Said(text, "wifi-off" if act else "wifi", more, act)
        if self._fresh is not None:
            words = self._language.words
            alone, silent = only_here_text(words, self._fresh), silence_text(words, self._fresh)
            if alone:
                said["only-here"] = _Said(alone, "laptop", self._language.say("fresh-only-here-more"))
            if silent:
                said["silence"] = _Said(_sentence(silent), "clock-alert", silences_text(words, self._fresh))
        return said

    def _stick_said(self) -> _Said | None:
        say, stick = self._language.say, self._stick
        time = clock_time(stick.done_at.astimezone(self._zone)) if stick.done_at else ""
        match stick.phase:
            case Phase.WORKING:
                return _Said(say("stick-working"), "usb")
            case Phase.KEPT:
                return _Said(say("stick-kept", time=time), "usb", say("stick-kept-more"))
            case Phase.PULLED:
                return _Said(say("stick-pulled", time=time), "usb", say("stick-pulled-more"))
            case Phase.FAILED:
                trouble = stick.trouble
                more = say(trouble.sentence, **trouble.arguments) if trouble else ""
                return _Said(say("stick-failed"), "triangle-alert", more, act=True)
            case _:
                return None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
