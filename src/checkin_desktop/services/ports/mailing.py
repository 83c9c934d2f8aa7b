"""What sending mail needs: a way to a server, and somebody who sends what is queued in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailTrouble


class Security(StrEnum):
    """How the line to the server is protected; there is no unprotected one."""

    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailServer:
    host: str
    port: int
    security: Security
    username: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a message."""

    name: str
    content: bytes
    media_type: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class Message:
    """A whole message. `message_id` without angle brackets."""

    message_id: str
    sender: str
    sender_name: str
    to: str
    to_name: str
    subject: str
    body: str
    attachments: tuple[Attached, ...]


class MailError(Exception):
    """Not sent, or not known to be. `said`: the server's own words, for this session's eyes alone."""

    def __init__(self, trouble: MailTrouble, code: int = 0, said: str = "") -> None:
        super().__init__(trouble, code)
        self.trouble, self.code, self.said = trouble, code, said


class Mailer(Protocol):
    """One line to a server; opened by the first `send`."""

    def send(self, message: Message) -> None:
        """Returns once the server has taken it. Raises MailError."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class CourierState:
    """`trouble` with the server, or `wrong` with the text: why it stopped by itself; `waiting_s`: until the next one,
    while the server asks for patience."""

    running: bool
    sent: int = 0
    failed: int = 0
    trouble: MailTrouble | None = None
    wrong: PersonFacingError | None = None
    said: str = ""
    waiting_s: int = 0


class Courier(Protocol):
    """Sends this desk's queue in the background, at the pace that was asked for."""

    @property
    def state(self) -> CourierState: ...
    def start(self, password: str, changed: Callable[[CourierState], object]) -> None:
        """`changed` is called on the courier's thread. The password is kept in memory alone."""
        ...

    def pause(self) -> None:
        """After the message under way."""
        ...
