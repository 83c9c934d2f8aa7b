"""A hub as a desk sees it: over the network, slow, gone, or of somebody else."""

from enum import StrEnum
from typing import Protocol

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.wire.messages import (
    ClaimAnswer,
    ClaimRequest,
    EnrolAnswer,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
)


class Trouble(StrEnum):
    """Why a hub did not do what it was asked; `hub-…` in words."""

    UNREACHABLE = "unreachable"
    BUSY = "busy"
    WRONG_CERTIFICATE = "wrong_certificate"
    NOT_ENROLLED = "not_enrolled"
    WRONG_CODE = "wrong_code"
    REVOKED = "revoked"
    OTHER_EVENT = "other_event"
    OTHER_TERM = "other_term"
    TOO_LARGE = "too_large"
    NOT_UNDERSTOOD = "not_understood"


_TRY_AGAIN = frozenset({Trouble.UNREACHABLE, Trouble.BUSY})


class HubError(PersonFacingError):
    """A hub did not answer, or refused. `retry_after_ms`: how long it asked to be left alone, 0 if it did not say."""

    def __init__(self, trouble: Trouble, address: str, retry_after_ms: int = 0) -> None:
        super().__init__(f"hub-{trouble.value.replace('_', '-')}", hub=address)
        self.trouble = trouble
        self.retry_after_ms = retry_after_ms

    @property
    def passing(self) -> bool:
        """Is the same worth trying again by itself? Otherwise a person must do something first."""
        return self.trouble in _TRY_AGAIN


class RemoteHub(Protocol):
    """One hub at one address. All raise HubError. To be used from one thread at a time.

    `token`: what the hub gave when this station enrolled; empty: not yet.
    """

    token: str

    @property
    def address(self) -> str:
        """As a person would say it: where the hub is."""
        ...

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        """The token of the answer is used from here on."""
        ...

    def exchange(self, request: ExchangeRequest) -> ExchangeAnswer: ...

    def claim(self, request: ClaimRequest, budget_s: float) -> ClaimAnswer:
        """Waits at most about `budget_s` for each step of the network."""
        ...

    def cancel(self, entry_hash: bytes, budget_s: float) -> None: ...
    def close(self) -> None: ...
