"""A hub to exchange with inside one process: the real one on a real event file, without the network between."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from checkin_desktop.services import hub as served
from checkin_desktop.services.ports.hub import HubRefusal, HubStore, Refusal
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.wire.messages import (
    ClaimAnswer,
    ClaimRequest,
    EnrolAnswer,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
    decode,
    encode,
)

_TROUBLES = {
    Refusal.UNKNOWN_TOKEN: Trouble.NOT_ENROLLED,
    Refusal.WRONG_CODE: Trouble.NOT_ENROLLED,
    Refusal.REVOKED: Trouble.REVOKED,
    Refusal.UNKNOWN_EVENT: Trouble.OTHER_EVENT,
}
_Message = TypeVar("_Message", bound=msgspec.Struct)
Line = Callable[[str], object]
"""Told "asked" before the hub hears a request and "answered" before the desk hears the answer; may raise HubError."""


def sound(_: str) -> None:
    """A line on which nothing is lost."""


class DirectHub:
    """`services/ports/remote_hub.py` on a hub's store; every message is packed and unpacked as on the wire."""

    def __init__(self, store: HubStore, event_id: bytes, line: Line = sound) -> None:
        self.address, self.token, self.line = "hub", "", line
        self._store, self._event_id = store, event_id

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        answer = self._over(lambda: served.enrol(self._store, _carried(request)))
        self.token = answer.token
        return answer

    def exchange(self, request: ExchangeRequest) -> ExchangeAnswer:
        carried = _carried(request)
        return self._over(lambda: self._store.exchange(self._event_id, self._station(), carried))

    def claim(self, request: ClaimRequest, budget_s: float) -> ClaimAnswer:
        carried = _carried(request)
        return self._over(lambda: self._store.claim(self._event_id, self._station(), carried))

    def cancel(self, entry_hash: bytes, budget_s: float) -> None:
        self._store.cancel(self._event_id, self._station(), entry_hash)

    def close(self) -> None:
        """Nothing is held."""

    def _station(self) -> bytes:
        return served.authenticated(self._store, self._event_id, f"Bearer {self.token}")

    def _over(self, work: Callable[[], _Message]) -> _Message:
        self.line("asked")
        try:
            answer = work()
        except HubRefusal as error:
            raise HubError(_TROUBLES[error.refusal], self.address) from error
        self.line("answered")
        return _carried(answer)


def _carried(message: _Message) -> _Message:
    return decode(encode(message), type(message))


def cut_at(*places: int) -> Line:
    """The line fails at these of its signals, counted from 0."""
    count = -1

    def line(_: str) -> None:
        nonlocal count
        count += 1
        if count in places:
            raise HubError(Trouble.UNREACHABLE, "hub")

    return line
