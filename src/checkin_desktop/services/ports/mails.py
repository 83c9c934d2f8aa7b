"""What an event file answers of the mails that were queued."""

from dataclasses import dataclass
from typing import Protocol

from checkin_desktop.domain.mailing import MailMark, MailThing


@dataclass(frozen=True, slots=True)
class MailRecord:
    """A mail and what happened to it, in the journal's order; it is in the queue of `station_id`. Queued by several
    desks that did not know of each other, it is one."""

    id: str
    attendee_id: str
    thing: MailThing
    serial: int
    station_id: bytes
    marks: tuple[MailMark, ...]


class Mails(Protocol):
    def all(self) -> list[MailRecord]:
        """In the order in which they were queued."""
        ...
