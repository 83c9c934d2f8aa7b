"""What the desk needs to know at the door beside the roster: substitutes, linked codes, portraits, questions."""

from dataclasses import dataclass
from typing import Protocol

from checkin_desktop.domain.questions import Question


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A code from elsewhere that means somebody; `entry` is what unlinking names."""

    entry: bytes
    attendee_id: str
    code: str


class Door(Protocol):
    def linked_to(self, code: str) -> list[str]:
        """The ids of those whom a code from elsewhere means."""
        ...

    def links_of(self, attendee_id: str) -> list[LinkRecord]: ...
    def representations(self) -> list[tuple[str, str]]:
        """(substitute, represented) as they stand now."""
        ...

    def representations_of(self, attendee_id: str) -> list[tuple[str, str]]:
        """Those that somebody has part in, on either side."""
        ...

    def said_representations(self) -> frozenset[tuple[str, str]]:
        """As they were said, of records that may have been found to be one person since."""
        ...

    def photo(self, name: str, attendee_id: str = "") -> bytes:
        """A portrait by the hex of its SHA-256, of anybody or of that record; empty where it is not here or was
        erased."""
        ...

    def questions(self) -> tuple[Question, ...]: ...
    def answers(self, attendee_id: str | None = None) -> dict[str, dict[str, str]]:
        """What people answered, by attendee and question; the last answer stands. Erased ones read empty."""
        ...
