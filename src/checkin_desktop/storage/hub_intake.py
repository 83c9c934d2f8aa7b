"""Batches for one event that arrive while another is being written are written together: one transaction, one flush."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage.chain import TakenIn
from checkin_desktop.storage.trust import Seen

_AT_ONCE = 1_000
"""Entries in one transaction, unless a single part has more."""

Write = Callable[[Sequence[Entry], dict[bytes, Seen]], TakenIn]
"""Takes entries in, in a transaction of its own."""


@dataclass(slots=True)
class _Waiting:
    """One request's part of a batch, until it was written or failed."""

    entries: Sequence[Entry]
    seen: dict[bytes, Seen]
    taken: TakenIn | None = None
    failed: BaseException | None = field(default=None)

    @property
    def over(self) -> bool:
        return self.taken is not None or self.failed is not None


class Intake:
    """Of one event, in one process: other processes wait for each other in the database."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._waiting: list[_Waiting] = []

    def take(self, entries: Sequence[Entry], seen: dict[bytes, Seen], write: Write) -> TakenIn:
        """What became of these entries. Raises what `write` raised of them."""
        mine = _Waiting(entries, seen)
        with self._guard:
            self._waiting.append(mine)
        while not mine.over:
            with self._turn:
                if not mine.over:
                    self._write(self._next(), write)
        if mine.failed is not None:
            raise mine.failed
        assert mine.taken is not None
        return mine.taken

    def _next(self) -> list[_Waiting]:
        with self._guard:
            together: list[_Waiting] = []
            size = 0
            while self._waiting and (not together or size + len(self._waiting[0].entries) <= _AT_ONCE):
                together.append(self._waiting.pop(0))
                size += len(together[-1].entries)
            return together

    def _write(self, together: Sequence[_Waiting], write: Write) -> None:
        """All at once; where that fails, each alone, so that nobody pays for another's batch."""
        try:
            entries = [e for one in together for e in one.entries]
            taken = write(entries, {k: v for one in together for k, v in one.seen.items()})
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for it
            if len(together) == 1:
                together[0].failed = error
                return
            for one in together:
                self._write([one], write)
            return
        fresh = set(taken.received)
        for one in together:
            mine = {e.hash for e in one.entries}
            refused = {h: fault for h, fault in taken.refused.items() if h in mine}
            one.taken = TakenIn(mine & fresh, refused, taken.clocks)
            fresh -= mine
