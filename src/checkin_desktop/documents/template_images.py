"""Pictures of templates: what a person chose becomes a clean background or picture; what a zip brings is checked."""

import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from checkin_desktop.documents.pictures import Shape, clean_page, shape_of
from checkin_desktop.documents.svg import is_svg, svg_page
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import PAGE_MM
from checkin_desktop.services.ports.template_images import PreparedImage
from checkin_desktop.services.templates import MAX_TEMPLATE_IMAGE_BYTES

_MAX_FILE_BYTES = 30_000_000
_MAX_PIXELS = 50_000_000
_BACKGROUND, _PICTURE = (3508, 3508), (1600, 1600)
"""Pixels: an A4 page's longer side at 300 dpi; a picture on it."""
_KINDS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_QUALITIES = (90, 80, 70, 55)
_POINT = 25.4 / 72
_USUAL_MM = 80.0
"""A picture that was chosen is not put larger on the page."""
_A4 = (210.0, 297.0)


def prepare_background(path: Path) -> PreparedImage:
    """A finished page: the first of a PDF (what is seen of it, see `foreign_page`), or a picture, turned upright and
    at most 300 dpi.

    Raises PersonFacingError for what is neither, is encrypted, damaged or too large.
    """
    data = _read(path)
    if is_svg(data):
        data = svg_page(data)
    if data.startswith(b"%PDF-"):
        return _pdf(data, path.name)
    picture = _opened(data, path.name)
    wide = picture.width >= picture.height
    sides = sorted(_A4, reverse=wide)
    ratio = picture.width / picture.height
    whole = abs(ratio - sides[0] / sides[1]) < 0.02
    height = sides[1] if whole else round(sides[0] / ratio, 1)
    height = min(max(height, PAGE_MM[0]), PAGE_MM[1])
    return PreparedImage(_encoded(picture, _BACKGROUND, path.name), sides[0], height)


def prepare_picture(path: Path) -> PreparedImage:
    """A picture for a place on the page; its size in mm at 300 dpi. Raises PersonFacingError."""
    chosen = _read(path)
    if is_svg(chosen):
        chosen = svg_page(chosen)
    if chosen.startswith(b"%PDF-"):
        return _drawing(chosen)
    picture = _opened(chosen, path.name)
    data = _encoded(picture, _PICTURE, path.name)
    scale = min(1.0, _USUAL_MM / (max(picture.size) / 300 * 25.4))
    width, height = (max(5.0, round(side / 300 * 25.4 * scale, 1)) for side in picture.size)
    return PreparedImage(data, width, height)


def _drawing(data: bytes) -> PreparedImage:
    """A drawing for a place on the page: it stays one; as large as a picture of its kind usually is."""
    clean, shape, pages = clean_page(data)
    if len(clean) > MAX_TEMPLATE_IMAGE_BYTES:
        raise PersonFacingError("template-picture-too-large", most=MAX_TEMPLATE_IMAGE_BYTES // 1_000_000)
    scale = _USUAL_MM / 2 / max(shape.width, shape.height)
    width, height = (max(5.0, round(side * scale, 1)) for side in (shape.width, shape.height))
    return PreparedImage(clean, width, height, pages)


def check_image(data: bytes) -> None:
    """Raises PersonFacingError unless it is a picture, or a PDF of one page, that this program draws."""
    if len(data) > MAX_TEMPLATE_IMAGE_BYTES:
        raise PersonFacingError("template-picture-too-large", most=MAX_TEMPLATE_IMAGE_BYTES // 1_000_000)
    if data.startswith(b"%PDF-"):
        _check_size(shape_of(data), "")
    else:
        _opened(data, "", ("PNG", "JPEG"))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise PersonFacingError("logos-file-too-large", file=path.name)
        return path.read_bytes()
    except OSError as error:
        raise PersonFacingError("logos-no-file", file=path.name) from error


def _pdf(data: bytes, name: str) -> PreparedImage:
    """The first page, without what is not seen of it."""
    clean, shape, pages = clean_page(data)
    width, height = _check_size(shape, name)
    if len(clean) > MAX_TEMPLATE_IMAGE_BYTES:
        raise PersonFacingError("template-picture-too-large", most=MAX_TEMPLATE_IMAGE_BYTES // 1_000_000)
    return PreparedImage(clean, width, height, pages)


def _check_size(shape: Shape, name: str) -> tuple[float, float]:
    """In mm."""
    width, height = (round(side * _POINT, 2) for side in (shape.width, shape.height))
    if not all(PAGE_MM[0] <= side <= PAGE_MM[1] for side in (width, height)):
        raise PersonFacingError("template-pdf-size", file=name)
    return width, height


def _opened(data: bytes, name: str, kinds: tuple[str, ...] = _KINDS) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=kinds) as opened:
            if opened.width * opened.height > _MAX_PIXELS:
                raise PersonFacingError("logos-file-too-large", file=name)
            upright = ImageOps.exif_transpose(opened)
            clear = "A" in upright.getbands() or "transparency" in upright.info
            if upright.mode.startswith(("I", "F")):  # sixteen bits and more: seen as eight
                upright = upright.point(lambda level: level / 256).convert("L")
            return upright.convert("RGBA" if clear else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PersonFacingError("logos-file-too-large", file=name) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PersonFacingError("template-not-a-picture") from error


def _encoded(picture: Image.Image, largest: tuple[int, int], name: str) -> bytes:
    """PNG while it fits, for drawings and transparency; else JPEG on white."""
    picture = picture.copy()
    picture.thumbnail(largest, Image.Resampling.LANCZOS)
    data = _saved(picture, "PNG", optimize=True)
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    for quality in _QUALITIES:
        if len(data) <= MAX_TEMPLATE_IMAGE_BYTES:
            return data
        data = _saved(flat, "JPEG", quality=quality, optimize=True)
    if len(data) > MAX_TEMPLATE_IMAGE_BYTES:
        raise PersonFacingError("logos-file-too-large", file=name)
    return data


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
