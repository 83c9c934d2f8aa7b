"""How often an address may fail to enrol before it has to wait."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable

_WINDOW_S = 60.0
_MOST = 5
_ADDRESSES = 10_000


class Attempts:
    """Failures of the last minute by address; a worker counts its own. `clock`: seconds, never turned back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()

    def wait_s(self, address: str) -> int:
        """Whole seconds until the address may try again; 0: now."""
        failed = self._failed.get(address)
        if not failed:
            return 0
        now = self._clock()
        while failed and now - failed[0] >= _WINDOW_S:
            failed.popleft()
        return int(_WINDOW_S - (now - failed[0])) + 1 if len(failed) >= _MOST else 0

    def note_failure(self, address: str) -> None:
        self._failed.setdefault(address, deque(maxlen=_MOST)).append(self._clock())
        self._failed.move_to_end(address)
        if len(self._failed) > _ADDRESSES:
            self._failed.popitem(last=False)
