"""What stations that did not know of each other have to settle (DESIGN section 2, Merging)."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar


class ConflictKind(StrEnum):
    ADMITTED_TWICE = "admitted_twice"
    CORRECTED_TWICE = "corrected_twice"
    SAME_DOCUMENT = "same_document"
    CERTIFIED_TWICE = "certified_twice"
    SLOT_TAKEN_TWICE = "slot_taken_twice"


class Choice(StrEnum):
    """How a person settles a conflict."""

    SAME_PERSON = "same_person"
    DIFFERENT_PEOPLE = "different_people"
    BADGE_SHARED = "badge_shared"
    KEEP_FIRST = "keep_first"
    KEEP_SECOND = "keep_second"
    ACKNOWLEDGED = "acknowledged"
    REOPENED = "reopened"
    """A decision taken back: the case is open as it was."""


CHOICES: dict[ConflictKind, tuple[Choice, ...]] = {
    ConflictKind.ADMITTED_TWICE: (Choice.SAME_PERSON, Choice.BADGE_SHARED),
    ConflictKind.CORRECTED_TWICE: (Choice.KEEP_FIRST, Choice.KEEP_SECOND),
    ConflictKind.SAME_DOCUMENT: (Choice.SAME_PERSON, Choice.DIFFERENT_PEOPLE),
    ConflictKind.CERTIFIED_TWICE: (Choice.KEEP_FIRST, Choice.ACKNOWLEDGED),
    ConflictKind.SLOT_TAKEN_TWICE: (Choice.ACKNOWLEDGED,),
}


@dataclass(frozen=True, slots=True)
class Settlement:
    """A recorded decision about the entries in `members`; `replaces` are the settlements that it knew of."""

    entry: bytes
    members: frozenset[bytes]
    choice: str
    replaces: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """One account of who an attendee is. `content` is what it says, as comparable bytes."""

    entry: bytes
    hlc: int
    content: bytes
    replaces: frozenset[bytes]


def conflict_id(kind: ConflictKind, subject: str, anchor: bytes) -> str:
    """The same on every station; `anchor` is the first of the entries that disagree."""
    return hashlib.sha256(f"{kind}|{subject}|".encode() + anchor).hexdigest()[:32]


def settled_as(members: Iterable[bytes], settlements: Sequence[Settlement]) -> str | None:
    """The choice that settles a conflict over `members`, or None while it is open.

    A new member, or settlements that differ and did not know of each other, reopen it; alike ones agree.
    """
    wanted = frozenset(members)
    about = [s for s in settlements if wanted <= s.members]
    replaced = frozenset().union(*(s.replaces for s in about))
    choices = {s.choice for s in about if s.entry not in replaced}
    decided = choices.pop() if len(choices) == 1 else None
    return None if decided == Choice.REOPENED else decided


F = TypeVar("F", bound=ProfileFact)


def profile_heads(facts: Sequence[F]) -> list[F]:
    """The accounts that no later one replaces, best first: the first one is shown meanwhile."""
    replaced = frozenset().union(*(f.replaces for f in facts))
    heads = [f for f in facts if f.entry not in replaced]
    return sorted(heads, key=lambda f: (f.hlc, f.entry), reverse=True)


def profiles_disagree(heads: Sequence[ProfileFact]) -> bool:
    return len({f.content for f in heads}) > 1
