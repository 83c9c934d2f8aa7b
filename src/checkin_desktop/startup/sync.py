"""The exchange with a hub in the background: by itself, without ever making anybody wait, and told in frozen words."""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from checkin_desktop.domain.delivery import next_attempt
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.addresses import own_addresses
from checkin_desktop.replication.claims import DoorClaims, HubClaims
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.network import (
    HubConnected,
    HubLooking,
    HubOff,
    HubState,
    HubWaiting,
    Road,
)
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.services.sync import Dealings, Progress, entries_to_send, exchange_with_hub
from checkin_desktop.services.views import ExchangeResult
from checkin_desktop.startup.hub_link import HubLink, keep_link, kept_link, link_to, open_hub

if TYPE_CHECKING:
    from checkin_desktop.replication.http import HttpHub

_EVERY_S = {Road.LAN: 2.0, Road.INTERNET: 15.0}
_STEP_S = {Road.LAN: 5.0, Road.INTERNET: 15.0}
_DEBOUNCE_S = 0.05
_LOOK_AT_NETWORK_S = 2.0
_ELSEWHERE = frozenset(
    {Trouble.UNREACHABLE, Trouble.WRONG_CERTIFICATE, Trouble.OTHER_EVENT, Trouble.OTHER_TERM}
    | {Trouble.NOT_UNDERSTOOD}
)
"""With these a hub may still be found at another of its addresses."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Met:
    """A hub that was exchanged with for the first time: the way to it, and what came of it."""

    hub: "HttpHub"
    dealings: Dealings
    result: ExchangeResult
    link: HubLink


def meet(desk: Desk, road: Road, link: HubLink, code: str, progress: Progress | None = None) -> Met:
    """The first exchange, at the first of the addresses that answers as it should. Raises HubError."""
    failed: HubError | None = None
    for url in link.urls:
        hub = open_hub(url, desk.store.secrets, link.token, _STEP_S[road])
        dealings = Dealings()
        try:
            result = exchange_with_hub(desk, hub, progress, dealings, code)
        except HubError as error:
            hub.close()
            if error.trouble not in _ELSEWHERE:
                raise
            failed = failed or error
            continue
        urls = (url, *(u for u in link.urls if u != url))
        return Met(hub, dealings, result, HubLink(urls, hub.token, dealings.term))
    raise failed or HubError(Trouble.UNREACHABLE, link.address)


def exchange_once(desk: Desk, where: str, code: str = "", progress: Progress | None = None) -> ExchangeResult:
    """One exchange with the hub at an address, or of a pairing text, without a window; the hub is remembered.

    Raises PersonFacingError."""
    road, link, code = link_to(where, desk.store.secrets.event_id, code)
    known = kept_link(desk.store, road)
    if known and known.token and set(known.urls) & set(link.urls):
        link = msgspec.structs.replace(link, token=known.token)
    met = meet(desk, road, link, code, progress)
    met.hub.close()
    keep_link(desk.store, road, met.link)
    return met.result


class DeskSync:
    """One road's hub. `changed` is called on its thread when `state` becomes something else.

    `nearby` answers other ways to a hub of the event that is announced now, with its term; the first is best.
    """

    def __init__(
        self,
        desk: Desk,
        road: Road,
        door: DoorClaims,
        changed: Callable[[], object],
        nearby: Callable[[], tuple[HubLink, ...]] = lambda: (),
    ) -> None:
        self._desk, self._road, self._door = desk, road, door
        self._changed, self._nearby = changed, nearby
        self._link = kept_link(desk.store, road)
        self.state: HubState = HubLooking(road, self._link.address) if self._link else HubOff(road)
        self._turn = threading.Lock()
        self._bell = threading.Condition()
        self._rung = self._stopping = False
        self._failures = 0
        self._heard_at = 0
        self._hub: HttpHub | None = None
        self._claims: HubClaims | None = None
        self._dealings = Dealings()
        self._thread = threading.Thread(target=self._run, name=f"sync-{road.value}", daemon=True)
        self._thread.start()

    @property
    def link(self) -> HubLink | None:
        return self._link

    def connect(self, link: HubLink, code: str) -> ExchangeResult:
        """The first exchange, on the caller's thread; from then on by itself. Raises PersonFacingError."""
        with self._turn:
            met = meet(self._desk, self._road, link, code)
            self._drop()
            self._hub, self._dealings, self._link = met.hub, met.dealings, met.link
            keep_link(self._desk.store, self._road, met.link)
            self._succeeded(met.result)
        self.ring()
        return met.result

    def go_to(self, link: HubLink) -> None:
        """As `connect`, but tried by itself until it works."""
        with self._turn:
            self._drop()
            self._link = link
            keep_link(self._desk.store, self._road, link)
            self._tell(HubLooking(self._road, link.address))
        self.ring()

    def disconnect(self) -> None:
        with self._turn:
            self._link = None
            keep_link(self._desk.store, self._road, None)
            self._drop()
            self._tell(HubOff(self._road))

    def written(self) -> None:
        """Something was written here: a hub that answers is told of it at once."""
        if isinstance(self.state, HubConnected):
            self.ring()

    def ring(self) -> None:
        """Does not wait for the next attempt. Returns at once."""
        with self._bell:
            self._rung = True
            self._bell.notify()

    def stop(self) -> None:
        """Within about a second, whatever the network does."""
        with self._bell:
            self._stopping = True
            self._bell.notify()
        if self._claims:
            self._claims.lost()
        if self._hub:
            self._hub.give_up()
        self._thread.join(1.0)

    def _run(self) -> None:
        wait_s = 0.0
        while self._sleep(wait_s):
            with self._turn:
                wait_s = self._attempt()
        if self._claims:
            self._claims.close()
        if self._hub:
            self._hub.close()

    def _sleep(self, seconds: float) -> bool:
        """Until it is time, the bell rings, or the network becomes another one. False: it is over."""
        until = time.monotonic() + seconds
        waiting, addresses = isinstance(self.state, HubWaiting), own_addresses()
        with self._bell:
            while not self._rung and not self._stopping and (left := until - time.monotonic()) > 0:
                self._bell.wait(min(left, _LOOK_AT_NETWORK_S))
                if waiting and own_addresses() != addresses:
                    break
            if self._rung and not self._stopping:
                self._bell.wait_for(lambda: self._stopping, _DEBOUNCE_S)
            self._rung = False
            return not self._stopping

    def _attempt(self) -> float:
        """One exchange. Answers the seconds until the next one."""
        link = self._link
        if link is None:
            return 3600.0
        store = self._desk.store
        try:
            result = self._exchange(link)
        except PersonFacingError as error:
            if self._stopping:
                return 0.0
            if self._claims:
                self._claims.lost()
            self._failures += 1
            asked = error.retry_after_ms if isinstance(error, HubError) else 0
            now = store.now_ms()
            until = next_attempt(self._failures, now, random.random(), asked)
            lacking = entries_to_send(self._desk, self._dealings)
            self._tell(HubWaiting(self._road, link.address, until, error, self._heard_at, lacking))
            _log.info("sync %s: %s, again in %d ms", self._road, error.sentence, until - now)
            return (until - now) / 1000
        self._succeeded(result)
        return _EVERY_S[self._road]

    def _exchange(self, link: HubLink) -> ExchangeResult:
        """At the first of the hub's addresses that answers as it should."""
        failed: HubError | None = None
        for url, term in self._ways(link):
            hub = self._at(url)
            try:
                result = exchange_with_hub(self._desk, hub, None, self._dealings)
            except HubError as error:
                if error.trouble not in _ELSEWHERE or self._stopping:
                    raise
                failed = failed or error
                continue
            self._remember(link, url, max(term, self._dealings.term))
            return result
        raise failed or HubError(Trouble.UNREACHABLE, link.address)

    def _ways(self, link: HubLink) -> Iterator[tuple[str, int]]:
        """A hub of a higher term first: the one that was remembered has stepped back."""
        nearby = self._nearby()
        newer = [(url, n.term) for n in nearby if n.term > link.term for url in n.urls]
        others = [(url, n.term) for n in nearby if n.term <= link.term for url in n.urls]
        known = [(url, link.term) for url in link.urls]
        seen = set[str]()
        for url, term in (*newer, *known, *others):
            if url not in seen:
                seen.add(url)
                yield url, term

    def _at(self, url: str) -> "HttpHub":
        if self._hub is None or self._hub.url != url:
            token = self._hub.token if self._hub else self._link.token if self._link else ""
            self._drop()
            self._hub = open_hub(url, self._desk.store.secrets, token, _STEP_S[self._road])
        return self._hub

    def _remember(self, link: HubLink, url: str, term: int) -> None:
        token = self._hub.token if self._hub else ""
        urls = (url, *(u for u in link.urls if u != url))[:8]
        now = msgspec.structs.replace(link, urls=urls, token=token, term=term)
        if now != self._link:
            self._link = now
            keep_link(self._desk.store, self._road, now)

    def _succeeded(self, result: ExchangeResult) -> None:
        if self._hub is None:
            raise RuntimeError("no hub")
        self._failures = 0
        self._heard_at = self._desk.store.now_ms()
        if self._claims is None:
            self._claims = HubClaims(open_hub(self._hub.url, self._desk.store.secrets))
            self._door.use(self._road, self._claims)
        self._claims.found(self._hub.token)
        name = self._dealings.hub_name or self._hub.address
        self._tell(
            HubConnected(
                self._road,
                name,
                self._heard_at,
                entries_to_send(self._desk, self._dealings),
                result.set_aside,
                self._dealings.held,
            )
        )

    def _drop(self) -> None:
        """Leaves the hub: what it refused, another one may take."""
        if self._claims:
            self._door.leave(self._road, self._claims)
            self._claims.close()
        if self._hub:
            self._hub.close()
        self._hub = self._claims = None
        self._dealings = Dealings()

    def _tell(self, state: HubState) -> None:
        if state != self.state:
            self.state = state
            self._changed()
