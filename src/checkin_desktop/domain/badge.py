"""The code on a badge (DESIGN section 5, fixed): 32 upper-case letters and digits.

version 1 · event tag 5 · category 1 · id 15 · MAC 10 characters, in Crockford's base32
(https://www.crockford.com/base32.html). The MAC is HMAC-SHA-256 under the event's badge key, cut to 50 bits.
"""

import hashlib
import hmac
from dataclasses import dataclass

from checkin_desktop.domain.people import Category, plain, same_document

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
VERSION = "1"
LENGTH = 32
ID_LENGTH = 15
_ROW_LENGTH = 20
"""As many as the smallest QR holds."""
BLANK_LETTER = "0"
_LETTERS = {
    Category.ATTENDEE: "A",
    Category.SPEAKER: "S",
    Category.PANELLIST: "P",
    Category.MODERATOR: "M",
    Category.ORGANISER: "R",
    Category.AUTHORITY: "T",
    Category.GUEST: "G",
    Category.PRESS: "N",
    Category.STAFF: "F",
}
_CATEGORIES = {letter: category for category, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class GoodBadge:
    """Our own code with a good MAC. `category` None: a badge printed blank."""

    code_id: str
    category: Category | None


@dataclass(frozen=True, slots=True)
class ForeignBadge:
    """A badge code of another event."""


@dataclass(frozen=True, slots=True)
class ForgedBadge:
    """Our event's tag, but not our MAC."""


def crockford(data: bytes, characters: int) -> str:
    """The first `characters` × 5 bits of `data`."""
    bits = int.from_bytes(data, "big") >> (len(data) * 8 - characters * 5)
    return "".join(ALPHABET[(bits >> (5 * i)) & 31] for i in reversed(range(characters)))


def event_tag(event_id: bytes) -> str:
    return crockford(hashlib.sha256(b"tag" + event_id).digest(), 5)


def make_code(tag: str, category: Category | None, code_id: str, key: bytes) -> str:
    """The text of the badge's QR; `category` None makes a blank badge."""
    head = VERSION + tag + (_LETTERS[category] if category else BLANK_LETTER) + code_id
    return head + _mac(head, key)


def read_code(text: str, tag: str, key: bytes) -> GoodBadge | ForeignBadge | ForgedBadge | None:
    """What a scanned text is as a badge; None if it does not look like one of ours at all."""
    code = text.strip().upper()
    if len(code) != LENGTH or code[0] != VERSION or any(c not in ALPHABET for c in code):
        return None
    if code[1:6] != tag:
        return ForeignBadge()
    head, mac = code[:-10], code[-10:]
    if not hmac.compare_digest(mac, _mac(head, key)):
        return ForgedBadge()
    letter = head[6]
    if letter != BLANK_LETTER and letter not in _CATEGORIES:
        return ForgedBadge()
    return GoodBadge(head[7:], _CATEGORIES.get(letter))


def id_beginning(text: str, tag: str) -> str:
    """How the id begins whose code of this event somebody is typing; "" where the text is no such code."""
    code = text.strip().upper()
    head = len(VERSION + tag) + 1
    if not head < len(code) <= LENGTH or not code.startswith(VERSION + tag):
        return ""
    return code[head : head + ID_LENGTH] if all(c in ALPHABET for c in code) else ""


def row_code(tag: str, code_id: str) -> str:
    """The text of the QR beside somebody on the paper list: the beginning of their badge code, and no badge itself."""
    return (VERSION + tag + BLANK_LETTER + code_id)[:_ROW_LENGTH]


def imported_id(key: bytes, document: str, name: str, organisation: str) -> str:
    """The id of an attendee from a list: the same list imported twice is the same people.

    A keyed hash of the document number, else of the normalised name and organisation, so that the id does not
    give an eight-digit number away.
    """
    number = same_document(document)
    what = f"document:{number}" if number else f"name:{plain(name)}|{plain(organisation)}"
    return keyed_id(key, what)


def keyed_id(key: bytes, what: str) -> str:
    """An id that is the same for the same thing at every desk and gives nothing of it away to others."""
    return crockford(hmac.digest(key, what.encode(), "sha256"), ID_LENGTH)


def organisation_id(name: str) -> str:
    """The id of an organisation: its name without accents, case and punctuation."""
    return (
        crockford(hashlib.sha256(b"organisation" + plain(name).encode()).digest(), ID_LENGTH) if name else ""
    )


def _mac(head: str, key: bytes) -> str:
    return crockford(hmac.digest(key, head.encode("ascii"), "sha256"), 10)
