"""Mail sent to people: what is queued, what was tried, and what became of it. No address and no name is in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class MailThing(StrEnum):
    """What is attached."""

    CERTIFICATE = "certificate"
    BADGE = "badge"


class MailState(StrEnum):
    """`SENDING`: begun, and nothing heard since. `UNCERTAIN`: the line broke when the message was out already."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    CANCELLED = "cancelled"


class MailTrouble(StrEnum):
    """Why a mail was not sent, as far as one can do something about it."""

    NO_ADDRESS = "no_address"
    NO_SERVER = "no_server"
    NOT_TRUSTED = "not_trusted"
    LOGIN = "login"
    ADDRESS = "address"
    REFUSED = "refused"
    BUSY = "busy"
    CUT = "cut"
    UNCERTAIN = "uncertain"
    NOTHING_TO_SEND = "nothing_to_send"
    NOT_DRAWN = "not_drawn"
    UNWRITABLE = "unwritable"


@dataclass(frozen=True, slots=True)
class QueuedMail:
    """`id` is the Message-ID's left part: known before anything is sent, the same however often it is tried.

    `follows`: the mail that the same person got, or was to get, before this one; empty where the desk knew of none.
    """

    id: str
    attendee_id: str
    serial: int = 0
    follows: str = ""


@dataclass(frozen=True, slots=True)
class MailsQueued:
    """The station that writes this sends them; others see that they are queued.

    What desks queued for the same person without knowing of each other is one mail: the one with the lower `hlc`,
    with all that became of either.
    """

    thing: MailThing
    mails: tuple[QueuedMail, ...]


@dataclass(frozen=True, slots=True)
class MailsTakenOver:
    """They are in another station's queue from here on: that of `station_id`, or if empty of the one that writes
    this. The highest `hlc` holds for each mail."""

    mail_ids: tuple[str, ...]
    reason: str
    station_id: bytes = b""


@dataclass(frozen=True, slots=True)
class MailTried:
    """Written before the server is spoken to: a crash from here on leaves the mail uncertain, never sent twice."""

    mail_id: str


@dataclass(frozen=True, slots=True)
class MailSettled:
    """What became of it. `code`: the server's three digits, 0 if it gave none."""

    mail_id: str
    state: MailState
    trouble: MailTrouble | None = None
    code: int = 0


@dataclass(frozen=True, slots=True)
class MailMark:
    """One thing that happened to a mail, in the order of the journal."""

    state: MailState
    trouble: str = ""
    code: int = 0


@dataclass(frozen=True, slots=True)
class Next:
    """What to do after trouble: the mail's state, and whether the others may go on."""

    state: MailState
    go_on: bool


def state_of(marks: Iterable[MailMark]) -> MailMark:
    """Where a mail stands: sent once is sent, whatever was written of it elsewhere; else the last word."""
    last = MailMark(MailState.QUEUED)
    for mark in marks:
        if mark.state is MailState.SENT:
            return mark
        last = mark
    return last


def after(trouble: MailTrouble) -> Next:
    match trouble:
        case MailTrouble.ADDRESS | MailTrouble.REFUSED | MailTrouble.NO_ADDRESS:
            return Next(MailState.FAILED, True)
        case MailTrouble.NOTHING_TO_SEND | MailTrouble.NOT_DRAWN | MailTrouble.UNWRITABLE:
            return Next(MailState.FAILED, True)
        case MailTrouble.UNCERTAIN:
            return Next(MailState.UNCERTAIN, True)
        case MailTrouble.CUT | MailTrouble.BUSY:
            return Next(MailState.QUEUED, True)
        case MailTrouble.NO_SERVER | MailTrouble.NOT_TRUSTED | MailTrouble.LOGIN:
            return Next(MailState.QUEUED, False)
