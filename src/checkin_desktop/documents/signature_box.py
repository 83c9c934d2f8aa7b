"""What a visible signature shows, as a small PDF with its font in it: a viewer's own letters would break PDF/A."""

import zlib

from checkin_desktop.documents.ink import MM, colour_ops, number, text_ops
from checkin_desktop.documents.splice import single_file
from checkin_desktop.domain.template import Align, TemplateUse, Text
from checkin_desktop.services.ports.documents import FrozenPage

_WIDTH, _LINE, _EDGE = 60.0, 3.6, 1.5


def signature_box(lines: tuple[str, ...], language: str) -> bytes:
    """Small lines, one below the other, on white: readable over any design."""
    height = _LINE * len(lines)
    drawn = f"1 1 1 rg 0 0 {number(_WIDTH * MM)} {number(height * MM)} re f\n"
    for place, said in enumerate(lines):
        line = Text(
            _EDGE, place * _LINE, _WIDTH - 2 * _EDGE, _LINE, said, size=7, smallest=4.5, align=Align.RIGHT
        )
        drawn += text_ops(line, said, height, TemplateUse.BADGE, colour_ops(line.colour, None))
    page = FrozenPage(zlib.compress(drawn.encode("latin-1")), _WIDTH, height)
    return single_file(page, lines[0], language, archive=False)
