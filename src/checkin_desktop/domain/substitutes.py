"""Who came in somebody else's place, and codes from elsewhere that somebody carries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepresentationRecorded:
    """The substitute came for the represented one, who stays absent; `removed`: that was a mistake."""

    substitute_id: str
    represented_id: str
    removed: bool = False


@dataclass(frozen=True, slots=True)
class CodeLinked:
    """A code that is not ours (a gym card, another system's ticket) means this person from now on.

    It may be a document number: it stands beside the entry.
    """

    attendee_id: str
    commitment: bytes


@dataclass(frozen=True, slots=True)
class CodeUnlinked:
    """Takes the entry that linked a code back."""

    entry: bytes
    reason: str = ""
