"""Texts that are more than letters: lines to sign on, and lines that a blank badge is filled in on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checkin_desktop.domain.template import Align, Box, Text, Vertical, Weight

_APART = 4.0
"""Free at both ends of a line to sign on, mm."""
_LONGEST_LINE = 70.0
_NAME_SHARE = 0.4
_SMALLER = 0.85
_SOFT = "#5B6478"


def signature_block(
    element: Text, signatories: Sequence[tuple[str, str]]
) -> Iterator[tuple[Text | Box, str]]:
    """Each signatory's line at the element's upper edge, name and position under it; evenly over the width."""
    room = element.width / max(1, len(signatories))
    width = min(room - 2 * _APART, _LONGEST_LINE)
    for place, (name, position) in enumerate(signatories):
        x = element.x + room * place
        if element.align is not Align.LEFT:
            x += (room - width) / 2
        yield Box(x, element.y, width, 0, stroke=element.colour, line=0.6), ""
        named, rest = element.height * _NAME_SHARE, element.height * (1 - _NAME_SHARE)
        line = replace(
            element, x=x, width=width, height=named, weight=Weight.SEMIBOLD, vertical=Vertical.MIDDLE
        )
        yield replace(line, lines=1), name
        yield (
            replace(
                line,
                y=element.y + named,
                height=rest,
                weight=Weight.REGULAR,
                size=element.size * _SMALLER,
                smallest=min(element.smallest, element.size * _SMALLER),
                vertical=Vertical.TOP,
                colour=_SOFT,
                lines=2,
            ),
            position,
        )


def write_on_block(element: Text, label: str) -> Iterator[tuple[Text | Box, str]]:
    """A line at the element's lower end, room to write over it, and what is to be written in small under it."""
    letters = element.size * 1.25 * 25.4 / 72
    y = element.y + element.height - letters
    yield Box(element.x, y, element.width, 0, stroke="#C9CFDA", line=0.6), ""
    yield replace(element, y=y, height=letters), label
