"""A template and what fills it, drawn as a content stream: text, pictures, code and boxes in their order."""

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from checkin_desktop.documents.blocks import signature_block, write_on_block
from checkin_desktop.documents.ink import BLANK_LINE, MM, box_ops, colour_ops, indent, number, text_ops
from checkin_desktop.documents.pictures import picture_name, shape_of
from checkin_desktop.documents.qr import qr_path
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Fit,
    Picture,
    PictureSource,
    Placeholder,
    Template,
    TemplateUse,
    Text,
    template_faults,
)
from checkin_desktop.services.ports.documents import Filled, FrozenPage

_LOGO_GAP = 0.8
"""Between logos, in heights of the row."""
_SIGNATURES = "{signatures}"
_TO_WRITE_ON = ("{blank_name}", "{blank_organisation}")
_FEW_LINES, _BESIDE = 2, " / "
_BRACES = re.compile(r"\{([^{}]*)\}")
_ARTIFACT = "/Artifact BMC\n{}EMC\n"


class BadTemplate(PersonFacingError):
    """The template has faults, or lacks an image."""


def draw_page(template: Template, filled: Filled, images: Mapping[str, bytes]) -> FrozenPage:
    """Raises PersonFacingError: faults, missing images, bad pictures, missing glyphs, what does not fit."""
    check_template(template)
    used: dict[str, bytes] = {}
    parts: list[str] = []
    marked = 0
    if template.background:
        place = (0.0, 0.0, template.width, template.height)
        parts.append(_ARTIFACT.format(_picture(template, place, _image(template.background, images), used)))
    for element in template.elements:
        match element:
            case Text():
                for line, text in _pieces(element, filled):
                    if isinstance(line, Box):
                        parts.append(_ARTIFACT.format(box_ops(line, template.height, filled.category)))
                        continue
                    colour = colour_ops(line.colour, filled.category)
                    drawn = text_ops(line, text, template.height, template.use, colour)
                    if not drawn and text.strip():
                        raise BadTemplate("documents-nothing-to-see", character=_numbers(text))
                    if drawn:
                        tag = "H1" if "{heading}" in line.text else "P"
                        parts.append(f"/{tag} <</MCID {marked}>> BDC\n{drawn}EMC\n")
                        marked += 1
            case Picture():
                parts += [_ARTIFACT.format(ops) for ops in _pictures(element, template, filled, images, used)]
            case Code():
                if filled.code:
                    drawn = _code(element, template, filled.code)
                    parts.append(
                        f"/Figure <</MCID {marked}/Alt{_spoken(filled.alternative)}>> BDC\n{drawn}EMC\n"
                    )
                    marked += 1
            case Box():
                if drawn := box_ops(element, template.height, filled.category):
                    parts.append(_ARTIFACT.format(drawn))
    content = zlib.compress("".join(parts).encode("latin-1"), 6)
    return FrozenPage(content, template.width, template.height, used)


@lru_cache(maxsize=64)
def check_template(template: Template) -> None:
    """Raises BadTemplate for the first fault."""
    if faults := template_faults(template):
        fault = faults[0]
        number = 0 if fault.element is None else fault.element + 1
        raise BadTemplate(
            "documents-bad-template",
            template=template.name,
            fault=fault.kind.value,
            what=fault.what,
            element=number,
        )


def _numbers(text: str) -> str:
    """Characters that can't be seen, by their numbers."""
    return " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(text) if not c.isspace())[:60]


def _image(name: str, images: Mapping[str, bytes]) -> bytes:
    if name not in images:
        raise BadTemplate("documents-image-missing", image=name[:12])
    return images[name]


def _pieces(element: Text, filled: Filled) -> Iterator[tuple[Text | Box, str]]:
    """The element and what it says; or the lines and texts of a block."""
    text = _in_each_language(element, filled)
    if element.text == _SIGNATURES:
        yield from signature_block(element, filled.signatories)
    elif text and element.text in _TO_WRITE_ON:
        yield from write_on_block(element, text)
    elif text:
        yield element, text


