"""What a hub needs of its store: many events on a server, or the one event file of the desk that it runs in.

Times are the hub's clock, milliseconds UTC. Every method may raise HubRefusal or HubAway.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from checkin_desktop.wire.messages import (
    ClaimAnswer,
    ClaimRequest,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
)

TOKEN_MS = 30 * 24 * 60 * 60 * 1000
CODE_MS = 24 * 60 * 60 * 1000


class Refusal(StrEnum):
    """Why a hub does not do what a desk asks; the `error` of the answer."""

    UNKNOWN_TOKEN = "unknown_token"
    WRONG_CODE = "wrong_code"
    BAD_SIGNATURE = "bad_signature"
    NOT_ENROLLED = "not_enrolled"
    REVOKED = "revoked"
    UNKNOWN_EVENT = "unknown_event"
    OTHER_TERM = "other_term"


class HubRefusal(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


class HubAway(Exception):
    """The database does not answer, or can't write: the same is worth trying again later."""


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """A desk as the status page shows it. `heard_at` None: it never called here itself."""

    station_id: bytes
    slot: int
    entries: int
    heard_at: int | None
    revoked: bool


@dataclass(frozen=True, slots=True)
class EventStatus:
    event_id: bytes
    attendees: int
    admitted: int
    inside: int
    conflicts: int
    entries: int
    held: int
    desks: Sequence[DeskStatus]


class HubStore(Protocol):
    def now_ms(self) -> int: ...
    @property
    def term(self) -> int:
        """Which hub of the event this is: the highest one counts."""
        ...

    def new_code(self, name: str) -> tuple[str, int]:
        """A one-time code, and until when it is good. `name`: for whom, kept beside it."""
        ...

    def enrol(self, request: EnrolRequest, token: bytes) -> None:
        """`token`: the digest of the one that the station is given. Its signature is checked already."""
        ...

    def authenticate(self, event_id: bytes, token: bytes) -> bytes:
        """The station that the token's digest belongs to, in this event and no other."""
        ...

    def exchange(self, event_id: bytes, station_id: bytes, request: ExchangeRequest) -> ExchangeAnswer: ...
    def claim(self, event_id: bytes, station_id: bytes, request: ClaimRequest) -> ClaimAnswer: ...
    def cancel(self, event_id: bytes, station_id: bytes, entry: bytes) -> None: ...
    def check(self) -> None:
        """Raises HubAway."""
        ...

    def status(self) -> list[EventStatus]: ...
    def close(self) -> None: ...
