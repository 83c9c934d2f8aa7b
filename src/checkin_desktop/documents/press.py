"""The press: pages drawn from templates and kept, wrapped into files whenever they are printed."""

import zlib
from collections.abc import Mapping, Sequence

from checkin_desktop.documents.drawing import draw_page
from checkin_desktop.documents.glyphs import face_of
from checkin_desktop.documents.imposing import impose, turned
from checkin_desktop.documents.ink import MM, box_ops, colour_ops, indent, text_ops
from checkin_desktop.documents.splice import print_file, single_file
from checkin_desktop.domain.template import Align, Box, Template, TemplateUse, Text
from checkin_desktop.services.ports.documents import Filled, FrozenPage, Place, Sheet

_MARGIN, _LINE = 6.0, 5.0
_AROUND = 1.5
"""White beside a stamp's letters, mm."""


class PdfPress:
    """`services.ports.documents.Press`."""

    def draw(self, template: Template, filled: Filled, images: Mapping[str, bytes]) -> FrozenPage:
        return draw_page(template, filled, images)

    def stamp(self, page: FrozenPage, text: str, place: Place) -> FrozenPage:
        head = place is Place.HEAD
        line = Text(
            x=_MARGIN,
            y=2.5 if head else page.height - 2.5 - _LINE,
            width=page.width - 2 * _MARGIN,
            height=_LINE,
            text=text,
            size=7,
            smallest=5,
            colour="#5B6478",
            align=Align.RIGHT if head else Align.CENTRE,
        )
        white = box_ops(_behind(line), page.height, None)
        content = zlib.decompress(page.content) + f"/Artifact BMC\n{white}EMC\n".encode("latin-1")
        marked = content.count(b"<</MCID ")
        drawn = text_ops(line, text, page.height, TemplateUse.CERTIFICATE, colour_ops(line.colour, None))
        content += f"/P <</MCID {marked}>> BDC\n{drawn}EMC\n".encode("latin-1")
        return FrozenPage(zlib.compress(content, 6), page.width, page.height, page.images)

    def turn(self, page: FrozenPage) -> FrozenPage:
        return turned(page)

    def single(self, page: FrozenPage, title: str, language: str) -> bytes:
        return single_file(page, title, language, archive=False)

    def archive(self, page: FrozenPage, title: str, language: str) -> bytes:
        return single_file(page, title, language, archive=True)

    def bind(
        self, pages: Sequence[FrozenPage], title: str, language: str, sheet: Sheet | None = None
    ) -> bytes:
        return print_file(impose(pages, sheet) if sheet else pages, title, language)


def _behind(line: Text) -> Box:
    """White as wide as the letters and a little more: a stamp reads over any design."""
    face = face_of(line.family, line.weight)
    letters = face.width(face.printable(line.text)) * line.size / MM
    width = min(letters, line.width) + 2 * _AROUND
    x = line.x - _AROUND + indent(line.align, line.width, width - 2 * _AROUND)
    return Box(x, line.y + 0.6, width, line.height - 1.2, fill="#FFFFFF")
