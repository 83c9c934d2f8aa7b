"""Claims over the network, on a thread of their own: a hub that hangs costs a person at the door 150 ms, once."""

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NoAnswer

from checkin_desktop.services.ports.claims import BUDGET_S, Claims
from checkin_desktop.services.ports.network import Road
from checkin_desktop.services.ports.remote_hub import HubError, RemoteHub
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest

_log = logging.getLogger(__name__)


class HubClaims:
    """`hub` is spoken to by the claims' thread alone. Ready once `found` says so, until the hub fails."""

    def __init__(self, hub: RemoteHub, budget_s: float = BUDGET_S) -> None:
        self._hub = hub
        self._budget_s = budget_s
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="claims")
        self._state = threading.Lock()
        self._answers = False
        self._under_way: Future[ClaimAnswer] | None = None
        self._asked_last = b""

    @property
    def ready(self) -> bool:
        return self._answers and (self._under_way is None or self._under_way.done())

    def found(self, token: str) -> None:
        """The hub was just heard of, on another connection; `token`: by which it knows this station."""
        with self._state:
            self._hub.token = token
            self._answers = True

    def lost(self) -> None:
        with self._state:
            self._answers = False

    def ask(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer | None:
        with self._state:
            if not self.ready:
                return None
            self._asked_last = request.entry_hash
            self._under_way = future = self._executor.submit(self._claim, request)
        try:
            return future.result(self._budget_s)
        except NoAnswer:
            return None
        except HubError:
            return None

    def give_back(self) -> None:
        with self._state:
            digest, self._asked_last = self._asked_last, b""
            if digest and self._answers:
                self._executor.submit(self._cancel, digest)

    def close(self) -> None:
        """Does not wait for a network that hangs."""
        self.lost()
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._hub.close()

    def _claim(self, request: ClaimRequest) -> ClaimAnswer:
        try:
            return self._hub.claim(request, self._budget_s)
        except HubError as error:
            _log.info("claims: %s", error.trouble)
            self.lost()
            raise

    def _cancel(self, digest: bytes) -> None:
        try:
            self._hub.cancel(digest, self._budget_s)
        except HubError as error:
            _log.info("claims: not cancelled, %s", error.trouble)


class DoorClaims:
    """Whichever hub answers: that of the venue first."""

    def __init__(self) -> None:
        self._hubs: dict[Road, Claims] = {}
        self._asked: Claims | None = None

    def use(self, road: Road, claims: Claims | None) -> None:
        """None: that road has no hub any more."""
        others = {r: c for r, c in self._hubs.items() if r is not road}
        self._hubs = others | ({road: claims} if claims else {})

    def leave(self, road: Road, claims: Claims) -> None:
        """Unless that road has another hub by now: this desk's own, since it took over."""
        if self._hubs.get(road) is claims:
            self.use(road, None)

    @property
    def ready(self) -> bool:
        return any(c.ready for c in self._hubs.values())

    def ask(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer | None:
        hubs = self._hubs
        ready = [hubs[road] for road in Road if road in hubs and hubs[road].ready]
        self._asked = ready[0] if ready else None
        return self._asked.ask(unit, request) if self._asked else None

    def give_back(self) -> None:
        if self._asked:
            self._asked.give_back()
