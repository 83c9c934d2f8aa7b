"""What an event file answers of the mails that were queued."""

from dataclasses import dataclass
from typing import Protocol

from checkin_desktop.domain.mailing import MailMark, MailThing


@dataclass(frozen=True, slots=True)
class MailRecord:
    """A mail and what happened to it, in the journal's order; `station_id` sends it."""

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
