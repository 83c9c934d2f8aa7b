"""The network's news brought to Qt's main thread, and its states in words."""

import contextlib
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from checkin_desktop.gui.language import Language
from checkin_desktop.services.ports.network import (
    HubConnected,
    HubLooking,
    HubOff,
    HubState,
    HubWaiting,
    Network,
)
from checkin_desktop.words.dates import clock_time, long_date


class NetworkWatch(QObject):
    """`changed` comes on the main thread whenever the network says something else."""

    changed = Signal()

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        network.watch(self._told)

    def _told(self) -> None:
        """On any thread; after the window is gone nobody listens."""
        with contextlib.suppress(RuntimeError):
            self.changed.emit()


def state_text(language: Language, state: HubState, now: datetime) -> str:
    """One road in words; empty if it is not used. `now` in the venue's zone."""
    match state:
        case HubOff():
            return ""
        case HubLooking(hub=hub):
            return language.say("network-looking", hub=hub)
        case HubConnected(hub=hub, heard_at=heard_at):
            ago = ago_text(language, max(0, round(now.timestamp() - heard_at / 1000)))
            return language.say("network-connected", hub=hub, ago=ago)
        case HubWaiting(hub=hub, heard_at=heard_at, until=until):
            again = clock_time(_local(until, now))
            if not heard_at:
                return language.say("network-never", hub=hub, again=again)
            return language.say(
                "network-silent", hub=hub, since=since_text(language, heard_at, now), again=again
            )
        case _:
            assert_never(state)


def to_send(state: HubState) -> int:
    match state:
        case HubConnected(to_send=count) | HubWaiting(to_send=count):
            return count
        case _:
            return 0


def ago_text(language: Language, seconds: int) -> str:
    if seconds < 90:
        return language.say("network-ago-seconds", count=seconds)
    return language.say("network-ago-minutes", count=round(seconds / 60))


def since_text(language: Language, at_ms: int, now: datetime) -> str:
    at = _local(at_ms, now)
    if at.date() == now.date():
        return language.say("network-since-today", time=clock_time(at))
    day = long_date(at.date(), language.words.language)
    return language.say("network-since-day", day=day, time=clock_time(at))


def _local(at_ms: int, now: datetime) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, now.tzinfo)