def _in_each_language(element: Text, filled: Filled) -> str:
    """Once where both languages say the same; else one below the other where there are lines for it, or beside."""
    said = [_filled(element.text, texts) for texts in (filled.texts, *filled.translated)]
    several = list(dict.fromkeys(text for text in said if text))
    if element.lines > _FEW_LINES:
        return f"\n{BLANK_LINE}\n".join(several)
    between = "\n" if element.lines == _FEW_LINES else _BESIDE
    return between.join([*(text.rstrip(",") for text in several[:-1]), *several[-1:]])


def _filled(text: str, texts: Mapping[Placeholder, str]) -> str:
    """ "" where the element is not drawn: all its placeholders are empty."""
    names = _BRACES.findall(text)
    if names and not any(texts.get(Placeholder(n)) for n in names):
        return ""
    if len(names) == 1 and len(text) == len(names[0]) + 2:
        return texts[Placeholder(names[0])]
    return _BRACES.sub(lambda found: texts.get(Placeholder(found[1]), ""), text)


def _pictures(
    element: Picture, template: Template, filled: Filled, images: Mapping[str, bytes], used: dict[str, bytes]
) -> list[str]:
    place = (element.x, element.y, element.width, element.height)
    match element.source:
        case PictureSource.IMAGE:
            return [
                _picture(template, place, _image(element.image, images), used, element.fit, element.align)
            ]
        case PictureSource.PHOTO:
            return (
                [_picture(template, place, filled.photo, used, element.fit, element.align)]
                if filled.photo
                else []
            )
        case PictureSource.LOGOS:
            return _logos(element, template, filled.logos, used)


def _logos(
    element: Picture, template: Template, logos: tuple[bytes, ...], used: dict[str, bytes]
) -> list[str]:
    """Equally high, as high as the place allows, centred in it."""
    if not logos or not element.width or not element.height:
        return []
    shapes = [shape.width / shape.height for shape in map(shape_of, logos)]
    gap = min(_LOGO_GAP * element.height, 0.3 * element.width / len(logos))
    height = min(element.height, (element.width - gap * (len(logos) - 1)) / sum(shapes))
    x = element.x + indent(element.align, element.width, height * sum(shapes) + gap * (len(logos) - 1))
    y = element.y + (element.height - height) / 2
    drawn = []
    for logo, shape in zip(logos, shapes, strict=True):
        drawn.append(_picture(template, (x, y, height * shape, height), logo, used))
        x += height * shape + gap
    return drawn


def _picture(
    template: Template,
    place: tuple[float, float, float, float],
    data: bytes,
    used: dict[str, bytes],
    fit: Fit | None = None,
    align: Align = Align.CENTRE,
) -> str:
    """Over the whole place, or by `fit`."""
    name, shape = picture_name(data), shape_of(data)
    used[name] = data
    x, y, width, height = (v * MM for v in place)
    y = template.height * MM - y - height
    clip = ""
    if fit is not None and width > 0 and height > 0:
        choose = min if fit is Fit.CONTAIN else max
        scale = choose(width / shape.width, height / shape.height)
        wide, high = shape.width * scale, shape.height * scale
        if fit is Fit.COVER:
            clip = f"{number(x)} {number(y)} {number(width)} {number(height)} re W n "
        x, y, width, height = x + indent(align, width, wide), y + (height - high) / 2, wide, high
    return f"q {clip}{number(width)} 0 0 {number(height)} {number(x)} {number(y)} cm /X{name[:24]} Do Q\n"


def _spoken(text: str) -> str:
    """A string that PDF reads aloud: as it is in Latin-1 without signs that need care, else in hex."""
    if all((0xA1 <= ord(c) <= 0xFF or " " <= c <= "~") and c not in "()\\" for c in text):
        return f"({text})"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def _code(element: Code, template: Template, text: str) -> str:
    """Dark on white, whatever is beneath: the white is part of the code."""
    side, path = qr_path(text, "M" if template.use is TemplateUse.CERTIFICATE else "H")
    white = Box(
        element.x - element.quiet,
        element.y - element.quiet,
        element.side + 2 * element.quiet,
        element.side + 2 * element.quiet,
        "#FFFFFF",
        "#C9CFDA" if element.framed else "",
    )
    x, y = element.x * MM, (template.height - element.y - element.side) * MM
    scale = element.side * MM / side
    placed = f"q {scale:.5f} 0 0 {scale:.5f} {number(x)} {number(y)} cm 0 g\n{path}\nf Q\n"
    return box_ops(white, template.height, None) + placed
