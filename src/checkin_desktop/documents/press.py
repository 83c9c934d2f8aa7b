"""The press: pages drawn from templates and kept, wrapped into files whenever they are printed."""

import zlib
from collections.abc import Mapping, Sequence

from checkin_desktop.documents.drawing import draw_page
from checkin_desktop.documents.ink import MM, colour_ops, number, text_ops
from checkin_desktop.documents.splice import print_file, single_file
from checkin_desktop.domain.template import Align, Template, TemplateUse, Text
from checkin_desktop.services.ports.documents import Filled, FrozenPage, Place, Sheet

_MARGIN, _LINE = 6.0, 5.0
_MARK, _APART = 4.0, 0.4


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
        content = zlib.decompress(page.content)
        marked = content.count(b"<</MCID ")
        drawn = text_ops(line, text, page.height, TemplateUse.CERTIFICATE, colour_ops(line.colour, None))
        content += f"/P <</MCID {marked}>> BDC\n{drawn}EMC\n".encode("latin-1")
        return FrozenPage(zlib.compress(content, 6), page.width, page.height, page.images)

    def single(self, page: FrozenPage, title: str, language: str) -> bytes:
        return single_file(page, title, language, archive=False)

    def archive(self, page: FrozenPage, title: str, language: str) -> bytes:
        return single_file(page, title, language, archive=True)

    def bind(
        self, pages: Sequence[FrozenPage], title: str, language: str, sheet: Sheet | None = None
    ) -> bytes:
        return print_file(_imposed(pages, sheet) if sheet else pages, title, language)


def sheet_corner(sheet: Sheet, width: float, height: float, place: int) -> tuple[float, float]:
    """The upper left corner of a sheet's page 0, 1, 2 … of this size, mm from the sheet's own."""
    across = sheet.columns * width + (sheet.columns - 1) * sheet.gap
    down = sheet.rows * height + (sheet.rows - 1) * sheet.gap
    row, column = divmod(place, sheet.columns)
    x = (sheet.width - across) / 2 + column * (width + sheet.gap)
    return x, (sheet.height - down) / 2 + row * (height + sheet.gap)


def _imposed(pages: Sequence[FrozenPage], sheet: Sheet) -> list[FrozenPage]:
    """Pages of one size, side by side on sheets; names of fonts and pictures mean the same everywhere."""
    each = sheet.columns * sheet.rows
    sheets = []
    for start in range(0, len(pages), each):
        some = pages[start : start + each]
        parts: list[bytes] = []
        images: dict[str, bytes] = {}
        for place, page in enumerate(some):
            x, y = sheet_corner(sheet, page.width, page.height, place)
            width, height = number(page.width * MM), number(page.height * MM)
            moved = f"q 1 0 0 1 {number(x * MM)} {number((sheet.height - y - page.height) * MM)} cm"
            parts.append(f"{moved} 0 0 {width} {height} re W n\n".encode())
            parts += [zlib.decompress(page.content), b"Q\n"]
            images |= page.images
        if sheet.marks:
            parts.append(_cut_marks(sheet, some[0].width, some[0].height).encode())
        sheets.append(FrozenPage(zlib.compress(b"".join(parts), 6), sheet.width, sheet.height, images))
    return sheets


def _cut_marks(sheet: Sheet, width: float, height: float) -> str:
    """Along the edges of what is cut, outside it, and small crosses where four meet."""
    left, upper = sheet_corner(sheet, width, height, 0)
    xs = sorted(_edges(left, width, sheet.columns, sheet.gap))
    ys = sorted(_edges(upper, height, sheet.rows, sheet.gap))
    lines = []
    for x in xs:
        lines += [(x, ys[0] - _MARK, x, ys[0] - _APART), (x, ys[-1] + _APART, x, ys[-1] + _MARK)]
    for y in ys:
        lines += [(xs[0] - _MARK, y, xs[0] - _APART, y), (xs[-1] + _APART, y, xs[-1] + _MARK, y)]
    for x in xs[1:-1]:
        lines += [(x - 1, y, x + 1, y) for y in ys[1:-1]] + [(x, y - 1, x, y + 1) for y in ys[1:-1]]
    drawn = [
        f"{number(a * MM)} {number((sheet.height - b) * MM)} m {number(c * MM)} {number((sheet.height - d) * MM)} l"
        for a, b, c, d in lines
    ]
    return f"/Artifact BMC q 0.4 w {colour_ops('#C9CFDA', None)} RG " + " ".join(drawn) + " S Q EMC\n"


def _edges(first: float, size: float, count: int, gap: float) -> set[float]:
    return {round(first + i * (size + gap) + side * size, 4) for i in range(count) for side in (0, 1)}
