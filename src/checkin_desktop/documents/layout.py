"""Text in a box: as large as it may be, then smaller, then on more lines; lines about equally long; never outside."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_desktop.documents.glyphs import Face
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import LETTERS_PT

ABOVE, BELOW = 0.95, 0.25
"""How far letters reach over and under their baseline, accents on capitals too, in sizes."""
_STEP = 0.25
_WORTH_WRAPPING = 0.72
"""Shrunk to less than this, a text looks better on one line more."""
_LONGEST = 6_000


class DoesNotFit(PersonFacingError):
    """The text is too long for its place even in the smallest letters."""


@dataclass(frozen=True, slots=True)
class Room:
    """The place, in points, and how its letters stand."""

    width: float
    height: float
    largest: float
    smallest: float
    lines: int
    leading: float
    spacing: float = 0.0

    def most_lines(self, size: float) -> int:
        """How many lines of this size are not higher than the place."""
        left = self.height - (ABOVE + BELOW) * size
        return 1 + int(left / (self.leading * size) + 1e-6) if left >= -1e-6 else 0


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    width: float


def fit_box(paragraphs: Sequence[str], face: Face, room: Room, whole: bool) -> tuple[float, list[str]]:
    """(size, lines) of printable paragraphs. No word is broken unless it is too wide at the smallest size.

    Where the template's limits don't suffice, lines and size go beyond them before anything leaves the box. What
    is too long even so ends in an ellipsis; if it must be `whole`, raises DoesNotFit.
    """
    if sum(map(len, paragraphs)) > _LONGEST:
        paragraphs, too_long = [" ".join(paragraphs)[:_LONGEST]], True
    else:
        too_long = False
    if too_long and whole:
        raise DoesNotFit("documents-does-not-fit", text=paragraphs[0][:60])
    measured = [[_Word(w, face.width(w)) for w in p.split()] for p in paragraphs]
    blank = face.width(" ")
    most = max(room.lines, len(measured))
    for lines in range(len(measured), most + 1):
        worth = _WORTH_WRAPPING if most <= 2 else 1.0  # a name shrinks first; a paragraph wraps first
        floor = room.smallest if lines == most else max(room.smallest, room.largest * worth)
        if found := _largest(measured, blank, room, room.largest, floor, lines):
            return found
    if found := _largest(measured, blank, room, room.smallest, LETTERS_PT[0], 10_000):
        return found
    size = min(room.smallest, max(LETTERS_PT[0], room.height / (ABOVE + BELOW)))
    broken = _broken(measured, face, room, size)
    allowed = max(1, room.most_lines(size))
    if len(broken) <= allowed and room.most_lines(size):
        return size, broken
    if whole:
        raise DoesNotFit("documents-does-not-fit", text=" ".join(paragraphs)[:60])
    return size, [*broken[: allowed - 1], _cut(broken[allowed - 1], face, room, size)]


def _largest(
    measured: Sequence[Sequence[_Word]],
    blank: float,
    room: Room,
    largest: float,
    smallest: float,
    lines: int,
) -> tuple[float, list[str]] | None:
    """The largest size at which all stands in so many lines, no word broken."""
    size = min(largest, _one_line(measured, blank, room)) if lines == len(measured) else largest
    size = int(size / _STEP + 1e-6) * _STEP if size < largest else largest
    while size >= smallest - 1e-6:
        allowed = min(lines, room.most_lines(size))
        wrapped = _wrapped(measured, blank, room, room.width, size)
        if wrapped and len(wrapped) <= allowed:
            return size, [" ".join(line) for line in _balanced(measured, blank, room, size, wrapped)]
        size = size - _STEP if size > smallest or size <= 1 else smallest - 1
    return None


def _one_line(measured: Sequence[Sequence[_Word]], blank: float, room: Room) -> float:
    """The size at which the widest paragraph is as wide as the room."""
    sizes = [room.largest]
    for words in measured:
        natural = sum(w.width for w in words) + blank * max(0, len(words) - 1)
        letters = sum(len(w.text) for w in words) + max(0, len(words) - 1)
        if natural:
            sizes.append((room.width - letters * room.spacing) / natural)
    return min(sizes)


def _wrapped(
    measured: Sequence[Sequence[_Word]], blank: float, room: Room, width: float, size: float
) -> list[list[str]] | None:
    """Lines of words no wider than `width`; None where a word alone is wider."""
    lines = []
    space = blank * size + room.spacing
    for words in measured:
        line: list[str] = []
        used = 0.0
        for word in words:
            wide = word.width * size + len(word.text) * room.spacing
            if wide > width + 1e-6:
                return None
            if line and used + space + wide > width + 1e-6:
                lines.append(line)
                line, used = [word.text], wide
            else:
                used += wide + (space if line else 0)
                line.append(word.text)
        lines.append(line)
    return lines


def _balanced(
    measured: Sequence[Sequence[_Word]], blank: float, room: Room, size: float, wrapped: list[list[str]]
) -> list[list[str]]:
    """The same number of lines, as narrow as they can be."""
    if len(wrapped) <= len(measured):
        return wrapped
    low, high, best = 0.0, room.width, wrapped
    for _ in range(8):
        middle = (low + high) / 2
        tried = _wrapped(measured, blank, room, middle, size)
        if tried and len(tried) <= len(wrapped):
            high, best = middle, tried
        else:
            low = middle
    return best


def _broken(measured: Sequence[Sequence[_Word]], face: Face, room: Room, size: float) -> list[str]:
    """Lines where words too wide are broken anywhere."""
    lines: list[str] = []
    space = face.width(" ") * size + room.spacing
    for words in measured:
        line, used = "", 0.0
        for word in words:
            if line:
                line, used = line + " ", used + space
            for c in word.text:
                wide = face.width(c) * size + room.spacing
                if line and used + wide > room.width:
                    lines.append(line.rstrip())
                    line, used = "", 0.0
                line, used = line + c, used + wide
        lines.append(line.rstrip())
    return lines


def _cut(line: str, face: Face, room: Room, size: float) -> str:
    while line and face.width(line + "…") * size + (len(line) + 1) * room.spacing > room.width:
        line = line[:-1]
    return line.rstrip() + "…"
