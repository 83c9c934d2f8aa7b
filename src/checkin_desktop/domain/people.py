"""Who comes: attendees, the organisations that they represent, and how the same one is recognised."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """Identity documents used in Peru."""

    DNI = "dni"
    CE = "ce"
    PASSPORT = "passport"
    OTHER = "other"


class Category(StrEnum):
    """What somebody takes part as; decides admission rules, badge colour and certificate wording."""

    ATTENDEE = "attendee"
    SPEAKER = "speaker"
    PANELLIST = "panellist"
    MODERATOR = "moderator"
    ORGANISER = "organiser"
    AUTHORITY = "authority"
    GUEST = "guest"
    PRESS = "press"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Person:
    """What a list, a walk-in form or a correction says of one attendee. Empty text means not given.

    `note` is for the desk alone ("autoridad: avisar a protocolo"), never printed; `photo` names an image of the
    journal by its SHA-256, as hex.
    """

    given_names: str = ""
    surnames: str = ""
    document_kind: DocumentKind | None = None
    document: str = ""
    organisation: str = ""
    region: str = ""
    position: str = ""
    honorific: str = ""
    category: Category = Category.ATTENDEE
    email: str = ""
    phone: str = ""
    own_code: str = ""
    consent: bool | None = None
    extra: tuple[tuple[str, str], ...] = ()
    note: str = ""
    photo: str = ""

    @property
    def name(self) -> str:
        """As it is said and printed: given names, then surnames."""
        return f"{self.given_names} {self.surnames}".strip()

    @property
    def sort_name(self) -> str:
        """As an alphabetical list has it: surnames first."""
        return f"{self.surnames}, {self.given_names}" if self.surnames and self.given_names else self.name


class AttendeeStatus(StrEnum):
    ACTIVE = "active"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of the roster as the projections show it: a frozen picture, never a live row.

    `code_id` is the id in the badge code that is good now ("" while a lost badge has no successor);
    `badge_prints` how often it was printed.
    """

    id: str
    person: Person
    status: AttendeeStatus = AttendeeStatus.ACTIVE
    code_id: str = ""
    badge_prints: int = 0

    @property
    def name(self) -> str:
        return self.person.name


class _Plain(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letters = (c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c))
        kept = self[code] = "".join(c if c.isalnum() else " " for c in letters)
        return kept


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Text as it is compared and searched: no accents, no case, single blanks. `Ñ` compares as `N`."""
    return " ".join(text.casefold().translate(_PLAIN).split())


def same_document(document: str) -> str:
    """A document number as it is compared: upper-case letters and digits only."""
    kept = document.upper()
    if kept.isascii() and kept.isalnum():
        return kept
    return "".join(c for c in kept if c.isascii() and c.isalnum())


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two numbers differ as a slip makes them: one character, or two neighbours swapped."""
    if len(one) != len(other):
        return False
    at = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] + one[at[1]] == other[at[1]] + other[at[0]]
    return len(at) == 1 or swapped


def dni_number(text: str) -> str:
    """The eight digits of a DNI scanned or typed with its check character; "" where the text is no such thing."""
    number = same_document(text)
    return number[:8] if len(number) in (8, 9) and number[:8].isdecimal() else ""
