"""What was typed in a hurry, as the form wants it: badge, document number, or a name in its two parts."""

from collections.abc import Iterable

from checkin_desktop.domain.badge import LENGTH as BADGE_LENGTH
from checkin_desktop.domain.people import DocumentKind, Person, same_document

DNI_DIGITS = 8
_LONGEST_DOCUMENT = 15
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y", "e", "san", "santa"})
"""They belong to the word behind them: «de la Cruz», «San Martín»."""
_SMALL = _PARTICLES - {"san", "santa"}


def prefilled(typed: str) -> tuple[Person, str]:
    """(the person as far as the search text tells, the badge code if it is one)."""
    words, number = typed.split(), same_document(typed)
    if len(words) == 1 and len(number) == BADGE_LENGTH:
        return Person(document_kind=DocumentKind.DNI), number
    if any(c.isdigit() for c in number):
        number = document_number(typed)
        dni = number.isdecimal() and len(number) <= DNI_DIGITS
        return Person(document=number, document_kind=DocumentKind.DNI if dni else None), ""
    named = list(_parts(words))
    given = {0: 0, 1: 0, 2: 1}.get(len(named), len(named) - 2)
    return Person(as_name(" ".join(named[:given])), as_name(" ".join(named[given:])), DocumentKind.DNI), ""


def document_number(text: str) -> str:
    """As it is compared; "" where it is longer than any, or has no digit: a code of something else."""
    number = same_document(text)
    return number if len(number) <= _LONGEST_DOCUMENT and any(c.isdigit() for c in number) else ""


def as_name(text: str) -> str:
    """With capitals where none were typed; whoever typed any knows how it is written."""
    words = text.split()
    if any(not word.islower() for word in words):
        return " ".join(words)
    return " ".join(w if at and w in _SMALL else w[:1].upper() + w[1:] for at, w in enumerate(words))


def _parts(words: Iterable[str]) -> Iterable[str]:
    part: list[str] = []
    for word in words:
        part.append(word)
        if word.lower() not in _PARTICLES:
            yield " ".join(part)
            part = []
    if part:
        yield " ".join(part)
